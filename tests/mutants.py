"""Faults planted one at a time: does a fast test notice? `python -m tests.mutants 300` prints what
survived; `300 0 2` and `300 1 2` are the halves of that.

A fault is one operator, comparison, constant or condition changed in the engine's ledger, record and felt trust or in
the practice of promises. Which ones is fixed by a hash, so that a run can be repeated. Each runs in a fork of its own.
"""

import ast
import contextlib
import importlib.abc
import importlib.machinery
import json
import os
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import hypothesis  # noqa: F401  loaded once, before the forks
import numpy  # noqa: F401
import pytest

ROOT = Path(__file__).parents[1]
ENGINE = ("harm", "slights", "stages", "record", "felt", "course")
PRACTICE = (
    "record", "promises", "answering", "speaking", "promising", "waiting", "occurrence", "noticing", "choosing", "load",
)  # fmt: skip
FAST_ENGINE = ("harm", "record", "course", "noticed", "picture")
FAST_PRACTICE = (
    "record", "answering", "speaking", "making", "waiting", "noticing", "choosing", "ending", "counting", "telling",
    "fold",
)  # fmt: skip
ALONE = ("--noconftest", "-p", "no:django", "-p", "no:xdist", "-p", "no:cacheprovider", "-o", "addopts=")
SECONDS = 120
SWAPS: dict[type, type] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.Lt: ast.LtE, ast.LtE: ast.Lt,
    ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.And: ast.Or, ast.Or: ast.And,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip


def places(tree: ast.Module) -> Iterator[ast.AST]:
    """Every node one fault can be planted in, in the order of the file; docstrings and annotations aside."""
    for node in ast.walk(tree):
        swapped = getattr(node, "op", None) or (node.ops[0] if isinstance(node, ast.Compare) else None)
        number = isinstance(node, ast.Constant) and type(node.value) in (int, float, bool)
        if type(swapped) in SWAPS or number or isinstance(node, ast.If | ast.IfExp):
            yield node


def plant(node: Any) -> None:
    """The fault."""
    if isinstance(node, ast.Compare):
        node.ops[0] = SWAPS[type(node.ops[0])]()
    elif isinstance(node, ast.Constant):
        node.value = not node.value if isinstance(node.value, bool) else node.value + 1
    elif isinstance(node, ast.If | ast.IfExp):
        node.test = ast.UnaryOp(ast.Not(), node.test)
    else:
        node.op = SWAPS[type(node.op)]()
    ast.fix_missing_locations(node)


def faults() -> list[tuple[str, int]]:
    """(module, place) of every fault there could be, in the order of their hashes."""
    modules = [f"reknit.engine.{name}" for name in ENGINE] + [f"reknit.practice.{name}" for name in PRACTICE]
    found = [(module, at) for module in modules for at in range(len(list(places(ast.parse(_text(module))))))]
    return sorted(found, key=lambda fault: sha256(repr(fault).encode()).digest())


def _text(module: str) -> str:
    return (ROOT / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8")


class Planted(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives this module's faulty text to whoever imports it."""

    def __init__(self, module: str, tree: ast.Module) -> None:
        self.module, self.tree = module, tree

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> importlib.machinery.ModuleSpec | None:
        return importlib.machinery.ModuleSpec(name, self) if name == self.module else None

    def exec_module(self, module: Any) -> None:
        exec(compile(self.tree, f"{self.module} (planted)", "exec"), module.__dict__)


def survives(module: str, at: int) -> bool:
    """Whether every fast test passes all the same."""
    child = os.fork()
    if child == 0:
        _run(module, at)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == 0


def _run(module: str, at: int) -> None:
    import signal

    signal.alarm(SECONDS)
    tree = ast.parse(_text(module))
    plant(list(places(tree))[at])
    sys.meta_path.insert(0, Planted(module, tree))
    folder, names = ("engine", FAST_ENGINE) if ".engine." in module else ("practice", FAST_PRACTICE)
    tests = [str(ROOT / f"tests/{folder}/test_{name}.py") for name in names]
    quiet = open(os.devnull, "w")  # noqa: SIM115  until the fork ends
    with contextlib.redirect_stdout(quiet), contextlib.redirect_stderr(quiet):
        code = pytest.main([*ALONE, "-x", "-q", "--hypothesis-seed=0", *tests])
    os._exit(int(code))


def main(count: int, part: int = 0, parts: int = 1) -> None:
    """The first so many faults, or every `parts`-th of them."""
    survived = []
    for number, (module, at) in enumerate(faults()[part:count:parts], 1):
        if survives(module, at):
            node = list(places(ast.parse(_text(module))))[at]
            survived.append({"module": module, "line": getattr(node, "lineno", 0), "text": ast.unparse(node)})
            sys.stdout.write(f"{json.dumps(survived[-1])}\n")
        if number % 10 == 0:
            sys.stdout.write(f"{number}: {len(survived)} survived\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:] or ["300"]))
