"""One's own pages as their owner reads them: the latest first, each with what was added to it."""

from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _

from reknit.content import prompts
from reknit.people import preferences
from reknit.practice.events import Event
from reknit.rooms.own.kinds import STANDS, Kind
from reknit.shelves import private
from reknit.spaces.access import Viewer
from reknit.vault import store

SHOWN = 30


@dataclass(frozen=True)
class Entry:
    """One thing written there. `above` is the question or choice it goes with; `texts` each with its label."""

    id: str
    event: Event
    above: str
    texts: list[tuple[str, str]]
    since: list["Entry"]


def page(viewer: Viewer, kind: Kind) -> dict[str, Any]:
    """What the page of a kind shows; Locked where it is not open and something stands there to read."""
    return {
        "kind": kind,
        "entries": entries(viewer, kind),
        "questions": questions(viewer) if kind.slug == "book" else {},
        "asks": kind.slug == "worth" and private.asks_how_i_see_myself(viewer),
    }


def entries(viewer: Viewer, kind: Kind, *, most: int = SHOWN) -> list[Entry]:
    """What is written there, the latest first; Locked where it is not open."""
    notes = [note.event for note in store.notes(viewer, kinds=kind.kinds)]
    roots = [event for event in reversed(notes) if event.about == event.id]
    return [_entry(kind, event, notes) for event in islice(roots, most)]


def entry(viewer: Viewer, kind: Kind, note: str) -> Entry:
    """One of them with what was added; or not found."""
    thread = [found.event for found in store.notes(viewer, about=note)]
    if not thread or not isinstance(thread[0].facts, kind.facts):
        raise Http404
    return _entry(kind, thread[0], thread)


def questions(viewer: Viewer) -> dict[str, list[prompts.Prompt]]:
    """Questions to write by, for what brought this person here, by when they may help."""
    start = preferences.of(viewer).start
    found: dict[str, list[prompts.Prompt]] = {}
    for prompt in prompts.prompts(start):
        found.setdefault(prompt.when, []).append(prompt)
    return found


def _entry(kind: Kind, event: Event, notes: list[Event]) -> Entry:
    since = [one for one in notes if one.about == event.id and one.id != event.id]
    labels = {name: str(label) for name, label, _needed in kind.texts}
    return Entry(event.id, event, _above(event), _texts(event, labels), [_added(kind, one) for one in since])


def _added(kind: Kind, event: Event) -> Entry:
    labels = {name: str(label) for name, label, _needed in kind.then.texts} if kind.then else {}
    return Entry(event.id, event, str(kind.then.title) if kind.then else "", _texts(event, labels), [])


def _texts(event: Event, labels: dict[str, str]) -> list[tuple[str, str]]:
    words = event.words or {}
    several = len(words) > 1
    return [(label if several else "", words[name]) for name, label in labels.items() if words.get(name)]


def _above(event: Event) -> str:
    if known := prompts.prompt(getattr(event.facts, "prompt", "")):
        return _(known.text)
    if thing := prompts.kindnesses().get(getattr(event.facts, "kind_thing", "")):
        return _(thing)
    return str(STANDS.get(getattr(event.facts, "what", ""), ""))
