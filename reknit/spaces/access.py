"""The door. What a person may see and write is decided here and nowhere else.

A `Viewer` is a person with their keys opened and a clock reading. `viewer.space(id)` gives the space as that
person stands in it, or *not found*: the same for what is absent and for what is not theirs.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest

from reknit.people import keys
from reknit.people.models import Person
from reknit.practice.events import Event
from reknit.practice.facts import Kind
from reknit.spaces import seated
from reknit.spaces.cards import Card, open_card
from reknit.spaces.models import Epoch, Member, Space, SpaceKey
from reknit.spaces.private import Private
from reknit.spaces.seated import Seat

COUPLE = 2
# What is a person's alone is not even read where others stand beside them.
ALONE = ("person__password", "person__email", "person__second_until", "person__known_salt")
MOST = 12


class Closed(Exception):
    """This person has a seat, and no key that opens the space: their password was reset."""

    def __init__(self, space: UUID) -> None:
        self.space = space


@dataclass(frozen=True, repr=False)
class Here:
    """A space as one member stands in it: who they are there, with whom, and with which keys.

    `kept` holds what was worked out for this one request, so that a page works it out once. `renew` says that what is
    written next begins a new epoch.
    """

    viewer: "Viewer"
    space_id: UUID
    me: str
    epoch: int
    from_seq: int
    until_seq: int | None
    card: Card
    seats: Mapping[str, Seat]
    wrapped: Mapping[int, bytes]
    may_write: bool
    renew: bool
    _opened: dict[int, bytes] = field(default_factory=dict, compare=False)
    kept: dict[str, Any] = field(default_factory=dict, compare=False)

    @property
    def kind(self) -> Kind:
        return self.card.kind

    @property
    def now(self) -> datetime:
        return self.viewer.now

    @property
    def today(self) -> date:
        return self.viewer.today

    @cached_property
    def others(self) -> tuple[Seat, ...]:
        """Everyone else who is here or expected: who left is not among them."""
        return tuple(seat for seat in self.seats.values() if seat.id != self.me and not seat.left)

    @property
    def present(self) -> list[str]:
        """The names of the others who read what is written now."""
        return [seat.name for seat in self.others if seat.joined]

    @property
    def expected(self) -> list[str]:
        """The names of those who will read it when they join."""
        return [seat.name for seat in self.others if not seat.joined]

    @property
    def with_names(self) -> list[str]:
        """The names of everyone who was ever here or expected, but oneself."""
        return [seat.name for seat in self.seats.values() if seat.id != self.me and seat.name]

    @property
    def alone(self) -> bool:
        """Nobody else has ever read this space."""
        return not any(seat.joined for seat in self.seats.values() if seat.id != self.me)

    def name(self, seat: str) -> str:
        return self.seats[seat].name if seat in self.seats else "?"

    def key(self, epoch: int) -> bytes:
        """The key of an epoch; CannotOpen where this member holds none."""
        if epoch not in self._opened:
            if epoch not in self.wrapped:
                raise keys.CannotOpen
            place = ("space", str(self.space_id), epoch)
            self._opened[epoch] = keys.unwrap(self.viewer.pair, self.wrapped[epoch], *place)
        return self._opened[epoch]


@dataclass(frozen=True, repr=False)
class Viewer:
    """A person, the keys opened for this request, and what the clock said when it began (aware, UTC).

    `private` is there while their private side is unlocked. `kept` holds what was read for this one request. `wrote`:
    the spaces this request wrote in, as they stood there, and what; `noted`: those they kept something to themselves
    about, or whose notes were opened.
    """

    person: Person
    pair: keys.Pair
    now: datetime
    zone: str = "UTC"
    private: Private | None = None
    kept: dict[str, Any] = field(default_factory=dict, compare=False)
    wrote: list[tuple[Here, list[Event]]] = field(default_factory=list, compare=False)
    noted: list[Here] = field(default_factory=list, compare=False)

    @property
    def today(self) -> date:
        return self.now.astimezone(ZoneInfo(self.zone)).date()

    def space(self, space_id: UUID | str) -> Here:
        """The space as this person stands in it now, or not found; Closed where their key is lost."""
        here = self._stand(space_id, left=False)
        self.kept[f"space {here.space_id}"] = here
        return here

    def former(self, space_id: UUID | str) -> Here:
        """A space this person has left, to read up to that day and take along; or not found."""
        return self._stand(space_id, left=True)

    def spaces(self) -> list[Here]:
        """Every space this person is in now, but those that are closed to them."""
        return self._standing(left=False)[0]

    def spaces_read(self) -> list[Here]:
        """The same, each as this request has read it already: for a page that changed nothing."""
        return self._standing(left=False, read=True)[0]

    def formers(self) -> list[Here]:
        return self._standing(left=True)[0]

    def closed(self) -> list[UUID]:
        """The spaces this person has a seat in, and no key any more."""
        return self._standing(left=False)[1]

    def _standing(self, *, left: bool, read: bool = False) -> tuple[list[Here], list[UUID]]:
        found: tuple[list[Here], list[UUID]] = ([], [])
        for id_ in self._ids(left=left):
            try:
                known = self.kept.get(f"space {id_}") if read else None
                found[0].append(known or self._stand(id_, left=left))
            except Closed:
                found[1].append(id_)
        return found

    def _ids(self, *, left: bool) -> list[UUID]:
        seats = Member.objects.filter(person=self.person, left=left)
        return list(seats.order_by("space_id").values_list("space_id", flat=True))

    def _stand(self, space_id: UUID | str, *, left: bool) -> Here:
        space = _uuid(space_id)
        every = Member.objects.filter(space_id=space).select_related("person", "space")
        seats = list(every.defer(*ALONE))
        mine = [seat for seat in seats if seat.person_id == self.person.pk and seat.left is left]
        if not mine:
            raise Http404
        held = SpaceKey.objects.filter(space_id=space, person=self.person).values_list("epoch", "wrapped")
        wrapped = {epoch: bytes(box) for epoch, box in held}
        return self._here(space, mine[0], seats, wrapped)

    def _newest(self, space: UUID, wrapped: dict[int, bytes]) -> tuple[int, bytes]:
        epoch = max(wrapped, default=0)
        try:
            return epoch, keys.unwrap(self.pair, wrapped.get(epoch, b""), "space", str(space), epoch)
        except keys.CannotOpen as fault:
            raise Closed(space) from fault

    def _here(self, space: UUID, mine: Member, seats: list[Member], wrapped: dict[int, bytes]) -> Here:
        epoch, key = self._newest(space, wrapped)
        card = open_card(key, Epoch.objects.get(space_id=space, number=epoch))
        return Here(
            viewer=self,
            space_id=space,
            me=str(mine.pk),
            epoch=epoch,
            from_seq=mine.from_seq,
            until_seq=mine.until_seq,
            card=card,
            seats={
                str(seat.pk): seated.seat(seat, card)
                for seat in sorted(seated.known(seats, mine, card), key=seated.order(mine))
            },
            wrapped=wrapped,
            may_write=not mine.left,
            renew=mine.space.renew,
            _opened={epoch: key},
        )


class OpenRequest(HttpRequest):
    """A request as an open page gets it: perhaps nobody is looking."""

    viewer: Viewer | None
    now: datetime
    example: bool


class ViewerRequest(HttpRequest):
    """A request as every other page gets it."""

    viewer: Viewer
    now: datetime
    example: bool


def hold(here: Here) -> Here:
    """The same person's standing as it is now, with the space held until the transaction ends; or not found."""
    if Space.objects.select_for_update().filter(pk=here.space_id).first() is None:
        raise Http404
    return here.viewer.space(here.space_id)


def _uuid(text: UUID | str) -> UUID:
    try:
        return text if isinstance(text, UUID) else UUID(text)
    except ValueError as fault:
        raise Http404 from fault
