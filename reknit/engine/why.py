"""The exact account of the drawn mean: every step books what it moved to its cause, so it adds up by construction."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from reknit.engine.inputs import AnyInput, Boundary, CheckIn, Outcome
from reknit.engine.numbers import FELT
from reknit.engine.reading import Cause, Why
from reknit.engine.stages import Share

LARGEST = 5
LATELY = int(FELT.swing_days)
MANY = 64


class Booked(NamedTuple):
    """What one input moved, by how much, on an ordinal day."""

    id: str
    kind: str
    day: int
    by: float


@dataclass(slots=True)
class Account:
    """From the beginning: where the line began, how much each kind of cause has moved it, the five inputs that moved it
    most. `days`: the same of each of the last thirty days; `recent`: which of their inputs may be among the five
    largest of the last thirty days, now or later."""

    start: float
    begun: int = 0
    totals: dict[str, float] = field(default_factory=dict)
    largest: list[Booked] = field(default_factory=list)
    days: dict[int, dict[str, float]] = field(default_factory=dict)
    recent: list[Booked] = field(default_factory=list)

    def book(self, day: int, kind: str, by: float, name: str = "") -> None:
        """So much was moved on this ordinal day; a `name` where an input did it."""
        if not by:
            return
        totals = self.days.setdefault(day, {})
        totals[kind] = totals.get(kind, 0.0) + by
        self.totals[kind] = self.totals.get(kind, 0.0) + by
        if name:
            self._name(Booked(name, kind, day, by))

    def _name(self, cause: Booked) -> None:
        self.recent.append(cause)
        if len(self.largest) < LARGEST or abs(cause.by) > abs(self.largest[-1].by):
            self.largest = sorted([*self.largest, cause], key=_rank)[:LARGEST]
        if len(self.recent) > MANY:
            self.forget(cause.day)

    def forget(self, today: int) -> None:
        """Leave behind what no account of the last thirty days will name again: what is older, and what five inputs of
        the same day or later have moved by more."""
        self.days = {day: totals for day, totals in self.days.items() if day > today - LATELY}
        kept: list[Booked] = []
        for cause in sorted((one for one in self.recent if one.day > today - LATELY), key=_rank):
            if sum(one.day >= cause.day for one in kept) < LARGEST:
                kept.append(cause)
        self.recent = sorted(kept, key=lambda one: (one.day, one.id))

    def share(self, day: int, by: float, shares: Iterable[Share]) -> None:
        """What a group moved, to each input by its part in the group's sum."""
        if not by:
            return
        found = list(shares)
        whole = sum(share.size for share in found)
        for share in found:
            part = share.size / whole if whole else 1 / len(found)
            self.book(day, kind_of(share.each), by * part, share.each.id)

    def why(self, end: float) -> Why:
        """All of it, from the beginning."""
        return Why(date.fromordinal(self.begun), self.start, end, dict(self.totals), _causes(self.largest))

    def lately(self, today: int, end: float) -> Why:
        """What was booked in the thirty days up to today."""
        totals: dict[str, float] = {}
        for day in sorted(day for day in self.days if day > today - LATELY):
            for kind, by in self.days[day].items():
                totals[kind] = totals.get(kind, 0.0) + by
        named = sorted((one for one in self.recent if one.day > today - LATELY), key=_rank)
        since = date.fromordinal(max(today - LATELY, 1))
        return Why(since, end - sum(totals.values()), end, totals, _causes(named[:LARGEST]))


def _rank(cause: Booked) -> tuple[float, int, str]:
    """Those that moved it most come first; of equals the earlier, then by id."""
    return -abs(cause.by), cause.day, cause.id


def _causes(found: Iterable[Booked]) -> tuple[Cause, ...]:
    return tuple(Cause(one.id, one.kind, date.fromordinal(one.day), one.by) for one in found)


def kind_of(each: AnyInput) -> str:
    """What its cause is called."""
    if isinstance(each, Outcome):
        return each.shape
    if isinstance(each, Boundary):
        return "honoured" if each.honoured else "crossed"
    return "report" if isinstance(each, CheckIn) else NAMES[type(each).__name__]


NAMES: Mapping[str, str] = {
    "Crack": "crack", "Breach": "breach", "Acknowledged": "acknowledged", "Explained": "explained", "Apology":
    "apology", "Amends": "amends", "Moment": "moment", "Closed": "closed", "SetDown": "set_down", "Reopened":
    "reopened", "NewRecord": "new_record",
}  # fmt: skip
