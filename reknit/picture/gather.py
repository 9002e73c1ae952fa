"""From what was said to what the engine takes: one direction, as one person knows it.

A thread at a time: a promise gives an outcome for each time it fell due, a crack or a breach gives itself and what was
done about it since. The day is the one it happened on, in the local time of whoever is looking; where somebody's word
on it came earlier, the day of that word.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from reknit.engine import inputs
from reknit.engine.inputs import AnyInput
from reknit.picture import gather_breach
from reknit.practice import facts_daily as daily
from reknit.practice import threads
from reknit.practice.events import Event, PromiseMade
from reknit.practice.facts_repair import BreachNamed
from reknit.practice.occurrence import Promise
from reknit.practice.record import Stitch, stitch

Thread = list[Event]


@dataclass(frozen=True)
class Direction:
    """How far `me` can rely on `other`; both are seats. `zone` is where `me` is; `repeats` says which earlier breach
    one repeats."""

    me: str
    other: str
    zone: str
    repeats: Mapping[str, str] = field(default_factory=dict)

    def first(self, breach: str) -> str:
        """The first of a row of breaches that each repeat the one before."""
        seen = {""}
        while (earlier := self.repeats.get(breach, "")) not in seen:
            seen.add(earlier)
            breach = earlier
        return breach

    def day(self, at: datetime) -> date:
        return at.astimezone(ZoneInfo(self.zone)).date()


class History:
    """Events, shared or kept aside (never both at once), thread by thread: grouped once, read in every direction."""

    def __init__(self, events: Iterable[Event]) -> None:
        self.threads: dict[str, Thread] = {}
        for event in events:
            self.threads.setdefault(event.about, []).append(event)
        self._promises: dict[str, Promise | None] = {}
        self._repeats = {root: repeated(thread[0]) for root, thread in self.threads.items()}

    def by_thread(self, way: Direction) -> Iterator[tuple[str, list[AnyInput]]]:
        """What speaks of this direction, by the thread it comes from."""
        way = replace(way, repeats=self._repeats)
        for root, thread in self.threads.items():
            if found := list(self._inputs(root, thread, way)):
                yield root, found

    def _inputs(self, root: str, thread: Thread, way: Direction) -> Iterator[AnyInput]:
        if not isinstance(thread[0].facts, PromiseMade):
            return of_thread(thread, way)
        if not concerns(thread[0], way):
            return iter(())
        if root not in self._promises:
            self._promises[root] = threads.replay(root, thread)
        return outcomes(self._promises[root], way)


def gather(events: Iterable[Event], way: Direction) -> list[AnyInput]:
    """Everything in these events that speaks of this direction."""
    return [one for _root, found in History(events).by_thread(way) for one in found]


def of_thread(thread: Thread, way: Direction) -> Iterator[AnyInput]:
    """What one thread other than a promise's, in the order it was written, gives."""
    begin = _BEGINS.get(type(thread[0].facts))
    if begin:
        yield from begin(thread, way)


def concerns(made: Event, way: Direction) -> bool:
    """Whether this promise was made in this direction."""
    return isinstance(made.facts, PromiseMade) and made.by == way.other and way.me in made.facts.to


def repeated(first: Event) -> str:
    """The breach that this one repeats, or nothing."""
    return first.facts.repeats if isinstance(first.facts, BreachNamed) else ""


def outcome_id(root: str, due: str) -> str:
    """One time a promise fell due, as the explanation names it."""
    return f"{root} {due}"


def outcomes(promise: Promise | None, way: Direction) -> Iterator[AnyInput]:
    """What came of a promise, each time anybody spoke of it."""
    for due in promise.occurrences if promise else ():
        assert promise
        if found := outcome(promise, due, way):
            yield found


def outcome(promise: Promise, due: str, way: Direction) -> inputs.Outcome | None:
    """What came of it one time it fell due, as it now stands; None while nothing has, and where it was changed or let
    off."""
    made = stitch(promise, due, way.me)
    if made and made.shape in ("kept", "late", "missed", "said") and (made.outcome or made.said):
        return _outcome(promise, made, way)
    return None


def _outcome(promise: Promise, made: Stitch, way: Direction) -> inputs.Outcome:
    given = promise.occurrences[made.due].answers.get(way.me)
    day = min(made.day, way.day(given.at)) if given and given.at else made.day
    return inputs.Outcome(
        id=outcome_id(made.root, made.due),
        day=day,
        facet=promise.facet,
        shape=made.outcome or made.said or "kept",
        by_viewer=bool(made.outcome),
        weight=made.weight,
        differs=made.differs,
    )


def _crack(thread: Thread, way: Direction) -> Iterator[AnyInput]:
    """A crack of the viewer's own telling, what its doer said on the day, and whether that helped."""
    crack = thread[0]
    facts = crack.facts
    assert isinstance(facts, daily.CrackNoted)
    if crack.by != way.me or facts.whose != way.other:
        return
    day = _at(facts.day, way.day(crack.at))
    yield inputs.Crack(id=crack.id, day=day, facet=facts.facet, kind=facts.act or "crack")
    explained: Event | None = None
    helped = ""
    for event in thread[1:]:
        if isinstance(event.facts, daily.CrackExplained) and event.by == way.other:
            explained = event
        elif isinstance(event.facts, daily.ExplanationAnswered) and event.by == way.me:
            helped = event.facts.helped
        elif isinstance(event.facts, daily.CrackSetDown) and event.by == way.me:
            yield inputs.SetDown(id=event.id, day=way.day(event.at), about=crack.id)
    if explained:
        yield inputs.Explained(
            id=explained.id, day=way.day(explained.at), about=crack.id, facet="transparency", helped=helped == "yes"
        )


def _moment(thread: Thread, way: Direction) -> Iterator[AnyInput]:
    facts = thread[0].facts
    assert isinstance(facts, daily.MomentNoted)
    if thread[0].by == way.me and facts.whose == way.other:
        day = _at(facts.day, way.day(thread[0].at))
        yield inputs.Moment(id=thread[0].id, day=day, facet=facts.facet)


def _check_in(thread: Thread, way: Direction) -> Iterator[AnyInput]:
    facts = thread[0].facts
    assert isinstance(facts, daily.CheckedIn)
    if thread[0].by == way.me and facts.toward in ("", way.other) and facts.trusting:
        day = _at(facts.day, way.day(thread[0].at))
        yield inputs.CheckIn(id=thread[0].id, day=day, trusting=facts.trusting)


def _at(day: str, told: date) -> date:
    """The day it is said to have happened on, never later than it was told."""
    return min(date.fromisoformat(day), told) if day else told


_BEGINS: dict[type, Callable[[Thread, Direction], Iterator[AnyInput]]] = {
    daily.CrackNoted: _crack,
    daily.MomentNoted: _moment,
    daily.CheckedIn: _check_in,
    BreachNamed: gather_breach.breach,
}
