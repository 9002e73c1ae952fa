"""A private side, held for writing: who may, the index as it stands, and a note put where it belongs."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from uuid import UUID

from django.db.models import QuerySet

from reknit.people import keys
from reknit.spaces.access import Viewer
from reknit.spaces.private import Private
from reknit.vault import envelopes, index
from reknit.vault.closed import Locked, NotBegun
from reknit.vault.envelopes import DROPPED, Body
from reknit.vault.index import Index
from reknit.vault.models import Note, Side


def mine(viewer: Viewer) -> QuerySet[Side]:
    return Side.objects.filter(person=viewer.person, until=None)


def held(viewer: Viewer) -> Side:
    """The person's side, held until the transaction ends; Locked where what they have open is no longer it."""
    side = mine(viewer).select_for_update().first()
    if side is None:
        raise NotBegun
    private = viewer.private
    if private is not None and (private.side != side.pk or private.pair.public != bytes(side.public)):
        raise Locked
    return side


def opened(viewer: Viewer) -> Private:
    if viewer.private is None:
        raise Locked
    return viewer.private


@contextmanager
def writing(private: Private, side: Side, *, throw: bool = False) -> Iterator[Index]:
    """The index, to be changed; it is saved at the end, in the place of the one that was read."""
    private.kept.clear()
    known = index.read(side, private.pair)
    yield known
    index.write(side, private.pair, known, throw=throw)


def put(side: Side, pair: keys.Pair, known: Index, id_: UUID, body: Body) -> None:
    """Write a note and what the index says of it; the index is saved by whoever holds it."""
    entry = known.notes.get(id_.bytes)
    rev = entry.rev + 1 if entry else 1
    sealed = envelopes.seal(pair, side.pk, id_, rev, body)
    Note.objects.update_or_create(id=id_, side=side, defaults={"rev": rev, "body": sealed})
    known.put(id_, rev=rev, kind=body.kind, space=body.space_id, about=body.root(id_), at=body.at)


def believed(side: UUID, pair: keys.Pair, known: Index, row: Note) -> Body | None:
    """What a row holds, where the index vouches for it, or a believed sender dropped it in; else nothing."""
    entry = known.notes.get(row.pk.bytes)
    try:
        if entry is not None:
            same = entry.rev == row.rev
            return envelopes.unseal(pair, side, row.pk, row.rev, bytes(row.body)) if same else None
        if row.rev == DROPPED:
            return dropped(side, pair, known, row)
    except keys.CannotOpen:
        pass
    return None


def dropped(side: UUID, pair: keys.Pair, known: Index, row: Note) -> Body | None:
    """What was dropped in by one of the account keys the index believes; else nothing."""
    for sender in known.senders:
        with suppress(keys.CannotOpen):
            return envelopes.pick_up(pair, sender, side, row.pk, bytes(row.body))
    return None
