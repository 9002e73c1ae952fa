"""What acts alone show that undoes a repair: seldom, only to the one who can change it, and never pain that returns."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reknit.practice import repairing, undoing
from reknit.practice.events import Event
from reknit.practice.facts import When
from reknit.practice.facts_mending import (
    CameBack,
    ChangeLinked,
    ChapterWritten,
    QuestionAnswered,
    QuestionPut,
    QuestionTimed,
    RepairReopened,
    SetbackOwned,
)
from reknit.practice.facts_repair import (
    Acknowledged,
    AcknowledgementAnswered,
    BreachNamed,
    FeelingsNamed,
    HeardSaid,
    ImpactSaidBack,
    ImpactTold,
)
from reknit.practice.occurrence import Promise
from tests.practice.told import local

BEGAN = local("2026-03-10 09:00")
Line = tuple[float, str, Any]


def seen(*lines: Line, after: float, seat: str = "toby", promises: tuple[Promise, ...] = ()) -> str | None:
    """What is said to this seat so many days after Anna named what Toby did; each line has its day."""
    thread = [Event("e1", 1, "anna", "e1", BEGAN, BreachNamed(doer="toby", hurt="anna", size="major"), {"what": "A."})]
    for day, by, facts in lines:
        thread.append(Event(f"e{len(thread) + 1}", len(thread) + 1, by, "e1", at(day), facts, {"said": "So."}))
    breach = repairing.replay("e1", thread)
    assert breach is not None
    return undoing.seen(breach, thread, promises, seat=seat, now=at(after))


def at(day: float) -> datetime:
    return BEGAN + timedelta(days=day)


def promise(made: float, ended: float, by: str = "toby") -> Promise:
    when = When(day="2026-03-20", at="", rule="")
    return Promise("p", "toby", ("anna",), when, "Europe/Berlin", at(made), ended_by=by, ended_at=at(ended))


OWNED: Line = (1, "toby", Acknowledged())
NOT_YET: Line = (2, "anna", AcknowledgementAnswered("not_yet"))
MISSING: Line = (2, "anna", AcknowledgementAnswered("missing"))
OFFERS: list[Line] = [(day, "toby", QuestionTimed("q", f"2026-03-2{day}")) for day in (2, 3, 4)]
TOLD_TWICE: list[Line] = [(20, "toby", SetbackOwned()), (30, "toby", SetbackOwned())]


@pytest.mark.practice("C12", "A9", "C11")
@pytest.mark.parametrize(
    ("lines", "after", "name"),
    [
        ([OWNED, NOT_YET, (2.5, "toby", Acknowledged())], 3, "soon"),
        ([OWNED, NOT_YET, (4, "toby", Acknowledged())], 5, None),
        ([OWNED, MISSING, (2.1, "toby", Acknowledged())], 3, None),
        ([(2, "anna", HeardSaid("not_yet")), (2.1, "toby", ImpactSaidBack())], 3, "soon"),
        ([(1, "anna", QuestionPut()), *OFFERS], 5, "moved"),
        ([(1, "anna", QuestionPut()), *OFFERS[:2], (3.5, "toby", QuestionAnswered("q")), OFFERS[2]], 5, None),
        ([(3, "toby", ChapterWritten())], 4, "early"),
        ([(2, "anna", HeardSaid("heard")), (3, "toby", ChapterWritten())], 4, None),
        ([(2, "anna", ChapterWritten()), (3, "toby", ChapterWritten())], 4, None),
        ([(30, "toby", ChapterWritten())], 31, None),
        (TOLD_TWICE, 31, "same"),
        ([TOLD_TWICE[0], (25, "toby", ChangeLinked("p")), TOLD_TWICE[1]], 31, None),
    ],
)
def test_what_acts_show_is_said_to_the_one_who_can_change_it(lines: list[Line], after: float, name: str | None) -> None:
    assert seen(*lines, after=after) == name
    for other in ("anna", "maya"):
        assert seen(*lines, after=after, seat=other) is None


@pytest.mark.practice("C12", "C5")
def test_promises_made_and_ended_again() -> None:
    one, two = promise(1, 5), promise(6, 10)
    assert seen(OWNED, after=11, promises=(one, two)) == "ended"
    assert seen(OWNED, after=11, promises=(one,)) is None
    assert seen(OWNED, after=41, promises=(promise(1, 40), promise(2, 40))) is None
    assert seen(OWNED, after=11, promises=(one, promise(6, 10, by="anna"))) is None


@pytest.mark.practice("C12")
def test_it_is_said_seldom_and_not_for_long() -> None:
    lines = [(day, "toby", SetbackOwned()) for day in (1, 20, 40, 90)]
    said = {day: seen(*[line for line in lines if line[0] <= day], after=day) for day in range(120)}
    assert [day for day, name in said.items() if name] == [*range(20, 27), *range(90, 97)]


@pytest.mark.practice("C12", "C15", "F11", "C14")
@given(st.lists(st.sampled_from([
    CameBack(), QuestionPut(), RepairReopened(), FeelingsNamed(("anger",)), ImpactTold(), HeardSaid("not_yet"),
    AcknowledgementAnswered("not_yet"), ChapterWritten(),
]), max_size=12))  # fmt: skip
def test_nothing_the_person_hurt_does_is_ever_one_of_them(said: list[Any]) -> None:
    lines: list[Line] = [(number / 10, "anna", facts) for number, facts in enumerate(said)]
    for seat in ("anna", "toby"):
        assert seen(*lines, after=2, seat=seat) is None
