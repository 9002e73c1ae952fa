"""A question that comes seldom: how someone sees themselves, asked of nobody but themselves."""

from datetime import datetime, timedelta

AT_FIRST = timedelta(days=14)
AGAIN = timedelta(weeks=6)


def is_due(*, asked: datetime | None, first: datetime | None, now: datetime) -> bool:
    """Whether the question comes now.

    `asked` is when it was last answered or put aside, `first` when its owner first kept something to themselves;
    None where that never was. All three are aware times. It comes two weeks after the first thing kept, and then six
    weeks after it was last answered or put aside; where nothing was kept yet it does not come. Self-worth is followed
    seldom and in own words, because asking often would wear it down further (practice I3).
    """
    if asked is not None:
        return now - asked >= AGAIN
    return first is not None and now - first >= AT_FIRST
