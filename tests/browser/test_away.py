"""The way out in a real browser: by the button, by keys, without script; what the way back shows; where it stands."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Windows
from tests.browser.looking import letters, size
from tests.browser.someone import Someone
from tests.browser.test_private import HARD, KEPT, NOTHING, alone

AWAY = re.compile("^http://localhost:")
BUTTON = """() => {
  const { left, right, top, bottom, width, height } = document.querySelector('[data-away]').getBoundingClientRect();
  const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return { place: [Math.round(innerWidth - right), Math.round(top)], large: width >= 44 && height >= 44,
           inside: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight,
           open: over?.matches('[data-away]') ?? false };
}"""

AT_ONCE = """() => {
  const over = () => document.elementFromPoint(innerWidth / 2, innerHeight / 2).className;
  document.querySelector('[data-away]').click();
  const blank = over();
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
  return [blank, over() === 'blank'];
}"""


def leaving(window: Windows, name: str, **wanted: object) -> Someone:
    """Someone with something written and a page of it open, who is about to go."""
    mia = alone(window, name, **wanted)
    mia.window.expected += ["another origin: http://localhost:"]
    mia.quick(HARD)
    mia.goes("./history/")
    mia.reads(HARD)
    return mia


def is_away(mia: Someone) -> None:
    """The other site is open; no way back shows what was there."""
    expect(mia.page).to_have_url(AWAY)
    for _ in range(3):
        mia.page.go_back()
        if mia.page.url.startswith("about:"):
            break
        expect(mia.page.get_by_role("heading", level=1)).to_have_text("Sign in")
        expect(mia.page.get_by_text(HARD)).to_have_count(0)
    mia.goes("/in")
    assert mia.page.evaluate(KEPT) == NOTHING


@pytest.mark.practice("L4")
@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_the_button_leads_away_and_no_way_back_shows_anything(window: Windows, javascript: bool) -> None:
    mia = leaving(window, f"Mia Away {javascript}", javascript=javascript)
    mia.page.get_by_role("link", name="Quick exit").click()
    is_away(mia)


@pytest.mark.practice("L4")
def test_shift_alone_three_times_leads_away(window: Windows) -> None:
    """Not with another key between, not as part of a capital letter, not too slowly."""
    mia = leaving(window, "Mia Keys")
    mia.goes("./promises/new")
    mia.writes("What do you promise?", "")
    keys, aloud = mia.page.keyboard, mia.page.locator("#aloud")
    mia.main.get_by_role("textbox", name="What do you promise?").focus()
    for pressed in ("Shift", "Shift", "a", "Shift", "Shift+B", "Shift+C", "Shift+D", "Control+Shift", "Shift", "Shift"):
        keys.press(pressed)
    expect(mia.main.get_by_role("textbox", name="What do you promise?")).to_have_value("aBCD")
    expect(aloud).to_have_text("Shift once more leaves this page.")
    mia.page.wait_for_timeout(5100)
    keys.press("Shift")
    keys.press("Shift")
    expect(mia.page).to_have_url(re.compile("/promises/new"))
    keys.press("Shift")
    is_away(mia)


@pytest.mark.practice("L4")
def test_the_page_is_blank_before_anything_else(window: Windows) -> None:
    """Before the browser has so much as asked for the other site; and if it comes back, the page stands again."""
    mia = leaving(window, "Mia Blank")
    mia.page.keyboard.press("Tab")
    mia.page.keyboard.press("Tab")
    expect(mia.page.get_by_role("link", name="Quick exit")).to_be_focused()
    assert mia.page.evaluate(AT_ONCE) == ["blank", False]
    expect(mia.page).to_have_url(AWAY)


def placed(page: Page) -> dict[str, object]:
    found: dict[str, object] = page.evaluate(BUTTON)
    return found


@pytest.mark.practice("L4")
def test_it_stands_in_the_same_place_and_nothing_covers_it(window: Windows) -> None:
    mia = alone(window, "Mia Place")
    mia.quick(HARD)
    for width, percent in ((320, 100), (390, 200), (1280, 100)):
        size(mia.page, width)
        letters(mia.page, percent)
        places = []
        for path in ("./", "./promises/new", "./history/", "/me", "/me/away"):
            mia.goes(path)
            mia.page.evaluate("scrollTo(0, document.body.scrollHeight)")
            found = placed(mia.page)
            places.append(found.pop("place"))
            assert found == {"large": True, "inside": True, "open": True}, (width, path)
            covers = mia.page.evaluate(
                "scrollTo(0, 0), document.querySelector('.mark').getBoundingClientRect().right"
                " > document.querySelector('[data-away]').getBoundingClientRect().left"
                " && document.querySelector('.mark').getBoundingClientRect().top"
                " < document.querySelector('[data-away]').getBoundingClientRect().bottom"
            )
            assert not covers, (width, path)
        assert len({tuple(place) for place in places}) == 1, (width, places)  # type: ignore[call-overload]
    size(mia.page, 320)
    mia.page.set_viewport_size({"width": 320, "height": 256})  # 1280 at 400 %
    letters(mia.page, 100)
    mia.goes("./")
    assert placed(mia.page)["inside"]
