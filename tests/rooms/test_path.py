"""What happened is named, owned, told, heard and mended, by both people, through the pages."""

from uuid import uuid4

import pytest
import time_machine

from reknit.practice.facts_repair import BreachNamed
from reknit.practice.refused import Refused
from reknit.rooms.promises import acts as promises
from reknit.rooms.repair import acts as repair
from reknit.shelves import shelf
from tests import cast
from tests.rooms.path import FIELD, Walk

pytestmark = pytest.mark.tables


@pytest.mark.practice("B2", "L4")
def test_the_look_before_it_is_shared_says_that_it_is_told_without_steps(walk: Walk) -> None:
    seat = next(seat.id for seat in walk.people["anna"].here(walk.space).others)
    for steps, told in (("no", True), ("", False)):
        typed = {"what": "The door.", "other": seat, "steps": steps, "client_id": str(uuid4())}
        looked = walk.browser("anna").post(walk.url("new"), typed).content.decode()
        assert "Before you share it" in looked
        assert ("Told, without steps" in looked) is told


@pytest.mark.practice("B2", "B8", "C1", "C2", "C11", "C14", "A6")
def test_named_owned_told_and_heard(walk: Walk) -> None:
    walk.name("anna", "You were not at work on Thursday.", size="major", with_=["deceit"])
    assert "You were not at work on Thursday." in walk.page("toby")
    assert "Say what you did" in walk.page("toby")
    walk.say("toby", "acknowledge", said="I lied to you for three weeks.")
    assert "I lied to you for three weeks." in walk.page("anna")
    walk.say("anna", "full", answer="missing", said="The money.")
    walk.say("toby", "acknowledge", said="I lied, and I spent what we had saved.")
    walk.say("anna", "full", answer="full")
    assert "opens when both of you" in walk.refused("anna", "tell", said="I cannot sleep.")
    walk.ready("anna")
    assert "opens when both of you" in walk.refused("anna", "tell", said="I cannot sleep.")
    walk.ready("toby")
    walk.say("anna", "tell", said="I cannot sleep.", several=["not_safe", "alone_after"], stood="All of it.")
    walk.say("toby", "say-back", said="You lie awake because of what I did.")
    walk.say("anna", "heard", answer="not_yet")
    walk.say("anna", "heard", answer="heard", said="Yes.")
    assert "is for Anna to say" in walk.refused("toby", "heard", answer="heard").replace("This is", "is")
    page = walk.page("toby")
    assert "Heard" in page
    assert "I am left alone with the harm" in page


def heard(walk: Walk) -> None:
    """As far as being heard."""
    walk.name("anna", "You were not at work on Thursday.", size="severe")
    for who in ("anna", "toby"):
        walk.ready(who)
    walk.say("toby", "acknowledge", said="I lied to you.")
    walk.say("anna", "tell", said="I cannot sleep.")
    walk.say("toby", "say-back", said="You lie awake.")
    walk.say("anna", "heard", answer="heard")


@pytest.mark.practice("A6", "C5", "C11", "A14")
def test_repaired_needs_a_change_that_the_hurt_has_seen(walk: Walk, noon: time_machine.Traveller) -> None:
    heard(walk)
    assert "Repaired needs a change" in walk.refused("anna", "close", answer="repaired")
    assert "Make one, small enough to keep" in walk.page("toby", "link")
    toby, anna = walk.people["toby"], walk.people["anna"]
    root = cast.promise(toby.here(walk.space), what="The post is opened at the table.", day="2026-03-03")
    walk.say("toby", "link", which=root)
    assert "So far there are words" in walk.refused("anna", "change", answer="seen")
    later = cast.NOON.replace(day=3, hour=20)
    promises.say(toby.here(walk.space, later), promise=root, due="2026-03-03", outcome="kept")
    assert "So far there are words" in walk.refused("anna", "change", answer="seen")
    promises.answer(anna.here(walk.space, later), promise=root, due="2026-03-03", answer="yes")
    assert "Repaired needs a change" in walk.refused("anna", "close", answer="repaired")
    noon.move_to(later)
    walk.say("anna", "change", answer="seen")
    assert "One so far, kept" in walk.page("toby")
    assert "for Anna to say" in walk.refused("toby", "close", answer="repaired")
    walk.say("anna", "close", answer="repaired", said="Thank you.")
    assert "This is closed" in walk.refused("toby", "acknowledge", said="Again.")
    walk.say("anna", "reopen")
    assert "Repaired needs a change" in walk.refused("anna", "close", answer="repaired")
    walk.say("anna", "anew", day="2026-03-02")
    assert shelf.state(anna.here(walk.space)).repair.anew


@pytest.mark.practice("A8", "C10", "C15", "C16", "B5", "B6", "F11", "G1", "G2", "G3")
def test_everything_beside_the_path(walk: Walk, noon: object) -> None:
    heard(walk)
    walk.say("anna", "feel", several=["anger", "grief"], said="Both.")
    walk.say("toby", "feel", several=["guilt"])
    walk.say("toby", "account", said="I was afraid of your face.", flags=["unaware"])
    walk.say("anna", "mark", answer="differ", said="You had weeks.")
    walk.say("toby", "why", several=["anxiety"], said="At home bad news was hidden.")
    assert "Read the reason, if you want to" in walk.page("anna")
    walk.say("anna", "unrely", said="Not for the accounts.")
    walk.say("anna", "ask", said="Who else knew?", answer="talk", day="2026-03-08", hour="19:00")
    question = walk.which("toby", "time")
    walk.say("toby", "time", which=question, day="2026-03-08", hour="19:00")
    walk.say("toby", "answer", which=question, answer="not_known_yet")
    walk.say("toby", "answer", which=question, answer="said", said="My brother.")
    walk.say(
        "toby", "setback", said="I hid a bill.", did="You found it.", changes="The table.", flags=["again", "still"]
    )
    walk.say("anna", "came-back", said="The drawer.", helps="Air.")
    walk.say("anna", "plan", when="I go quiet.", said="Sit with me.")
    walk.say("toby", "plan", when="You go quiet.", said="I sit with you.")
    walk.say("anna", "step", said="One evening.", answer="small", day="2026-03-06")
    walk.say("anna", "look-back", which=walk.which("anna", "look-back"), answer="smaller")
    for who in ("anna", "toby"):
        walk.say(who, "chapter", over="Hiding.", new="The post.")
    walk.say("toby", "agree", said="Bad news the same day.", day="2026-09-01")
    walk.say("anna", "sign", which=walk.which("anna", "sign"))
    walk.say("toby", "withdraw", which=walk.which("toby", "withdraw"))
    walk.say("anna", "boundary", said="My account is mine.", answer="money", day="2026-06-01", then="I keep the card.")
    walk.say("toby", "understand", which=walk.which("toby", "understand"), said="I do not ask for money.")
    line = walk.which("anna", "kept")
    walk.say("anna", "kept", which=line, said="Thank you.")
    walk.say("anna", "crossed", which=line)
    walk.say("anna", "review", which=line, answer="eased", day="2026-09-01")
    for who in ("anna", "toby"):
        page = walk.page(who)
        assert "Bad news the same day." in page
        assert "The drawer." in page


@pytest.mark.practice("B1", "B4")
def test_a_small_crack_can_grow_into_one(walk: Walk, noon: object) -> None:
    anna, toby = (walk.people[who].here(walk.space) for who in ("anna", "toby"))
    small = cast.crack(anna, whose=toby.me, act="late")
    page = walk.browser("anna").get(f"/s/{walk.space}/small/{small}/").content.decode()
    assert f"history/open/first?other={toby.me}&amp;pattern=late" in page
    first = walk.browser("anna").get(walk.url(f"first?other={toby.me}&pattern=late")).content.decode()
    assert "pattern=late" in first
    walk.name("anna", "Again and again you come late.", pattern="late")
    assert shelf.state(walk.people["anna"].here(walk.space)).repair.breaches[walk.root].pattern == "late"


@pytest.mark.practice("B3", "C18")
def test_one_hurt_at_a_time(walk: Walk, noon: object) -> None:
    """What comes out later, and what happens again, is a hurt of its own; an answer to a hurt is none of these."""
    first = walk.name("anna", "You lied about Thursday.")
    later = walk.name("anna", "You lied about Friday, too.", after=first)
    assert "It came out later, about:" in walk.page("toby")
    assert later != first
    facts = BreachNamed(doer=walk.people["anna"].here(walk.space).me, hurt=walk.people["toby"].here(walk.space).me,
                        repeats=first)  # fmt: skip
    with pytest.raises(Refused, match="One hurt at a time"):
        repair.name_breach(walk.people["toby"].here(walk.space), facts=facts, words={"what": "And you shouted."})


@pytest.mark.practice("L4")
def test_where_there_was_fear_there_are_no_steps_for_two(walk: Walk, noon: object) -> None:
    for who, more in (("anna", ""), ("toby", "?mine")):
        page = walk.browser(who).get(walk.url(f"other{more}")).content.decode()
        assert "Then there are no steps for two" in page
        assert 'href="/help"' in page
    walk.name("anna", "You locked the door.", steps="no")
    for who in ("anna", "toby"):
        page = walk.page(who)
        assert "Told, without steps" in page
        assert "Apology" not in page
        assert "Say what you did" not in page
    assert walk.post("toby", "acknowledge", said="I did.").status_code == 404
    walk.say("anna", "close", answer="set_down")


def test_what_came_first_is_read_first_and_nothing_is_lost(walk: Walk, noon: object) -> None:
    """Both write at once: the second is shown the first, keeps their words, and sends them again."""
    walk.name("anna", "You lied.")
    walk.browser("toby").post("/me/first", {"to": "/"})
    shown = FIELD.search(walk.browser("toby").get(walk.url(f"{walk.root}/account")).content.decode())
    assert shown
    walk.say("anna", "account", said="I waited up.")
    late = {"seen_line": shown[1], "said": "I was afraid.", "client_id": str(uuid4())}
    answer = walk.browser("toby").post(walk.url(f"{walk.root}/account"), late)
    assert answer.status_code == 422
    assert "I was afraid." in answer.content.decode()
    again = FIELD.search(answer.content.decode())
    assert again
    sent = walk.browser("toby").post(walk.url(f"{walk.root}/account"), {**late, "seen_line": again[1]})
    assert sent.status_code == 302
    twice = walk.browser("toby").post(walk.url(f"{walk.root}/account"), {**late, "seen_line": again[1]})
    assert twice.status_code == 302
    page = walk.page("anna")
    assert "I waited up." in page
    assert page.count("I was afraid.") == 1
