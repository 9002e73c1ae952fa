"""Plain choices on a form become a time; a time becomes plain English."""

import pytest

from reknit.practice.choosing import PATTERNS, repeating
from reknit.practice.describing import describe, describe_key
from reknit.practice.facts import When
from reknit.practice.schedule import occurrences
from tests.practice.told import day, refused

TODAY = day("2026-03-02")
FRI = "2026-03-06"


def chosen(pattern: str, first: str = FRI, **more) -> When:
    return repeating(pattern, day=first, today=TODAY, **more)


def no(pattern: str = "daily", first: str = FRI, **more) -> str:
    return refused(chosen, pattern, first, **more)


@pytest.mark.practice("E1", "E5")
@pytest.mark.parametrize(
    ("when", "said"),
    [
        (chosen("once"), "by Friday 6 March"),
        (chosen("once", at="7:05"), "on Friday 6 March at 07:05"),
        (chosen("daily"), "every day"),
        (chosen("daily", at="19:00"), "every day at 19:00"),
        (chosen("weekdays", at="19:00:00"), "every weekday at 19:00"),
        (chosen("weekly"), "every Friday"),
        (chosen("weekly", days=("SU", "MO")), "every Monday and Sunday"),
        (chosen("weekly", days=("SA", "SU")), "every Saturday and Sunday"),
        (chosen("fortnightly"), "every other Friday"),
        (chosen("fortnightly", until="2026-05-01"), "every other Friday, until Friday 1 May"),
        (chosen("weekly", count="5"), "every Friday, five times"),
        (chosen("weekly", count=1), "every Friday, once"),
        (chosen("weekly", count=20), "every Friday, 20 times"),
        (chosen("monthly"), "on the 6th of every month"),
        (chosen("monthly", "2026-03-29"), "on the 29th or the last day of every month"),
        (chosen("monthly", "2026-03-30", at="08:00"), "on the 30th or the last day of every month at 08:00"),
        (chosen("monthly", "2026-03-31"), "on the last day of every month"),
        (chosen("yearly"), "every year on 6 March"),
        (When(FRI, rule="FREQ=DAILY;INTERVAL=2"), "every other day"),
        (When(FRI, rule="FREQ=DAILY;INTERVAL=3"), "every three days"),
        (When(FRI, rule="FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR"), "every weekday"),
        (When(FRI, rule="FREQ=DAILY;BYDAY=MO,TU"), "every Monday and Tuesday"),
        (When(FRI, rule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU"), "every day"),
        (When(FRI, rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR,SA,SU"), "every day of every other week"),
        (When(FRI, rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR"), "every weekday of every other week"),
        (When(FRI, rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU"), "every other weekend, both days"),
        (When(FRI, rule="FREQ=WEEKLY;INTERVAL=3"), "every three weeks on Friday"),
        (When(FRI, rule="FREQ=MONTHLY;BYDAY=1FR"), "on the first Friday of every month"),
        (When(FRI, rule="FREQ=MONTHLY;BYDAY=-1FR"), "on the last Friday of every month"),
        (When(FRI, rule="FREQ=MONTHLY;BYDAY=-2FR"), "on the second Friday from the end of every month"),
        (When(FRI, rule="FREQ=MONTHLY;BYDAY=FR"), "on every Friday of every month"),
        (When(FRI, rule="FREQ=MONTHLY;BYMONTHDAY=1,15,22"), "on the 1st, the 15th and the 22nd of every month"),
        (When(FRI, rule="FREQ=MONTHLY;BYMONTHDAY=-1"), "on the last day of every month"),
        (When(FRI, rule="FREQ=MONTHLY;BYMONTHDAY=-3"), "on the 3rd day from the end of every month"),
        (When(FRI, rule="FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=3"), "on the 3rd of every other month"),
        (When(FRI, rule="FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"), "on chosen days of every month"),
        (When(FRI, rule="FREQ=YEARLY;INTERVAL=2"), "every other year on 6 March"),
    ],
)
def test_in_plain_english(when, said):
    assert str(describe(when)) == said


def test_the_year_is_named_when_it_is_another():
    assert str(describe(chosen("once"), today=TODAY)) == "by Friday 6 March"
    assert str(describe(chosen("once", "2027-03-05"), today=TODAY)) == "by Friday 5 March 2027"
    assert str(describe_key("2026-03-06T19:00", today=day("2027-01-01"))) == "Friday 6 March 2026 at 19:00"
    assert str(describe_key(FRI)) == "Friday 6 March"


@pytest.mark.practice("E5")
@pytest.mark.parametrize("pattern", list(PATTERNS))
def test_every_pattern_begins_on_its_day(pattern):
    when = chosen(pattern, at="19:00")
    assert occurrences(when, after=None, until=day("2027-12-31"), most=1) == ["2026-03-06T19:00"]


def test_the_end_of_every_month_is_kept():
    for number in (29, 30, 31):
        keys = occurrences(chosen("monthly", f"2026-03-{number}"), after=None, until=day("2028-03-01"), most=24)
        assert [key[:7] for key in keys] == [f"{2026 + (m - 1) // 12}-{(m - 1) % 12 + 1:02}" for m in range(3, 27)]
        assert keys[11] == ("2027-02-28")
        assert keys[23] == ("2028-02-29")


def test_what_cannot_be_chosen():
    assert no(first="2026-03-01") == "That day has already passed. Choose today or a later day."
    assert chosen("daily", "2026-03-02").day == "2026-03-02"
    assert no(first="") == no(first="6 March") == "Choose a day."
    assert no(first="2036-04-01") == "That is more than ten years away. Choose a nearer day."
    assert no("hourly") == "Choose whether this happens once or comes back."
    assert no(at="7pm") == no(at="24:00") == "Write the hour like 19:00."
    assert no(until=FRI, count=3) == "Choose a last day or a number of times, not both."
    assert no(until="2026-03-05") == "The last day comes before the first."
    assert (
        no(count="0") == no(count="1001") == no(count="some") == no(count="²") == "Say how many times, from 1 to 1000."
    )
    assert chosen("once", until=FRI, count=3) == When(FRI)
    assert chosen("daily", until=FRI).rule == "FREQ=DAILY;UNTIL=20260306"
