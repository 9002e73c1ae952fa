"""Something good: noting it, and reading what was shared."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from reknit.rooms.asking import page, sent
from reknit.rooms.moments import acts, reads
from reknit.rooms.moments.forms import Good
from reknit.spaces.access import ViewerRequest


@require_http_methods(["GET", "HEAD", "POST"])
def note(request: ViewerRequest, space: UUID) -> HttpResponse:
    """Note it: from Today, or here with what it said."""
    here = request.viewer.space(space)
    form = Good(request.POST or None, here=here, initial={"thanks": "thanks" in request.GET})
    answered = sent(
        request,
        form,
        lambda once: acts.note_moment(here, **form.arguments(), once=once),
        to=lambda _root: reverse("today" if form.only_me else "moments", args=[space]),
        done=form.done,
    )
    return answered or page(request, "moments/new.html", form, here=here)


@require_safe
def listing(request: ViewerRequest, space: UUID) -> HttpResponse:
    """The good things shared here, the newest first."""
    here = request.viewer.space(space)
    return render(request, "moments/list.html", {"here": here, "good": reads.all_of_them(here)})
