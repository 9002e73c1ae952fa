"""What is noticed beside the lines: surprises, a new record, rhythm, patterns, the gap, facets."""

from datetime import timedelta

import pytest

from reknit.engine.patterns import trend
from reknit.engine.picture import read
from reknit.engine.told import Rhythm
from tests.engine.telling import Telling, on


@pytest.mark.practice("A10")
def test_a_small_miss_on_a_strong_record_is_unusual() -> None:
    life = Telling()
    life.outcomes("kept", range(0, 30, 2))
    small = life.tell("outcome", 31, shape="missed")
    [found] = read(life.inputs, on(31)).surprises
    assert (found.id, found.day) == (small, on(31))
    assert found.chance > 0.9


@pytest.mark.practice("A10")
@pytest.mark.parametrize("how", ["few", "weighty", "harm", "deceit", "before a breach", "again"])
def test_else_it_is_not(how: str) -> None:
    life = Telling()
    life.outcomes("kept", range(0, 6 if how == "few" else 30, 2))
    if how == "harm":
        life.breach(30, 0.4)
    if how == "deceit":
        life.breach(30, 0.1, deceit=True)
    if how == "before a breach":
        life.tell("closed", 30, about=life.breach(30, 0.8))
    if how == "again":
        life.outcomes("missed", [29, 30])
    life.outcomes("missed", [31], weight=2.0 if how == "weighty" else 1.0)
    assert on(31) not in [each.day for each in read(life.inputs, on(31)).surprises]


@pytest.mark.practice("A14")
def test_a_new_record_begins_with_the_breach() -> None:
    life = Telling()
    life.outcomes("kept", range(0, 40, 2))
    life.outcomes("missed", [41])
    about = life.breach(50, 0.75)
    life.outcomes("kept", range(52, 62, 2))
    same = read(life.inputs, on(70))
    assert (same.record.kept, same.record.missed, same.before) == (25, 1, None)
    life.tell("new_record", 65, about=about)
    life.outcomes("missed", [68])
    new = read(life.inputs, on(70))
    assert (new.record.kept, new.record.missed, new.record.since) == (5, 1, on(50))
    assert new.before is not None
    assert (new.before.kept, new.before.missed, new.before.since) == (20, 1, None)


@pytest.mark.practice("A14")
def test_no_new_record_after_something_smaller() -> None:
    life = Telling()
    life.outcomes("kept", range(0, 20, 2))
    life.tell("new_record", 30, about=life.breach(25, 0.4))
    assert read(life.inputs, on(30)).before is None


@pytest.mark.practice("E7")
def test_the_rhythm_of_what_was_kept() -> None:
    life = Telling()
    life.outcomes("kept", [*range(0, 56, 7), *range(70, 84, 7)])
    found = read(life.inputs, on(83)).regularity
    assert found is not None
    assert (found.weeks, found.of, found.usual, found.longest) == (10, 12, 7.0, 21)
    assert read(life.inputs, on(20)).regularity is None


@pytest.mark.practice("B4")
def test_a_pattern_and_whether_it_eases() -> None:
    life = Telling()
    for day in (0, 5, 9, 14, 20, 26):
        life.tell("crack", day, kind="mocked")
    life.outcomes("late", [3, 50])
    [found] = read(life.inputs, on(30)).patterns
    assert (found.kind, found.count, found.first, found.last, found.trend) == ("mocked", 6, on(0), on(26), "unclear")
    assert read(life.inputs, on(90)).patterns[0].trend == "less"
    assert read(life.inputs, on(300)).patterns == ()


def test_trends() -> None:
    assert trend([0, 60, 70, 80, 90], 100) == "more"
    assert trend([0, 5, 10, 20, 30], 100) == "less"
    assert trend([0, 10, 30, 40, 45, 55, 60, 80, 90], 100) == "steady"
    assert trend([0, 30, 70], 100) == "unclear"
    assert trend([5, 5, 5, 5, 5, 5], 5) == "unclear"


@pytest.mark.practice("L8", "I2")
def test_the_gap_is_a_question_about_two_ranges() -> None:
    above, below, near = Telling(), Telling(), Telling()
    for life, shape, trusting in ((above, "missed", 5), (below, "kept", 1), (near, "kept", 5)):
        life.outcomes(shape, range(0, 60, 2))
        for day in range(0, 60, 3):
            life.tell("check_in", day, trusting=trusting)
    found = [read(life.inputs, on(60)).gap for life in (above, below, near)]
    assert [each and each.lies for each in found] == ["far_above", "far_below", "near"]
    assert all(each and each.felt[0] < each.felt[1] and each.record[0] < each.record[1] for each in found)


def test_no_gap_without_a_record() -> None:
    life = Telling()
    life.tell("check_in", 0, trusting=5)
    found = read(life.inputs, on(3))
    assert (found.gap, found.record.mean) == (None, None)
    assert found.felt is not None
    assert found.felt.reports == 1


@pytest.mark.practice("A1")
def test_a_facet_by_itself_where_there_is_enough() -> None:
    life = Telling()
    life.outcomes("kept", range(0, 20, 2))
    life.breach(21, 0.75, facet="transparency")
    life.tell("crack", 22, kind="mocked", facet="respect")
    found = read(life.inputs, on(22))
    assert set(found.facets) == {"consistency", "transparency"}
    honest, steady = found.facets["transparency"], found.facets["consistency"]
    assert honest.harm.harm > 0.5
    assert steady.harm.harm == 0
    assert honest.felt < 0.45 < 0.7 < steady.felt
    assert (steady.record.kept, honest.record.kept, honest.record.mean) == (10, 0, None)
    assert found.harm.harm > honest.harm.harm
    assert found.harm.slights > 0


@pytest.mark.practice("A5", "A7")
def test_rising_falling_or_not_clear_yet() -> None:
    life = Telling()
    life.outcomes("kept", range(0, 60, 6))
    for day in range(0, 60, 3):
        life.tell("check_in", day, trusting=4)
    assert read(life.inputs, on(60)).felt.direction == "unclear"  # type: ignore[union-attr]
    for day in range(62, 80, 3):
        life.tell("check_in", day, trusting=1)
    assert read(life.inputs, on(80)).felt.direction == "falling"  # type: ignore[union-attr]
    for day in range(120, 150, 3):
        life.tell("check_in", day, trusting=5)
    assert read(life.inputs, on(140)).felt.direction == "rising"  # type: ignore[union-attr]


def test_swings_are_shown_beside() -> None:
    calm, restless = Telling(), Telling()
    for day in range(0, 120, 3):
        calm.tell("check_in", day, trusting=3)
        restless.tell("check_in", day, trusting=(2, 4)[day % 2])
    low, high = (read(life.inputs, on(120)).felt for life in (calm, restless))
    assert low is not None
    assert high is not None
    assert low.swing < 0.08 < high.swing


def test_several_reports_of_a_day_are_one() -> None:
    one, two = Telling(), Telling()
    one.tell("check_in", 0, trusting=3)
    two.tell("check_in", 0, trusting=2)
    two.tell("check_in", 0, trusting=4)
    a, b = (read(life.inputs, on(5)) for life in (one, two))
    assert (a.felt, a.line) == (b.felt, b.line)
    assert b.why is not None
    assert [cause.kind for cause in b.why.largest] == ["report", "report"]
    assert on(0) + timedelta(0) == b.why.since


def test_a_night_is_told_apart() -> None:
    """Without harm, words or anything of the moment a night only pulls; words fade; harm wears away."""
    life = Telling()
    life.tell("check_in", 0, trusting=5)
    quiet = read(life.inputs, on(40)).why
    assert quiet is not None
    assert {"pull", "report"} == set(quiet.totals)
    about = life.breach(41, 0.75)
    worn = read(life.inputs, on(80)).why
    assert worn is not None
    assert worn.totals["erosion"] < 0
    before = worn.totals["fading"]
    life.tell("apology", 42, about=about, parts={"responsibility"})
    faded = read(life.inputs, on(80)).why
    assert faded is not None
    assert faded.totals["fading"] < before


@pytest.mark.practice("E7")
def test_a_rhythm_needs_four_and_four_weeks() -> None:
    def kept(*days: int) -> Rhythm:
        rhythm = Rhythm()
        for day in days:
            rhythm.kept(day)
        return rhythm

    found = kept(101, 109, 117, 125).reading(128)
    assert found
    assert (found.weeks, found.of, found.usual, found.longest) == (4, 4, 8, 8)
    assert kept(101, 109, 117).reading(128) is None
    assert kept(108, 109, 117, 125).reading(128) is None
