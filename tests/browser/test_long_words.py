"""An account of many pages leaves the way to one's own steps short; it opens without script, and prints whole."""

import re

import pytest

from tests.browser.conftest import Windows
from tests.browser.looking import looked
from tests.browser.someone import Someone, together
from tests.browser.watching import PHONE

LONG = "\n\n".join(
    f"On the {day}th evening I waited at the window until the last tram had gone." for day in range(1, 60)
)


@pytest.mark.practice("B8")
@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_long_words_are_folded_until_opened(window: Windows, javascript: bool) -> None:
    which = "First" if javascript else "Second"
    anna, toby = (
        Someone(window(width=PHONE, javascript=javascript), f"{name} Window {which}") for name in ("Anna", "Toby")
    )
    together(anna, toby)
    other = re.search(
        r'name="other" value="([^"]+)"', anna.window.context.request.get(anna.space + "history/open/new").text()
    )
    assert other
    anna.sends("./history/open/new", what=LONG, other=other[1], choice="share")
    toby.turns_to("What happened")
    toby.follows(re.compile("window"), toby.main)
    own = toby.main.get_by_role("heading", name="The path", exact=True)
    box = own.bounding_box()
    assert box
    assert box["y"] < 4 * 844
    text = toby.main.locator(".long > .words__text").first
    folded = text.bounding_box()
    toby.main.locator("summary", has_text="Read all of it").first.click()
    opened = text.bounding_box()
    assert folded
    assert opened
    assert opened["height"] > 3 * folded["height"]
    toby.main.locator("summary", has_text="Fold it again").first.click()
    toby.page.emulate_media(media="print")
    printed = text.bounding_box()
    assert printed
    assert printed["height"] > 3 * folded["height"]
    toby.page.emulate_media(media="screen")
    if javascript:
        assert looked(toby) == []
