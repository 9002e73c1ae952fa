"""Felt trust as it is drawn: the expected course until the first report, from then on what the bank of filters learned.

Every step is booked to its cause (`why.py`), so that the drawn mean can always say where it comes from.
"""

from dataclasses import dataclass, field

import numpy as np

from reknit.engine import mixture
from reknit.engine.bank import Bank
from reknit.engine.course import Course
from reknit.engine.inputs import CheckIn
from reknit.engine.mixture import Array, Mixture
from reknit.engine.numbers import FELT
from reknit.engine.stages import Share, Stage
from reknit.engine.why import Account

POSITIONS = (0.1, 0.3, 0.5, 0.7, 0.9)  # a check-in's five positions as felt trust


@dataclass
class Felt:
    """One direction's feeling line. `reports`: how many of the person's own it stands on."""

    course: Course = field(default_factory=Course)
    bank: Bank = field(default_factory=Bank)
    account: Account = field(default_factory=lambda: Account(FELT.start))
    reports: int = 0
    drawn: float = field(init=False)

    def __post_init__(self) -> None:
        self.drawn = self._draw()

    def _draw(self) -> float:
        """The mean as it is drawn, 0 to 1."""
        return float(self.bank.drawn()[0]) if self.reports else self.course.felt

    def _drew(self) -> float:
        """Draw it again; by how much it moved."""
        before, self.drawn = self.drawn, self._draw()
        return self.drawn - before

    def take(self, day: int, stage: Stage) -> None:
        """One group of a day's events. Once somebody has reported the course is drawn no more, and stays where it
        was."""
        if not self.reports:
            self.course.take(stage)
        self._happened(stage)
        self.account.share(day, self._drew(), stage.shares)

    def _happened(self, stage: Stage) -> None:
        if stage.hollow:
            self.bank.hollow()
        lift = FELT.word * stage.lift
        if stage.good or stage.bad or stage.severity or lift:
            self.bank.happened(
                good=stage.good,
                bad=stage.bad,
                severity=stage.severity,
                buf=stage.softening,
                open_harm=stage.harm,
                words=lift,
            )
        if stage.grown:
            self.bank.grown(FELT.growth * stage.grown)

    def night(self, day: int, harm: float) -> None:
        """The night after this day: what harm wears away, then the pull of the anchor, then what fades."""
        at = [self.drawn, *(self._night(harm) if self.reports else self._course_night(harm))]
        if not self.reports:
            self.bank.night(harm)
        for kind, before, after in zip(("erosion", "pull", "fading"), at[:-1], at[1:], strict=True):
            self.account.book(day + 1, kind, after - before)
        self.drawn = at[-1]

    def _course_night(self, harm: float) -> tuple[float, float, float]:
        course = self.course
        theta, words = course.theta, course.words
        eroded = theta + course.night(harm)
        return _within(eroded + words), _within(course.theta + words), course.felt

    def _night(self, harm: float) -> tuple[float, float, float]:
        """The same of the bank: its drawn mean after each of the three."""
        bank, steps = self.bank, np.empty((3, *self.bank.weight.shape))
        beside, words = bank.beside(), bank.words.copy()
        steps[0] = bank.mean[0] * bank.worn(harm) + beside
        bank.night(harm)
        steps[1] = bank.mean[0] + beside
        steps[2] = bank.mean[0] + (beside - words) * bank.fade + bank.words
        after = (np.minimum(np.maximum(steps, 0.0), 1.0) * bank.weight).sum(axis=1)
        return float(after[0, 0]), float(after[1, 0]), float(after[2, 0])

    def report(self, day: int, reports: list[CheckIn]) -> None:
        """What the person says themselves; several on a day are one report, their mean."""
        self.bank.report(sum(POSITIONS[each.trusting - 1] for each in reports) / len(reports))
        self.reports += 1
        self.account.share(day, self._drew(), [Share(each, 1.0, "") for each in reports])

    def mixture(self) -> Mixture:
        """What the next report may be, drawn around the drawn mean."""
        mix = self.bank.mixture()
        if self.reports:
            return mix
        shift = self.course.felt - float((mix.weight * mix.centre).sum())
        return Mixture(mix.centre + shift, mix.spread, mix.weight, mix.free)

    def rising(self, before: float) -> float:
        """How likely it lies above what was drawn `before`."""
        found: Array = mixture.below(self.mixture(), np.array([before]))
        return 1 - float(found[0])


def _within(value: float) -> float:
    return min(1.0, max(0.0, value))
