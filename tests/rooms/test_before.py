"""The few questions before a thing done together: when they come, that they block nothing, and that nothing is kept."""

from datetime import timedelta
from itertools import product
from urllib.parse import quote

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from reknit.people import preferences
from reknit.rooms.before import questions_first
from reknit.rooms.care.views import QUESTIONS
from tests.cast import NOON, Someone
from tests.house.answers import plain
from tests.house.world import digest

pytestmark = [pytest.mark.tables, pytest.mark.django_db]


@questions_first
def together(request: object, word: str) -> HttpResponse:
    """A page of something two people do together."""
    return HttpResponse(word)


def opens(someone: Someone, *, method: str = "GET", days: int = 0) -> HttpResponse:
    request = getattr(RequestFactory(), method.lower())("/s/x/apology?step=2")
    request.viewer = someone.viewer(NOON + timedelta(days=days))
    return together(request, word="here")


@pytest.mark.practice("L4")
def test_it_comes_before_the_first_and_every_ninety_days(anna: Someone, toby: Someone) -> None:
    before = opens(anna)
    assert before["Location"] == f"/me/first?to={quote('/s/x/apology?step=2', safe='')}"
    preferences.change(anna.person, pair=anna.pair, asked=NOON.date().isoformat())
    assert [opens(anna, days=days).status_code for days in (0, 89, 90)] == [200, 200, 302]
    assert opens(toby).status_code == 302  # each by themselves


def test_it_holds_up_no_form(anna: Someone) -> None:
    assert opens(anna, method="POST").content == b"here"


@pytest.mark.practice("L4")
def test_going_on_is_all_that_is_kept_the_same_for_everyone(anna: Someone, toby: Someone) -> None:
    """Whoever forges answers into the form, or skips it, is stored alike."""
    kept = []
    for someone, answers in ((anna, {}), (toby, {"q": ["1", "2"], "fear": "on"})):
        answer = someone.browser().post("/me/first", {"to": "/me", **answers})
        assert answer["Location"] == "/me"
        kept.append(preferences.read(someone.person, pair=someone.pair))
    assert kept[0] == kept[1]
    assert kept[0].asked


@pytest.mark.practice("L4")
def test_the_page_is_the_same_bytes_and_leaves_the_tables_as_they_were(anna: Someone) -> None:
    """For every way to answer, sent by whatever means: the same page, and not a row has changed."""
    client = anna.browser()
    before, pages = digest(), set()
    for given in product("01", repeat=len(QUESTIONS)):
        page = client.get("/me/first", {"q": given, "to": "/me"})
        pages.add(plain(page)[1])
    assert len(pages) == 1
    assert digest() == before


def test_the_boxes_have_no_name_to_be_sent_under(anna: Someone) -> None:
    page = anna.browser().get("/me/first").content.decode()
    assert page.count('<input type="checkbox" autocomplete="off">') == len(QUESTIONS)
    assert page.count('type="checkbox"') == len(QUESTIONS)


@pytest.mark.parametrize("to", ["https://elsewhere.example/", "//elsewhere.example", "javascript:x", ""])
def test_it_leads_on_to_our_own_pages_only(anna: Someone, to: str) -> None:
    assert anna.browser().post("/me/first", {"to": to})["Location"] == "/home"


def test_it_is_for_the_signed_in(client: Client) -> None:
    assert client.get("/me/first")["Location"].startswith("/in")


@pytest.mark.practice("L4")
def test_fewer_suggestions_is_a_plain_preference(anna: Someone) -> None:
    client = anna.browser()
    for sent, kept in (({"fewer": "on"}, True), ({}, False)):
        assert client.post("/me/fewer", sent)["Location"] == "/me"
        assert preferences.read(anna.person, pair=anna.pair).fewer is kept
    assert "Fewer suggestions" in client.get("/me").content.decode()
