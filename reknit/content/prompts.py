"""Questions to write by, and small kind things: loaded once from `prompts.toml`, checked as they are."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "prompts.toml"
ROLES = frozenset({"hurt", "doer", "anyone"})


@dataclass(frozen=True)
class Prompt:
    """A question to write by: when it may help, and whom it is meant for."""

    id: str
    text: str
    when: str
    role: str


def prompts(start: str) -> list[Prompt]:
    """The questions for someone who came here with this answer to the first question; all of them where it is open."""
    wanted = {"hurt": {"hurt", "anyone"}, "doer": {"doer", "anyone"}}.get(start, ROLES)
    return [one for one in _prompts().values() if one.role in wanted]


def prompt(id_: str) -> Prompt | None:
    return _prompts().get(id_)


@cache
def kindnesses() -> dict[str, str]:
    """Small kind things by id."""
    return {row["id"]: row["text"] for row in _read()["kindness"]}


@cache
def _prompts() -> dict[str, Prompt]:
    return {row["id"]: _prompt(row) for row in _read()["prompt"]}


def _prompt(row: dict[str, Any]) -> Prompt:
    if row["for"] not in ROLES:
        raise ValueError(f"{row['id']} is for nobody we know")
    return Prompt(row["id"], row["text"], row["when"], row["for"])


def _read() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))
