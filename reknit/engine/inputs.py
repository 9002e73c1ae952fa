"""The dated, typed things the engine takes: what one person (the *viewer*) knows of another's deeds toward them.

One direction, one list. Each input has an id (the event it came from, which the explanation names again), the local day
it counts on, and the day it was known (`known`, where that is later). Whatever has no word of the viewer behind it (an
apology nobody answered, a promise only its maker spoke of) is given as such: the engine lets it weigh nothing.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Facet = Literal["consistency", "transparency", "responsiveness", "accountability", "respect", "vulnerability"]
Part = Literal["responsibility", "repair", "regret", "explanation", "change"]
Shape = Literal["kept", "late", "missed"]
FACETS: tuple[Facet, ...] = (
    "consistency", "transparency", "responsiveness", "accountability", "respect", "vulnerability",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Input:
    """`day`: the local day it counts on. `known`: the day it was known, or None where that was the same day.

    `facet` is empty where nobody named one. Ids are unique within a direction, at most 64 characters.
    """

    id: str
    day: date
    known: date | None = None
    facet: Facet | Literal[""] = ""

    @property
    def seen(self) -> date:
        """From when on it is part of what was known."""
        return max(self.day, self.known) if self.known else self.day


@dataclass(frozen=True, kw_only=True)
class Outcome(Input):
    """What came of one promise. `shape` is the viewer's own word where `by_viewer`, else its maker's (then it weighs
    nothing and is counted as said; so too where the viewer is not sure or would rather not say).

    `weight` is the importance given when it was promised, .5 to 2. `differs`: the other has a different word.
    Changed before it was due, and released, are no outcomes: leave them out.
    """

    shape: Shape
    by_viewer: bool = True
    weight: float = 1.0
    differs: bool = False


@dataclass(frozen=True, kw_only=True)
class Crack(Input):
    """Something small that hurt. `kind` names the act ("late", "mocked", …); the same again weighs more."""

    kind: str = "crack"


@dataclass(frozen=True, kw_only=True)
class Breach(Input):
    """What was broken. `severity` as the hurt person feels it, 0 to 1 (`numbers.Harm`: slight, moderate, major,
    severe).

    `kind`: what the same again is told by. `integrity`, `deceit`: changed behaviour then mends more slowly; with
    deceit the repair stays short of whole.
    """

    severity: float
    kind: str = "breach"
    integrity: bool = False
    deceit: bool = False


@dataclass(frozen=True, kw_only=True)
class Acknowledged(Input):
    """Its doer owned `about` (the id of a breach, a crack or a missed promise). `full`: the hurt person said that it
    was; anything else weighs nothing."""

    about: str
    full: bool = False


@dataclass(frozen=True, kw_only=True)
class Explained(Input):
    """Its doer said what happened. Counts as acknowledged if the hurt person said that it helped and it was said on
    the day of `about` (A7)."""

    about: str
    helped: bool = False


@dataclass(frozen=True, kw_only=True)
class Apology(Input):
    """`parts`: those the hurt person marked as present when they answered; empty where they did not."""

    about: str
    parts: frozenset[Part] = field(default_factory=frozenset)


@dataclass(frozen=True, kw_only=True)
class Amends(Input):
    """Made good. `confirmed`: the hurt person said so; anything else weighs nothing. More for the same adds nothing."""

    about: str
    confirmed: bool = False


@dataclass(frozen=True, kw_only=True)
class Boundary(Input):
    """The viewer's own boundary was honoured, or crossed, in the viewer's word."""

    honoured: bool


@dataclass(frozen=True, kw_only=True)
class Moment(Input):
    """Something good. `grand`: a large gesture; it weighs as one kept promise (A4)."""

    grand: bool = False


@dataclass(frozen=True, kw_only=True)
class CheckIn(Input):
    """The viewer's own report: *trusting*, one of five positions (1 low to 5 high)."""

    trusting: Literal[1, 2, 3, 4, 5]


@dataclass(frozen=True, kw_only=True)
class Closed(Input):
    """The hurt person: this is repaired."""

    about: str


@dataclass(frozen=True, kw_only=True)
class SetDown(Input):
    """The hurt person: I let this go (A6). It weighs no longer, and says nothing about trust."""

    about: str


@dataclass(frozen=True, kw_only=True)
class Reopened(Input):
    """The hurt person: this is open again."""

    about: str


@dataclass(frozen=True, kw_only=True)
class NewRecord(Input):
    """The hurt person lets the record start anew from the day of `about`, their last breach of .75 or more (A14)."""

    about: str


AnyInput = (
    Outcome | Crack | Breach | Acknowledged | Explained | Apology | Amends | Boundary | Moment | CheckIn | Closed
    | SetDown | Reopened | NewRecord
)  # fmt: skip
