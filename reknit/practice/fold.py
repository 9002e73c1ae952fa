"""The fold of a space's shared history: one event at a time into a state that stays small for ever.

Settled promises and old occurrences are dropped from the state. When somebody speaks about one of them years later, its
thread is read again (`recall`), so the result is the same as if nothing had ever been dropped. Everything here is a
function of the events alone.
"""

from collections.abc import Callable, Iterable
from datetime import datetime

import msgspec

from reknit.practice import daily, members, repairing
from reknit.practice.coming import cut_off
from reknit.practice.events import Event, MemberLeft, PromiseEnded, PromiseMade
from reknit.practice.occurrence import Occurrence, Promise
from reknit.practice.record import Record, Stitch, direction, stitch
from reknit.practice.schedule import day_of, due_at, final, local_day, occurrences
from reknit.practice.state import State
from reknit.practice.threads import apply, begin, due_of, replay

VOCABULARY = 5
MOST_SPOKEN = 60
Recall = Callable[[str], Iterable[Event]]

# Each takes in the kinds of one room of the practice and says whether the event was one of them.
ROOMS: tuple[Callable[[State, Event], bool], ...] = (members.apply, daily.apply)
# The same for rooms that leave settled threads to the history, and have them back when somebody speaks of one.
THREADED: tuple[Callable[[State, Event, Recall], bool], ...] = (repairing.take,)

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(State)


def new_state() -> State:
    return State()


def encode(state: State) -> bytes:
    return _encoder.encode(state)


def decode(stored: bytes) -> State:
    """The state as it was encoded. Throw the bytes away where they were written under another VOCABULARY."""
    return _decoder.decode(stored)


def fold(events: Iterable[Event]) -> State:
    """The state after all these events, from nothing."""
    state = new_state()
    threads: dict[str, list[Event]] = {}
    for event in events:
        step(state, event, lambda root: threads.get(root, []))
        threads.setdefault(event.about, []).append(event)
    return state


def step(state: State, event: Event, recall: Recall) -> None:
    """Take the next event into the state. `recall(root)` gives that thread's events; later ones are not looked at."""
    if event.seq <= state.seq:
        return
    if isinstance(event.facts, PromiseMade):
        state.promises[event.id] = begin(event)
    elif not (any(room(state, event) for room in ROOMS) or any(room(state, event, recall) for room in THREADED)):
        _in_thread(state, event, recall)
    state.seq = event.seq
    if isinstance(event.facts, MemberLeft):
        for promise in [promise for promise in state.promises.values() if promise.concerns(event.by)]:
            _keep(state, promise)


def whole(state: State, root: str, recall: Recall) -> Promise | None:
    """The promise with every occurrence ever spoken about; None where its beginning is not to be read."""
    promise = state.promises.get(root)
    if promise is not None and not promise.behind:
        return promise
    return replay(root, (event for event in recall(root) if event.seq <= state.seq))


def _in_thread(state: State, event: Event, recall: Recall) -> None:
    due = due_of(event)
    promise = state.promises.get(event.about)
    ends = isinstance(event.facts, PromiseEnded)
    if promise is None or promise.forgotten(due) or (ends and promise.behind):
        promise = replay(event.about, (earlier for earlier in recall(event.about) if earlier.seq < event.seq))
    if promise is None:
        return
    if ends and promise.concerns(event.by) and (cut := cut_off(promise, event.at)):
        due = cut.due
    before = _stitches(promise, due)
    apply(promise, event)
    _record(state, promise, due, before=before, at=event.at)
    _keep(state, promise)


def _stitches(promise: Promise, due: str) -> dict[str, Stitch | None]:
    return {receiver: stitch(promise, due, receiver) for receiver in promise.to} if due else {}


def _record(state: State, promise: Promise, due: str, *, before: dict[str, Stitch | None], at: datetime) -> None:
    for receiver, old in before.items():
        new = stitch(promise, due, receiver)
        if old != new:
            record = state.records.setdefault(direction(promise.by, receiver), Record())
            record.change(old, new, at=at)


def _keep(state: State, promise: Promise) -> None:
    """Put the promise back with its latest occurrences, or drop it when nothing more is awaited."""
    if len(promise.occurrences) > MOST_SPOKEN:
        _forget(promise)
    if closed(state, promise):
        state.promises.pop(promise.id, None)
    else:
        state.promises[promise.id] = promise


def _forget(promise: Promise) -> None:
    """Leave the oldest occurrences to the thread."""
    for due in sorted(promise.occurrences)[:-MOST_SPOKEN]:
        promise.behind = max(promise.behind, due)
        del promise.occurrences[due]


def closed(state: State, promise: Promise) -> bool:
    """Whether nothing more comes due and nobody's word is waited for."""
    receivers = state.receivers(promise)
    if not receivers or state.left(promise.by):
        return True
    last = final(promise.when)
    if not promise.ended_at and (last is None or last not in promise.occurrences):
        return False
    if any(awaited(promise, found, receivers) for found in promise.occurrences.values()):
        return False
    return all(due in promise.occurrences for due in _expected(promise, last))


def awaited(promise: Promise, found: Occurrence, receivers: list[str]) -> bool:
    """Whether somebody's word on this occurrence is still waited for; an end before it was due leaves nothing open."""
    if promise.ended_at and not found.said and not found.answers:
        return due_at(found.final, promise.zone) <= promise.ended_at and not found.settled(receivers)
    return not found.settled(receivers)


def _expected(promise: Promise, last: str | None) -> list[str]:
    ended = promise.ended_at
    until = local_day(ended, promise.zone) if ended else day_of(last or "")
    keys = occurrences(promise.when, after=promise.behind, until=until, most=MOST_SPOKEN + 1)
    return [key for key in keys if not ended or due_at(key, promise.zone) <= ended]
