"""The frame around every page: neutral, without inline code, saying who can see what, standing without a context."""

import json
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.template.loader import render_to_string

from reknit.web.templatetags.web import and_names, you_and

WEB = Path(__file__).parents[2] / "reknit" / "web"
TEMPLATES = [*WEB.rglob("*.html"), *(WEB.parent / "picture").rglob("_stitches*.html")]
FRAME: dict[str, Any] = {
    "nav": [
        SimpleNamespace(url="/t", label="Today", current=True),
        SimpleNamespace(url="/p", label="P", current=False),
    ],
    "spaces_menu": [SimpleNamespace(url="/s", label="Toby", kind="couple", current=True)],
    "signed_in_as": "Anna",
    "example": SimpleNamespace(who="Anna", other="Toby", other_url="/as", leave_url="/away"),
}


@pytest.mark.parametrize("page", ["400.html", "403.html", "404.html", "500.html", "403_csrf.html", "base.html"])
def test_a_page_stands_without_any_context(page: str) -> None:
    drawn = render_to_string(page)
    assert "<title>Reknit</title>" in drawn
    assert re.search(r'<html lang="[a-z-]+" dir="ltr">', drawn)


def test_no_template_names_its_page() -> None:
    assert [file.name for file in TEMPLATES if re.search(r"<title>(?!\{\{|\{%|Reknit)", file.read_text())] == []


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.name)
def test_no_template_has_code_or_style_inside(file: Path) -> None:
    text = file.read_text()
    assert not re.search(r"\|\s*safe\b|autoescape|mark_safe|<style|\sstyle=|javascript:|\son[a-z]+=|hx-on|data:", text)
    assert not re.search(r"<script(?![^>]*\ssrc=)", text)
    assert text.count("\n") <= 80


def test_the_frame_says_where_and_who_one_is() -> None:
    drawn = render_to_string("base.html", FRAME)
    assert 'aria-current="page">Today' in drawn
    assert "Signed in as Anna" in drawn
    assert "You are looking around in a story as Anna." in drawn
    assert '<form method="post" action="/as">' in drawn
    assert "data-private" in drawn
    assert 'hx-history="false"' in drawn


def test_pages_of_the_signed_out_show_no_one() -> None:
    drawn = render_to_string("plain.html")
    assert "data-private" not in drawn
    assert "Signed in" not in drawn


def test_htmx_keeps_nothing_and_runs_nothing() -> None:
    found = re.search(r"name=\"htmx-config\" content='([^']+)'", render_to_string("plain.html"))
    assert found
    settings = json.loads(found[1])
    for name in (
        "allowEval",
        "allowScriptTags",
        "includeIndicatorStyles",
        "historyRestoreAsHxRequest",
        "getCacheBusterParam",
    ):
        assert settings[name] is False
    assert settings["historyCacheSize"] == 0
    assert settings["selfRequestsOnly"] is True
    assert settings["refreshOnHistoryMiss"] is True
    assert {"code": "422", "swap": True} in settings["responseHandling"]


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], "only you"),
        ("", "only you"),
        ("Toby", "you and Toby"),
        (["Toby"], "you and Toby"),
        (["Toby", "Mia", "Jan"], "you, Toby, Mia and Jan"),
    ],
)
def test_who_can_see_this(names: Any, said: str) -> None:
    assert you_and(names) == said
    drawn = render_to_string("web/_actions.html", {"who": names, "only_me": not names})
    assert f"<strong>{said}</strong>" in drawn


def test_names_in_a_row() -> None:
    assert [and_names(n) for n in (None, [], "A", ["A", "B"], ["A", "B", "C"])] == [
        "",
        "",
        "A",
        "A and B",
        "A, B and C",
    ]


def test_words_are_plain_text_and_erased_words_say_so() -> None:
    drawn = render_to_string("web/_words.html", {"text": "<b>a</b>\nb", "by": "Toby", "when": "today"})
    assert "&lt;b&gt;a&lt;/b&gt;\nb" in drawn
    assert "hx-disable" in drawn
    assert "erased" in render_to_string("web/_words.html", {"text": None, "by": "Toby"})
    assert "blockquote" not in render_to_string("web/_words.html", {"text": "", "label": "kept", "by": "Toby"})


def test_two_voices_are_two_equal_sides() -> None:
    anna = SimpleNamespace(by="Anna", text="a", when="", you=True, label="", silent="")
    toby = SimpleNamespace(by="Toby", label="", silent="Toby has not said anything.")
    drawn = render_to_string("web/_two_voices.html", {"left": anna, "right": toby})
    assert drawn.count('<div class="voices__side">') == 2
    assert "Toby has not said anything." in drawn


def test_a_promise_row_says_its_state_in_words_beside_its_mark() -> None:
    act = SimpleNamespace(label="Kept", url="/k", post=True, fields={"due": "2026-03-02"}, strong=False)
    row = SimpleNamespace(
        what="Home <by> seven", by="Toby", to="you", when="today", state="Kept.", url="/p", mark="kept"
    )
    row.acts = [act]
    drawn = render_to_string("web/_promise_row.html", {"row": row})
    assert "Home &lt;by&gt; seven" in drawn
    assert '<input type="hidden" name="due" value="2026-03-02">' in drawn
    assert "Kept." in drawn
    assert 'aria-hidden="true"' in drawn
