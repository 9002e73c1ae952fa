"""Taking a seat and leaving it: the rows of spaces, seats and invitations. What members are told is an event."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import msgspec
from django.db import transaction
from django.db.models import QuerySet

from reknit.people import keys
from reknit.practice.facts import Kind
from reknit.practice.refused import Refused
from reknit.spaces import cards, epochs
from reknit.spaces.access import COUPLE, MOST, Here, Viewer
from reknit.spaces.cards import Card
from reknit.spaces.models import Epoch, Invitation, Member, Space, SpaceKey

LASTS = timedelta(days=7)


class Offer(msgspec.Struct):
    """What an invitation's envelope holds for whoever has the code. `about` is the proposal it follows from, if any."""

    space: str
    seat: str
    by: str
    kind: Kind
    keys: dict[int, bytes]
    about: str = ""


@dataclass(frozen=True)
class Invited:
    """An invitation as the invited person reads it once they are signed in."""

    offer: Offer
    expires_at: datetime


def open_space(viewer: Viewer, *, kind: Kind, names: list[str]) -> Here:
    """A new space with the viewer on the first seat and a named, empty seat for each other."""
    most = COUPLE if kind == "couple" else MOST
    if not 1 <= len(names) < most:
        few, many = "A couple's space is for two.", "A space holds up to twelve people."
        raise Refused(few if kind == "couple" else many, field="names")
    space = Space.objects.create()
    Member.objects.create(space=space, person=viewer.person, public=viewer.pair.public)
    seats = Member.objects.bulk_create([Member(space=space) for _ in names])
    card = Card(kind=kind, names={str(seat.pk): name for seat, name in zip(seats, names, strict=True)})
    epochs.begin(space, 1, card)
    return viewer.space(space.pk)


def seat_for(here: Here, name: str) -> tuple[Here, str]:
    """The empty seat of that name, or one more, under a new key: whoever takes it reads from then on."""
    seat = next((seat.id for seat in here.others if not seat.joined and seat.name == name), "")
    if not seat and len(here.others) + 1 >= (COUPLE if here.kind == "couple" else MOST):
        raise Refused("This space is full.")
    seat = seat or str(Member.objects.create(space_id=here.space_id).pk)
    return epochs.renew(here, Card(kind=here.kind, names={**here.card.names, seat: name})), seat


def invite(here: Here, seat: str, *, about: str = "") -> str:
    """A code for an empty seat. A former code for the same seat ends."""
    if seat not in here.seats or here.seats[seat].joined:
        raise Refused("This place is taken.")
    Invitation.objects.filter(seat=UUID(seat)).delete()
    code = keys.new_code()
    first = here.alone
    carried = {n: here.key(n) for n in here.wrapped if first or n == here.epoch}
    offer = Offer(str(here.space_id), seat, here.name(here.me), here.kind, carried, about)
    Invitation.objects.create(
        space_id=here.space_id,
        seat_id=seat,
        by_id=here.me,
        epoch=here.epoch,
        lookup=keys.code_lookup(code),
        sealed=keys.seal(keys.code_key(code), msgspec.msgpack.encode(offer), "invitation", str(here.space_id)),
        expires_at=here.now + LASTS,
    )
    return code


def rename(here: Here, seat: str, name: str) -> None:
    """Call an empty seat by another name, until someone takes it."""
    card = Card(kind=here.kind, names={**here.card.names, seat: name})
    sealed = cards.seal_card(here.key(here.epoch), here.space_id, here.epoch, card)
    Epoch.objects.filter(space_id=here.space_id, number=here.epoch).update(card=sealed)


def drop(here: Here, seat: str) -> None:
    """Take an empty seat away. What was promised to it stays as it was said."""
    Invitation.objects.filter(space_id=here.space_id, seat=UUID(seat)).delete()
    Member.objects.filter(pk=UUID(seat), space_id=here.space_id, person=None).update(left=True)


def withdraw(here: Here, seat: str) -> None:
    Invitation.objects.filter(space_id=here.space_id, seat=UUID(seat)).delete()


def withdraw_all(viewer: Viewer) -> None:
    """No code that the viewer made, in any space, works any more."""
    Invitation.objects.filter(by__person=viewer.person).delete()


def invited_seats(here: Here) -> dict[str, datetime]:
    """The empty seats with a code that still works, and until when."""
    rows = Invitation.objects.filter(space_id=here.space_id, expires_at__gt=here.now, epoch=here.epoch)
    return {str(seat): until for seat, until in rows.values_list("seat_id", "expires_at")}


def look(code: str, now: datetime) -> Invited | None:
    """What a code offers, or None: unknown, used, withdrawn and expired are all the same."""
    row = Invitation.objects.filter(lookup=keys.code_lookup(code), expires_at__gt=now).first()
    if row is None or row.epoch != _newest(row.space_id):
        return None
    text = keys.unseal(keys.code_key(code), bytes(row.sealed), "invitation", str(row.space_id))
    return Invited(msgspec.msgpack.decode(text, type=Offer), row.expires_at)


@transaction.atomic
def accept(viewer: Viewer, code: str, *, end: Callable[[UUID], int]) -> tuple[Here, Offer]:
    """Take the seat a code offers. `end` tells the last seq of a space: a third member reads what comes after it."""
    seen = look(code, viewer.now)
    space = Space.objects.select_for_update().filter(pk=seen.offer.space).first() if seen else None
    found = look(code, viewer.now) if space else None  # once more, now that nobody else can take it
    if space is None or found is None:
        raise Refused("This code does not open anything. It may be used, taken back, or older than seven days.")
    was = Member.objects.filter(space=space, person=viewer.person).first()
    if was and was.left:
        raise Refused("You left this space, and nobody comes back to one they left. You can begin a new one together.")
    if was:
        raise Refused("You are already in this space. The code is for someone else.")
    return _sit(viewer, space, found.offer, end), found.offer


def part(here: Here, last_seq: int) -> bool:
    """Leave the seat. True where nobody is left behind to read the space."""
    return _leave(here.space_id, Member.objects.filter(pk=here.me), last_seq)


def part_closed(viewer: Viewer, space: UUID, *, end: Callable[[UUID], int]) -> bool:
    """The same where the key is lost, so that no line of the history can say it: the seat does."""
    Space.objects.select_for_update().filter(pk=space).first()
    return _leave(space, Member.objects.filter(space_id=space, person=viewer.person, left=False), end(space))


def unname(viewer: Viewer) -> None:
    """Nothing in any seat says any more whose it was; the keys that were wrapped for them go, too."""
    SpaceKey.objects.filter(person=viewer.person).delete()
    Member.objects.filter(person=viewer.person).update(person=None, public=b"")


def forget(space: UUID) -> None:
    """Take away every row of a space; its history must be gone already."""
    for model in (Invitation, SpaceKey, Epoch, Member):
        model.objects.filter(space_id=space).delete()
    Space.objects.filter(pk=space).delete()


def _leave(space: UUID, seat: QuerySet[Member], last_seq: int) -> bool:
    seat.update(left=True, until_seq=last_seq)
    Space.objects.filter(pk=space).update(renew=True)
    Invitation.objects.filter(space_id=space).delete()
    return not Member.objects.filter(space_id=space, person__isnull=False, left=False).exists()


def _sit(viewer: Viewer, space: Space, offer: Offer, end: Callable[[UUID], int]) -> Here:
    others = Member.objects.filter(space=space).exclude(person=None, until_seq=None).count()
    seat = Member.objects.get(pk=offer.seat, space=space)
    seat.person, seat.public = viewer.person, viewer.pair.public
    seat.from_seq = 0 if others < 2 else end(space.pk)
    seat.save(update_fields=["person", "public", "from_seq"])
    for number, key in offer.keys.items():
        epochs.grant(space.pk, number, key, seat)
    Invitation.objects.filter(space=space).delete()
    return viewer.space(space.pk)


def _newest(space: UUID) -> int:
    return Epoch.objects.filter(space_id=space).order_by("-number").values_list("number", flat=True)[0]
