"""The record: what was promised and what came of it, and how likely the next promise is kept. No feelings here.

Two counts of kept and not kept that forget at two speeds. Misses have no extra weight: on three data sets a fitted one
came out near 1 and gained nothing. Asymmetry belongs in what is felt, not in what happened.
"""

from dataclasses import dataclass
from math import exp, log

from reknit.engine import beta
from reknit.engine.inputs import Shape
from reknit.engine.numbers import RECORD
from reknit.engine.numbers import Record as Numbers


@dataclass(frozen=True)
class Chance:
    """How likely the next promise is kept: its mean, the middle 80 % of what it may be, and `n`, in outcomes, how much
    that stands on. Mean and range are None while n is below `numbers.Record.least`."""

    mean: float | None
    low: float | None
    high: float | None
    n: float


@dataclass(slots=True)
class Tally:
    """Kept and not kept, in outcomes, at the slow and the fast speed."""

    slow_kept: float = 0.0
    slow_lost: float = 0.0
    fast_kept: float = 0.0
    fast_lost: float = 0.0

    def book(self, outcome: float, weight: float = 1.0, numbers: Numbers = RECORD) -> None:
        """a ← λa + w·o, b ← λb + w·(1−o): `outcome` from 0 (missed) to 1 (kept), `weight` in outcomes."""
        slow, fast, kept, lost = numbers.slow, numbers.fast, weight * outcome, weight * (1 - outcome)
        self.slow_kept = slow * self.slow_kept + kept
        self.slow_lost = slow * self.slow_lost + lost
        self.fast_kept = fast * self.fast_kept + kept
        self.fast_lost = fast * self.fast_lost + lost

    @property
    def counted(self) -> float:
        """The slow count of both, in outcomes."""
        return self.slow_kept + self.slow_lost

    def slow(self, numbers: Numbers = RECORD) -> float:
        """m_slow = (a0 + a)/(a0 + b0 + a + b)."""
        return _mean(self.slow_kept, self.slow_lost, numbers)

    def fast(self, numbers: Numbers = RECORD) -> float:
        """m_fast, likewise."""
        return _mean(self.fast_kept, self.fast_lost, numbers)

    def next_kept(self, numbers: Numbers = RECORD) -> float:
        """P(next kept) = σ(.5·logit m_slow + .8·logit m_fast)."""
        return 1 / (
            1 + exp(-numbers.pull_slow * _logit(self.slow(numbers)) - numbers.pull_fast * _logit(self.fast(numbers)))
        )

    def n(self, numbers: Numbers = RECORD) -> float:
        """How much it stands on: n = a0 + b0 + a_fast + b_fast + .5·(a_slow + b_slow)."""
        prior = numbers.prior_kept + numbers.prior_lost
        return prior + self.fast_kept + self.fast_lost + numbers.share_slow * self.counted

    def chance(self, numbers: Numbers = RECORD) -> Chance:
        """Mean and range as the Beta with that mean and n."""
        n, mean = self.n(numbers), self.next_kept(numbers)
        if n < numbers.least:
            return Chance(None, None, None, n)
        return Chance(mean, beta.point(0.1, mean * n, (1 - mean) * n), beta.point(0.9, mean * n, (1 - mean) * n), n)


def outcome(shape: Shape) -> float:
    """o: kept 1, late .6, missed 0."""
    return 1.0 if shape == "kept" else RECORD.late if shape == "late" else 0.0


def _mean(kept: float, lost: float, numbers: Numbers) -> float:
    return (numbers.prior_kept + kept) / (numbers.prior_kept + numbers.prior_lost + kept + lost)


def _logit(p: float) -> float:
    return log(p / (1 - p))
