"""Who lost their key to a space, and how they come back: their seat stands, the others wrap its keys for them anew.

A seat names the public half its keys are wrapped for. After a reset the account has another one, so the seat is closed
to its person until the others have let them back in, or until the old key is there again. Nothing is ever wrapped for a
new half without that, a new epoch's key neither: whoever made the reset would get it, too.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import Http404

from reknit.people import keys
from reknit.people.models import KeyRing
from reknit.practice.events import AnyFacts, MemberReset, ReturnAsked
from reknit.practice.state import State
from reknit.spaces import epochs
from reknit.spaces.access import Here, Viewer
from reknit.spaces.models import Member, Return, SpaceKey

MOST_YESES = 2
COMPARED = 6


@dataclass(frozen=True)
class Helper:
    """Someone who could let one back in, and what both compare by voice."""

    name: str
    compared: bytes


@dataclass(frozen=True)
class Lost:
    """A space closed to its member: who is there, and whether they were asked already."""

    space_id: UUID
    names: tuple[str, ...]
    helpers: tuple[Helper, ...]
    asked: bool


@dataclass(frozen=True)
class Waiting:
    """A member whose password was reset on `on`. With `half` they ask to be let in; `compared` is read aloud."""

    seat: str
    name: str
    on: date
    half: str
    compared: bytes


def lost(viewer: Viewer, space: UUID) -> Lost:
    """What a member reads about a space that is closed to them; not found for everyone else."""
    if space not in viewer.closed():
        raise Http404
    seats = [seat for seat in _seated(space) if seat.person_id != viewer.person.pk]
    open_ = [seat for seat in seats if bytes(seat.public) == _half(seat)]
    helpers = tuple(Helper(_name(seat), _compared(viewer.pair.public, bytes(seat.public))) for seat in open_)
    asked = Return.objects.filter(seat__space_id=space, seat__person=viewer.person, half=viewer.pair.public).exists()
    return Lost(space, tuple(_name(seat) for seat in seats), helpers, asked)


def ask(viewer: Viewer, space: UUID) -> None:
    """Ask the others there; they read it on their next look, and it stands in the history with the next line."""
    lost(viewer, space)
    seat = Member.objects.get(space_id=space, person=viewer.person)
    Return.objects.update_or_create(seat=seat, defaults={"half": viewer.pair.public, "on": viewer.today})


def withdraw_all(viewer: Viewer) -> None:
    """The viewer asks to be let back in nowhere; they can ask again."""
    Return.objects.filter(seat__person=viewer.person).delete()


def waiting(here: Here) -> list[Waiting]:
    """The others whose password was reset, so that this space is closed to them."""
    return [_waiting(here, seat) for seat in _closed(here) if str(seat.pk) != here.me]


def unsaid(here: Here, state: State) -> Iterator[AnyFacts]:
    """What happened to a member's key and does not stand in the history yet; whoever writes next writes it down."""
    for seat in _closed(here):
        known, one = state.members.get(str(seat.pk)), _waiting(here, seat)
        if known is None or known.reset_on != one.on.isoformat():
            yield MemberReset(seat=one.seat, on=one.on.isoformat())
        asked = state.returns.get(one.seat)
        if one.half and (asked is None or asked.half != one.half):
            yield ReturnAsked(seat=one.seat, half=one.half)


def needed(here: Here) -> int:
    """How many have to agree: two where there are three or more, as far as there are two who still can."""
    seats = _seated(here.space_id)
    able = sum(bytes(seat.public) == _half(seat) for seat in seats)
    return max(1, min(MOST_YESES if len(seats) > MOST_YESES else 1, able))


def may_finish(here: Here, seat: str) -> bool:
    """Whether this member holds every key the other may read with, or nobody here holds more."""
    seats = {str(each.pk): each for each in _seated(here.space_id)}
    if here.from_seq <= seats[seat].from_seq:
        return True
    able = [each for each in seats.values() if bytes(each.public) == _half(each)]
    return all(here.from_seq <= each.from_seq for each in able)


def let_in(here: Here, seat: str, *, half: str) -> None:
    """Wrap the keys that a member may read with for their new half, in a space that is held."""
    mine = Member.objects.select_related("person").get(pk=seat, space_id=here.space_id)
    had = set(SpaceKey.objects.filter(space_id=here.space_id, person=mine.person).values_list("epoch", flat=True))
    mine.public, mine.from_seq = bytes.fromhex(half), max(mine.from_seq, here.from_seq)
    mine.save(update_fields=["public", "from_seq"])
    _grant(here, mine, had & set(here.wrapped))


def regain(here: Here, pair: keys.Pair) -> None:
    """Wrap all keys held here, opened with an old pair, for the new one."""
    mine = Member.objects.select_related("person").get(pk=here.me)
    mine.public = pair.public
    mine.save(update_fields=["public"])
    _grant(here, mine, set(here.wrapped))


def _grant(here: Here, seat: Member, numbers: set[int]) -> None:
    SpaceKey.objects.filter(space_id=here.space_id, person=seat.person).delete()
    for number in sorted(numbers):
        epochs.grant(here.space_id, number, here.key(number), seat)
    Return.objects.filter(seat=seat).delete()


def _seated(space: UUID) -> list[Member]:
    return list(Member.objects.filter(space_id=space, person__isnull=False, left=False).select_related("person"))


def _closed(here: Here) -> list[Member]:
    """The seats, one's own too, whose keys are wrapped for a half that is not their person's any more."""
    if not any(seat.reset for seat in here.seats.values()):
        return []
    reset = Member.objects.filter(space_id=here.space_id, left=False, person__reset_on__isnull=False)
    return [seat for seat in reset.select_related("person").order_by("pk") if bytes(seat.public) != _half(seat)]


def _waiting(here: Here, seat: Member) -> Waiting:
    assert seat.person is not None
    assert seat.person.reset_on is not None
    new = _half(seat)
    asks = Return.objects.filter(seat=seat, half=new).exists()
    compared = _compared(here.viewer.pair.public, new)
    return Waiting(str(seat.pk), seat.person.name, seat.person.reset_on, new.hex() if asks else "", compared)


def _half(seat: Member) -> bytes:
    """The public half of the person on a seat as it is now."""
    return bytes(KeyRing.objects.values_list("public", flat=True).get(person=seat.person))


def _name(seat: Member) -> str:
    return seat.person.name if seat.person else ""


def _compared(one: bytes, other: bytes) -> bytes:
    return keys.mixed("compared by voice", *sorted((one, other)))[:COMPARED]
