"""Small things nobody came back to, kept as sums: thousands of them cost no more than one.

A slight heals by itself as r = .5 − gap, where the gap halves every sixty days. So the open part of all slights of a
kind, Σ m_i·(1 − r_i) with m = s·k, is .5·Σm + Σ m·gap: two numbers a kind. The latest are also kept by name, so that
one of them can be taken out and be acknowledged, set down, reopened.
"""

from dataclasses import dataclass, field

from reknit.engine.numbers import Harm as Numbers

BY_NAME = 32
Kind = tuple[str, str]  # what the same again is told by, and the facet


class Forgotten(KeyError):
    """Something was said of a slight that only its sum is left of: fold from the beginning, with its id in `keep`."""


@dataclass(slots=True)
class Slight:
    """One of them: `mass` s·k, and its `gap` as it was on the ordinal day `at`."""

    day: int
    kind: Kind
    mass: float
    gap: float
    at: int

    def now(self, day: int, numbers: Numbers) -> float:
        return float(self.gap * 0.5 ** ((day - self.at) / numbers.slight_half_life))


@dataclass(slots=True)
class Sum:
    """All of a kind: `mass` Σm and `open` Σ m·gap."""

    mass: float = 0.0
    open: float = 0.0


@dataclass(slots=True)
class Slights:
    """The sums by kind, the latest by id, and what is left open of those that were worked on
    long ago; `keep`: how often an id is still to be come back to."""

    sums: dict[Kind, Sum] = field(default_factory=dict)
    named: dict[str, Slight] = field(default_factory=dict)
    settled: dict[str, float] = field(default_factory=dict)
    keep: dict[str, int] = field(default_factory=dict)

    def by_facet(self, numbers: Numbers) -> dict[str, float]:
        """Σ s·k·(1 − r) of all of them, by facet."""
        found, left = dict(self.settled), 1 - numbers.heals_to
        for (_, facet), each in self.sums.items():
            found[facet] = found.get(facet, 0.0) + left * each.mass + each.open
        return found

    def settle(self, facet: str, left: float) -> None:
        """What is left open of one that is followed no longer."""
        self.settled[facet] = self.settled.get(facet, 0.0) + left

    def add(self, name: str, day: int, kind: Kind, mass: float, numbers: Numbers) -> None:
        """A new one, with r = 0."""
        found = self.sums.setdefault(kind, Sum())
        found.mass += mass
        found.open += mass * numbers.heals_to
        self.named[name] = Slight(day, kind, mass, numbers.heals_to, day)
        for old in list(self.named)[: max(len(self.named) - BY_NAME, 0)]:
            if not self.awaited(old):
                del self.named[old]

    def awaited(self, name: str) -> bool:
        """Whether it is still to be come back to."""
        return self.keep.get(name, 0) > 0

    def take(self, name: str, day: int, numbers: Numbers) -> Slight | None:
        """Take one out of the sums, its gap as of `day`."""
        found = self.named.pop(name, None)
        if found:
            found.gap, found.at = found.now(day, numbers), day
            self.sums[found.kind].mass -= found.mass
            self.sums[found.kind].open -= found.mass * found.gap
        return found

    def repeated(self, kind: str, day: int, numbers: Numbers) -> None:
        """A breach of the same kind: what had healed is half undone, r ← r/2."""
        half = numbers.heals_to / 2
        for (each_kind, _), total in self.sums.items():
            if each_kind == kind:
                total.open = half * total.mass + 0.5 * total.open
        for each in self.named.values():
            if each.kind[0] == kind:
                each.gap, each.at = half + 0.5 * each.now(day, numbers), day

    def night(self, heal: float) -> None:
        for each in self.sums.values():
            each.open *= heal
