"""What a reader has of their own beside a breach: what they kept to themself, and their answer to working on it."""

from dataclasses import dataclass

from django.http import Http404
from django.utils.translation import gettext as _

from reknit.content import readings
from reknit.practice import path
from reknit.practice.breach import Breach
from reknit.practice.events import Event
from reknit.practice.facts_repair import BreachNamed
from reknit.rooms.repair.reads import whole
from reknit.shelves import private
from reknit.spaces import consent
from reknit.spaces.access import Here, Viewer
from reknit.vault import store


@dataclass(frozen=True)
class Kept:
    """Something named for oneself alone. `mine`: oneself did it. `fields`: all of it, as its form takes it."""

    id: str
    what: str
    mine: bool
    fields: list[tuple[str, str]]


def sayable(viewer: Viewer, note: str) -> tuple[Here, Kept, BreachNamed]:
    """Something named for oneself alone that is not said yet, and where it can be; or not found."""
    found = store.one(viewer, note)
    facts = found.event.facts
    if found.space is None or found.said_as or not isinstance(facts, BreachNamed):
        raise Http404
    here = viewer.space(found.space)
    if not {facts.doer, facts.hurt} <= {here.me, *(seat.id for seat in here.others)}:
        raise Http404
    return here, _kept(here, note, found.event), facts


@dataclass(frozen=True)
class Readiness:
    """One's own answer to whether to work on this, and what to read beside it."""

    breach: Breach
    what: str | None
    answer: consent.Answer
    text: str
    title: str
    other: str


def readiness(here: Here, root: str) -> Readiness:
    """Not found for someone the breach is not between, or where there are no steps."""
    found, _thread = whole(here, root)
    if path.role(found, here.me) is None or not found.path:
        raise Http404
    text = readings.reading("ready", here.kind)
    return Readiness(
        breach=found,
        what=None if found.words is None else found.words.get("what", ""),
        answer=consent.mine(here, root),
        text=_(text.text),
        title=_(text.title),
        other=here.name(found.other(here.me)),
    )


def kept(here: Here) -> list[Kept]:
    """What this reader keeps to themself about this space and has not said; nothing while it is locked."""
    notes = private.notes(here, kinds=[BreachNamed])
    return [_kept(here, note.id, note.event) for note in notes if not note.said_as]


def _kept(here: Here, note: str, event: Event) -> Kept:
    facts = event.facts
    assert isinstance(facts, BreachNamed)
    what, mine = (event.words or {}).get("what", ""), facts.doer == here.me
    return Kept(note, what, mine, [("kept", note), ("what", what), *_typed(facts, mine=mine)])


def _typed(facts: BreachNamed, *, mine: bool) -> list[tuple[str, str]]:
    """What was chosen, as the fields of the form: to show it again, or to send it on."""
    one = {
        "other": facts.hurt if mine else facts.doer,
        "since": facts.since.how,
        "day": facts.since.day,
        "until": facts.since.until,
        "size": facts.size,
        "learned": "" if mine else facts.learned,
        "pattern": facts.pattern,
        "repeats": facts.repeats,
        "after": facts.after,
        "steps": "" if facts.path else "no",
    }
    several: list[tuple[str, str]] = [("facets", facet) for facet in facts.facets]
    several += [("with_", name) for name in ("deceit", "chosen") if getattr(facts, name)]
    return [(name, value) for name, value in one.items() if value] + several
