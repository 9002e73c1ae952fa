"""Every kind of event in one plain sentence."""

import typing

import pytest

from reknit.practice import events
from reknit.practice.events import (
    ErasureAsked,
    ErasureWithdrawn,
    Event,
    MemberAgreed,
    MemberJoined,
    MemberLeft,
    MemberProposed,
    MemberReset,
    MemberReturned,
    MissExplained,
    OccurrenceAnswered,
    OccurrenceMoved,
    OccurrenceReleased,
    OccurrenceRemarked,
    OccurrenceSaid,
    PromiseEnded,
    PromiseMade,
    ReturnAgreed,
    ReturnAsked,
    SpaceOpened,
    WordTaken,
    WordTakenBack,
)
from reknit.practice.facts import When
from reknit.practice.refused import Say
from reknit.practice.telling import sentence
from reknit.practice.threads import begin
from tests.practice.daily_told import TOLD
from tests.practice.lines_repair import LINES
from tests.practice.told import local, names

FRI = "2026-03-06"
NOW = local("2026-03-02 09:00")
MADE = PromiseMade(to=("anna",), when=When(FRI), zone="Europe/Berlin")


def told_in(said: Say) -> str:
    """The sentence as it is seen: without the marks that give a quotation its own direction."""
    return str(said).replace("\u2068", "").replace("\u2069", "")


def event(by: str, facts, words=None) -> Event:
    return Event("e2", 2, by, "e1", NOW, facts, words)


CALL = begin(Event("e1", 1, "toby", "e1", NOW, MADE, {"what": "call before eight"}))
ERASED = begin(Event("e1", 1, "toby", "e1", NOW, MADE, None))

EXAMPLES = [
    ("anna", SpaceOpened(space_kind="couple"), None, "Anna opened this space."),
    ("anna", MemberProposed(), {"name": "Ben"}, "Anna would like Ben to join."),
    ("anna", MemberProposed(), None, "Anna would like someone else to join."),
    ("toby", MemberAgreed(), None, "Toby said yes to someone else joining."),
    ("ben", MemberJoined(), None, "Ben joined."),
    ("ben", MemberLeft(), None, "Ben is no longer in this space."),
    (
        "anna",
        ErasureAsked(event="e9", after=FRI),
        None,
        "Anna asked that words they wrote here be erased on Friday 6 March.",
    ),
    (
        "anna",
        MemberReset(seat="toby", on=FRI),
        None,
        "Whoever runs this server made a new password possible for Toby on Friday 6 March.",
    ),
    ("anna", ReturnAsked(seat="toby", half="00"), None, "Toby asks to be let back in, with a new key."),
    (
        "anna",
        ReturnAgreed(seat="toby", half="00"),
        None,
        "Anna compared the six words with Toby: they are the same.",
    ),
    ("anna", MemberReturned(seat="toby", half="00"), None, "Anna let Toby back in."),
    ("toby", MemberReturned(seat="toby", half="00"), None, "Toby came back, with the key from before."),
    ("anna", ErasureWithdrawn(event="e9"), None, "Anna is keeping those words after all."),
    ("toby", MADE, {"what": "call before eight"}, "Toby promised Anna: “call before eight”, by Friday 6 March."),
    ("toby", MADE, None, "Toby made Anna a promise, by Friday 6 March."),
    (
        "toby",
        PromiseMade(to=("anna", "ben", "cleo"), when=When(FRI, "19:00", "FREQ=WEEKLY"), zone="Europe/Berlin"),
        {"what": "cook"},
        "Toby promised Anna, Ben and Cleo: “cook”, every Friday at 19:00.",
    ),
    ("toby", PromiseEnded(), None, "Toby ended “call before eight”."),
    (
        "toby",
        OccurrenceSaid(due=FRI, outcome="kept"),
        None,
        "Toby says that “call before eight” was kept on Friday 6 March.",
    ),
    (
        "toby",
        OccurrenceSaid(due=FRI, outcome="late"),
        None,
        "Toby says that “call before eight” was late on Friday 6 March.",
    ),
    (
        "toby",
        OccurrenceSaid(due=FRI, outcome="missed"),
        None,
        "Toby says that “call before eight” was missed on Friday 6 March.",
    ),
    (
        "toby",
        OccurrenceMoved(due="2026-03-06T08:00", how="late", to="2026-03-06T09:30"),
        None,
        "Toby said in time that “call before eight” on Friday 6 March at 08:00 would be late, and offered "
        "Friday 6 March at 09:30.",
    ),
    (
        "toby",
        OccurrenceMoved(due=FRI, how="late"),
        None,
        "Toby said in time that “call before eight” on Friday 6 March would be late.",
    ),
    (
        "toby",
        OccurrenceMoved(due=FRI, how="cannot", to="2026-03-09"),
        None,
        "Toby said in time that “call before eight” could not be kept on Friday 6 March, and offered Monday 9 March.",
    ),
    (
        "toby",
        OccurrenceMoved(due=FRI, how="cannot"),
        None,
        "Toby said in time that “call before eight” could not be kept on Friday 6 March.",
    ),
    ("anna", OccurrenceReleased(due=FRI), None, "Anna let Toby off “call before eight” on Friday 6 March."),
    (
        "anna",
        OccurrenceAnswered(due=FRI, answer="yes", seen="missed"),
        None,
        "Anna says that “call before eight” was missed on Friday 6 March.",
    ),
    (
        "anna",
        OccurrenceAnswered(due=FRI, answer="yes"),
        None,
        "Anna agrees about “call before eight” on Friday 6 March.",
    ),
    (
        "anna",
        OccurrenceAnswered(due=FRI, answer="differently", seen="late"),
        None,
        "Anna sees it differently: “call before eight” was late on Friday 6 March.",
    ),
    (
        "anna",
        OccurrenceAnswered(due=FRI, answer="differently"),
        None,
        "Anna sees “call before eight” on Friday 6 March differently.",
    ),
    (
        "anna",
        OccurrenceAnswered(due=FRI, answer="not_sure"),
        None,
        "Anna is not sure how “call before eight” went on Friday 6 March.",
    ),
    (
        "anna",
        OccurrenceAnswered(due=FRI, answer="rather_not"),
        None,
        "Anna would rather not say how “call before eight” went on Friday 6 March.",
    ),
    ("anna", WordTaken(), None, "Anna takes Toby’s word on “call before eight” from here on."),
    ("anna", WordTakenBack(), None, "Anna answers about “call before eight” again from here on."),
    ("toby", MissExplained(due=FRI), None, "Toby said what happened with “call before eight” on Friday 6 March."),
    (
        "anna",
        OccurrenceRemarked(due=FRI, remark="cost"),
        None,
        "Anna said what it cost them, about “call before eight” on Friday 6 March.",
    ),
    (
        "anna",
        OccurrenceRemarked(due=FRI, remark="hurt"),
        None,
        "Anna said that it hurt, about “call before eight” on Friday 6 March.",
    ),
    (
        "anna",
        OccurrenceRemarked(due=FRI, remark="all_right"),
        None,
        "Anna asked Toby whether everything is all right, about “call before eight” on Friday 6 March.",
    ),
    (
        "toby",
        OccurrenceRemarked(due=FRI, remark="reply"),
        None,
        "Toby replied, about “call before eight” on Friday 6 March.",
    ),
    *TOLD,
]


@pytest.mark.practice("E3", "E4")
@pytest.mark.parametrize(("by", "facts", "words", "said"), EXAMPLES)
def test_each_in_one_sentence(by, facts, words, said):
    assert told_in(sentence(event(by, facts, words), names, CALL)) == said


def test_every_kind_has_its_sentence():
    kinds = set(typing.get_args(events.AnyFacts))
    told = {type(facts) for _, facts, _, _ in EXAMPLES} | {type(facts) for _, facts, _, _, _ in LINES}
    assert told == kinds


@pytest.mark.parametrize(("by", "facts", "words", "said"), EXAMPLES)
def test_each_reads_well_where_the_promise_cannot_be_read(by, facts, words, said):
    for promise in (ERASED, None):
        told = told_in(sentence(event(by, facts, words), names, promise))
        assert told.endswith(".")
        assert "None" not in told
        assert "%" not in told


def test_where_the_words_are_gone_it_is_a_promise():
    said = event("toby", OccurrenceSaid(due=FRI, outcome="kept"))
    assert told_in(sentence(said, names, ERASED)) == "Toby says that a promise was kept on Friday 6 March."
    assert told_in(sentence(event("anna", OccurrenceReleased(due=FRI)), names)) == (
        "Anna let the other off a promise on Friday 6 March."
    )


def test_long_words_are_shortened_at_a_word():
    words = {"what": "call my mother\nand then my sister, and after that everyone else we have ever known"}
    said = told_in(sentence(event("toby", MADE, words), names))
    assert "“call my mother and then my sister, and after that everyone…”" in said
    unbroken = told_in(sentence(event("toby", MADE, {"what": "x" * 99}), names))
    assert "“" + "x" * 60 + "…”" in unbroken


def test_percent_signs_in_words_are_words():
    said = told_in(sentence(event("toby", MADE, {"what": "be 100% there %(who)s"}), names))
    assert said == "Toby promised Anna: “be 100% there %(who)s”, by Friday 6 March."


def test_another_year_is_named():
    said = event("toby", OccurrenceSaid(due=FRI, outcome="kept"))
    assert "6 March 2026." in told_in(sentence(said, names, CALL, today=local("2027-01-01 09:00").date()))


def test_what_is_quoted_stays_within_its_quotes():
    forged = "x”, by Friday.\n\u202eAnna\u2069 said “no"
    assert str(sentence(event("toby", MADE, {"what": forged}), names)) == (
        "Toby promised Anna: “\u2068x”, by Friday. Anna said “no\u2069”, by Friday 6 March."
    )
    cut = "\u2067" + "אבג " * 30 + "\u2069"
    said = str(sentence(event("toby", MADE, {"what": cut}), names))
    assert (said.count("\u2068"), said.count("\u2067"), said.count("\u2069")) == (1, 0, 1)


# Written down by whoever writes next: what they tell is not that member's own act.
CARRIED = (MemberReset, ReturnAsked)


@pytest.mark.parametrize(("by", "facts", "words", "said"), [one for one in EXAMPLES if not isinstance(one[1], CARRIED)])
def test_each_has_a_way_to_say_you(by, facts, words, said):
    found = told_in(sentence(event(by, facts, words), names, CALL, reader=by))
    assert found.startswith("You ")
    assert found.split()[-2:] == said.split()[-2:] or found == "You joined."
    assert not set(found.split()) & {"they", "them", "says", "sees", "is"} - set(said.split()[4:])
    for seat in ("anna", "toby"):
        assert "you's" not in told_in(sentence(event(by, facts, words), names, CALL, reader=seat))


@pytest.mark.parametrize(
    ("by", "facts", "reader", "said"),
    [
        (
            "toby",
            OccurrenceSaid(due=FRI, outcome="kept"),
            "toby",
            "You say that “call before eight” was kept on Friday 6 March.",
        ),
        (
            "toby",
            OccurrenceSaid(due=FRI, outcome="kept"),
            "anna",
            "Toby says that “call before eight” was kept on Friday 6 March.",
        ),
        ("anna", OccurrenceReleased(due=FRI), "anna", "You let Toby off “call before eight” on Friday 6 March."),
        ("anna", OccurrenceReleased(due=FRI), "toby", "Anna let you off “call before eight” on Friday 6 March."),
        ("anna", WordTaken(), "anna", "You take Toby’s word on “call before eight” from here on."),
        ("anna", WordTaken(), "toby", "Anna takes your word on “call before eight” from here on."),
        (
            "anna",
            OccurrenceAnswered(due=FRI, answer="not_sure"),
            "anna",
            "You are not sure how “call before eight” went on Friday 6 March.",
        ),
        (
            "anna",
            OccurrenceRemarked(due=FRI, remark="cost"),
            "anna",
            "You said what it cost you, about “call before eight” on Friday 6 March.",
        ),
        (
            "anna",
            OccurrenceRemarked(due=FRI, remark="all_right"),
            "toby",
            "Anna asked you whether everything is all right, about “call before eight” on Friday 6 March.",
        ),
        (
            "anna",
            ErasureAsked(event="e9", after=FRI),
            "anna",
            "You asked that words you wrote here be erased on Friday 6 March.",
        ),
        ("toby", MADE, "anna", "Toby made you a promise, by Friday 6 March."),
    ],
)
def test_who_reads_it_is_called_you(by, facts, reader, said):
    assert told_in(sentence(event(by, facts), names, CALL, reader=reader)) == said
