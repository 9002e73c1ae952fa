"""Coming back after a reset: asking, comparing, being let in; or with the key one had before."""

from dataclasses import dataclass, replace
from uuid import UUID

from django.db import transaction

from reknit.content import voice
from reknit.people import resets
from reknit.people.resets import Former
from reknit.practice.events import MemberReturned, ReturnAgreed
from reknit.practice.refused import Refused
from reknit.shelves import shelf
from reknit.shelves.writing import Once, writing
from reknit.spaces import returning
from reknit.spaces.access import Here, Viewer
from reknit.spaces.returning import Waiting


@dataclass(frozen=True)
class Returning:
    """A member this space is closed to, as another sees it: the words to compare, the yeses so far, mine to give."""

    who: Waiting
    words: str
    yeses: tuple[str, ...]
    needed: int
    mine: bool


@dataclass(frozen=True)
class Closed:
    """A space closed to the viewer: who is there, and the words to compare with each who could let them in."""

    space_id: UUID
    names: tuple[str, ...]
    words: tuple[tuple[str, str], ...]
    asked: bool


def closed(viewer: Viewer, space: UUID) -> Closed:
    found = returning.lost(viewer, space)
    words = tuple((helper.name, voice.spoken(helper.compared)) for helper in found.helpers)
    return Closed(space, found.names, words, found.asked)


def coming(here: Here) -> list[Returning]:
    """Everyone this space is closed to since a reset."""
    return [_coming(here, one) for one in returning.waiting(here)]


def _coming(here: Here, one: Waiting) -> Returning:
    known = shelf.state(here).returns.get(one.seat)
    yeses = known.yeses if known and known.half == one.half else []
    needed = returning.needed(here)
    mine = bool(one.half) and (here.me not in yeses or (len(yeses) >= needed and returning.may_finish(here, one.seat)))
    return Returning(one, voice.spoken(one.compared), tuple(here.name(seat) for seat in yeses), needed, mine)


@transaction.atomic
def ask_back(viewer: Viewer, *, space: UUID) -> None:
    """Ask the others to be let back in."""
    returning.ask(viewer, space)


def let_back_in(here: Here, *, seat: str, half: str, once: Once | None = None) -> str:
    """Say that the six words were the same. With enough of these the space opens to them again, and all read it."""
    with writing(here, once) as book:
        asked = next((one for one in returning.waiting(book.here) if one.seat == seat and one.half), None)
        if asked is None:
            raise Refused("Nobody asks to be let back in here any more.")
        if asked.half != half:
            raise Refused("They have another key by now. Compare the six words again.")
        known = book.state.returns.get(seat)
        about = ""
        if known is None or known.half != half or here.me not in known.yeses:
            about = book.write(ReturnAgreed(seat=seat, half=half)).about
        yeses = book.state.returns[seat].yeses
        if len(yeses) >= returning.needed(book.here) and returning.may_finish(book.here, seat):
            returning.let_in(book.here, seat, half=half)
            about = book.write(MemberReturned(seat=seat, half=half)).about
        return about


@transaction.atomic
def remember(viewer: Viewer, former: Former) -> int:
    """Open with a key from before what it still opens, for good; the number of spaces."""
    then = replace(viewer, pair=former.pair)
    for here in (found := then.spaces()):
        with writing(here) as book:
            book.write(MemberReturned(seat=here.me, half=viewer.pair.public.hex()))
            returning.regain(book.here, viewer.pair)
    for here in (left := then.formers()):
        returning.regain(here, viewer.pair)
    resets.take_up(former, person=viewer.person, pair=viewer.pair)
    return len(found) + len(left)
