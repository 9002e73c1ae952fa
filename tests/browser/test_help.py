"""The page of help in a real browser, with and without script: small, offline, by keys; and the few questions."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Windows
from tests.browser.looking import faults
from tests.browser.someone import Someone
from tests.browser.test_private import KEPT, NOTHING, alone


@pytest.mark.practice("L4")
@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_a_number_is_two_taps_away_and_asks_the_server_nothing(window: Windows, javascript: bool) -> None:
    guest = Someone(window(width=320, javascript=javascript), "Guest")
    guest.goes("/")
    guest.follows("Help")
    guest.reads("For you, for the other person, or for someone you know.", "Not wanting to live")
    guest.window.context.set_offline(True)
    guest.follows("Numbers by country")
    guest.unfolds("Ireland")
    number = guest.main.get_by_role("link", name="1800 341 900")
    expect(number).to_be_visible()
    expect(number).to_have_attribute("href", "tel:1800341900")
    assert guest.window.context.cookies() == [
        one for one in guest.window.context.cookies() if one["name"] == "csrf"
    ]  # from the cover's form, not from here
    guest.window.context.set_offline(False)
    if javascript:
        assert guest.page.evaluate(KEPT) == NOTHING
        assert faults(guest.page) == []


@pytest.mark.practice("L4")
def test_a_tick_is_answered_on_the_page_and_sent_nowhere(window: Windows) -> None:
    mia = alone(window, "Mia Few")
    asked: list[str] = []
    mia.goes("/me/first?to=/me")
    assert faults(mia.page) == []
    mia.goes("/me/first?to=/me")
    mia.page.on("request", lambda request: asked.append(f"{request.method} {request.url} {request.post_data}"))
    so = mia.main.get_by_text("You do not have to do this.")
    expect(so).to_be_hidden()
    mia.chooses("I am afraid of how they react.", "I am not free to say no.")
    expect(so).to_be_visible()
    assert [one for one in asked if "/static/" not in one] == []
    mia.presses("Go on")
    expect(mia.page).to_have_url(mia.window.url + "/me")
    [form] = [one for one in asked if one.startswith("POST")]
    assert form.rpartition(" ")[2].split("&")[1:] == ["to=%2Fme"]
    mia.goes("/me/first?to=/me")
    expect(mia.main.get_by_role("checkbox", checked=True)).to_have_count(0)
