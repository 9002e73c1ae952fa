"""What stays private on a device, and what is not lost: the browser keeps nothing, a failed save keeps the words."""

import re
import signal

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Windows
from tests.browser.server import Server
from tests.browser.someone import PASSWORD, Someone, together

HARD = "The thing I never told you."
KEPT = """async () => ({
  local: Object.keys(localStorage), session: Object.keys(sessionStorage), cookies: document.cookie,
  databases: (await indexedDB.databases()).map(one => one.name), caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
NOTHING = {"local": [], "session": [], "cookies": "", "databases": [], "caches": [], "workers": 0}


def alone(window: Windows, name: str, **wanted: object) -> Someone:
    """Someone with an account and a space they are alone in."""
    someone = Someone(window(**wanted), name)
    someone.is_new_here()
    someone.begins("Sam")
    return someone


def test_the_browser_keeps_nothing_and_titles_tell_nothing(window: Windows) -> None:
    mia = alone(window, "Mia One")
    mia.quick(HARD)
    titles = set()
    for page in ("Today", "Promises", "What happened", "Picture", "People"):
        mia.turns_to(page)
        titles.add(mia.page.title())
    mia.goes("./")
    mia.saves("Kept", mia.entry(HARD))
    mia.goes("/me")
    titles.add(mia.page.title())
    mia.goes(mia.space)
    assert titles == {"Reknit"}
    assert mia.page.evaluate(KEPT) == NOTHING
    mia.presses("Sign out", mia.page.get_by_role("contentinfo"))
    expect(mia.page).to_have_url(mia.window.url + "/")
    assert mia.page.evaluate(KEPT) == NOTHING


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_the_way_back_after_signing_out_shows_nothing(window: Windows, javascript: bool) -> None:
    mia = alone(window, f"Mia Two {javascript}", javascript=javascript)
    mia.quick(HARD)
    mia.goes("./history/")
    mia.reads(HARD)
    mia.presses("Sign out", mia.page.get_by_role("contentinfo"))
    expect(mia.page).to_have_url(mia.window.url + "/")
    for _ in range(3):
        mia.page.go_back()
        expect(mia.page.get_by_role("heading", level=1)).to_have_text("Sign in")
        expect(mia.page.get_by_text(HARD)).to_have_count(0)


def test_a_stolen_session_ends_with_the_sign_out(window: Windows) -> None:
    mia = alone(window, "Mia Three")
    state = mia.window.context.storage_state()
    thief = Someone(window(storage_state=state), "Thief")
    thief.goes(mia.space)
    thief.reads("Nothing is due")
    mia.presses("Sign out", mia.page.get_by_role("contentinfo"))
    thief.goes(mia.space)
    expect(thief.page.get_by_role("heading", level=1)).to_have_text("Sign in")


def test_a_save_that_fails_keeps_the_words_and_saves_them_once(window: Windows, server: Server) -> None:
    """The server dies; the words stay on the page; when it is back, the same button saves them, once."""
    mia = alone(window, "Mia Four")
    mia.window.expected += ["net::ERR_CONNECTION_REFUSED", "console: htmx:"]
    mia.goes("./promises/new")
    mia.writes("What do you promise?", HARD)
    server.stop(signal.SIGKILL)
    mia.presses("Promise it")
    mia.reads("We could not save this. Your text is still here.")
    expect(mia.main.get_by_role("textbox", name="What do you promise?")).to_have_value(HARD)
    server.start()
    mia.presses("Promise it")
    mia.reads("Saved.", HARD)
    mia.turns_to("Promises")
    expect(mia.under("Running").get_by_text(HARD)).to_have_count(1)


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_a_double_click_makes_one_promise(window: Windows, javascript: bool) -> None:
    mia = alone(window, f"Mia Five {javascript}", javascript=javascript)
    mia.unfolds("A promise")
    mia.writes("I promise", HARD)
    mia.main.get_by_role("button", name="Promise it").dblclick()
    mia.reads("Everything said about it")
    mia.goes("./history/")
    expect(mia.main.get_by_role("listitem").filter(has_text=HARD)).to_have_count(1)


def test_what_the_other_said_meanwhile_is_read_first(window: Windows, server: Server) -> None:
    """Anna writes on a page on which Toby's word was not yet: she reads it, her words are still there, and go."""
    anna, toby = (Someone(window(), name) for name in ("Anna Five", "Toby Five"))
    together(anna, toby)
    toby.quick(HARD, by="2026-03-03")
    server.at("2026-03-04 09:00")
    anna.turns_to("Promises")
    anna.follows(HARD)
    speaks = anna.unfolds("Speak first")
    anna.chooses("It was missed", where=speaks)
    anna.writes("In your own words", "I waited all evening.", speaks)
    toby.goes("./")
    toby.saves("Late", toby.entry(HARD))
    anna.presses("Say it", speaks)
    anna.reads("While you were writing, something was added here.")
    anna.reads("late", where=anna.main.locator(".voices"))
    field = anna.main.get_by_role("textbox", name=re.compile("^In your own words")).first
    expect(field).to_have_value("I waited all evening.")


def test_words_outlive_the_session_they_were_written_in(window: Windows, server: Server) -> None:
    """After half an hour on a shared device the session is over; the words come along through the sign-in."""
    mia = Someone(window(), "Mia Six")
    mia.is_new_here(device="shared")
    mia.begins("Sam")
    mia.goes("./promises/new")
    mia.writes("What do you promise?", HARD)
    server.at("2026-03-02 12:40")
    mia.presses("Promise it")
    mia.reads("Your session had ended")
    mia.writes("Name", mia.name)
    mia.main.get_by_label("Password").first.fill(PASSWORD)
    mia.presses("Sign in")
    mia.reads("This is what you had written.", HARD)
    mia.presses("Save it now")
    mia.reads("Saved.", "Everything said about it")


def test_the_living_example_is_one_click_away(window: Windows) -> None:
    """From the front page to Today as Anna, on to Toby, and out again."""
    guest = Someone(window(), "Guest")
    guest.goes("/")
    guest.presses("Look around in Anna and Toby’s story")
    guest.arrives()
    story = guest.page.get_by_role("complementary", name="This is a story")
    expect(story).to_contain_text("You are looking around in a story as Anna.")
    guest.presses("See it as Toby", story)
    expect(story).to_contain_text("You are looking around in a story as Toby.")
    guest.turns_to("Picture")
    guest.reads("What Anna promised you")
    guest.presses("Leave the story", story)
    guest.reads("This server is run by")
    guest.goes("/me")
    expect(guest.page.get_by_role("heading", level=1)).to_have_text("Sign in")
