"""Occurrences, instants and the rules behind them."""

import time
import zoneinfo
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock

import pytest
from dateutil import rrule
from hypothesis import assume, given
from hypothesis import strategies as st

from reknit.practice.facts import When
from reknit.practice.refused import Refused
from reknit.practice.rules import parse
from reknit.practice.schedule import due_at, falls_on, final, is_key, latest, occurrences, zone_named
from tests.practice.told import Told, day, often, refused

ZONES = sorted(zoneinfo.available_timezones())
FAR = day("2099-12-31")


def keys(day: str, rule: str = "", at: str = "", *, after: str | None = None, until: date = FAR, most: int = 5):
    return occurrences(When(day=day, at=at, rule=rule), after=after, until=until, most=most)


@pytest.mark.practice("E1")
def test_once():
    assert keys("2026-03-06") == ["2026-03-06"]
    assert keys("2026-03-06", at="19:00") == ["2026-03-06T19:00"]
    assert keys("2026-03-06", after="2026-03-06") == []
    assert keys("2026-03-06", until=day("2026-03-05")) == []


@pytest.mark.practice("E5")
@pytest.mark.parametrize(
    ("first", "rule", "expected"),
    [
        ("2026-03-06", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", ["2026-03-06", "2026-03-09", "2026-03-10"]),
        ("2026-03-07", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", ["2026-03-09", "2026-03-10", "2026-03-11"]),
        ("2026-03-06", "FREQ=WEEKLY", ["2026-03-06", "2026-03-13", "2026-03-20"]),
        ("2026-03-06", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", ["2026-03-06", "2026-03-20", "2026-04-03"]),
        ("2026-01-15", "FREQ=MONTHLY", ["2026-01-15", "2026-02-15", "2026-03-15"]),
        ("2026-01-31", "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1", ["2026-01-31", "2026-02-28", "2026-03-31"]),
        ("2026-01-30", "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1", ["2026-01-30", "2026-02-28", "2026-03-30"]),
        ("2027-12-29", "FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=-1", ["2027-12-29", "2028-01-29", "2028-02-29"]),
        ("2026-03-06", "FREQ=MONTHLY;BYDAY=1FR", ["2026-03-06", "2026-04-03", "2026-05-01"]),
        ("2026-03-27", "FREQ=MONTHLY;BYDAY=-1FR", ["2026-03-27", "2026-04-24", "2026-05-29"]),
        ("2026-03-06", "FREQ=YEARLY", ["2026-03-06", "2027-03-06", "2028-03-06"]),
        ("2024-02-29", "FREQ=YEARLY", ["2024-02-29", "2025-02-28", "2026-02-28"]),
        ("2026-03-06", "FREQ=DAILY;INTERVAL=3", ["2026-03-06", "2026-03-09", "2026-03-12"]),
        ("2026-03-06", "FREQ=DAILY;UNTIL=20260307", ["2026-03-06", "2026-03-07"]),
        ("2026-03-06", "FREQ=WEEKLY;COUNT=2", ["2026-03-06", "2026-03-13"]),
    ],
)
def test_rules(first, rule, expected):
    assert keys(first, rule, most=3) == expected


def test_a_last_day_counts_whole_even_with_an_hour():
    assert keys("2026-03-06", "FREQ=DAILY;UNTIL=20260307", "23:30") == ["2026-03-06T23:30", "2026-03-07T23:30"]


@pytest.mark.parametrize(
    "rule",
    [
        "", "FREQ=HOURLY", "FREQ=SECONDLY;COUNT=5", "FREQ=DAILY;BYHOUR=3", "FREQ=DAILY;BYEASTER=1", "FREQ", "BYDAY=MO",
        "FREQ=WEEKLY;BYDAY=XX", "FREQ=WEEKLY;BYDAY=1MO", "FREQ=DAILY;COUNT=1001", "FREQ=DAILY;COUNT=99999999999",
        "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;INTERVAL=367", "FREQ=MONTHLY;INTERVAL=25", "FREQ=DAILY;INTERVAL=-1",
        "FREQ=DAILY;UNTIL=20260101;COUNT=2", "FREQ=DAILY;UNTIL=tomorrow", "FREQ=DAILY;UNTIL=20260231",
        "FREQ=YEARLY;BYDAY=MO", "FREQ=YEARLY;BYMONTH=2", "FREQ=DAILY;INTERVAL=2;BYDAY=MO", "FREQ=WEEKLY;BYMONTHDAY=3",
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "FREQ=MONTHLY;BYSETPOS=1", "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=MONTHLY;BYMONTHDAY=0", "FREQ=DAILY;" + "X" * 200, "FREQ=MONTHLY;BYMONTHDAY=" + ",".join(["1"] * 32),
        "FREQ=DAILY;COUNT=٣",
    ],
)  # fmt: skip
def test_other_rules_are_refused_with_a_sentence(rule):
    said = refused(parse, rule)
    assert said.endswith(".")
    assert said[0].isupper()


def test_what_is_a_key():
    assert is_key("2026-03-06")
    assert is_key("2028-02-29T23:59")
    for wrong in (
        "2026-02-29",
        "2026-03-06T24:00",
        "2026-03-06 19:00",
        "20260306",
        "2026-03-06T19:00:00",
        "",
        "٢٠٢٦-03-06",
    ):
        assert not is_key(wrong)


def test_falling_on():
    every_other = When(day="2026-03-06", at="19:00", rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=FR")
    assert falls_on(every_other, "2036-02-29T19:00") is False
    assert falls_on(every_other, "2026-03-20T19:00")
    for wrong in ("2026-03-13T19:00", "2026-03-20", "2026-03-20T19:01", "2026-02-20T19:00", "x"):
        assert not falls_on(every_other, wrong)


RULES = st.builds(
    lambda freq, end: freq + end,
    st.one_of(
        st.builds(lambda n: f"FREQ=DAILY;INTERVAL={n}", st.integers(1, 40)),
        st.builds(
            lambda n, days: f"FREQ=WEEKLY;INTERVAL={n};BYDAY={','.join(sorted(days))}",
            st.integers(1, 9),
            st.sets(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), min_size=1),
        ),
        st.builds(lambda n, d: f"FREQ=MONTHLY;INTERVAL={n};BYMONTHDAY={d}", st.integers(1, 14), st.integers(1, 28)),
        st.builds(
            lambda n, d: f"FREQ=MONTHLY;INTERVAL={n};BYDAY={d}FR", st.integers(1, 14), st.sampled_from([1, 4, -1])
        ),
        st.builds(lambda n: f"FREQ=MONTHLY;INTERVAL={n};BYMONTHDAY=28,29,30,31;BYSETPOS=-1", st.integers(1, 14)),
        st.builds(lambda n: f"FREQ=WEEKLY;INTERVAL={n}", st.integers(1, 9)),
        st.builds(lambda n: f"FREQ=MONTHLY;INTERVAL={n}", st.integers(1, 24)),
        st.builds(lambda n: f"FREQ=YEARLY;INTERVAL={n}", st.integers(1, 10)),
        st.just("FREQ=DAILY;BYDAY=MO,TU,TH"),
    ),
    st.one_of(
        st.just(""),
        st.builds(lambda n: f";COUNT={n}", st.integers(1, 900)),
        st.dates(day("2026-01-01"), day("2040-01-01")).map(lambda d: f";UNTIL={d:%Y%m%d}"),
    ),
)


def plain(first: date, rule: str, until: date) -> list[str]:
    """The calendar library walking all the way from the first day; a bare month or year keeps to days they all have."""
    assume("BY" in rule or "WEEKLY" in rule or "DAILY" in rule or first.day <= 28)
    found = rrule.rrulestr(rule, dtstart=datetime.combine(first, clock()))
    days = found.between(datetime.combine(first, clock()), datetime.combine(until, clock()), inc=True)
    return [each.date().isoformat() for each in days]


@pytest.mark.practice("E5")
@often
@given(st.dates(day("2026-01-01"), day("2028-12-31")), RULES, st.integers(-20, 6000))
def test_read_from_anywhere_it_is_the_plain_rule(first, rule, days_on):
    until = first + timedelta(days=6000)
    after = (first + timedelta(days=days_on)).isoformat()
    expected = plain(first, rule, until)
    when = When(day=first.isoformat(), rule=rule)
    assert occurrences(when, after=after, until=until, most=7) == [key for key in expected if key > after][:7]
    assert latest(when, until=day(after), most=5)[-1:] == [key for key in expected if key <= after][-1:]
    assert occurrences(when, after=None, until=until, most=10_000) == expected


@often
@given(st.dates(day("2026-01-01"), day("2028-12-31")), RULES, st.integers(0, 4000))
def test_the_latest_few_are_the_last_of_all(first, rule, days_on):
    until = first + timedelta(days=days_on)
    when = When(day=first.isoformat(), rule=rule)
    expected = plain(first, rule, until)
    assert latest(when, until=until, most=5) == expected[-5:]
    later = [key for key in expected if key > first.isoformat()]
    assert latest(when, until=until, most=60, after=first.isoformat()) == later[-60:]


def test_the_last_key_there_will_be():
    assert final(When(day="2026-03-06")) == "2026-03-06"
    assert final(When(day="2026-03-06", at="08:00", rule="FREQ=WEEKLY;COUNT=3")) == "2026-03-20T08:00"
    assert final(When(day="2026-03-06", rule="FREQ=WEEKLY;UNTIL=20260319")) == "2026-03-13"
    assert final(When(day="2026-03-06", rule="FREQ=WEEKLY")) is None


def test_ten_years_on_costs_what_it_costs_today():
    def cost(after: str) -> float:
        start = time.perf_counter()
        for minute in range(60):
            when = When(day="2026-03-02", at=f"19:{minute:02}", rule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=1000")
            occurrences(when, after=after, until=day(after) + timedelta(days=30), most=10)
        return time.perf_counter() - start

    cost("2026-02-01")
    near, far = min(cost(f"2026-03-{d:02}") for d in range(2, 8)), min(cost(f"2029-03-{d:02}") for d in range(2, 8))
    assert far < 5 * near + 0.005


# Instants


def test_a_day_lasts_until_its_end_where_the_promise_was_made():
    assert due_at("2026-03-05", "Europe/Berlin") == datetime(2026, 3, 5, 23, tzinfo=UTC)
    assert due_at("2026-03-29", "Europe/Berlin") - due_at("2026-03-28", "Europe/Berlin") == timedelta(hours=23)
    assert due_at("2026-10-25", "Europe/Berlin") - due_at("2026-10-24", "Europe/Berlin") == timedelta(hours=25)


@pytest.mark.practice("E5")
def test_an_hour_the_clocks_skip_is_the_first_that_exists():
    assert due_at("2027-03-28T02:30", "Europe/Berlin") == datetime(2027, 3, 28, 1, tzinfo=UTC)
    assert due_at("2027-03-28T02:00", "Europe/Berlin") == datetime(2027, 3, 28, 1, tzinfo=UTC)
    assert due_at("2027-03-28T03:00", "Europe/Berlin") == datetime(2027, 3, 28, 1, tzinfo=UTC)


@pytest.mark.practice("E5")
def test_an_hour_the_clocks_repeat_is_the_first_of_the_two():
    assert due_at("2026-10-25T02:30", "Europe/Berlin") == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_day_that_begins_in_a_gap_and_a_day_that_never_was():
    assert due_at("2018-11-03", "America/Sao_Paulo") == datetime(2018, 11, 4, 3, tzinfo=UTC)
    assert due_at("2011-12-30", "Pacific/Apia") == due_at("2011-12-29", "Pacific/Apia")


@often
@given(st.sampled_from(ZONES), st.dates(day("2016-01-01"), day("2036-12-31")), st.integers(0, 24 * 60 - 1))
def test_every_zone_every_day_every_minute(zone, on, minute):
    key = f"{on.isoformat()}T{minute // 60:02}:{minute % 60:02}"
    instant, midnight = due_at(key, zone), due_at(on.isoformat(), zone)
    wall = instant.astimezone(zoneinfo.ZoneInfo(zone)).replace(tzinfo=None)
    asked = datetime.fromisoformat(key)
    assert asked <= wall <= asked + timedelta(hours=24)
    assert instant.microsecond == 0
    assert instant <= midnight
    if wall != asked:
        before = (instant - timedelta(seconds=1)).astimezone(zoneinfo.ZoneInfo(zone)).replace(tzinfo=None)
        assert before < asked < wall
    hours = midnight - due_at((on - timedelta(days=1)).isoformat(), zone)
    assert timedelta(hours=0) <= hours <= timedelta(hours=48)


def test_zones_nobody_knows_are_refused():
    for name in ("Mars/Base", "", "../../etc/passwd", "Europe", "\0"):
        assert refused(zone_named, name) == "That time zone is not known here."
    assert zone_named("America/New_York").key == "America/New_York"


def test_a_rule_without_end_stops_at_the_most_wanted():
    assert len(keys("2026-03-06", "FREQ=DAILY", most=9)) == 9


@pytest.mark.parametrize(
    "text",
    ["0001-01-01", "9999-12-31", "9999-12-31T23:59", "1989-12-31", "2200-01-01", "", "T", "2026-02-30", "٢٠٢٦-٠٣-٠٦"],
)
def test_no_text_is_too_far_to_be_refused_calmly(text):
    assert not is_key(text)
    assert not falls_on(When("2026-03-02", rule="FREQ=DAILY"), text)
    with pytest.raises(Refused):
        due_at(text, "Pacific/Apia")
    told = Told()
    root = told.promise(when=When("2026-03-02", rule="FREQ=DAILY"))
    for act, by, more in (
        ("say", "toby", {"due": text, "outcome": "kept"}),
        ("move", "toby", {"due": text, "how": "late"}),
        ("move", "toby", {"due": "2026-03-02", "how": "late", "to": text or "?"}),
        ("explain", "toby", {"due": text, "words": {"said": "x"}}),
        ("answer", "anna", {"due": text, "answer": "yes"}),
        ("release", "anna", {"due": text}),
        ("remark", "anna", {"due": text, "remark": "hurt"}),
    ):
        assert refused(told.does, act, by, root, **more)
    for when in (When(text), When(text, "19:00"), When("2026-03-02", text or "x"), When(f"{text}T10:00")):
        assert refused(told.promise, when=when)
    assert refused(told.promise, when=When("2026-03-02", rule="FREQ=DAILY;UNTIL=99991231"))
    assert refused(told.promise, when=When("2026-03-02", rule="FREQ=DAILY;UNTIL=00010101"))


def test_the_last_day_there_is_can_be_reckoned_with():
    assert due_at("2199-12-31", "Pacific/Apia") > due_at("2199-12-31T23:00", "Pacific/Apia")
    assert due_at("1990-01-01", "Pacific/Apia")
    last = final(When("2026-03-02", rule="FREQ=YEARLY;INTERVAL=10;COUNT=1000"))
    assert last is not None
    assert is_key(last)
