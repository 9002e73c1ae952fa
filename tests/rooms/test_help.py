"""The page of help: the same bytes for everyone, open to all, linked from everywhere in the same place."""

import pytest
from django.template.loader import render_to_string
from django.test import Client

from tests import cast
from tests.cast import Someone

pytestmark = [pytest.mark.tables, pytest.mark.django_db]
LINK = '<footer class="foot"><a href="/help">Help</a>'
SECTIONS = (
    "Fear",
    "Force",
    "Being followed or watched",
    "Money",
    "Being cut off",
    "Children",
    "What you do yourself",
    "Not wanting to live",
)


@pytest.mark.practice("L4")
def test_everyone_gets_the_same_bytes_and_no_cookie(anna: Someone, toby: Someone) -> None:
    cast.space_of(anna, toby)
    browsers = [Client(), anna.browser(), toby.browser(), Client(headers={"user-agent": "another"})]
    browsers[0].get("/in")  # which leaves a cookie for its form
    answers = [browser.get("/help", {"from": "anywhere"}) for browser in browsers for _ in range(2)]
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1
    assert [answer.cookies for answer in answers if answer.cookies] == []
    assert len({tuple(sorted(answer.headers.items())) for answer in answers}) == 1


@pytest.mark.practice("L4")
def test_it_speaks_of_all_that_it_may_be_about(client: Client) -> None:
    page = client.get("/help").content.decode()
    assert [section for section in SECTIONS if f">{section}</h3>" not in page] == []
    assert page.count("<summary>") == 30
    for part in (
        "<title>Reknit</title>",
        'href="tel:999"',
        'href="tel:18007997233"',
        "Calls may show in the call list and on bills",
        "For men.",
        "For whoever worries about what they do themselves.",
        "findahelpline.com",
        "lila.help",
        "Not yet checked by a person; noted in November 2026.",
        'href="/x"',
    ):
        assert part in page, part


@pytest.mark.practice("L4")
def test_it_asks_for_nothing_once_it_is_there(client: Client) -> None:
    """No form, no fragment, no picture: a country unfolds on the page itself."""
    page = client.get("/help").content.decode()
    assert [part for part in ("<form", "hx-get", "hx-post", "<img", "<iframe", "<input") if part in page] == []


@pytest.mark.practice("L4")
def test_it_is_linked_in_the_same_place_on_every_page(anna: Someone) -> None:
    space, signed_in = cast.space_of(anna, cast.person("Toby")), anna.browser()
    pages = {url: signed_in.get(url) for url in (f"/s/{space}/", f"/s/{space}/history/", "/me", "/begin", "/me/away")}
    pages |= {url: Client().get(url) for url in ("/", "/in", "/up", "/j", "/help", "/nowhere", "/in/code")}
    assert {url: page.content.decode().count(LINK) for url, page in pages.items()} == dict.fromkeys(pages, 1)
    assert LINK in render_to_string("500.html")
