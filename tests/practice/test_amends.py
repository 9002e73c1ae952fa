"""Apology, amends and motive: what Toby may say, what Anna may answer, and what neither of them moves."""

from datetime import timedelta

import pytest

from reknit.practice import amends, mending, path, repairing
from reknit.practice.events import Event
from reknit.practice.facts import Words
from reknit.practice.facts_amends import (
    Amending,
    AmendsAnswered,
    AmendsConfirmed,
    AmendsDone,
    AmendsOffered,
    ApologyAnswered,
    ApologyOffered,
    ApologyTimed,
    MotiveBelieved,
    MotiveTold,
    NoMoreApologies,
)
from reknit.practice.facts_mending import BoundaryHonoured, BoundarySet, ChangeLinked, RepairClosed
from reknit.practice.facts_repair import Acknowledged, BreachNamed, Repair
from reknit.practice.fold import encode, fold
from tests.practice.told import local, names, refused

LETTER = {
    "said": "I told you I was at work. I was not.",
    "repair": "I pay the ticket.",
    "differently": "I ring by six.",
}
SORRY = {"said": "I am sorry."}


class Two:
    """Anna was hurt, Toby did it."""

    def __init__(self, *, deceit: bool = False, path: bool = True, owned: bool = True) -> None:
        self.now = local("2026-03-10 09:00")
        named = BreachNamed(doer="toby", hurt="anna", size="major", deceit=deceit, path=path)
        self.events = [Event("e1", 1, "anna", "e1", self.now, named, {"what": "You lied."})]
        self.shown = False
        if owned and path:
            self.says("toby", Acknowledged(), said="I lied.")

    @property
    def breach(self) -> repairing.Breach:
        found = repairing.replay("e1", self.events)
        assert found is not None
        return found

    def may(self, who: str, facts: Repair, words: Words, *, together: bool = True) -> None:
        mending.may(
            self.breach, facts, by=who, words=words, now=self.now, names=names, together=together, shown=self.shown
        )

    def says(self, who: str, facts: Repair, *, together: bool = True, **words: str) -> str:
        self.may(who, facts, words, together=together)
        self.now += timedelta(minutes=5)
        seq = len(self.events) + 1
        self.events.append(Event(f"e{seq}", seq, who, "e1", self.now, facts, words))
        return f"e{seq}"

    def refuses(self, who: str, facts: Repair, *, together: bool = True, **words: str) -> str:
        return refused(self.may, who, facts, words, together=together)


@pytest.mark.practice("D1", "D2", "D4", "C14")
def test_an_apology_needs_nobodys_yes_and_something_said() -> None:
    two = Two(owned=False)
    assert two.refuses("toby", ApologyOffered()) == "Write what you did, as it was."
    assert "Offer something of your own first" in two.refuses("toby", ApologyOffered(asks=True), said="I lied.")
    two.says("toby", ApologyOffered(asks=True), together=False, **LETTER)
    assert two.breach.received is None
    assert "for Toby to say" in two.refuses("anna", ApologyOffered(), **LETTER)


@pytest.mark.practice("D4")
@pytest.mark.parametrize("answer", ["not_ready", "not_this", "received", "no_more"])
def test_every_answer_stands_alone_and_moves_nothing(answer) -> None:
    two = Two()
    sorry = two.says("toby", ApologyOffered(), **LETTER)
    before = two.breach
    two.says("anna", ApologyAnswered(sorry, answer), together=False)
    after = two.breach
    assert after.apologies[sorry].answer.how == answer
    for name in ("closed", "heard", "change", "acknowledged", "answered"):
        assert getattr(before, name) == getattr(after, name)
    assert "for Anna to say" in two.refuses("toby", ApologyAnswered(sorry, answer))


@pytest.mark.practice("D2", "D4")
def test_something_else_is_needed_in_her_words_and_she_may_say_it_anew() -> None:
    two = Two()
    sorry = two.says("toby", ApologyOffered(), **LETTER)
    assert two.refuses("anna", ApologyAnswered(sorry, "need")) == "Write what you need, or choose another answer."
    two.says("anna", ApologyAnswered(sorry, "need"), said="That your mother hears it from you.")
    two.says("anna", ApologyAnswered(sorry, "received", ("did", "mine")))
    assert two.breach.apologies[sorry].parts == ("did", "mine")
    two.says("anna", RepairClosed("set_down"))
    two.says("anna", ApologyAnswered(sorry, "not_this"))
    assert two.breach.apologies[sorry].parts == ()
    assert "nothing to answer" in two.refuses("anna", ApologyAnswered("e99", "received"))


@pytest.mark.practice("C6")
def test_it_is_renewed_with_change_to_show_or_more_understood() -> None:
    two = Two()
    two.says("toby", ApologyOffered(), **LETTER)
    assert "You have said this." in two.refuses("toby", ApologyOffered(), **SORRY)
    two.says("toby", ApologyOffered(), understood="You had told nobody, so you were alone with it.", **SORRY)
    assert "You have said this." in two.refuses("toby", ApologyOffered(), **SORRY)
    two.shown = True
    two.says("toby", ApologyOffered(), **SORRY)
    assert len(two.breach.apologies) == 3


@pytest.mark.practice("C6")
def test_what_there_is_to_show_came_after_the_last_one() -> None:
    """A boundary of hers that was kept, by her word, and since then."""
    two = Two()
    line = two.says("anna", BoundarySet("contact"), said="No calls at work.")
    assert mending.shown(two.breach, [])
    two.says("anna", BoundaryHonoured(line))
    two.says("toby", ApologyOffered(), **LETTER)
    assert not mending.shown(two.breach, [])
    two.says("anna", BoundaryHonoured(line))
    assert mending.shown(two.breach, [])


@pytest.mark.practice("C6", "D6")
def test_no_more_for_now_holds_until_she_lifts_it() -> None:
    two = Two()
    sorry = two.says("toby", ApologyOffered(), **LETTER)
    two.says("anna", ApologyAnswered(sorry, "no_more"))
    two.says("anna", ApologyAnswered(sorry, "received"))
    two.shown = True
    assert "holds until it is lifted" in two.refuses("toby", ApologyOffered(), understood="More.", **LETTER)
    assert "for Anna to say" in two.refuses("toby", NoMoreApologies("lifted"))
    assert "already said" in two.refuses("anna", NoMoreApologies("held"))
    two.says("anna", NoMoreApologies("lifted"))
    assert "Nothing is held back" in two.refuses("anna", NoMoreApologies("lifted"))
    two.says("toby", ApologyOffered(), **LETTER)


@pytest.mark.practice("C6")
def test_she_can_hold_them_back_before_there_is_one() -> None:
    two = Two()
    two.says("anna", NoMoreApologies("held"))
    assert "apologise" not in path.verbs(two.breach, "toby", together=True)
    assert "lift" in path.verbs(two.breach, "anna", together=True)
    assert "no-more" not in path.verbs(two.breach, "anna", together=True)


@pytest.mark.practice("D6")
def test_read_aloud_or_in_a_talk_at_a_time_she_chooses() -> None:
    two = Two()
    written = two.says("toby", ApologyOffered(), **LETTER)
    assert "hear" not in path.verbs(two.breach, "anna", together=True)
    assert "at any time" in two.refuses("anna", ApologyTimed(written, "2026-03-20"))
    talk = two.says("toby", ApologyOffered("talk"), understood="That it was not one evening.")
    assert "Choose a day" in two.refuses("anna", ApologyTimed(talk, ""))
    assert "day we can read" in two.refuses("anna", ApologyTimed(talk, "soon"))
    two.says("anna", ApologyTimed(talk, "2026-03-20T19:00"))
    assert two.breach.apologies[talk].time == "2026-03-20T19:00"
    assert "for Anna to say" in two.refuses("toby", ApologyTimed(talk, "2026-03-11"))


@pytest.mark.practice("D5")
def test_amends_are_offered_fit_are_done_and_confirmed() -> None:
    two = Two()
    assert two.refuses("toby", AmendsOffered("2026-03-20")) == "Write what you will put right."
    assert two.refuses("toby", AmendsOffered(""), said="I pay.") == "Choose the day by which it is done."
    assert "already passed" in two.refuses("toby", AmendsOffered("2026-03-01"), said="I pay.")
    pay = two.says("toby", AmendsOffered("2026-03-20"), said="I pay the ticket.")
    assert "that it fits" in two.refuses("toby", AmendsDone(pay))
    assert "that it fits" in two.refuses("anna", AmendsConfirmed(pay, "made_good"))
    two.says("anna", AmendsAnswered(pay, "fits"))
    assert path.next_thing(two.breach, "toby", together=True, answered=True) == path.Next("done", due=True)
    two.says("toby", AmendsDone(pay))
    assert "for Anna to say" in two.refuses("toby", AmendsConfirmed(pay, "made_good"))
    two.says("anna", AmendsConfirmed(pay, "not_yet"))
    assert two.breach.made_good is None
    two.says("anna", AmendsConfirmed(pay, "made_good"))
    assert two.breach.made_good is not None
    assert "counts no more" in two.refuses("toby", AmendsDone(pay))
    assert "made good" in two.refuses("anna", AmendsAnswered(pay, "none_wanted"))
    assert two.breach.closed is None


@pytest.mark.practice("D5")
@pytest.mark.parametrize("answer", ["something_else", "none_wanted"])
def test_what_is_not_wanted_is_not_done(answer) -> None:
    two = Two()
    pay = two.says("toby", AmendsOffered("2026-03-20"), said="A ring.")
    two.says("anna", AmendsAnswered(pay, answer))
    assert "that it fits" in two.refuses("toby", AmendsDone(pay))
    thing = path.next_thing(two.breach, "toby", together=True, answered=True)
    assert thing is None or thing.verb != "done"
    assert "no longer there" in two.refuses("anna", AmendsAnswered("e99", "fits"))


@pytest.mark.practice("D5")
def test_making_good_comes_after_owning() -> None:
    two = Two(owned=False)
    assert "First say what you did" in two.refuses("toby", AmendsOffered("2026-03-20"), said="I pay.")
    two.says("toby", ApologyOffered(), **LETTER)
    two.says("toby", AmendsOffered("2026-03-20"), said="I pay.")


@pytest.mark.practice("A13")
def test_what_was_meant_is_believed_or_not_and_lessens_nothing() -> None:
    two = Two()
    assert "both of you" in two.refuses("toby", MotiveTold(), together=False, said="To spare you.")
    assert "nothing to answer" in two.refuses("anna", MotiveBelieved("believed"))
    two.says("toby", MotiveTold(), said="I wanted to spare you.")
    before = two.breach
    two.says("anna", MotiveBelieved("believed"))
    after = two.breach
    assert after.believed is not None
    after.believed = None
    assert after == before
    two.says("toby", MotiveTold(), said="I wanted to spare myself.")
    assert two.breach.believed is None
    assert "a reason is no help" in Two(deceit=True).refuses("toby", MotiveTold(), said="To spare you.")
    assert "comes after" in Two(owned=False).refuses("toby", MotiveTold(), said="To spare you.")


@pytest.mark.practice("L4", "D1")
def test_where_there_was_fear_there_is_none_of_it() -> None:
    """What was told without steps has no apology, no amends and no motive, from either side."""
    two = Two(path=False)
    sayings = [
        (ApologyOffered(), LETTER), (AmendsOffered("2026-03-20"), SORRY), (MotiveTold(), SORRY),
    ]  # fmt: skip
    for facts, words in sayings:
        assert "without any steps" in two.refuses("toby", facts, **words)
    assert "without any steps" in two.refuses("anna", NoMoreApologies("held"))
    assert path.verbs(two.breach, "toby", together=True) == ["account", "feel", "boundary", "came-back"]
    assert not set(amends.ALWAYS) & set(mending.WITHOUT_PATH)


@pytest.mark.practice("C17", "D4")
def test_nobody_is_asked_for_an_apology_or_an_answer() -> None:
    two = Two()
    two.says("toby", ChangeLinked("p1"))
    asked = [path.next_thing(two.breach, who, together=True, answered=True) for who in ("anna", "toby")]
    assert not {one.verb for one in asked if one} & {"apologise", "apology"}
    two.says("toby", ApologyOffered(), **LETTER)
    again = [path.next_thing(two.breach, who, together=True, answered=True) for who in ("anna", "toby")]
    assert again == asked


def test_the_state_forgets_old_ones_and_answers_them_all_the_same() -> None:
    two = Two()
    first = two.says("toby", ApologyOffered(), **LETTER)
    for number in range(20):
        two.says("toby", ApologyOffered(), understood=f"More, {number}.", **SORRY)
    assert first not in fold(two.events).repair.breaches["e1"].apologies
    two.says("anna", ApologyAnswered(first, "received"))
    kept = fold(two.events).repair.breaches["e1"]
    assert len(kept.apologies) == 12
    assert two.breach.apologies[first].answer is not None
    assert encode(fold(two.events)) == encode(fold(two.events))


def test_each_kind_has_its_speaker() -> None:
    kinds = set(Amending.__args__)  # type: ignore[attr-defined]
    assert kinds <= repairing.ROLES.keys()
    assert {repairing.ROLES[kind] for kind in kinds} == {"doer", "hurt"}


def test_what_is_about_something_that_is_not_there_changes_nothing() -> None:
    """As a reader who came later has it: an answer to what was said before their time."""
    two = Two()
    before = two.breach
    stray = [
        ("anna", ApologyTimed("e9", "2026-03-20")), ("anna", ApologyAnswered("e9", "received", ("did",))),
        ("anna", AmendsAnswered("e9", "fits")), ("toby", AmendsDone("e9")),
        ("anna", AmendsConfirmed("e9", "made_good")), ("toby", ApologyAnswered("e9", "received")),
    ]  # fmt: skip
    for who, facts in stray:
        seq = len(two.events) + 1
        two.events.append(Event(f"e{seq}", seq, who, "e1", two.now, facts, {}))
    assert two.breach == before
    assert fold(two.events).repair.breaches["e1"] == before
