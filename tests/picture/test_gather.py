"""From what was said to what the engine takes: only the person's own word weighs, each thing once, on its own day."""

from datetime import date, timedelta

import pytest

from reknit.engine import inputs
from reknit.picture.gather import Direction, gather, outcome_id
from reknit.practice.events import Event, OccurrenceAnswered, OccurrenceMoved, OccurrenceReleased
from reknit.practice.facts_daily import (
    CheckedIn,
    CrackExplained,
    CrackNoted,
    CrackSetDown,
    ExplanationAnswered,
    MomentNoted,
)
from reknit.practice.facts_mending import BoundaryHonoured, RecordBegunAnew, RepairClosed, RepairReopened
from reknit.practice.facts_repair import Acknowledged, AcknowledgementAnswered, BreachNamed, BreachSized, Since
from tests.picture.told import ANNA, DAY, TOBY, daily, event, on

WAY = Direction(ANNA, TOBY, "UTC")
BACK = Direction(TOBY, ANNA, "UTC")


def kinds(events: list[Event], way: Direction = WAY) -> list[str]:
    return [type(one).__name__ for one in gather(events, way)]


@pytest.mark.practice("A1", "E3")
def test_the_word_of_who_was_promised_is_the_outcome() -> None:
    told = daily("klm")
    found = gather(told, WAY)
    assert [(one.shape, one.by_viewer) for one in found if isinstance(one, inputs.Outcome)] == [
        ("kept", True),
        ("late", True),
        ("missed", True),
    ]
    assert [one.day for one in found] == [DAY.date() + timedelta(days=n) for n in (1, 2, 3)]
    assert gather(told, BACK) == []


def test_what_only_its_maker_says_is_taken_as_said() -> None:
    assert [(one.shape, one.by_viewer) for one in gather(daily("k", answered=False), WAY)] == [("kept", False)]


def test_an_answer_corrected_later_is_one_outcome_and_the_new_one() -> None:
    told = daily("k")
    told.append(
        event(ANNA, OccurrenceAnswered(due=on(1), answer="differently", seen="missed"), about=told[0].id, day=9)
    )
    [one] = gather(told, WAY)
    assert (one.shape, one.differs, one.id) == ("missed", True, outcome_id(told[0].id, on(1)))
    assert one.day == date.fromisoformat(on(1))


def test_changed_in_time_and_let_off_are_no_outcomes() -> None:
    told = daily("")
    told.append(event(TOBY, OccurrenceMoved(due=on(1), how="cannot"), about=told[0].id))
    told.append(event(ANNA, OccurrenceReleased(due=on(2)), about=told[0].id))
    assert gather(told, WAY) == []


@pytest.mark.practice("A5", "A7")
def test_a_crack_is_its_tellers_and_its_explanation_counts_where_it_helped() -> None:
    crack = event(ANNA, CrackNoted(whose=TOBY, day=on(0), act="late"))
    said = event(TOBY, CrackExplained(), about=crack.id)
    no, yes = (event(ANNA, ExplanationAnswered(helped=helped), about=crack.id) for helped in ("no", "yes"))
    assert [(one.helped, one.about) for one in gather([crack, said, no], WAY)[1:]] == [(False, crack.id)]
    assert [(one.helped, one.about) for one in gather([crack, said, no, yes], WAY)[1:]] == [(True, crack.id)]
    assert gather([crack, said, yes], BACK) == []
    let_go = event(ANNA, CrackSetDown(), about=crack.id, day=3)
    assert kinds([crack, let_go]) == ["Crack", "SetDown"]
    assert kinds([crack, event(TOBY, CrackSetDown(), about=crack.id)]) == ["Crack"], "only its owner lets it go"


def test_what_its_doer_says_first_weighs_nothing_until_the_other_says_something() -> None:
    assert gather([event(TOBY, CrackNoted(whose=TOBY, day=on(0)))], WAY) == []
    named = event(TOBY, BreachNamed(doer=TOBY, hurt=ANNA, size="slight"))
    assert gather([named], WAY) == []
    sized = event(ANNA, BreachSized(size="severe"), about=named.id, day=1)
    [breach] = gather([named, sized], WAY)
    assert breach.severity == 1
    assert gather([named, sized], BACK) == []


@pytest.mark.practice("A14", "A6", "C11")
def test_a_breach_and_what_was_done_about_it() -> None:
    named = event(ANNA, BreachNamed(doer=TOBY, hurt=ANNA, size="major", deceit=True, since=Since("day", on(-3))))
    owned = event(TOBY, Acknowledged(), about=named.id, day=1)
    later = [
        event(ANNA, AcknowledgementAnswered(answer="missing"), about=named.id, day=2),
        event(TOBY, Acknowledged(), about=named.id, day=3),
        event(ANNA, AcknowledgementAnswered(answer="full"), about=named.id, day=4),
        event(ANNA, BoundaryHonoured(boundary="x"), about=named.id, day=5),
        event(ANNA, RecordBegunAnew(on=on(5)), about=named.id, day=5),
        event(ANNA, RepairClosed(how="repaired"), about=named.id, day=90),
        event(ANNA, RepairReopened(), about=named.id, day=95),
        event(ANNA, RepairClosed(how="set_down"), about=named.id, day=96),
    ]
    found = gather([named, owned, *later], WAY)
    assert [type(one).__name__ for one in found] == [
        "Breach", "Acknowledged", "Boundary", "NewRecord", "Closed", "Reopened", "SetDown",
    ]  # fmt: skip
    assert (found[0].day, found[0].severity, found[0].deceit) == (date.fromisoformat(on(-3)), 0.75, True)
    assert (found[1].day, found[1].full) == (date.fromisoformat(on(4)), True)


def test_an_acknowledgement_nobody_called_full_is_given_as_such() -> None:
    named = event(ANNA, BreachNamed(doer=TOBY, hurt=ANNA))
    owned = event(TOBY, Acknowledged(), about=named.id, day=1)
    assert [one.full for one in gather([named, owned], WAY)[1:]] == [False]
    forged = event(TOBY, AcknowledgementAnswered(answer="full"), about=named.id, day=1)
    assert [one.full for one in gather([named, owned, forged], WAY)[1:]] == [False], "nobody calls their own full"


def test_the_same_again_is_told_by_its_pattern_or_by_what_it_repeats() -> None:
    first = event(ANNA, BreachNamed(doer=TOBY, hurt=ANNA))
    again = event(ANNA, BreachNamed(doer=TOBY, hurt=ANNA, repeats=first.id), day=30)
    third = event(ANNA, BreachNamed(doer=TOBY, hurt=ANNA, repeats=again.id), day=60)
    apart = event(ANNA, BreachNamed(doer=TOBY, hurt=ANNA), day=40)
    found = gather([first, again, third, apart], WAY)
    assert [one.kind for one in found] == [first.id, first.id, first.id, apart.id]


def test_moments_and_check_ins_are_ones_own() -> None:
    good = event(ANNA, MomentNoted(day=on(0), whose=TOBY))
    own = event(ANNA, CheckedIn(day=on(0), toward=TOBY, trusting=4))
    left_open = event(ANNA, CheckedIn(day=on(1), safe=2))
    theirs = event(TOBY, CheckedIn(day=on(0), toward=ANNA, trusting=1))
    assert kinds([good, own, left_open, theirs]) == ["Moment", "CheckIn"]
    assert kinds([good, own, left_open, theirs], BACK) == ["CheckIn"]
    assert kinds([event(ANNA, MomentNoted(day=on(0)))]) == [], "something good of nobody's doing"


def test_nothing_counts_on_a_day_after_it_was_told() -> None:
    crack = event(ANNA, CrackNoted(whose=TOBY, day=on(5)), day=0)
    assert [one.day for one in gather([crack], WAY)] == [DAY.date()]
