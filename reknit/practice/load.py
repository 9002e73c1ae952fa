"""Before a promise is made: what its maker already carries, and one smaller version of what is being drafted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import msgspec

from reknit.practice.describing import describe
from reknit.practice.facts import When
from reknit.practice.occurrence import Promise
from reknit.practice.refused import Say
from reknit.practice.rules import DAYS, Rule, parse
from reknit.practice.schedule import day_of, due_at, final, occurrences
from reknit.practice.state import State

MUCH = {1: 1, 2: 5, 3: 10, 4: 14}
_WORKDAYS = tuple((0, day) for day in range(5))


@dataclass(frozen=True, slots=True)
class Carried:
    """One thing already promised for that time."""

    promise: Promise
    key: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Smaller:
    """A smaller version of a drafted promise, and the sentence that offers it."""

    when: When
    say: Say


def carried(state: State, member: str, from_day: date, to_day: date) -> list[Carried]:
    """What this member has promised for those days, first to last, without what is done or let go."""
    found = []
    for promise in state.promises.values():
        if promise.by == member and state.running(promise):
            found += [Carried(promise, key, due_at(key, promise.zone)) for key in _keys(promise, from_day, to_day)]
    return sorted(found, key=lambda one: one.at)


def _keys(promise: Promise, from_day: date, to_day: date) -> list[str]:
    after = (from_day - timedelta(days=1)).isoformat() + "T99"
    keys = dict.fromkeys(occurrences(promise.when, after=after, until=to_day, most=60))
    keys.update(dict.fromkeys(promise.occurrences))
    spoken = [promise.at(key) for key in keys]
    open_ones = [one for one in spoken if not (one.said or one.off or one.answers or one.let_off(promise.to))]
    return [one.final for one in open_ones if from_day <= day_of(one.final) <= to_day]


def too_much(load: Sequence[Carried], sure: int) -> bool:
    """Whether a smaller version should be offered: the less sure, the sooner; with *I hope I can* from the first."""
    return sure == 1 or len(load) >= MUCH.get(sure, 10)


def smaller(when: When, *, today: date) -> Smaller:
    """One concrete smaller version; where its time is already about as small as it gets, half of what is promised."""
    found = _less_often(when) or _less_sharp(when) or _shorter(when) or _with_more_time(when, today)
    if found is None or found == when:
        return Smaller(when, Say("Would half of it do? Write the half you are sure of."))
    return Smaller(found, Say("Would a smaller one do: %(when)s?", when=describe(found, today=today)))


def _less_often(when: When) -> When | None:
    if not when.rule:
        return None
    first = date.fromisoformat(when.day)
    rule = parse(when.rule)
    days = tuple(day for _, day in rule.days)
    if rule.freq == "DAILY" and rule.interval == 1 and not rule.days:
        return _with(when, rule, "FREQ=WEEKLY;BYDAY=MO,WE,FR")
    if rule.freq in ("DAILY", "WEEKLY") and len(days) > 1:
        return _with(when, rule, f"FREQ=WEEKLY;BYDAY={_one_day(rule, first)}")
    if rule.freq == "WEEKLY" and rule.interval == 1:
        return _with(when, rule, f"FREQ=WEEKLY;INTERVAL=2;BYDAY={_one_day(rule, first)}")
    return None


def _one_day(rule: Rule, first: date) -> str:
    days = [day for _, day in rule.from_day(first).days]
    return DAYS[first.weekday() if first.weekday() in days else days[0]]


def _with(when: When, rule: Rule, text: str) -> When:
    """The new rhythm with the old end; a number of times is kept."""
    if rule.until:
        text += f";UNTIL={rule.until:%Y%m%d}"
    if rule.count:
        text += f";COUNT={rule.count}"
    found = msgspec.structs.replace(when, rule=text)
    return found if final(found) != "" else when


def _less_sharp(when: When) -> When | None:
    return msgspec.structs.replace(when, at="") if when.at else None


def _shorter(when: When) -> When | None:
    """With no end in sight: for two weeks first, and then look again."""
    if not when.rule or final(when) is not None:
        return None
    until = date.fromisoformat(when.day) + timedelta(days=14)
    found = msgspec.structs.replace(when, rule=f"{when.rule};UNTIL={until:%Y%m%d}")
    return found if final(found) else None


def _with_more_time(when: When, today: date) -> When | None:
    """A day later, where it is to be done by today or tomorrow."""
    day = date.fromisoformat(when.day)
    if when.rule or when.at or day > today + timedelta(days=1):
        return None
    return msgspec.structs.replace(when, day=(day + timedelta(days=1)).isoformat())
