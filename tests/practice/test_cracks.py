"""Small cracks: who may say what, what is asked once, and what stays in the state."""

from datetime import timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reknit.content import daily as content
from reknit.practice import cracks, daily, facts_daily
from reknit.practice.daily_state import LAST
from reknit.practice.facts import Facet
from reknit.practice.facts_daily import CrackAnswered, CrackExplained, CrackSetDown, ExplanationAnswered
from tests.practice.told import BERLIN, Told, names, often, refused

DAY = "2026-03-02"
LATE = {"what": "Came late"}


def note(told: Told, by: str = "anna", whose: str = "toby", **more):
    more = {"day": DAY, "words": LATE, **more}
    facts = cracks.note(by=by, whose=whose, today=told.now.date(), **more)
    return told.record(by, facts, words=more["words"]).id


def crack(told: Told, root: str):
    found = daily.replay(told.recall(root))
    assert found == told.state.daily.crack(root)
    return found


@pytest.mark.practice("B1")
def test_what_happened_is_enough():
    told = Told()
    root = note(told)
    found = crack(told, root)
    assert (found.what, found.facet, found.message, found.day) == ("Came late", "", "", DAY)


@pytest.mark.practice("B1")
def test_something_has_to_be_said():
    told = Told()
    assert refused(note, told, words={}) == str(cracks.WHAT["what"])
    assert refused(note, told, whose="") == "Choose who this is about."
    assert refused(note, told, left={"toby"}) == "You chose someone who is no longer in this space."
    assert refused(note, told, day="2026-03-03") == "That day has not come yet."
    assert refused(lambda: note(told, act="Liar.")) == "That is not one of the choices here."
    assert refused(note, told, message="liar") == "That is not one of the choices here."


@pytest.mark.practice("B7")
def test_its_doer_is_asked_once_on_the_day_it_was_shared():
    told = Told()
    root = note(told)

    def asked(now=told.now):
        return [one.id for one in cracks.asks_what_happened(told.state, "toby", now, BERLIN)]

    assert asked() == [root]
    assert cracks.asks_what_happened(told.state, "anna", told.now, BERLIN) == []
    assert asked(told.now + timedelta(days=1)) == []
    told.record("toby", CrackExplained(), about=root, words={"said": "The tram."})
    assert asked() == []


@pytest.mark.practice("B7")
def test_a_doer_can_say_it_first_and_is_asked_nothing():
    told = Told()
    root = note(told, by="toby")
    assert crack(told, root).told_first
    assert cracks.asks_what_happened(told.state, "toby", told.now, BERLIN) == []
    found = crack(told, root)
    assert isinstance(cracks.helped(found, by="anna", helped="yes"), ExplanationAnswered)
    assert (
        refused(cracks.helped, found, by="toby", helped="yes") == "Whether that helped is for whoever it hurt to say."
    )


@pytest.mark.practice("B7", "A7")
def test_whether_it_helped_is_the_word_of_whoever_it_hurt():
    told = Told()
    root = note(told)
    assert refused(cracks.helped, crack(told, root), by="anna", helped="no") == "Nobody has said what happened yet."
    told.record("toby", CrackExplained(), about=root, words={"said": "The tram."})
    told.record("toby", ExplanationAnswered(helped="yes"), about=root)
    assert crack(told, root).helped == ""
    told.record("anna", ExplanationAnswered(helped="no"), about=root)
    assert crack(told, root).helped == "no"
    assert refused(cracks.helped, crack(told, root), by="anna", helped="no").startswith("You have already said")


@pytest.mark.practice("B9")
def test_i_did_not_know_is_an_answer():
    told = Told()
    root = note(told)
    assert refused(cracks.answer, crack(told, root), by="anna", answer="did_not_know", names=names) == (
        "Only Toby can answer here."
    )
    told.record("toby", CrackAnswered(answer="did_not_know"), about=root)
    assert crack(told, root).answer == "did_not_know"


@pytest.mark.practice("A6")
def test_only_whoever_it_hurt_lets_it_go():
    told = Told()
    root = note(told)
    assert refused(cracks.set_down, crack(told, root), by="toby") == "Letting this go is for whoever it hurt."
    told.record("toby", CrackSetDown(), about=root)
    assert crack(told, root).set_down_at is None
    told.record("anna", CrackSetDown(), about=root)
    assert crack(told, root).set_down_at == told.now
    assert refused(cracks.set_down, crack(told, root), by="anna") == "You have already let this go."


@pytest.mark.practice("B4")
def test_a_pattern_is_one_note_with_an_instance():
    words = {"what": "Late when it was about us", "one": "The film"}
    facts = cracks.tell_pattern(by="anna", whose="toby", words=words, act="late")
    told = Told()
    root = told.record("anna", facts, words=words).id
    told.record("toby", CrackAnswered(answer="did_not_know"), about=root)
    [found] = told.state.daily.patterns
    assert found == daily.replay_told(told.recall(root))
    assert found.answer == "did_not_know"
    assert refused(cracks.tell_pattern, by="anna", whose="anna", words=words) == "Choose who this is about."
    assert refused(cracks.tell_pattern, by="anna", whose="toby", words={"what": "Late"}).startswith("Give one time")


@often
@given(st.lists(st.sampled_from(["note", "explain", "answer", "helped", "go"]), max_size=90), st.randoms())
def test_the_last_ones_stay_and_each_is_as_its_thread_tells(acts, dice):
    told, roots = Told(), []
    kinds = {
        "explain": CrackExplained(),
        "answer": CrackAnswered(answer="hear_you"),
        "helped": ExplanationAnswered(helped="yes"),
        "go": CrackSetDown(),
    }
    for act in acts + ["note"] * dice.choice([0, 0, 70]):
        told.now += timedelta(minutes=1)
        if act == "note" or not roots:
            roots.append(note(told, whose=dice.choice(["toby", "ben"])))
        else:
            told.record(dice.choice(["anna", "toby"]), kinds[act], about=dice.choice(roots))
    for some in told.state.daily.cracks.values():
        assert len(some) <= LAST
        assert all(one == daily.replay(told.recall(one.id)) for one in some)
    assert told.fresh() == told.state


def test_the_content_and_the_vocabulary_know_the_same_names():
    assert set(content.meanings("message")) == set(get_args(facts_daily.Message))
    assert set(content.meanings("builder")) == set(get_args(facts_daily.Builder))
    assert set(content.meanings("feeling")) == set(get_args(facts_daily.Feeling))
    assert set(content.meanings("facet")) == set(get_args(Facet))


@pytest.mark.practice("B10")
@pytest.mark.parametrize("kind", ["couple", "family", "friends", "colleagues", "team"])
def test_small_acts_have_names_for_every_kind_of_space(kind):
    offered = content.acts(kind)
    assert len(offered) >= 8
    for act in offered:
        assert act.facet in get_args(Facet)
        assert cracks.note(by="a", whose="b", day=DAY, today=Told().now.date(), words=LATE, act=act.id).act == act.id
        assert not {"always", "never", "liar", "selfish", "lazy", "you"} & set(act.label.lower().split())
