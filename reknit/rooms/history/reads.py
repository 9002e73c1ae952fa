"""What happened, in plain sentences, the newest first: a page at a time, by kind, by person, by span."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import get_args
from zoneinfo import ZoneInfo

from reknit.ledger import store
from reknit.practice import events as vocabulary
from reknit.practice.events import Event
from reknit.practice.facts_daily import Daily
from reknit.practice.facts_mending import RepairClosed, RepairReopened
from reknit.practice.facts_repair import Repair
from reknit.practice.state import Erasure
from reknit.shelves import shelf
from reknit.shelves.lines import Line, lines_of
from reknit.spaces.access import Here

PAGE = 30
KINDS: dict[str, tuple[type, ...]] = {
    "promises": (vocabulary.PromiseMade, vocabulary.PromiseEnded, vocabulary.WordTaken, vocabulary.WordTakenBack),
    "said": (vocabulary.OccurrenceSaid, vocabulary.OccurrenceMoved, vocabulary.MissExplained),
    "answers": (vocabulary.OccurrenceAnswered, vocabulary.OccurrenceReleased, vocabulary.OccurrenceRemarked),
    "daily": get_args(Daily),
    "broken": get_args(Repair),
    "closed": (RepairClosed, RepairReopened),
    "people": (
        vocabulary.SpaceOpened,
        vocabulary.MemberProposed,
        vocabulary.MemberAgreed,
        vocabulary.MemberJoined,
        vocabulary.MemberLeft,
        vocabulary.MemberReset,
        vocabulary.ReturnAsked,
        vocabulary.ReturnAgreed,
        vocabulary.MemberReturned,
        vocabulary.ErasureAsked,
        vocabulary.ErasureWithdrawn,
    ),
}


@dataclass(frozen=True)
class Asked:
    """What the reader wants to see: a kind, a person, a span of days, and where the page begins."""

    kind: str = ""
    by: str = ""
    start: date | None = None
    end: date | None = None
    before: int | None = None


@dataclass(frozen=True)
class Page:
    """One page of lines by day, and where the next, older one begins."""

    days: list[tuple[date, list[Line]]]
    older: int | None
    erasures: dict[str, Erasure]


def page(here: Here, asked: Asked) -> Page:
    found = list(islice(_matching(_source(here, asked), asked), PAGE + 1))
    shown = found[:PAGE]
    older = shown[-1].seq if len(found) > PAGE else None
    return Page(list(_by_day(here, lines_of(here, shown))), older, shelf.state(here).erasures)


def _source(here: Here, asked: Asked) -> Iterator[Event]:
    if asked.start and asked.end:
        zone = ZoneInfo(here.viewer.zone)
        start = datetime.combine(asked.start, time(), zone)
        end = datetime.combine(asked.end + timedelta(days=1), time(), zone)
        spanned = store.between(here, start, end)
        return spanned if asked.before is None else (event for event in spanned if event.seq < asked.before)
    return store.newest_first(here, before=asked.before)


def _matching(source: Iterable[Event], asked: Asked) -> Iterator[Event]:
    kinds = KINDS.get(asked.kind)
    for event in source:
        if (kinds is None or isinstance(event.facts, kinds)) and asked.by in {"", event.by}:
            yield event


def _by_day(here: Here, lines: list[Line]) -> Iterator[tuple[date, list[Line]]]:
    zone = ZoneInfo(here.viewer.zone)
    days: dict[date, list[Line]] = {}
    for line in lines:
        days.setdefault(line.event.at.astimezone(zone).date(), []).append(line)
    yield from days.items()
