"""Saying aloud: first exactly what the others will see, then the press that says it."""

from uuid import UUID

import msgspec
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from reknit.practice.events import Event
from reknit.practice.facts_daily import CrackNoted
from reknit.rooms.asking import perform
from reknit.rooms.lookback import acts, reads
from reknit.rooms.lookback.forms import Again, Pattern
from reknit.shelves.lines import lines_of
from reknit.spaces.access import Here, ViewerRequest

FORM = ["GET", "HEAD", "POST"]


@require_http_methods(FORM)
def say(request: ViewerRequest, note: UUID) -> HttpResponse:
    """Something kept: what they will see, the words to change first, and the press that says it."""
    here, found = acts.sayable(request.viewer, str(note))
    form = Again(request.POST or None, texts=found.event.words or {})
    words = form.words() if form.is_valid() else dict(found.event.words or {})
    if request.POST.get("do") == "say" and form.is_valid():
        answered = perform(
            request,
            form,
            lambda once: acts.say_aloud(request.viewer, note=str(note), words=words, once=once),
            to=lambda root: _read(here, found.event, root),
            done=_("Said."),
        )
        if answered:
            return answered
    [line] = lines_of(here, [msgspec.structs.replace(found.event, words=words)])
    context = {
        "here": here,
        "form": form,
        "line": line,
        "sentence": reads.as_seen(here, line.event),
        "url": reverse("back_say", args=[note]),
        "back": reverse("mine_note", args=[note]),
        "names": here.present,
        "later": here.expected,
        "changed": request.POST.get("do") == "look",
    }
    return render(request, "lookback/say.html", context, status=422 if form.errors else 200)


def _read(here: Here, event: Event, root: str) -> str:
    """Where it is read, now that it is said."""
    if isinstance(event.facts, CrackNoted):
        return reverse("crack", args=[here.space_id, root])
    return reverse("today", args=[here.space_id])


@require_POST
def pattern(request: ViewerRequest, space: UUID) -> HttpResponse:
    """What keeps happening, in one calm note: written, looked at, said."""
    here = request.viewer.space(space)
    kind = {name: request.POST.get(name, "") for name in ("whose", "act", "facet")}
    if kind["whose"] not in {seat.id for seat in here.others}:
        raise Http404
    gathered = reads.found(here, **kind)
    step = request.POST.get("do", "")
    form = Pattern(None if step == "begin" else request.POST)
    look = form.is_valid() and step != "change"
    if look and step == "say":
        answered = perform(
            request,
            form,
            lambda once: acts.tell_pattern(here, **kind, words=form.words(), once=once),
            to=lambda root: reverse("pattern", args=[space, root]),
            done=_("Said."),
        )
        if answered:
            return answered
    context = {
        "here": here,
        "form": form,
        "kind": kind,
        "who": here.name(kind["whose"]),
        "gathered": gathered,
        "look": look,
        "words": form.words() if look else {},
        "names": here.present,
        "later": here.expected,
    }
    return render(request, "lookback/pattern.html", context, status=422 if form.errors else 200)
