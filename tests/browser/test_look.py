"""Every page for every eye and hand: axe in both lights and at both widths, reflow, large letters, targets, keys."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Windows
from tests.browser.looking import FOCUS, faults, light, looked, looked_at, size, violations, walked
from tests.browser.server import Server
from tests.browser.someone import PASSWORD, Someone, together
from tests.browser.watching import PHONE


def guest(window: Windows, who: str) -> Someone:
    """Someone looking around in the living example."""
    someone = Someone(window(), who)
    someone.goes("/")
    someone.presses("Look around in Anna and Toby’s story")
    if who != "Anna":
        someone.presses(f"See it as {who}", someone.page.get_by_role("complementary"))
        expect(someone.page.get_by_role("complementary")).to_contain_text(f"as {who}")
    someone.arrives()
    return someone


def test_the_door(window: Windows) -> None:
    """The pages of the signed-out, also when something was amiss in their form."""
    nobody = Someone(window(), "Nobody")
    found = looked_at(nobody, "/", "/up", "/in", "/j", "/out", "/nothing")
    nobody.goes("/up")
    nobody.writes("Name", "Nobody")
    nobody.main.get_by_label("Password").first.fill("short")
    nobody.presses("Begin")
    nobody.reads("too short")
    found += looked(nobody)
    nobody.goes("/in")
    nobody.writes("Name", "Nobody")
    nobody.main.get_by_label("Password").first.fill(PASSWORD)
    nobody.presses("Sign in")
    nobody.reads("do not belong together")
    found += looked(nobody)
    nobody.goes("/j")
    nobody.writes("Your code", "AAAA BBBB CCCC DDDD EEEE")
    nobody.presses("Look")
    nobody.reads("This code does not open anything.")
    found += looked(nobody)
    nobody.window.context.clear_cookies()
    nobody.page.evaluate("document.querySelector('form').submit()")
    nobody.reads("This page had grown old")
    found += looked(nobody)
    assert not found, "\n".join(found)


def test_the_first_days(window: Windows) -> None:
    """Someone new, from the first run on, alone; then the one they asked in."""
    mia, sam = (Someone(window(), name) for name in ("Mia New", "Sam New"))
    mia.is_new_here()
    found = looked(mia, "/begin")
    mia.main.get_by_role("button", name="Begin").click()
    mia.page.evaluate("document.querySelector('main form').noValidate = true")
    mia.presses("Begin")
    mia.reads("This is still empty.")
    found += looked(mia)
    mia.begins(sam.name)
    found += looked_at(mia, "./", "./promises/", "./promises/past", "./picture/", "./people/", "./people/part")
    found += _a_first_promise(mia)
    found += looked_at(mia, "/me", "/me/password", "/me/again", "/past", "/begin", "/start")
    found += looked_at(mia, "./history/?kind=answers", "./history/")
    mia.follows("Take my words back")
    found += looked(mia)
    mia.turns_to("People")
    mia.presses(re.compile("^Ask .* in$"))
    mia.reads("A code to hand over")
    found += looked(mia)
    code = mia.main.locator("#the-code").inner_text()
    found += looked(mia, "./people/")
    mia.follows("Change the name")
    found += looked(mia)
    sam.sends("/j", code=code)
    found += looked(sam, "/j/look")
    sam.is_new_here()
    found += looked(sam, "/j/look")
    assert not found, "\n".join(found)


def _a_first_promise(mia: Someone) -> list[str]:
    """The form with its faults, the smaller one, the promise."""
    mia.drafts("I call when I am late.", day="2026-03-01")
    mia.reads("That day has already passed.")
    found = looked(mia)
    mia.drafts("I call when I am late.", day="2026-03-04", often="Every day", sure="I hope I can")
    mia.reads("A smaller one?")
    found += looked(mia)
    mia.presses("Promise it as it was")
    mia.reads("Everything said about it")
    return found + looked(mia)


@pytest.mark.parametrize("who", ["Anna", pytest.param("Toby", marks=pytest.mark.soak)])
def test_a_space_that_was_lived_in(window: Windows, who: str) -> None:
    """Every page of the story as either of them, and one time of each kind of outcome."""
    someone = guest(window, who)
    found = looked_at(someone, "./", "./promises/", "./promises/new", "./history/", "./history/open/")
    for span in ("year", "all", "weeks"):
        found += looked(someone, f"./picture/?span={span}")
    times = dict(_times(someone))
    someone.goes("./promises/")
    promises = [_address(link) for link in someone.main.locator(".promise__what a").all()]
    assert len(times) >= 4, times
    found += looked_at(someone, *times.values(), *promises[:1], *promises[-2:])
    assert not found, "\n".join(found)


def test_one_evening_in_between(window: Windows, server: Server) -> None:
    """Ahead, with a new time that will not do; moved; missed in her eyes, asked about, explained; let go; gone."""
    anna, toby = (Someone(window(), name) for name in ("Anna Eve", "Toby Eve"))
    together(anna, toby)
    toby.drafts("Home by seven.", day="2026-03-02", often="Every weekday", at="19:00", known="You hear me come in.")
    toby.reads("Everything said about it")
    toby.goes("./")
    toby.follows("With words", toby.entry("Home by seven.", "Due today"))
    toby.chooses("I’ll be late")
    toby.writes("The new day, if you can offer one", "2026-03-02")
    toby.writes("And the hour, if it has one", "18:00")
    toby.presses("Say it now")
    toby.reads("The new time has to be later than")
    found = looked(toby)
    toby.writes("And the hour, if it has one", "20:00")
    toby.saves("Say it now")
    found += looked(toby)
    server.at("2026-03-02 21:00")
    anna.turns_to("Promises")
    anna.follows("Home by seven.", anna.under("Waiting for another’s word"))
    found += looked(anna)
    anna.chooses("It was missed", where=anna.unfolds("Speak first"))
    anna.saves("Say it", anna.unfolds("Speak first"))
    found += looked(anna) + looked(toby, "./")
    toby.goes("./")
    toby.follows("Say what happened")
    toby.writes("In your own words", "I forgot.", toby.unfolds("Say what happened"))
    toby.saves("Say it", toby.unfolds("Say what happened"))
    found += looked(toby)
    assert not found, "\n".join(found)


def _times(someone: Someone) -> Iterator[tuple[str, str]]:
    """From the tables of the picture: what came of it, and where it is told."""
    someone.main.locator("details").evaluate_all("all => all.forEach(one => (one.open = true))")
    for row in someone.main.get_by_role("row").all():
        if row.get_by_role("link").count():
            yield row.get_by_role("cell").last.inner_text(), _address(row.get_by_role("link").first)


def _address(link: Locator) -> str:
    return link.get_attribute("href") or ""


def test_every_stop_of_the_keyboard_is_seen(window: Windows) -> None:
    """By Tab through whole pages on a phone: a ring wherever one is, and nothing over it."""
    anna = guest(window, "Anna")
    size(anna.page, PHONE)
    found = []
    for path in ("/up", "./", "./picture/", "./promises/new", "./history/"):
        anna.goes(path)
        found += [f"{path}: {fault}" for fault in walked(anna.page, 45)]
    assert not found, "\n".join(found)


@pytest.mark.practice("E1", "E3")
def test_a_promise_made_and_answered_by_keys_alone(window: Windows, server: Server) -> None:
    """Tab, Enter and Space: he promises, says that he kept it, and she answers."""
    anna, toby = (Someone(window(), name) for name in ("Anna Keys", "Toby Keys"))
    together(anna, toby)
    toby.goes("./")
    _tabs_to(toby, "A promise")
    toby.page.keyboard.press("Enter")
    _tabs_to(toby, "I promise")
    toby.page.keyboard.type("Water for the lemon tree.")
    _tabs_to(toby, "Promise it")
    toby.page.keyboard.press("Enter")
    toby.reads("Everything said about it")
    toby.goes("./")
    _tabs_to(toby, "Kept")
    toby.page.keyboard.press("Space")
    toby.reads("Saved.")
    anna.goes("./")
    _tabs_to(anna, "Yes, that is how it was")
    anna.page.keyboard.press("Enter")
    anna.reads("Nothing is due, and nothing waits for you.")


def _tabs_to(someone: Someone, name: str) -> None:
    for _ in range(60):
        someone.page.keyboard.press("Tab")
        stop = someone.page.evaluate(FOCUS)
        if stop and stop["name"] == name:
            return
    pytest.fail(f"Tab does not lead to “{name}”")


def test_the_first_tab_leads_past_the_contents(window: Windows) -> None:
    anna = guest(window, "Anna")
    anna.goes("./promises/")
    anna.page.keyboard.press("Tab")
    anna.page.keyboard.press("Enter")
    anna.page.keyboard.press("Tab")
    assert anna.page.evaluate(FOCUS)["name"] == "Make a promise"


def test_nothing_moves_for_those_who_asked_for_that(window: Windows) -> None:
    nobody = Someone(window(), "Nobody")
    nobody.goes("/up")
    lasting = "getComputedStyle(document.querySelector('.button')).transitionDuration"
    assert re.fullmatch(r"(0\.001s(, )?)+", nobody.page.evaluate(lasting))
    nobody.page.emulate_media(reduced_motion="no-preference")
    assert "0.16s" in nobody.page.evaluate(lasting)


def test_what_is_amiss_is_found(window: Windows) -> None:
    """Planted: pale letters, a box too wide, a small button, a stop without a ring, something over it."""
    nobody = Someone(window(), "Nobody")
    nobody.goes("/up")
    nobody.page.evaluate("document.querySelector('h1').style.color = '#ddd'")
    light(nobody.page, "light")
    assert any("color-contrast" in fault for fault in violations(nobody.page))
    nobody.page.evaluate("document.querySelector('h1').style.width = '700px'")
    nobody.page.evaluate(
        "document.querySelector('main button').style.cssText = 'min-height: 0; height: 20px; padding: 0'"
    )
    found = faults(nobody.page)
    assert any("wider than the page" in fault for fault in found)
    assert any("×20" in fault for fault in found)
    nobody.goes("/up")
    nobody.page.evaluate("document.querySelector('#id_username').style.outline = 'none'")
    nobody.page.evaluate("document.querySelector('.head').style.cssText = 'position: fixed; inset: 0; z-index: 9'")
    found = walked(nobody.page, 10)
    assert "no ring around “Name”" in found
    assert "something covers “Name”" in found
