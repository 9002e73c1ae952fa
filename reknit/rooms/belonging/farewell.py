"""Going from everywhere at once, for whoever erases their account: what that means for each space, and doing it."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from reknit.ledger import erase, store
from reknit.practice.events import ErasureAsked
from reknit.rooms.belonging import acts
from reknit.shelves.writing import writing
from reknit.spaces import returning, seats
from reknit.spaces.access import Here, Viewer


@dataclass(frozen=True)
class Farewell:
    """The spaces that go with them, those the others keep, those left before; and who is in those closed to them."""

    go: list[Here]
    stay: list[Here]
    left: list[Here]
    closed: list[tuple[str, ...]]


def looked_at(viewer: Viewer) -> Farewell:
    """What becomes of each space this person is or was in."""
    here = viewer.spaces()
    alone = [space for space in here if not any(seat.here for seat in space.others)]
    closed = [returning.lost(viewer, space).names for space in viewer.closed()]
    return Farewell(alone, [space for space in here if space not in alone], viewer.formers(), closed)


@transaction.atomic
def part_everywhere(viewer: Viewer, *, words: bool = False) -> None:
    """Leave every space, with no name on the seats; one that nobody is left in is erased.

    With `words` one asks first that one's words there go, too. All in one order, so that no two wait for each other.
    """
    for here in viewer.spaces():
        if words:
            _ask_for_every_word(here)
        acts.part(here)
    for space in viewer.closed():
        if seats.part_closed(viewer, space, end=store.end):
            erase.whole(space)
    seats.unname(viewer)


def _ask_for_every_word(here: Here) -> None:
    """As one by one: the others are told, and have thirty days to take a copy. Alone, the space goes anyway."""
    if here.alone:
        return
    with writing(here) as book:
        for line in list(store.after(book.here, 0)):
            if line.by == here.me and line.words and line.id not in book.state.erasures:
                due = erase.ask(here.space_id, UUID(line.id), here.today)
                book.write(ErasureAsked(event=line.id, after=due.isoformat()), about=line.about)
