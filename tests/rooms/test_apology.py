"""Apology, amends and motive, through the pages: Toby lied, Anna was hurt."""

import re
from typing import Any
from uuid import UUID, uuid4

import pytest
import time_machine
from django.http import HttpResponse

from reknit.rooms.promises import acts as promises
from reknit.shelves import shelf
from tests import cast
from tests.cast import Someone
from tests.rooms.path import FIELD, Walk

pytestmark = pytest.mark.tables
PHRASE = "seven blue lamps over an empty pier"
LETTER = {
    "said": "I told you on Thursday that I was at work.", "effect": "You cooked and waited.",
    "repair": "I tell your sister by Sunday.", "differently": "I ring by six when it gets late.", "how": "written",
}  # fmt: skip


@pytest.fixture
def walk(anna: Someone, toby: Someone, together: UUID, noon: time_machine.Traveller) -> Walk:
    found = Walk(together, {"anna": anna, "toby": toby})
    found.name("anna", "You were not at work on Thursday.", size="major")
    return found


def write(walk: Walk, choice: str, **data: Any) -> HttpResponse:
    """Toby sends the page he writes on."""
    shown = FIELD.search(walk.page("toby", "apologise"))
    assert shown
    given = {"client_id": str(uuid4()), "seen_line": shown[1], **LETTER, **data, "choice": choice}
    return walk.browser("toby").post(walk.url(f"{walk.root}/apologise"), given)


def give(walk: Walk, **data: Any) -> str:
    """He looks at it, and gives it; its address."""
    looked = write(walk, "look", **data)
    assert looked.status_code == 200, looked.content.decode()
    sent = write(walk, "give", **data)
    assert sent.status_code == 302, re.findall(r"fault[^>]*>([^<]*)", sent.content.decode())
    return re.findall(r"/apology/([0-9a-f-]{36})", walk.page("anna"))[-1]


def answer(walk: Walk, apology: str, **data: Any) -> HttpResponse:
    """Anna answers on the page she reads."""
    shown = FIELD.search(walk.page("anna", f"apology/{apology}"))
    assert shown
    given = {"client_id": str(uuid4()), "seen_line": shown[1], **data}
    return walk.browser("anna").post(walk.url(f"{walk.root}/apology/{apology}"), given)


def bare(page: str) -> str:
    """A page without what is new each time it is drawn."""
    return re.sub(r'(csrfmiddlewaretoken" value|client_id" value|CSRFToken)"?[=:] ?"[^"]*"', "", page)


@pytest.mark.practice("D1", "D2", "D4")
def test_it_waits_unopened_and_opening_it_tells_nobody(walk: Walk) -> None:
    apology = give(walk, asks="on")
    walk.page("toby")
    page = walk.page("anna")
    assert "Open it, if and when you want to" in page
    assert LETTER["said"] not in page
    before = [bare(walk.page("toby", rest)) for rest in ("", f"apology/{apology}", "apologise")]
    history = walk.browser("anna").get(f"/s/{walk.space}/history/").content.decode()
    assert history.index("Open it, if and when you want to") < history.index(LETTER["said"])
    letter = walk.page("anna", f"apology/{apology}")
    assert "\n\n".join(LETTER[name] for name in ("said", "effect", "repair", "differently")) in letter
    assert "asks: what would help?" in letter
    assert [bare(walk.page("toby", rest)) for rest in ("", f"apology/{apology}", "apologise")] == before
    assert "Today" in walk.browser("anna").get(f"/s/{walk.space}/").content.decode()
    assert "apology" not in walk.browser("anna").get(f"/s/{walk.space}/").content.decode().lower()


@pytest.mark.practice("D4", "C6")
@pytest.mark.parametrize("said", ["not_ready", "need", "not_this", "received", "no_more"])
def test_five_answers_and_none_of_them_is_the_first(walk: Walk, said: str) -> None:
    apology = give(walk)
    assert not re.search(r'name="answer"[^>]*checked', walk.page("anna", f"apology/{apology}"))
    wish = {"said": "That your mother knows."} if said == "need" else {}
    assert answer(walk, apology, answer=said, parts=["did", "repair"], **wish).status_code == 302
    found = shelf.state(walk.people["toby"].here(walk.space)).repair.breaches[walk.root]
    given = found.apologies[apology]
    assert given.answer
    assert (given.answer.how, given.parts) == (said, ("did", "repair"))
    assert "What was done" in walk.page("toby")
    assert (found.closed, found.change, found.heard) == (None, None, None)
    again = write(walk, "give", understood="That you had told nobody.")
    assert (again.status_code == 302) == (said != "no_more")
    if wish:
        assert "That your mother knows." in walk.page("toby", "amends")
        assert "only in your own words" in walk.page("toby", "amends")


@pytest.mark.practice("C6")
def test_no_more_for_now_leaves_a_page_for_oneself(walk: Walk) -> None:
    walk.say("anna", "no-more")
    page = walk.page("toby", "apologise")
    assert "wants no more apologies for now" in page
    assert "See how it would be read" not in page
    assert "One for yourself" in walk.page("toby")
    assert write(walk, "give").status_code == 422
    walk.say("anna", "lift")
    give(walk)


@pytest.mark.practice("C6", "D1")
def test_another_one_shows_what_is_new(walk: Walk, noon: time_machine.Traveller) -> None:
    give(walk)
    refused = write(walk, "look").content.decode()
    assert "You have said this." in refused
    assert LETTER["effect"] in refused
    walk.say("toby", "acknowledge", said="I lied.")
    toby, anna = walk.people["toby"], walk.people["anna"]
    root = cast.promise(toby.here(walk.space), what="I ring by six.", day="2026-03-03")
    walk.say("toby", "link", which=root)
    assert "You have said this." in write(walk, "look").content.decode()
    later = cast.NOON.replace(day=3, hour=20)
    promises.say(toby.here(walk.space, later), promise=root, due="2026-03-03", outcome="kept")
    promises.answer(anna.here(walk.space, later), promise=root, due="2026-03-03", answer="yes")
    noon.move_to(later)
    apology = give(walk)
    page = walk.page("anna", f"apology/{apology}")
    assert "What stands behind it" in page
    assert "I ring by six." in page
    assert "One so far, kept" in page


@pytest.mark.practice("D3")
def test_words_are_looked_at_and_nothing_is_saved(walk: Walk) -> None:
    walk.page("anna")
    before = walk.page("anna")
    shown = FIELD.search(walk.page("toby", "apologise"))
    assert shown
    faulty = {**LETTER, "said": "I am sorry if you felt hurt, but you never listen.", "look": "words"}
    looked = walk.browser("toby").post(walk.url(f"{walk.root}/apologise"), faulty).content.decode()
    assert "<mark>if you felt hurt</mark>" in looked
    assert LETTER["effect"] in looked
    assert bare(walk.page("anna")) == bare(before)


@pytest.mark.practice("D6")
def test_one_for_oneself_may_stay_unsent_and_be_taken_up_again(walk: Walk) -> None:
    walk.say("anna", "no-more")
    walk.page("anna")
    before = bare(walk.page("anna"))
    toby = walk.browser("toby")
    assert toby.post("/p/set", {"phrase": PHRASE, "idle": "0", "code": "none"}).status_code == 302
    assert "Write something" in write(walk, "keep", **dict.fromkeys(LETTER, "")).content.decode()
    assert write(walk, "keep", asks="on").status_code == 302
    page = walk.page("toby", "apologise")
    [note] = re.findall(r'name="kept" value="([^"]+)"', page)
    assert "I told you on Thursday" in toby.get("/p/").content.decode()
    taken = write(walk, "change", kept=note, said="I told you I was at work.").content.decode()
    assert f'name="kept" value="{note}"' in taken
    assert write(walk, "keep", kept=note, said="I told you for weeks.").status_code == 302
    page = walk.page("toby", "apologise")
    assert re.findall(r'name="kept" value="([^"]+)"', page) == [note]
    assert "I told you for weeks." in page
    assert bare(walk.page("anna")) == before
    walk.say("anna", "lift")
    give(walk, kept=note, said="I told you for weeks.")
    assert 'name="kept" value="' + note not in walk.page("toby", "apologise")


@pytest.mark.practice("D6")
def test_kept_for_a_talk_the_words_stay_with_him(walk: Walk) -> None:
    apology = give(walk, how="talk")
    page = walk.page("anna", f"apology/{apology}")
    assert LETTER["said"] not in page
    assert "would like to say it to you in a talk" in page
    walk.say("anna", "hear", which=apology, day="2026-03-08", hour="19:00")
    assert "Sunday 8 March at 19:00" in walk.page("toby", f"apology/{apology}")
    assert answer(walk, apology, answer="received").status_code == 302


@pytest.mark.practice("D5")
def test_amends_fit_are_done_and_are_made_good_by_her_word(walk: Walk) -> None:
    give(walk)
    assert "Choose the day by which it is done." in walk.refused("toby", "amends", said="I tell your sister.")
    walk.say("toby", "amends", said="I tell your sister.", day="2026-03-08")
    which = walk.which("anna", "fits")
    walk.say("anna", "fits", which=which, answer="fits")
    assert "It is done" in walk.page("toby")
    walk.say("toby", "done", which=which)
    assert "is for Anna" in walk.refused("toby", "confirm", which=which, answer="made_good").replace("This is", "is")
    walk.say("anna", "confirm", which=which, answer="made_good")
    assert 'path__place--done" id="amends"' in walk.page("anna")


@pytest.mark.practice("A13")
def test_what_was_meant_waits_folded(walk: Walk) -> None:
    for who in ("anna", "toby"):
        walk.ready(who)
    walk.say("toby", "acknowledge", said="I lied.")
    walk.say("toby", "motive", said="I wanted you to sleep.")
    assert "Read the reason, if you want to" in walk.page("anna")
    walk.say("anna", "believe", answer="not_believed")


@pytest.mark.practice("L4", "D1")
def test_none_of_it_where_there_was_fear(walk: Walk) -> None:
    walk.name("anna", "You locked the door.", steps="no")
    for who in ("anna", "toby"):
        assert "pology" not in walk.page(who)
        got = walk.browser(who).get(walk.url(f"{walk.root}/apologise"))
        assert got.status_code == 404


def test_only_the_doer_writes_and_only_the_hurt_answers(walk: Walk) -> None:
    assert walk.browser("anna").get(walk.url(f"{walk.root}/apologise")).status_code == 404
    apology = give(walk)
    page = walk.page("toby", f"apology/{apology}")
    assert LETTER["said"] in page
    assert "Nothing is owed" not in page
    wrong = walk.browser("toby").post(walk.url(f"{walk.root}/apology/{apology}"), {"answer": "received"})
    assert wrong.status_code == 422
    nothing = walk.browser("anna").get(walk.url(f"{walk.root}/apology/{walk.root}"))
    assert nothing.status_code == 404


@pytest.mark.practice("F2")
def test_the_statement_can_be_built_where_she_tells_it(walk: Walk) -> None:
    assert "Build it: when … I felt …" in walk.page("anna", "account")
    assert "Build it" not in walk.page("toby", "acknowledge")
    parts = {"happened": "you came at nine", "felt": "forgotten"}
    built = walk.post("anna", "account", look="build", **parts).content.decode()
    assert "When you came at nine, I felt forgotten.</textarea>" in built
    walk.say("anna", "account", said="One thing.", **parts)
    assert "When you came at nine, I felt forgotten." in walk.page("toby")
    walk.ready("anna")
    walk.ready("toby")
    walk.say("toby", "plan", when="You go quiet.", said="I sit with you.")
    assert "You go quiet." in walk.page("anna")


@pytest.mark.practice("F2", "B2")
def test_the_statement_can_be_built_where_it_is_named(walk: Walk) -> None:
    browser, address = walk.browser("anna"), walk.url("new")
    assert "Build it: when … I felt …" in browser.get(address).content.decode()
    assert "Build it" not in browser.get(address + "?mine").content.decode()
    other = walk.people["toby"].here(walk.space).me
    looked = browser.post(address, {"other": other, "happened": "you read my letter", "felt": "bare"}).content.decode()
    assert "Before you share it" in looked
    shared = browser.post(address, {"other": other, "what": "When you read my letter, I felt bare.", "choice": "share"})
    assert shared.status_code == 302
    assert "I felt bare." in looked
