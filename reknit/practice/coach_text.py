"""A text as the coach reads it: sentences of plain words, each with the place it stands in what was written."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from unicodedata import category, normalize

# Marks that belong to the letter before them, and the joiners inside Arabic words and emoji.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4"
    "\u0900-\u0903\u093a-\u094f\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe2f"
)
_LETTERS = rf"[^\W_](?:[^\W_]|[{_MARKS}])*"
_PIECE = re.compile(
    rf"(?P<word>{_LETTERS}(?:['’ʼ]{_LETTERS})*)|(?P<end>[.!?…؟۔。！？\u2028\u2029]+|\n[^\S\n]*\n)|(?P<pause>[,;:،؛—–()\[\]])"
)
_ASKING = re.compile(r"[?؟？]")
_OPEN = {"“": "”", "„": "“”", "«": "»", "»": "«", "‘": "’", '"': '"', "'": "'", "「": "」"}
_QUOTE = re.compile("[“”„«»‘’\"'「」]")
PAUSE = ","

Split = Callable[[str], tuple[str, ...]]


@dataclass(slots=True)
class Sentence:
    """Words side by side with where each begins and ends; a pause is a word of its own."""

    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    asks: bool = False

    def add(self, words: tuple[str, ...], start: int, end: int) -> None:
        """One written word: the plain words in it share its place."""
        for word in words:
            self.words.append(word)
            self.starts.append(start)
            self.ends.append(end)


def sentences(text: str, split: Split) -> Iterator[Sentence]:
    """The text's sentences in order, without what stands in quotation marks. Reads each character a bounded number
    of times, whatever the text."""
    now, quoted = Sentence(), iter([*quotations(text), (len(text), len(text))])
    begin, end = next(quoted)
    for piece in _PIECE.finditer(text):
        start = piece.start()
        while start >= end < len(text):
            begin, end = next(quoted)
        if start >= begin:
            if not now.words or now.words[-1] != PAUSE:
                now.add((PAUSE,), start, start)
            continue
        if piece.lastgroup == "word":
            now.add(split(plain(piece.group())), start, piece.end())
        elif piece.lastgroup == "pause":
            now.add((PAUSE,), start, piece.end())
        elif not _inside_number(text, piece):
            now.asks = bool(_ASKING.search(piece.group()))
            if now.words:
                yield now
            now = Sentence()
    if now.words:
        yield now


def _inside_number(text: str, piece: re.Match[str]) -> bool:
    start, end = piece.span()
    return end < len(text) and text[end].isdigit() and start > 0 and text[start - 1].isdigit()


def plain(word: str) -> str:
    """A word as the phrases know it: composed, in lower case, with a straight apostrophe."""
    return normalize("NFC", word).casefold().replace("’", "'").replace("ʼ", "'")


def whole(text: str, end: int) -> int:
    """The end of the letter that stands before `end`, with every mark that belongs to it."""
    while end < len(text) and (category(text[end])[0] == "M" or text[end] in "\u200d\u200c"):
        end += 1
    return end


def quotations(text: str) -> list[tuple[int, int]]:
    """What stands between quotation marks, from mark to mark. One not closed before its paragraph ends is none."""
    found: list[tuple[int, int]] = []
    closers = _closers(text)
    at = 0
    for mark in _QUOTE.finditer(text):
        start = mark.start()
        if start < at or not _opens(text, start):
            continue
        ends = [place for sign in _OPEN[mark.group()] if (place := closers[sign].after(start)) is not None]
        if ends:
            found.append((start, min(ends) + 1))
            at = found[-1][1]
    return found


def _opens(text: str, at: int) -> bool:
    """Whether a mark can open a quotation here; an apostrophe inside or after a word cannot."""
    return text[at] in _OPEN and not (at and text[at - 1].isalnum()) and text[at + 1 : at + 2].strip() != ""


class _Places:
    """Where one closing mark stands, asked for in rising order."""

    def __init__(self) -> None:
        self.places: list[int] = []
        self.breaks: list[int] = []
        self.at = self.broken = 0

    def after(self, start: int) -> int | None:
        """The first one after `start` in the same paragraph."""
        while self.at < len(self.places) and self.places[self.at] <= start:
            self.at += 1
        while self.broken < len(self.breaks) and self.breaks[self.broken] <= start:
            self.broken += 1
        if self.at == len(self.places):
            return None
        found = self.places[self.at]
        return None if self.broken < len(self.breaks) and self.breaks[self.broken] < found else found


def _closers(text: str) -> dict[str, _Places]:
    breaks = [mark.start() for mark in re.finditer("\n", text)]
    closers = {sign: _Places() for signs in _OPEN.values() for sign in signs}
    for places in closers.values():
        places.breaks = breaks
    for mark in _QUOTE.finditer(text):
        at, sign = mark.start(), mark.group()
        if sign in closers and at and not text[at - 1].isspace() and not text[at + 1 : at + 2].isalnum():
            closers[sign].places.append(at)
    return closers
