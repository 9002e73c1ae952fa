"""The expected course of felt trust when nobody reports: one lasting filter, every coefficient at its mean.

It draws the feeling line until the first report, and it is what the claims of the essays are held against to the digit.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from math import exp

from reknit.engine.days import days, known_by
from reknit.engine.inputs import AnyInput
from reknit.engine.numbers import FELT, HARM
from reknit.engine.numbers import Felt as Numbers
from reknit.engine.stages import Deeds, Stage


@dataclass(slots=True)
class Course:
    """`theta` what is felt without words, `mu` its anchor, `words` what words lift for a while; all in felt trust, 0
    to 1."""

    theta: float = FELT.start
    mu: float = FELT.start
    words: float = 0.0
    numbers: Numbers = FELT
    nightly: tuple[float, float] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """How much of the way to the anchor a night goes, and what it leaves of what words lift."""
        numbers = self.numbers
        self.nightly = 1 - numbers.pull ** (1 / 30), 0.5 ** (1 / numbers.word_half_life)

    @property
    def felt(self) -> float:
        """What is drawn."""
        return min(1.0, max(0.0, self.theta + self.words))

    def take(self, stage: Stage) -> None:
        """One group of a day's events, at the state the group before it left."""
        numbers = self.numbers
        if stage.severity or stage.bad:
            self.lose(numbers.breach * stage.severity + numbers.bad * stage.softening * stage.bad)
        if stage.hollow:
            self.words = 0.0
        self.words += numbers.word * stage.lift
        if stage.good and stage.kind == "good":
            self.rise(stage.good, stage.harm)
        if stage.grown:
            self.grow(stage.grown)

    def lose(self, part: float) -> None:
        """So large a part of what is felt goes."""
        self.theta -= min(part, self.numbers.breach_most) * self.theta

    def rise(self, good: float, harm: float) -> None:
        """So much good, in kept promises, at this open harm."""
        self.theta += min(self.numbers.good * good, 1.0) * self._room(harm)

    def grow(self, severity: float) -> None:
        """A repair of this much held."""
        self.mu = min(self.numbers.anchor_most, self.mu + self.numbers.growth * severity)

    def _room(self, harm: float) -> float:
        """How far it may rise, at the pace of safety: max(ceiling − θ, 0)·e^(−1.5H)."""
        ceiling = min(1 - self.numbers.ceiling * harm, self.mu + self.numbers.headroom)
        return max(ceiling - self.theta, 0.0) * exp(-self.numbers.gate * harm)

    def night(self, harm: float, open_from: float = HARM.open) -> float:
        """A day passes with this much open harm: erosion, then the pull of the anchor (only down while harm is open,
        from `open_from`), then words fade. Returns what erosion alone did, in felt trust."""
        target = self.mu if harm < open_from else min(self.mu, self.theta)
        pull, fade = self.nightly
        eroded = -self.numbers.erode * harm * self.theta / 30
        self.theta += eroded
        self.theta += pull * (target - self.theta)
        self.words *= fade
        return eroded


@dataclass(frozen=True)
class Expected:
    """The course at the end of one day: felt trust and what words lift of it for now, open harm H, and the anchor."""

    day: date
    felt: float
    words: float
    harm: float
    anchor: float


def course(history: Iterable[AnyInput], until: date, start: float = FELT.start) -> Iterator[Expected]:
    """The expected course day by day, from the first of these inputs to `until`, as it was known then. Reports are left
    out: it is what happened alone."""
    state, deeds, told = Course(start, start), Deeds(), None
    for day in days(known_by(history, until)):
        for ordinal in range(told or day.ordinal, day.ordinal):
            yield _evening(state, deeds, ordinal)
        for stage in deeds.tell(day):
            state.take(stage)
        told = day.ordinal
    for ordinal in range(told or until.toordinal() + 1, until.toordinal() + 1):
        yield _evening(state, deeds, ordinal)


def _evening(state: Course, deeds: Deeds, ordinal: int) -> Expected:
    """The day as it ends; then the night."""
    harm = deeds.ledger.harm
    found = Expected(date.fromordinal(ordinal), state.felt, state.words, harm, state.mu)
    state.night(harm)
    deeds.ledger.night()
    return found
