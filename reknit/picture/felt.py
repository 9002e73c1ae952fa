"""How it feels, in one direction: the engine's reading of what was shared and of what its owner keeps to themselves.

Only for its owner, and only while just me is open: nobody else's private word is ever in it, and what it comes to is
shown to nobody else.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.urls import reverse

from reknit.engine import direction
from reknit.engine.inputs import AnyInput, CheckIn
from reknit.engine.reading import Cause, Reading
from reknit.picture.band import Band, Felt, Told
from reknit.picture.gather import Direction, gather
from reknit.practice.events import Event
from reknit.shelves import private, shelf
from reknit.spaces.access import Here

POSITIONS = {1: 0.1, 2: 0.3, 3: 0.5, 4: 0.7, 5: 0.9}


@dataclass(frozen=True)
class Known:
    """One direction as its owner knows it on a day: what went in, and what the engine reads in it."""

    way: Direction
    inputs: list[AnyInput]
    reading: Reading
    urls: dict[str, str]

    def link(self, cause: Cause) -> str:
        return self.urls.get(cause.id, "")


def end_of(day: date, zone: str) -> datetime:
    """The first moment after a local day."""
    return datetime.combine(day + timedelta(days=1), time(), ZoneInfo(zone))


def known(here: Here, other: str, *, day: date, aside: Iterable[Event] = ()) -> Known:
    """How far this member can rely on `other`, as known at the end of `day`; `aside` is what they keep to themselves."""
    way = Direction(here.me, other, here.viewer.zone)
    until = end_of(day, way.zone)
    shared = _shared(here, until)
    own = [event for event in aside if event.at < until]
    inputs = [*gather(shared, way), *gather(own, way)]
    return Known(way, inputs, direction.read(inputs, day), _urls(here, shared) | _aside_urls(own))
