"""When someone is asked how they are: once a week, on the day they chose, and not at all where they chose none."""

from datetime import date, timedelta

from reknit.people import preferences
from reknit.shelves import private
from reknit.spaces.access import Here

WEEK = timedelta(days=7)


def is_asked(here: Here) -> bool:
    """Whether the question is put today: its day has come since it was last answered or put aside."""
    known = preferences.of(here.viewer)
    if known.ask_day > 6:
        return False
    if not known.asked_on:
        return here.today.weekday() == known.ask_day
    return _latest(here.today, known.ask_day) > date.fromisoformat(known.asked_on)


def asks_more(here: Here) -> bool:
    """Whether, once this is kept, the question comes that comes seldom: how one sees oneself."""
    return private.asks_how_i_see_myself(here.viewer)


def day(here: Here) -> int:
    return preferences.of(here.viewer).ask_day


def _latest(today: date, weekday: int) -> date:
    """The last time it was this day of the week, today included."""
    return today - timedelta(days=(today.weekday() - weekday) % 7)
