"""What is read beside a repair and belongs to no step of it: ideas for time together (`ideas.toml`), and what kinds of
help there are outside (`outside.toml`). Loaded once, and checked as they are."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from reknit.content.examples import KINDS

FOLDER = Path(__file__).parent
EFFORTS = ("minutes", "hours", "half_day")
MONEY = ("none", "little", "some")
BRINGS = ("time", "thoughts", "appreciation", "laughter")
MOST_WORDS = 60


@dataclass(frozen=True)
class Idea:
    """Something to do together: how long it takes, what it costs, what it is for."""

    what: str
    effort: str
    money: str
    brings: str
    kinds: frozenset[str]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Help:
    """A kind of help, in a few sentences. `alone`: for one person; else for those it is between."""

    title: str
    text: str
    alone: bool
    kinds: frozenset[str]
    sources: tuple[str, ...]


def ideas(kind: str) -> list[Idea]:
    """The ideas for one kind of space, the shortest first."""
    return [one for one in _ideas() if kind in one.kinds]


def outside(kind: str, *, alone: bool = False) -> list[Help]:
    """The kinds of help for one kind of space; `alone`: only what is for one person."""
    return [one for one in _outside() if kind in one.kinds and (one.alone or not alone)]


@cache
def _ideas() -> list[Idea]:
    found = [Idea(**row) for row in _read("ideas.toml", "idea")]
    for one in found:
        check(one)
    return found


@cache
def _outside() -> list[Help]:
    found = [Help(**row) for row in _read("outside.toml", "help")]
    for one in found:
        check(one)
    return found


def check(one: Idea | Help) -> None:
    """ValueError where it is for no kind of space, has no source, is long, or is of none of the sorts."""
    text = one.what if isinstance(one, Idea) else one.text
    sorts = not isinstance(one, Idea) or (one.effort in EFFORTS and one.money in MONEY and one.brings in BRINGS)
    if not one.kinds or not one.kinds <= KINDS or not one.sources or len(text.split()) > MOST_WORDS or not sorts:
        raise ValueError(f"{text[:40]} needs kinds of space, sources, its sorts, and {MOST_WORDS} words at most")


def _read(name: str, each: str) -> list[dict[str, Any]]:
    rows = tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))[each]
    return [{**row, "kinds": frozenset(row["kinds"]), "sources": tuple(row["sources"])} for row in rows]
