"""What an apology and amends come to in a picture: only what the person hurt said of them, never words alone."""

from datetime import date
from typing import Any

import pytest

from reknit.engine import inputs
from reknit.engine.picture import read
from reknit.picture.gather import Direction, gather
from reknit.practice.events import Event
from reknit.practice.facts_amends import (
    AmendsAnswered,
    AmendsConfirmed,
    AmendsDone,
    AmendsOffered,
    ApologyAnswered,
    ApologyOffered,
    NoMoreApologies,
)
from reknit.practice.facts_repair import BreachNamed
from tests.picture.told import ANNA, TOBY, event, on

WAY = Direction(ANNA, TOBY, "UTC")
ALL = ("did", "effect", "mine", "sorry", "repair", "change")


def named() -> Event:
    return event(ANNA, BreachNamed(doer=TOBY, hurt=ANNA, size="major"), day=1)


def offered(root: Event, day: int = 2) -> Event:
    return event(TOBY, ApologyOffered(), about=root.id, day=day)


def answered(root: Event, apology: Event, answer: Any, parts: Any = (), *, by: str = ANNA, day: int = 3) -> Event:
    return event(by, ApologyAnswered(apology.id, answer, parts), about=root.id, day=day)


def found(events: list[Event], kind: type) -> list[Any]:
    return [one for one in gather(events, WAY) if isinstance(one, kind)]


@pytest.mark.practice("D4", "A6")
@pytest.mark.parametrize("answer", ["", "not_ready", "need", "not_this", "received", "no_more"])
def test_an_apology_in_which_nothing_was_marked_gives_nothing(answer: str) -> None:
    root = named()
    told = [root, offered(root)]
    assert gather(told, WAY) == gather([root], WAY)
    if answer:
        assert gather([*told, answered(root, told[1], answer)], WAY) == gather([root], WAY)


@pytest.mark.practice("D1", "D4")
@pytest.mark.parametrize("answer", ["not_ready", "need", "not_this", "received", "no_more"])
def test_only_what_she_marked_is_taken_whatever_she_answers(answer: str) -> None:
    root = named()
    sorry = offered(root)
    [one] = found([root, sorry, answered(root, sorry, answer, ("did", "effect", "mine"))], inputs.Apology)
    assert one.parts == {"explanation", "responsibility"}
    assert (one.id, one.about, one.day.isoformat()) == (sorry.id, root.id, on(3))


def test_her_last_word_on_it_stands_and_nobody_elses() -> None:
    root = named()
    sorry = offered(root)
    told = [root, sorry, answered(root, sorry, "received", ALL, by=TOBY)]
    assert found(told, inputs.Apology) == []
    told += [answered(root, sorry, "received", ALL), answered(root, sorry, "not_this", ("sorry",), day=9)]
    [one] = found(told, inputs.Apology)
    assert (one.parts, one.day.isoformat()) == ({"regret"}, on(9))
    assert found([*told, answered(root, sorry, "not_this", day=10)], inputs.Apology) == []
    assert found([*told, event(ANNA, NoMoreApologies("held"), about=root.id, day=11)], inputs.Apology) == [one]


@pytest.mark.practice("D5")
def test_amends_weigh_once_she_says_that_they_were_made_good() -> None:
    root = named()
    pay = event(TOBY, AmendsOffered(on(9)), about=root.id, day=2)
    told = [
        root, pay,
        event(ANNA, AmendsAnswered(pay.id, "fits"), about=root.id, day=3),
        event(TOBY, AmendsDone(pay.id), about=root.id, day=4),
        event(TOBY, AmendsConfirmed(pay.id, "made_good"), about=root.id, day=4),
    ]  # fmt: skip
    assert found(told, inputs.Amends) == []
    told.append(event(ANNA, AmendsConfirmed(pay.id, "made_good"), about=root.id, day=5))
    [one] = found(told, inputs.Amends)
    assert (one.id, one.confirmed, one.day.isoformat()) == (pay.id, True, on(5))
    told.append(event(ANNA, AmendsConfirmed(pay.id, "not_yet"), about=root.id, day=6))
    assert found(told, inputs.Amends) == []


def reading(events: list[Event]) -> Any:
    return read(gather(events, WAY), date.fromisoformat(on(20)))


@pytest.mark.practice("A6", "D5")
def test_words_and_more_and_more_amends_raise_no_record_and_close_nothing() -> None:
    """Marked in full they mend a part, and no more than that; amends mend more, once."""
    root = named()
    before = reading([root])
    told, mended = [root], [before.harm.breaches[0].r]
    sorry = offered(root)
    told += [sorry, answered(root, sorry, "received", ALL)]
    mended.append(reading(told).harm.breaches[0].r)
    for day in (4, 5):
        pay = event(TOBY, AmendsOffered(on(9)), about=root.id, day=day)
        told += [pay, event(ANNA, AmendsConfirmed(pay.id, "made_good"), about=root.id, day=day)]
        mended.append(reading(told).harm.breaches[0].r)
    assert mended[0] < mended[1] < mended[2] == mended[3] < 0.5
    after = reading(told)
    assert after.record == before.record
    assert after.harm.breaches[0].closed == ""
