"""What happened is named, owned, heard and answered by what is done, on screen, by both people."""

import os
import re
from pathlib import Path

import pytest

from tests.browser.conftest import Windows
from tests.browser.looking import light, looked, size
from tests.browser.server import Server
from tests.browser.someone import Someone, together
from tests.browser.watching import PHONE, WIDE

WHAT = "I wrote to Ines for three months and told you there was nobody."
SHOTS = os.environ.get("SHOTS", "")


def shot(someone: Someone, name: str) -> None:
    """A picture of the page, for whoever wants to look: SHOTS names a folder."""
    if not SHOTS:
        return
    for width in (PHONE, WIDE):
        for scheme in ("light", "dark"):
            size(someone.page, width)
            light(someone.page, scheme)
            someone.page.screenshot(path=Path(SHOTS) / f"{name}-{width}-{scheme}.png", full_page=True)
    size(someone.page, WIDE)
    light(someone.page, "light")


def opens(someone: Someone) -> None:
    """The breach, from what is open."""
    someone.turns_to("What happened")
    someone.follows(re.compile("Ines|deck"), someone.main)


def says(someone: Someone, verb: str, button: str, answers: tuple[str, ...] = (), **texts: str) -> None:
    """One thing on the path, from the page of the breach."""
    someone.follows(verb, someone.main)
    someone.chooses(*answers)
    for label, text in texts.items():
        someone.writes(label.replace("_", " "), text)
    someone.saves(button)


@pytest.mark.practice("A6", "A8", "A9", "B3", "C1", "C2", "C11", "C13", "C14", "C17", "H1")
@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_the_husband_who_came_back(window: Windows, server: Server, javascript: bool) -> None:
    which = "First" if javascript else "Second"
    anna, toby = (Someone(window(javascript=javascript), f"{name} Path {which}") for name in ("Anna", "Toby"))
    together(anna, toby)
    for one in (anna, toby):
        one.sends("/me/first")
    _toby_tells(toby, anna)
    _anna_reads(anna)
    _toby_owns_it(toby)
    _both_say_yes(anna, toby)
    _it_is_told_and_heard(anna, toby)
    _what_changes(toby, anna)
    if javascript:  # without any, nothing on the page can be measured
        shot(anna, "breach-anna-later")
        assert looked(anna) == []


def _toby_tells(toby: Someone, anna: Someone) -> None:
    toby.turns_to("What happened")
    shot(toby, "open-empty")
    toby.follows("I need to tell you something", toby.main)
    shot(toby, "first")
    toby.follows("No", toby.main)
    toby.writes("What happened", WHAT)
    toby.unfolds("When, how big, what it is about")
    toby.chooses("Something was hidden, or not true", "It was a choice, not a slip")
    shot(toby, "new")
    toby.presses("See how it would be read")
    shot(toby, "preview")
    toby.saves("Share it", said="It is written down.")
    toby.reads("You did this; it hurt " + anna.name)


def _anna_reads(anna: Someone) -> None:
    opens(anna)
    anna.reads(WHAT, "How big is it for you?", "Nothing today is an answer, too.")
    shot(anna, "breach-anna-begin")
    says(anna, "How big is it for you?", "Say it", ("The ground is gone",))


def _toby_owns_it(toby: Someone) -> None:
    opens(toby)
    toby.reads("Do this")
    toby.follows("Do this", toby.main)
    shot(toby, "acknowledge")
    toby.writes("What I did", "I wrote to her from March to May. I lied each time you asked. That was my doing.")
    toby.saves("Say it")


def _both_say_yes(anna: Someone, toby: Someone) -> None:
    for one in (anna, toby):
        opens(one)
        one.follows("Your answer", one.main)
        for question in ("Do you want to work on this together?", re.compile("Can you, as things are now")):
            one.main.get_by_role("group", name=question).get_by_label("Yes").check()
        shot(one, f"ready-{one.name.split()[0]}")
        one.presses("Keep this")
    toby.reads("Both of you have said yes to working on this.")


def _it_is_told_and_heard(anna: Someone, toby: Someone) -> None:
    opens(anna)
    anna.follows("What it did to you", anna.main)
    anna.chooses("I am kept from what is real")
    shot(anna, "tell")
    anna.writes("What it did to me", "I read every message of those months again, and believe none of them.")
    anna.saves("Tell it")
    opens(toby)
    shot(toby, "breach-toby-told")
    toby.follows("Do this", toby.main)
    toby.writes("What I heard", "You have gone through three months alone and nothing in them holds.")
    toby.saves("Say it back")
    opens(anna)
    says(anna, "Have you been heard?", "Answer", ("Not yet",))
    says(anna, "Have you been heard?", "Answer", ("I have been heard",))


def _what_changes(toby: Someone, anna: Someone) -> None:
    toby.drafts("I tell you the same day when Ines writes.", day="2026-03-03")
    if toby.main.get_by_role("button", name="Promise it as it is").count():
        toby.presses("Promise it as it is")
    opens(toby)
    toby.follows("What changes", toby.main)
    toby.saves("Link it")
    opens(anna)


@pytest.mark.practice("C13", "N1", "N3")
def test_the_colleague_who_shifts_blame(window: Windows) -> None:
    """At work, on a phone: what stands there is said as to a colleague, and nothing is asked for."""
    maya, sam = (Someone(window(width=PHONE, has_touch=True), name) for name in ("Maya Deck", "Sam Deck"))
    together(maya, sam, kind="colleagues")
    for one in (maya, sam):
        one.sends("/me/first")
    maya.turns_to("What happened")
    maya.follows("Something hurt me", maya.main)
    maya.follows("No", maya.main)
    maya.writes("What happened", "You told the client that the late deck was mine.")
    maya.presses("See how it would be read")
    maya.saves("Share it", said="It is written down.")
    opens(sam)
    sam.reads("I said the report was sent. It was not. That was my doing.")
    sam.follows("Do this", sam.main)
    sam.writes("What I did", "I was late with the deck, and told the client it was you.")
    sam.saves("Say it")
    opens(maya)
    maya.reads("told the client it was you", "Nothing today is an answer, too.", "It goes into no appraisal.")
    assert looked(maya) == []
