"""How it feels, in one direction: the engine's reading of what was shared and of what its owner keeps to themselves.

Only for its owner: nobody else's private word is ever in it, and what it comes to is shown to nobody else.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.urls import reverse

from reknit.engine.direction import Fold
from reknit.engine.picture import look, read
from reknit.engine.reading import BreachReading, Cause, Point, Reading, Surprise
from reknit.picture.band import Band, Felt, Told
from reknit.picture.gather import Direction, gather
from reknit.picture.kept import Following
from reknit.practice.events import Event, PromiseMade
from reknit.practice.facts_daily import CheckedIn, CrackNoted, MomentNoted
from reknit.shelves import private, shelf
from reknit.spaces.access import Here

POSITIONS = {1: 0.1, 2: 0.3, 3: 0.5, 4: 0.7, 5: 0.9}


@dataclass(frozen=True)
class Known:
    """One direction as its owner knows it on a day: what the engine reads in it, their own check-ins, the day of the
    first thing of all. `threads` names, for each thing the reading names, the first event of its thread; `notes` those
    that are the owner's own, by the first note of theirs."""

    reading: Reading
    reports: list[tuple[date, int]]
    first: date | None
    threads: Mapping[str, Event]
    notes: Mapping[str, str]


def known(here: Here, found: Following, fold: Fold, day: date, *, aside: bool) -> Known:
    """What there is to say of a direction; where the owner's notes are in it (`aside`), also where all of it is
    read."""
    reading = look(fold)
    if not aside:
        return Known(reading, [], found.first, {}, {})
    ids = {one.id.partition(" ")[0] for one in _named(reading)}
    shared = shelf.some(here, ids) if ids else {}
    roots = shelf.some(here, {one.about for one in shared.values()} - shared.keys()) if shared else {}
    threads = {id_: (shared | roots).get(event.about, event) for id_, event in shared.items()}
    notes = private.roots(here, ids - shared.keys())
    return Known(reading, found.reports(day), found.first, threads, notes)


def alone(events: Iterable[Event], way: Direction, day: date) -> Reading:
    """What the engine reads in these events alone, at the end of a day."""
    return read(gather(events, way), day)


def _named(reading: Reading) -> Iterator[Cause | Surprise | BreachReading]:
    yield from reading.harm.breaches
    yield from reading.surprises
    for why in (reading.why, reading.lately):
        yield from why.largest if why else ()


def end_of(day: date, zone: str) -> datetime:
    """The first moment after a local day."""
    return datetime.combine(day + timedelta(days=1), time(), ZoneInfo(zone))


def link(here: Here, known: Known, cause: Cause) -> str:
    """Where the thing behind a cause is read; nothing for a night's doing."""
    root, _space, due = cause.id.partition(" ")
    if root in known.notes:
        return reverse("mine_note", args=[known.notes[root]])
    first = known.threads.get(root)
    if first is None:
        return ""
    if isinstance(first.facts, PromiseMade):
        page = "occurrence" if due else "promise"
        return reverse(page, args=[here.space_id, first.id, due] if due else [here.space_id, first.id])
    if isinstance(first.facts, CrackNoted):
        return reverse("crack", args=[here.space_id, first.id])
    if isinstance(first.facts, MomentNoted | CheckedIn):
        return f"{reverse('history', args=[here.space_id])}?from={cause.day}&to={cause.day}"
    return reverse("breach", args=[here.space_id, first.id])


def band(known: Known, start: date, end: date, about: str) -> Band | None:
    """The band from the morning of `start` to the evening of `end`, from the first report on; before that nobody has
    said how it felt, and nothing is drawn."""
    days = (end - start).days + 1
    first = min((day for day, _at in known.reports), default=None)
    if first is None or first > end:
        return None
    line = _around(known.reading.line, max(start, first), end)
    points = [_felt((point.day - start).days + 1, days, point) for point in line]
    told = [
        Told(((day - start).days + 0.5) / days, POSITIONS[trusting])
        for day, trusting in known.reports
        if start <= day <= end
    ]
    return Band(about, points, told) if len(points) > 1 or told else None


def _felt(since: int, days: int, point: Point) -> Felt:
    return Felt(since / days, point.low, point.mean, point.high)


def _around(line: Sequence[Point], start: date, end: date) -> list[Point]:
    """The points within these days, with one drawn in at either edge from the points on both sides of it."""
    before = start - timedelta(days=1)
    inside = [point for point in line if before < point.day < end]
    first, last = _at(line, before), _at(line, end)
    return [*([first] if first else []), *inside, *([last] if last else [])]


def _at(line: Sequence[Point], day: date) -> Point | None:
    """The line on a day between two points of it, or nothing outside of it."""
    left = next((point for point in reversed(line) if point.day <= day), None)
    right = next((point for point in line if point.day >= day), None)
    if left is None or right is None:
        return None
    if left.day == right.day:
        return left
    share = (day - left.day).days / (right.day - left.day).days
    mixed = [a + (b - a) * share for a, b in zip(_numbers(left), _numbers(right), strict=True)]
    return Point(day, *mixed)


def _numbers(point: Point) -> tuple[float, float, float, float]:
    return point.mean, point.low, point.high, point.harm
