"""What someone said of the load: their own to read back, and one thing somebody shared, by itself."""

from dataclasses import dataclass
from datetime import datetime

from django.http import Http404
from django.utils.translation import gettext as _

from reknit.content import daily as content
from reknit.ledger import store
from reknit.practice import telling
from reknit.practice.events import Event
from reknit.practice.facts_daily import FairnessSaid
from reknit.practice.refused import Say
from reknit.shelves import private, shelf
from reknit.spaces.access import Here

SHOWN = 60


@dataclass(frozen=True)
class Said:
    """One thing said. `said` is None once its words were erased; `kept` where nobody else knows it."""

    id: str
    sentence: Say
    parts: str
    said: str | None
    by: str
    mine: bool
    at: datetime
    kept: bool


@dataclass(frozen=True)
class Own:
    """What I said so far, the latest first. `open`: what I kept is among it."""

    said: list[Said]
    open: bool


def own(here: Here) -> Own:
    """My own of both shelves. What others said is never beside it."""
    shared = store.some(here, shelf.state(here).daily.fairness.get(here.me, [])).values()
    both = [(event, False) for event in shared]
    both += [(event, True) for event in private.events(here, kinds=[FairnessSaid])]
    both.sort(key=lambda pair: pair[0].at, reverse=True)
    return Own([_said(here, event, kept=kept) for event, kept in both[:SHOWN]], private.is_open(here))


def one(here: Here, root: str) -> Said:
    """One thing somebody shared, or not found."""
    thread = store.thread(here, root)
    if not thread or not isinstance(thread[0].facts, FairnessSaid):
        raise Http404
    return _said(here, thread[0], kept=False)


def _said(here: Here, event: Event, *, kept: bool) -> Said:
    facts = event.facts
    assert isinstance(facts, FairnessSaid)
    return Said(
        id=event.id,
        sentence=telling.sentence(event, here.name, today=here.today, reader=here.me),
        parts=", ".join(_(label) for id_, label in content.parts().items() if id_ in facts.parts),
        said=None if event.words is None else event.words.get("said", ""),
        by=here.name(event.by),
        mine=event.by == here.me,
        at=event.at,
        kept=kept,
    )
