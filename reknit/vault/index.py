"""The sealed index of a private side: which notes there are, at which writing, and the last head seen of each history.

It is what a note is believed by: a row that the index does not have, or has at another writing, is not shown. It is
written by compare-and-swap, so of two writers that read the same index the second reads again.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import msgspec

from reknit.people import keys
from reknit.spaces.private import Private
from reknit.vault.models import Side

IDLE = 10


class Moved(Exception):
    """Somebody wrote this index since it was read."""


class Entry(msgspec.Struct, array_like=True):
    """What is known of a note without opening it. `kind` and `space` are places in the index's lists; -1 is none."""

    rev: int
    seq: int
    kind: int
    space: int
    at: int
    about: bytes = b""


class Head(msgspec.Struct, array_like=True):
    """How far a shared history had come when it was last looked at."""

    seq: int
    hash: bytes


class Index(msgspec.Struct, omit_defaults=True):
    """`changed` says which history was found other than its head was remembered, and how, until that is read.

    `senders` are the account keys whose drops are believed; `idle` the minutes to relocking, 0 for staying open;
    `thrown` the turn at which what was worked out from the notes was last thrown away; `aside` when a question
    that comes seldom was last put aside, in milliseconds.
    """

    last: int = 0
    notes: dict[bytes, Entry] = {}
    kinds: list[str] = []
    spaces: list[bytes] = []
    heads: dict[bytes, Head] = {}
    changed: dict[bytes, str] = {}
    senders: list[bytes] = []
    idle: int = IDLE
    thrown: int = 0
    aside: int = 0

    def put(self, id_: UUID, *, rev: int, kind: str, space: UUID | None, about: UUID, at: datetime) -> Entry:
        """Take a note in, the first time as the newest."""
        known = self.notes.get(id_.bytes)
        if known is None:
            self.last += 1
        self.notes[id_.bytes] = Entry(
            rev=rev,
            seq=known.seq if known else self.last,
            kind=_place(self.kinds, kind),
            space=-1 if space is None else _place(self.spaces, space.bytes),
            at=int(at.timestamp() * 1000),
            about=b"" if about == id_ else about.bytes,
        )
        return self.notes[id_.bytes]

    def drop(self, id_: UUID) -> None:
        self.notes.pop(id_.bytes, None)

    def space_of(self, entry: Entry) -> UUID | None:
        return None if entry.space < 0 else UUID(bytes=self.spaces[entry.space])

    def kind_of(self, entry: Entry) -> str:
        return self.kinds[entry.kind]

    def at_of(self, entry: Entry) -> datetime:
        return datetime.fromtimestamp(entry.at / 1000, UTC)

    def thread(self, root: UUID) -> list[UUID]:
        """A thread's beginning and what is about it."""
        found = [id_ for id_, entry in self.notes.items() if root.bytes in {id_, entry.about}]
        return [UUID(bytes=id_) for id_ in found]

    def first(self) -> datetime | None:
        """When the oldest note that is still there was written."""
        oldest = min(self.notes.values(), key=lambda entry: entry.at, default=None)
        return self.at_of(oldest) if oldest else None

    def entries(self) -> Iterator[tuple[UUID, Entry]]:
        return ((UUID(bytes=id_), entry) for id_, entry in self.notes.items())


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Index)


def read(side: Side, pair: keys.Pair) -> Index:
    """The index in this row, or CannotOpen."""
    return _decoder.decode(keys.unseal(_key(pair), bytes(side.index), *_bound(side, side.turn)))


def seal(side: Side, pair: keys.Pair, index: Index) -> None:
    """Put the index into a row that is about to be saved."""
    side.index = keys.seal(_key(pair), _encoder.encode(index), *_bound(side, side.turn))


def write(side: Side, pair: keys.Pair, index: Index, *, throw: bool = False) -> None:
    """Put the index in the place of the one `side` was read with; Moved where that is no longer there.

    With `throw`, what was worked out from the notes goes: a note was changed or taken away.
    """
    before, side.turn = side.turn, side.turn + 1
    if throw:
        index.thrown, side.state = side.turn, b""
    seal(side, pair, index)
    values = {"turn": side.turn, "index": side.index} | ({"state": b""} if throw else {})
    if not Side.objects.filter(pk=side.pk, turn=before).update(**values):
        raise Moved


def of(private: Private) -> tuple[Side, Index]:
    """The side and its index as this request first saw them."""
    if "index" not in private.kept:
        side = Side.objects.get(pk=private.side)
        private.kept["index"] = side, read(side, private.pair)
    known: tuple[Side, Index] = private.kept["index"]
    return known


def _place(names: list[str] | list[bytes], name: str | bytes) -> int:
    if name not in names:
        names.append(name)  # type: ignore[arg-type]
    return names.index(name)  # type: ignore[arg-type]


def _key(pair: keys.Pair) -> bytes:
    return keys.mixed("private index", pair.secret)


def _bound(side: Side, turn: int) -> tuple[str, str, int]:
    return "private index", str(side.pk), turn
