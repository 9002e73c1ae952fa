"""What a person can say now about one time a promise falls due. The practice has the last word; this only offers."""

from reknit.practice.coming import not_yet
from reknit.practice.occurrence import Occurrence, Promise
from reknit.practice.schedule import due_at
from reknit.spaces.access import Here


def verbs(here: Here, promise: Promise, one: Occurrence) -> tuple[str, ...]:
    """What this person can say here now, the likeliest first. The practice still has the last word."""
    before = due_at(one.final, promise.zone) > here.now
    if promise.by == here.me:
        found = ["move"] if before and not one.said and not one.answers and not one.released_by else []
        found += ["say"]
        if one.lapsed() or one.moved:
            found.append("explain")
    elif here.me in promise.to:
        found = _receiver_verbs(here, promise, one, before=before)
    else:
        return ()
    if any(remark.by != here.me for remark in one.remarks):
        found.append("reply")
    return tuple(found)


def _receiver_verbs(here: Here, promise: Promise, one: Occurrence, *, before: bool) -> list[str]:
    found: list[str] = []
    if one.said:
        found.append("answer")
    elif not one.off and not not_yet(promise, one, here.now):
        found.append("see")
    if not one.said and here.me not in one.answers and here.me not in one.released_by:
        found.append("release")
    if one.lapsed() or one.moved or one.released_by or not before:
        found += ["remark", "ask"]
    return found
