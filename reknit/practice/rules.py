"""Which recurrence rules a promise may carry, read from the calendar standard (RFC 5545) and kept small.

Plain months skip days they do not have, so a rule for the 29th to 31st must say what happens in short months:
`FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1`.
"""

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Literal

import msgspec
from dateutil import rrule

from reknit.practice.refused import Refused

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MOST_TIMES = 1000
FIRST_YEAR, LAST_YEAR = 1990, 2199
STEPS = {"DAILY": 366, "WEEKLY": 104, "MONTHLY": 24, "YEARLY": 10}
_FREQ: dict[str, Literal[1, 2, 3]] = {"DAILY": rrule.DAILY, "WEEKLY": rrule.WEEKLY, "MONTHLY": rrule.MONTHLY}
_HUNDRED_YEARS = timedelta(days=36525)


class Rule(msgspec.Struct, frozen=True):
    """A rule taken apart. `days` are (which of the month or 0, weekday); `until` is the last day it may fall on."""

    freq: str
    interval: int = 1
    days: tuple[tuple[int, int], ...] = ()
    monthdays: tuple[int, ...] = ()
    setpos: tuple[int, ...] = ()
    until: date | None = None
    count: int = 0

    def from_day(self, first: date) -> "Rule":
        """The same rule with nothing left for its first day to imply, so that it can be read from a later day."""
        if self.freq == "YEARLY":
            leap = (first.month, first.day) == (2, 29)
            return msgspec.structs.replace(
                self, freq="MONTHLY", interval=12 * self.interval,
                monthdays=(28, 29) if leap else (first.day,), setpos=(-1,) if leap else (),
            )  # fmt: skip
        if self.freq == "WEEKLY" and not self.days:
            return msgspec.structs.replace(self, days=((0, first.weekday()),))
        if self.freq == "MONTHLY" and not (self.days or self.monthdays):
            return msgspec.structs.replace(self, monthdays=(first.day,))
        return self

    def expand(self, start: date, until: date) -> rrule.rrule:
        """The days from `start` to `until`; `start` must keep the rhythm (see `anchor`). Its count is not looked at."""
        return rrule.rrule(
            _FREQ[self.freq],
            dtstart=datetime(start.year, start.month, start.day),  # noqa: DTZ001 - a calendar day, no instant
            interval=self.interval,
            until=datetime(until.year, until.month, until.day),  # noqa: DTZ001
            byweekday=[rrule.weekday(day, n or None) for n, day in self.days] or None,
            bymonthday=self.monthdays or None,
            bysetpos=self.setpos or None,
            wkst=rrule.MO,
        )

    def anchor(self, first: date, near: date) -> date:
        """The latest day not after `near` from which the rule can be read with its rhythm unbroken."""
        if near <= first:
            return first
        if self.freq == "DAILY":
            return first + timedelta(days=(near - first).days // self.interval * self.interval)
        if self.freq == "WEEKLY":
            monday = first - timedelta(days=first.weekday())
            step = 7 * self.interval
            return max(first, monday + timedelta(days=(near - monday).days // step * step))
        months = ((near.year - first.year) * 12 + near.month - first.month) // self.interval * self.interval
        year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
        return date(year, month + 1, 1) if months else first

    def span(self, most: int) -> timedelta:
        """Roughly how far back `most` occurrences reach, never too short for a rule that falls once a step."""
        step = 31 if self.freq == "MONTHLY" else 7 if self.days else 1
        return timedelta(days=(most + 1) * self.interval * step)


@lru_cache(maxsize=2048)
def last_day(rule: Rule, first: date) -> date | None:
    """The last day the rule can fall on, or None when it has no end."""
    if not rule.count:
        return rule.until
    last = first
    horizon = min(date(LAST_YEAR, 12, 31), first + _HUNDRED_YEARS)
    for taken, found in enumerate(rule.expand(first, horizon), start=1):
        last = found.date()
        if taken == rule.count:
            break
    return last


@lru_cache(maxsize=2048)
def parse(text: str) -> Rule:
    """The rule in `text`, or Refused with a sentence."""
    if len(text) > 200:
        raise Refused("That rhythm is too long to follow.", field="rule")
    parts = dict(_pair(part) for part in text.removeprefix("RRULE:").split(";"))
    freq = parts.pop("FREQ", "")
    if freq not in STEPS:
        raise Refused("A promise can repeat by the day, the week, the month or the year.", field="rule")
    rule = Rule(
        freq=freq,
        interval=_whole(parts.pop("INTERVAL", "1"), most=STEPS[freq]),
        days=tuple(_weekday(day) for day in _split(parts.pop("BYDAY", ""))),
        monthdays=tuple(_whole(day, most=31, negative=True) for day in _split(parts.pop("BYMONTHDAY", ""))),
        setpos=tuple(_whole(at, most=31, negative=True) for at in _split(parts.pop("BYSETPOS", ""))),
        until=_day(parts.pop("UNTIL", "")),
        count=_whole(parts.pop("COUNT", "0"), most=MOST_TIMES, least=0),
    )
    if parts:
        raise Refused("This rhythm uses %(part)s, which a promise cannot follow here.", field="rule", part=min(parts))
    _sound(rule)
    return rule


def _sound(rule: Rule) -> None:
    """Refuse parts that contradict each other or that would hardly ever fall."""
    if rule.until and rule.count:
        raise Refused("Choose a last day or a number of times, not both.", field="rule")
    if rule.freq == "YEARLY" and (rule.days or rule.monthdays or rule.setpos):
        raise Refused("A yearly promise falls on the day it begins.", field="rule")
    if rule.freq == "DAILY" and rule.days and rule.interval > 1:
        raise Refused("Choose some weekdays or every so many days, not both.", field="rule")
    if rule.freq in ("DAILY", "WEEKLY") and (rule.monthdays or rule.setpos or any(n for n, _ in rule.days)):
        raise Refused("Days of the month belong to a monthly rhythm.", field="rule")
    if rule.days and rule.monthdays:
        raise Refused("Choose weekdays or days of the month, not both.", field="rule")
    if rule.setpos and not (rule.days or rule.monthdays):
        raise Refused("This rhythm does not say which days it chooses from.", field="rule")


def _pair(part: str) -> tuple[str, str]:
    name, _, value = part.strip().upper().partition("=")
    if not name or not value:
        raise Refused("That rhythm could not be read.", field="rule")
    return name, value


def _split(value: str) -> list[str]:
    parts = value.split(",") if value else []
    if len(parts) > 31:
        raise Refused("That rhythm is too long to follow.", field="rule")
    return parts


def _whole(text: str, *, most: int, least: int = 1, negative: bool = False) -> int:
    if not re.fullmatch(r"[+-]?[0-9]{1,4}", text):
        raise Refused("That rhythm could not be read.", field="rule")
    found = int(text)
    if not (least <= found <= most or (negative and -most <= found <= -1)):
        raise Refused("That rhythm is larger than a promise can hold.", field="rule")
    return found


def _weekday(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)", text)
    if not found:
        raise Refused("That rhythm could not be read.", field="rule")
    return int(found[1] or 0), DAYS.index(found[2])


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        found = datetime.strptime(text, "%Y%m%d").date()  # noqa: DTZ007 - a calendar day, no instant
    except ValueError:
        raise Refused("That last day could not be read.", field="rule") from None
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise Refused("That last day is too far away.", field="rule")
    return found
