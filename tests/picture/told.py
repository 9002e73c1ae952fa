"""Histories in few words for the picture: what Anna and Toby said, one event each, on days counted from a Monday."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from uuid import NAMESPACE_URL, uuid5

from reknit.practice.events import AnyFacts, Event, OccurrenceAnswered, OccurrenceSaid, PromiseMade
from reknit.practice.facts import When

ANNA, TOBY = "anna", "toby"
DAY = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)  # a Monday
_ids: Iterator[int] = count(1)


def event(by: str, facts: AnyFacts, *, about: str = "", day: int = 0, **words: str) -> Event:
    """What `by` said on a day (0 is Monday 2 March 2026)."""
    n = next(_ids)
    id_ = str(uuid5(NAMESPACE_URL, str(n)))
    return Event(id_, n, by, about or id_, DAY + timedelta(days=day), facts, words)


def on(day: int) -> str:
    return (DAY + timedelta(days=day)).date().isoformat()


def daily(kept: str, *, by: str = TOBY, to: str = ANNA, answered: bool = True, weight: float = 1.0) -> list[Event]:
    """A daily promise and what came of each day: k kept, l late, m missed; said by its maker, seen so by the other."""
    outcomes = {"k": "kept", "l": "late", "m": "missed"}
    made = event(by, PromiseMade(to=(to,), when=When(day=on(1), rule="FREQ=DAILY"), zone="UTC", weight=weight))
    told = [made]
    for place, letter in enumerate(kept, start=1):
        said = OccurrenceSaid(due=on(place), outcome=outcomes[letter])
        told.append(event(by, said, about=made.id, day=place + 1))
        if answered:
            answer = OccurrenceAnswered(due=on(place), answer="yes", seen=outcomes[letter])
            told.append(event(to, answer, about=made.id, day=place + 1))
    return told
