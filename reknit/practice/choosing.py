"""From plain choices on a form to a time a promise can carry."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from reknit.practice.facts import When
from reknit.practice.refused import Refused, Say
from reknit.practice.rules import DAYS, MOST_TIMES, parse

PATTERNS = {
    "once": Say("once"),
    "daily": Say("every day"),
    "weekdays": Say("every weekday"),
    "weekly": Say("every week"),
    "fortnightly": Say("every other week"),
    "monthly": Say("every month"),
    "yearly": Say("every year"),
}
_FURTHEST = timedelta(days=3653)


def repeating(
    pattern: str,
    *,
    day: str | date,
    today: date,
    at: str = "",
    until: str | date | None = None,
    count: int | str | None = None,
    days: Sequence[str] = (),
) -> When:
    """The time that was chosen. `days` (`MO`, `TH`) goes with weekly and fortnightly; without it the first day's own
    weekday counts. Raises Refused for a day in the past or a choice that cannot be read."""
    if pattern not in PATTERNS:
        raise Refused("Choose whether this happens once or comes back.", field="pattern")
    first = _day(day, "day", today)
    when = When(day=first.isoformat(), at=_hour(at), rule=_rule(pattern, first, days))
    return when if pattern == "once" else _ending(when, first, until, count, today)


def _rule(pattern: str, first: date, days: Sequence[str]) -> str:
    if pattern in ("weekly", "fortnightly"):
        chosen = [name for name in DAYS if name in days] or [DAYS[first.weekday()]]
        every = ";INTERVAL=2" if pattern == "fortnightly" else ""
        return f"FREQ=WEEKLY{every};BYDAY={','.join(chosen)}"
    return {
        "once": "",
        "daily": "FREQ=DAILY",
        "weekdays": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        "monthly": _monthly(first.day),
        "yearly": "FREQ=YEARLY",
    }[pattern]


def _monthly(day: int) -> str:
    if day <= 28:
        return f"FREQ=MONTHLY;BYMONTHDAY={day}"
    chosen = ",".join(str(number) for number in range(28, day + 1))
    return f"FREQ=MONTHLY;BYMONTHDAY={chosen};BYSETPOS=-1"


def _ending(when: When, first: date, until: str | date | None, count: int | str | None, today: date) -> When:
    if until and count:
        raise Refused("Choose a last day or a number of times, not both.", field="until")
    rule = when.rule
    if until:
        last = _day(until, "until", today)
        if last < first:
            raise Refused("The last day comes before the first.", field="until")
        rule += f";UNTIL={last:%Y%m%d}"
    if count:
        rule += f";COUNT={_times(count)}"
    parse(rule)
    return When(day=when.day, at=when.at, rule=rule)


def _times(count: int | str) -> int:
    text = str(count).strip()
    if not re.fullmatch(r"[0-9]{1,4}", text) or not 1 <= int(text) <= MOST_TIMES:
        raise Refused("Say how many times, from 1 to %(most)s.", field="count", most=MOST_TIMES)
    return int(text)


def _day(given: str | date, field: str, today: date) -> date:
    if isinstance(given, str):
        try:
            given = datetime.strptime(given.strip(), "%Y-%m-%d").date()  # noqa: DTZ007 - a calendar day, no instant
        except ValueError:
            raise Refused("Choose a day.", field=field) from None
    if given < today:
        raise Refused("That day has already passed. Choose today or a later day.", field=field)
    if given > today + _FURTHEST:
        raise Refused("That is more than ten years away. Choose a nearer day.", field=field)
    return given


def _hour(text: str) -> str:
    found = re.fullmatch(r"([01]?[0-9]|2[0-3]):([0-5][0-9])(:00)?", text.strip())
    if not text.strip():
        return ""
    if not found:
        raise Refused("Write the hour like 19:00.", field="at")
    return f"{int(found[1]):02}:{found[2]}"
