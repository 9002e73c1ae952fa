"""Each sentence of the picture is true of the numbers it is made from, and none says a number."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reknit.engine.picture import read
from reknit.engine.reading import BreachReading, Cause, FeltReading, Gap, Why
from reknit.picture import sentences
from reknit.picture.band import Band, Felt, Told
from reknit.picture.gather import Direction, gather
from tests.picture.told import ANNA, TOBY, daily

DAY = date(2026, 3, 6)
SHARE = st.floats(0, 1)
KINDS = st.sampled_from(sorted({*sentences.UP, *sentences.DOWN}))
NIGHTS = st.sampled_from(["erosion", "pull", "fading"])
FELT = st.builds(
    FeltReading, mean=SHARE, low=SHARE, high=SHARE,
    direction=st.sampled_from(["rising", "falling", "unclear"]), swing=SHARE, reports=st.integers(0, 40),
)  # fmt: skip


def breach(**more: object) -> BreachReading:
    known = dict(id="b", day=DAY, kind="b", severity=0.75, r=0.0, most=0.6, open=0.75, acknowledged=False, closed="")
    return BreachReading(**{**known, **more})  # type: ignore[arg-type]


def unnumbered(say: object) -> bool:
    """No number but a day's: no share, no percentage, no score."""
    return not re.search(r"\d\.|%|\bof the\b \d", str(say))


@given(FELT)
def test_the_way_it_goes_is_the_way_the_reading_says(felt: FeltReading) -> None:
    said = " ".join(map(str, sentences.felt(felt)))
    for word in ("rising", "falling"):
        alone = f"has been {word}" in said
        assert alone == (felt.direction == word and felt.reports > 0)
    assert ("not clear yet" in said) == (felt.direction == "unclear" and felt.reports > 0)
    assert ("You have not said yet" in said) == (felt.reports == 0)
    assert unnumbered(said)


@given(st.lists(st.builds(Cause, id=st.just("x"), kind=KINDS, day=st.just(DAY), by=st.floats(-0.6, 0.6)), max_size=5))
def test_what_moved_it_is_named_with_its_own_sign(causes: list[Cause]) -> None:
    why = Why(DAY, 0.7, 0.7, {}, tuple(causes))
    told = sentences.because(why, lambda cause: f"/{cause.kind}")
    large = [cause for cause in causes if abs(cause.by) >= sentences.HARDLY / 2]
    assert len(told) == len(large)
    for one, cause in zip(told, large, strict=True):
        assert ("It went up" in str(one.sentence)) == (cause.by > 0)
        assert ("It went down" in str(one.sentence)) == (cause.by <= 0)
        assert ("clearly" in str(one.sentence)) == (abs(cause.by) >= sentences.CLEARLY)
        assert ("a little" in str(one.sentence)) == (abs(cause.by) < sentences.HARDLY)
        assert one.url == f"/{cause.kind}"
        assert unnumbered(one.sentence)


@given(st.dictionaries(NIGHTS, st.floats(-0.5, 0.5)))
def test_what_came_with_the_nights_is_said_only_where_it_is_more_than_hardly(totals: dict[str, float]) -> None:
    told = sentences.because(Why(DAY, 0.7, 0.7, totals, ()), lambda _cause: "")
    worn = any("worn it down" in str(one.sentence) for one in told)
    assert worn == (totals.get("erosion", 0) <= -sentences.HARDLY)
    assert len(told) <= len(totals)


@pytest.mark.practice("A7", "A3")
@given(st.floats(0, 1), st.sampled_from(["", "closed", "set_down"]))
def test_what_is_open_says_how_far_it_is_mended_and_closes_nothing(r: float, closed: str) -> None:
    one = breach(r=r, closed=closed)
    told = sentences.still_open([one], DAY)
    assert bool(told) == (not closed)
    if told:
        said = str(told[0][1])
        assert ("mostly mended" in said) == (r >= sentences.MENDED_WELL)
        assert ("is open" in said) == (r < sentences.MENDED_SOME)
    assert ("torn, and mended" in str(sentences.tear(one))) == (closed == "closed")


@pytest.mark.practice("L8", "I2")
@given(st.sampled_from(["far_above", "far_below", "near"]), st.booleans())
def test_the_gap_is_a_question_and_calls_neither_wrong(lies: str, deceived: bool) -> None:
    said = " ".join(map(str, sentences.gap(Gap(lies, (0.1, 0.2), (0.8, 0.9)), deceived=deceived)))  # type: ignore[arg-type]
    assert ("What am I relying on here?" in said) == (lies == "far_above")
    assert ("needs no reasons" in said) == (lies == "far_below")
    assert not re.search(r"\bwrong\b|should|too (much|little)|below what the record", said)
    if deceived and lies == "far_below":
        assert "below" not in said
    assert "too little yet" in str(sentences.gap(None, deceived=deceived)[0])


@pytest.mark.practice("O2", "A10")
def test_what_has_held_is_told_from_what_happened() -> None:
    way = Direction(ANNA, TOBY, "UTC")
    kept = read(gather(daily("k" * 90), way), date(2026, 6, 1))
    said = " ".join(map(str, sentences.strong(kept, "Toby")))
    assert "Week after week" in said
    assert "were all kept" in said
    short = read(gather(daily("kkm"), way), date(2026, 3, 6))
    assert [str(one) for one in sentences.strong(short, "Toby")] == [
        "There is nothing here yet that has had time to hold."
    ]
    slip = read(gather(daily("k" * 60 + "m"), way), date(2026, 5, 5))
    assert [one.day for one in slip.surprises] == [date(2026, 5, 2)]
    assert "unusual for Toby" in str(sentences.unusual(slip.surprises[0], "Toby"))


@given(SHARE, SHARE, st.lists(st.sampled_from([0.1, 0.3, 0.5, 0.7, 0.9]), max_size=4))
def test_the_table_says_in_words_where_the_band_lay(first: float, last: float, told: list[float]) -> None:
    band = Band("x", [Felt(0, 0, first, 1), Felt(1, 0, last, 1)], [Told(0.5, value) for value in told])
    said = str(sentences.band_in_words(band))
    assert str(sentences.position(first)) in said
    assert str(sentences.position(last)) in said
    assert ("you said" in said) == bool(told)


def test_the_five_positions_are_the_five_words() -> None:
    assert [str(sentences.position(value)) for value in (0.1, 0.3, 0.5, 0.7, 0.9)] == [
        "not at all", "a little", "half and half", "mostly", "fully",
    ]  # fmt: skip
