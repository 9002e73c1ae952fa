"""The record: two speeds, a chance, and the Beta it is drawn with."""

from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reknit.engine import beta
from reknit.engine.numbers import RECORD
from reknit.engine.record import Tally

OUTCOMES = st.lists(st.sampled_from([0.0, 0.6, 1.0]), max_size=60)


def told(outcomes: list[float]) -> Tally:
    tally = Tally()
    for each in outcomes:
        tally.book(each)
    return tally


def test_four_kept_promises_by_hand() -> None:
    tally = told([1.0] * 4)
    slow, fast = 1 + 0.98 + 0.98**2 + 0.98**3, 1 + 0.35 + 0.35**2 + 0.35**3
    assert tally.slow() == pytest.approx((0.6 + slow) / (1 + slow))
    assert tally.fast() == pytest.approx((0.6 + fast) / (1 + fast))
    assert tally.n() == pytest.approx(1 + fast + 0.5 * slow)
    odds = ((0.6 + slow) / 0.4) ** 0.5 * ((0.6 + fast) / 0.4) ** 0.8
    assert tally.next_kept() == pytest.approx(odds / (1 + odds))


@pytest.mark.practice("E3")
def test_with_little_to_go_on_it_says_nothing() -> None:
    assert [told([1.0] * count).chance().mean is None for count in range(6)] == [True] * 4 + [False] * 2
    assert told([]).chance().n == 1


@settings(deadline=None)
@given(OUTCOMES)
def test_a_kept_one_never_lowers_and_a_miss_never_raises(outcomes: list[float]) -> None:
    before = told(outcomes).next_kept()
    assert told([*outcomes, 1.0]).next_kept() >= before >= told([*outcomes, 0.0]).next_kept()
    assert told([*outcomes, 1.0]).next_kept() > told([*outcomes, 0.6]).next_kept() > told([*outcomes, 0.0]).next_kept()


@settings(deadline=None)
@given(OUTCOMES)
def test_the_range_holds_the_middle_eighty(outcomes: list[float]) -> None:
    found = told([*outcomes, 1.0, 1.0, 1.0, 0.0]).chance()
    if found.mean is None or found.low is None or found.high is None:
        assert found.n < RECORD.least
        return
    a, b = found.mean * found.n, (1 - found.mean) * found.n
    assert 0 < found.low < found.high < 1
    assert beta.share(found.high, a, b) - beta.share(found.low, a, b) == pytest.approx(0.8, abs=1e-6)


def test_what_it_stands_on_counts_both_kept_and_not() -> None:
    assert told([1.0, 0.0]).n() == pytest.approx(1 + 1.35 + 0.5 * 1.98)


def test_weight_counts_as_more_of_the_same() -> None:
    heavy, light = Tally(), Tally()
    heavy.book(0.0, 2.0)
    light.book(0.0, 0.5)
    assert heavy.next_kept() < light.next_kept() < Tally().next_kept()


@settings(deadline=None)
@given(st.integers(1, 30), st.integers(1, 30), st.floats(0.01, 0.99))
def test_the_beta_agrees_with_counting(a: int, b: int, x: float) -> None:
    """For whole a and b it is the chance of at least a successes of a + b − 1."""
    n = a + b - 1
    assert beta.share(x, a, b) == pytest.approx(sum(comb(n, k) * x**k * (1 - x) ** (n - k) for k in range(a, n + 1)))


def test_the_beta_at_its_ends() -> None:
    assert (beta.share(0.0, 2, 3), beta.share(1.0, 2, 3)) == (0.0, 1.0)
    assert beta.point(0.5, 3, 3) == pytest.approx(0.5)
    assert beta.share(beta.point(0.1, 0.7, 9.3), 0.7, 9.3) == pytest.approx(0.1)
