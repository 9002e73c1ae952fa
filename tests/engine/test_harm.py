"""The ledger: what words, amends and acts can mend, what heals by itself, who closes; and slights kept as sums."""

from math import exp

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reknit.engine.days import days
from reknit.engine.harm import Ledger, Wound
from reknit.engine.numbers import FELT
from reknit.engine.picture import read
from reknit.engine.stages import Deeds
from tests.engine.telling import WHOLE, Telling, on


def opened(severity: float = 0.75, *, hard: bool = False, deceit: bool = False) -> tuple[Ledger, Wound]:
    ledger = Ledger()
    ledger.breach("b", 1, severity, "breach", "", hard=hard, deceit=deceit)
    return ledger, ledger.wounds["b"]


def test_what_is_open_by_hand() -> None:
    ledger, wound = opened()
    assert ledger.harm == pytest.approx(1 - exp(-0.75))
    k = ledger.breach("c", 1, 0.4, "breach", "", hard=False, deceit=True)
    assert k == pytest.approx(1.2 * 1.3)
    assert ledger.harm == pytest.approx(1 - exp(-0.75 - 0.4 * 1.2 * 1.3))
    wound.closed = "closed"
    assert wound.open_part == 0


def test_how_often_the_same_counts_fades() -> None:
    ledger = Ledger()
    assert [ledger.multiplier("a") for _ in range(8)] == pytest.approx([1, 1.2, 1.4, 1.6, 1.8, 2, 2, 2])
    assert ledger.multiplier("b") == 1
    for _ in range(90):
        ledger.night()
    assert ledger.multiplier("b") == pytest.approx(1.1)


@pytest.mark.practice("A6")
def test_words_and_amends_set_how_far_it_goes() -> None:
    ledger, wound = opened()
    assert ledger.acknowledged(wound) == 1.0
    assert (wound.cap, wound.r, wound.most()) == pytest.approx((0.15, 0.09, 0.6))
    assert ledger.acknowledged(wound) == 0.0
    assert ledger.apologised(wound, 0.5) == 0.5
    assert (wound.cap, wound.r) == pytest.approx((0.225, 0.135))
    assert ledger.apologised(wound, 1.0) == 0.5
    assert (wound.cap, wound.r) == pytest.approx((0.3, 0.18))
    assert ledger.amended(wound)
    assert (wound.cap, wound.r) == pytest.approx((0.55, 0.44))
    assert not ledger.amended(wound)
    assert wound.most() == pytest.approx(1.0)


def test_an_apology_with_nothing_in_it_is_no_repeat() -> None:
    ledger, wound = opened()
    assert [ledger.apologised(wound, q) for q in (0.0, 1.0)] == [0.0, 1.0]


def test_a_repeat_undoes_half_of_what_had_healed() -> None:
    ledger = Ledger()
    ledger.lapse("a", 1, 0.03, "late")
    for _ in range(60):
        ledger.night()
    ledger.breach("b", 61, 0.4, "late", "", hard=False, deceit=False)
    found = ledger.find("a", 61)
    assert found is not None
    assert found.r == pytest.approx(0.125)


@pytest.mark.practice("C5")
def test_each_act_mends_of_what_is_left() -> None:
    for hard, earn in ((False, 0.08), (True, 0.04)):
        ledger, wound = opened(hard=hard)
        ledger.acknowledged(wound)
        ledger.kept([1.0], FELT.grown)
        assert wound.r == pytest.approx(0.09 + earn * (0.6 - 0.09))
        ledger.kept([0.5, 2.0], FELT.grown)
        assert wound.r == pytest.approx(0.6 - (0.6 - 0.09) * (1 - earn) * (1 - 1.5 * earn))


def test_after_deceit_it_stops_short() -> None:
    ledger, wound = opened(deceit=True)
    ledger.acknowledged(wound)
    ledger.apologised(wound, 1.0)
    ledger.amended(wound)
    for _ in range(500):
        ledger.kept([1.0], FELT.grown)
    assert wound.r == pytest.approx(0.85)
    assert ledger.deceived
    wound.closed = "closed"
    assert not ledger.deceived


def test_a_repeat_halves_what_words_were_worth() -> None:
    ledger, wound = opened()
    ledger.acknowledged(wound)
    ledger.breach("c", 2, 0.5, "breach", "", hard=False, deceit=False)
    assert (wound.cap, wound.r) == pytest.approx((0.075, 0.09))
    assert ledger.worth("breach") == 0.5
    ledger.breach("d", 2, 0.5, "other", "", hard=False, deceit=False)
    assert wound.cap == pytest.approx(0.075)


@pytest.mark.practice("A3")
def test_what_held_is_told_once() -> None:
    ledger, wound = opened()
    ledger.acknowledged(wound)
    ledger.apologised(wound, 1.0)
    ledger.amended(wound)
    told = [len(ledger.kept([1.0], FELT.grown)) for _ in range(60)]
    assert sum(told) == 1
    assert wound.grown
    small, slight = opened(0.29)
    small.amended(slight)
    small.acknowledged(slight)
    small.apologised(slight, 1.0)
    assert not any(small.kept([1.0], FELT.grown) for _ in range(60))


def test_a_slight_heals_half_way_and_a_larger_one_does_not() -> None:
    small, slight = opened(0.29)
    large, wound = opened(0.3)
    for _ in range(60):
        small.night()
        large.night()
    assert slight.r == pytest.approx(0.25)
    assert wound.r == 0
    for _ in range(2000):
        small.night()
    assert slight.r == pytest.approx(0.5)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.sampled_from("ab"), st.booleans()), min_size=1, max_size=60))
def test_sums_are_as_each_by_itself(story: list[tuple[int, str, bool]]) -> None:
    """Slights nobody came back to: as sums, and taken out one by one, they come to the same."""
    summed, single = Ledger(), Ledger()
    single.slights.keep = {str(at): 1 for at in range(len(story))}
    day = 1
    for at, (nights, kind, broken) in enumerate(story):
        for ledger in (summed, single):
            for _ in range(nights):
                ledger.night()
            if broken:
                ledger.breach(f"b{at}", day + nights, 0.2, kind, "", hard=False, deceit=False)
            ledger.lapse(str(at), day + nights, 0.03, kind, "respect")
        day += nights
        single.find(str(at), day)
    assert summed.harm == pytest.approx(single.harm, abs=1e-12)
    assert summed.by_facet()["respect"] == pytest.approx(single.by_facet()["respect"], abs=1e-12)


@pytest.mark.practice("A6", "A7")
def test_only_the_hurt_person_closes() -> None:
    life = Telling()
    about = life.breach(0, 0.75)
    assert read(life.inputs, on(400)).harm.harm > 0.5
    life.tell("set_down", 401, about=about)
    down = read(life.inputs, on(401)).harm
    assert (down.harm, down.breaches[0].closed) == (0, "set_down")
    life.tell("reopened", 402, about=about)
    assert read(life.inputs, on(402)).harm.harm > 0.5
    life.tell("closed", 403, about=about)
    assert read(life.inputs, on(403)).harm.breaches[0].closed == "closed"


@pytest.mark.practice("A6", "D4")
def test_what_nobody_answered_weighs_nothing() -> None:
    silent, told = Telling(), Telling()
    for life in (silent, told):
        life.breach(0, 0.75, id="b")
    told.tell("acknowledged", 1, about="b", full=False)
    told.tell("apology", 1, about="b")
    told.tell("amends", 2, about="b", confirmed=False)
    told.tell("explained", 0, about="b", helped=False)
    a, b = (read(life.inputs, on(9)) for life in (silent, told))
    assert (a.harm, a.felt) == (b.harm, b.felt)


@pytest.mark.practice("A7")
def test_told_at_once_a_crack_stays_small() -> None:
    found = {}
    for when in (None, 0, 1):
        life = Telling()
        about = life.tell("crack", 0, kind="late")
        if when is not None:
            life.tell("explained", when, about=about, helped=True)
        life.outcomes("kept", range(2, 30, 2))
        found[when] = read(life.inputs, on(30)).harm.harm
    assert found[0] < found[None] == pytest.approx(found[1])


@pytest.mark.practice("D1")
def test_only_marked_parts_of_an_apology_count() -> None:
    found = []
    for parts in (frozenset(), frozenset({"regret"}), frozenset({"responsibility"}), WHOLE):
        life = Telling()
        life.tell("apology", 1, about=life.breach(0, 0.75), parts=parts)
        found.append(read(life.inputs, on(1)).harm.breaches[0].r)
    assert found == pytest.approx([0, 0.6 * 0.15 * 0.13, 0.6 * 0.15 * 0.32, 0.6 * 0.15])


@pytest.mark.practice("A6", "A8")
@pytest.mark.parametrize(("later", "hollow"), [(1, True), (156, True), (157, False), (400, False)])
def test_words_are_hollow_where_it_is_the_same_again_within_five_months(later: int, hollow: bool) -> None:
    """An earlier one counts as the same again for as long as .5^(days / 90) is above .3."""
    deeds = Deeds()
    for day in (0, later):
        told = Telling()
        told.breach(day, 0.75, kind="lie")
        [found] = [stage for each in days(told.inputs) for stage in deeds.tell(each)]
        if day == 0:
            assert not found.hollow
            for _ in range(later):
                deeds.ledger.night()
    assert found.hollow is hollow
