"""A copy, and words that go: the password once more, then on from where one was, with and without a script."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Windows
from tests.browser.server import Server
from tests.browser.someone import PASSWORD, Someone, together

WORDS = "I sold the boat without you."


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_the_password_once_more_and_on(window: Windows, server: Server, javascript: bool) -> None:
    server.at("2026-03-02 12:00")
    mia = Someone(window(javascript=javascript), f"Mia Copy {javascript}")
    mia.is_new_here()
    mia.begins("Sam")
    mia.quick(WORDS)
    server.at("2026-03-02 12:10")

    mia.turns_to("People")
    mia.follows("Take a copy", mia.main)
    mia.gives_the_password_again()
    expect(mia.page.get_by_role("heading", level=1)).to_have_text("Take a copy")
    server.at("2026-03-02 12:20")
    mia.presses("Take it")  # she waited too long: once more, and the button is there again
    mia.gives_the_password_again()
    with mia.page.expect_download() as coming:
        mia.presses("Take it")
    assert coming.value.suggested_filename == "copy.zip"

    server.at("2026-03-02 12:30")
    mia.goes("./history/")
    mia.follows("Take my words back")
    mia.gives_the_password_again()
    mia.reads("Take these words back", WORDS)
    mia.presses("Erase my words")
    mia.finds_nothing_of(WORDS)


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_an_account_is_erased(window: Windows, server: Server, javascript: bool) -> None:
    """She reads what goes and what stays, types a wrong password, then the right one; there is no way back in."""
    server.at("2026-03-02 12:00")
    mia, sam = (Someone(window(javascript=javascript), f"{name} Gone {javascript}") for name in ("Mia", "Sam"))
    together(mia, sam)
    mia.quick(WORDS)
    mia.begins("Leo", kind="friends")
    server.at("2026-03-02 12:10")
    mia.goes("/me")
    mia.follows("Erase your account")
    mia.reads(f"Your space with {sam.name}: they keep the history", "Your space with Leo, and everything in it")
    mia.main.get_by_label("Password").first.fill("not the password")
    mia.presses("Erase my account")
    mia.reads("This is not your password.")
    mia.main.get_by_label("Password").first.fill(PASSWORD)
    mia.presses("Erase my account")
    expect(mia.page.get_by_role("heading", level=1)).to_have_text("Your account is erased")
    mia.goes("/me/erase")
    expect(mia.page.get_by_role("heading", level=1)).to_have_text("Sign in")
    mia.signs_in()
    mia.reads("do not belong together")
    sam.goes("./people/")
    sam.reads("Former member", "no longer in this space")
    sam.reads_back()
    sam.reads("Former member is no longer in this space.", WORDS)
    sam.finds_nothing_of(mia.name)
