"""Looking back, and saying aloud what was kept: what the other sees, and what they never do."""

import re
from datetime import timedelta

import pytest
import time_machine

from reknit.ledger.models import Sent
from reknit.shelves import private
from tests.cast import NOON
from tests.rooms.conftest import PHRASE
from tests.rooms.forms_on import send, text

pytestmark = [pytest.mark.tables, pytest.mark.django_db]


def kept(client, space: str, **typed: str) -> None:
    base = f"/s/{space}/"
    assert send(client, base, base + "small/new", shelf="me", **typed).status_code == 302


@pytest.mark.practice("B9")
def test_what_was_kept_is_said_after_a_look_and_not_counted_twice(two):
    anna, toby, space = two
    kept(anna, space, act="late")
    through = text(anna, f"/p/back/{space}/through")
    assert through.index("Say it") < through.index("Keep it") < through.index("Let it go")
    [note] = set(re.findall(r"/p/back/say/([0-9a-f-]{36})/", through))
    look = text(anna, f"/p/back/say/{note}/")
    assert "Anna noted something small that you did:" in look
    assert "Came late" not in text(toby, f"/s/{space}/history/")
    said = anna.post(f"/p/back/say/{note}/", {"do": "say", "what": "You came late on Monday."})
    assert said.status_code == 302
    theirs = text(toby, said["Location"])
    assert "You came late on Monday." in theirs
    assert "kept" not in theirs
    assert "private" not in theirs
    assert "There is nothing you have not gone through." in text(anna, f"/p/back/{space}/through")
    assert text(anna, f"/p/back/{space}/small").count("You came late on Monday.") == 1
    assert anna.get(f"/p/back/say/{note}/").status_code == 404


@pytest.mark.practice("B9", "B10")
def test_the_look_at_something_kept_says_its_day_and_all_that_was_chosen(two):
    """What it is about and what it said go along when it is said, and are on the page the other opens."""
    anna, toby, space = two
    new = f"/s/{space}/small/new"
    typed = {"what": "The chair stayed empty.", "day": "2026-02-26", "facet": "responsiveness", "message": "worth_less"}
    assert send(anna, new, new, shelf="me", **typed).status_code == 302
    [note] = set(re.findall(r"/p/back/say/([0-9a-f-]{36})/", text(anna, f"/p/back/{space}/through")))
    look = text(anna, f"/p/back/say/{note}/")
    for line in ("on Thursday 26 February.", "About: Being there", "What it said to Anna: I am worth less"):
        assert line in look, line
    theirs = text(toby, anna.post(f"/p/back/say/{note}/", {"do": "say", "what": typed["what"]})["Location"])
    for line in ("Thursday 26 February", "About: Being there", "I am worth less"):
        assert line in theirs, line
    good = f"/s/{space}/good/new"
    send(anna, good, good, what="The soup.", builder="inner_world", shelf="me")
    notes = set(re.findall(r"/p/n/([0-9a-f-]{36})/", text(anna, "/p/"))) - {note}
    [kept] = [one for one in notes if "soup" in text(anna, f"/p/n/{one}/")]
    assert "What it said to Anna: What goes on in you matters to me" in text(anna, f"/p/back/say/{kept}/")


@pytest.mark.practice("B9")
@pytest.mark.parametrize("do", ["keep", "go"])
def test_keeping_and_letting_go_tell_nobody(two, do):
    anna, toby, space = two
    kept(anna, space, what="The empty chair.")
    before = text(toby, f"/s/{space}/history/")
    [note] = set(re.findall(r'name="note" value="([^"]+)"', anna.get(f"/p/back/{space}/through").content.decode()))
    assert anna.post(f"/p/back/{space}/through", {"note": note, "do": do}).status_code == 302
    assert "nothing you have not gone through" in text(anna, f"/p/back/{space}/through")
    assert text(toby, f"/s/{space}/history/") == before


@pytest.mark.practice("B4", "A5")
def test_the_same_thing_gathers_from_both_shelves_and_is_told_in_one_note(two):
    anna, toby, space = two
    kept(anna, space, act="late")
    for days, shelf in ((8, "us"), (15, "me")):
        with time_machine.travel(NOON + timedelta(days=days)):
            send(anna, f"/s/{space}/", f"/s/{space}/small/new", shelf=shelf, act="late")
    with time_machine.travel(NOON + timedelta(days=16)):
        page = text(anna, f"/p/back/{space}/small")
        assert "three times in three weeks." in page
        assert "times in" not in text(toby, f"/p/back/{space}/small")
        whose = re.findall(r'name="whose" value="([^"]+)"', page)[0]
        typed = {"whose": whose, "act": "late", "what": "You come late.", "one": "On Monday.", "help": "A call."}
        look = anna.post(f"/p/back/{space}/told", {**typed, "do": "look"})
        assert "This is what they will see" in look.content.decode()
        said = anna.post(f"/p/back/{space}/told", {**typed, "do": "say"})
        theirs = text(toby, said["Location"])
        assert {"You come late.", "On Monday.", "A call."} <= set(
            re.findall(r"You come late\.|On Monday\.|A call\.", theirs)
        )
        assert "three times" not in theirs
        assert toby.post(said["Location"], {"answer": "did_not_know"}).status_code == 302
        assert "Toby says: I did not know." in text(anna, said["Location"])


@pytest.mark.practice("I4", "J2")
def test_good_things_are_read_back_but_never_beside_a_fresh_hurt(two):
    anna, toby, space = two
    whose = re.findall(r'name="whose" value="([^"]+)"', anna.get(f"/s/{space}/good/new").content.decode())[0]
    new = f"/s/{space}/good/new"
    thanked = send(anna, new, new, what="The soup.", whose=whose, thanks="on", builder="inner_world", shelf="us")
    assert thanked.status_code == 302
    assert "Anna thanked you." in text(toby, f"/s/{space}/")
    kept(anna, space, act="late")
    assert "Read back the good things" not in text(anna, f"/p/back/{space}/small")
    with time_machine.travel(NOON + timedelta(days=4)):
        assert "Read back the good things" in text(anna, f"/p/back/{space}/small")
        good = text(anna, f"/p/back/{space}/good")
    assert "The soup." in good
    assert "late" not in good


@pytest.mark.practice("I1", "I3", "B5")
def test_how_i_was_is_read_back_with_feelings_by_name_and_then_and_now(two):
    anna, toby, space = two
    how = f"/s/{space}/how/"
    assert send(anna, how, how, safe="2", feelings=["hope", "doubt"], said="Grey.").status_code == 302
    anna.post("/p/own/worth/", {"said": "Small."})
    anna.post("/p/own/worth/", {"said": "Steadier."})
    page = text(anna, f"/p/back/{space}/how")
    assert "hope, constant doubt" in page
    assert "Grey." in page
    assert page.index("Small.") < page.index("Steadier.")
    assert "Grey." not in text(toby, f"/s/{space}/history/")


def asked_more(anna, space: str) -> bool:
    """Whether saying how one is leads on to the question of how one sees oneself."""
    how = f"/s/{space}/how/"
    answer = send(anna, how, how, safe="3")
    assert answer["Location"] in {f"/s/{space}/", "/p/own/worth/"}
    return answer["Location"] == "/p/own/worth/"


@pytest.mark.practice("I3")
def test_how_one_sees_oneself_is_asked_seldom_and_can_be_left(two):
    """First after two weeks, then six weeks after it was answered, put aside, or merely left alone: then it stays."""
    anna, _toby, space = two
    asked = {}
    for day, then in ((0, ""), (13, ""), (15, ""), (16, "later"), (30, ""), (59, "write"), (80, ""), (102, "")):
        with time_machine.travel(NOON + timedelta(days=day)):
            anna.post("/p/open", {"phrase": PHRASE})
            asked[day] = asked_more(anna, space)
            if then == "later":
                assert "Not now" in text(anna, "/p/own/worth/")
                assert anna.post("/p/own/worth/later").status_code == 302
                assert "Not now" not in text(anna, "/p/own/worth/")
            if then == "write":
                anna.post("/p/own/worth/", {"said": "Steadier."})
    assert asked == {0: False, 13: False, 15: True, 16: True, 30: False, 59: True, 80: False, 102: True}
    with time_machine.travel(NOON + timedelta(days=102)):
        anna.post("/p/close")
        assert not asked_more(anna, space)  # never while it is locked


@pytest.mark.practice("I3")
def test_no_row_says_that_it_was_asked(two):
    """A shared check-in remembers where it led; that is the day, also when one more question came."""
    anna, _toby, space = two
    how = f"/s/{space}/how/"
    send(anna, how, how, safe="3", shelf="me")
    with time_machine.travel(NOON + timedelta(days=20)):
        answer = send(anna, how, how, safe="3", shelf="us")
        assert answer["Location"] == "/p/own/worth/"
        assert {row.result_url for row in Sent.objects.all()} == {f"/s/{space}/"}
        page = text(anna, "/p/own/worth/")
        assert "How do you see yourself these days?" in page
        for word in ("fell", "lower", "worse", "less than"):
            assert word not in page


@pytest.mark.practice("I1")
def test_one_is_asked_once_a_week_on_ones_own_day_and_pausing_is_harmless(two):
    anna, _toby, space = two
    asks = "How are you this week?"
    anna.post(f"/s/{space}/how/day", {"day": "1"})
    for days, expected in ((0, False), (1, True)):
        with time_machine.travel(NOON + timedelta(days=days)):
            assert (asks in text(anna, f"/s/{space}/")) is expected
    with time_machine.travel(NOON + timedelta(days=1)):
        anna.post(f"/s/{space}/how/day", {"later": "1"})
        assert asks not in text(anna, f"/s/{space}/")
    with time_machine.travel(NOON + timedelta(days=8)):
        assert asks in text(anna, f"/s/{space}/")
        anna.post(f"/s/{space}/how/day", {"day": "7"})
        assert asks not in text(anna, f"/s/{space}/")


@pytest.mark.practice("A11", "K7")
def test_forgiving_is_told_only_by_its_owner_with_what_it_is_not(two):
    anna, toby, space = two
    anna.post("/me/first", {"to": "/"})
    page = anna.get("/p/own/peace/tell").content.decode()
    [whom] = re.findall(r'name="whom" value="([^"]+)"', page)
    look = anna.post("/p/own/peace/tell", {"whom": whom, "said": "I wish you no harm.", "do": "look"})
    assert "This is what they will see" in look.content.decode()
    assert "no harm" not in text(toby, f"/s/{space}/history/")
    assert anna.post("/p/own/peace/tell", {"whom": whom, "said": "I wish you no harm.", "do": "say"}).status_code == 302
    theirs = text(toby, f"/s/{space}/history/")
    assert "Anna told you that they forgive. This is not yet trust, nor staying." in theirs


def test_what_is_private_by_its_kind_is_in_no_history(two):
    from reknit.ledger import codec
    from reknit.practice import facts_private

    with pytest.raises(Exception, match="Invalid value"):
        codec.facts_text(facts_private.HandledWritten())
    assert private.FOLDED
