"""What a page of the picture is made from: what was asked for, and what was known of it then."""

from dataclasses import dataclass
from datetime import date

from reknit.people import preferences
from reknit.picture import felt
from reknit.picture.felt import Known
from reknit.practice.events import Event
from reknit.practice.state import State
from reknit.shelves import private, shelf
from reknit.spaces.access import Here


@dataclass(frozen=True)
class Asked:
    """What a reader asked to see: over which span, as known on which day, and what they opened of it."""

    span: str
    day: date
    gap: bool = False
    strong: bool = False


@dataclass(frozen=True)
class Sources:
    """What a page of the picture is made from: the state and the events as they were known, and what is kept aside."""

    here: Here
    asked: Asked
    state: State
    shared: list[Event]
    aside: list[Event]
    open: bool
    hurt: bool

    def known(self, me: str, other: str) -> Known:
        """How far `me` can rely on `other`; what is kept aside is in it only where `me` is the reader."""
        own = me == self.here.me
        aside = self.aside if own else []
        hurt = own and self.hurt
        return felt.known(self.here, other, me=me, day=self.asked.day, shared=self.shared, aside=aside, hurt=hurt)


def read(here: Here, asked: Asked) -> Sources:
    """Read the whole history only where something on the page needs it."""
    past, open_ = asked.day < here.today, private.is_open(here)
    until = felt.end_of(asked.day, here.viewer.zone)
    state = shelf.then(here, until) if past else shelf.state(here)
    needed = past or open_ or asked.strong or bool(state.repair.breaches)
    shared = shelf.told(here, until=until) if needed else []
    aside = [event for event in private.events(here) if event.at < until]
    hurt = preferences.read(here.viewer.person, pair=here.viewer.pair).start == "hurt"
    return Sources(here, asked, state, shared, aside, open_, hurt)
