"""What may lie behind a hurt, each with small things that change it: loaded once from `causes.toml` and checked."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from reknit.content.readings import WORK

FILE = Path(__file__).parent / "causes.toml"
NAMES = ("time", "overload", "unclear", "anxiety", "learned", "disengaged", "other")
PARTS = {"ask", "wonder", "sources", "change"}


@dataclass(frozen=True)
class Change:
    """Something small that changes it: the words a promise begins with, how often, and what it is about."""

    id: str
    what: str
    pattern: str
    facet: str

    @property
    def initial(self) -> dict[str, Any]:
        """What a form about to promise it starts with."""
        return {"what": self.what, "pattern": self.pattern, "facet": self.facet}


@dataclass(frozen=True)
class Cause:
    """One likely cause: what to ask oneself, what the other may wonder, and what could be changed."""

    name: str
    ask: str
    wonder: str
    changes: tuple[Change, ...]
    sources: tuple[str, ...]


def causes(kind: str) -> list[Cause]:
    """All of them, in the register of this kind of space."""
    return [_cause(name, row, kind) for name, row in _all().items()]


def change(id_: str, kind: str) -> Change | None:
    """One small thing by its id, `time-1`; None for an id there is none of."""
    return next((each for cause in causes(kind) for each in cause.changes if each.id == id_), None)


def _cause(name: str, row: dict[str, Any], kind: str) -> Cause:
    register = "work" if kind in WORK else "close"
    changes = (
        Change(f"{name}-{number}", each[register], each["pattern"], each.get("facet", "consistency"))
        for number, each in enumerate(row["change"], 1)
    )
    return Cause(name, row["ask"], row["wonder"], tuple(changes), tuple(row["sources"]))


@cache
def _all() -> dict[str, dict[str, Any]]:
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))
    check(rows)
    return rows


def check(rows: dict[str, dict[str, Any]]) -> None:
    """ValueError where a cause is missing or unknown, or one leads to nothing that could be changed."""
    if tuple(rows) != NAMES:
        raise ValueError(f"the causes are {', '.join(NAMES)}, in this order")
    for name, row in rows.items():
        if row.keys() != PARTS or not row["sources"] or not row["change"]:
            raise ValueError(f"{name} needs its two questions, its sources, and something to change")
