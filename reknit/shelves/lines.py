"""Lines of the history as a reader sees them: one plain sentence each, with the words beside it."""

from collections.abc import Iterable
from dataclasses import dataclass

from reknit.ledger import store
from reknit.practice import telling, threads
from reknit.practice.events import Event, MemberLeft, PromiseMade
from reknit.practice.facts_amends import ApologyOffered
from reknit.practice.facts_daily import CrackNoted, FairnessSaid, MomentNoted, PatternTold
from reknit.practice.facts_repair import BreachNamed
from reknit.practice.occurrence import Promise
from reknit.practice.refused import Say
from reknit.practice.wording import shortened
from reknit.spaces.access import Here

ORDER = (
    "what", "known", "between", "understood", "said", "when", "stood", "reminded", "one", "two", "three", "did", "help",
    "effect", "mine", "sorry", "repair", "differently", "changes", "helps", "kept", "then", "hard", "over", "stays",
    "new", "why",
)  # fmt: skip
LABELS = {
    "known": Say("How you’ll both know"),
    "between": Say("What could come in between"),
    "when": Say("When"),
    "stood": Say("What it stood for"),
    "reminded": Say("What it brought back"),
    "did": Say("What it did"),
    "help": Say("What would help"),
    "understood": Say("What is understood now"),
    "effect": Say("What it did"),
    "mine": Say("Whose it was"),
    "sorry": Say("I am sorry"),
    "repair": Say("How it is made right"),
    "differently": Say("What will be different"),
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
QUOTING = PromiseMade | BreachNamed | CrackNoted | PatternTold | MomentNoted
# The page on which a thread is read, by what begins it.
PAGES: dict[type, str] = {
    PromiseMade: "promise",
    CrackNoted: "crack",
    PatternTold: "pattern",
    FairnessSaid: "fairness_said",
    BreachNamed: "breach",
}


@dataclass(frozen=True)
class Line:
    """One line. `page` names the page its thread is read on, or is empty; `words` None once erased."""

    event: Event
    sentence: Say
    by: str
    mine: bool
    page: str
    may_erase: bool

    @property
    def texts(self) -> list[tuple[Say | None, str]]:
        """Each text with what it answers, where that needs saying; what the sentence quotes in full is left out."""
        quoted = {"what"} if isinstance(self.event.facts, QUOTING) else set()
        words = self.event.words or {}
        return [
            (LABELS.get(name), words[name])
            for name in ORDER
            if words.get(name) and not (name in quoted and shortened(words[name]) == words[name])
        ]

    @property
    def folded(self) -> bool:
        """Whether its words wait until its reader wants them: an apology of someone else's."""
        return isinstance(self.event.facts, ApologyOffered) and not self.mine

    @property
    def hour(self) -> bool:
        """Whether the hour is shown: not of someone's going, which is theirs."""
        return not isinstance(self.event.facts, MemberLeft)

    @property
    def erased(self) -> bool:
        return self.event.words is None


def lines_of(here: Here, events: Iterable[Event]) -> list[Line]:
    """These events as lines; what their threads begin with is read along in one go."""
    shown = list(events)
    roots = _roots(here, shown)
    return [_line(here, event, roots.get(event.about)) for event in shown]


def _roots(here: Here, events: list[Event]) -> dict[str, Event]:
    known = {event.id: event for event in events}
    missing = {event.about for event in events} - known.keys()
    return known | (store.some(here, missing) if missing else {})


def _promise(root: Event | None) -> Promise | None:
    return threads.begin(root) if root and isinstance(root.facts, PromiseMade) else None


def _line(here: Here, event: Event, root: Event | None) -> Line:
    mine = event.by == here.me
    return Line(
        event=event,
        sentence=telling.sentence(event, here.name, _promise(root), today=here.today, reader=here.me, root=root),
        by=here.name(event.by),
        mine=mine,
        page=PAGES.get(type(root.facts), "") if root else "",
        may_erase=mine and bool(event.words) and here.may_write,
    )
