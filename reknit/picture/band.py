"""What stands beside the stitches of a row, on the same axis of time: how it felt, and what was torn.

How it felt is a soft band from the low to the high end of its range, with the middle as a line in it and the person's
own reports as points. A tear runs through the cloth on its day; stitches in the second thread close as much of it as
has been mended. Every place is a share of the row, 0 at its beginning and 1 at its end.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

DEEP, EDGE = 36, 4
BARS = 5
_RIP = (1.5, -1.9, 1.7, -1.4, 1.2, -1.8, 1.6, -1.5)


@dataclass(frozen=True, slots=True)
class Felt:
    """How it felt at one place: the range and its middle, each between 0 (not at all) and 1 (fully)."""

    at: float
    low: float
    mean: float
    high: float


@dataclass(frozen=True, slots=True)
class Told:
    """A report of one's own: where, and the position chosen, between 0 and 1."""

    at: float
    value: float


@dataclass(frozen=True, slots=True)
class Band:
    """What was felt over one row. `about` says it in words."""

    about: str
    felt: Sequence[Felt]
    told: Sequence[Told] = ()


@dataclass(frozen=True, slots=True)
class Tear:
    """A breach: where in the row it happened, the part of it that has been mended (0 to 1), and where it is read."""

    at: float
    mended: float
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A band as it is drawn: the soft area, the line in it, and the points."""

    about: str
    area: str
    line: str
    points: list[tuple[str, str]]


def felt(band: Band, *, width: int) -> Drawn:
    """The band as paths in a box of `width` by `DEEP`."""
    top = [(width * each.at, _y(each.high)) for each in band.felt]
    bottom = [(width * each.at, _y(each.low)) for each in band.felt]
    middle = [(width * each.at, _y(each.mean)) for each in band.felt]
    points = [(_n(_within(width * told.at, width)), _n(_y(told.value))) for told in band.told]
    area = "" if not top else _path([*top, *reversed(bottom)]) + "Z"
    return Drawn(band.about, area, _path(middle), points)


def torn(tears: Iterable[Tear], *, width: int, height: int) -> list[dict[str, str]]:
    """Each tear as a slit through the whole row, and the stitches that close it from below."""
    return [_tear(tear, _within(width * tear.at, width), height) for tear in tears]


def _tear(tear: Tear, x: float, height: int) -> dict[str, str]:
    """The slit is as wide as what is open; stitches close the rest, and the last one only when all of it is closed."""
    down = height / len(_RIP)
    edge = [(x + lean, place * down) for place, lean in enumerate((0.0, *_RIP[:-1], 0.0))]
    open_ = 1.0 + 1.6 * (1 - tear.mended)
    left = [(at - open_, y) for at, y in edge]
    right = [(at + open_, y) for at, y in reversed(edge)]
    bars = BARS * max(1, round(height / 32))
    closed = bars if tear.mended >= 1 else min(bars - 1, round(bars * tear.mended))
    step = height / (bars + 1)
    mends = "".join(f"M{_n(x - 4.6)} {_n(height - step * (bar + 1) + 1.2)}l9.2-2.4" for bar in range(closed))
    return {
        "slit": _path([*left, *right]) + "Z",
        "mends": mends,
        "title": tear.title,
        "href": tear.href,
        "x": _n(x - 7),
    }


def _y(value: float) -> float:
    return EDGE + (1 - min(1.0, max(0.0, value))) * (DEEP - 2 * EDGE)


def _within(x: float, width: int) -> float:
    """Kept off the very edge, where half of it would be cut away."""
    return min(width - 4.0, max(4.0, x))


def _path(points: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{_n(x)} {_n(y)}" for x, y in points) if points else ""


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
