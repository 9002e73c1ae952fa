"""The claims of the essays as properties over ranges: any severity, any start, any dates; for the expected course
and, as signs and orderings, for the bank of filters in a life with reports."""

from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reknit.engine.course import Course
from reknit.engine.direction import Fold
from reknit.engine.felt import Felt
from reknit.engine.harm import Ledger
from reknit.engine.numbers import HARM
from tests.engine.telling import WHOLE, Telling, on

START, SEVERITY = st.floats(0.2, 0.95), st.floats(0.3, 1.0)
BY = st.sampled_from(["course", "bank"])
LIKELY = settings(max_examples=12, deadline=None)
SLOW = settings(max_examples=5, deadline=None)


def line(life: Telling, days: Iterable[int], start: float, by: str) -> list[float]:
    """The drawn mean on these days, from this start; by the bank as if it had learned that from a report."""
    fold = Fold.begin(life.inputs)
    fold.felt.course, fold.felt.reports = Course(start, start), int(by == "bank")
    fold.felt.bank.mean[:2] = start
    Felt.__post_init__(fold.felt)
    found = []
    for day in days:
        fold.take([each for each in life.inputs if on(day) >= each.day > on(found[-1][0] if found else -1)], on(day))
        found.append((day, fold.felt.drawn))
    return [drawn for _, drawn in found]


def at(life: Telling, day: int, start: float, by: str) -> float:
    return line(life, [day], start, by)[0]


def path(severity: float, until: int, what: str, *, every: int = 2, first: int = 1, deceit: bool = False) -> Telling:
    """A breach on day 0 and what follows: any of words, amends, change, named in `what`."""
    life = Telling()
    about = life.breach(0, severity, deceit=deceit)
    if "words" in what:
        life.words(first, about)
    if "amends" in what:
        life.amends(first + 7, about)
    if "change" in what:
        life.outcomes("kept", range(first + 1, until + 1, every))
    return life


def nothing() -> Telling:
    life = Telling()
    life.tell("outcome", 0, shape="kept", by_viewer=False)
    return life


@pytest.mark.practice("A4")
@LIKELY
@given(START, BY)
def test_losses_are_faster_than_gains(start: float, by: str) -> None:
    kept, missed = Telling(), Telling()
    kept.outcomes("kept", [0])
    missed.outcomes("missed", [0])
    gain, loss = at(kept, 0, start, by) - start, start - at(missed, 0, start, by)
    assert 0 < gain < loss


@pytest.mark.practice("A4")
@LIKELY
@given(START, BY)
def test_a_grand_gesture_moves_no_more_than_one_kept_promise(start: float, by: str) -> None:
    kept, grand, small = Telling(), Telling(), Telling()
    kept.outcomes("kept", [0])
    grand.tell("moment", 0, grand=True)
    for _ in range(9):
        small.tell("moment", 0)
    assert at(grand, 0, start, by) == pytest.approx(at(kept, 0, start, by))
    assert start < at(small, 0, start, by) < at(kept, 0, start, by)


@pytest.mark.practice("A5")
@LIKELY
@given(st.floats(0.4, 0.95), st.integers(10, 16), st.integers(5, 9), BY)
def test_small_betrayals_add_up(start: float, count: int, apart: int, by: str) -> None:
    many, middle, single = Telling(), Telling(), Telling()
    last = count * apart
    many.outcomes("missed", range(apart, last + 1, apart))
    middle.breach(apart, HARM.moderate)
    single.outcomes("missed", [apart])
    assert at(many, last, start, by) < at(middle, last, start, by) < at(single, last, start, by)


@pytest.mark.practice("A5")
@LIKELY
@given(START, st.integers(2, 20), BY)
def test_each_again_weighs_more_than_the_last(start: float, apart: int, by: str) -> None:
    life = Telling()
    for day in range(0, 6 * apart, apart):
        life.tell("crack", day, kind="mocked")
    ledger = Ledger()
    assert sorted(ks := [ledger.lapse(str(n), n, 0.03, "mocked") for n in range(8)]) == ks
    assert ks[0] == 1
    assert ks[-1] == HARM.repeat_most
    assert at(life, 5 * apart, start, by) < start


@pytest.mark.practice("A6")
@LIKELY
@given(START, SEVERITY, st.integers(0, 10), BY)
def test_words_alone_do_not_rebuild(start: float, severity: float, first: int, by: str) -> None:
    silent, words = path(severity, 0, ""), path(severity, 0, "words", first=first)
    low = at(silent, 0, start, by)
    a, b = (line(life, [first, first + 90, first + 180], start, by) for life in (silent, words))
    assert b[0] > a[0]
    assert b[1] < low + 0.25 * (start - low)
    assert b[2] - a[2] < b[0] - a[0]


@pytest.mark.practice("A6")
@LIKELY
@given(SEVERITY, st.integers(1, 12))
def test_words_alone_repair_less_than_a_fifth(severity: float, often: int) -> None:
    ledger = Ledger()
    ledger.breach("b", 1, severity, "breach", "", hard=False, deceit=False)
    wound = ledger.wounds["b"]
    for _ in range(often):
        ledger.acknowledged(wound)
        ledger.apologised(wound, 1.0)
    assert wound.r == pytest.approx(0.18)
    for _ in range(often):
        ledger.amended(wound)
    assert wound.r == pytest.approx(0.44)


@pytest.mark.practice("A6")
@SLOW
@given(START, SEVERITY, BY)
def test_the_whole_path_mends_more_than_its_parts(start: float, severity: float, by: str) -> None:
    found = [
        at(path(severity, 180, what), 180, start, by) for what in ("", "change", "words change", "words amends change")
    ]
    assert found == sorted(found)
    assert found[0] < found[1] < found[2]


@pytest.mark.practice("A6")
@LIKELY
@given(SEVERITY, st.integers(1, 100))
def test_change_nobody_acknowledged_mends_nothing_open(severity: float, acts: int) -> None:
    ledger = Ledger()
    ledger.breach("b", 1, severity, "breach", "", hard=False, deceit=False)
    before = ledger.harm
    for _ in range(acts):
        ledger.kept([1.0], 0.8)
    assert ledger.harm == before


@pytest.mark.practice("C12")
@SLOW
@given(START, SEVERITY, BY)
def test_deceit_mends_more_slowly_and_never_wholly(start: float, severity: float, by: str) -> None:
    days = [30, 90, 180]
    plain, deceived = (path(severity, 180, "words amends change", deceit=deceit) for deceit in (False, True))
    assert all(b < a for a, b in zip(line(plain, days, start, by), line(deceived, days, start, by), strict=True))
    left = severity * HARM.deceit * (1 - HARM.cap_deceit)
    fold = Fold.begin(deceived.inputs)
    fold.take(deceived.inputs, on(180))
    assert sum(fold.deeds.ledger.by_facet().values()) >= left - 1e-9


@pytest.mark.practice("A6")
@LIKELY
@given(START, st.integers(5, 40), BY)
def test_the_same_apology_again_lifts_less(start: float, apart: int, by: str) -> None:
    lifts = []
    life = Telling()
    for again in range(4):
        day = apart * again
        about = life.breach(day, 0.3, kind="late")
        silent = at(life, day + 1, start, by)
        life.tell("apology", day + 1, about=about, parts=WHOLE)
        lifts.append(at(life, day + 1, start, by) - silent)
    assert lifts == sorted(lifts, reverse=True)
    assert all(after < before for before, after in pairwise(lifts))


@pytest.mark.practice("A8")
@LIKELY
@given(st.floats(0.4, 0.95), SEVERITY, st.integers(40, 90), BY)
def test_a_setback_is_not_a_reset(start: float, severity: float, kept: int, by: str) -> None:
    last = 2 * kept
    steady, set_back = (path(severity, last, "words amends change") for _ in range(2))
    set_back.outcomes("missed", [last + 1])
    low = at(path(severity, 0, ""), 0, start, by)
    before, after = at(steady, last + 1, start, by), at(set_back, last + 1, start, by)
    assert 0 < before - after < 0.5 * (before - low)


@pytest.mark.practice("A7")
@LIKELY
@given(START, SEVERITY, st.integers(10, 60), BY)
def test_unrepaired_harm_erodes(start: float, severity: float, apart: int, by: str) -> None:
    found = line(path(severity, 0, ""), [60 + apart * n for n in range(4)], start, by)
    assert all(after < before for before, after in pairwise(found))


@pytest.mark.practice("A3")
@SLOW
@given(st.floats(0.2, 0.85), SEVERITY, BY)
def test_it_may_end_above_the_start(start: float, severity: float, by: str) -> None:
    life = path(severity, 400, "words amends change")
    fold = Fold.begin(life.inputs)
    fold.take(life.inputs, on(400))
    assert at(life, 400, start, by) > start
    assert fold.felt.course.mu == pytest.approx(min(0.97, 0.7 + 0.05 * severity))


@pytest.mark.practice("A9")
@settings(max_examples=6, deadline=None)
@given(st.floats(0.3, 0.95), st.floats(0.5, 1.0))
def test_the_pace_of_safety(start: float, severity: float) -> None:
    """How many kept promises, one a day, regain half of what a breach took: the more is mended, the fewer."""
    paces = [pace(start, severity, what) for what in ("change", "words change", "words amends change")]
    assert paces == sorted(paces, reverse=True)
    assert paces[0] > paces[2]
    assert pace(start, severity, "words amends change", deceit=True) > paces[2]


def pace(start: float, severity: float, what: str, *, deceit: bool = False) -> int:
    life = path(severity, 240, what, every=1, first=0, deceit=deceit)
    found = list(life.course(240, start).values())
    low = found[0].felt - found[0].words
    return next((n for n, each in enumerate(found) if each.felt - each.words >= (start + low) / 2), 241)


@LIKELY
@given(START, BY)
def test_where_nothing_happens_nothing_moves(start: float, by: str) -> None:
    assert line(nothing(), [10, 200], start, by) == pytest.approx([start, start])
