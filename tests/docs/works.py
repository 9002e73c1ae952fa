"""docs/works.md: what works, from the marks the tests carry. The tests are read, not run."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
PRACTICE = ROOT / "docs" / "practice.md"
HEAD = """# What works

Tests say which rows of [the practice](practice.md) they prove. This page is made from them by `make docs`; a test fails
when the two differ. A test named here proves something of its row, not always the whole of it; a row without one is
not there yet.
"""


class Proof(NamedTuple):
    """One test, and one row it proves something of."""

    row: str
    sentence: str
    file: str


def page() -> str:
    rows, found = practice(), sorted(set(proofs()))
    known = {proof.row for proof in found}
    parts = [HEAD, f"{len(known)} of {len(rows)} rows have a proof.\n"]
    for title in dict.fromkeys(title for title, _ in rows.values()):
        own = [row for row in rows if rows[row][0] == title]
        parts.append(f"## {title}\n")
        parts += [_row(row, rows[row][1], [p for p in found if p.row == row]) for row in own if row in known]
        if missing := [row for row in own if row not in known]:
            parts.append(f"Not yet: {', '.join(missing)}.\n")
    return "\n".join(parts)


def practice() -> dict[str, tuple[str, str]]:
    """Each row's id, with the title of its section and its sentence."""
    rows, title = {}, ""
    for line in PRACTICE.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            title = line.removeprefix("## ")
        elif found := re.fullmatch(r"- \*\*([A-Z]\d+)\*\* (.+)", line):
            rows[found[1]] = (title, found[2])
    return rows


def proofs() -> Iterator[Proof]:
    """Every test's rows, in the order of the files."""
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        yield from in_source(path.read_text(encoding="utf-8"), path.relative_to(ROOT).as_posix())


def in_source(source: str, file: str) -> Iterator[Proof]:
    """The proofs of one file: marks on the module and its classes hold for every test within."""
    yield from _within(ast.parse(source), file, ())


def _within(node: ast.Module | ast.ClassDef, file: str, outer: tuple[str, ...]) -> Iterator[Proof]:
    marks = [statement.value for statement in node.body if _is_mark_list(statement)]  # type: ignore[attr-defined]
    above = (*outer, *(row for mark in marks for row in _rows(mark)))
    for statement in node.body:
        own = [row for mark in getattr(statement, "decorator_list", []) for row in _rows(mark)]
        if isinstance(statement, ast.ClassDef):
            yield from _within(statement, file, (*above, *own))
        elif isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef) and statement.name.startswith("test_"):
            sentence = statement.name.removeprefix("test_").replace("_", " ")
            yield from (Proof(row, sentence, file) for row in (*above, *own))


def _is_mark_list(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == "pytestmark"


def _rows(expression: ast.expr) -> Iterator[str]:
    for call in ast.walk(expression):
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "pytest.mark.practice":
            yield from (str(ast.literal_eval(argument)) for argument in call.args)


def _row(row: str, sentence: str, own: list[Proof]) -> str:
    told = "".join(f"- {proof.sentence} (`{proof.file}`)\n" for proof in own)
    return f"**{row}** {sentence}\n\n{told}"
