"""Lines of the history as a reader sees them: one plain sentence each, with the words beside it."""

from collections.abc import Iterable
from dataclasses import dataclass

from reknit.ledger import store
from reknit.practice import telling, threads
from reknit.practice.events import Event, MemberLeft, PromiseMade
from reknit.practice.facts_repair import BreachNamed
from reknit.practice.refused import Say
from reknit.practice.wording import shortened
from reknit.spaces.access import Here

LABELS = {
    "known": Say("How you’ll both know"),
    "between": Say("What could come in between"),
    "when": Say("When"),
    "stood": Say("What it stood for"),
    "reminded": Say("What it reminded me of"),
    "did": Say("What it did"),
    "changes": Say("What changes now"),
    "helps": Say("What helps"),
    "kept": Say("How it looks when it is kept"),
    "then": Say("What I will do"),
    "hard": Say("What is hard about it"),
    "over": Say("What is over"),
    "stays": Say("What stays"),
    "new": Say("What is new"),
    "why": Say("Why"),
}
ORDER = ("what", "known", "between", "said", *(name for name in LABELS if name not in ("known", "between")))


@dataclass(frozen=True)
class Line:
    """One line. `promise` is whether its thread is a promise that can be opened, `breach` a breach; `words` None
    once erased."""

    event: Event
    sentence: Say
    by: str
    mine: bool
    promise: bool
    breach: bool
    may_erase: bool

    @property
    def texts(self) -> list[tuple[Say | None, str]]:
        """Each text with what it answers, where that needs saying; what the sentence quotes in full is left out."""
        quoted = {"what"} if isinstance(self.event.facts, PromiseMade | BreachNamed) else set()
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
    roots = _roots(here, shown)
    return [_line(here, event, roots.get(event.about)) for event in shown]


def _roots(here: Here, events: list[Event]) -> dict[str, Event]:
    known = {event.id: event for event in events}
    missing = {event.about for event in events} - known.keys()
    return known | (store.some(here, missing) if missing else {})


def _line(here: Here, event: Event, root: Event | None) -> Line:
    mine = event.by == here.me
    promise = threads.begin(root) if root and isinstance(root.facts, PromiseMade) else None
    return Line(
        event=event,
        sentence=telling.sentence(event, here.name, promise, today=here.today, reader=here.me, root=root),
        by=here.name(event.by),
        mine=mine,
        promise=promise is not None,
        breach=root is not None and isinstance(root.facts, BreachNamed),
        may_erase=mine and bool(event.words) and here.may_write,
    )
