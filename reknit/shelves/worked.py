"""What a page works out from the history for one member, kept for them from one visit to the next, sealed.

It can be made again. It stands under their own key, so nobody else who reads the space can open it. What mixes in
private notes is not kept here but with the notes (`private.worked_out`).
"""

from reknit.ledger.models import WorkedOut
from reknit.people import keys
from reknit.spaces.access import Here


def load(here: Here) -> bytes:
    """What was kept; empty where there is nothing, or nothing that opens."""
    row = WorkedOut.objects.filter(space_id=here.space_id, person=here.viewer.person).first()
    try:
        return keys.unseal(_key(here), bytes(row.body), *_place(here, row.seq)) if row else b""
    except keys.CannotOpen:
        return b""


def save(here: Here, seq: int, found: bytes) -> None:
    """Keep this, worked out from the history up to `seq`, in the place of what was kept."""
    body = keys.seal(_key(here), found, *_place(here, seq))
    row = WorkedOut(space_id=here.space_id, person=here.viewer.person, seq=seq, body=body)
    WorkedOut.objects.bulk_create(
        [row], update_conflicts=True, unique_fields=["space", "person"], update_fields=["seq", "body"]
    )


def _key(here: Here) -> bytes:
    return keys.mixed("worked out", here.viewer.pair.secret)


def _place(here: Here, seq: int) -> tuple[str, str, str, int, int]:
    return "worked out", str(here.space_id), str(here.viewer.person.pk), here.from_seq, seq
