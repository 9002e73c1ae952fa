"""What the maker says of each time a promise falls due."""

from datetime import timedelta

import pytest

from reknit.practice import promises
from reknit.practice.facts import When
from reknit.practice.speaking import ReadTheThread
from tests.practice.told import DAILY, Told, names, refused

FRI = "2026-03-06"


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.mark.practice("E3")
def test_kept_may_be_said_before_it_is_due_and_a_lapse_from_its_day_on(told):
    root = told.promise()
    assert (
        refused(told.says, root, FRI, "missed")
        == refused(told.says, root, FRI, "late")
        == ("That day has not come yet. If you already know, you can say so now and offer another time.")
    )
    told.says(root, FRI, "kept")
    assert told.shapes() == "said"
    told.at("2026-03-06 00:01").says(root, FRI, "missed")
    assert told.line().last60[0].said == "missed"


def test_the_day_is_the_one_where_the_promise_was_made(told):
    root = told.promise(zone="Pacific/Auckland", when=When(FRI))
    told.at("2026-03-05 11:00")
    assert "not come" in refused(told.says, root, FRI, "late")
    told.at("2026-03-05 12:00").says(root, FRI, "late")


def test_kept_early_is_for_the_next_one_only(told):
    root = told.promise(when=DAILY)
    told.says(root, "2026-03-02T19:00", "kept")
    assert refused(told.says, root, "2026-03-03T19:00", "kept") == (
        "That one is not next yet. You can say it was kept once the one before it has passed."
    )
    told.at("2026-03-02 20:00").says(root, "2026-03-03T19:00", "kept")
    weekly = told.promise(when=When(FRI, rule="FREQ=WEEKLY"))
    told.says(weekly, FRI, "kept")
    assert "not next" in refused(told.says, weekly, "2026-03-13", "kept")


def test_only_the_maker_says_it_and_only_of_what_was_promised(told):
    root = told.promise()
    told.at(FRI)
    assert refused(told.says, root, FRI, "kept", by="anna") == (
        "What Toby says about this is Toby's own to say. You can say what you saw."
    )
    assert refused(told.says, root, "2026-03-07", "kept") == "Nothing of this promise is due then."
    assert refused(told.says, root, "whenever", "kept") == "Nothing of this promise is due then."
    assert refused(told.says, root, FRI, "splendid") == "That is not one of the choices here."
    assert told.shapes() == ""


def test_saying_the_same_again_adds_nothing_and_saying_it_anew_corrects(told):
    root = told.promise()
    told.at(FRI).says(root, FRI, "kept")
    assert refused(told.says, root, FRI, "kept") == "You have already said that."
    told.says(root, FRI, "kept", words={"said": "At a quarter to."})
    told.says(root, FRI, "late")
    assert told.state.promises[root].at(FRI).said == "late"
    assert len(told.line().last60) == 1


@pytest.mark.practice("E3")
def test_no_clock_marks_anything(told):
    root = told.promise()
    told.at("2031-01-01")
    assert told.shapes() == ""
    assert [item.state for item in promises.due(told.state, "toby", told.now)] == ["waits"]
    told.says(root, FRI, "kept")
    assert told.line().months.keys() == {"2026-03"}


@pytest.mark.practice("E4")
def test_said_in_time_with_a_new_time_that_then_counts(told):
    root = told.promise()
    told.at("2026-03-06 17:00").moves(root, FRI, "late", "2026-03-09T20:00")
    assert told.shapes() == "changed"
    assert told.state.promises[root].at(FRI).final == "2026-03-09T20:00"
    told.at("2026-03-10")
    assert [(item.due, item.key, item.state) for item in promises.due(told.state, "toby", told.now)] == [
        (FRI, "2026-03-09T20:00", "waits"),
    ]  # fmt: skip
    told.says(root, FRI, "kept")
    told.answers(root, FRI)
    stitch = told.line().last60[0]
    assert (stitch.shape, stitch.on, stitch.moved) == ("kept", "2026-03-09T20:00", 1)
    assert told.line().weeks.keys() == {"2026-03-09"}


@pytest.mark.practice("E4")
def test_moved_again_and_again_is_counted(told):
    root = told.promise()
    for new in ("2026-03-07", "2026-03-09", "2026-03-12"):
        told.moves(root, FRI, "cannot", new)
    assert told.line().last60[0].moved == told.state.promises[root].moved == 3
    assert told.line().months["2026-03"].moved == 1
    assert len(told.line().last60) == 1


@pytest.mark.practice("E4")
def test_said_in_time_with_no_new_time_is_over_and_no_break(told):
    root = told.promise()
    told.moves(root, FRI, "cannot")
    assert told.shapes() == "changed"
    assert root not in told.state.promises
    assert promises.due(told.state, "toby", told.now) == []
    told.at("2026-03-07")
    assert refused(told.answers, root, FRI, "yes", "missed") == (
        "Toby said in time that this would not happen. You can still say what it cost you."
    )
    told.does("remark", "anna", root, due=FRI, remark="cost", words={"said": "I had kept the evening free."})
    assert told.shapes() == "changed"
    told.says(root, FRI, "kept", words={"said": "It worked out after all."})
    assert told.shapes() == "said"


def test_late_without_a_new_time_still_waits_for_what_came(told):
    root = told.promise()
    told.moves(root, FRI, "late")
    assert told.shapes() == ""
    assert [item.state for item in promises.due(told.state, "toby", told.now)] == ["ahead"]
    told.at("2026-03-07")
    assert [item.state for item in promises.due(told.state, "toby", told.now)] == ["waits"]
    told.says(root, FRI, "late")
    told.answers(root, FRI)
    assert [(each.shape, each.moved) for each in told.line().last60] == [("late", 1)]


def test_late_once_more_leaves_the_new_time_as_it_is(told):
    root = told.promise()
    told.moves(root, FRI, "late", "2026-03-09")
    told.moves(root, FRI, "late")
    assert told.whole(root).at(FRI).final == "2026-03-09"
    assert [(each.shape, each.on, each.moved) for each in told.line().last60] == [("changed", "2026-03-09", 2)]


def test_when_it_can_no_longer_be_moved(told):
    root = told.promise(when=DAILY)
    past = "This is already past due, so it cannot be moved any more. You can say what came of it."
    assert refused(told.moves, root, "2026-03-02T19:00", by="anna") == "Only Toby can move this: it is Toby's promise."
    told.at("2026-03-02 19:00")
    assert refused(told.moves, root, "2026-03-02T19:00") == past
    told.says(root, "2026-03-03T19:00", "kept")
    said = "What came of this has already been said, so it cannot be moved any more."
    assert refused(told.moves, root, "2026-03-03T19:00") == said
    told.releases(root, "2026-03-04T19:00")
    assert refused(told.moves, root, "2026-03-04T19:00") == "Anna let you off this once."


def test_the_new_time_is_later_and_not_too_far(told):
    root = told.promise()
    later = "The new time has to be later than Friday 6 March."
    assert refused(told.moves, root, FRI, "late", FRI) == later
    assert refused(told.moves, root, FRI, "late", "2026-03-06T23:00") == later
    assert refused(told.moves, root, FRI, "late", "2026-03-04") == later
    assert refused(told.moves, root, FRI, "late", "2027-06-01") == "That is more than a year away. Choose a nearer day."
    assert refused(told.moves, root, FRI, "late", "soon") == "Choose the new day, and an hour if it needs one."
    assert refused(told.moves, root, FRI, "perhaps") == "That is not one of the choices here."
    told.moves(root, FRI, "late", "2026-03-07")
    assert refused(told.moves, root, FRI, "late", FRI) == "The new time has to be later than Saturday 7 March."


@pytest.mark.practice("E4")
def test_from_an_hour_to_the_end_of_that_day(told):
    root = told.promise(when=DAILY)
    told.moves(root, "2026-03-02T19:00", "late", "2026-03-02")
    told.at("2026-03-02 23:00").says(root, "2026-03-02T19:00", "kept")
    evening = told.promise(when=When("2026-03-03", "23:30"))
    told.at("2026-03-03").says(evening, "2026-03-03T23:30", "kept")
    assert [each.on for each in told.line().last60] == ["2026-03-02", "2026-03-03T23:30"]
    assert refused(told.moves, root, "2026-03-03T19:00", "late", "2026-03-03T18:00").startswith("This is already past")


@pytest.mark.practice("B7", "E6")
def test_the_maker_may_say_what_happened_before_anyone_has_noticed(told):
    root = told.promise()
    assert refused(told.explains, root, FRI) == "That day has not come yet."
    told.at(FRI).explains(root, FRI)
    told.says(root, FRI, "missed")
    told.answers(root, FRI)
    stitch = told.line().last60[0]
    assert (stitch.explained, stitch.owned, stitch.shape) == (True, True, "missed")


@pytest.mark.practice("E6")
def test_telling_it_oneself_weighs_the_same_and_stands_beside_it(told):
    first, second = told.promise(), told.promise()
    told.at("2026-03-07").says(first, FRI, "missed")
    told.answers(first, FRI)
    told.answers(second, FRI, "yes", "missed")
    told.says(second, FRI, "missed")
    assert [(each.shape, each.owned) for each in told.line().last60] == [("missed", True), ("missed", False)]


def test_what_cannot_be_explained(told):
    root = told.promise()
    told.at("2026-03-07").says(root, FRI, "kept")
    assert refused(told.explains, root, FRI) == "This was kept, and nobody says otherwise."
    assert refused(told.explains, root, FRI, by="anna") == "Only Toby can say what happened on Toby's side."
    assert refused(told.explains, root, FRI, " ") == "Write what happened."
    told.answers(root, FRI, "differently", "missed")
    told.explains(root, FRI)
    assert told.line().last60[0].explained


def test_far_back_the_thread_has_to_be_read(told):
    root = told.promise(when=DAILY)
    for _ in range(70):
        told.now += timedelta(days=1)
        due = promises.upcoming(told.whole(root), told.now)
        assert due
        told.says(root, due, "kept")
    promise = told.state.promises[root]
    assert len(promise.occurrences) == 60
    with pytest.raises(ReadTheThread):
        promises.say(promise, by="toby", due="2026-03-04T19:00", outcome="missed", now=told.now, names=names)
    told.says(root, "2026-03-04T19:00", "missed")
    assert told.line().months["2026-03"].said == 29
    assert told.fresh() == told.state
