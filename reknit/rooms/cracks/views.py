"""The pages about small cracks: noting one, one of them, and what can be said there."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from reknit.rooms.asking import page, perform, sent
from reknit.rooms.cracks import acts, reads, telling
from reknit.rooms.cracks.forms import Answer, Crack
from reknit.spaces.access import Here, ViewerRequest


@require_http_methods(["GET", "HEAD", "POST"])
def note(request: ViewerRequest, space: UUID) -> HttpResponse:
    """Note one: from Today with a tap, or here with more to it."""
    here = request.viewer.space(space)
    form = Crack(request.POST or None, here=here)
    answered = sent(
        request,
        form,
        lambda once: acts.note_crack(here, **form.arguments(), once=once),
        to=lambda root: reverse("today", args=[space]) if form.only_me else reverse("crack", args=[space, root]),
        done=form.done,
    )
    return answered or page(request, "cracks/new.html", form, here=here)


@require_safe
def crack(request: ViewerRequest, space: UUID, crack: UUID) -> HttpResponse:
    """One crack with everything said about it."""
    return _page(request, request.viewer.space(space), str(crack), {})


def _page(request: ViewerRequest, here: Here, root: str, bound: dict[str, Any]) -> HttpResponse:
    found = reads.crack(here, root)
    context = {
        "here": here,
        "page": found,
        "forms": telling.forms(found, bound),
        "names": here.present,
        "later": here.expected,
    }
    return render(request, "cracks/crack.html", context, status=422 if bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def told(request: ViewerRequest, space: UUID, told: UUID) -> HttpResponse:
    """A pattern someone was told, and their answer."""
    here, form = request.viewer.space(space), Answer(request.POST or None)
    found = reads.told(here, str(told))
    answered = sent(
        request,
        form,
        lambda once: acts.answer_told(here, told=str(told), words=form.words(), **form.choice(), once=once),
        to=lambda root: reverse("pattern", args=[space, root]),
    )
    shown = form if found.asked or form.is_bound else None
    who = {"names": here.present, "later": here.expected}
    return answered or page(request, "cracks/told.html", shown, here=here, page=found, **who)


@require_POST
def tell(request: ViewerRequest, space: UUID, crack: UUID, verb: str) -> HttpResponse:
    """Say something about it."""
    here = request.viewer.space(space)
    said, form = telling.of(verb), telling.form(verb, request.POST)
    if form.is_valid():
        answered = perform(
            request,
            form,
            lambda once: said.act(here, form, crack=str(crack), once=once),
            to=lambda root: reverse("crack", args=[space, root]),
        )
        if answered:
            return answered
    return _page(request, here, str(crack), {verb: form})


@require_POST
def not_now(request: ViewerRequest, space: UUID, crack: UUID) -> HttpResponse:
    """What happened is asked once; this says: not now. Only the one who says so knows."""
    reads.put_off(request.viewer.space(space), str(crack))
    return HttpResponseRedirect(reverse("today", args=[space]))
