"""Facts and words as bytes and back. What was written by any released version is read for ever."""

from typing import NamedTuple

import msgspec
import rfc8785

from reknit.ledger import chain
from reknit.people import keys
from reknit.practice.events import AnyFacts
from reknit.practice.facts import Words

SALT = 32

_facts = msgspec.json.Decoder(AnyFacts)
_words = msgspec.json.Decoder(Words)


class Envelope(NamedTuple):
    """A sealed text and the commitment to it. The salt of the commitment is inside, so it goes when the text goes."""

    sealed: bytes
    commit: bytes


class Opened(NamedTuple):
    """What an envelope held: the salt, and the text as it was written (canonical JSON, UTF-8)."""

    salt: bytes
    text: bytes


def facts_text(facts: AnyFacts) -> bytes:
    """The facts as they are stored; what could not be read again is not written (msgspec.ValidationError)."""
    text = rfc8785.dumps(msgspec.to_builtins(facts))
    read_facts(text)
    return text


def words_text(words: Words) -> bytes:
    return rfc8785.dumps({name: text for name, text in words.items()})


def read_facts(text: bytes) -> AnyFacts:
    return _facts.decode(text)


def read_words(text: bytes) -> Words:
    return _words.decode(text)


def close(key: bytes, text: bytes, *place: str | int) -> Envelope:
    """Seal `text` for one place in the history and commit to it."""
    salt = keys.new_key()
    return Envelope(keys.seal(key, salt + text, *place), chain.commit(salt, text))


def open_(key: bytes, sealed: bytes, commit: bytes, *place: str | int) -> Opened:
    """What the envelope holds, checked against its commitment; CannotOpen where either does not hold."""
    inside = keys.unseal(key, sealed, *place)
    opened = Opened(inside[:SALT], inside[SALT:])
    if chain.commit(*opened) != commit:
        raise keys.CannotOpen
    return opened
