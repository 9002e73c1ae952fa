"""The chain: each event's hash holds the one before it, so that nothing in the middle is changed or moved unseen.

commit = SHA-256("reknit/commit/1" ‖ salt ‖ text);  hash = SHA-256("reknit/event/1" ‖ JCS of the line).
Checking links needs no keys; commitments are checked wherever an envelope is opened.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

import rfc8785


@dataclass(frozen=True)
class Line:
    """What the chain holds of an event: everything that stands in the clear, and the commitments."""

    id: str
    space: str
    seq: int
    by: str
    about: str
    at: datetime
    epoch: int
    facts_commit: bytes
    words_commit: bytes
    prev: bytes
    hash: bytes = b""


@dataclass(frozen=True)
class Fault:
    """A place where the chain does not hold, in a sentence."""

    space: str
    seq: int
    what: str


def commit(salt: bytes, text: bytes) -> bytes:
    return sha256(b"reknit/commit/1" + salt + text).digest()


def genesis(space: str) -> bytes:
    """What the first event of a space names as the one before it."""
    return sha256(b"reknit/genesis/1" + space.encode()).digest()


def link(line: Line) -> bytes:
    """The hash an event must have."""
    return sha256(b"reknit/event/1" + rfc8785.dumps(in_the_clear(line))).digest()


def in_the_clear(line: Line) -> dict[str, str | int]:
    """The line as the canonical JSON object that is hashed; exports carry it as it is."""
    return {
        "about": line.about,
        "at": stamp(line.at),
        "by": line.by,
        "epoch": line.epoch,
        "facts": line.facts_commit.hex(),
        "id": line.id,
        "prev": line.prev.hex(),
        "seq": line.seq,
        "space": line.space,
        "words": line.words_commit.hex(),
    }


def stamp(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def faults(lines: Iterable[Line]) -> Iterator[Fault]:
    """Every place where one space's lines, in order of seq, are not the chain they should be."""
    prev, expected = b"", 1
    for line in lines:
        if expected == 1:
            prev = genesis(line.space)
        if line.seq != expected:
            yield Fault(line.space, line.seq, f"follows {expected - 1}: something between them is missing")
        elif line.prev != prev:
            yield Fault(line.space, line.seq, "does not follow the event before it")
        if link(line) != line.hash:
            yield Fault(line.space, line.seq, "was changed after it was written")
        prev, expected = line.hash, line.seq + 1
