"""What two people do together begins with the questions each reads alone, and nothing of one's own leads past them."""

import re
from uuid import UUID

import pytest

from reknit.content import paths
from reknit.people import preferences
from reknit.practice.path_verbs import KINDS
from tests.cast import Someone
from tests.rooms.path import Walk

pytestmark = [pytest.mark.tables, pytest.mark.django_db]
MAIN = re.compile(r"<main.*?</main>", re.S)
LEADS = re.compile(r'(?:href|action)="([^"]+)"')


def forget_they_were_read(someone: Someone) -> None:
    preferences.change(someone.person, pair=someone.pair, asked="")


@pytest.mark.practice("L4")
def test_each_page_of_a_path_that_two_walk(anna: Someone, toby: Someone, together: UUID) -> None:
    """S-28: for both of them, whichever comes first, by whatever address."""
    walk = Walk(together, {"anna": anna, "toby": toby})
    walk.name("anna", "You were not at work on Thursday.", size="major")
    shared = [*KINDS, "ready", "causes"]
    for who, someone in walk.people.items():
        for page in shared:
            address, browser = walk.url(f"{walk.root}/{page}"), walk.browser(who)
            forget_they_were_read(someone)
            first = browser.get(address)
            if first.status_code == 404:  # not theirs to do
                continue
            assert first.get("Location", "").startswith("/me/first?to="), (who, page)
            browser.post("/me/first", {"to": address})
            assert browser.get(address).get("Location", "")[:9] != "/me/first", (who, page)


@pytest.mark.practice("L4", "K7")
def test_telling_that_one_forgives(anna: Someone, toby: Someone, together: UUID) -> None:
    """S-28, S-31: written for oneself it asks nothing; before it is told, whether one is free not to."""
    browser = anna.browser()
    assert "/me/first" not in browser.get("/p/own/peace/").get("Location", "")
    first = browser.get("/p/own/peace/tell")
    assert first["Location"] == "/me/first?to=%2Fp%2Fown%2Fpeace%2Ftell"
    assert browser.post("/me/first", {"to": "/p/own/peace/tell"})["Location"] == "/p/own/peace/tell"
    assert 'name="said"' in browser.get("/p/own/peace/tell").content.decode()


@pytest.mark.practice("K13", "L4")
def test_a_path_of_ones_own_leads_nowhere_else(anna: Someone, together: UUID) -> None:
    """S-28: nothing on it is done together, so nothing on it can pass the questions by."""
    browser = anna.browser()
    for address in ("/p/path/", *(f"/p/path/{one.id}" for one in paths.pages())):
        found = MAIN.search(browser.get(address).content.decode())
        assert found
        assert [to for to in LEADS.findall(found[0]) if not to.startswith("/p/")] == [], address


@pytest.mark.practice("L4", "B9")
@pytest.mark.parametrize("mine", ["", "?mine"])
def test_fear_and_force_lead_to_oneself_first(anna: Someone, toby: Someone, together: UUID, mine: str) -> None:
    """S-30: for oneself, told all the same, or left; no part to be found in it, and no path for two."""
    walk = Walk(together, {"anna": anna, "toby": toby})
    browser = walk.browser("anna")
    asked = browser.get(walk.url(f"first{mine}")).content.decode()
    assert f"/history/open/other?{mine[1:]}" in asked
    found = MAIN.search(browser.get(walk.url(f"other{mine}")).content.decode())
    assert found
    leads = [to.partition("?")[0] for to in LEADS.findall(found[0])]
    assert leads == ["/p/path/", "/help", walk.url("new"), f"/s/{together}/"]
    assert "your part" not in found[0]
    walk.name("anna", "You held the door shut.", mine=bool(mine), steps="no")
    page = MAIN.search(walk.page("anna"))
    assert page
    assert "Told, without steps" in page[0]
    assert not re.search(r"Your answer|apolog|amends", page[0], re.I)
    for verb in ("ready", "acknowledge", "apologise", "say-back", "link", "amends"):
        assert walk.browser("toby").get(walk.url(f"{walk.root}/{verb}")).status_code in (403, 404), verb
