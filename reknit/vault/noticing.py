"""What is noticed at the unlocking of a private side: rows missing, older, or nobody's; and what came in meanwhile."""

from dataclasses import dataclass

from django.db import transaction

from reknit.spaces import disk
from reknit.spaces.access import Viewer
from reknit.vault import index
from reknit.vault.envelopes import DROPPED
from reknit.vault.holding import dropped, held, opened, put, writing
from reknit.vault.models import Note


@dataclass(frozen=True)
class Noticed:
    """How many entries are missing or older than they were left, and how many are there that nobody vouches for."""

    missing: int
    strange: int


def take_in(viewer: Viewer) -> int:
    """Take in what its owner dropped while it was locked; what does not come from them stays where it is. How many."""
    private, taken = opened(viewer), 0
    with transaction.atomic():
        side = held(viewer)
        with writing(private, side) as known:
            if viewer.pair.public not in known.senders:
                known.senders.append(viewer.pair.public)
            for row in Note.objects.filter(side=side, rev=DROPPED):
                body = dropped(side.pk, private.pair, known, row)
                if body is not None and row.pk.bytes not in known.notes:
                    put(side, private.pair, known, row.pk, body)
                    taken += 1
    if taken:
        disk.scrub()
    return taken


def look(viewer: Viewer) -> Noticed:
    """The rows against the index."""
    private = opened(viewer)
    known = {id_: entry.rev for id_, entry in index.of(private)[1].entries()}
    there = dict(Note.objects.filter(side=private.side).values_list("id", "rev"))
    missing = [id_ for id_, rev in known.items() if there.get(id_) != rev]
    return Noticed(len(missing), len(there.keys() - known.keys()))


def settle(viewer: Viewer) -> None:
    """Its owner has read it: what is missing is not looked for any longer, and what is not theirs goes."""
    private = opened(viewer)
    with transaction.atomic():
        side = held(viewer)
        there = dict(Note.objects.filter(side=side).values_list("id", "rev"))
        with writing(private, side, throw=True) as known:
            gone = [id_ for id_, entry in known.entries() if there.get(id_) != entry.rev]
            for id_ in gone:
                known.drop(id_)
            strange = there.keys() - {id_ for id_, _ in known.entries()}
        Note.objects.filter(side=side, pk__in=strange).delete()
    disk.scrub()
