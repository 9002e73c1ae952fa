"""An end hides nothing: the next one that was still to come counts, and the promise is found again."""

from datetime import timedelta

import pytest

from reknit.practice import promises
from reknit.practice.events import PromiseEnded
from reknit.practice.facts import When
from tests.practice.told import DAILY, Told, local, refused

FRI = "2026-03-06"
YEARLY = When("2026-06-01", rule="FREQ=YEARLY")


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.mark.practice("E4")
@pytest.mark.parametrize(("by", "shape"), [("toby", "changed"), ("anna", "released")])
@pytest.mark.parametrize(("when", "due"), [(When("2026-09-01"), "2026-09-01"), (DAILY, "2026-03-02T19:00")])
def test_the_next_one_counts_as_changed_or_let_go(told, by, shape, when, due):
    root = told.promise(when=when)
    told.does("end", by, root)
    assert [(each.shape, each.due) for each in told.line().last60] == [(shape, due)]
    assert told.state.promises == {}
    assert promises.running(told.state, "toby", told.now) == []
    assert [(one.root, one.last.shape) for one in promises.past(told.state, "anna")] == [(root, shape)]
    assert told.fresh() == told.state


def test_only_the_next_one_and_only_within_a_week(told):
    yearly, weekly = told.promise(when=YEARLY), told.promise(when=When(FRI, rule="FREQ=WEEKLY"))
    told.does("end", "toby", yearly)
    assert told.shapes() == ""
    told.says(weekly, FRI, "kept")
    told.does("end", "toby", weekly)
    assert told.shapes() == "said"
    assert refused(told.says, weekly, "2026-03-13", "kept").startswith("This promise ended on")


def test_what_was_moved_is_the_next_one_too(told):
    root = told.promise(when=When(FRI, rule="FREQ=WEEKLY"))
    told.moves(root, FRI, "late", "2026-03-09")
    told.at("2026-03-08").does("end", "anna", root)
    assert [(each.shape, each.on) for each in told.line().last60] == [("released", "2026-03-09")]


def test_of_several_only_who_ends_it_lets_it_go(told):
    root = told.promise(to=("anna", "ben"))
    told.does("end", "ben", root)
    assert (told.shapes(), told.shapes(receiver="ben")) == ("", "released")
    assert told.state.promises == {}


def test_nobody_else_and_no_second_end_changes_anything(told):
    root = told.promise(when=DAILY)
    told.record("ben", PromiseEnded(), about=root)
    assert told.shapes() == ""
    told.does("end", "anna", root)
    told.record("toby", PromiseEnded(), about=root)
    assert told.shapes() == "released"
    assert told.whole(root).ended_by == "anna"


def test_an_ended_one_runs_only_while_a_word_is_awaited(told):
    root = told.promise(when=DAILY)
    told.at("2026-03-02 20:00").says(root, "2026-03-02T19:00", "kept")
    told.does("end", "toby", root)
    assert [one.next_due for one in promises.running(told.state, "anna", told.now)] == [None]
    assert [one.last.shape for one in promises.past(told.state, "anna")] == ["changed"]
    told.answers(root, "2026-03-02T19:00")
    assert promises.running(told.state, "anna", told.now) == []
    assert told.shapes() == "kept changed"


def test_with_much_forgotten_the_end_reads_the_thread(told):
    root = told.promise(when=DAILY)
    for number in range(75):
        told.now = local("2026-03-02 20:00") + timedelta(days=number)
        due = told.now.date().isoformat() + "T19:00"
        told.says(root, due, "kept")
        told.answers(root, due)
    assert told.state.promises[root].behind
    told.does("end", "toby", root)
    assert told.line().last60[-1].shape == "changed"
    assert told.fresh() == told.state
