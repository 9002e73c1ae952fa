"""What was written since a direction was kept: which of its inputs that changes, without reading the rest again."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from reknit.engine.inputs import AnyInput
from reknit.picture import gather
from reknit.picture.gather import Direction, Thread
from reknit.picture.kept import Anew, Following, due_day
from reknit.practice import events as of_all
from reknit.practice import threads
from reknit.practice.events import (
    Event,
    OccurrenceAnswered,
    OccurrenceMoved,
    OccurrenceReleased,
    OccurrenceSaid,
    PromiseEnded,
    PromiseMade,
)
from reknit.practice.facts_repair import BreachNamed
from reknit.practice.occurrence import Promise

OF_PROMISES = PromiseMade | OccurrenceSaid | OccurrenceAnswered | OccurrenceMoved | OccurrenceReleased | PromiseEnded


@dataclass(frozen=True)
class Since:
    """What one shelf has got since, in order; `thread(root)` reads a thread to its end, `promise(root)` gives one
    that is still open, with at least its latest occurrences, as it now stands."""

    events: list[Event]
    thread: Callable[[str], Thread]
    promise: Callable[[str], Promise | None]


def follow(following: Following, since: Since, way: Direction) -> None:
    """Take it in; Anew where it speaks of what was taken in long ago."""
    touched: dict[str, list[Event]] = {}
    for event in since.events:
        if isinstance(event.facts, OF_PROMISES) or is_of_a_room(event):
            touched.setdefault(event.about, []).append(event)
    for root, events in touched.items():
        if isinstance(events[0].facts, OF_PROMISES):
            _promise(following, root, events, since, way)
        else:
            _other(following, root, events, since, way)


def is_of_a_room(event: Event) -> bool:
    """Whether it is of a thread other than a promise's and of what befell a member: of these each is read again."""
    return type(event.facts).__module__ != of_all.__name__


def _promise(following: Following, root: str, events: list[Event], since: Since, way: Direction) -> None:
    promise = since.promise(root) or threads.replay(root, since.thread(root))
    if promise is None or promise.by != way.other or way.me not in promise.to:
        return
    later, base = following.later.get(root, {}), following.kept.base
    dues = {threads.due_of(event) for event in events} - {""}
    if any(isinstance(event.facts, PromiseEnded) for event in events):
        taken = set(following.kept.early)  # what was spoken of stays as it is
        dues |= {
            due
            for due in promise.occurrences
            if due_day(id_ := gather.outcome_id(root, due)) > base and id_ not in taken
        }
    ids = {gather.outcome_id(root, due): due for due in dues}
    if any(due_day(id_) <= base or id_ in following.kept.early for id_ in ids):
        raise Anew
    if any(promise.forgotten(due) for due in dues):
        promise = threads.replay(root, since.thread(root)) or promise
    found = {id_: gather.outcome(promise, due, way) for id_, due in ids.items()}
    old = {id_: later[id_] for id_ in ids if id_ in later}
    following.put(root, old, {id_: each for id_, each in found.items() if each})


def _other(following: Following, root: str, events: list[Event], since: Since, way: Direction) -> None:
    """A short thread: read whole, as it was before and as it is."""
    thread = since.thread(root)
    if not thread:
        return
    way = replace(way, repeats=_chain(thread[0], since))
    new = {event.id for event in events}
    before = [event for event in thread if event.id not in new]
    following.put(root, _by_id(before, way), _by_id(thread, way))


def _by_id(thread: Thread, way: Direction) -> dict[str, AnyInput]:
    return {each.id: each for each in gather.of_thread(thread, way)} if thread else {}


def _chain(first: Event, since: Since) -> dict[str, str]:
    """Which breach each repeats, back to the first."""
    found: dict[str, str] = {}
    while isinstance(first.facts, BreachNamed) and first.facts.repeats and first.id not in found:
        found[first.id] = first.facts.repeats
        thread: Iterable[Event] = since.thread(first.facts.repeats)
        first = next(iter(thread), first)
    return found
