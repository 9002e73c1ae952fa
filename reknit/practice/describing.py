"""A promise's time in plain English."""

from datetime import date

from reknit.practice.facts import When
from reknit.practice.refused import Say
from reknit.practice.rules import Rule, parse
from reknit.practice.wording import MONTHS, WEEKDAYS, calendar_day, joined, nth, number

_WORKDAYS = tuple((0, day) for day in range(5))
_WEEKEND = ((0, 5), (0, 6))
_MONTH_END = (28, 29, 30, 31)
_EVERY = {
    "day": (Say("every day"), Say("every other day"), Say("every %(count)s days")),
    "month": (Say("every month"), Say("every other month"), Say("every %(count)s months")),
    "year": (Say("every year"), Say("every other year"), Say("every %(count)s years")),
}
_NTH = {1: Say("first"), 2: Say("second"), 3: Say("third"), 4: Say("fourth"), 5: Say("fifth"), -1: Say("last")}


def describe(when: When, *, today: date | None = None) -> Say:
    """`by Friday 6 March`, `every weekday at 19:00`, `every other Friday, until Friday 1 May`."""
    if not when.rule:
        return _once(when, today)
    first = date.fromisoformat(when.day)
    rule = parse(when.rule)
    rhythm = _rhythm(rule, first)
    if when.at:
        rhythm = Say("%(rhythm)s at %(hour)s", rhythm=rhythm, hour=when.at)
    if rule.until:
        return Say("%(rhythm)s, until %(day)s", rhythm=rhythm, day=calendar_day(rule.until, today))
    if rule.count == 1:
        return Say("%(rhythm)s, once", rhythm=rhythm)
    if rule.count:
        return Say("%(rhythm)s, %(count)s times", rhythm=rhythm, count=number(rule.count))
    return rhythm


def describe_key(key: str, *, today: date | None = None) -> Say:
    """One occurrence: `Friday 6 March`, or `Friday 6 March at 19:00`."""
    day = calendar_day(date.fromisoformat(key[:10]), today)
    return Say("%(day)s at %(hour)s", day=day, hour=key[11:]) if len(key) > 10 else day


def _once(when: When, today: date | None) -> Say:
    day = calendar_day(date.fromisoformat(when.day), today)
    return Say("on %(day)s at %(hour)s", day=day, hour=when.at) if when.at else Say("by %(day)s", day=day)


def _rhythm(rule: Rule, first: date) -> Say:
    if rule.freq == "YEARLY":
        return _yearly(rule, first)
    if rule.freq == "MONTHLY":
        return _monthly(rule.from_day(first))
    if rule.freq == "DAILY" and not rule.days:
        return _every(rule.interval, "day")
    return _weekly(rule.from_day(first))


def _every(interval: int, unit: str) -> Say:
    one, other, many = _EVERY[unit]
    if interval > 2:
        return Say(many.text, count=number(interval))
    return one if interval == 1 else other


def _weekly(rule: Rule) -> Say:
    days = tuple(sorted(set(rule.days)))
    if rule.interval > 2:
        names = joined([Say(WEEKDAYS[day]) for _, day in days])
        return Say("every %(count)s weeks on %(days)s", count=number(rule.interval), days=names)
    other = rule.interval == 2
    if days == _WORKDAYS:
        return Say("every weekday of every other week") if other else Say("every weekday")
    if days == _WEEKEND:
        return Say("every other weekend, both days") if other else Say("every Saturday and Sunday")
    if len(days) == 7:
        return Say("every day of every other week") if other else Say("every day")
    names = joined([Say(WEEKDAYS[day]) for _, day in days])
    return Say("every other %(days)s", days=names) if other else Say("every %(days)s", days=names)


def _monthly(rule: Rule) -> Say:
    month = _every(rule.interval, "month")
    highest = max(rule.monthdays, default=0)
    if rule.setpos == (-1,) and highest > 28 and rule.monthdays == _MONTH_END[: highest - 27]:
        if highest == 31:
            return Say("on the last day of %(month)s", month=month)
        return Say("on the %(nth)s or the last day of %(month)s", nth=nth(highest), month=month)
    if rule.monthdays and not rule.setpos:
        return Say("on %(days)s of %(month)s", days=joined([_month_day(day) for day in rule.monthdays]), month=month)
    if rule.days and not rule.setpos:
        return Say("on %(days)s of %(month)s", days=joined([_nth_weekday(n, day) for n, day in rule.days]), month=month)
    return Say("on chosen days of %(month)s", month=month)


def _month_day(day: int) -> Say:
    if day == -1:
        return Say("the last day")
    return Say("the %(nth)s", nth=nth(day)) if day > 0 else Say("the %(nth)s day from the end", nth=nth(-day))


def _nth_weekday(n: int, day: int) -> Say:
    name = Say(WEEKDAYS[day])
    if not n:
        return Say("every %(weekday)s", weekday=name)
    if n < -1:
        return Say("the %(nth)s %(weekday)s from the end", nth=_NTH[-n], weekday=name)
    return Say("the %(nth)s %(weekday)s", nth=_NTH[n], weekday=name)


def _yearly(rule: Rule, first: date) -> Say:
    year = _every(rule.interval, "year")
    return Say("%(year)s on %(day)s %(month)s", year=year, day=first.day, month=Say(MONTHS[first.month - 1]))
