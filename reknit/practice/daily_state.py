"""Cracks, good moments and check-ins as they now stand: the last ones of each direction, never all there ever were."""

from datetime import datetime

import msgspec

from reknit.practice.record import direction

LAST = 60
LAST_TOLD = 12


class Crack(msgspec.Struct, omit_defaults=True):
    """One small crack: what the seat `whose` did, by the word of `by`. `what` is short, and empty where its words were
    erased; `day` is an ISO date. Of what was said since, when each was said last, and what."""

    id: str
    by: str
    whose: str
    day: str
    at: datetime
    act: str = ""
    facet: str = ""
    message: str = ""
    what: str = ""
    explained_at: datetime | None = None
    helped: str = ""
    answer: str = ""
    set_down_at: datetime | None = None

    @property
    def told_first(self) -> bool:
        """Whether its doer said it before anyone else did."""
        return self.by == self.whose


class Told(msgspec.Struct, omit_defaults=True):
    """A pattern `by` told the seat `whose`, and the latest answer."""

    id: str
    by: str
    whose: str
    at: datetime
    act: str = ""
    facet: str = ""
    what: str = ""
    answer: str = ""


class Moment(msgspec.Struct, omit_defaults=True):
    """Something good that `by` noted of the seat `whose`, or of nobody's doing."""

    id: str
    by: str
    day: str
    at: datetime
    whose: str = ""
    builder: str = ""
    facet: str = ""
    thanks: bool = False
    what: str = ""


class CheckIn(msgspec.Struct, omit_defaults=True):
    """How `by` was: positions from 1 to 5, 0 where one was left open."""

    id: str
    by: str
    day: str
    at: datetime
    toward: str = ""
    safe: int = 0
    trusting: int = 0
    connected: int = 0
    energy: int = 0
    feelings: tuple[str, ...] = ()


class Daily(msgspec.Struct, omit_defaults=True):
    """`cracks` goes by `doer>hurt` (`doer>doer` where they said it themselves), `moments` by `whose>by` (`>by` where it
    is of nobody's doing), `checkins` by who they are of, each with its last sixty by their order in the history.
    `fairness` has the ids of what each said of the load, for themselves to read back; nothing else is kept of it."""

    cracks: dict[str, list[Crack]] = {}
    patterns: list[Told] = []
    moments: dict[str, list[Moment]] = {}
    checkins: dict[str, list[CheckIn]] = {}
    fairness: dict[str, list[str]] = {}

    def crack(self, id_: str) -> Crack | None:
        """A crack among the last ones, or None."""
        return next((one for some in self.cracks.values() for one in some if one.id == id_), None)

    def cracks_between(self, doer: str, hurt: str) -> list[Crack]:
        """What this doer did, as far as this person noted it, the earliest first."""
        return self.cracks.get(direction(doer, hurt), [])

    def moments_between(self, whose: str, by: str) -> list[Moment]:
        return self.moments.get(direction(whose, by), [])
