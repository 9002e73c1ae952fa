"""One facet of a direction by itself: its record, its harm, and the expected course of what happened in it."""

from dataclasses import dataclass, field, replace
from math import exp

from reknit.engine.course import Course
from reknit.engine.stages import Stage
from reknit.engine.told import Told


@dataclass(slots=True)
class Facet:
    """Reports speak of the whole, so a facet's course goes without them."""

    told: Told = field(default_factory=Told)
    course: Course = field(default_factory=Course)

    def take(self, name: str, stage: Stage, open_part: float) -> None:
        """What of a group was of this facet, at the harm open in it (Σh) before the group."""
        size = sum(share.size for share in stage.shares if share.facet == name)
        grown = sum(wound.severity for wound in stage.grew if wound.facet == name)
        if not size and not grown:
            return
        part = Stage(stage.kind, harm_of(open_part), hollow=stage.hollow, softening=stage.softening, grown=grown)
        self.course.take(with_size(part, size))


def with_size(stage: Stage, size: float) -> Stage:
    """A group of this size: in the sum its kind makes up."""
    if stage.kind == "breaches":
        return replace(stage, severity=size)
    if stage.kind == "words":
        return replace(stage, lift=size)
    return replace(stage, bad=size) if stage.kind == "bad" else replace(stage, good=size)


def harm_of(open_part: float) -> float:
    """H = 1 − exp(−Σh)."""
    return 1 - exp(-open_part)
