"""Examples of promises by kind of space: loaded once from `promises.toml`, and checked as they are."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

KINDS = frozenset({"couple", "family", "friends", "colleagues", "team"})
FILE = Path(__file__).parent / "promises.toml"


@dataclass(frozen=True)
class Example:
    """A promise someone might make: its words, how often, and for which kinds of space."""

    id: str
    what: str
    known: str
    pattern: str
    facet: str
    kinds: frozenset[str]
    reaction: bool

    @property
    def initial(self) -> dict[str, Any]:
        """What a form about to make it starts with."""
        return {"what": self.what, "known": self.known, "pattern": self.pattern, "facet": self.facet}


def promises(kind: str) -> list[Example]:
    """The examples for one kind of space; promises about reactions among them."""
    return [example for example in _all().values() if kind in example.kinds]


def promise(id_: str) -> Example | None:
    return _all().get(id_)


@cache
def _all() -> dict[str, Example]:
    found = [_read(row) for row in tomllib.loads(FILE.read_text(encoding="utf-8"))["promise"]]
    return {example.id: example for example in found}


def _read(row: dict[str, Any]) -> Example:
    kinds = frozenset(row["kinds"])
    if not kinds <= KINDS:
        raise ValueError(f"{row['id']} names a kind of space that does not exist")
    return Example(
        id=row["id"],
        what=row["what"],
        known=row.get("known", ""),
        pattern=row.get("pattern", "once"),
        facet=row.get("facet", "consistency"),
        kinds=kinds,
        reaction=row.get("reaction", False),
    )
