"""Predictors of whether the next promise is kept, all untrained, one step ahead, each act from that person's earlier
acts alone; the first act of a person is not counted. Written out from their equations."""

from collections.abc import Callable
from math import exp, log
from typing import Protocol

from reknit.engine.record import Tally

SURE = 0.001  # what is surer than this is taken as this sure


class Predictor(Protocol):
    """Something that gives a chance, then learns what came of it."""

    def next_kept(self) -> float: ...
    def book(self, outcome: float) -> None: ...


class Counts:
    """Beta(1,1): plain counts."""

    def __init__(self) -> None:
        self.kept, self.lost = 1.0, 1.0

    def next_kept(self) -> float:
        return self.kept / (self.kept + self.lost)

    def book(self, outcome: float) -> None:
        self.kept, self.lost = self.kept + outcome, self.lost + 1 - outcome


class Smoothed:
    """Exponential smoothing, s ← s + .3·(o − s), from .6."""

    def __init__(self) -> None:
        self.s = 0.6

    def next_kept(self) -> float:
        return self.s

    def book(self, outcome: float) -> None:
        self.s += 0.3 * (outcome - self.s)


class Last:
    """The last one again, nine times in ten."""

    def __init__(self) -> None:
        self.chance = 0.6

    def next_kept(self) -> float:
        return self.chance

    def book(self, outcome: float) -> None:
        self.chance = 0.1 + 0.8 * outcome


class Hgf:
    """The binary hierarchical Gaussian filter of two layers with a fixed volatility: ŝ = σ₂ + e^ω; m = σ(μ);
    π = 1/ŝ + m(1−m); μ ← μ + (o − m)/π; σ₂ = 1/π."""

    def __init__(self, omega: float = -1.0) -> None:
        self.mu, self.s2, self.wander = log(0.6 / 0.4), 1.0, exp(omega)

    def next_kept(self) -> float:
        return 1 / (1 + exp(-self.mu))

    def book(self, outcome: float) -> None:
        m = self.next_kept()
        precision = 1 / (self.s2 + self.wander) + m * (1 - m)
        self.mu += (outcome - m) / precision
        self.s2 = 1 / precision


RIVALS: dict[str, Callable[[], Predictor]] = {
    "the record": Tally, "plain counts": Counts, "exponential smoothing": Smoothed, "last value": Last,
    "HGF of two layers": Hgf,
}  # fmt: skip


def compared(people: list[list[int]]) -> dict[str, dict[str, float]]:
    """Log-loss and Brier of each, over all acts of all people but the first of each."""
    return {name: losses(make, people) for name, make in RIVALS.items()}


def losses(make: Callable[[], Predictor], people: list[list[int]]) -> dict[str, float]:
    found = [(outcome, chance) for person in people for outcome, chance in foreseen(make(), person)]
    chances = [(outcome, min(max(chance, SURE), 1 - SURE)) for outcome, chance in found]
    loss = -sum(log(chance if outcome else 1 - chance) for outcome, chance in chances) / len(chances)
    brier = sum((outcome - chance) ** 2 for outcome, chance in chances) / len(chances)
    return {"log-loss": round(loss, 4), "Brier": round(brier, 4)}


def foreseen(predictor: Predictor, outcomes: list[int]) -> list[tuple[int, float]]:
    """What came, and what had been foreseen of it."""
    found = []
    for at, outcome in enumerate(outcomes):
        if at:
            found.append((outcome, predictor.next_kept()))
        predictor.book(float(outcome))
    return found
