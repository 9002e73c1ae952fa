"""One person alone: pages of their own, promises to themselves, what they were promised, and their own lines."""

import re
from datetime import timedelta

import pytest
import time_machine

from reknit.ledger.models import Event
from tests import cast
from tests.cast import NOON
from tests.rooms.forms_on import send

pytestmark = [pytest.mark.tables, pytest.mark.django_db]
PHRASE = "seven blue lamps over an empty pier"
OWN = ("book", "gut", "stand", "worth", "limits", "care", "people", "handled", "peace")


@pytest.fixture
def anna():
    with time_machine.travel(NOON):
        client = cast.person("Anna").browser()
        begun = client.post("/p/set", {"phrase": PHRASE, "idle": "0", "code": "none"})
        assert begun.status_code == 302
        yield client


def text(client, url: str) -> str:
    return re.sub(r"\s+", " ", client.get(url).content.decode())


@pytest.mark.practice("K2", "K3", "K4", "K7", "K8", "K9", "K10", "K11", "K12", "A11")
@pytest.mark.parametrize("slug", OWN)
def test_each_page_keeps_what_is_written_and_nothing_shared_comes_of_it(anna, slug):
    before = Event.opened.count()
    words = {"name": "Ruth", "about": "Mother.", "first": "Are you up?"} if slug == "people" else {"said": "It was me."}
    url = f"/p/own/{slug}/"
    assert send(anna, url, url, **words).status_code == 302
    page = text(anna, url)
    assert all(word in page for word in words.values())
    assert "<title>Reknit</title>" in page
    assert Event.opened.count() == before


@pytest.mark.practice("K4")
def test_a_page_of_the_notebook_can_be_written_by_a_question(anna):
    page = text(anna, "/p/own/book/")
    assert "If a friend had written this page" in page
    asked = text(anna, "/p/own/book/?by=friend")
    assert 'name="prompt" value="friend"' in asked
    anna.post("/p/own/book/", {"prompt": "friend", "said": "Rest."})
    assert text(anna, "/p/own/book/").count("If a friend had written this page") == 2


@pytest.mark.practice("K2", "K11")
@pytest.mark.parametrize(("slug", "later"), [("gut", {"said": "It was so."}), ("limits", {"hard": "The hour."})])
def test_what_was_noted_is_looked_at_afterwards(anna, slug, later):
    anna.post(f"/p/own/{slug}/", {"said": "He has not told all of it."})
    [note] = set(re.findall(rf"/p/own/{slug}/([0-9a-f-]{{36}})/", text(anna, f"/p/own/{slug}/")))
    assert anna.post(f"/p/own/{slug}/{note}/", later).status_code == 302
    page = text(anna, f"/p/own/{slug}/")
    assert next(iter(later.values())) in page
    assert not re.search(r"right|wrong \d|\d+ of \d+", page.split("What you wrote")[1].split("<footer")[0])


def test_an_empty_page_is_asked_for_a_word_and_a_strange_one_is_not_there(anna):
    assert "This is still empty." in anna.post("/p/own/book/", {"said": ""}).content.decode()
    assert "Write something, or leave it" in anna.post("/p/own/care/", {"said": ""}).content.decode()
    assert anna.get("/p/own/nothing/").status_code == 404
    assert anna.post("/p/own/stand/", {"what": "fault", "said": "x"}).status_code == 422


@pytest.mark.practice("K1", "A12")
def test_a_promise_to_oneself_is_settled_by_ones_own_word_and_drawn(anna):
    made = send(anna, "/p/kept/", "/p/kept/", what="A walk before breakfast.", pattern="daily", day="2026-03-03")
    assert made.status_code == 302
    with time_machine.travel(NOON + timedelta(days=2)):
        page = text(anna, "/p/kept/")
        [root] = set(re.findall(r"/p/kept/([0-9a-f-]{36})/on/", page))
        assert anna.post(f"/p/kept/{root}/on/2026-03-03", {"outcome": "kept"}).status_code == 302
        assert anna.post(f"/p/kept/{root}/on/2026-03-04", {"outcome": "missed"}).status_code == 302
        slipped = text(anna, f"/p/kept/{root}/")
        line = text(anna, "/p/line/")
    assert "Was it too big for now?" in slipped
    assert "every Monday, Wednesday and Friday" in slipped
    assert "What you promised yourself" in line
    assert "Two so far, one kept." in line


@pytest.mark.practice("N2")
def test_what_someone_promised_is_kept_as_one_saw_it_before_anyone_else_is_here(anna):
    begun = anna.post("/begin", {"kind": "couple", "names": "Toby", "start": "hurt"})
    space = begun["Location"].split("/")[2]
    url = f"/p/kept/with/{space}/"
    before = Event.opened.count()
    assert send(anna, url, url, what="Home by seven.", day="2026-03-03").status_code == 302
    with time_machine.travel(NOON + timedelta(days=2)):
        [root] = set(re.findall(rf"{url}([0-9a-f-]{{36}})/on/", text(anna, url)))
        anna.post(f"{url}{root}/on/2026-03-03", {"outcome": "late"})
        line = text(anna, f"/p/line/{space}/")
    assert "What Toby promised you, as you saw it" in line
    assert "One so far, late." in line
    assert Event.opened.count() == before


@pytest.mark.practice("N2", "J1", "I1", "B1")
def test_alone_the_small_things_are_only_mine_from_the_start(anna):
    begun = anna.post("/begin", {"kind": "couple", "names": "Toby", "start": "hurt"})
    base = begun["Location"].split("?")[0]
    base = f"/s/{base.split('/')[2]}/"
    before = Event.opened.count()
    small = send(anna, base, base + "small/new", act="late")
    assert small.status_code == send(anna, base, base + "good/new", what="Soup.").status_code == 302
    assert send(anna, base, base + "how/", safe="3").status_code == 302
    assert Event.opened.count() == before
    assert {"Came late", "Soup."} <= set(re.findall(r"Came late|Soup\.", text(anna, "/p/")))
