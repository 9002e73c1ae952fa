"""A direction as a whole: exact explanations, snapshots that go on identically, what was known then, nothing from
nothing."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from unittest import mock
from uuid import UUID

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reknit.engine import snapshot, why
from reknit.engine.direction import Fold
from reknit.engine.inputs import FACETS, AnyInput, Outcome
from reknit.engine.picture import look, read
from reknit.engine.slights import Forgotten
from reknit.engine.why import Account
from tests.engine.telling import WHOLE, Telling, on


def lived(seed: int, days: int, reports: float = 0.15) -> list[AnyInput]:
    """A life of so many days in which anything may happen."""
    dice, life, opened = random.Random(seed), Telling(), list[str]()
    for day in range(days):
        for _ in range(dice.choice([0, 1, 1, 2, 4])):
            facet = dice.choice(["", *FACETS])
            what = dice.choice(["kept"] * 6 + ["late", "missed", "crack", "moment", "boundary", "said", "words", "end"])
            if what in ("kept", "late", "missed"):
                name = life.tell("outcome", day, shape=what, weight=dice.choice([0.5, 1, 2]), facet=facet)
                opened += [name] if what != "kept" else []
            elif what == "said":
                life.tell("outcome", day, shape="kept", by_viewer=False)
            elif what == "crack":
                opened.append(life.tell("crack", day, kind=dice.choice(["late", "mocked"]), facet=facet))
            elif what == "moment":
                life.tell("moment", day, grand=dice.random() < 0.1)
            elif what == "boundary":
                life.tell("boundary", day, honoured=dice.random() < 0.7)
            elif opened:
                about = dice.choice(opened[-6:])
                more = {
                    "words": ("acknowledged", "apology", "explained", "amends"),
                    "end": ("closed", "set_down", "reopened"),
                }
                tell(life, dice.choice(more[what]), day, about, dice)
        if dice.random() < 0.02:
            severity, deceit = dice.choice([0.1, 0.4, 0.75, 1.0]), dice.random() < 0.3
            opened.append(life.breach(day, severity, kind=dice.choice("ab"), deceit=deceit, facet=dice.choice(FACETS)))
        if dice.random() < 0.005 and opened:
            life.tell("new_record", day, about=opened[-1])
        if dice.random() < reports:
            life.tell("check_in", day, trusting=dice.randint(1, 5))
    return life.inputs


def tell(life: Telling, kind: str, day: int, about: str, dice: random.Random) -> None:
    more = {
        "acknowledged": {"full": dice.random() < 0.8},
        "explained": {"helped": True},
        "apology": {"parts": frozenset(part for part in sorted(WHOLE) if dice.random() < 0.6)},
        "amends": {"confirmed": dice.random() < 0.8},
    }
    life.tell(kind, day, about=about, **more.get(kind, {}))


LIVES = st.builds(lived, st.integers(0, 10_000), st.integers(1, 120), st.sampled_from([0.0, 0.05, 0.4]))


@settings(max_examples=20, deadline=None)
@given(LIVES)
def test_the_explanation_adds_up(life: list[AnyInput]) -> None:
    found = read(life, on(130))
    if found.why is None:
        assert found.felt is None
        return
    assert found.felt is not None
    assert found.why.start + sum(found.why.totals.values()) == pytest.approx(found.felt.mean, abs=1e-9)
    assert found.lately is not None
    assert found.lately.since == on(100)
    assert found.lately.start + sum(found.lately.totals.values()) == pytest.approx(found.felt.mean, abs=1e-9)
    assert len(found.why.largest) <= 5
    sizes = [abs(cause.by) for cause in found.why.largest]
    assert sizes == sorted(sizes, reverse=True)
    assert {cause.id for cause in found.why.largest} <= {each.id for each in life}


@settings(max_examples=12, deadline=None)
@given(LIVES)
def test_what_moved_it_lately_is_found_whatever_was_forgotten_on_the_way(life: list[AnyInput]) -> None:
    with mock.patch.object(why, "MANY", 8):
        little = read(life, on(125))
    with mock.patch.object(Account, "forget"):
        everything = read(life, on(125))
    assert little == everything
    if little.lately:
        assert all(on(95) < cause.day <= on(125) for cause in little.lately.largest)


@settings(max_examples=12, deadline=None)
@given(LIVES, st.integers(0, 120))
def test_a_restored_state_goes_on_identically(life: list[AnyInput], at: int) -> None:
    whole = Fold.begin(life)
    whole.take(life, on(125))
    first = Fold.begin([each for each in life if each.day <= on(at)])
    first.take([each for each in life if each.day <= on(at)], on(at))
    data = snapshot.save(first)
    again = snapshot.restore(data)
    assert snapshot.save(again) == data
    try:
        again.take([each for each in life if each.day > on(at)], on(125))
    except Forgotten:  # something small from long ago: begin anew
        assume(False)
    assert snapshot.save(again) == snapshot.save(whole)
    assert look(again) == look(whole)


@settings(max_examples=8, deadline=None)
@given(LIVES, st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing(life: list[AnyInput], dice: random.Random) -> None:
    shuffled = dice.sample(life, len(life))
    assert read(shuffled, on(125)) == read(life, on(125))


def test_ten_years_stay_small() -> None:
    dice = random.Random(0)
    names = {each.id: str(UUID(int=dice.getrandbits(128))) for each in lived(7, 1500)}
    life = [replace(each, id=names[each.id], **about(each, names)) for each in lived(7, 1500)]
    fold = Fold.begin(life)
    fold.take(life, on(3650))
    assert len(fold.line.settled(fold.day)) > 150
    assert 6_000 < len(snapshot.save(fold)) < 10_000


def about(each: AnyInput, names: dict[str, str]) -> dict[str, str]:
    return {"about": names[each.about]} if hasattr(each, "about") else {}


@pytest.mark.practice("A15")
def test_from_nothing_comes_no_number() -> None:
    said = [Outcome(id="1", day=on(3), shape="kept", by_viewer=False)]
    for life in ([], said):
        found = read(life, on(10))
        assert (found.felt, found.why, found.gap, found.line, found.record.mean) == (None, None, None, (), None)
        assert found.harm.harm == 0
    assert read(said, on(10)).record.said == 1


def test_what_was_known_later_is_not_known_yet() -> None:
    late = Outcome(id="1", day=on(0), known=on(9), shape="missed")
    assert read([late], on(8)).record.missed == 0
    assert read([late], on(9)).record.missed == 1
    assert read([late], on(9)) == replace(read([replace(late, known=None)], on(9)))


def test_any_past_day_is_as_it_was() -> None:
    life = lived(3, 100)
    until = [each for each in life if each.day <= on(60)]
    assert read(life, on(60)) == read(until, on(60))


def test_an_earlier_day_cannot_be_folded_on() -> None:
    fold = Fold.begin()
    fold.take([Outcome(id="1", day=on(5), shape="kept")], on(6))
    with pytest.raises(ValueError, match="before"):
        fold.take([Outcome(id="2", day=on(6), shape="kept")], on(8))


def days_of(points: Sequence[object]) -> list[date]:
    return [point.day for point in points]  # type: ignore[attr-defined]


def test_the_line_has_sundays_and_month_ends() -> None:
    life = lived(5, 900)
    found = read(life, on(900))
    days = days_of(found.line)
    assert days[-1] == on(900)
    assert days == sorted(set(days))
    recent = [day for day in days[:-1] if day > on(900) - timedelta(weeks=60)]
    assert {day.weekday() for day in recent if (day + timedelta(1)).day != 1} == {6}
    assert all((day + timedelta(1)).day == 1 for day in days[:-1] if day <= on(900) - timedelta(weeks=60))
    assert all(0 <= point.low <= point.high <= 1 for point in found.line)
