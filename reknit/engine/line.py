"""The feeling line: a point each Sunday of the last sixty weeks, and before that on the last day of each month."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

from reknit.engine.mixture import Mixture, eighty
from reknit.engine.reading import Point

WEEKS = 60


@dataclass(slots=True)
class Raw:
    """A point whose range nobody has asked for yet."""

    day: int
    mean: float
    harm: float
    mix: Mixture


@dataclass(slots=True)
class Line:
    """The points so far; ranges are worked out together, when asked for."""

    points: list[Point] = field(default_factory=list)
    raw: list[Raw] = field(default_factory=list)

    def mark(self, day: int, mean: float, harm: float, mix: Mixture) -> None:
        self.raw.append(Raw(day, mean, harm, mix))

    def settled(self, today: int) -> list[Point]:
        """All points that are kept as of today."""
        if self.raw:
            self.points += ranged(self.raw)
            self.raw = []
        oldest = date.fromordinal(max(today - 7 * WEEKS, 1))
        self.points = [each for each in self.points if each.day > oldest or month_ends(each.day)]
        return self.points


def marks(day: int) -> bool:
    """Whether this ordinal day gets a point: a Sunday, or the last of a month."""
    return day % 7 == 0 or month_ends(date.fromordinal(day))


def month_ends(day: date) -> bool:
    return (day + timedelta(1)).day == 1


def ranged(raw: list[Raw]) -> list[Point]:
    """Their ranges, to four digits, which is what a snapshot keeps."""
    mixes = [each.mix for each in raw]
    centre, spread, weight = (np.concatenate(each, axis=1) for each in zip(*_parts(mixes), strict=True))
    low, high = eighty(Mixture(centre, spread, weight, np.concatenate([each.free for each in mixes])))
    return [
        Point(date.fromordinal(each.day), _digits(each.mean), _digits(below), _digits(above), _digits(each.harm))
        for each, below, above in zip(raw, low, high, strict=True)
    ]


def _parts(mixes: list[Mixture]) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    return ((each.centre, each.spread, each.weight) for each in mixes)


def _digits(value: float) -> float:
    return round(min(1.0, max(0.0, float(value))), 4)
