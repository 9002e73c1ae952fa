"""What was worked out from the notes: kept sealed beside them, and thrown away once a note is changed or taken away.

It says at which turn of the index it was made; the index says when it was last thrown away. So an older one that
somebody put back is not believed past a deletion.
"""

import msgspec

from reknit.people import keys
from reknit.spaces.access import Viewer
from reknit.vault import index
from reknit.vault.holding import opened
from reknit.vault.models import Side


class Kept(msgspec.Struct, array_like=True):
    turn: int
    found: dict[str, bytes] = {}


def load(viewer: Viewer) -> dict[str, bytes]:
    """What was kept, by the name it was kept under; nothing where it does not open or was thrown away since."""
    private = opened(viewer)
    side, known = index.of(private)
    try:
        kept = _decoder.decode(keys.unseal(_key(private.pair), bytes(side.state), *_place(side)))
    except keys.CannotOpen:
        return {}
    return kept.found if kept.turn >= known.thrown else {}


def save(viewer: Viewer, found: dict[str, bytes]) -> None:
    """Keep this in the place of what was kept, unless the notes have changed meanwhile."""
    private = opened(viewer)
    side, _ = index.of(private)
    body = keys.seal(_key(private.pair), _encoder.encode(Kept(side.turn, found)), *_place(side))
    Side.objects.filter(pk=side.pk, turn=side.turn).update(state=body)
    private.kept.clear()


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Kept)


def _key(pair: keys.Pair) -> bytes:
    return keys.mixed("private state", pair.secret)


def _place(side: Side) -> tuple[str, str]:
    return "private state", str(side.pk)
