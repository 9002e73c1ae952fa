"""Small acts, what acts say, facets and feelings by name, parts of a load: loaded once from `cracks.toml`,
`meanings.toml` and `load.toml`."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from reknit.content.examples import KINDS

HERE = Path(__file__).parent
Set = Literal["message", "builder", "facet", "feeling"]
SETS: tuple[Set, ...] = ("message", "builder", "facet", "feeling")


@dataclass(frozen=True)
class Act:
    """A small thing that hurts: how it is noted, what it is called when it gathers, what it is about."""

    id: str
    label: str
    gathers: str
    facet: str
    kinds: frozenset[str]


def acts(kind: str) -> list[Act]:
    """The acts offered for one kind of space."""
    return [act for act in _acts().values() if kind in act.kinds]


def act(id_: str) -> Act | None:
    return _acts().get(id_)


def meanings(which: Set) -> dict[str, str]:
    """Labels by id, in the order they are offered."""
    return _meanings()[which]


def parts(kind: str = "") -> dict[str, str]:
    """The parts of life a load can be about, by id: those of one kind of space, or all of them."""
    return {id_: label for id_, (label, kinds) in _parts().items() if kind in kinds or not kind}


def named(ids: Iterable[str]) -> list[str]:
    """What these parts are called, in the order of the list."""
    some = set(ids)
    return [label for id_, label in parts().items() if id_ in some]


@cache
def _parts() -> dict[str, tuple[str, frozenset[str]]]:
    return {row["id"]: (row["label"], _kinds(row)) for row in _read("load.toml")["part"]}


@cache
def _acts() -> dict[str, Act]:
    return {row["id"]: _act(row) for row in _read("cracks.toml")["act"]}


@cache
def _meanings() -> dict[str, dict[str, str]]:
    rows = _read("meanings.toml")
    return {which: {row["id"]: row["label"] for row in rows[which]} for which in SETS}


def _act(row: dict[str, Any]) -> Act:
    return Act(row["id"], row["label"], row["gathers"], row["facet"], _kinds(row))


def _kinds(row: dict[str, Any]) -> frozenset[str]:
    kinds = frozenset(row["kinds"])
    if not kinds <= KINDS:
        raise ValueError(f"{row['id']} names a kind of space that does not exist")
    return kinds


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))
