"""The record of one direction as it is told: counts, the latest outcomes, the rhythm of what was kept."""

from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from reknit.engine.inputs import Outcome, Shape
from reknit.engine.reading import RecordReading, Regularity, Stitch
from reknit.engine.record import Tally, outcome

LAST, WEEKS = 16, 12


class Seen(NamedTuple):
    """One counted outcome: its id, ordinal day, what was seen, whether the other has another word."""

    id: str
    day: int
    shape: Shape
    differs: bool


@dataclass(slots=True)
class Told:
    """Counts since the ordinal day `since` (0: from the beginning)."""

    since: int = 0
    tally: Tally = field(default_factory=Tally)
    kept: int = 0
    late: int = 0
    missed: int = 0
    said: int = 0
    differs: int = 0
    last: list[Seen] = field(default_factory=list)

    def book(self, each: Outcome, remember: bool = True) -> None:
        """One outcome; where the viewer's own word is missing it is only counted as said."""
        if not each.by_viewer:
            self.said += 1
            return
        shape = each.shape
        self.tally.book(outcome(shape), each.weight)
        if shape == "kept":
            self.kept += 1
        elif shape == "late":
            self.late += 1
        else:
            self.missed += 1
        self.differs += each.differs
        if remember:
            self.last.append(Seen(each.id, each.day.toordinal(), shape, each.differs))
            if len(self.last) > LAST:
                del self.last[0]

    def counts(self) -> "Told":
        """As it stands now, without the latest one by one."""
        tally = Tally(self.tally.slow_kept, self.tally.slow_lost, self.tally.fast_kept, self.tally.fast_lost)
        return Told(self.since, tally, self.kept, self.late, self.missed, self.said, self.differs)

    def reading(self) -> RecordReading:
        """What is shown of it."""
        chance = self.tally.chance()
        last = tuple(Stitch(each.id, date.fromordinal(each.day), each.shape, each.differs) for each in self.last)
        return RecordReading(
            chance.mean, chance.low, chance.high, chance.n, self.kept, self.late, self.missed, self.said, self.differs,
            date.fromordinal(self.since) if self.since else None, last,
        )  # fmt: skip


@dataclass(slots=True)
class Records:
    """The record as it is told; the one since the last breach of .75 or more, which softens a lapse (the same, until
    there is such a breach); as it was told until that breach; and what was told before a new one began (A14)."""

    told: Told = field(default_factory=Told)
    since: Told = field(init=False)
    major: str = ""
    until_major: Told | None = None
    before: Told | None = None

    def __post_init__(self) -> None:
        self.since = self.told

    def book(self, each: Outcome) -> None:
        self.told.book(each)
        if self.since is not self.told:
            self.since.book(each)

    def broken(self, name: str, day: int) -> None:
        """A breach of .75 or more: from here on a new record may begin."""
        self.until_major, self.major = self.told.counts(), name
        self.since = Told(day)

    def renew(self, name: str) -> None:
        """The hurt person lets it begin, from the day of their last such breach."""
        if name == self.major and self.since is not self.told:
            self.before, self.told = self.until_major, self.since


@dataclass(slots=True)
class Rhythm:
    """The days on which something was kept: the first ever, and those of the last twelve weeks."""

    first: int = 0
    days: list[int] = field(default_factory=list)

    def kept(self, day: int) -> None:
        self.first = self.first or day
        if self.days and self.days[-1] == day:
            return
        self.days.append(day)
        while self.days[0] <= day - 7 * WEEKS:
            del self.days[0]

    def reading(self, today: int) -> Regularity | None:
        """Over the whole weeks up to today, twelve at most; None while there are fewer than four kept or weeks (E7)."""
        weeks = min(WEEKS, (today - self.first) // 7 + 1)
        seen = [each for each in self.days if each > today - 7 * weeks]
        if not self.first or weeks < 4 or len(seen) < 4:
            return None
        between = [after - before for before, after in pairwise(seen)]
        of_weeks = len({(today - each) // 7 for each in seen})
        return Regularity(of_weeks, weeks, float(median(between)), max(*between, today - seen[-1]))
