"""One facet of a direction by itself: its record, its harm, and the expected course of what happened in it."""

from dataclasses import dataclass, field
from math import exp

from reknit.engine.course import Course
from reknit.engine.stages import Stage
from reknit.engine.told import Told


@dataclass(slots=True)
class Facet:
    """Reports speak of the whole, so a facet's course goes without them."""

    told: Told = field(default_factory=Told)
    course: Course = field(default_factory=Course)

    def take(self, stage: Stage, size: float, grown: float, open_part: float) -> None:
        """What of a group was of this facet, in the group's own unit, and what grew, at the harm open in it (Σh)
        before."""
        course, numbers = self.course, self.course.numbers
        if stage.kind == "bad":
            course.lose(numbers.bad * stage.softening * size)
        elif stage.kind == "breaches":
            course.lose(numbers.breach * size)
        if stage.hollow:
            course.words = 0.0
        if stage.kind == "words":
            course.words += numbers.word * size
        elif stage.kind == "good" and size:
            course.rise(size, harm_of(open_part))
        if grown:
            course.grow(grown)


def sizes(stage: Stage) -> dict[str, tuple[float, float]]:
    """How much of a group each facet is, and how much grew in it."""
    found: dict[str, tuple[float, float]] = {}
    for share in stage.shares:
        if share.facet and share.size:
            found[share.facet] = (found.get(share.facet, (0.0, 0.0))[0] + share.size, 0.0)
    for wound in stage.grew:
        size, grown = found.get(wound.facet, (0.0, 0.0))
        found[wound.facet] = (size, grown + wound.severity)
    return found


def harm_of(open_part: float) -> float:
    """H = 1 − exp(−Σh)."""
    return 1 - exp(-open_part)
