"""The fold passes over what its writer may not say, and finds again what it dropped."""

from datetime import date, timedelta

import pytest

from reknit.practice.events import (
    MissExplained,
    OccurrenceAnswered,
    OccurrenceMoved,
    OccurrenceReleased,
    OccurrenceSaid,
    PromiseEnded,
    WordTaken,
)
from reknit.practice.fold import decode, encode, fold, step, whole
from tests.practice.told import DAILY, Told

FRI = "2026-03-06"


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.mark.parametrize(
    ("by", "facts"),
    [
        ("anna", OccurrenceSaid(due=FRI, outcome="missed")),
        ("anna", OccurrenceMoved(due=FRI, how="late", to="2026-03-09")),
        ("anna", MissExplained(due=FRI)),
        ("toby", OccurrenceAnswered(due=FRI, answer="yes", seen="kept")),
        ("toby", OccurrenceReleased(due=FRI)),
        ("toby", WordTaken()),
        ("ben", OccurrenceAnswered(due=FRI, answer="yes", seen="missed")),
        ("ben", OccurrenceSaid(due=FRI, outcome="kept")),
        ("ben", PromiseEnded()),
    ],
)
def test_nobody_speaks_for_another(told, by, facts):
    root = told.promise()
    before = told.fresh()
    told.record(by, facts, about=root)
    before.seq = told.state.seq
    assert told.state == before


def test_the_first_end_counts(told):
    root = told.promise(when=DAILY)
    told.at("2026-03-03").record("anna", PromiseEnded(), about=root)
    told.at("2026-03-05").record("toby", PromiseEnded(), about=root)
    assert (told.state.promises[root].ended_by, told.state.promises[root].ended_at.day) == ("anna", 3)


def test_a_thread_is_recalled_only_when_something_was_dropped(told):
    root = told.promise(when=DAILY)
    told.recalled = 0
    for number in range(2, 9):
        told.at(f"2026-03-0{number}").record("toby", OccurrenceSaid(f"2026-03-0{number}T19:00", "kept"), about=root)
        told.record("anna", WordTaken(), about=root)
    assert told.recalled == 0
    for number in range(10, 72):
        key = (date(2026, 3, 2) + timedelta(days=number)).isoformat()
        told.at(key).record("toby", OccurrenceSaid(f"{key}T19:00", "kept"), about=root)
        told.record("toby", WordTaken(), about=root)
    assert told.state.promises[root].behind == "2026-03-13T19:00"
    assert told.recalled == 0
    told.record("anna", OccurrenceAnswered("2026-03-03T19:00", "not_sure"), about=root)
    assert told.recalled == 1
    told.recalled = 0
    assert "2026-03-03T19:00" in told.whole(root).occurrences
    assert told.recalled == 1


def test_recall_may_give_the_whole_thread(told):
    """A store that reads the thread at once gives later events as well; they are not looked at twice."""
    root = told.promise()
    told.at(FRI).says(root, FRI, "kept")
    told.answers(root, FRI)
    told.at("2030-01-01").says(root, FRI, "late")
    told.says(root, FRI, "missed")
    state = fold(told.events[:3])
    for event in told.events[3:]:
        step(state, event, told.recall)
    assert state == told.state
    assert whole(fold(told.events[:3]), root, told.recall).at(FRI).said == "kept"


def test_what_nobody_knows_is_nothing(told):
    told.record("toby", OccurrenceSaid(FRI, "kept"), about="somewhere else")
    assert (told.state.promises, told.state.records, told.state.seq) == ({}, {}, 1)
    assert whole(told.state, "somewhere else", told.recall) is None


def test_erased_words_fold_as_none(told):
    root = told.promise()
    told.at(FRI).says(root, FRI, "kept", words={"said": "At ten to."})
    assert told.state.promises[root].at(FRI).said_words == {"said": "At ten to."}
    state = fold(_bare(event) for event in told.events)
    assert state.promises[root].words is None
    assert state.promises[root].at(FRI).said_words is None
    assert decode(encode(state)) == state


def _bare(event):
    return type(event)(event.id, event.seq, event.by, event.about, event.at, event.facts, None)
