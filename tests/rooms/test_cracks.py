"""A small crack from Today to its page, as two people live it."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine

from tests import cast
from tests.cast import NOON
from tests.rooms.forms_on import send

pytestmark = [pytest.mark.tables, pytest.mark.django_db]


@pytest.fixture
def two():
    anna, toby = cast.person("Anna"), cast.person("Toby")
    return anna, toby, f"/s/{cast.space_of(anna, toby)}/"


def quick(client, base: str, **typed: str):
    """The form of Today, sent as it stands with one thing chosen."""
    return send(client, base, base + "small/new", **typed)


@pytest.mark.practice("B1", "B10")
def test_a_crack_is_noted_from_today_with_one_choice(two):
    anna, toby, base = two
    with time_machine.travel(NOON):
        made = quick(anna.browser(), base, act="late")
        assert made.status_code == 302
        page = toby.browser().get(made["Location"]).content.decode()
    assert "Came late" in page
    assert "Anna noted this" in page
    assert "Say what happened" in page


@pytest.mark.practice("B7")
def test_its_doer_is_asked_once_the_same_day_and_may_say_not_now(two):
    anna, toby, base = two
    with time_machine.travel(NOON):
        made = quick(anna.browser(), base, what="The chair at dinner stayed empty.")
        asked = toby.browser().get(base).content.decode()
        assert "You are asked this once." in asked
        assert "The chair at dinner stayed empty." in asked
        assert toby.browser().post(made["Location"] + "later").status_code == 302
        assert "You are asked this once." not in toby.browser().get(base).content.decode()
    with time_machine.travel(NOON + timedelta(days=1)):
        assert "You are asked this once." not in toby.browser().get(base).content.decode()


@pytest.mark.practice("B7", "B9")
def test_what_is_said_since_stands_on_its_page(two):
    anna, toby, base = two
    with time_machine.travel(NOON):
        place = quick(anna.browser(), base, act="brushed")["Location"]
        explained = toby.browser().post(place + "explain", {"said": "I was afraid of where it would go."})
        assert explained.status_code == 302
        assert toby.browser().post(place + "answer", {"answer": "did_not_know"}).status_code == 302
        assert toby.browser().post(place + "helped", {"helped": "yes"}).status_code == 422
        assert anna.browser().post(place + "helped", {"helped": "a_little"}).status_code == 302
        page = anna.browser().get(place).content.decode()
    for said in ("Toby said what happened.", "I was afraid of where it would go.", "Toby says: I did not know."):
        assert said in page
    assert "helped a little" in page


def test_the_same_form_twice_notes_it_once(two):
    anna, toby, base = two
    with time_machine.travel(NOON):
        once = {"client_id": str(uuid4()), "act": "late"}
        first, again = (quick(anna.browser(), base, **once) for _ in range(2))
        history = toby.browser().get(base + "history/").content.decode()
    assert first["Location"] == again["Location"]
    assert history.count("Anna noted something small") == 1


def test_what_was_typed_stays_when_it_cannot_be_saved(two):
    anna, _toby, base = two
    with time_machine.travel(NOON):
        answer = quick(anna.browser(), base, what="لم تأتِ", day="2026-05-01")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "لم تأتِ" in page
    assert "That day has not come yet." in page


def test_with_nothing_said_it_asks_for_a_word(two):
    anna, _toby, base = two
    with time_machine.travel(NOON):
        answer = quick(anna.browser(), base)
    assert answer.status_code == 422
    assert "Say what happened, in a word or two" in answer.content.decode()
