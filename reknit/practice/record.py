"""What came of the promises in one direction, from one maker to one receiver: the last sixty, and counts for ever.

In the receiver's picture the receiver's answer is the outcome. Where only the maker has spoken, or the receiver is not
sure or would rather not say, it stands as said and has no outcome.
"""

from bisect import insort
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Literal

import msgspec

from reknit.practice.facts import Answer
from reknit.practice.occurrence import Occurrence, Promise, Seen

Shape = Literal["kept", "late", "missed", "changed", "released", "said"]
LAST = 60
WEEKS = 60


class Stitch(msgspec.Struct, frozen=True, omit_defaults=True):
    """One occurrence on the deed line of one direction.

    `on` is the key that counts, `due` the one first promised; `outcome` is empty for changed, released and said;
    `said` is the maker's word and `answer` the receiver's; `told_at` when a miss was last named by anyone.
    """

    on: str
    root: str
    due: str
    shape: Shape
    outcome: Seen = ""
    said: Seen = ""
    answer: Answer | Literal[""] = ""
    differs: bool = False
    moved: int = 0
    explained: bool = False
    owned: bool = False
    told_at: datetime | None = None
    weight: float = 1.0
    facet: str = "consistency"

    @property
    def key(self) -> tuple[str, str, str]:
        """Its place on the line: by the time that counts, what is due by the end of a day after that day's hours."""
        return self.on if len(self.on) > 10 else f"{self.on}T24:00", self.root, self.due

    @property
    def said_only(self) -> bool:
        return self.shape == "said"

    @property
    def day(self) -> date:
        return date.fromisoformat(self.on[:10])


class Counts(msgspec.Struct, array_like=True):
    """How many stitches of each shape; `differs` and `moved` say of how many of them that is true as well."""

    kept: int = 0
    late: int = 0
    missed: int = 0
    changed: int = 0
    released: int = 0
    said: int = 0
    differs: int = 0
    moved: int = 0

    @property
    def stitches(self) -> int:
        return self.kept + self.late + self.missed + self.changed + self.released + self.said

    @property
    def outcomes(self) -> int:
        return self.kept + self.late + self.missed

    def count(self, stitch: Stitch, by: int) -> None:
        setattr(self, stitch.shape, getattr(self, stitch.shape) + by)
        self.differs += by * stitch.differs
        self.moved += by * (stitch.moved > 0)

    def plus(self, other: "Counts") -> "Counts":
        pairs = zip(msgspec.structs.astuple(self), msgspec.structs.astuple(other), strict=True)
        return Counts(*(mine + theirs for mine, theirs in pairs))


class Record(msgspec.Struct, omit_defaults=True):
    """One direction: the last sixty stitches by due time, counts of the last sixty weeks and any to come (by their
    Monday), and of every month (`2026-03`), each by the day that counts in the end."""

    last60: list[Stitch] = []
    weeks: dict[str, Counts] = {}
    months: dict[str, Counts] = {}

    def change(self, old: Stitch | None, new: Stitch | None, *, at: datetime) -> None:
        """Put `new` where `old` was, as of the event at `at`. The same occurrence never counts twice; its time only
        ever moves later, so what once fell out of the last sixty stays out."""
        if old == new:
            return
        if old:
            self._count(old, -1, at)
            self._unpick(old)
        if new:
            self._count(new, 1, at)
            insort(self.last60, new, key=lambda stitch: stitch.key)
            del self.last60[:-LAST]

    def _unpick(self, old: Stitch) -> None:
        for place in range(len(self.last60) - 1, -1, -1):
            if self.last60[place].key == old.key:
                del self.last60[place]
                return

    @property
    def stitches(self) -> int:
        return sum(counts.stitches for counts in self.months.values())

    def _count(self, stitch: Stitch, by: int, at: datetime) -> None:
        oldest = _monday(at.date() - timedelta(weeks=WEEKS - 1))
        monday = _monday(stitch.day)
        _add(self.months, stitch.on[:7], stitch, by)
        if monday >= oldest:
            _add(self.weeks, monday, stitch, by)
        for week in [week for week in self.weeks if week < oldest]:
            del self.weeks[week]


def _monday(day: date) -> str:
    return (day - timedelta(days=day.weekday())).isoformat()


def _add(buckets: dict[str, Counts], name: str, stitch: Stitch, by: int) -> None:
    counts = buckets.get(name)
    if counts is None:
        if by < 0:
            return
        counts = buckets[name] = Counts()
    counts.count(stitch, by)
    if not counts.stitches:
        del buckets[name]


def direction(maker: str, receiver: str) -> str:
    return f"{maker}>{receiver}"


def total(counts: Iterable[Counts]) -> Counts:
    found = Counts()
    for each in counts:
        found = found.plus(each)
    return found


def stitch(promise: Promise, due: str, receiver: str) -> Stitch | None:
    """The occurrence as it stands in this receiver's picture, or None while it waits."""
    found = promise.occurrences.get(due)
    shape = found and _shape(found, receiver)
    if not found or not shape:
        return None
    given = found.answers.get(receiver)
    return Stitch(
        on=found.final,
        root=promise.id,
        due=due,
        shape=shape,
        outcome=given.seen if given and shape == given.seen else "",
        said=found.said,
        answer=given.answer if given else "",
        differs=found.differs(receiver),
        moved=found.moved.times if found.moved else 0,
        explained=found.explained is not None,
        owned=found.owned,
        told_at=_told_at(found, receiver),
        weight=promise.weight,
        facet=promise.facet,
    )


def _shape(found: Occurrence, receiver: str) -> Shape | None:
    if receiver in found.released_by:
        return "released"
    given = found.answers.get(receiver)
    if given and given.seen:
        return given.seen
    if found.said:
        return "said"
    settled = found.moved and (found.moved.to or found.moved.how == "cannot")
    return "changed" if settled else None


def _told_at(found: Occurrence, receiver: str) -> datetime | None:
    """When a miss was named last in this direction, by the maker or by the receiver themselves."""
    given = found.answers.get(receiver)
    times = [found.said_at] if found.said == "missed" else []
    if given and given.seen == "missed" and not given.taken:
        times.append(given.at)
    return max((time for time in times if time), default=None)
