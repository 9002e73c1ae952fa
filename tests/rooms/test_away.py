"""The way out: what it ends, what it sends, who can and cannot set it off, and what is told about it first."""

from typing import Any

import pytest
from django.conf import settings as live
from django.contrib.sessions.models import Session
from django.http import HttpResponse
from django.test import Client

from reknit.people import preferences
from reknit.people.models import OpenKey
from tests import cast
from tests.cast import Someone

pytestmark = [pytest.mark.tables, pytest.mark.django_db]
GONE = {"Sec-Fetch-Dest": "document", "Sec-Fetch-Mode": "navigate"}
HERE, BY_HAND, FROM_ELSEWHERE = ({**GONE, "Sec-Fetch-Site": site} for site in ("same-origin", "none", "cross-site"))


def rows() -> tuple[int, int]:
    return OpenKey.objects.count(), Session.objects.count()


@pytest.mark.practice("L4")
@pytest.mark.parametrize("sent", [HERE, BY_HAND, {}], ids=["from a page", "by hand", "an old browser"])
def test_whoever_leaves_is_signed_out_here_and_elsewhere_nothing_changes(anna: Someone, sent: dict[str, str]) -> None:
    client, other = anna.browser(), anna.browser()
    before = client.cookies[live.SESSION_COOKIE_NAME].value
    response: HttpResponse = client.get("/x", headers=sent)
    assert (response.status_code, response["Location"]) == (303, live.AWAY)
    assert response["Clear-Site-Data"] == '"cache", "storage"'
    assert (response["Cache-Control"], response["Referrer-Policy"]) == ("no-store", "no-referrer")
    assert response.cookies[live.KEY_COOKIE_NAME].value == ""
    assert response.cookies[live.SESSION_COOKIE_NAME].value != before
    assert rows() == (1, 1)
    assert client.get("/home")["Location"].startswith("/in")
    assert other.get("/me").status_code == 200


def test_a_stolen_cookie_opens_nothing_any_more(anna: Someone) -> None:
    client, thief = anna.browser(), Client()
    thief.cookies.load({name: morsel.value for name, morsel in client.cookies.items()})
    assert thief.get("/me").status_code == 200
    client.get("/x", headers=HERE)
    assert thief.get("/me").status_code == 302


NOT_SOMEONE: dict[str, dict[str, str]] = {
    "a link on another site": FROM_ELSEWHERE,
    "a picture": {"Sec-Fetch-Dest": "image", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Site": "same-origin"},
    "a frame": {**HERE, "Sec-Fetch-Dest": "iframe"},
    "a script": {**HERE, "Sec-Fetch-Dest": "empty", "Sec-Fetch-Mode": "cors"},
    "a guess of the browser": {**HERE, "Sec-Purpose": "prefetch;prerender"},
}


@pytest.mark.parametrize("how", NOT_SOMEONE)
def test_nobody_is_signed_out_by(anna: Someone, how: str) -> None:
    client = anna.browser()
    response = client.get("/x", headers=NOT_SOMEONE[how])
    assert not response.has_header("Clear-Site-Data")
    assert not response.cookies
    assert client.head("/x").status_code == 303
    assert client.get("/me").status_code == 200


def test_where_away_is_can_be_set(client: Client, settings: Any) -> None:
    settings.AWAY = "https://weather.example/today"
    assert client.get("/x", headers=BY_HAND)["Location"] == "https://weather.example/today"


@pytest.mark.practice("L4")
def test_the_button_stands_first_on_every_page_of_the_signed_in(anna: Someone, toby: Someone) -> None:
    """The way out of the page; and, at its foot, the way to sign out."""
    client = anna.browser()
    space = cast.space_of(anna, toby)
    button = 'href="/x" rel="nofollow noopener noreferrer"'
    for url in (f"/s/{space}/", f"/s/{space}/promises/", "/me", "/begin", "/nowhere", "/out"):
        page = client.get(url).content.decode()
        assert page.count(button) == 1, url
        assert page.index(button) < page.index('class="book'), url
        assert page.count('action="/out"') >= 1, url
    assert button not in Client().get("/in").content.decode()


@pytest.mark.practice("L4")
def test_it_is_explained_once_before_the_first_page(anna: Someone) -> None:
    client = anna.browser()
    assert client.get("/home")["Location"] == "/me/away"
    told = client.get("/me/away").content.decode()
    for part in (
        "bbc.co.uk",
        "history may still show",
        "a program that watches",
        "not saved is lost",
        "stay signed in",
    ):
        assert part in told
    assert client.get("/home")["Location"] == "/me/away"  # to look at it is not to have read it
    assert client.post("/me/away")["Location"] == "/home"
    assert client.get("/home")["Location"] == "/begin"
    assert preferences.read(anna.person, pair=anna.pair).away
