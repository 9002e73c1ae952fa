"""The small daily things as people do them: a crack in seconds, something good, how am I; alone, and said aloud."""

import re
import time

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Windows
from tests.browser.looking import looked
from tests.browser.server import Server
from tests.browser.someone import Someone, together

PHRASE = "seven blue lamps over an empty pier"


def opens_just_me(who: Someone) -> None:
    """The passphrase, set or typed, whichever is asked for; what was about to be done is done."""
    who.main.locator("input[name=phrase]").fill(PHRASE)
    if who.main.get_by_label("No recovery code").count():
        who.main.get_by_label("No recovery code").check()
    who.submits(re.compile("^(Seal|Set|Open|Keep)"), who.main.locator("form:has(input[name=phrase])"))


@pytest.mark.practice("B1", "B7", "B10", "J1", "J2", "I1")
@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_a_crack_in_seconds_then_something_good_and_how_one_is(window: Windows, javascript: bool) -> None:
    """Three presses note a crack; its doer says what happened, is thanked, and reads it; she says how she is."""
    anna, toby = (
        Someone(window(width=390, javascript=javascript), f"{name} {javascript}") for name in ("Anna", "Toby")
    )
    together(anna, toby)
    anna.goes("./")
    began = time.monotonic()
    slip = anna.unfolds("A small crack")
    anna.chooses("Came late", where=slip)
    anna.saves("Note it", slip)
    assert time.monotonic() - began < 10
    toby.goes("./")
    toby.reads("What happened?", "You are asked this once.", "Came late")
    toby.follows("Say what happened")
    explains = toby.unfolds("Say what happened")
    toby.writes("What happened?", "The meeting ran over and I did not step out.", explains)
    toby.saves("Say it", explains)
    anna.goes("./")
    slip = anna.unfolds("Something good")
    anna.writes("What was good?", "You kept the soup warm.", slip)
    anna.chooses("Say thank you for it", where=slip)
    anna.saves("Keep it", slip)
    toby.goes("./")
    toby.reads("You kept the soup warm.")
    toby.finds_nothing_of("You are asked this once.")
    anna.goes("./")
    slip = anna.unfolds("How am I?")
    slip.get_by_role("group", name="How safe").get_by_label("Mostly").check()
    anna.chooses(f"You and {toby.name}", where=slip)
    anna.saves("Keep it", slip)


@pytest.mark.practice("B4", "B9", "A5")
def test_what_was_kept_is_said_aloud_after_a_look(window: Windows, server: Server) -> None:
    """A crack kept for oneself, gone through, looked at as the other will see it, and said; every page well made."""
    anna, toby = (Someone(window(width=390), f"{name} Aloud") for name in ("Anna", "Toby"))
    together(anna, toby)
    anna.goes("./")
    slip = anna.unfolds("A small crack")
    anna.writes("Or in your own words", "The chair at dinner stayed empty.", slip)
    anna.chooses("Only me", where=slip)
    anna.submits("Note it", slip)
    opens_just_me(anna)
    anna.reads("Only you can see it.")
    anna.goes(anna.space.replace("/s/", "/p/back/") + "small")
    found = looked(anna)
    anna.follows("Go through what you kept")
    found += looked(anna)
    anna.follows("Say it")
    anna.reads("This is what they will see", re.compile("noted something small that you did"))
    found += looked(anna)
    toby.goes("./history/")
    toby.finds_nothing_of("The chair at dinner stayed empty.")
    anna.presses("Say it")
    anna.reads("Said.", "The chair at dinner stayed empty.")
    found += looked(anna)
    toby.goes("./history/")
    toby.reads("The chair at dinner stayed empty.")
    for path in (
        "./small/new",
        "./good/",
        "./good/new",
        "./how/",
        "/p/own/book/",
        "/p/own/care/",
        "/p/kept/",
        "/p/line/",
    ):
        found += looked(anna, path)
    assert found == [], "\n".join(found)


@pytest.mark.practice("N2", "K1")
def test_alone_from_sign_up_to_ones_own_line(window: Windows, server: Server) -> None:
    """Someone new, with nobody else there: what she was promised, as she saw it, becomes a line of stitches."""
    mia = Someone(window(width=390), "Mia Alone")
    mia.is_new_here()
    mia.begins("Ben")
    slip = mia.unfolds("A small crack")
    expect(slip.get_by_label("Only me")).to_be_checked()
    mia.chooses("Did not answer", where=slip)
    mia.submits("Note it", slip)
    opens_just_me(mia)
    mia.reads("Only you can see it.")
    mia.goes(mia.space.replace("/s/", "/p/kept/with/"))
    mia.writes("What were you promised?", "I call on Tuesday.")
    mia.writes("The day, or the first one", "2026-03-03")
    mia.saves("Keep it", said="Only you can read it.")
    server.at("2026-03-04 09:00")
    mia.goes(mia.space.replace("/s/", "/p/kept/with/"))
    if mia.main.locator("input[name=phrase]").count():
        opens_just_me(mia)
    mia.submits("Kept", mia.under("How was it?"))
    mia.goes(mia.space.replace("/s/", "/p/line/"))
    mia.reads("As I saw it", "What Ben promised you, as you saw it", "One so far, kept.")
    found = looked(mia)
    assert found == [], "\n".join(found)
