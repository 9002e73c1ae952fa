"""Small things nobody came back to, kept as sums: thousands of them cost no more than one.

A slight heals by itself as r = .5 − gap, where the gap halves every sixty days. So the open part of all slights of a
kind, Σ m_i·(1 − r_i) with m = s·k, is .5·Σm + Σ m·gap: two numbers a kind. The latest are also kept by name, so that
one of them can be taken out and be acknowledged, set down, reopened.
"""

from dataclasses import dataclass, field

from reknit.engine.numbers import Harm as Numbers

BY_NAME = 64


class Forgotten(KeyError):
    """Something was said of a slight that only its sum is left of: fold from the beginning, with its id in `keep`."""


@dataclass(slots=True)
class Slight:
    """One of them: `mass` s·k, and its `gap` as it was on the ordinal day `at`."""

    day: int
    kind: str
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
    """The sums by kind, the latest by id, and what is left open of those that were worked on long ago."""

    sums: dict[str, Sum] = field(default_factory=dict)
    named: dict[str, Slight] = field(default_factory=dict)
    settled: float = 0.0
    keep: frozenset[str] = frozenset()

    def open_part(self, numbers: Numbers) -> float:
        """Σ s·k·(1 − r) of all of them."""
        return self.settled + sum((1 - numbers.heals_to) * each.mass + each.open for each in self.sums.values())

    def add(self, name: str, day: int, kind: str, mass: float, numbers: Numbers) -> None:
        """A new one, with r = 0."""
        found = self.sums.setdefault(kind, Sum())
        found.mass += mass
        found.open += mass * numbers.heals_to
        self.named[name] = Slight(day, kind, mass, numbers.heals_to, day)
        if len(self.named) > BY_NAME + len(self.keep):
            del self.named[next(name for name in self.named if name not in self.keep)]

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
        if kind not in self.sums:
            return
        half = numbers.heals_to / 2
        self.sums[kind].open = half * self.sums[kind].mass + 0.5 * self.sums[kind].open
        for each in self.named.values():
            if each.kind == kind:
                each.gap, each.at = half + 0.5 * each.now(day, numbers), day

    def night(self, heal: float) -> None:
        for each in self.sums.values():
            each.open *= heal
