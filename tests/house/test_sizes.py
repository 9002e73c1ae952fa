"""The house numbers: what stays small stays readable."""

import ast
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from tests.house.tree import ROOT, Source, files, functions, planted, product, sources

FUNCTION, MEDIAN, VIEW, FILE, TEST = 40, 8, 15, 250, 400
LIMITS = {".html": 80, ".css": 150, ".js": 80}


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from `def` to the end; decorators are not counted."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def long_functions(all_: Iterable[Source], most: int = FUNCTION) -> list[str]:
    return [f"{s.at(f)} {f.name}: {length(f)}" for s in all_ for f in functions(s) if length(f) > most]


def long_files(all_: Iterable[Source], most: int) -> list[str]:
    return [f"{source.path}: {source.lines}" for source in all_ if source.lines > most]


def long_texts(paths: Iterable[Path]) -> list[str]:
    counted = [(path, path.read_text(encoding="utf-8").count("\n")) for path in paths]
    return [f"{path.name}: {count}" for path, count in counted if count > LIMITS[path.suffix]]


def long_views(views: set[tuple[str, str]], all_: Iterable[Source]) -> list[str]:
    """View functions, and methods of view classes, over their limit."""
    found = [(s, f) for s in all_ for f in functions(s) if (s.module, f.name) in views and length(f) > VIEW]
    return [f"{s.at(f)} {f.name}: {length(f)}" for s, f in found]


def routed(resolver: URLResolver | None = None) -> set[tuple[str, str]]:
    """(module, function) of every view of ours that an address leads to."""
    found: set[tuple[str, str]] = set()
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            found |= routed(pattern)
        elif isinstance(pattern, URLPattern):
            found |= _names(pattern.callback)
    return {(module, name) for module, name in found if module.startswith("reknit.")}


def _names(view: Any) -> set[tuple[str, str]]:
    if made := getattr(view, "view_class", None):
        return {(made.__module__, name) for name, member in vars(made).items() if isinstance(member, Callable)}  # type: ignore[arg-type]
    return {(view.__module__, view.__name__)}


def test_functions_are_short() -> None:
    assert long_functions(product()) == []


def test_most_functions_are_very_short() -> None:
    assert median(length(f) for s in product() for f in functions(s)) <= MEDIAN


def test_files_are_short() -> None:
    assert long_files(product(), FILE) + long_files(sources("tests"), TEST) == []


def test_views_only_carry_over() -> None:
    assert len(routed()) > 30
    assert long_views(routed(), product()) == []


def test_templates_sheets_and_scripts_are_short() -> None:
    assert long_texts(files(*LIMITS)) == []


def test_planted_lengths_are_reported(tmp_path: Path) -> None:
    body = "\n".join(f"    x = {n}" for n in range(FUNCTION))
    long = planted("reknit.planted", f"def f():\n{body}\n" + "\n" * FILE)
    assert long_functions([long]) == [f"{long.path}:1 f: {FUNCTION + 1}"]
    assert long_files([long], FILE)
    assert long_views({("reknit.planted", "f")}, [long])
    for suffix, most in LIMITS.items():
        (tmp_path / f"exact{suffix}").write_text("\n" * most)
        (tmp_path / f"over{suffix}").write_text("\n" * (most + 1))
    assert {found.partition(".")[0] for found in long_texts(tmp_path.iterdir())} == {"over"}


def test_the_tree_is_read() -> None:
    assert len(product()) > 100
    assert (ROOT / "reknit" / "site" / "urls.py").exists()
