"""The ways to a private key pair: its secret half, wrapped under the passphrase and, if wanted, under a code."""

import unicodedata

from reknit.people import keys, slots
from reknit.vault.models import Side, Way


def plain(phrase: str) -> str:
    """The passphrase as it is meant: one space between words, each character in one form."""
    return " ".join(unicodedata.normalize("NFC", phrase).split())


def under_phrase(side: Side, *, phrase: str, secret: bytes) -> Way:
    """An unsaved way with a new salt, at today's cost."""
    cost, salt = slots.cost(), keys.new_salt()
    way = Way(side=side, kind=Way.Kind.PHRASE, salt=salt, passes=cost.passes, memory=cost.memory)
    way.wrapped = keys.seal(from_phrase(way, phrase), secret, *_place(way))
    return way


def under_code(side: Side, *, code: str, secret: bytes) -> Way:
    way = Way(side=side, kind=Way.Kind.CODE)
    way.wrapped = keys.seal(_from_code(code), secret, *_place(way))
    return way


def try_phrase(side: Side, phrase: str) -> keys.Pair | None:
    """The pair this passphrase opens; one derivation, right or wrong."""
    way = Way.objects.select_related("side").get(side=side, kind=Way.Kind.PHRASE)
    return opened(way, from_phrase(way, phrase))


def try_code(side: Side, code: str) -> keys.Pair | None:
    """The pair this recovery code opens."""
    way = Way.objects.select_related("side").filter(side=side, kind=Way.Kind.CODE).first()
    return opened(way, _from_code(code)) if way else None


def replace(way: Way) -> None:
    """Put this in the place of the one of its kind, within a transaction."""
    Way.objects.filter(side=way.side, kind=way.kind).delete()
    way.save(force_insert=True)


def is_cheap(side: Side) -> bool:
    """Whether a guess at the passphrase costs less than the settings now ask."""
    way = Way.objects.get(side=side, kind=Way.Kind.PHRASE)
    return keys.Cost(way.passes, way.memory) < slots.cost()


def opened(way: Way, key: bytes) -> keys.Pair | None:
    """The pair this way leads to with this key."""
    try:
        pair = keys.pair_of(keys.unseal(key, bytes(way.wrapped), *_place(way)))
    except keys.CannotOpen:
        return None
    return pair if pair.public == bytes(way.side.public) else None


def from_phrase(way: Way, phrase: str) -> bytes:
    """The key a passphrase stands for: one derivation, at the cost the way was made with."""
    derived = slots.derive(plain(phrase), salt=bytes(way.salt), cost=keys.Cost(way.passes, way.memory))
    return keys.mixed("private phrase", derived)


def _from_code(code: str) -> bytes:
    return keys.mixed("private code", keys.recovery_key(keys.tidy_code(code, keys.RECOVERY)))


def _place(way: Way) -> tuple[str, str, str]:
    return "private way", str(way.side_id), str(way.kind)
