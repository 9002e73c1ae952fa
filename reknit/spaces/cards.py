"""An epoch's card: what a space is and what its empty seats are called, sealed under that epoch's key."""

from uuid import UUID

import msgspec

from reknit.people import keys
from reknit.practice.facts import Kind
from reknit.spaces.models import Epoch


class Card(msgspec.Struct):
    """What an epoch's card says: the kind of space, and what a seat is called until someone takes it."""

    kind: Kind
    names: dict[str, str]


def seal_card(key: bytes, space: UUID, number: int, card: Card) -> bytes:
    return keys.seal(key, msgspec.json.encode(card), "card", str(space), number)


def open_card(key: bytes, epoch: Epoch) -> Card:
    text = keys.unseal(key, bytes(epoch.card), "card", str(epoch.space_id), epoch.number)
    return msgspec.json.decode(text, type=Card)
