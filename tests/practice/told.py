"""A history told in a few words: people act through the builders, the clock is set by hand, the fold follows."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from hypothesis import settings

from reknit.practice import promises
from reknit.practice.events import Event
from reknit.practice.facts import Facts, When
from reknit.practice.fold import fold, new_state, step, whole
from reknit.practice.occurrence import Promise
from reknit.practice.record import Record
from reknit.practice.refused import Refused

often = settings(deadline=None, max_examples=40)
seldom = settings(deadline=None, max_examples=8)
BERLIN = "Europe/Berlin"
NAMES = {"anna": "Anna", "toby": "Toby", "ben": "Ben", "cleo": "Cleo"}
FRIDAY = When(day="2026-03-06")
DAILY = When(day="2026-03-02", at="19:00", rule="FREQ=DAILY")


def names(seat: str) -> str:
    return NAMES[seat]


def local(text: str, zone: str = BERLIN) -> datetime:
    """`2026-03-02 09:00` in Berlin, as the server's clock has it."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


class Told:
    """A space's history while it is being told."""

    def __init__(self, start: str = "2026-03-02 09:00") -> None:
        self.events: list[Event] = []
        self.state = new_state()
        self.recalled = 0
        self.refusals: set[str] = set()
        self.now = local(start)

    def at(self, text: str) -> "Told":
        self.now = local(text if " " in text else f"{text} 21:00")
        return self

    def record(self, by: str, facts: Facts, *, about: str = "", words: dict[str, str] | None = None) -> Event:
        """Put an event into the history as the store would."""
        seq = len(self.events) + 1
        event = Event(f"e{seq}", seq, by, about or f"e{seq}", self.now, facts, {} if words is None else words)
        self.events.append(event)
        step(self.state, event, self.recall)
        return event

    def recall(self, root: str) -> list[Event]:
        self.recalled += 1
        return [event for event in self.events if event.about == root]

    def whole(self, root: str) -> Promise:
        found = whole(self.state, root, self.recall)
        assert found is not None
        return found

    def promise(self, by: str = "toby", to: tuple[str, ...] = ("anna",), when: When = FRIDAY, **more) -> str:
        words = more.pop("words", {"what": "call before eight"})
        zone = more.pop("zone", BERLIN)
        facts = promises.make(by=by, to=to, when=when, zone=zone, words=words, now=self.now, **more)
        return self.record(by, facts, words=words).id

    def does(self, act: str, by: str, root: str, **more) -> Event:
        """One act of somebody on a promise, as long as it may be done now."""
        builder = getattr(promises, act)
        if act in ("take_word", "take_back"):
            facts = builder(self.whole(root), by=by, names=names)
        elif act == "end":
            facts = builder(self.whole(root), by=by, now=self.now, **more)
        else:
            facts = builder(self.whole(root), by=by, now=self.now, names=names, **more)
        return self.record(by, facts, about=root, words=more.get("words"))

    def says(self, root: str, due: str, outcome: str, by: str = "toby", **more) -> Event:
        return self.does("say", by, root, due=due, outcome=outcome, **more)

    def answers(self, root: str, due: str, answer: str = "yes", seen: str = "", by: str = "anna", **more) -> Event:
        return self.does("answer", by, root, due=due, answer=answer, seen=seen, **more)

    def moves(self, root: str, due: str, how: str = "late", to: str = "", by: str = "toby", **more) -> Event:
        return self.does("move", by, root, due=due, how=how, to=to, **more)

    def releases(self, root: str, due: str, by: str = "anna", **more) -> Event:
        return self.does("release", by, root, due=due, **more)

    def explains(self, root: str, due: str, text: str = "The tram stood still.", by: str = "toby") -> Event:
        return self.does("explain", by, root, due=due, words={"said": text})

    def line(self, maker: str = "toby", receiver: str = "anna") -> Record:
        return self.state.record(maker, receiver)

    def shapes(self, maker: str = "toby", receiver: str = "anna") -> str:
        """The deed line in one word a stitch, `!` where it is seen differently."""
        return " ".join(each.shape + "!" * each.differs for each in self.line(maker, receiver).last60)

    def fresh(self):
        return fold(self.events)


def refused(act, *args, **more) -> str:
    """The sentence with which this is refused; fails when it is not."""
    try:
        act(*args, **more)
    except Refused as no:
        return str(no.say)
    raise AssertionError("This was not refused.")


def day(text: str) -> date:
    return date.fromisoformat(text)
