"""Making a promise, ending one, taking somebody's word."""

import pytest

from reknit.practice import promises
from reknit.practice.facts import When
from tests.practice.told import BERLIN, DAILY, FRIDAY, Told, local, names, refused

NOW = local("2026-03-02 09:00")
GIVEN = {
    "by": "toby", "to": ("anna",), "when": FRIDAY, "zone": BERLIN, "words": {"what": "call"}, "now": NOW,
}  # fmt: skip


def no(**changed) -> str:
    return refused(promises.make, **{**GIVEN, **changed})


@pytest.mark.practice("E1", "E8")
def test_a_promise_is_made_to_one_to_several_to_everyone():
    for to in (("anna",), ("anna", "ben"), ("anna", "ben", "cleo")):
        made = promises.make(**{**GIVEN, "to": to})
        assert (made.to, made.when, made.zone) == (to, FRIDAY, BERLIN)
    assert promises.make(**{**GIVEN, "to": ("a seat nobody has taken yet",)})


@pytest.mark.practice("E2")
def test_how_sure_and_how_much_it_matters_are_told_with_it():
    made = promises.make(**GIVEN, sure=1, weight=2, facet="responsiveness")
    assert (made.sure, made.weight, made.facet) == (1, 2.0, "responsiveness")
    assert isinstance(made.weight, float)
    assert [str(word) for word in promises.SURE.values()] == [
        "I hope I can", "I think I can", "I mean to, and little could stop me", "You can build on it",
    ]  # fmt: skip


def test_who_it_may_be_made_to():
    assert no(to=()) == "Choose who you promise this to."
    assert no(to=("toby",)) == no(to=("anna", "toby")) == "A promise here is made to somebody else."
    assert no(to=("anna", "anna")) == "Choose each person once."
    assert no(left={"anna"}) == "You chose someone who is no longer in this space."


def test_what_it_says():
    assert no(words={}) == no(words={"what": "  \r\n"}) == "Write what you promise."
    long = "This is longer than one entry can hold (20,000 characters). You can share it out over two."
    assert no(words={"what": "x" * 20_001}) == no(words={"what": "x", "between": "y" * 20_001}) == long
    assert promises.make(**{**GIVEN, "words": {"what": " " * 9 + "x" * 20_000}})
    assert no(sure=5) == "Choose how sure you are."
    assert no(weight=3) == "Choose how much this matters."
    assert no(facet="charm") == "That is not one of the choices here."


def test_when_it_falls():
    passed = "That time has already passed. Choose a later one."
    assert no(when=When("2026-03-01")) == passed
    assert no(when=When("2026-03-02", "09:00")) == no(when=When("2026-03-02", "09:00", "FREQ=DAILY")) == passed
    assert promises.make(**{**GIVEN, "when": When("2026-03-02", "09:01")})
    assert promises.make(**{**GIVEN, "when": When("2026-03-02")})
    assert (
        no(when=When("2026-02-30"))
        == no(when=When("2026-03-05", "25:00"))
        == no(when=When("soon"))
        == ("Choose a day, and an hour if it needs one.")
    )
    assert no(zone="Mars/Base") == "That time zone is not known here."
    assert no(when=When("2026-03-31", rule="FREQ=MONTHLY")) == (
        "Not every month has that day. Say what happens in a shorter month."
    )
    for number in (29, 30):
        assert no(when=When(f"2026-03-{number}", rule="FREQ=MONTHLY")).startswith("Not every month")
    assert promises.make(**{**GIVEN, "when": When("2026-03-28", rule="FREQ=MONTHLY")})
    assert no(when=When("2026-03-05", rule="FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31;UNTIL=20260330")) == (
        "This would not fall on any day in the next ten years. Choose other days."
    )


def test_today_is_the_makers_today():
    """At 23:30 in Berlin it is still the second in Lisbon and already the third in Kyiv."""
    evening = local("2026-03-02 23:30")
    assert promises.make(**{**GIVEN, "now": evening, "when": When("2026-03-02"), "zone": "Europe/Lisbon"})
    assert "passed" in no(now=evening, when=When("2026-03-02"), zone="Europe/Kyiv")


@pytest.mark.practice("E1")
@pytest.mark.parametrize("by", ["toby", "anna"])
def test_either_ends_it_and_nothing_more_comes_due(by):
    told = Told()
    root = told.promise(when=DAILY)
    told.at("2026-03-03").says(root, "2026-03-02T19:00", "kept")
    told.at("2026-03-04 12:00").does("end", by, root)
    assert told.state.promises[root].ended_by == by
    assert [item.due for item in promises.due(told.state, "toby", told.now)] == ["2026-03-03T19:00"]
    assert refused(told.says, root, "2026-03-05T19:00", "kept") == (
        "This promise ended on Wednesday 4 March, before that was due."
    )
    assert refused(told.does, "end", by, root) == "This promise has already ended."
    told.says(root, "2026-03-03T19:00", "missed")
    told.answers(root, "2026-03-02T19:00")
    told.answers(root, "2026-03-03T19:00")
    assert root not in told.state.promises


def test_who_may_not_end_it_and_when_there_is_nothing_to_end():
    told = Told()
    root = told.promise()
    assert refused(told.does, "end", "ben", root) == "Only someone this promise is between can end it."
    told.at("2026-03-07")
    assert refused(told.does, "end", "toby", root).startswith("Nothing more comes due")


def test_a_promise_ended_before_it_was_due_is_gone_at_once():
    told = Told()
    root = told.promise()
    told.moves(root, "2026-03-06", "late", "2026-03-09")
    told.at("2026-03-08").does("end", "anna", root, words={"why": "We have other plans."})
    assert not told.state.promises
    assert told.whole(root).ended_words == {"why": "We have other plans."}
    assert told.shapes() == "released"


def test_ended_with_all_said_before_it_is_gone_at_once():
    told = Told()
    root = told.promise(when=DAILY)
    told.releases(root, "2026-03-02T19:00")
    told.moves(root, "2026-03-03T19:00", "cannot")
    told.at("2026-03-04 12:00").does("end", "anna", root)
    assert not told.state.promises


def test_ended_it_stays_while_what_fell_due_before_waits():
    told = Told()
    root = told.promise(when=DAILY)
    told.at("2026-03-02").explains(root, "2026-03-02T19:00")
    told.at("2026-03-03 12:00").does("end", "anna", root)
    assert root in told.state.promises
    told.says(root, "2026-03-02T19:00", "late")
    assert root in told.state.promises
    told.answers(root, "2026-03-02T19:00")
    assert root not in told.state.promises


@pytest.mark.practice("E3")
def test_taking_someones_word_and_taking_it_back():
    told = Told()
    root = told.promise(when=DAILY)
    told.at("2026-03-02").says(root, "2026-03-02T19:00", "kept")
    told.at("2026-03-03").does("take_word", "anna", root)
    assert told.shapes() == "said"
    told.says(root, "2026-03-03T19:00", "kept")
    told.at("2026-03-04").says(root, "2026-03-04T19:00", "late")
    assert told.shapes() == "said kept late"
    told.at("2026-03-05").does("take_back", "anna", root)
    told.says(root, "2026-03-05T19:00", "kept")
    assert told.shapes() == "said kept late said"
    assert refused(told.does, "take_back", "anna", root) == "You already answer for yourself here."


def test_whose_word_may_be_taken():
    told = Told()
    root = told.promise(to=("anna", "ben"))
    told.does("take_word", "anna", root)
    assert refused(told.does, "take_word", "anna", root) == "You already take Toby's word on this."
    assert refused(told.does, "take_word", "toby", root).startswith("This is your own promise.")
    assert refused(told.does, "take_word", "cleo", root) == "Toby made this promise to somebody else."
    told.at("2026-03-06").says(root, "2026-03-06", "kept")
    assert (told.shapes(), told.shapes(receiver="ben")) == ("kept", "said")


@pytest.mark.practice("E3")
def test_a_miss_is_not_denied_away_under_a_taken_word():
    told = Told()
    root = told.promise(when=DAILY)
    told.does("take_word", "anna", root)
    told.at("2026-03-02").says(root, "2026-03-02T19:00", "missed")
    told.says(root, "2026-03-02T19:00", "kept")
    assert told.shapes() == "missed!"
    assert [item.state for item in promises.waiting_for_me(told.state, "anna")] == ["anew"]
    told.answers(root, "2026-03-02T19:00", "yes")
    assert told.shapes() == "kept"


def test_admitting_more_under_a_taken_word_is_taken_too():
    told = Told()
    root = told.promise(when=DAILY)
    told.does("take_word", "anna", root)
    told.at("2026-03-02").says(root, "2026-03-02T19:00", "kept")
    told.says(root, "2026-03-02T19:00", "missed")
    assert told.shapes() == "missed"
    assert names("anna") == "Anna"
