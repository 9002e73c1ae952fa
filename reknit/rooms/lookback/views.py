"""Looking back: small cracks and what gathers, good things, how I was; and going through what I kept."""

from contextlib import suppress
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from reknit.practice.refused import Refused
from reknit.rooms.lookback import acts, reads
from reknit.spaces.access import ViewerRequest

CHOICES = (("keep", _("Keep it")), ("go", _("Let it go")))


@require_safe
def small(request: ViewerRequest, space: UUID) -> HttpResponse:
    here = request.viewer.space(space)
    return render(request, "lookback/small.html", {"here": here, "page": reads.small(here)})


@require_safe
def good(request: ViewerRequest, space: UUID) -> HttpResponse:
    here = request.viewer.space(space)
    return render(request, "lookback/good.html", {"here": here, "good": reads.good(here)})


@require_safe
def how(request: ViewerRequest, space: UUID) -> HttpResponse:
    here = request.viewer.space(space)
    context = {"here": here, "how": reads.how(here), "worth": reads.worth(here)}
    return render(request, "lookback/how.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def through(request: ViewerRequest, space: UUID) -> HttpResponse:
    """One thing at a time that was kept: say it, keep it, let it go; all three equal."""
    here = request.viewer.space(space)
    event = next(reads.unsaid(here), None)
    if request.method == "POST":
        act = {"keep": acts.keep_it, "go": acts.let_go}.get(request.POST.get("do", ""))
        with suppress(Refused):  # it was let go in another window
            if act:
                act(here, note=request.POST.get("note", ""))
        return HttpResponseRedirect(reverse("back_through", args=[space]))
    when = reads.noted_on(here, event) if event else ""
    return render(request, "lookback/through.html", {"here": here, "event": event, "when": when, "choices": CHOICES})
