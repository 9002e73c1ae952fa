"""Each one's own path: pages with questions to write under, read by nobody else. They need nobody's answer."""

from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from reknit.content import paths as content
from reknit.rooms.asking import perform
from reknit.rooms.paths import acts, reads
from reknit.rooms.paths.forms import Writing
from reknit.spaces.access import ViewerRequest

KEPT = _("Kept. Only you can read it.")


@require_safe
def paths(request: ViewerRequest) -> HttpResponse:
    """All the pages, for both roles: most people are both at some time."""
    context = {"hurt": content.pages("hurt"), "doer": content.pages("doer")}
    return render(request, "paths/paths.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: ViewerRequest, page: str) -> HttpResponse:
    """One page: a few sentences, questions, and room to write for oneself."""
    found = content.page(page)
    if found is None:
        raise Http404
    form = Writing(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        keep = partial(acts.write, request.viewer, page=page, said=form.cleaned_data["said"])
        kept = perform(request, form, lambda once: keep(once=once), to=lambda _id: reverse("paths"), done=KEPT)
        if kept:
            return kept
    context = {"page": found, "form": form, "earlier": reads.earlier(request.viewer, page)}
    return render(request, "paths/page.html", context, status=422 if form.errors else 200)
