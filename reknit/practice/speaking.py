"""What a maker may say about one time a promise falls due: what came of it, that it moves, what happened."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Literal

from reknit.practice.coming import is_next, not_yet
from reknit.practice.describing import describe_key
from reknit.practice.events import MissExplained, OccurrenceMoved, OccurrenceSaid
from reknit.practice.facts import Outcome
from reknit.practice.occurrence import Occurrence, Promise
from reknit.practice.refused import Refused, Say
from reknit.practice.schedule import day_of, due_at, falls_on, is_key, local_day
from reknit.practice.texts import check, sound
from reknit.practice.wording import Names, calendar_day, joined

_FURTHEST = timedelta(days=366)
_NEAR = timedelta(days=60)
_NO_WORDS: Mapping[str, str | None] = {}


class ReadTheThread(LookupError):
    """The occurrence lies further back than is kept at hand; give the promise as `fold.whole` finds it."""


def occurrence(promise: Promise, due: str, *, now: datetime) -> Occurrence:
    """The occurrence due at `due` as it stands, or Refused where the promise has none then."""
    if due in promise.occurrences:
        return promise.occurrences[due]
    if not falls_on(promise.when, due):
        raise Refused("Nothing of this promise is due then.", field="due")
    if promise.forgotten(due):
        raise ReadTheThread(promise.id, due)
    if promise.ended_at and due_at(due, promise.zone) > promise.ended_at:
        raise Refused(
            "This promise ended on %(day)s, before that was due.",
            day=calendar_day(local_day(promise.ended_at, promise.zone), local_day(now, promise.zone)),
        )
    return Occurrence(due=due)


def check_near(promise: Promise, due: str, now: datetime) -> None:
    """Refused where one of many lies too far ahead to be changed on its own yet."""
    if promise.when.rule and day_of(due) > local_day(now, promise.zone) + _NEAR:
        raise Refused("That one is still far off. It can be changed once it is at most 60 days away.")


def say(
    promise: Promise,
    *,
    by: str,
    due: str,
    outcome: Outcome,
    now: datetime,
    names: Names,
    words: Mapping[str, str | None] = _NO_WORDS,
) -> OccurrenceSaid:
    """The maker says kept (at any time), late or missed (from its day on); saying it anew corrects it."""
    if by != promise.by:
        raise Refused(
            "What %(maker)s says about this is %(maker)s's own to say. You can say what you saw.",
            maker=names(promise.by),
        )
    said = check(words)
    found = occurrence(promise, due, now=now)
    if found.let_off(promise.to):
        raise Refused("%(who)s let you off this once.", who=joined([names(seat) for seat in promise.to]))
    if outcome != "kept" and not_yet(promise, found, now):
        raise Refused("That day has not come yet. If you already know, you can say so now and offer another time.")
    if outcome == "kept":
        _check_next(promise, found, now)
    if outcome == found.said and not said:
        raise Refused("You have already said that.")
    return sound(OccurrenceSaid(due=due, outcome=outcome))


def _check_next(promise: Promise, found: Occurrence, now: datetime) -> None:
    """Kept may be said before it is due, of the next one to come and none behind it."""
    if not found.said and not is_next(promise, found, now):
        raise Refused("That one is not next yet. You can say it was kept once the one before it has passed.")


def move(
    promise: Promise,
    *,
    by: str,
    due: str,
    how: Literal["late", "cannot"],
    now: datetime,
    names: Names,
    to: str = "",
    words: Mapping[str, str | None] = _NO_WORDS,
) -> OccurrenceMoved:
    """Before it is due, the maker says they will be late or cannot, with a new time or none. It may move again."""
    if by != promise.by:
        raise Refused("Only %(maker)s can move this: it is %(maker)s's promise.", maker=names(promise.by))
    check(words)
    found = occurrence(promise, due, now=now)
    check_near(promise, due, now)
    if found.said or found.answers:
        raise Refused("What came of this has already been said, so it cannot be moved any more.")
    if found.let_off(promise.to):
        raise Refused("%(who)s let you off this once.", who=joined([names(seat) for seat in promise.to]))
    if due_at(found.final, promise.zone) <= now:
        raise Refused("This is already past due, so it cannot be moved any more. You can say what came of it.")
    _check_new_time(promise, found, to, now)
    return sound(OccurrenceMoved(due=due, how=how, to=to))


def _check_new_time(promise: Promise, found: Occurrence, to: str, now: datetime) -> None:
    if not to:
        return
    if not is_key(to):
        raise Refused("Choose the new day, and an hour if it needs one.", field="to")
    if due_at(to, promise.zone) <= due_at(found.final, promise.zone):
        now_due = describe_key(found.final, today=local_day(now, promise.zone))
        raise Refused("The new time has to be later than %(due)s.", field="to", due=now_due)
    if day_of(to) > _furthest(promise, now):
        raise Refused("That is more than a year away. Choose a nearer day.", field="to")


def _furthest(promise: Promise, now: datetime) -> date:
    return local_day(now, promise.zone) + _FURTHEST


def explain(
    promise: Promise, *, by: str, due: str, now: datetime, names: Names, words: Mapping[str, str | None]
) -> MissExplained:
    """The maker says what happened, before or after anyone has noticed."""
    if by != promise.by:
        raise Refused("Only %(maker)s can say what happened on %(maker)s's side.", maker=names(promise.by))
    check(words, needed={"said": Say("Write what happened.")})
    found = occurrence(promise, due, now=now)
    if not_yet(promise, found, now) and not found.moved:
        raise Refused("That day has not come yet.")
    if found.said == "kept" and not found.lapsed():
        raise Refused("This was kept, and nobody says otherwise.")
    return MissExplained(due=due)
