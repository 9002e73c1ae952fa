"""`course` against its fixed digits: trajectories of random histories, and the figures of the essays' claims."""

import json
from pathlib import Path

import pytest

from reknit.engine.course import Course, Expected
from tests.engine.telling import WHOLE, Telling

TRAJECTORIES = json.loads(Path(__file__).with_name("trajectories.json").read_text())
START = 0.8


@pytest.mark.parametrize("told", TRAJECTORIES, ids=lambda told: f"{len(told['inputs'])} events")
def test_the_arithmetic_is_fixed(told: dict) -> None:
    life = Telling()
    for day, kind, name, fields in told["inputs"]:
        parts = {"parts": frozenset(fields["parts"])} if "parts" in fields else {}
        life.tell(kind, day, id=name, **{**fields, **parts})
    found = life.course(told["expect"][-1][0], told["start"])
    for day, felt, harm, anchor in told["expect"]:
        assert found[day].felt == pytest.approx(felt, abs=1e-6)
        assert found[day].harm == pytest.approx(harm, abs=1e-6)
        assert found[day].anchor == pytest.approx(anchor, abs=1e-6)


def path(
    days: tuple[int, ...], *, words: bool = False, change: bool = False, amends: bool = False, deceit: bool = False
) -> Telling:
    """A breach of .75; a kept promise every second day where `change`."""
    life = Telling()
    about = life.breach(0, 0.75, integrity=deceit, deceit=deceit)
    if words:
        life.words(1, about)
    if amends:
        life.amends(14, about)
    if change:
        life.outcomes("kept", range(2, max(days) + 1, 2))
    return life


def felt(life: Telling, *days: int) -> list[float]:
    found = life.course(max(days), START)
    return [round(found[day].felt, 3) for day in days]


def lasting(found: Expected) -> float:
    """Felt trust without what words lift for a while."""
    return found.felt - found.words


HALF_YEAR = (2, 30, 90, 180)
PATHS = {
    "silence": ({}, [0.439, 0.422, 0.388, 0.342], 0.53, 0.8),
    "words only": ({"words": True}, [0.513, 0.443, 0.395, 0.353], 0.46, 0.8),
    "change without acknowledgement": ({"change": True}, [0.444, 0.488, 0.546, 0.583], 0.53, 0.8),
    "words and change": ({"words": True, "change": True}, [0.52, 0.565, 0.745, 0.843], 0.17, 0.8),
    "amends as well": ({"words": True, "amends": True, "change": True}, [0.52, 0.58, 0.835, 0.912], 0.0, 0.838),
    "after deceit": (
        {"words": True, "amends": True, "change": True, "deceit": True}, [0.412, 0.462, 0.674, 0.842], 0.15, 0.838,
    ),
}  # fmt: skip


@pytest.mark.practice("A6", "A7")
@pytest.mark.parametrize("name", PATHS)
def test_half_a_year_after_a_breach(name: str) -> None:
    how, expected, harm, anchor = PATHS[name]
    life = path(HALF_YEAR, **how)
    assert felt(life, *HALF_YEAR) == expected
    last = life.course(180, START)[180]
    assert (round(last.harm, 2), round(last.anchor, 3)) == (harm, anchor)


@pytest.mark.practice("A3")
def test_it_may_end_above_the_start() -> None:
    whole = path((720,), words=True, amends=True, change=True)
    assert felt(whole, 360, 720) == [0.919, 0.919]


@pytest.mark.practice("A4")
def test_one_kept_and_one_missed() -> None:
    kept, missed = Telling(), Telling()
    kept.outcomes("kept", [0])
    missed.outcomes("missed", [0])
    assert kept.course(0, 0.7)[0].felt - 0.7 == pytest.approx(0.004, abs=6e-4)
    assert missed.course(0, 0.7)[0].felt - 0.7 == pytest.approx(-0.042, abs=6e-4)


@pytest.mark.practice("A5")
def test_small_betrayals_add_up() -> None:
    many, middle, single = Telling(), Telling(), Telling()
    many.outcomes("missed", range(7, 85, 7))
    middle.breach(7, 0.4)
    single.outcomes("missed", [7])
    assert [round(life.course(84, START)[84].felt, 2) for life in (many, middle, single)] == [0.21, 0.57, 0.77]


@pytest.mark.practice("A6")
def test_the_same_apology_again_lifts_less() -> None:
    life, lifts = Telling(), []
    for again in range(4):
        about = life.breach(30 * again, 0.3, kind="late")
        silent = life.course(30 * again + 1, START)[30 * again + 1].felt
        life.tell("apology", 30 * again + 1, about=about, parts=WHOLE)
        lifts.append(round(life.course(30 * again + 1, START)[30 * again + 1].felt - silent, 3))
    assert lifts == [0.06, 0.035, 0.023, 0.016]


@pytest.mark.practice("A8")
def test_a_setback_is_not_a_reset() -> None:
    life = Telling()
    about = life.breach(0, 0.75)
    life.words(1, about)
    life.amends(10, about)
    life.outcomes("kept", [max(day, 10) for day in range(2, 121, 2)])
    low = life.course(0, START)[0].felt
    before = lasting(life.course(121, START)[121])
    life.outcomes("missed", [121])
    after = lasting(life.course(121, START)[121])
    life.outcomes("kept", range(123, 181, 2))
    later = life.course(181, START)
    assert (before - after) / (before - low) == pytest.approx(0.065, abs=1e-3)
    again = next(n for n in range(1, 30) if lasting(later[121 + 2 * n]) >= before)
    assert again == pytest.approx(14, abs=1)  # five on one day are one batch here


PACE = {
    "nothing acknowledged": (104, (0, 0, 0)),
    "words": (24, (1, 0, 0)),
    "words and amends": (16, (1, 1, 0)),
    "deceit": (26, (1, 1, 1)),
}


@pytest.mark.practice("A9")
@pytest.mark.parametrize("name", PACE)
def test_the_pace_of_safety(name: str) -> None:
    """Kept promises, one a day, to regain half of what a breach took."""
    wanted, (words, amends, deceit) = PACE[name]
    life = Telling()
    about = life.breach(0, 0.75, integrity=bool(deceit), deceit=bool(deceit))
    if words:
        life.words(0, about)
    low = 0.8 - 0.6 * 0.75 * (1.3 if deceit else 1.0) * 0.8
    if amends:
        life.amends(0, about)
    life.outcomes("kept", range(1, 121))
    found = life.course(120, START)
    assert next(day for day in range(1, 121) if lasting(found[day]) >= (START + low) / 2) == wanted


@pytest.mark.practice("A4")
def test_five_moments_weigh_about_one_slight_lapse() -> None:
    assert Course().numbers.moment * Course().numbers.good * 5 > Course().numbers.bad * Course().numbers.crack
