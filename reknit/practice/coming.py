"""Which time a promise falls due is the next one, and which of them an end would cut off."""

from datetime import datetime, timedelta

from reknit.practice.occurrence import Occurrence, Promise
from reknit.practice.schedule import day_of, due_at, local_day, occurrences

SOON = timedelta(days=7)
_IN_SIGHT = timedelta(days=3660)


def not_yet(promise: Promise, found: Occurrence, now: datetime) -> bool:
    """Whether its day is still to come, where the promise was made."""
    return local_day(now, promise.zone) < day_of(found.final)


def is_next(promise: Promise, found: Occurrence, now: datetime) -> bool:
    """Whether its day has come, or nothing of this promise is due between now and then."""
    if not not_yet(promise, found, now):
        return True
    yesterday = (local_day(now, promise.zone) - timedelta(days=1)).isoformat()
    keys = occurrences(promise.when, after=yesterday, until=day_of(found.due), most=3)
    return not any(key < found.due and due_at(key, promise.zone) > now for key in keys)


def coming(promise: Promise, now: datetime) -> Occurrence | None:
    """The next one still to come of which nobody has said what came, at the time that counts."""
    today = local_day(now, promise.zone)
    after = max((today - timedelta(days=2)).isoformat(), promise.behind)
    found = [one for one in promise.occurrences.values() if one.moved and one.due <= after]
    for most in (8, 80):  # nearly always one of the first few
        keys = occurrences(promise.when, after=after, until=today + _IN_SIGHT, most=most)
        ahead = [one for one in [*found, *map(promise.at, keys)] if _open(promise, one, now)]
        if ahead or len(keys) < most:
            break
    return min(ahead, key=lambda one: (one.final, one.due), default=None)


def _open(promise: Promise, one: Occurrence, now: datetime) -> bool:
    spoken = one.said or one.answers or one.off or one.let_off(promise.to)
    return not spoken and due_at(one.final, promise.zone) > now


def cut_off(promise: Promise, now: datetime) -> Occurrence | None:
    """What an end now takes away: the only one, or the next of many when it is at most a week ahead."""
    found = None if promise.ended_at else coming(promise, now)
    far = found and promise.when.rule and day_of(found.final) > local_day(now, promise.zone) + SOON
    return None if far else found
