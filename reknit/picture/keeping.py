"""How far each can rely on the other, worked out from what was kept at the last writing and what has come since.

What mixes in private notes is kept with them, under the passphrase's key, and is gone once one of them is changed or
taken away; what is shared is kept for its reader alone. Nothing is kept on reading: it goes with the next writing.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import msgspec

from reknit.engine import snapshot
from reknit.engine.direction import Fold
from reknit.engine.slights import Forgotten
from reknit.picture import kept
from reknit.picture.gather import Direction, History
from reknit.picture.kept import Anew, Following, Kept
from reknit.picture.since import Since, follow
from reknit.practice.events import Event
from reknit.shelves import private, shelf, worked
from reknit.spaces.access import Here

NAME = "picture"
OFTEN = 50
MADE_BY = f"{kept.VERSION}.{snapshot.VERSION}"


class Pages(msgspec.Struct, array_like=True):
    """What is kept of a space for one reader: every direction by `other>me`. It holds for one way of being read."""

    made_by: str
    zone: str
    from_seq: int
    hurt: bool
    seq: int
    note: int
    ways: dict[str, Kept]


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Pages)


@dataclass
class Shelf:
    """What one reader may read of a space: what is shared, and with `aside` also what they keep to themselves; or, with
    `past`, what was known of both on an earlier day."""

    here: Here
    aside: bool
    hurt: bool
    past: list[History] | None = None

    def following(self, me: str, other: str) -> Following:
        """How far `me` can rely on `other`, gone on from what was kept, or from the beginning."""
        if found := self._gone_on(me, other):
            return found
        return self.anew(me, other)

    def fold(self, me: str, other: str, day: date) -> tuple[Following, Fold]:
        """The same, and the engine's state at the end of a day."""
        found = self.following(me, other)
        try:
            return found, found.fold(day)
        except Forgotten:
            found = self.anew(me, other)
            return found, found.fold(day)

    def anew(self, me: str, other: str) -> Following:
        """From the beginning of the history."""
        found = Following(Kept(), hurt=self._hurt(me))
        for history in self._histories:
            found.begin(history.by_thread(self._way(me, other)))
        return found

    def keep(self) -> None:
        """Keep what was worked out up to now."""
        here, seq, note = self.here, self._last, self._last_note
        ways = {f"{other}>{me}": self._keep(me, other) for me, other in self._ways()}
        pages = Pages(MADE_BY, here.viewer.zone, here.from_seq, self.hurt, seq, note, ways)
        if self.aside:
            private.keep_worked_out(here, NAME, _encoder.encode(pages))
        else:
            worked.save(here, pages.seq, _encoder.encode(pages))

    def behind(self, *, doubt: bool) -> bool:
        """Whether much has come since it was kept, or, where that is in doubt, something it cannot be gone on from."""
        pages = self._pages
        seq, note = (pages.seq, pages.note) if pages else (0, 0)
        if self._last - seq + self._last_note - note >= OFTEN:
            return True
        return doubt and pages is not None and any(self._gone_on(*way) is None for way in self._ways())

    def _keep(self, me: str, other: str) -> Kept:
        found = self.following(me, other)
        try:
            return found.keep(self.here.today)
        except Forgotten:
            return self.anew(me, other).keep(self.here.today)

    def _gone_on(self, me: str, other: str) -> Following | None:
        pages = None if self.past else self._pages
        known = pages.ways.get(f"{other}>{me}") if pages else None
        if known is None or any(day > self.here.today.toordinal() for day, _ in known.folds):
            return None
        found = Following(known, hurt=self._hurt(me))
        try:
            for since in self._since:
                follow(found, since, self._way(me, other))
        except Anew:
            return None
        return found

    def _ways(self) -> list[tuple[str, str]]:
        me, others = self.here.me, [seat for seat in self.here.seats if seat != self.here.me]
        mine = [(me, other) for other in others]
        return mine if self.aside else [*mine, *((other, me) for other in others)]

    def _way(self, me: str, other: str) -> Direction:
        return Direction(me, other, self.here.viewer.zone)

    def _hurt(self, me: str) -> bool:
        return self.hurt and me == self.here.me

    @cached_property
    def _pages(self) -> Pages | None:
        """What was kept, where it was made for this way of reading and for no later than this."""
        here = self.here
        data = private.worked_out(here, NAME) if self.aside else worked.load(here)
        try:
            found = _decoder.decode(data) if data else None
        except msgspec.DecodeError:
            return None
        made = (MADE_BY, here.viewer.zone, here.from_seq, self.hurt)
        if found is None or (found.made_by, found.zone, found.from_seq, found.hurt) != made:
            return None
        return found

    @cached_property
    def _since(self) -> list[Since]:
        assert self._pages
        here = self.here
        found = [_shared(here, _read(here, self._pages.seq))]
        if self.aside and self._last_note > self._pages.note:
            found.append(_aside(here, private.events(here, after=self._pages.note)))
        return found

    @cached_property
    def _histories(self) -> list[History]:
        if self.past:
            return self.past
        shared = History(shelf.told(self.here))
        return [shared, History(private.events(self.here))] if self.aside else [shared]

    @cached_property
    def _last(self) -> int:
        return shelf.last(self.here)

    @cached_property
    def _last_note(self) -> int:
        return private.last(self.here) if self.aside else 0


def _read(here: Here, seq: int) -> list[Event]:
    """What was written since, read once a request."""
    name = f"since {seq}"
    if name not in here.kept:
        here.kept[name] = shelf.since(here, seq)
    found: list[Event] = here.kept[name]
    return found


def _shared(here: Here, events: list[Event]) -> Since:
    return Since(events, lambda root: shelf.thread(here, root), shelf.state(here).promises.get)


def _aside(here: Here, events: list[Event]) -> Since:
    return Since(events, lambda root: private.events(here, about=root), private.state(here).promises.get)
