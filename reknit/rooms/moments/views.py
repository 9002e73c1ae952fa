"""Something good: noting it, and reading what was shared."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from reknit.rooms.asking import perform
from reknit.rooms.moments import acts, reads
from reknit.rooms.moments.forms import Good
from reknit.spaces.access import ViewerRequest


@require_http_methods(["GET", "HEAD", "POST"])
def note(request: ViewerRequest, space: UUID) -> HttpResponse:
    """Note it: from Today, or here with what it said."""
    here = request.viewer.space(space)
    form = Good(request.POST or None, here=here)
    if request.method == "POST" and form.is_valid():
        back = "today" if form.only_me else "moments"
        answered = perform(
            request,
            form,
            lambda once: acts.note_moment(here, **form.arguments(), once=once),
            to=lambda _root: reverse(back, args=[space]),
            done=_("Saved. Only you can see it.") if form.only_me else _("Saved."),
        )
        if answered:
            return answered
    return render(request, "moments/new.html", {"here": here, "form": form}, status=422 if form.errors else 200)


@require_safe
def listing(request: ViewerRequest, space: UUID) -> HttpResponse:
    """The good things shared here, the newest first."""
    here = request.viewer.space(space)
    return render(request, "moments/list.html", {"here": here, "good": reads.all_of_them(here)})
