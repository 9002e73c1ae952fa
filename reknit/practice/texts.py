"""What people write and choose, looked at on the way in: texts are tidied, never cut."""

import re
import unicodedata
from collections.abc import Mapping
from typing import TypeVar

import msgspec

from reknit.practice.facts import Facts, Words
from reknit.practice.refused import Refused, Say

LONGEST = 20_000
# Control characters but tab and newline, the directions that override the text around them, halves of a character.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]")
_ISOLATES = re.compile("[\u2066-\u2069]")
_EMPTY = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0" + "".join(map(chr, range(0xFE00, 0xFE10)))
F = TypeVar("F", bound=Facts)


def tidy(given: Mapping[str, str | None]) -> Words:
    """The texts that say anything, with the white space around them and stray line ends gone."""
    texts = {name: plain(text or "") for name, text in given.items()}
    return {name: text for name, text in texts.items() if text}


def plain(text: str) -> str:
    """The text without what cannot be seen and only changes how other text is shown; empty where nothing is left to
    see. Joiners stay: scripts and emoji need them."""
    text = balanced(_UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))).strip()
    return "" if all(map(_blank, text)) else text


def balanced(text: str) -> str:
    """The text without marks that open a direction and never close it on their line, or close what nothing opened."""
    if not _ISOLATES.search(text):
        return text
    return "\n".join(map(_balanced, text.split("\n")))


def _balanced(line: str) -> str:
    opened: list[int] = []
    alone: set[int] = set()
    for found in _ISOLATES.finditer(line):
        if found[0] != "\u2069":
            opened.append(found.start())
        elif opened:
            opened.pop()
        else:
            alone.add(found.start())
    alone.update(opened)
    return "".join(letter for place, letter in enumerate(line) if place not in alone)


def _blank(letter: str) -> bool:
    return letter in _EMPTY or unicodedata.category(letter) in ("Cf", "Zs", "Zl", "Zp") or letter.isspace()


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
