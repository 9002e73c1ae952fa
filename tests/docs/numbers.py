"""The page of the engine's numbers, from the numbers themselves."""

from itertools import groupby

from reknit.engine import numbers
from reknit.engine.numbers import Number

HEAD = """# The numbers of the engine

Made from `reknit/engine/numbers.py` by `make docs`. Each number has a name, a unit, bounds, a default and its reason;
F1 to F34 are the findings in [the engine](engine.md). None of them is shown to a person.
"""


def page() -> str:
    found = [one for group in numbers.GROUPS for one in group.listed()]
    parts = [_group(name, list(each)) for name, each in groupby(found, key=lambda one: one.group)]
    return "\n".join([HEAD, *parts])


def _group(name: str, found: list[Number]) -> str:
    rows = [
        f"| `{one.name}` | {one.value:g} | {one.unit} | {one.low:g} to {one.high:g} | {one.reason} |" for one in found
    ]
    return "\n".join(
        [f"## {name}\n", "| name | default | unit | bounds | reason |", "|---|---|---|---|---|", *rows, ""]
    )
