"""What people write and choose, looked at on the way in: texts are tidied, never cut."""

from collections.abc import Mapping
from typing import TypeVar

import msgspec

from reknit.practice.events import Facts, Words
from reknit.practice.refused import Refused, Say

LONGEST = 20_000
F = TypeVar("F", bound=Facts)


def tidy(given: Mapping[str, str | None]) -> Words:
    """The texts that say anything, with the white space around them and stray line ends gone."""
    texts = {name: _plain(text or "") for name, text in given.items()}
    return {name: text for name, text in texts.items() if text}


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").strip()


def check(words: Mapping[str, str | None], *, needed: Mapping[str, Say] | None = None) -> Words:
    """The tidied texts, or Refused where one is too long or a needed one is missing (`needed`: name -> sentence)."""
    texts = tidy(words)
    for name, sentence in (needed or {}).items():
        if name not in texts:
            raise Refused(sentence.text, field=name)
    for name, text in texts.items():
        if len(text) > LONGEST:
            raise Refused(
                "This is longer than one entry can hold (%(most)s characters). You can share it out over two.",
                field=name, most=f"{LONGEST:,}",
            )  # fmt: skip
    return texts


def sound(facts: F) -> F:
    """The same facts, or Refused where a choice is none of those the vocabulary knows."""
    try:
        msgspec.convert(msgspec.to_builtins(facts), type(facts))
    except msgspec.ValidationError:
        raise Refused("That is not one of the choices here.") from None
    return facts
