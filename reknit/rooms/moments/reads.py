"""Good things as they are read: what someone shared lately, and all of it, the newest first."""

from dataclasses import dataclass
from datetime import date, timedelta

import msgspec

from reknit.content import daily as content
from reknit.ledger import store
from reknit.practice import telling
from reknit.practice.daily_state import Moment
from reknit.practice.events import Event
from reknit.practice.facts_daily import MomentNoted
from reknit.practice.refused import Say
from reknit.practice.wording import calendar_day
from reknit.shelves import shelf
from reknit.spaces.access import Here
from reknit.web.saying import translated

LATELY = timedelta(days=2)
SHOWN = 40


@dataclass(frozen=True)
class Good:
    """One good thing. `what` is None once its words were erased; `shows` is the builder it shows, in its words."""

    id: str
    sentence: Say
    what: str | None
    by: str
    mine: bool
    when: str
    shows: str


def lately(here: Here) -> list[Good]:
    """What the others shared today or yesterday, told once in passing."""
    since = here.now - LATELY
    found = [one for one in _all(here) if one.by != here.me and one.at > since]
    return _read(here, found[:3])


def all_of_them(here: Here) -> list[Good]:
    """The latest good things shared here, by anyone."""
    return _read(here, _all(here)[:SHOWN])


def _all(here: Here) -> list[Moment]:
    known = [one for some in shelf.state(here).daily.moments.values() for one in some]
    return sorted(known, key=lambda one: one.at, reverse=True)


def _read(here: Here, found: list[Moment]) -> list[Good]:
    events = store.some(here, [one.id for one in found])
    return [good(here, events[one.id]) for one in found if one.id in events]


def good(here: Here, event: Event) -> Good:
    """One good thing from its event, on either shelf."""
    facts = event.facts
    assert isinstance(facts, MomentNoted)
    plain = msgspec.structs.replace(event, words=None)  # the words stand below it, whole
    return Good(
        id=event.id,
        sentence=telling.sentence(plain, here.name, today=here.today, reader=here.me),
        what=None if event.words is None else event.words.get("what", ""),
        by=here.name(event.by),
        mine=event.by == here.me,
        when=translated(calendar_day(date.fromisoformat(facts.day), here.today)),
        shows=content.meanings("builder").get(facts.builder, ""),
    )
