"""The tree as the house tests read it: every Python module of the product, and every file that is ours."""

import ast
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
OUT = {".git", ".venv", "var", "build", "staticfiles", "__pycache__"}


@dataclass(frozen=True)
class Source:
    """One Python module: its dotted name, where it stands, and its text."""

    module: str
    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def lines(self) -> int:
        return self.text.count("\n")

    def at(self, node: ast.AST) -> str:
        return f"{self.path}:{getattr(node, 'lineno', 0)}"


def planted(module: str, text: str) -> Source:
    """A module that is not in the tree, with a fault in it."""
    return Source(module, module.replace(".", "/") + ".py", text)


@cache
def sources(package: str = "reknit") -> tuple[Source, ...]:
    """Every module of a package, migrations too."""
    return tuple(_source(path) for path in sorted((ROOT / package).rglob("*.py")))


def product() -> tuple[Source, ...]:
    """What was written by hand: everything but the migrations."""
    return tuple(source for source in sources() if ".migrations" not in source.module)


def _source(path: Path) -> Source:
    inside = path.relative_to(ROOT)
    parts = [part for part in inside.with_suffix("").parts if part != "__init__"]
    return Source(".".join(parts), str(inside), path.read_text(encoding="utf-8"))


def files(*suffixes: str, under: str = "reknit") -> list[Path]:
    """Our files with one of these suffixes, whether committed yet or not."""
    found = sorted((ROOT / under).rglob("*"))
    return [path for path in found if path.is_file() and path.suffix in suffixes and not OUT & set(path.parts)]


@cache
def committed() -> tuple[Path, ...]:
    """What goes into the repository; in a copy without one, every file that is not made."""
    asked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if asked.returncode == 0:
        found: Iterable[Path] = (ROOT / name for name in asked.stdout.decode().split("\0") if name)
    else:
        found = (path for path in ROOT.rglob("*") if not OUT & set(path.relative_to(ROOT).parts))
    return tuple(sorted(path for path in found if path.is_file()))


def functions(source: Source) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(source.tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def name_of(node: ast.AST) -> str:
    """A dotted name as it is written: `timezone.now`; empty for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = name_of(node.value)
        return f"{before}.{node.attr}" if before else f".{node.attr}"
    return ""
