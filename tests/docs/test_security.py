"""Every statement of docs/security.md names tests that are there, or says why it does not apply."""

import importlib
import inspect
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STATEMENTS = 66
NAMED = re.compile(r"`([\w/]+\.py)::(test_\w+)`")


def rows() -> dict[int, str]:
    """What holds each statement, by its number."""
    text = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    return {int(n): held for n, held in re.findall(r"^\| (\d+) \| [^|]+ \| (.+) \|$", text, re.MULTILINE)}


def missing(held: str) -> list[str]:
    """The tests among these that pytest would not find."""
    return [f"{path}::{name}" for path, name in NAMED.findall(held) if not _is_there(path, name)]


def _is_there(path: str, name: str) -> bool:
    if not (ROOT / "tests" / path).exists():
        return False
    module = importlib.import_module("tests." + path.removesuffix(".py").replace("/", "."))
    places = [module, *(thing for thing in vars(module).values() if inspect.isclass(thing))]
    return any(callable(getattr(place, name, None)) for place in places)


def test_all_are_there_once() -> None:
    assert sorted(rows()) == list(range(1, STATEMENTS + 1))


@pytest.mark.parametrize(("number", "held"), rows().items())
def test_it_is_held_or_says_why_not(number: int, held: str) -> None:
    assert missing(held) == []
    assert NAMED.search(held) or re.match(r"\*(Does not apply|Not yet):\* \w", held), number


def test_a_test_that_is_gone_is_found() -> None:
    assert missing("`docs/test_security.py::test_all_are_there_once`, `docs/test_security.py::test_gone`") == [
        "docs/test_security.py::test_gone"
    ]
    assert missing("`gone/test_security.py::test_all_are_there_once`") == [
        "gone/test_security.py::test_all_are_there_once"
    ]
