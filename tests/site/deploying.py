"""The files of a deployment, read as their programs would: just so much of each format as they use."""

import json
import re
from pathlib import Path
from typing import Any

from tests.house.tree import ROOT

Lines = list[tuple[int, str]]


def unit(text: str) -> dict[str, list[str]]:
    """A systemd unit: every value of each key, as `Section.Key`."""
    found: dict[str, list[str]] = {}
    section = ""
    for line in text.splitlines():
        if not line or line.startswith(("#", ";")):
            continue
        if head := re.fullmatch(r"\[(\w+)\]", line):
            section = head.group(1)
            continue
        key, equals, value = line.partition("=")
        assert section, line
        assert equals, line
        assert re.fullmatch(r"[A-Z]\w+", key), line
        found.setdefault(f"{section}.{key}", []).append(value)
    return found


def dockerfile(text: str) -> list[tuple[str, str]]:
    """Each instruction with its argument; continued lines in one."""
    whole = re.sub(r"\\\n\s*", "", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE))
    pairs = [line.partition(" ") for line in whole.splitlines() if line]
    assert all(word.isupper() for word, _, _ in pairs), pairs
    return [(word, rest) for word, _, rest in pairs]


def last(instructions: list[tuple[str, str]], word: str) -> str:
    return [rest for name, rest in instructions if name == word][-1]


def listed(argument: str) -> list[str]:
    """The exec form: a list in JSON."""
    return [str(part) for part in json.loads(argument)]


def yaml(text: str) -> Any:
    """Maps, lists and plain values, nested by two spaces; that is all a compose file needs."""
    lines = [(len(line) - len(line.lstrip()), line.strip()) for line in text.splitlines()]
    kept: Lines = [(depth, line) for depth, line in lines if line and not line.startswith("#")]
    made, rest = _block(kept, 0)
    assert not rest, rest[0]
    return made


def _block(lines: Lines, depth: int) -> tuple[Any, Lines]:
    if lines and lines[0][1].startswith("- "):
        items = []
        while lines and lines[0][0] == depth and lines[0][1].startswith("- "):
            items.append(_value(lines[0][1][2:]))
            lines = lines[1:]
        return items, lines
    found: dict[str, Any] = {}
    while lines and lines[0][0] == depth:
        key, colon, value = lines[0][1].partition(":")
        assert colon, lines[0]
        assert key not in found, key
        lines = lines[1:]
        deeper = not value.strip() and lines and lines[0][0] == depth + 2
        found[key], lines = _block(lines, depth + 2) if deeper else (_value(value.strip()), lines)
    return found, lines


def _value(text: str) -> Any:
    if text.startswith('"'):
        return json.loads(text)
    return {"true": True, "false": False, "": None}.get(text, text)


def filled(value: str, known: dict[str, str]) -> str:
    """`${NAME:-default}` and `${NAME:?why}` as compose fills them."""

    def one(found: re.Match[str]) -> str:
        name, way, rest = found.groups()
        assert way != "?" or name in known, rest
        return known.get(name, rest if way == "-" else "")

    return re.sub(r"\$\{(\w+)(?::([-?])([^}]*))?\}", one, value)


def sample(page: str) -> dict[str, str]:
    """The lines of NAME=value that a page says to write into /etc/reknit.env."""
    text = (ROOT / page).read_text(encoding="utf-8")
    block = text.partition("/etc/reknit.env")[2]
    return dict(re.findall(r"^    ([A-Z_]+)=(.+)$", block.partition("\n##")[0], re.MULTILINE))


def read(name: str) -> str:
    return Path(ROOT / name).read_text(encoding="utf-8")
