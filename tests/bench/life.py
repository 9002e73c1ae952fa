"""A life of any length: two people, six promises that go on and on, a word and an answer for each time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from reknit.ledger import store
from reknit.ledger.store import Draft
from reknit.picture.keeping import Shelf
from reknit.practice.events import OccurrenceAnswered, OccurrenceSaid, PromiseMade
from reknit.practice.facts import Outcome, When
from reknit.shelves import shelf
from tests import cast
from tests.cast import ZONE, Someone

RULES = ("FREQ=DAILY", "FREQ=DAILY", "FREQ=DAILY", "FREQ=DAILY", "FREQ=DAILY", "FREQ=DAILY")
OUTCOMES: tuple[Outcome, ...] = ("kept", "kept", "kept", "late", "kept", "kept", "missed", "kept", "kept", "kept")
SAID = "I was there at seven, and we had supper."
# What still waits for a word at the end, in days: as it is with people.
OPEN = 2


@dataclass(frozen=True)
class Life:
    """Who lived it, in which space, and a promise that runs from its first day to now."""

    maker: Someone
    receiver: Someone
    space: UUID
    promise: str
    last_day: str


def live(events: int, name: str = "") -> Life:
    """A history of so many events that ends today, written by the product's own writer, its snapshot in place."""
    maker, receiver = (cast.person(f"{who} {name or events}") for who in ("Toby", "Anna"))
    days = events // (2 * len(RULES))
    now = timezone.now().replace(hour=20, minute=0)
    begun = now - timedelta(days=days + OPEN)
    with transaction.atomic():
        space = cast.space_of(maker, receiver, now=begun)
        promises = [_promise(maker, receiver, space, begun, rule) for rule in RULES]
        for day in range(1, days + 1):
            _day(maker, receiver, space, promises, begun + timedelta(days=day))
        here = receiver.here(space, now)
        shelf.save(here, shelf.fresh(here))
        Shelf(here, aside=False, hurt=False).keep()
    return Life(maker, receiver, space, promises[0], f"{begun + timedelta(days=days):%Y-%m-%d}")


def _promise(maker: Someone, receiver: Someone, space: UUID, now: datetime, rule: str) -> str:
    here = maker.here(space, now)
    to = tuple(seat.id for seat in here.others)
    first = When(day=f"{now + timedelta(days=1):%Y-%m-%d}", rule=rule)
    [made] = store.record(here, [Draft(PromiseMade(to=to, when=first, zone=ZONE), {"what": "Home by seven."})])
    return made.id


def _day(maker: Someone, receiver: Someone, space: UUID, promises: list[str], now: datetime) -> None:
    due = f"{now:%Y-%m-%d}"
    outcomes = [OUTCOMES[(now.toordinal() + at) % len(OUTCOMES)] for at in range(len(promises))]
    store.record(maker.here(space, now), _said(promises, due, outcomes))
    store.record(receiver.here(space, now + timedelta(hours=1)), _answered(promises, due, outcomes))


def _said(promises: list[str], due: str, outcomes: list[Outcome]) -> Iterator[Draft]:
    for promise, outcome in zip(promises, outcomes, strict=True):
        yield Draft(OccurrenceSaid(due=due, outcome=outcome), {"said": SAID}, promise)


def _answered(promises: list[str], due: str, outcomes: list[Outcome]) -> Iterator[Draft]:
    for promise, outcome in zip(promises, outcomes, strict=True):
        yield Draft(OccurrenceAnswered(due=due, answer="yes", seen=outcome), {}, promise)
