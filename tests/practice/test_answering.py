"""What a receiver says of each time a promise to them falls due."""

import pytest

from reknit.practice import promises
from tests.practice.told import DAILY, Told, refused

FRI = "2026-03-06"


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.mark.practice("E3")
@pytest.mark.parametrize("outcome", ["kept", "late", "missed"])
def test_the_answer_makes_it_an_outcome(told, outcome):
    root = told.promise()
    told.at(FRI).says(root, FRI, outcome)
    assert told.shapes() == "said"
    told.answers(root, FRI)
    assert told.shapes() == outcome
    assert root not in told.state.promises


@pytest.mark.practice("E3", "B8")
def test_in_the_receivers_picture_their_word_counts_and_the_other_stands_beside_it(told):
    root = told.promise(to=("anna", "ben"))
    told.at(FRI).says(root, FRI, "kept")
    told.answers(root, FRI, "differently", "missed")
    told.answers(root, FRI, by="ben")
    assert (told.shapes(), told.shapes(receiver="ben")) == ("missed!", "kept")
    stitch = told.line().last60[0]
    assert (stitch.outcome, stitch.said, stitch.answer) == ("missed", "kept", "differently")
    assert told.line().months["2026-03"].differs == 1


@pytest.mark.practice("E3")
@pytest.mark.parametrize("answer", ["not_sure", "rather_not"])
def test_without_a_word_of_theirs_it_stands_as_said(told, answer):
    root = told.promise()
    told.at(FRI).says(root, FRI, "missed")
    told.answers(root, FRI, answer, "kept")
    stitch = told.line().last60[0]
    assert (stitch.shape, stitch.outcome, stitch.said, stitch.said_only) == ("said", "", "missed", True)
    assert root not in told.state.promises


@pytest.mark.practice("E3")
def test_the_receiver_may_speak_first(told):
    root = told.promise()
    assert refused(told.answers, root, FRI, "yes", "missed") == "That day has not come yet."
    told.at(FRI)
    assert refused(told.answers, root, FRI, "yes") == "Say how it was for you: kept, late or missed."
    assert refused(told.answers, root, FRI, "not_sure") == (
        "Toby has not said anything yet, so there is nothing to answer."
    )
    told.answers(root, FRI, "differently", "missed")
    given = told.state.promises[root].at(FRI).answers["anna"]
    assert (given.answer, given.seen, given.first) == ("yes", "missed", True)
    assert told.shapes() == "missed"
    told.says(root, FRI, "kept")
    assert told.shapes() == "missed!"
    assert promises.waiting_for_me(told.state, "anna") == []


@pytest.mark.practice("E3")
def test_a_miss_cannot_be_denied_away_once_it_was_agreed(told):
    root = told.promise()
    told.at(FRI).says(root, FRI, "missed")
    told.answers(root, FRI)
    told.at("2026-03-09").says(root, FRI, "kept")
    assert told.shapes() == "missed!"
    assert [item.state for item in promises.waiting_for_me(told.state, "anna")] == ["anew"]
    told.answers(root, FRI)
    assert told.shapes() == "kept"


def test_a_word_changed_to_what_the_receiver_saw_is_agreement(told):
    root = told.promise()
    told.at(FRI).says(root, FRI, "kept")
    told.answers(root, FRI, "differently", "missed")
    told.says(root, FRI, "missed")
    assert told.shapes() == "missed"


def test_an_answer_can_be_corrected(told):
    root = told.promise()
    told.at(FRI).says(root, FRI, "late")
    told.answers(root, FRI)
    assert refused(told.answers, root, FRI) == "You have already answered that."
    told.answers(root, FRI, words={"said": "Half an hour."})
    told.answers(root, FRI, "differently", "missed")
    assert told.shapes() == "missed!"
    assert refused(told.answers, root, FRI, "differently", "late") == (
        "That is also what Toby says, so you can simply agree."
    )
    told.answers(root, FRI, "rather_not")
    assert told.shapes() == "said"


def test_differently_says_how_it_was(told):
    root = told.promise()
    told.at(FRI).says(root, FRI, "kept")
    assert refused(told.answers, root, FRI, "differently") == "Say how it was for you: kept, late or missed."
    assert refused(told.answers, root, FRI, "differently", "so-so") == "That is not one of the choices here."
    assert refused(told.answers, root, FRI, "maybe") == "That is not one of the choices here."


def test_whose_answer_it_is(told):
    root = told.promise()
    told.at(FRI).says(root, FRI, "kept")
    assert refused(told.answers, root, FRI, by="toby") == (
        "Only Anna can say whether this was kept: the promise was made to Anna. "
        "You can say what came of it from your side."
    )
    assert refused(told.answers, root, FRI, by="ben") == "Only Anna can answer here: the promise was made to Anna."
    several = told.promise(to=("anna", "ben"))
    assert "made to Anna and Ben." in refused(told.answers, several, "2026-03-06", by="cleo")


@pytest.mark.practice("E3")
def test_several_at_once_are_several_answers(told):
    root = told.promise(when=DAILY)
    keys = [f"2026-03-0{number}T19:00" for number in range(2, 7)]
    for key in keys:
        told.at(key[:10]).says(root, key, "kept")
    for item in promises.waiting_for_me(told.state, "anna"):
        told.answers(item.promise.id, item.due)
    assert told.shapes() == "kept kept kept kept kept"


@pytest.mark.practice("E3")
def test_letting_someone_off_once_is_no_outcome(told):
    root = told.promise(when=DAILY)
    told.releases(root, "2026-03-02T19:00", words={"said": "Sleep."})
    assert told.shapes() == "released"
    assert refused(told.says, root, "2026-03-02T19:00", "kept") == "Anna let you off this once."
    assert refused(told.releases, root, "2026-03-02T19:00") == "You have already let this go."
    told.at("2026-03-03").says(root, "2026-03-03T19:00", "missed")
    assert refused(told.releases, root, "2026-03-03T19:00") == (
        "What came of this has already been said. It stays as it is, and you can say what it meant to you."
    )
    assert refused(told.releases, root, "2026-03-04T19:00", by="toby") == (
        "Only Anna can let you off this: the promise was made to Anna."
    )
    told.answers(root, "2026-03-02T19:00", "yes", "kept")
    assert told.shapes() == "kept said"


def test_one_of_several_lets_it_go_for_themselves(told):
    root = told.promise(to=("anna", "ben"))
    told.releases(root, FRI)
    told.at(FRI).says(root, FRI, "late")
    told.answers(root, FRI, by="ben")
    assert (told.shapes(), told.shapes(receiver="ben")) == ("released", "late")
    assert root not in told.state.promises


@pytest.mark.practice("E4", "A10")
def test_what_it_cost_and_whether_all_is_well(told):
    root = told.promise(when=DAILY)
    due = "2026-03-02T19:00"
    assert refused(told.does, "remark", "anna", root, due=due, remark="hurt") == (
        "Nothing has happened here yet that this could be about."
    )
    told.moves(root, due, "late", "2026-03-02T21:00")
    told.does("remark", "anna", root, due=due, remark="cost", words={"said": "The soup went cold."})
    assert refused(told.does, "remark", "toby", root, due=due, remark="hurt") == (
        "Whether this cost or hurt Anna is theirs to say."
    )
    assert refused(told.does, "remark", "ben", root, due=due, remark="hurt") == (
        "Only someone this promise is between can say something here."
    )
    told.does("remark", "toby", root, due=due, remark="reply", words={"said": "I see that."})
    told.at("2026-03-03 22:00").does("remark", "anna", root, due="2026-03-03T19:00", remark="all_right")
    remarks = told.state.promises[root].at(due).remarks
    assert [(said.by, said.remark) for said in remarks] == [("anna", "cost"), ("toby", "reply")]
    assert told.shapes() == "changed"


def test_a_reply_needs_something_to_reply_to_and_words(told):
    root = told.promise()
    told.at("2026-03-07")
    assert refused(told.does, "remark", "toby", root, due=FRI, remark="reply", words={"said": "Yes."}) == (
        "There is nothing to reply to here yet."
    )
    assert refused(told.does, "remark", "toby", root, due=FRI, remark="reply") == "Write your reply."
    assert refused(told.does, "remark", "anna", root, due=FRI, remark="shout") == "That is not one of the choices here."


@pytest.mark.practice("E3")
def test_years_later_a_settled_thing_can_still_be_corrected(told):
    root = told.promise()
    told.at(FRI).says(root, FRI, "kept")
    told.answers(root, FRI)
    assert root not in told.state.promises
    told.at("2033-01-01").says(root, FRI, "missed", words={"said": "It was not true."})
    assert told.shapes() == "kept!"
    assert root in told.state.promises
    told.answers(root, FRI)
    assert told.shapes() == "missed"
    assert told.line().months.keys() == {"2026-03"}
    assert told.line().months["2026-03"].kept == 0
    assert root not in told.state.promises
    assert told.fresh() == told.state
