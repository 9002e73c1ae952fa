"""Lines of the history as a reader sees them: one plain sentence each, with the words beside it."""

from collections.abc import Iterable
from dataclasses import dataclass

from reknit.ledger import store
from reknit.practice import telling, threads
from reknit.practice.events import Event, MemberLeft, PromiseMade
from reknit.practice.occurrence import Promise
from reknit.practice.refused import Say
from reknit.practice.wording import shortened
from reknit.spaces.access import Here

ORDER = ("what", "known", "between", "said", "why")
LABELS = {"known": Say("How you’ll both know"), "between": Say("What could come in between"), "why": Say("Why")}


@dataclass(frozen=True)
class Line:
    """One line. `promise` is whether its thread is a promise that can be opened; `words` None once erased."""

    event: Event
    sentence: Say
    by: str
    mine: bool
    promise: bool
    may_erase: bool

    @property
    def texts(self) -> list[tuple[Say | None, str]]:
        """Each text with what it answers, where that needs saying; what the sentence quotes in full is left out."""
        quoted = {"what"} if isinstance(self.event.facts, PromiseMade) else set()
        words = self.event.words or {}
        return [
            (LABELS.get(name), words[name])
            for name in ORDER
            if words.get(name) and not (name in quoted and shortened(words[name]) == words[name])
        ]

    @property
    def hour(self) -> bool:
        """Whether the hour is shown: not of someone's going, which is theirs."""
        return not isinstance(self.event.facts, MemberLeft)

    @property
    def erased(self) -> bool:
        return self.event.words is None


def lines_of(here: Here, events: Iterable[Event]) -> list[Line]:
    """These events as lines; the promises their threads are about are read along in one go."""
    shown = list(events)
    promises = _promises(here, shown)
    return [_line(here, event, promises.get(event.about)) for event in shown]


def _promises(here: Here, events: list[Event]) -> dict[str, Promise]:
    known = {event.id: event for event in events}
    missing = {event.about for event in events} - known.keys()
    known |= store.some(here, missing) if missing else {}
    return {id_: threads.begin(event) for id_, event in known.items() if isinstance(event.facts, PromiseMade)}


def _line(here: Here, event: Event, promise: Promise | None) -> Line:
    mine = event.by == here.me
    return Line(
        event=event,
        sentence=telling.sentence(event, here.name, promise, today=here.today, reader=here.me),
        by=here.name(event.by),
        mine=mine,
        promise=promise is not None,
        may_erase=mine and bool(event.words) and here.may_write,
    )
