"""When a promise is due, in plain words and back: `by 2026-03-06 19:00`, `every other Friday at 19:00, 6 times`."""

import re
from calendar import isleap
from datetime import date, timedelta

from reknit.practice import schedule
from reknit.practice.facts import When
from reknit.practice.refused import Refused
from reknit.practice.rules import DAYS, Rule, parse
from reknit.practice.story_entries import LAST, day_in, time_in
from reknit.practice.story_head import DAY, TIME, Head
from reknit.practice.wording import MONTHS, ORDINALS, WEEKDAYS, listed, nth

_NTH = {name: number for number, name in ORDINALS.items()}
_DAY = "|".join(WEEKDAYS)
_LIST = rf"(?P<days>(?:{_DAY})(?:(?:, | and )(?:{_DAY}))*)"
_N = "(?P<n>other|[0-9]{1,3})"
_MONTHS = rf"(?:monthly|every (?:{_N} )?months?)"
_RHYTHMS = {
    "every weekday": "WEEKLY",
    rf"every (?:{_N} )?days?": "DAILY",
    rf"every (?:(?P<n>other) )?{_LIST}": "WEEKLY",
    rf"every {_N} weeks? on {_LIST}": "WEEKLY",
    rf"{_MONTHS} on the (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)": "MONTHLY",
    rf"{_MONTHS} on the (?P<nth>{'|'.join(_NTH)}) (?P<what>day|{_DAY})": "MONTHLY",
    rf"(?:yearly|every (?:{_N} )?years?) on (?P<day>[0-9]{{1,2}}) (?P<month>{'|'.join(MONTHS)})": "YEARLY",
    r"by the rule (?P<rule>[A-Z0-9=;,+-]+)": "",
}


def read_when(head: Head) -> When:
    """The rest of the head as a time to be due. Without `from`, what repeats begins the day after it is promised."""
    once = head.take(rf"(?:by|on) (?P<day>{DAY})")
    if once:
        day = _not_past(head, day_in(once["day"], head.number))
        head.take("at")
        return When(day=day.isoformat(), at=head.time())
    for pattern, freq in _RHYTHMS.items():
        found = head.take(pattern)
        if found:
            try:
                return _repeating(head, found, freq)
            except Refused as refused:
                raise head.wrong("“%(phrase)s” cannot be: %(why)s", phrase=found[0], why=refused.say) from None
    raise head.wrong(
        "When is it due? Write it like one of these: by 2026-03-06, every weekday, every other Friday at 19:00, "
        "every 3 weeks on Monday, monthly on the 31st, yearly on 24 December."
    )


def _not_past(head: Head, day: date) -> date:
    if day < head.day:
        raise head.wrong("%(due)s lies before %(day)s, the day it is promised.", due=day, day=head.day)
    return day


def _repeating(head: Head, found: re.Match[str], freq: str) -> When:
    said = found.groupdict()
    by = _by(said) if freq else ""
    at, start, end = _ending(head)
    earliest = start or head.day + timedelta(days=1)
    if freq == "YEARLY":
        first = _anniversary(earliest, int(said["day"]), MONTHS.index(said["month"]) + 1)
    else:
        first = _first(earliest, said.get("rule") or f"FREQ={freq}{by}")
    if start and first != start:
        raise head.wrong("It does not fall on %(start)s; its first day is %(first)s.", start=start, first=first)
    rule = (said.get("rule") or f"FREQ={freq}{_interval(said.get('n'))}{by}") + end
    when = When(day=first.isoformat(), at=at, rule=rule)
    if not schedule.occurrences(when, after=None, until=first, most=1):
        raise head.wrong("It would end before its first day, %(first)s.", first=first)
    return when


def _interval(n: str | None) -> str:
    number = {None: 1, "other": 2}.get(n) or int(n or 1)
    return "" if number == 1 else f";INTERVAL={number}"


def _by(said: dict[str, str | None]) -> str:
    """The BY part of the rule."""
    if "days" in said:
        named = re.split(", | and ", said["days"] or "")
        return ";BYDAY=" + ",".join(code for name, code in zip(WEEKDAYS, DAYS, strict=True) if name in named)
    if "nth" in said:
        number, what = _NTH[said["nth"] or ""], said["what"] or ""
        return f";BYMONTHDAY={number}" if what == "day" else f";BYDAY={number}{DAYS[WEEKDAYS.index(what)]}"
    if "day" in said and "month" not in said:
        return _monthday(int(said["day"] or 0))
    return "" if "n" in said else ";BYDAY=MO,TU,WE,TH,FR"


def _monthday(day: int) -> str:
    """What falls after the 28th falls on the last day of a shorter month."""
    if not 28 < day < 32:
        return f";BYMONTHDAY={day}"
    return f";BYMONTHDAY={','.join(map(str, range(28, day + 1)))};BYSETPOS=-1"


def _ending(head: Head) -> tuple[str, date | None, str]:
    """The hour, the day to begin on and the end of the rule, as far as they are said."""
    at, start, end = "", None, ""
    while head.rest:
        head.rest = head.rest.removeprefix(",").lstrip()
        if found := head.take(rf"at ({TIME})"):
            at = time_in(found[1], head.number)
        elif found := head.take(rf"from ({DAY})"):
            start = _not_past(head, day_in(found[1], head.number))
        elif found := head.take(rf"until ({DAY})"):
            end += f";UNTIL={day_in(found[1], head.number):%Y%m%d}"
        elif found := head.take("([0-9]{1,4}) times?"):
            end += f";COUNT={found[1]}"
        else:
            break
    return at, start, end


def _first(earliest: date, rule: str) -> date:
    """The first day from `earliest` on that fits, before it is asked which weeks or months are passed over."""
    bare = ";".join(part for part in rule.split(";") if part[:5] not in ("INTER", "UNTIL", "COUNT"))
    parse(rule)
    found = schedule.occurrences(
        When(day=earliest.isoformat(), rule=bare), after=None, until=earliest + timedelta(days=366), most=1
    )
    if not found:
        raise Refused("It hardly ever falls due.")
    return date.fromisoformat(found[0])


def _anniversary(earliest: date, day: int, month: int) -> date:
    for year in range(earliest.year, earliest.year + 9):
        if (month, day) == (2, 29) and not isleap(year):
            continue
        try:
            found = date(year, month, day)
        except ValueError:
            break
        if found >= earliest:
            return found
    raise Refused("No year has this day.")


def write_when(when: When) -> str:
    """The words for a time to be due, as `read_when` reads them."""
    if not when.rule:
        return f"by {when.day} {when.at}".rstrip()
    rule = parse(when.rule)
    first = date.fromisoformat(schedule.occurrences(when, after=None, until=LAST, most=1)[0][:10])
    at = f" at {when.at}" if when.at else ""
    phrase = _phrase(rule.from_day(first), first, rule.freq)
    if not phrase:
        return f"by the rule {when.rule}{at} from {first}"
    end = f", until {rule.until}" if rule.until else f", {rule.count} times" if rule.count else ""
    return f"{phrase}{at} from {first}{end}"


def _phrase(rule: Rule, first: date, freq: str) -> str:
    """The words for a rhythm, or nothing where only the rule itself can say it."""
    if freq == "YEARLY":
        every = _every(rule.interval // 12, "yearly", "year")
        return f"{every} on {first.day} {MONTHS[first.month - 1]}"
    if freq == "WEEKLY":
        return _weekly(rule)
    if freq == "DAILY":
        return "" if rule.days else _every(rule.interval, "every day", "day")
    return _monthly(rule, _every(rule.interval, "monthly", "month"))


def _every(interval: int, plain: str, unit: str) -> str:
    return {1: plain, 2: f"every other {unit}"}.get(interval, f"every {interval} {unit}s")


def _weekly(rule: Rule) -> str:
    days = sorted({day for _, day in rule.days})
    if days == [0, 1, 2, 3, 4] and rule.interval == 1:
        return "every weekday"
    names = listed([WEEKDAYS[day] for day in days])
    return {1: f"every {names}", 2: f"every other {names}"}.get(
        rule.interval, f"every {rule.interval} weeks on {names}"
    )


def _monthly(rule: Rule, every: str) -> str:
    if len(rule.days) == 1 and rule.days[0][0] in ORDINALS and not rule.setpos:
        number, day = rule.days[0]
        return f"{every} on the {ORDINALS[number]} {WEEKDAYS[day]}"
    highest = max(rule.monthdays, default=0)
    if rule.monthdays == (-1,) and not rule.setpos:
        return f"{every} on the last day"
    if highest > 28 and (rule.monthdays, rule.setpos) == (tuple(range(28, highest + 1)), (-1,)):
        return f"{every} on the {nth(highest)}"
    plain = len(rule.monthdays) == 1 and not rule.setpos and 1 <= highest <= 28
    return f"{every} on the {nth(highest)}" if plain else ""
