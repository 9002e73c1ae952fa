"""When promises fall due: keys, instants, and the occurrences of a rule.

A key is `2026-03-05` (by the end of that day) or `2026-03-05T19:00`, local to the promise's own zone.
Keys sort as text.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice
from zoneinfo import ZoneInfo

from reknit.practice.describing import describe, describe_key
from reknit.practice.facts import When
from reknit.practice.refused import Refused
from reknit.practice.rules import FIRST_YEAR, LAST_YEAR, Rule, last_day, parse

__all__ = [
    "day_of", "describe", "describe_key", "due_at", "falls_on", "final", "is_key", "latest", "local_day", "occurrences",
    "zone_named",
]  # fmt: skip

_KEY = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d)?", re.ASCII)


def day_of(key: str) -> date:
    return date.fromisoformat(key[:10])


def is_key(text: str) -> bool:
    """Whether this is a day or an hour that the calendar has, in the years a promise can reach."""
    if not _KEY.fullmatch(text):
        return False
    try:
        return FIRST_YEAR <= datetime.fromisoformat(text).year <= LAST_YEAR
    except ValueError:
        return False


def zone_named(name: str) -> ZoneInfo:
    """The zone, or Refused when no such zone is known."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise Refused("That time zone is not known here.", field="zone") from None


@lru_cache(maxsize=8192)
def due_at(key: str, zone: str) -> datetime:
    """The instant (aware, UTC) by which it is due: the hour, or the end of that local day. Refused for any other text.

    An hour the clocks skip becomes the first one that exists; an hour they repeat is the first of the two.
    """
    if not is_key(key):
        raise Refused("That day cannot be read, or it is too far away.", field="day")
    if len(key) > 10:
        return _instant(datetime.fromisoformat(key), ZoneInfo(zone))
    return _instant(datetime.combine(day_of(key) + timedelta(days=1), time()), ZoneInfo(zone))


def local_day(now: datetime, zone: str) -> date:
    return now.astimezone(ZoneInfo(zone)).date()


def _instant(local: datetime, zone: ZoneInfo) -> datetime:
    found = local.replace(tzinfo=zone).astimezone(UTC)
    if found.astimezone(zone).replace(tzinfo=None) == local:
        return found
    return _end_of_gap(local, zone)


def _end_of_gap(local: datetime, zone: ZoneInfo) -> datetime:
    """The instant the clocks jump, found between the two ways of reading an hour that does not exist."""
    before = local.replace(tzinfo=zone, fold=1).astimezone(UTC)
    after = local.replace(tzinfo=zone, fold=0).astimezone(UTC)
    offset = after.astimezone(zone).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = (before + (after - before) / 2).replace(microsecond=0)
        if middle.astimezone(zone).utcoffset() == offset:
            after = middle
        else:
            before = middle
    return after


def occurrences(when: When, *, after: str | None, until: date, most: int) -> list[str]:
    """Keys in order, strictly after the key `after`, on days not later than `until`, at most `most` of them."""
    return list(_keys(when, after or "", until, most))


@lru_cache(maxsize=8192)
def _keys(when: When, after: str, until: date, most: int) -> tuple[str, ...]:
    found = (f"{day.isoformat()}{_hour(when)}" for day in _days(when, after, until))
    return tuple(islice((key for key in found if key > after), most))


def _hour(when: When) -> str:
    return f"T{when.at}" if when.at else ""


def _days(when: When, after: str, until: date) -> Iterator[date]:
    first = date.fromisoformat(when.day)
    if not when.rule:
        return iter([first] if first <= until else [])
    rule = parse(when.rule).from_day(first)
    last = last_day(rule, first)
    until = min(until, last) if last else until
    start = rule.anchor(first, day_of(after) if after else first)
    return (found.date() for found in rule.expand(start, until))


def latest(when: When, *, until: date, most: int, after: str = "") -> list[str]:
    """The last `most` keys on days not later than `until`, in order; found without walking there from the start."""
    if not when.rule:
        return occurrences(when, after=after, until=until, most=most)
    rule = parse(when.rule).from_day(date.fromisoformat(when.day))
    start = max(date.fromisoformat(when.day), _end(when, rule, until) - rule.span(most)) - timedelta(days=1)
    return list(_keys(when, max(after, start.isoformat()), until, 40 * (most + 1)))[-most:]


def _end(when: When, rule: Rule, until: date) -> date:
    return min(until, last_day(rule, date.fromisoformat(when.day)) or until)


@lru_cache(maxsize=2048)
def final(when: When) -> str | None:
    """The last key there will ever be, or None where there is no end."""
    first = date.fromisoformat(when.day)
    last = last_day(parse(when.rule).from_day(first), first) if when.rule else first
    if last is None:
        return None
    return (latest(when, until=last, most=1) or [""])[0]


def falls_on(when: When, key: str) -> bool:
    """Whether `key` is one of the occurrences."""
    if not is_key(key):
        return False
    day = day_of(key)
    return key in occurrences(when, after=(day - timedelta(days=1)).isoformat() + "T99", until=day, most=1)
