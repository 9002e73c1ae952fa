"""A direction's state as bytes, under ten kilobytes, and back: what is folded on from it goes on identically."""

import json
import zlib
from dataclasses import astuple
from datetime import date
from itertools import accumulate, pairwise
from typing import Any

from reknit.engine.bank import Bank
from reknit.engine.course import Course
from reknit.engine.direction import Fold
from reknit.engine.facets import Facet
from reknit.engine.felt import Felt
from reknit.engine.harm import Ledger, Wound
from reknit.engine.line import Line
from reknit.engine.numbers import LIFE, Preset
from reknit.engine.patterns import Patterns
from reknit.engine.reading import Point, Surprise
from reknit.engine.record import Tally
from reknit.engine.slights import Slight, Slights, Sum
from reknit.engine.stages import Deeds
from reknit.engine.told import Records, Rhythm, Seen, Told
from reknit.engine.why import Account, Booked

VERSION = 3


def save(fold: Fold) -> bytes:
    """All of the state."""
    fold.felt.account.forget(fold.day)
    state = {
        "version": VERSION, "day": fold.day, "moved": fold.moved, "deceived": fold.deceived, "past": fold.past,
        "patterns": fold.patterns.days, "records": _records(fold.deeds.records),
        "rhythm": [fold.rhythm.first, fold.rhythm.days], "deeds": _deeds(fold.deeds),
        "surprises": [[each.id, each.day.toordinal(), each.chance] for each in fold.surprises],
        "facets": {name: [_told(each.told), _course(each.course)] for name, each in fold.facets.items()},
        "line": _steps([[each.day.toordinal(), *_digits(each)] for each in fold.line.settled(fold.day)]),
        "felt": _felt(fold.felt),
    }  # fmt: skip
    text = json.dumps(state, separators=(",", ":")).encode()
    return len(text).to_bytes(4, "big") + zlib.compress(text + fold.felt.bank.to_bytes(), 9)


def restore(data: bytes, *, preset: Preset = LIFE) -> Fold:
    """The state `save` wrote; the same preset as it was begun with."""
    length, whole = int.from_bytes(data[:4], "big"), zlib.decompress(data[4:])
    state = json.loads(whole[:length])
    if state["version"] != VERSION:
        raise ValueError("written by another version: fold from the beginning")
    return Fold(
        felt=_felt_back(state["felt"], Bank.from_bytes(whole[length:], preset=preset)),
        deeds=_deeds_back(state["deeds"], _records_back(state["records"])),
        patterns=Patterns(state["patterns"]),
        rhythm=Rhythm(*state["rhythm"]),
        line=Line([_point(*each) for each in _unsteps(state["line"])]),
        facets={name: Facet(_told_back(told), Course(*course)) for name, (told, course) in state["facets"].items()},
        surprises=[Surprise(name, date.fromordinal(day), chance) for name, day, chance in state["surprises"]],
        past=state["past"],
        day=state["day"],
        moved=state["moved"],
        deceived=state["deceived"],
    )


def _told(told: Told) -> list[Any]:
    return [*astuple(told)[:7], told.last]


def _told_back(state: list[Any]) -> Told:
    since, tally, kept, late, missed, said, differs, last = state
    return Told(since, Tally(*tally), kept, late, missed, said, differs, [Seen(*each) for each in last])


def _records(records: Records) -> list[Any]:
    since = None if records.since is records.told else records.since
    found = [records.told, since, records.until_major, records.before]
    return [records.major, *(each and _told(each) for each in found)]


def _records_back(state: list[Any]) -> Records:
    told, since, until_major, before = (each and _told_back(each) for each in state[1:])
    records = Records(told, state[0], until_major, before)
    records.since = since or told
    return records


def _course(course: Course) -> list[float]:
    return [course.theta, course.mu, course.words]


def _deeds(deeds: Deeds) -> list[Any]:
    slights = deeds.ledger.slights
    return [
        [astuple(each) for each in deeds.ledger.wounds.values()],
        deeds.ledger.kinds,
        [[*kind, each.mass, each.open] for kind, each in slights.sums.items()],
        [[name, *astuple(each)] for name, each in slights.named.items()],
        slights.settled,
    ]


def _deeds_back(state: list[Any], records: Records) -> Deeds:
    wounds, kinds, sums, named, settled = state
    slights = Slights(
        {(kind, facet): Sum(mass, left) for kind, facet, mass, left in sums},
        {name: Slight(day, tuple(kind), *rest) for name, day, kind, *rest in named},
        settled,
    )
    ledger = Ledger({each[0]: Wound(*each) for each in wounds}, slights, kinds)
    return Deeds(ledger, records, strict=True)


def _felt(felt: Felt) -> list[Any]:
    account = felt.account
    days = list(account.days.items())
    booked = [account.start, account.begun, account.totals, account.largest, days, account.recent]
    return [_course(felt.course), felt.reports, felt.drawn, booked]


def _felt_back(state: list[Any], bank: Bank) -> Felt:
    course, reports, drawn, (start, begun, totals, largest, days, recent) = state
    named = [[Booked(*each) for each in found] for found in (largest, recent)]
    felt = Felt(Course(*course), bank, Account(start, begun, totals, named[0], dict(days), named[1]), reports)
    felt.drawn = drawn  # as it was, to the last bit
    return felt


def _digits(point: Point) -> list[int]:
    return [round(value * 10_000) for value in (point.mean, point.low, point.high, point.harm)]


def _steps(rows: list[list[int]]) -> list[list[int]]:
    """Column by column, each as its steps, which takes half the room."""
    return [[after - before for before, after in pairwise([0, *column])] for column in zip(*rows, strict=True)]


def _unsteps(columns: list[list[int]]) -> list[tuple[int, ...]]:
    return list(zip(*map(accumulate, columns), strict=True))


def _point(day: int, *digits: int) -> Point:
    return Point(date.fromordinal(day), *(digit / 10_000 for digit in digits))
