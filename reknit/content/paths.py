"""The pages of each one's own path: loaded once from `paths.toml` and checked."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "paths.toml"
MOST_WORDS = 60


@dataclass(frozen=True)
class Own:
    """One page: what it is about, a few sentences, and questions to write under."""

    id: str
    role: str
    title: str
    text: str
    asks: tuple[str, ...]
    sources: tuple[str, ...]


def pages(role: str = "") -> list[Own]:
    """The pages for whoever was hurt (`hurt`) or did it (`doer`), or all of them."""
    return [page for page in _all().values() if role in ("", page.role)]


def page(id_: str) -> Own | None:
    return _all().get(id_)


@cache
def _all() -> dict[str, Own]:
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))["page"]
    found = {row["id"]: Own(**{**row, "asks": tuple(row["asks"]), "sources": tuple(row["sources"])}) for row in rows}
    for one in found.values():
        check(one)
    return found


def check(one: Own) -> None:
    """ValueError where a page is for nobody, asks nothing, has no source or is long."""
    if one.role not in ("hurt", "doer") or not one.asks or not one.sources or len(one.text.split()) > MOST_WORDS:
        raise ValueError(f"{one.id} needs a role, questions, sources, and {MOST_WORDS} words at most")
