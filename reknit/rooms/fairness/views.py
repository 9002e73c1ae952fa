"""The load that is shared: saying how it feels, reading back one's own, and one thing somebody shared."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from reknit.rooms.asking import page, sent
from reknit.rooms.fairness import acts, reads
from reknit.rooms.fairness.forms import Load
from reknit.spaces.access import ViewerRequest


@require_http_methods(["GET", "HEAD", "POST"])
def load(request: ViewerRequest, space: UUID) -> HttpResponse:
    """How it feels to me; below it, what I said before."""
    here = request.viewer.space(space)
    form = Load(request.POST or None, here=here)
    answered = sent(
        request,
        form,
        lambda once: acts.say_fair(here, **form.arguments(), once=once),
        to=lambda _root: reverse("fairness", args=[space]),
        done=form.done,
    )
    return answered or page(request, "fairness/load.html", form, here=here, own=reads.own(here))


@require_safe
def said(request: ViewerRequest, space: UUID, said: UUID) -> HttpResponse:
    """One thing somebody shared, as their word."""
    here = request.viewer.space(space)
    return render(request, "fairness/said.html", {"here": here, "one": reads.one(here, str(said))})
