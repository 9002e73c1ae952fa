"""How it can end, in every kind of space: repaired, with another place in one's life, or left. And what it said."""

import re

import pytest
import time_machine

from reknit.content import daily as content
from reknit.rooms.belonging import acts as belonging
from tests import cast
from tests.cast import NOON, Someone
from tests.rooms.forms_on import send
from tests.rooms.path import Walk

pytestmark = [pytest.mark.tables, pytest.mark.django_db]
KINDS = ("couple", "family", "friends", "colleagues")


def walked(kind: str) -> Walk:
    """As far as being owned, with a boundary that was kept."""
    people = {"anna": cast.person("Anna"), "toby": cast.person("Toby")}
    walk = Walk(cast.space_of(*people.values(), kind=kind), people)
    walk.name("anna", "You told it at the table.")
    walk.say("toby", "acknowledge", said="I told it. It was yours.")
    walk.say("anna", "boundary", said="Ask me first.", answer="told")
    return walk


@pytest.mark.practice("N3", "A6", "C4")
@pytest.mark.parametrize("kind", KINDS)
def test_it_can_be_repaired(kind: str, noon: time_machine.Traveller) -> None:
    walk = walked(kind)
    line = walk.which("toby", "understand")
    walk.say("toby", "understand", which=line, said="I ask you.")
    assert "So far there are words" in walk.refused("anna", "change", answer="seen")
    walk.say("anna", "kept", which=line)
    walk.say("anna", "change", answer="seen")
    walk.say("anna", "close", answer="repaired", said="It holds.")
    for who in ("anna", "toby"):
        assert "It holds." in walk.page(who)
        assert "Nothing is open." in walk.browser(who).get(walk.url()).content.decode()
        closed = walk.browser(who).get(f"/s/{walk.space}/history/?kind=closed").content.decode()
        assert f"open/{walk.root}/" in closed


@pytest.mark.practice("N3", "A6")
@pytest.mark.parametrize("kind", KINDS)
def test_it_can_be_given_another_place(kind: str, noon: time_machine.Traveller) -> None:
    walk = walked(kind)
    walk.say("anna", "unrely", said="Not for what I tell in confidence.")
    walk.say("anna", "close", answer="set_down", said="We still have lunch.")
    page = walk.page("toby")
    assert "Not for what I tell in confidence." in page
    assert "no longer relies on you for something" in page
    assert "Set down" in page


@pytest.mark.practice("N3", "L11")
@pytest.mark.parametrize("kind", KINDS)
def test_it_can_be_left(kind: str, noon: time_machine.Traveller) -> None:
    walk = walked(kind)
    anna: Someone = walk.people["anna"]
    belonging.part(anna.here(walk.space))
    assert walk.browser("anna").get(walk.url()).status_code == 404
    page = walk.page("toby")
    assert "You told it at the table." in page
    assert "Anna is no longer in this space. What was said stays here for you to read." in page
    today = walk.browser("toby").get(f"/s/{walk.space}/").content.decode()
    assert "Do this" not in page + today
    assert "Say what you did" not in page


@pytest.mark.practice("F11")
def test_i_do_not_know_yet_is_an_answer_and_is_not_asked_for_again(noon: time_machine.Traveller) -> None:
    walk = walked("friends")
    for who in ("anna", "toby"):
        walk.ready(who)
    walk.say("toby", "understand", which=walk.which("toby", "understand"), said="I ask you.")
    assert "said back your boundary" in walk.page("anna")
    walk.say("anna", "ask", said="Who else was there?", answer="writing", day="2026-03-08", hour="19:00")
    page = walk.page("toby")
    assert "Sunday 8 March at 19:00" in page
    assert "Do this" in page
    walk.say("toby", "answer", which=walk.which("toby", "answer"), answer="not_known_yet")
    assert "Answer what was asked" not in walk.page("toby")
    walk.say("toby", "answer", which=walk.which("toby", "answer"), answer="said", said="My sister.")
    assert walk.page("anna").count("Who else was there?") > 1  # beside the answer, too


@pytest.mark.practice("A2")
def test_what_an_act_said_is_told_in_ones_own_words(noon: time_machine.Traveller) -> None:
    """All six ways to hear a breach and all seven to hear something good are offered, and read by the other."""
    walk = walked("couple")
    for who in ("anna", "toby"):
        walk.ready(who)
    telling, good = walk.page("anna", "tell"), walk.browser("anna").get(f"/s/{walk.space}/good/new").content.decode()
    for page, which, how_many in ((telling, "message", 6), (good, "builder", 7)):
        labels = content.meanings(which)
        assert len(labels) == how_many
        assert all(f'value="{name}"' in page for name in labels)
    walk.say(
        "anna", "tell", said="I cannot sleep.", several=["worth_less"], stood="All my stories.", reminded="School."
    )
    page = walk.page("toby")
    assert all(words in page for words in ("I am worth less", "I cannot sleep.", "All my stories.", "School."))
    whose = walk.people["anna"].here(walk.space).others[0].id
    url = f"/s/{walk.space}/good/new"
    given = {"what": "You asked first.", "whose": whose, "builder": "inner_world", "shelf": "us"}
    assert send(walk.browser("anna"), url, url, **given).status_code == 302
    page = walk.browser("toby").get(f"/s/{walk.space}/good/").content.decode()
    assert "What goes on in you matters to me" in page


@pytest.mark.practice("C9")
def test_trust_in_oneself_is_rebuilt_from_just_me(noon: time_machine.Traveller) -> None:
    """From one page: a promise to oneself, what the gut said, being kind to oneself, the notebook; nobody else's."""
    anna = cast.person("Anna").browser(NOON)
    assert (
        anna.post("/p/set", {"phrase": "seven blue lamps over a pier", "idle": "0", "code": "none"}).status_code == 302
    )
    found = anna.get("/p/").content.decode()
    assert all(f'href="{url}"' in found for url in ("/p/kept/", "/p/own/gut/", "/p/own/care/", "/p/own/book/"))
    made = send(anna, "/p/kept/", "/p/kept/", what="A walk before breakfast.", pattern="daily", day="2026-03-03")
    assert made.status_code == 302
    for slug in ("gut", "care", "book"):
        url = f"/p/own/{slug}/"
        assert send(anna, url, url, said="It was not mine to mend.").status_code == 302
        assert "It was not mine to mend." in re.sub(r"\s+", " ", anna.get(url).content.decode())
