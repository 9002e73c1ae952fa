"""What is due, what waits for whose word, what runs, what is past."""

import time
from datetime import timedelta

import pytest

from reknit.practice import promises
from reknit.practice.events import MemberLeft
from reknit.practice.facts import When
from reknit.practice.waiting import MOST_WAITING
from tests.practice.told import DAILY, Told, local, refused

FRI = "2026-03-06"


@pytest.fixture
def told() -> Told:
    return Told()


def states(items) -> list[str]:
    return [f"{item.key} {item.state}" for item in items]


@pytest.mark.practice("E3")
def test_what_a_maker_has_due(told):
    told.promise(when=When("2026-03-03", "19:00", "FREQ=WEEKLY"))
    told.promise(when=When("2026-03-05"))
    told.promise(when=When("2026-03-30"))
    told.at("2026-03-05 12:00")
    assert states(promises.due(told.state, "toby", told.now)) == [
        "2026-03-03T19:00 waits", "2026-03-05 today", "2026-03-10T19:00 ahead",
    ]  # fmt: skip
    assert promises.due(told.state, "anna", told.now) == []
    assert states(promises.due(told.state, "toby", told.now, days=0)) == ["2026-03-03T19:00 waits", "2026-03-05 today"]


def test_an_item_says_where_it_stands(told):
    root = told.promise()
    told.at("2026-03-07 00:30")
    item = promises.due(told.state, "toby", told.now)[0]
    assert (item.promise.id, item.due, item.at, str(item.say)) == (
        root, FRI, local("2026-03-07 00:00"), "waits for your word",
    )  # fmt: skip
    assert set(promises.STATES) >= {"waits", "seen", "today", "ahead", "answer", "anew", "theirs", "unsaid"}


@pytest.mark.practice("E3")
def test_waiting_for_my_word_and_for_theirs(told):
    root = told.promise(to=("anna", "ben"), when=DAILY)
    told.at("2026-03-03").says(root, "2026-03-02T19:00", "kept")
    told.answers(root, "2026-03-02T19:00", by="ben")
    assert states(promises.waiting_for_me(told.state, "anna")) == ["2026-03-02T19:00 answer"]
    assert promises.waiting_for_me(told.state, "ben") == []
    theirs = promises.waiting_for_others(told.state, "toby", told.now)
    assert [(item.due, item.state, item.who) for item in theirs] == [("2026-03-02T19:00", "theirs", ("anna",))]
    unsaid = promises.waiting_for_others(told.state, "anna", told.now)
    assert [(item.due, item.state, item.who) for item in unsaid] == [("2026-03-03T19:00", "unsaid", ("toby",))]


def test_who_spoke_first_waits_no_more_and_the_maker_sees_it(told):
    root = told.promise(when=DAILY)
    told.at("2026-03-02").answers(root, "2026-03-02T19:00", "yes", "missed")
    assert promises.waiting_for_others(told.state, "anna", told.now) == []
    assert states(promises.due(told.state, "toby", told.now, days=0)) == ["2026-03-02T19:00 seen"]


def test_what_a_receiver_saw_kept_needs_no_word_of_the_maker(told):
    root = told.promise()
    told.at(FRI).answers(root, FRI, "yes", "kept")
    assert promises.due(told.state, "toby", told.now) == []
    assert root not in told.state.promises


def test_what_runs_and_when_it_is_next_due(told):
    daily = told.promise(when=DAILY)
    once = told.promise("anna", ("toby",))
    told.promise("ben", ("cleo",))
    found = promises.running(told.state, "toby", told.now)
    assert [(one.promise.id, one.next_due) for one in found] == [(daily, "2026-03-02T19:00"), (once, FRI)]
    assert found[0].next_at == local("2026-03-02 19:00")
    told.says(daily, "2026-03-02T19:00", "kept")
    told.at("2026-03-08")
    found = promises.running(told.state, "toby", told.now)
    assert [(one.promise.id, one.next_due) for one in found] == [(daily, "2026-03-09T19:00"), (once, None)]


def test_a_moved_one_is_next_at_its_new_time(told):
    root = told.promise(when=When(FRI, rule="FREQ=WEEKLY"))
    told.moves(root, FRI, "late", "2026-03-09")
    told.at("2026-03-08 12:00")
    assert promises.upcoming(told.whole(root), told.now) == "2026-03-09"
    told.at("2026-03-10 12:00")
    assert promises.upcoming(told.whole(root), told.now) == "2026-03-13"


def test_what_is_past_and_all_that_was(told):
    first, second = told.promise(), told.promise("anna", ("toby",))
    told.at(FRI).says(first, FRI, "kept")
    told.answers(first, FRI)
    told.says(second, FRI, "late", by="anna")
    told.answers(second, FRI, by="toby")
    found = promises.past(told.state, "toby")
    assert {(one.root, one.maker, one.receiver, one.last.shape) for one in found} == {
        (first, "toby", "anna", "kept"), (second, "anna", "toby", "late"),
    }  # fmt: skip
    assert len(promises.past(told.state, "toby", most=1)) == 1
    assert promises.past(told.state, "ben") == []
    assert promises.counts(told.state, "toby", "anna").kept == 1
    assert promises.counts(told.state, "anna", "ben").stitches == 0


def test_who_has_left_owes_nothing_and_is_waited_for_no_more(told):
    mine, theirs = told.promise(when=DAILY), told.promise("anna", ("toby", "ben"), when=DAILY)
    told.at("2026-03-03").says(theirs, "2026-03-02T19:00", "kept", by="anna")
    told.record("toby", MemberLeft())
    assert set(told.state.promises) == {theirs}
    assert promises.due(told.state, "toby", told.now) == []
    assert [item.who for item in promises.waiting_for_others(told.state, "anna", told.now)] == [("ben",)]
    told.record("ben", MemberLeft())
    assert not told.state.promises
    assert told.whole(mine).by == "toby"


def test_neglect_shows_the_latest_sixty(told):
    told.promise(when=DAILY)
    told.at("2029-03-02")
    items = promises.due(told.state, "toby", told.now, days=0)
    assert len(items) == MOST_WAITING
    assert items[-1].due == "2029-03-02T19:00"


def test_a_hundred_promises_after_ten_years_are_cheap(told):
    for minute in range(50):
        told.promise(when=When("2026-03-03", f"19:{minute:02}", "FREQ=WEEKLY;BYDAY=MO,WE,FR"))
        told.promise(when=When("2026-03-03", f"20:{minute:02}", "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1"))
    now = local("2036-03-03 12:00")

    def cost(at) -> float:
        start = time.perf_counter()
        assert len(promises.due(told.state, "toby", at)) > 50
        promises.running(told.state, "toby", at)
        return time.perf_counter() - start

    first = min(cost(local("2026-06-03 12:00") + timedelta(days=extra)) for extra in range(3))
    assert min(cost(now + timedelta(days=extra)) for extra in range(3)) < 10 * first


@pytest.mark.practice("E3")
def test_kept_is_offered_of_the_next_one_only(told):
    daily = told.promise(when=DAILY)
    told.promise(when=When(FRI, rule="FREQ=DAILY;INTERVAL=2"))

    def offered() -> list[str]:
        return [item.key for item in promises.due(told.state, "toby", told.now, days=4) if item.next]

    assert offered() == ["2026-03-02T19:00", FRI]
    told.at("2026-03-02 20:00")
    assert offered() == ["2026-03-02T19:00", "2026-03-03T19:00", FRI]
    for item in promises.due(told.state, "toby", told.now):
        if item.next:
            told.says(item.promise.id, item.due, "kept")
        else:
            assert "not next" in refused(told.says, item.promise.id, item.due, "kept")
    assert promises.upcoming(told.whole(daily), told.now) == "2026-03-04T19:00"


def test_many_let_go_ahead_leave_the_next_one_in_sight(told):
    root = told.promise(when=DAILY)
    for number in range(12):
        told.releases(root, f"2026-03-{number + 2:02}T19:00")
    assert promises.upcoming(told.whole(root), told.now) == "2026-03-14T19:00"
