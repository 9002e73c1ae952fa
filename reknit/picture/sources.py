"""What a page of the picture is made from: what was asked for, and what was known of it then."""

from dataclasses import dataclass
from datetime import date

from reknit.people import preferences
from reknit.picture import facets, felt
from reknit.picture.felt import Known
from reknit.picture.gather import History
from reknit.picture.keeping import Shelf
from reknit.practice.state import State
from reknit.shelves import private, shelf
from reknit.spaces.access import Here


@dataclass(frozen=True)
class Asked:
    """What a reader asked to see: over which span, as known on which day, of which facet (empty: of all), and what they
    opened of it."""

    span: str
    day: date
    gap: bool = False
    strong: bool = False
    facet: str = ""


@dataclass(frozen=True)
class Sources:
    """What a page of the picture is made from: the state as it was known, and how far each can rely on the other, by
    what is shared (`shared`) and by what the reader keeps to themselves as well (`own`)."""

    here: Here
    asked: Asked
    state: State
    shared: Shelf
    own: Shelf
    open: bool

    def known(self, me: str, other: str) -> Known:
        """How far `me` can rely on `other`; what is kept aside is in it only where `me` is the reader."""
        shelf_ = self.own if me == self.here.me else self.shared
        found, fold = shelf_.fold(me, other, self.asked.day)
        return felt.known(self.here, found, fold, self.asked.day, aside=shelf_.aside)


def read(here: Here, asked: Asked) -> Sources:
    """As it is known today, or as it was known at the end of an earlier day."""
    open_ = private.is_open(here)
    hurt = preferences.of(here.viewer).start == "hurt"
    shared = Shelf(here, aside=False, hurt=hurt)
    own = Shelf(here, aside=True, hurt=hurt) if open_ else shared
    if asked.day >= here.today:
        state = facets.state(shelf.told(here), asked.facet) if asked.facet else shelf.state(here)
        return Sources(here, asked, state, shared, own, open_)
    until = felt.end_of(asked.day, here.viewer.zone)
    known = shelf.told(here, until=until)
    told = History(known)
    aside = [event for event in private.events(here) if event.at < until]
    shared.past, own.past = [told], [told, History(aside)]
    return Sources(here, asked, facets.state(known, asked.facet), shared, own, open_)
