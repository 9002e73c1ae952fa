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
from reknit.spaces.access import Here


@dataclass(frozen=True)
class Kept:
    """Something named for oneself alone. `mine`: oneself did it."""

    id: str
    what: str
    other: str
    mine: bool


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
    return [
        Kept(note.id, (note.event.words or {}).get("what", ""), *_other(here, note.event))
        for note in private.notes(here, kinds=[BreachNamed])
        if not note.said_as
    ]


def _other(here: Here, event: Event) -> tuple[str, bool]:
    """Whom it is about besides oneself, and whether oneself did it."""
    facts = event.facts
    assert isinstance(facts, BreachNamed)
    mine = facts.doer == here.me
    return (facts.hurt if mine else facts.doer), mine
