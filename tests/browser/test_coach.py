"""*Look at my words*, with scripts and without: the text stays, the places are shown, nothing is said yet."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Windows
from tests.browser.looking import looked
from tests.browser.server import Server
from tests.browser.someone import Someone, together

FAULTY = (
    "I am sorry if you felt forgotten, but I was tired. It was just one evening.\n\n"
    "You always make it a drama, and you don't care what my day was like. It will never happen again."
)
MENDED = "I was not home at seven. You had cooked and waited. I did not ring."
BUILT = "When you came at nine, I felt forgotten. I would like to be told by six."


@pytest.mark.practice("D3", "F2")
def test_words_are_looked_at_mended_and_said(window: Windows, server: Server) -> None:
    anna, toby = (Someone(window(), name) for name in ("Anna Words", "Toby Words"))
    together(anna, toby)
    toby.drafts("I am home by seven.", day="2026-03-02", at="19:00")
    server.at("2026-03-02 21:00")
    toby.goes("./")
    toby.saves("Missed", toby.entry("I am home by seven.", "Monday 2 March"))
    toby.turns_to("Promises")
    toby.follows("I am home by seven.", toby.under("Waiting for another’s word"))
    _looks_and_mends(toby)
    plain = Someone(window(javascript=False, storage_state=anna.window.context.storage_state()), "Anna Words")
    plain.goes(toby.page.url)
    _builds(plain)


def _looks_and_mends(toby: Someone) -> None:
    explains = toby.unfolds("Say what happened")
    toby.writes("In your own words", FAULTY, explains)
    toby.presses("Look at my words", explains)
    toby.reads("Only you see this.", "Perhaps instead:")
    expect(toby.main.locator("mark").first).to_have_text("if you felt forgotten")
    expect(toby.main.locator(".coached")).to_be_focused()
    expect(toby.main.get_by_role("textbox", name=re.compile("^In your own words")).first).to_have_value(FAULTY)
    assert looked(toby) == []
    explains = toby.unfolds("Say what happened")
    toby.writes("In your own words", MENDED, explains)
    toby.presses("Look at my words", explains)
    toby.reads("Nothing in these words is marked.")
    toby.saves("Say it", toby.unfolds("Say what happened"))
    toby.reads(MENDED)


def _builds(anna: Someone) -> None:
    anna.reads(MENDED)
    hurts = anna.unfolds("Say that it hurt")
    parts = hurts.locator("details").first
    parts.locator("summary").click()
    anna.writes("When …", "you came at nine", parts)
    anna.writes("I felt …", "forgotten", parts)
    anna.writes("I would like …", "to be told by six", parts)
    anna.presses("Put it together", parts)
    expect(anna.main.get_by_role("textbox", name=re.compile("^In your own words")).first).to_have_value(BUILT)
    anna.chooses("It hurt")
    anna.presses("Say it", anna.main.locator("form", has=anna.page.get_by_label("It hurt")))
    anna.reads("Saved.", BUILT)
