"""A forgotten password, on screen: with the recovery code, or let back in by the other; every page is looked at."""

from playwright.sync_api import expect

from tests.browser.conftest import Windows
from tests.browser.looking import looked
from tests.browser.server import Server
from tests.browser.someone import Someone, together

NEW = "a heron stands in the weir"
HARD = "The thing I never told you."


def test_with_the_recovery_code_everything_opens_again(window: Windows) -> None:
    mia = Someone(window(), "Mia Code")
    mia.is_new_here()
    mia.begins("Sam")
    mia.quick(HARD)
    found = looked(mia, "/me/code")
    mia.presses("Make a code")
    mia.reads("It is shown here this one time.")
    found += looked(mia)
    code = mia.main.locator(".code").inner_text()
    out = Someone(window(), mia.name)
    found += looked(out, "/in/code")
    out.writes("Name", mia.name)
    out.writes("Your recovery code", code.lower())
    out.main.get_by_label("A new password").first.fill(NEW)
    out.presses("Set it")
    out.reads("Your new password is set")
    found += looked(out)
    mia.goes("./")
    expect(mia.page.get_by_role("heading", level=1)).to_have_text("Sign in")
    out.signs_in(NEW)
    out.arrives()
    out.reads_back()
    out.reads(HARD)
    assert not found, "\n".join(found)


def test_the_other_lets_one_back_in(window: Windows, server: Server) -> None:
    """Whoever runs the server gives a link; it opens nothing. Six words, read aloud, and Anna lets Toby back in."""
    anna, toby = (Someone(window(), name) for name in ("Anna Back", "Toby Back"))
    together(anna, toby)
    anna.quick(HARD)
    token = server.asks("person", "reset", toby.name).split()[0].partition("#")[2]
    toby.goes(f"/in/new#{token}")
    found = looked(toby)
    toby.goes(f"/in/new#{token}")
    expect(toby.page).to_have_url(toby.window.url + "/in/new")
    toby.main.get_by_label("A new password").first.fill(NEW)
    toby.presses("Set it")
    toby.reads("Your new password is set.")
    toby.signs_in(NEW)
    found += looked(toby)
    toby.presses("I have read this")
    toby.presses("Go on")
    toby.reads("Your key to this space is lost")
    toby.finds_nothing_of(HARD)
    found += looked(toby) + looked(toby, "/me/old")
    toby.goes("/home")
    toby.presses("Ask to be let back in")
    toby.reads("read six words to each other")
    found += looked(toby)
    words = toby.main.locator(".code").inner_text()
    found += looked(anna, "./people/")
    anna.reads("asks to be let back in", words)
    anna.saves(f"The words are the same: let {toby.name} back in")
    toby.goes("/home")
    toby.arrives()
    toby.reads_back()
    toby.reads(HARD)
    assert not found, "\n".join(found)
