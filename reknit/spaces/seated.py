"""The seats of a space, as one of its members may know of them."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from reknit.spaces.cards import Card
from reknit.spaces.models import Member


@dataclass(frozen=True)
class Seat:
    """A member as the others see them. `reset` says that they once set a new password with a link."""

    id: str
    name: str
    joined: bool
    left: bool
    reset: bool = False

    @property
    def here(self) -> bool:
        return self.joined and not self.left


def seat(row: Member, card: Card) -> Seat:
    """Their own name; the one they are expected by; or, where their account is erased, none."""
    erased = row.person is None and row.until_seq is not None
    name = row.person.name if row.person else _("Former member") if erased else card.names.get(str(row.pk), "")
    return Seat(
        id=str(row.pk),
        name=name,
        joined=row.person is not None or erased,
        left=row.left,
        reset=row.person is not None and row.person.reset_on is not None,
    )


def known(seats: list[Member], mine: Member, card: Card) -> list[Member]:
    """The seats as this member may know of them: who has left learns nothing of who came after."""
    if mine.until_seq is None:
        return seats
    for seat in seats:
        if seat.from_seq >= mine.until_seq:
            seat.person, seat.left, seat.until_seq = None, False, None
    return [seat for seat in seats if seat.person or seat.left or str(seat.pk) in card.names]


def order(mine: Member) -> Any:
    """Oneself first, then by seat: an order that says nothing about who came when."""
    return lambda seat: (seat.pk != mine.pk, str(seat.pk))
