"""Small cracks of the same kind, gathered for whoever noted them: how often, over how long, and whether it eases.

Nothing here adds up one person's faults: each kind stands alone, and its owner alone is shown it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from reknit.practice.daily_state import Crack
from reknit.practice.refused import Say
from reknit.practice.wording import MONTHS, number

LEAST = 3
_SPAN = timedelta(weeks=5)
_MONTH = 30.4


@dataclass(frozen=True, slots=True)
class Pattern:
    """One kind of crack by one person. `act` is its name in our list; where it is empty, they share the `facet`."""

    whose: str
    act: str
    facet: str
    cracks: tuple[Crack, ...]

    @property
    def days(self) -> list[date]:
        return [date.fromisoformat(crack.day) for crack in self.cracks]

    def say(self, today: date) -> Say:
        """How often in how long, and since when less or more: `seven times in ten weeks; less often since March`."""
        often = Say("%(count)s times %(span)s", count=number(len(self.cracks)), span=_span(self.days[0], today))
        eased = trend(self.days, today)
        if eased is None:
            return Say("%(often)s.", often=often)
        text = "%(often)s; less often since %(month)s." if eased.less else "%(often)s; more often since %(month)s."
        return Say(text, often=often, month=Say(MONTHS[eased.since.month - 1]))


@dataclass(frozen=True, slots=True)
class Trend:
    """From the first day of a month on it has come at most half, or at least twice, as often as before."""

    since: date
    less: bool
    ratio: float


def patterns(cracks: Iterable[Crack]) -> list[Pattern]:
    """The kinds that came three times or more, the latest first. What was said first by its doer is not gathered, and
    what was let go no longer is."""
    groups: dict[tuple[str, str, str], list[Crack]] = {}
    for crack in cracks:
        if (crack.act or crack.facet) and not crack.told_first and not crack.set_down_at:
            kind = (crack.whose, crack.act, "" if crack.act else crack.facet)
            groups.setdefault(kind, []).append(crack)
    found = [
        Pattern(*kind, cracks=tuple(sorted(some, key=lambda crack: (crack.day, crack.at))))
        for kind, some in groups.items()
        if len(some) >= LEAST
    ]
    return sorted(found, key=lambda pattern: pattern.days[-1], reverse=True)


def trend(days: list[date], today: date) -> Trend | None:
    """The month since which it has clearly eased, or grown; None where neither can be said."""
    found = [one for since in _months(days[0], today) if (one := _since(days, since, today))]
    return max(found, key=lambda one: one.ratio, default=None)


def _months(first: date, today: date) -> Iterator[date]:
    """The first days of months with five weeks on either side."""
    at = date(first.year, first.month, 1)
    while at <= today - _SPAN:
        if at - first >= _SPAN:
            yield at
        at = (at + timedelta(days=32)).replace(day=1)


def _since(days: list[date], since: date, today: date) -> Trend | None:
    before = sum(day < since for day in days)
    after = len(days) - before
    rate = before / ((since - days[0]).days / _MONTH)
    now = after / ((today - since).days / _MONTH)
    if before >= LEAST and now <= rate / 2:
        return Trend(since, less=True, ratio=rate / (now + 0.1))
    if after >= LEAST and now >= rate * 2:
        return Trend(since, less=False, ratio=now / rate)
    return None


def _span(first: date, today: date) -> Say:
    weeks = max(1, -(-((today - first).days + 1) // 7))
    if weeks == 1:
        return Say("in one week")
    if weeks <= 26:
        return Say("in %(count)s weeks", count=number(weeks))
    return Say("in %(count)s months", count=number(round((today - first).days / _MONTH)))
