"""Whether two people want to work on something together, and can: each answers for themself alone.

No, not now and no answer are the same to the other: rows of one size, made for both at once and written over in place.
A yes is a token that is looked at only for someone who has said yes. `docs/decisions/0020-two-yeses.md` says why.
"""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from reknit.people import keys
from reknit.practice.refused import Refused
from reknit.spaces import disk
from reknit.spaces.access import Here
from reknit.spaces.models import Readiness

ANSWERS = ("", "yes", "no", "not_now")


@dataclass(frozen=True)
class Answer:
    """One's own answer to both questions; empty where there is none."""

    willing: str = ""
    able: str = ""

    @property
    def yes(self) -> bool:
        return self.willing == self.able == "yes"


def prepare(here: Here, about: str, seats: tuple[str, str]) -> None:
    """An unanswered row for each of the two, in no order that tells them apart."""
    Readiness.objects.bulk_create(
        Readiness(
            space_id=here.space_id, about=UUID(about), seat_id=seat, epoch=here.epoch,
            box=_box(here, about, seat, Answer(), keys.new_pair().public), token=keys.new_key(),
        )
        for seat in sorted(seats)
    )  # fmt: skip


def answer(here: Here, about: str, given: Answer) -> None:
    """Write one's own answer over the one there was."""
    if given.willing not in ANSWERS or given.able not in ANSWERS:
        raise Refused("Please choose one of these.")
    with transaction.atomic():
        row = _row(here, about, here.me)
        if row is None:
            raise Refused("This is between two others.")
        row.box = _box(here, about, here.me, given, here.viewer.pair.public)
        row.token = _token(here, row) if given.yes else keys.new_key()
        row.save(update_fields=["box", "token"])
    disk.scrub()


def mine(here: Here, about: str) -> Answer:
    """One's own answer, for oneself."""
    row = _row(here, about, here.me)
    if row is None:
        return Answer()
    if _says_yes(here, row):
        return Answer("yes", "yes")
    try:
        willing, able = keys.unwrap(here.viewer.pair, bytes(row.box), *_place(here, about, here.me))
    except keys.CannotOpen:
        return Answer()
    return Answer(ANSWERS[willing], ANSWERS[able])


def together(here: Here, about: str, other: str) -> bool:
    """Whether both have said yes. Somebody who has not learns nothing."""
    own = _row(here, about, here.me)
    if own is None or not _says_yes(here, own):
        return False
    theirs = _row(here, about, other)
    return theirs is not None and _says_yes(here, theirs)


def _row(here: Here, about: str, seat: str) -> Readiness | None:
    return Readiness.objects.filter(space_id=here.space_id, about=UUID(about), seat_id=UUID(seat)).first()


def _says_yes(here: Here, row: Readiness) -> bool:
    try:
        return bytes(row.token) == _token(here, row)
    except keys.CannotOpen:
        return False


def _token(here: Here, row: Readiness) -> bytes:
    """What a yes looks like, under the key the space had when this was named."""
    place = keys.bound("readiness", str(here.space_id), str(row.about), str(row.seat_id), str(row.pk))
    return keys.fingerprint(keys.mixed("readiness", here.key(row.epoch)), place)


def _box(here: Here, about: str, seat: str, given: Answer, public: bytes) -> bytes:
    inside = bytes([ANSWERS.index(given.willing), ANSWERS.index(given.able)])
    return keys.wrap_for(public, inside, *_place(here, about, seat))


def _place(here: Here, about: str, seat: str) -> tuple[str, str, str, str]:
    return "readiness", str(here.space_id), about, seat
