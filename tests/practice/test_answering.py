"""What a receiver says of each time a promise to them falls due."""

import pytest

from reknit.practice import promises
from reknit.practice.events import OccurrenceAnswered
from reknit.practice.facts import When
from tests.practice.told import DAILY, Told, refused

FRI, SAT = "2026-03-06", "2026-03-07"


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
    told.at(SAT).says(root, FRI, "kept")
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
    assert refused(told.answers, root, FRI, "yes", "missed") == "This is not past due yet, so it can still be kept."
    assert refused(told.answers, root, FRI, "yes", "late") == "This is not past due yet, so it can still be kept."
    told.at(SAT)
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
    told.at(SAT).says(root, FRI, "kept")
    told.answers(root, FRI, "differently", "missed")
    told.says(root, FRI, "missed")
    assert told.shapes() == "missed"


def test_an_answer_can_be_corrected(told):
    root = told.promise()
    told.at(SAT).says(root, FRI, "late")
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
    assert refused(told.answers, root, "2026-03-02T19:00", "yes", "kept") == "You let this go. It counts as nothing."
    told.record("anna", OccurrenceAnswered(due="2026-03-02T19:00", answer="yes", seen="kept"), about=root)
    assert told.shapes() == "released said"


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


@pytest.mark.practice("E3", "B8")
def test_a_yes_to_another_word_than_the_makers_is_what_they_saw(told):
    root = told.promise()
    told.at(SAT).says(root, FRI, "kept")
    told.says(root, FRI, "missed")
    told.answers(root, FRI, "yes", "kept")
    assert told.shapes() == "kept!"
    assert told.line().last60[0].answer == "differently"
    told.answers(root, FRI, "yes", "missed")
    assert told.shapes() == "missed"


@pytest.mark.practice("E3")
def test_late_and_missed_are_the_receivers_to_say_once_it_is_past_due(told):
    root = told.promise(when=DAILY)
    due, early = "2026-03-02T19:00", "This is not past due yet, so it can still be kept."
    told.at("2026-03-02 18:59").says(root, due, "kept")
    assert refused(told.answers, root, due, "differently", "late") == early
    assert refused(told.answers, root, due, "yes", "missed") == early
    told.at("2026-03-02 19:00").answers(root, due, "differently", "late")
    told.at("2026-03-03 00:01").answers(root, "2026-03-03T19:00", "yes", "kept")
    assert told.shapes() == "late! kept"


def test_agreeing_with_the_maker_may_come_before_it_is_due(told):
    root = told.promise()
    told.at(FRI).says(root, FRI, "missed")
    told.answers(root, FRI, "yes", "missed")
    assert told.shapes() == "missed"


def test_one_of_many_is_let_go_within_sixty_days(told):
    root = told.promise(when=DAILY)
    far = "That one is still far off. It can be changed once it is at most 60 days away."
    assert refused(told.releases, root, "2026-05-02T19:00") == far
    assert refused(told.moves, root, "2026-05-02T19:00", "cannot") == far
    told.releases(root, "2026-05-01T19:00")
    told.moves(root, "2026-04-30T19:00", "cannot", "2026-06-30")
    told.moves(root, "2026-04-30T19:00", "cannot", "2026-07-30")
    once = told.promise(when=When("2027-03-02"))
    told.releases(once, "2027-03-02")
    assert told.shapes() == "released changed released"


def test_each_thing_is_said_once_and_replies_are_few(told):
    root = told.promise(to=("anna", "ben"))
    told.at("2026-03-07")
    again = "You have already said this here. It stands."
    for said in ("cost", "hurt", "all_right"):
        told.does("remark", "anna", root, due=FRI, remark=said)
        assert refused(told.does, "remark", "anna", root, due=FRI, remark=said, words={"said": "More."}) == again
    told.does("remark", "ben", root, due=FRI, remark="hurt")
    for number in range(6):
        told.does("remark", "toby", root, due=FRI, remark="reply", words={"said": f"{number}"})
    assert refused(told.does, "remark", "toby", root, due=FRI, remark="reply", words={"said": "7"}) == again
    told.does("remark", "anna", root, due=FRI, remark="reply", words={"said": "I see."})
    assert len(told.whole(root).at(FRI).remarks) == 11


@pytest.mark.practice("E3")
def test_a_word_taken_does_not_reach_back(told):
    root = told.promise(when=DAILY)
    first, second = "2026-03-02T19:00", "2026-03-03T19:00"
    told.at("2026-03-02 20:00").says(root, first, "late")
    told.does("take_word", "anna", root)
    told.at("2026-03-03 20:00").says(root, first, "kept")
    told.says(root, second, "kept")
    assert told.shapes() == "said kept"
    told.says(root, second, "missed")
    assert told.shapes() == "said missed"
    told.does("take_back", "anna", root)
    told.at("2026-03-04 12:00").does("take_word", "anna", root)
    told.says(root, second, "late")
    assert [item.due for item in promises.waiting_for_me(told.state, "anna")] == [first, second]
    assert told.fresh() == told.state
