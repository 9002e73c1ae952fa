"""The same again: how often, from when to when, and whether it grows or eases (B4)."""

from dataclasses import dataclass, field
from datetime import date
from math import comb

from reknit.engine.inputs import AnyInput, Boundary, Breach, Crack, Outcome
from reknit.engine.reading import Pattern, Trend

WINDOW = 182  # days it looks back
DAYS = 30  # the latest of a kind that are remembered one by one
FEWEST, CLEAR, STEADY = 3, 0.1, 8


@dataclass(slots=True)
class Patterns:
    """The ordinal days of each kind, oldest first."""

    days: dict[str, list[int]] = field(default_factory=dict)

    def saw(self, each: AnyInput) -> None:
        if kind := lapse(each):
            day = each.day.toordinal()
            self.days[kind] = [*self.days.get(kind, [])[1 - DAYS :], day]

    def reading(self, today: int) -> tuple[Pattern, ...]:
        """Kinds seen at least three times in the last half year, the most frequent first."""
        recent = {kind: [day for day in days if day > today - WINDOW] for kind, days in self.days.items()}
        found = [_pattern(kind, days, today) for kind, days in recent.items() if len(days) >= FEWEST]
        return tuple(sorted(found, key=lambda each: (-each.count, each.kind)))


def lapse(each: AnyInput) -> str:
    """What the same again is told by; empty for what is no lapse, or only said."""
    if isinstance(each, Crack | Breach):
        return each.kind
    if isinstance(each, Boundary):
        return "" if each.honoured else "boundary"
    return each.shape if isinstance(each, Outcome) and each.by_viewer and each.shape != "kept" else ""


def _pattern(kind: str, days: list[int], today: int) -> Pattern:
    return Pattern(kind, len(days), date.fromordinal(days[0]), date.fromordinal(days[-1]), trend(days, today))


def trend(days: list[int], today: int) -> Trend:
    """After the first, how many fall into the later half of the time since: more or fewer than an even rate would give
    in one of ten cases; steady where there are eight or more and neither is so."""
    rest, middle = days[1:], (days[0] + today) / 2
    later, n = sum(day > middle for day in rest), len(rest)
    if today <= days[0]:
        return "unclear"
    if _at_least(later, n) <= CLEAR:
        return "more"
    if _at_least(n - later, n) <= CLEAR:
        return "less"
    return "steady" if n >= STEADY else "unclear"


def _at_least(k: int, n: int) -> float:
    """The chance of k or more heads in n throws."""
    return sum(comb(n, i) for i in range(k, n + 1)) / 2**n
