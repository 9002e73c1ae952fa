"""Bytes as plain words, to be compared by voice: one word of our list for each byte."""

from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "words.txt"


def spoken(text: bytes) -> str:
    """The bytes as words; the same bytes are the same words for everyone."""
    words = _all()
    return " ".join(words[byte] for byte in text)


@cache
def _all() -> tuple[str, ...]:
    return tuple(FILE.read_text(encoding="utf-8").split())
