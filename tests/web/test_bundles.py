"""A browser asks for one sheet and one script; here they are one file a component."""

import gzip
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.template.loader import render_to_string

from reknit.web import bundles

STATIC = Path(__file__).parents[2] / "reknit" / "web" / "static"


@pytest.fixture
def collected(settings: Any, tmp_path: Path) -> Path:
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": "reknit.web.bundles.Storage"}}
    for _ in range(2):  # a server that starts again collects again
        call_command("collectstatic", interactive=False, verbosity=0)
    return tmp_path / "static"


def served(collected: Path, pattern: str) -> str:
    [compressed] = collected.glob(pattern)
    return gzip.decompress(compressed.read_bytes()).decode()


def test_every_sheet_stands_in_the_one_that_is_served(collected: Path) -> None:
    text = served(collected, "css/reknit.????????????.css.gz")
    lines = [line for name in bundles.SHEETS for line in (STATIC / f"css/{name}.css").read_text().splitlines()]
    assert [line for line in text.splitlines() if "url(" not in line and line] == [
        line for line in lines if "url(" not in line and line
    ]
    assert "weave.svg" not in text, "its pictures have their lasting names, too"


def test_every_script_stands_in_the_one_that_is_served_after_htmx(collected: Path) -> None:
    text = served(collected, "js/reknit.????????????.js.gz")
    at = [text.index((STATIC / f"js/{name}.js").read_text()) for name in bundles.SCRIPTS]
    assert at == sorted(at)
    assert "htmx" in text[: at[0]]


def test_a_page_asks_for_them_by_their_lasting_names(collected: Path) -> None:
    page = render_to_string("404.html")
    for kind in ("css", "js"):
        [compressed] = collected.glob(f"{kind}/reknit.????????????.{kind}.gz")
        assert page.count(f"/static/{kind}/") == page.count(compressed.name.removesuffix(".gz")) == 1
