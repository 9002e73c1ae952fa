"""What someone answers stands above the form; what they are asked fits who they are and who is still there."""

import re
from uuid import UUID

import pytest
import time_machine

from reknit.rooms.belonging import acts as belonging
from tests.cast import Someone
from tests.rooms.path import Walk

pytestmark = pytest.mark.tables
LATE = "I told you that I was at work, and I was not."
HURT = "I plan every evening twice."
LETTER = {"said": "I lied on Thursday.", "effect": "You waited.", "repair": "I ring your sister.", "client_id": ""}


@pytest.fixture
def walk(anna: Someone, toby: Someone, together: UUID, noon: time_machine.Traveller) -> Walk:
    found = Walk(together, {"anna": anna, "toby": toby})
    found.name("anna", "You were not at work on Thursday.", size="major")
    return found


def words(page: str) -> str:
    """What stands in the page above its form, without markup."""
    return re.sub(r"<[^>]+>", " ", page.partition('class="form"')[0])


def aloud(walk: Walk) -> str:
    """An apology of Toby's that he would like to read to her; its id."""
    walk.say("toby", "apologise", choice="give", how="aloud", **{**LETTER, "client_id": UUID(int=7)})
    found: list[str] = re.findall(r"/apology/([0-9a-f-]{36})", walk.page("anna"))
    return found[-1]


@pytest.mark.practice("C1", "C2", "C11")
def test_whoever_answers_reads_what_they_answer(walk: Walk) -> None:
    walk.say("toby", "acknowledge", said=LATE)
    assert LATE in words(walk.page("anna", "full"))
    walk.say("anna", "full", answer="missing", said="The money.")
    assert "The money." in words(walk.page("toby", "acknowledge"))
    walk.ready("anna")
    walk.ready("toby")
    walk.say("anna", "tell", said=HURT, stood="That I do not matter.")
    told = words(walk.page("toby", "say-back"))
    assert told.index(HURT) < told.index("What it stood for") < told.index("That I do not matter.")
    walk.say("toby", "say-back", said="You plan one evening with me and one without.")
    assert "one without" in words(walk.page("anna", "heard"))


@pytest.mark.practice("G2", "F11")
def test_the_one_thing_it_can_be_about_is_not_asked_for(walk: Walk) -> None:
    walk.say("anna", "boundary", answer="told", said="Ask me first.", kept="You ring me.")
    page = walk.page("toby", "understand")
    assert "Which one?" not in page
    assert "Ask me first." in words(page)
    assert "You ring me." in words(page)
    walk.say("toby", "understand", which=walk.which("toby", "understand"), said="I ask.")
    walk.say("anna", "boundary", answer="time", said="Not after ten.")
    assert "Which one?" in walk.page("anna", "crossed")


@pytest.mark.practice("B8")
def test_only_whoever_did_it_can_have_been_unaware(walk: Walk) -> None:
    assert 'value="unaware"' in walk.page("toby", "account")
    assert 'value="unaware"' not in walk.page("anna", "account")


@pytest.mark.practice("D4", "D6")
def test_a_time_to_hear_it_is_chosen_without_a_word_of_it(walk: Walk) -> None:
    """On its own page it stays folded, too, until she wants to read it alone."""
    walk.say("toby", "acknowledge", said=LATE)
    apology = aloud(walk)
    assert LETTER["said"] not in walk.page("anna", "hear")
    before, _, after = walk.page("anna", f"apology/{apology}").partition("<summary>Read it alone</summary>")
    assert (LETTER["said"] in before, LETTER["said"] in after) == (False, True)


@pytest.mark.practice("D4", "D6", "L11")
def test_to_someone_who_has_left_no_apology_is_given_and_none_answered(
    walk: Walk, anna: Someone, toby: Someone
) -> None:
    walk.say("toby", "acknowledge", said=LATE)
    apology = aloud(walk)
    belonging.part(anna.here(walk.space))
    page = walk.page("toby", "apologise")
    assert "Anna is no longer in this space. You can write one for yourself" in page
    assert 'value="look"' not in page
    assert "What lay behind it" not in walk.page("toby")
    assert walk.browser("toby").get(walk.url(f"{walk.root}/causes")).status_code == 404
    assert LETTER["said"] in walk.page("toby", f"apology/{apology}")


@pytest.mark.practice("L11")
def test_nothing_is_said_to_someone_who_has_left_and_what_hurt_can_be_set_down(walk: Walk, toby: Someone) -> None:
    """Not from a page that was open before either: it says so, and what was typed stays."""
    walk.say("toby", "acknowledge", said=LATE)
    belonging.part(toby.here(walk.space))
    page = walk.refused("anna", "full", answer="missing", said="The money.")
    assert "Toby has left this space, so no more is said to them here." in page
    assert "The money." in page
    walk.say("anna", "close", answer="set_down")


@pytest.mark.practice("D4", "L11")
def test_an_apology_of_someone_who_has_left_is_only_read(walk: Walk, toby: Someone) -> None:
    walk.say("toby", "acknowledge", said=LATE)
    apology = aloud(walk)
    belonging.part(toby.here(walk.space))
    page = walk.page("anna", f"apology/{apology}")
    assert LETTER["said"] in page
    assert "Nothing is owed" not in page
    assert "would like to read" not in page


@pytest.mark.practice("B2")
def test_a_day_that_is_missing_is_asked_for_before_it_is_looked_at(walk: Walk) -> None:
    """And a day that is given is not passed over, whatever else was left as it stood."""
    what = {"what": "You came late.", "other": walk.seat("anna", "toby"), "client_id": UUID(int=9)}
    sent = walk.browser("anna").post(walk.url("new"), {**what, "since": "day"})
    assert (sent.status_code, "Choose the day" in sent.content.decode()) == (422, True)
    looked = walk.browser("anna").post(walk.url("new"), {**what, "since": "unknown", "day": "2026-02-20"})
    assert "Friday 20 February" in looked.content.decode()
