"""The same kind gathers: how often, over how long, and whether it eases."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reknit.practice import gathering
from reknit.practice.daily_state import Crack
from tests.practice.told import often

TODAY = date(2026, 5, 20)
AT = datetime(2026, 5, 20, tzinfo=UTC)


def cracks(*days: str, act: str = "late", **more) -> list[Crack]:
    made = {"by": "anna", "whose": "toby", "act": act, **more}
    return [Crack(id=f"{act}{at}", day=day, at=AT, **made) for at, day in enumerate(days)]


def said(*days: str, today: date = TODAY) -> str:
    [found] = gathering.patterns(cracks(*days))
    return str(found.say(today))


@pytest.mark.practice("B4", "A5")
def test_seven_times_in_ten_weeks():
    assert said(
        *[f"2026-03-{day:02}" for day in (14, 18, 25)], "2026-04-10", "2026-04-20", "2026-05-01", "2026-05-19"
    ) == ("seven times in ten weeks.")


@pytest.mark.practice("B4")
def test_the_trend_is_told_also_when_it_eases():
    days = ["2026-01-02", "2026-01-08", "2026-01-20", "2026-02-03", "2026-02-09", "2026-02-21", "2026-04-10"]
    assert said(*days) == "seven times in twenty weeks; less often since March.".replace("twenty", "20")
    days = ["2026-01-02", "2026-02-20", "2026-04-02", "2026-04-10", "2026-04-18", "2026-05-01", "2026-05-19"]
    assert said(*days).endswith("; more often since April.")


@pytest.mark.practice("B4")
def test_two_are_no_pattern_and_what_was_let_go_is_gone():
    assert gathering.patterns(cracks("2026-05-01", "2026-05-02")) == []
    three = cracks("2026-05-01", "2026-05-02", "2026-05-03")
    assert len(gathering.patterns(three)) == 1
    three[0].set_down_at = AT
    assert gathering.patterns(three) == []
    assert gathering.patterns(cracks("2026-05-01", "2026-05-02", "2026-05-03", by="toby")) == []


def test_own_words_gather_by_what_they_are_about_and_kinds_stand_apart():
    own = cracks("2026-05-01", "2026-05-02", "2026-05-03", act="", facet="respect")
    late = cracks("2026-05-04", "2026-05-05", "2026-05-06", facet="respect")
    assert [(one.act, one.facet) for one in gathering.patterns([*own, *late])] == [("late", ""), ("", "respect")]
    assert gathering.patterns(cracks("2026-05-01", "2026-05-02", "2026-05-03", act="")) == []


@often
@given(st.lists(st.integers(0, 500), min_size=3, max_size=60))
def test_it_never_says_both_and_never_fails(ago):
    days = sorted(TODAY - timedelta(days=back) for back in ago)
    found = gathering.trend(days, TODAY)
    if found:
        before = sum(day < found.since for day in days)
        assert found.less or len(days) - before >= gathering.LEAST
    assert str(gathering.patterns(cracks(*(day.isoformat() for day in days)))[0].say(TODAY)).endswith(".")
