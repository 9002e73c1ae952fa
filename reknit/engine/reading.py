"""What the engine gives for one direction on one day: plain, frozen, nothing merged into one number.

All means and ranges are numbers from 0 to 1 and are never shown to a person as such; a range is the middle 80 %. Where
there is too little to go on, a number is None. Ids are those of the inputs.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from reknit.engine.inputs import Facet, Shape

Direction = Literal["rising", "falling", "unclear"]
Trend = Literal["more", "less", "steady", "unclear"]
Lies = Literal["far_above", "far_below", "near"]
# What moved the drawn line: a kind of input (`kept`, `late`, `missed`, `crack`, `breach`, `acknowledged`, `explained`,
# `apology`, `amends`, `honoured`, `crossed`, `moment`, `report`) or a night's `erosion`, `pull`, `fading`.
Kind = str


@dataclass(frozen=True)
class Stitch:
    """One outcome the record counted: its id, day, and what the viewer saw; `differs`: the other has another word."""

    id: str
    day: date
    shape: Shape
    differs: bool


@dataclass(frozen=True)
class RecordReading:
    """What was promised and what came of it. `mean`, `low`, `high`: how likely the next is kept, None while `n` (in
    outcomes) is below 4. Counts are of all outcomes since `since`; `said`: only the maker's word, weighs nothing;
    `differs`: outcomes the other sees differently. `last`: the latest sixteen, oldest first (none for a facet, and
    none of `before`)."""

    mean: float | None
    low: float | None
    high: float | None
    n: float
    kept: int
    late: int
    missed: int
    said: int
    differs: int
    since: date | None
    last: tuple[Stitch, ...]


@dataclass(frozen=True)
class BreachReading:
    """One breach: `severity` 0 to 1, `r` how much is repaired and `most` how far r may go as things stand (both 0 to
    1); `open` its h = s·k·(1 − r); `closed`: by the hurt person, or ""."""

    id: str
    day: date
    kind: str
    severity: float
    r: float
    most: float
    open: float
    acknowledged: bool
    closed: Literal["", "closed", "set_down"]


@dataclass(frozen=True)
class HarmReading:
    """What is still open: `harm` H from 0 to 1, each breach oldest first, and Σh of the small things (`slights`).

    `deceived`: there was a deceit in this direction, ever: choose words accordingly."""

    harm: float
    breaches: tuple[BreachReading, ...]
    slights: float
    deceived: bool


@dataclass(frozen=True)
class FeltReading:
    """What it feels like: the drawn `mean` and its range. `reports`: on how many of the person's own it stands; with
    none it is the expected course alone. `swing`: how much their reports go up and down by themselves, in felt
    trust."""

    mean: float
    low: float
    high: float
    direction: Direction
    swing: float
    reports: int


@dataclass(frozen=True)
class Cause:
    """What moved the drawn mean, by how much (in felt trust, signed). `id` is the input's, or "" for a night's
    doing."""

    id: str
    kind: Kind
    day: date
    by: float


@dataclass(frozen=True)
class Why:
    """The exact account of the drawn mean: `start` + the sum of `totals` = `end`, to 1e-9. `largest`: the five inputs
    that moved it most, largest first; the same input may have moved it up and down, its sum counts."""

    since: date
    start: float
    end: float
    totals: Mapping[Kind, float]
    largest: tuple[Cause, ...]


@dataclass(frozen=True)
class Pattern:
    """The same again: what kind, how often, from when to when, and whether it grows or eases."""

    kind: str
    count: int
    first: date
    last: date
    trend: Trend


@dataclass(frozen=True)
class Surprise:
    """A small lapse that was not like its maker (A10): the id of the outcome, and how likely it had been kept."""

    id: str
    day: date
    chance: float


@dataclass(frozen=True)
class Regularity:
    """The rhythm of what was kept (E7): in how many of the last `of` weeks there was any, and the usual and the longest
    time between two, in days."""

    weeks: int
    of: int
    usual: float
    longest: int


@dataclass(frozen=True)
class Gap:
    """Felt beside record, for its owner alone and only when opened (L8): whether the ranges lie apart, and which
    way."""

    lies: Lies
    felt: tuple[float, float]
    record: tuple[float, float]


@dataclass(frozen=True)
class Point:
    """The feeling line at the end of one day: drawn mean, range, and the open harm H."""

    day: date
    mean: float
    low: float
    high: float
    harm: float


@dataclass(frozen=True)
class FacetReading:
    """One facet by itself, where there is enough. `felt`: the expected course of what happened in it; reports speak of
    the whole, so it has no range."""

    record: RecordReading
    harm: HarmReading
    felt: float


@dataclass(frozen=True)
class Reading:
    """One direction, as it was known on `day`. `felt`, `why`, `lately` are None where nothing happened and nobody
    reported. `before`: the record until a new one began (A14). `why` goes back to the beginning, `lately` thirty days.
    `line`: Sundays of the last sixty weeks, and before
    that the last day of each month."""

    day: date
    record: RecordReading
    before: RecordReading | None
    harm: HarmReading
    felt: FeltReading | None
    why: Why | None
    lately: Why | None
    patterns: tuple[Pattern, ...]
    surprises: tuple[Surprise, ...]
    regularity: Regularity | None
    gap: Gap | None
    line: tuple[Point, ...]
    facets: Mapping[Facet, FacetReading]
