"""What is read beside each step of a repair, by kind of space: loaded once from `readings.toml` and checked. What
undoes a repair (`undoing.toml`) and a talk step by step (`together.toml`) are read the same way."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from reknit.content.examples import KINDS

FOLDER = Path(__file__).parent
FILES = ("readings", "undoing", "together")
WORK = frozenset({"colleagues", "team"})
MOST_WORDS = 80


@dataclass(frozen=True)
class Reading:
    """A title and a few sentences, and where they come from."""

    title: str
    text: str
    sources: tuple[str, ...]


def reading(id_: str, kind: str, of: str = "readings") -> Reading:
    """The reading of this name, in the register of this kind of space. KeyError for a name there is none of."""
    row = _all(of)[id_]
    text = row.get(kind) or row["work" if kind in WORK else "close"]
    return Reading(row["title"], text, tuple(row["sources"]))


def names(of: str = "readings") -> list[str]:
    """The names of one of the `FILES`, in their order."""
    return list(_all(of))


@cache
def _all(of: str) -> dict[str, dict[str, Any]]:
    rows = tomllib.loads((FOLDER / f"{of}.toml").read_text(encoding="utf-8"))
    for id_, row in rows.items():
        check(id_, row)
    return rows


def check(id_: str, row: dict[str, Any]) -> None:
    """ValueError where a reading lacks a part, is long, or speaks to a kind of space there is none of."""
    texts = {name: text for name, text in row.items() if name not in ("title", "sources")}
    if not texts.keys() <= KINDS | {"close", "work"} or not {"close", "work"} <= texts.keys():
        raise ValueError(f"{id_} needs a text for those who are close and one for work, and no others but kinds")
    if not row.get("sources") or any(len(text.split()) > MOST_WORDS for text in texts.values()):
        raise ValueError(f"{id_} needs its sources, and {MOST_WORDS} words at most")
