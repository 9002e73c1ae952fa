"""The labelled sentences: what the coach should mark and where, and what it must leave alone.

`innocent.txt` and `marked.txt` were written before the coach had a rule. In the second, `{category|words}` is a mark.
A line beginning with `==` names the voice of those below it. Half of the sentences, by a hash of their words, are for
development; what the rules miss among the others was never looked at, what they mark wrongly there only of late.

`near.txt` was written against the rules as they stood: innocent sentences as near to them as could be thought of.

`strangers.jsonl` was written by someone who had not seen the rules, hard negatives among them. `strangers_second.jsonl`
is by the same hand; it was kept from us until the rules stood at first, and has served to mend them since.
`strangers_heldout.jsonl` and those from `strangers_third.jsonl` on were written likewise, each by someone
else. What the coach did on each when it first met it stands in docs/coach.md; since then it has learnt from all.

`families.txt`, by our own hand, is there for the weights to learn from: see `families`.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
STRANGERS = "strangers.jsonl"
SECOND = "strangers_second.jsonl"
KEPT_FROM_US = "strangers_heldout.jsonl"
THIRD = "strangers_third.jsonl"
FOURTH = "strangers_fourth.jsonl"
FIFTH = "strangers_fifth.jsonl"
SEVENTH = "strangers_seventh.jsonl"  # three authors, asked for what nobody has said before
SIXTH = "strangers_sixth.jsonl"  # nothing is learnt from it, and whoever mends the phrases does not read it
SETS = (STRANGERS, SECOND, KEPT_FROM_US, THIRD, FOURTH, FIFTH, SEVENTH, SIXTH)
OUR_NAMES = {
    "mind_reading": "mindreading",
    "demanding": "forgiveness",
    "threat": "threats",
    "always_never": "always",
}
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


def near() -> list[str]:
    return (FOLDER / "near.txt").read_text(encoding="utf-8").splitlines()


@cache
def strangers(name: str) -> tuple[Labelled, ...]:
    """What someone wrote who had not seen the rules; nothing where the file is not here."""
    file = FOLDER / name
    if not file.exists():
        return ()
    return tuple(_stranger(json.loads(line)) for line in file.read_text(encoding="utf-8").split("\n") if line)


def _stranger(row: dict[str, Any]) -> Labelled:
    spans = [_found(row["text"], words, OUR_NAMES.get(category, category)) for category, words in row["marks"]]
    return Labelled(row["text"], f"{row['setting']} · {row['voice']}", tuple(spans), innocent=not spans)


def _found(text: str, words: str, category: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), category)
