"""The exact account of the drawn mean: every step books what it moved to its cause, so it adds up by construction."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from reknit.engine.inputs import AnyInput, Boundary, CheckIn, Outcome
from reknit.engine.reading import Cause, Why
from reknit.engine.stages import Share

LARGEST = 5


@dataclass(slots=True)
class Account:
    """From the beginning: where the line began, how much each kind of cause has moved it, the five inputs that moved it
    most. `booked` holds every booking since the account was made or restored."""

    start: float
    begun: int = 0
    totals: dict[str, float] = field(default_factory=dict)
    largest: list[Cause] = field(default_factory=list)
    booked: list[Cause] = field(default_factory=list)

    def book(self, day: int, kind: str, by: float, name: str = "") -> None:
        """So much was moved on this ordinal day; a `name` where an input did it."""
        if not by:
            return
        cause = Cause(name, kind, date.fromordinal(day), by)
        self.totals[kind] = self.totals.get(kind, 0.0) + by
        self.booked.append(cause)
        if name and (len(self.largest) < LARGEST or abs(by) > abs(self.largest[-1].by)):
            self.largest = largest([*self.largest, cause])

    def share(self, day: int, by: float, shares: Iterable[Share]) -> None:
        """What a group moved, to each input by its part in the group's sum."""
        found = list(shares)
        if not by:
            return
        whole = sum(share.size for share in found)
        for share in found:
            part = share.size / whole if whole else 1 / len(found)
            self.book(day, kind_of(share.each), by * part, share.each.id)

    def why(self, end: float) -> Why:
        """All of it, from the beginning."""
        return Why(date.fromordinal(self.begun), self.start, end, dict(self.totals), tuple(self.largest))

    def since(self, day: date, end: float) -> Why:
        """What was booked after that day."""
        later = [cause for cause in self.booked if cause.day > day]
        totals: dict[str, float] = {}
        for cause in later:
            totals[cause.kind] = totals.get(cause.kind, 0.0) + cause.by
        named = [cause for cause in later if cause.id]
        return Why(day, end - sum(totals.values()), end, totals, tuple(largest(named)))


def largest(causes: Iterable[Cause]) -> list[Cause]:
    """The five that moved it most; of equals the earlier, then by id."""
    return sorted(causes, key=lambda cause: (-abs(cause.by), cause.day, cause.id))[:LARGEST]


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
