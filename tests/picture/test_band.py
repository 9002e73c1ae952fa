"""What stands beside the stitches: the band of what was felt, its reports, and tears as far as they are mended."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reknit.picture.band import DEEP, EDGE, Band, Felt, Tear, Told, felt, torn

SHARE = st.floats(0, 1)
POINTS = st.lists(st.tuples(SHARE, SHARE, SHARE, SHARE), min_size=2, max_size=60)


def numbers(path: str) -> list[float]:
    return [float(found) for found in re.findall(r"-?\d+\.?\d*", path)]


@given(POINTS, st.lists(st.tuples(SHARE, SHARE), max_size=20))
def test_whatever_was_felt_stays_within_its_strip(
    points: list[tuple[float, ...]], told: list[tuple[float, float]]
) -> None:
    band = Band("x", [Felt(*point) for point in points], [Told(*each) for each in told])
    drawn = felt(band, width=168)
    for at, value in [
        *zip(*[iter(numbers(drawn.area))] * 2, strict=True),
        *[(float(x), float(y)) for x, y in drawn.points],
    ]:
        assert -0.05 <= at <= 168.05
        assert EDGE - 0.05 <= value <= DEEP - EDGE + 0.05
    assert len(drawn.points) == len(told)


def test_more_is_drawn_higher() -> None:
    low, high = (felt(Band("x", [Felt(0, v, v, v), Felt(1, v, v, v)]), width=100).line for v in (0.1, 0.9))
    assert numbers(low)[1] > numbers(high)[1]


@pytest.mark.practice("A3", "A7")
@given(st.floats(0, 0.999))
def test_a_tear_is_closed_whole_only_when_it_is(mended: float) -> None:
    [open_], [whole] = (torn([Tear(0.5, r, "x", "/")], width=168, height=32) for r in (mended, 1.0))
    assert open_["mends"].count("M") < whole["mends"].count("M")


def test_more_of_a_tear_is_mended_the_further_it_has_come() -> None:
    counts = [
        torn([Tear(0.5, r, "x", "/")], width=168, height=32)[0]["mends"].count("M") for r in (0, 0.3, 0.6, 0.8, 1)
    ]
    assert counts == sorted(counts)
    assert counts[0] == 0
    assert len(set(counts)) == 5
