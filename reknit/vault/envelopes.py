"""One note: what it holds, and how it is sealed. What any released version wrote is read for ever."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import msgspec

from reknit.people import keys
from reknit.practice.events import Anything, Event
from reknit.practice.facts import Words
from reknit.spaces.access import Viewer

DROPPED = 0
ME = "me"


class Body(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What is inside the envelope. `space` is empty for what is about oneself, `about` where it begins a thread.

    `said_as` is the shared event it was said as, if it was.
    """

    facts: Anything
    at: datetime
    by: str = ME
    space: str = ""
    about: str = ""
    words: Words = {}
    said_as: str = ""

    @property
    def space_id(self) -> UUID | None:
        return UUID(self.space) if self.space else None

    @property
    def kind(self) -> str:
        return kind_of(type(self.facts))

    def root(self, id_: UUID) -> UUID:
        return UUID(self.about) if self.about else id_


@dataclass(frozen=True, repr=False)
class Note:
    """Something kept to oneself: the event it is, about a space or about oneself (`space` None)."""

    id: str
    rev: int
    space: UUID | None
    event: Event
    said_as: str = ""


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Body)


def kind_of(facts: type[Anything]) -> str:
    """The tag a kind of facts is stored under."""
    return str(facts.__struct_config__.tag)


def encode(body: Body) -> bytes:
    """The note as it is stored; what could not be read again is not written (msgspec.ValidationError)."""
    text = _encoder.encode(body)
    decode(text)
    return text


def decode(text: bytes) -> Body:
    return _decoder.decode(text)


def seal(pair: keys.Pair, side: UUID, id_: UUID, rev: int, body: Body) -> bytes:
    """An envelope for one writing of one row."""
    return keys.seal(_key(pair), encode(body), *_place(side, id_, rev))


def unseal(pair: keys.Pair, side: UUID, id_: UUID, rev: int, envelope: bytes) -> Body:
    """What the row holds, or CannotOpen."""
    return decode(keys.unseal(_key(pair), envelope, *_place(side, id_, rev)))


def drop(viewer: Viewer, public: bytes, side: UUID, id_: UUID, body: Body) -> bytes:
    """What can be put in while the side is locked."""
    return keys.drop(viewer.pair, public, encode(body), *_place(side, id_, DROPPED))


def pick_up(pair: keys.Pair, sender: bytes, side: UUID, id_: UUID, box: bytes) -> Body:
    """What was dropped in, where it came from this account key; or CannotOpen."""
    return decode(keys.pick_up(pair, sender, box, *_place(side, id_, DROPPED)))


def note(id_: UUID, rev: int, seq: int, body: Body) -> Note:
    event = Event(str(id_), seq, body.by, str(body.root(id_)), body.at, body.facts, dict(body.words))
    return Note(str(id_), rev, body.space_id, event, body.said_as)


def _key(pair: keys.Pair) -> bytes:
    return keys.mixed("private notes", pair.secret)


def _place(side: UUID, id_: UUID, rev: int) -> tuple[str, str, str, int]:
    return "private note", str(side), str(id_), rev
