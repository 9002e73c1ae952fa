"""Just me, in a browser: begun with the text that needed it, locked, opened, found again; nothing stays behind."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import Windows
from tests.browser.looking import looked
from tests.browser.someone import Someone

STAIRS = "What I thought on the stairs."
PHRASE = "quiet water under a small bridge"


def test_alone_from_the_first_text_to_the_last(window: Windows) -> None:
    anna = Someone(window(), "Anna Mine")
    anna.is_new_here()
    anna.begins("Toby")
    anna.turns_to("Just me")
    found = looked(anna)
    anna.goes("/p/new")
    anna.writes("Write something", STAIRS)
    anna.presses("Keep it")
    anna.reads("What you wrote is not saved yet.")
    words = anna.main.locator(".code--words").inner_text()
    anna.main.get_by_label("Your passphrase").first.fill(words)
    anna.main.get_by_role("radio", name=re.compile("No recovery code")).check()
    anna.presses("Seal it")
    anna.reads("Kept. Only you can read it.", STAIRS)
    found += looked(anna)
    anna.presses("Lock it now")
    anna.reads("This is locked.")
    anna.finds_nothing_of(STAIRS)
    anna.page.go_back()
    anna.finds_nothing_of(STAIRS)
    found += looked(anna, "/p/")
    anna.goes("/p/")
    anna.writes("Write something", "Dropped in.")
    anna.presses("Keep it")
    anna.reads("Kept, and locked.")
    anna.main.get_by_label("Your passphrase").first.fill(words)
    anna.presses("Open")
    anna.reads(STAIRS, "Dropped in.")
    anna.main.get_by_label("Look for").fill("stairs")
    anna.presses("Look")
    anna.reads(STAIRS)
    anna.finds_nothing_of("Dropped in.")
    anna.follows("You wrote something down.", anna.main)
    found += looked(anna)
    for path in ("/p/more", "/p/more/change", "/p/more/copy", "/p/more/anew", "/p/set"):
        found += looked(anna, path)
    stored = anna.page.evaluate("() => JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert stored == "[{},{}]"
    assert not found, "\n".join(found)


def test_without_script(window: Windows) -> None:
    anna = Someone(window(javascript=False), "Anna Plain")
    anna.is_new_here()
    anna.begins("Toby")
    anna.goes("/p/set")
    anna.main.get_by_label("Your passphrase").first.fill(PHRASE)
    anna.main.get_by_role("radio", name=re.compile("No recovery code")).check()
    anna.presses("Set it")
    anna.writes("Write something", STAIRS)
    anna.presses("Keep it")
    anna.reads("Kept. Only you can read it.", STAIRS)
    anna.presses("Lock it now")
    anna.main.get_by_label("Your passphrase").first.fill(PHRASE)
    anna.presses("Open")
    anna.reads(STAIRS)
    expect(anna.page).to_have_title("Reknit")
