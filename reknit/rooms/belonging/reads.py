"""What the pages about the people here need."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

from reknit.ledger import store
from reknit.rooms.belonging import acts
from reknit.rooms.belonging.returning import Returning, coming
from reknit.shelves import shelf
from reknit.spaces import seats
from reknit.spaces.access import Here
from reknit.spaces.seated import Seat


@dataclass(frozen=True)
class Place:
    """A seat as the page about the people shows it; `until` is when a standing code ends."""

    seat: Seat
    me: bool
    until: datetime | None
    suggested: bool
    token: UUID = field(default_factory=uuid4)


@dataclass(frozen=True)
class Proposal:
    """Someone suggested to join: by whom, who has still to say yes, and whether it is mine to say."""

    id: str
    name: str
    by: str
    waiting_for: tuple[str, ...]
    mine_to_answer: bool
    ready: bool


@dataclass(frozen=True)
class Belonging:
    """Everyone here, everyone expected, and everyone suggested."""

    places: tuple[Place, ...]
    proposals: tuple[Proposal, ...]
    may_propose: bool
    last: bool
    returning: list[Returning]


def belonging(here: Here) -> Belonging:
    codes = seats.invited_seats(here)
    proposals = _proposals(here)
    named = {proposal.name for proposal in proposals}
    shown = [seat for seat in here.seats.values() if seat.joined or not seat.left]
    places = tuple(Place(seat, seat.id == here.me, codes.get(seat.id), seat.name in named) for seat in shown)
    present = [seat for seat in here.seats.values() if seat.here]
    return Belonging(
        places=places,
        proposals=proposals,
        may_propose=here.kind != "couple",
        last=len(present) == 1,
        returning=coming(here),
    )


def returning(here: Here) -> list[Returning]:
    """Everyone this space is closed to since a reset, for whoever looks at their day."""
    return coming(here)


def _proposals(here: Here) -> tuple[Proposal, ...]:
    known = shelf.state(here).proposals
    return tuple(proposal for id_ in known if (proposal := _proposal(here, id_, known[id_].by, set(known[id_].yeses))))


def _proposal(here: Here, id_: str, by: str, yeses: set[str]) -> Proposal | None:
    """None where the name was taken back: then nobody knows who was meant."""
    name = (store.one(here, id_).words or {}).get("name", "")
    if not name:
        return None
    said = {by, *yeses}
    waiting = tuple(seat.name for seat in here.seats.values() if seat.here and seat.id not in said)
    return Proposal(id_, name, here.name(by), waiting, here.me not in said, acts.all_agreed(here, said))
