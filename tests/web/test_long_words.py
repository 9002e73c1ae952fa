"""Long words show their first lines, and the whole of them to whoever opens them."""

import pytest
from django.template.loader import render_to_string

from reknit.web.templatetags.web import LINES, LONG
from tests.house.tree import ROOT


def drawn(text: str, **more: object) -> str:
    return render_to_string("web/_words.html", {"text": text, "by": "Toby", **more})


@pytest.mark.parametrize("text", ["a" * (LONG + 1), "a\n" * (LINES + 1)])
def test_long_words_are_folded_and_stand_there_once_and_whole(text: str) -> None:
    shown = drawn(text)
    assert shown.count(text) == 1
    assert "<details" in shown
    assert "Read all of it" in shown


def test_short_words_and_what_is_looked_at_before_it_is_said_are_not() -> None:
    assert "<details" not in drawn("a" * LONG)
    assert "<details" not in drawn("a" * (LONG + 1), whole=True)


def test_in_print_they_are_whole() -> None:
    sheet = (ROOT / "reknit/web/static/css/print.css").read_text()
    assert "max-block-size: none" in sheet.split(".long:not(")[1]
