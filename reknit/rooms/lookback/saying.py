"""Saying aloud: first exactly what the others will see, then the press that says it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from reknit.practice.events import Event
from reknit.practice.facts_daily import CrackNoted, FairnessSaid
from reknit.rooms.asking import Asking, page, sent
from reknit.rooms.lookback import acts, reads
from reknit.rooms.lookback.forms import Again, Pattern
from reknit.shelves.writing import Once
from reknit.spaces.access import Here, ViewerRequest

FORM = ["GET", "HEAD", "POST"]


@require_http_methods(FORM)
def say(request: ViewerRequest, note: UUID) -> HttpResponse:
    """Something kept: what they will see, the words to change first, and the press that says it."""
    here, found = acts.sayable(request.viewer, str(note))
    form = Again(request.POST or None, texts=found.event.words or {})
    words = form.words() if form.is_valid() else dict(found.event.words or {})
    answered = _sent(
        request,
        form,
        lambda once: acts.say_aloud(request.viewer, note=str(note), words=words, once=once),
        to=lambda root: _read(here, found.event, root),
    )
    sentence, line = reads.preview(here, found.event, words)
    more = {"line": line, "sentence": sentence, "beside": reads.beside(here, found.event), "note": note}
    return answered or _page(request, "lookback/say.html", form, here, **more)


def _sent(request: ViewerRequest, form: Asking, act: Callable[[Once], str], *, to: Callable[[str], str]) -> Any:
    """It is said by its own press; any other is for looking at it again."""
    return sent(request, form, act, to=to, done=_("Said.")) if request.POST.get("do") == "say" else None


def _page(request: ViewerRequest, template: str, form: Asking, here: Here, **more: Any) -> HttpResponse:
    step = request.POST.get("do", "")
    return page(request, template, form, here=here, names=here.present, later=here.expected, step=step, **more)


def _read(here: Here, event: Event, root: str) -> str:
    """Where it is read, now that it is said."""
    if isinstance(event.facts, CrackNoted):
        return reverse("crack", args=[here.space_id, root])
    if isinstance(event.facts, FairnessSaid):
        return reverse("fairness_said", args=[here.space_id, root])
    return reverse("today", args=[here.space_id])


@require_POST
def pattern(request: ViewerRequest, space: UUID) -> HttpResponse:
    """What keeps happening, in one calm note: written, looked at, said."""
    here = request.viewer.space(space)
    kind = _kind(request, here)
    form = Pattern(None if request.POST.get("do") == "begin" else request.POST)
    answered = _sent(
        request,
        form,
        lambda once: acts.tell_pattern(here, **kind, words=form.words(), once=once),
        to=lambda root: reverse("pattern", args=[space, root]),
    )
    look = form.is_valid() and request.POST.get("do") != "change"
    words = form.words() if look else {}
    who = here.name(kind["whose"])
    return answered or _page(request, "lookback/pattern.html", form, here, kind=kind, who=who, look=look, words=words)


def _kind(request: ViewerRequest, here: Here) -> dict[str, str]:
    """Which pattern: whose, and of what."""
    kind = {name: request.POST.get(name, "") for name in ("whose", "act", "facet")}
    if kind["whose"] not in {seat.id for seat in here.others}:
        raise Http404
    return kind
