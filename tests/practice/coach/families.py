"""Families of sentences: what a fluent speaker would say for much the same, from `families.txt`.

`(one|another)` stands for either, `(this)?` also for nothing; a line is told in several of its ways. A line that begins
with `==` names the category of those below it, or `innocent`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tests.practice.coach.labelled import FOLDER

CHOICE = re.compile(r"\(([^()]*)\)(\??)")
WAYS = 10  # of telling one line
NEAR = {  # what a line of a category may be as well: it is no example against these
    "conditional": "passive excusing minimising",
    "excusing": "minimising blaming passive",
    "blaming": "excusing character mindreading",
    "minimising": "excusing contempt forgiveness",
    "passive": "conditional excusing",
    "forgiveness": "minimising threats",
    "overpromising": "always",
    "always": "mindreading character overpromising",
    "mindreading": "character contempt always",
    "character": "contempt mindreading",
    "contempt": "character mindreading minimising",
    "threats": "forgiveness",
    "innocent": "",
}


@dataclass(frozen=True)
class Family:
    """One way to tell a line."""

    text: str
    right: frozenset[str]
    unsure: frozenset[str]


@cache
def families() -> tuple[Family, ...]:
    return tuple(_read((FOLDER / "families.txt").read_text(encoding="utf-8")))


def _read(text: str) -> Iterator[Family]:
    right: frozenset[str] = frozenset()
    for line in text.splitlines():
        if line.startswith("=="):
            names = line.removeprefix("==").split()
            right = frozenset(names) - {"innocent"}
            unsure = frozenset(other for name in names for other in NEAR[name].split()) - right
        elif line:
            for way in told(line):
                yield Family(way, right, unsure)


def told(line: str) -> list[str]:
    """Some of the ways to tell a line, each choice taken in turn and no two in step."""
    pieces: list[list[str]] = []
    at = 0
    for choice in CHOICE.finditer(line):
        pieces += [[line[at : choice.start()]], choice.group(1).split("|") + [""] * bool(choice.group(2))]
        at = choice.end()
    pieces.append([line[at:]])
    ways = dict.fromkeys(_way(pieces, turn) for turn in range(3 * WAYS))
    return list(ways)[:WAYS]


def _way(pieces: list[list[str]], turn: int) -> str:
    words = "".join(
        piece[(turn + turn // len(piece) * (at // 2 + 1) + at // 2 * 3) % len(piece)] for at, piece in enumerate(pieces)
    )
    return re.sub(r"\s+([,.?])", r"\1", re.sub(r"\s+", " ", words)).strip(" ,")
