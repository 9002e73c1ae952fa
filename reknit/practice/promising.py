"""Making a promise, ending it, and taking somebody's word on it: what may be done now, or a sentence why not."""

from collections.abc import Container, Mapping
from datetime import datetime, timedelta

from reknit.practice.events import PromiseEnded, PromiseMade, WordTaken, WordTakenBack
from reknit.practice.facts import Facet, When
from reknit.practice.occurrence import Promise
from reknit.practice.refused import Refused, Say
from reknit.practice.rules import parse
from reknit.practice.schedule import due_at, final, is_key, local_day, occurrences, zone_named
from reknit.practice.texts import check, sound
from reknit.practice.wording import Names

SURE = {
    1: Say("I hope I can"),
    2: Say("I think I can"),
    3: Say("I mean to, and little could stop me"),
    4: Say("You can build on it"),
}
WEIGHTS = {0.5: Say("a small thing"), 1.0: Say("as it is"), 2.0: Say("it matters a lot")}
_MOST_RECEIVERS = 12
_NEEDED = {"what": Say("Write what you promise.")}


def make(
    *,
    by: str,
    to: tuple[str, ...],
    when: When,
    zone: str,
    words: Mapping[str, str | None],
    now: datetime,
    facet: Facet = "consistency",
    weight: float = 1.0,
    sure: int = 3,
    left: Container[str] = (),
) -> PromiseMade:
    """`by` promises everyone in `to`. `left` are the seats of those who are no longer here."""
    check(words, needed=_NEEDED)
    _check_receivers(by, to, left)
    return _made(to, when, zone, now=now, facet=facet, weight=weight, sure=sure)


def make_own(
    *, by: str, when: When, zone: str, words: Mapping[str, str | None], now: datetime, sure: int = 3
) -> PromiseMade:
    """`by` promises it to themself: nobody else is there to answer, so their own word settles it."""
    check(words, needed=_NEEDED)
    return _made((by,), when, zone, now=now, facet="consistency", weight=1.0, sure=sure)


def _made(
    to: tuple[str, ...], when: When, zone: str, *, now: datetime, facet: Facet, weight: float, sure: int
) -> PromiseMade:
    _check_time(when, zone, now)
    if weight not in WEIGHTS:
        raise Refused("Choose how much this matters.", field="weight")
    if sure not in SURE:
        raise Refused("Choose how sure you are.", field="sure")
    return sound(PromiseMade(to=tuple(to), when=when, zone=zone, facet=facet, weight=float(weight), sure=sure))


def _check_receivers(by: str, to: tuple[str, ...], left: Container[str]) -> None:
    if not to:
        raise Refused("Choose who you promise this to.", field="to")
    if by in to:
        raise Refused("A promise here is made to somebody else.", field="to")
    if len(set(to)) != len(to) or len(to) > _MOST_RECEIVERS:
        raise Refused("Choose each person once.", field="to")
    if any(seat in left for seat in to):
        raise Refused("You chose someone who is no longer in this space.", field="to")


def _check_time(when: When, zone: str, now: datetime) -> None:
    zone_named(zone)
    if len(when.day) != 10 or not is_key(f"{when.day}T{when.at}" if when.at else when.day):
        raise Refused("Choose a day, and an hour if it needs one.", field="day")
    _check_rule(when)
    first = occurrences(when, after=None, until=local_day(now, zone) + timedelta(days=3660), most=1)
    if not first:
        raise Refused("This would not fall on any day in the next ten years. Choose other days.", field="day")
    if due_at(first[0], zone) <= now:
        raise Refused("That time has already passed. Choose a later one.", field="day")


def _check_rule(when: When) -> None:
    if not when.rule:
        return
    rule = parse(when.rule)
    if rule.freq == "MONTHLY" and not (rule.days or rule.monthdays) and int(when.day[8:]) > 28:
        raise Refused("Not every month has that day. Say what happens in a shorter month.", field="rule")


def end(promise: Promise, *, by: str, now: datetime, words: Mapping[str, str | None] | None = None) -> PromiseEnded:
    """The maker or a receiver ends it from here on, with or without a reason. What fell due before stays as it is."""
    if not promise.concerns(by):
        raise Refused("Only someone this promise is between can end it.")
    check(words or {})
    if promise.ended_at:
        raise Refused("This promise has already ended.")
    last = final(promise.when)
    if last is not None and due_at(promise.at(last).final, promise.zone) <= now:
        raise Refused("Nothing more comes due under this promise, so there is nothing left to end.")
    return PromiseEnded()


def take_word(promise: Promise, *, by: str, names: Names) -> WordTaken:
    """A receiver lets what the maker says count as their own answer, until they take that back."""
    _receiver(promise, by, names)
    if by in promise.taken:
        raise Refused("You already take %(maker)s's word on this.", maker=names(promise.by))
    return WordTaken()


def take_back(promise: Promise, *, by: str, names: Names) -> WordTakenBack:
    """From here on the receiver answers again. What was answered until now stays."""
    _receiver(promise, by, names)
    if by not in promise.taken:
        raise Refused("You already answer for yourself here.")
    return WordTakenBack()


def _receiver(promise: Promise, by: str, names: Names) -> None:
    if by == promise.by:
        raise Refused("This is your own promise. Whoever you made it to can take your word on it.")
    if by not in promise.to:
        raise Refused("%(maker)s made this promise to somebody else.", maker=names(promise.by))
