"""What is due, what waits for whose word, and what runs. A time that passes marks nothing: it waits."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from operator import attrgetter

from reknit.practice.coming import coming, is_next
from reknit.practice.fold import closed
from reknit.practice.occurrence import Occurrence, Promise
from reknit.practice.record import Counts, Stitch, total
from reknit.practice.refused import Say
from reknit.practice.schedule import day_of, due_at, latest, local_day
from reknit.practice.state import State

MOST_WAITING = 60
STATES = {
    "waits": Say("waits for your word"),
    "seen": Say("already answered, waits for your side"),
    "today": Say("due today"),
    "ahead": Say("coming"),
    "answer": Say("waits for your answer"),
    "anew": Say("said anew since you answered"),
    "theirs": Say("waits for an answer"),
    "unsaid": Say("nothing said about it yet"),
}


@dataclass(frozen=True, slots=True)
class Item:
    """One time a promise falls due. `due` is its key as promised, `key` the one that counts, `at` that instant (UTC);
    `state` a key of STATES; `who` the seats whose word is waited for; `next` whether kept may be said already."""

    promise: Promise
    due: str
    key: str
    at: datetime
    state: str
    occurrence: Occurrence
    who: tuple[str, ...] = ()
    next: bool = True

    @property
    def say(self) -> Say:
        return STATES[self.state]


@dataclass(frozen=True, slots=True)
class Running:
    """A promise that is open. `next_due` is the next key to come (and its instant), or None when none is in sight."""

    promise: Promise
    next_due: str | None
    next_at: datetime | None


@dataclass(frozen=True, slots=True)
class Past:
    """A promise nothing more comes of, by its latest stitch; read the rest in its thread."""

    root: str
    maker: str
    receiver: str
    last: Stitch


def due(state: State, member: str, now: datetime, *, days: int = 7) -> list[Item]:
    """What the member promised and has not spoken about: past due (it waits), today, and within so many days."""
    items: list[Item] = []
    for promise in state.promises.values():
        if promise.by == member:
            today = local_day(now, promise.zone)
            until = today + timedelta(days=days)
            for found in _unsaid(state, promise, until):
                if day_of(found.final) <= until:
                    code = _when_state(promise, found, now, today)
                    items.append(replace(_item(promise, found, code, (member,)), next=is_next(promise, found, now)))
    return sorted(items, key=attrgetter("at"))


def waiting_for_me(state: State, member: str) -> list[Item]:
    """What makers said that this receiver has not answered, or has not answered since it was said anew."""
    items: list[Item] = []
    for promise in state.promises.values():
        if member in promise.to:
            for found in promise.occurrences.values():
                if found.said and not found.heard(member):
                    code = "anew" if member in found.answers else "answer"
                    items.append(_item(promise, found, code, (member,)))
    return sorted(items, key=attrgetter("at"))


def waiting_for_others(state: State, member: str, now: datetime) -> list[Item]:
    """What this member waits for: answers to what they said, and what was promised to them and is past due unsaid."""
    items: list[Item] = []
    for promise in state.promises.values():
        if promise.by == member:
            items += _unanswered(state, promise)
        elif member in promise.to:
            today = local_day(now, promise.zone)
            for found in _unsaid(state, promise, today):
                if due_at(found.final, promise.zone) <= now and not found.heard(member):
                    items.append(_item(promise, found, "unsaid", (promise.by,)))
    return sorted(items, key=attrgetter("at"))


def _unanswered(state: State, promise: Promise) -> Iterator[Item]:
    for found in promise.occurrences.values():
        who = tuple(seat for seat in state.receivers(promise) if found.said and not found.heard(seat))
        if who:
            yield _item(promise, found, "theirs", who)


def running(state: State, member: str, now: datetime) -> list[Running]:
    """Open promises by or to this member under which more can come due or somebody's word is waited for, next first.
    One that has ended is among them only while a word on it is waited for."""
    mine = [promise for promise in state.promises.values() if promise.concerns(member)]
    found = [_running(state, promise, now) for promise in mine if not (promise.ended_at and closed(state, promise))]
    return sorted(found, key=lambda one: (one.next_due or "9999", one.promise.made_at))


def past(state: State, member: str, *, most: int = 20) -> list[Past]:
    """Promises by or to this member that are closed or ended, as far as the last sixty stitches reach, latest first."""
    found: dict[tuple[str, str], Past] = {}
    for name, record in state.records.items():
        maker, _, receiver = name.partition(">")
        if member in (maker, receiver):
            for last in record.last60:
                promise = state.promises.get(last.root)
                if promise is None or promise.ended_at:
                    found[(last.root, receiver)] = Past(last.root, maker, receiver, last)
    return sorted(found.values(), key=lambda one: one.last.key, reverse=True)[:most]


def counts(state: State, maker: str, receiver: str) -> Counts:
    """Everything that ever came of promises in this direction."""
    return total(state.record(maker, receiver).months.values())


def _running(state: State, promise: Promise, now: datetime) -> Running:
    key = upcoming(promise, now) if state.running(promise) else None
    return Running(promise, key, due_at(key, promise.zone) if key else None)


def upcoming(promise: Promise, now: datetime) -> str | None:
    """The next key that counts and is still to come, with nothing said about it."""
    found = coming(promise, now)
    return found.final if found else None


def _unsaid(state: State, promise: Promise, until: date) -> Iterator[Occurrence]:
    """Occurrences up to that day whose maker's word is open; at most the latest sixty."""
    receivers = state.receivers(promise)
    if state.left(promise.by) or not receivers:
        return
    for key in latest(promise.when, until=until, most=MOST_WAITING, after=promise.behind):
        found = promise.at(key)
        over = promise.ended_at and due_at(found.final, promise.zone) > promise.ended_at
        if not (found.said or over or found.settled(receivers)):
            yield found


def _when_state(promise: Promise, found: Occurrence, now: datetime, today: date) -> str:
    if any(given.seen for given in found.answers.values()):
        return "seen"
    if due_at(found.final, promise.zone) <= now:
        return "waits"
    return "today" if day_of(found.final) == today else "ahead"


def _item(promise: Promise, found: Occurrence, code: str, who: tuple[str, ...]) -> Item:
    return Item(promise, found.due, found.final, due_at(found.final, promise.zone), code, found, who)
