"""What someone said of the load: their own to read back, and one thing somebody shared, by itself."""

from dataclasses import dataclass

from django.http import Http404
from django.utils.translation import gettext as _

from reknit.content import daily as content
from reknit.ledger import store
from reknit.practice.events import Event
from reknit.practice.facts_daily import FairnessSaid
from reknit.shelves import private, shelf
from reknit.shelves.lines import Line, lines_of
from reknit.spaces.access import Here

SHOWN = 60


@dataclass(frozen=True)
class Said:
    """One thing said, and the parts of life it is about. `kept` where nobody else knows it."""

    line: Line
    parts: str
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
    assert isinstance(event.facts, FairnessSaid)
    [line] = lines_of(here, [event])
    return Said(line, ", ".join(_(label) for label in content.named(event.facts.parts)), kept)
