"""The labelled sentences: what the coach should mark and where, and what it must leave alone.

`innocent.txt` and `marked.txt` were written before the coach had a rule. In the second, `{category|words}` is a mark.
A line beginning with `==` names the voice of those below it. Half of the sentences, by a hash of their words, are for
development; the rules were never mended by a look at the others.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

FOLDER = Path(__file__).parent
PIECE = re.compile(r"\{(\w+)\||\}")


@dataclass(frozen=True)
class Span:
    start: int
    end: int
    category: str


@dataclass(frozen=True)
class Labelled:
    """One text, who might say it, and the spans a person marked in it."""

    text: str
    voice: str
    spans: tuple[Span, ...]
    innocent: bool

    @property
    def held_out(self) -> bool:
        return sha256(self.text.encode()).digest()[0] % 2 == 1


def parse(line: str) -> tuple[str, tuple[Span, ...]]:
    """The text without its braces, and the spans they stood around."""
    text, spans, open_, at = "", [], [], 0
    for piece in PIECE.finditer(line):
        text, at = text + line[at : piece.start()], piece.end()
        if piece.group(1):
            open_.append((len(text), piece.group(1)))
        else:
            start, category = open_.pop()
            spans.append(Span(start, len(text), category))
    if open_:
        raise ValueError(line)
    return text + line[at:], tuple(sorted(spans, key=lambda span: (span.start, span.end)))


@cache
def everything() -> tuple[Labelled, ...]:
    return (*_read("innocent.txt"), *_read("marked.txt"))


def _read(name: str) -> Iterator[Labelled]:
    voice = ""
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("=="):
            voice = line.removeprefix("==").strip()
        elif line:
            text, spans = parse(line)
            yield Labelled(text, voice, spans, innocent=name == "innocent.txt")
