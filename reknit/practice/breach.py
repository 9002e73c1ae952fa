"""A breach as it now stands, and how far its repair has come. Every state here is who and when."""

from datetime import datetime
from typing import Self

import msgspec

from reknit.practice.events import Event
from reknit.practice.facts import Facet, Words
from reknit.practice.facts_repair import Since
from reknit.practice.record import direction

MOST = 12


class Done(msgspec.Struct, omit_defaults=True):
    """Something said on the path: the event it was said in, who, when, and which of its answers, if it has any."""

    id: str
    by: str
    at: datetime
    how: str = ""

    @classmethod
    def by_event(cls, event: Event, how: str = "") -> Self:
        """As it stands from this event on, with the answer it holds."""
        return cls(event.id, event.by, event.at, how)


class Question(msgspec.Struct, omit_defaults=True):
    """A question. `offers` holds the time each seat last named; it is set once both are the same."""

    id: str
    at: datetime
    how: str = "writing"
    offers: dict[str, str] = {}
    answered: Done | None = None
    withdrawn: bool = False

    @property
    def waits(self) -> bool:
        return not self.withdrawn and (self.answered is None or self.answered.how != "said")

    @property
    def time(self) -> str:
        """The time both have set, or nothing yet."""
        times = set(self.offers.values())
        return times.pop() if len(self.offers) > 1 and len(times) == 1 else ""


class Boundary(msgspec.Struct, omit_defaults=True):
    """A boundary set on the path, by whoever it protects. `kept` and `crossed` are its owner's latest word."""

    id: str
    by: str
    at: datetime
    protects: str
    look: str = ""
    acknowledged: Done | None = None
    kept: Done | None = None
    crossed: Done | None = None
    reviewed: Done | None = None
    words: Words | None = None

    @property
    def in_force(self) -> bool:
        return self.reviewed is None or self.reviewed.how != "ended"


class Step(msgspec.Struct, omit_defaults=True):
    """A step of trust the person hurt told of, and how they looked back on it."""

    id: str
    at: datetime
    size: str
    on: str = ""
    back: Done | None = None


class Agreement(msgspec.Struct, omit_defaults=True):
    """The agreement as it was last written. `signed` are the seats that stand by it; `look` the day to look again."""

    id: str
    by: str
    at: datetime
    look: str
    signed: dict[str, datetime] = {}


class Apology(msgspec.Struct, omit_defaults=True):
    """An apology. `time` is when the person hurt wants to hear it; `parts` are those they marked, with their answer."""

    id: str
    at: datetime
    how: str = "written"
    asks: bool = False
    time: str = ""
    answer: Done | None = None
    parts: tuple[str, ...] = ()


class Amends(msgspec.Struct, omit_defaults=True):
    """Something offered to be put right by the ISO date `on`; done and confirmed are each one's own word."""

    id: str
    at: datetime
    on: str
    answer: Done | None = None
    done: Done | None = None
    confirmed: Done | None = None

    @property
    def fits(self) -> bool:
        return self.answer is not None and self.answer.how == "fits"

    @property
    def made_good(self) -> bool:
        """By the word of the person hurt."""
        return self.confirmed is not None and self.confirmed.how == "made_good"


class Breach(msgspec.Struct, omit_defaults=True):
    """One breach. `doer` and `hurt` are seats in it. Lists hold the latest `MOST`; the rest is in the thread."""

    id: str
    by: str
    at: datetime
    doer: str
    hurt: str
    since: Since = Since()
    facets: tuple[Facet, ...] = ()
    size: str = ""
    learned: str = ""
    deceit: bool = False
    chosen: bool = False
    pattern: str = ""
    repeats: str = ""
    after: str = ""
    path: bool = True
    words: Words | None = None
    accounts: dict[str, Done] = {}
    marks: dict[str, Done] = {}
    feelings: dict[str, Done] = {}
    acknowledged: Done | None = None
    answered: Done | None = None
    told: Done | None = None
    said_back: Done | None = None
    heard: Done | None = None
    cause: Done | None = None
    unrelied: Done | None = None
    changes: dict[str, Done] = {}
    change: Done | None = None
    questions: dict[str, Question] = {}
    setback: Done | None = None
    came_back: Done | None = None
    plans: dict[str, Done] = {}
    steps: dict[str, Step] = {}
    chapters: dict[str, Done] = {}
    agreement: Agreement | None = None
    boundaries: dict[str, Boundary] = {}
    apologies: dict[str, Apology] = {}
    no_more: Done | None = None
    amends: dict[str, Amends] = {}
    motive: Done | None = None
    believed: Done | None = None
    anew: str = ""
    closed: Done | None = None
    reopened: Done | None = None

    def concerns(self, seat: str) -> bool:
        return seat in (self.doer, self.hurt)

    def other(self, seat: str) -> str:
        return self.hurt if seat == self.doer else self.doer

    @property
    def way(self) -> str:
        """The direction it weighs in: from who did it to who was hurt."""
        return direction(self.doer, self.hurt)

    @property
    def is_heard(self) -> bool:
        return self.heard is not None and self.heard.how == "heard"

    @property
    def received(self) -> Done | None:
        """The latest answer that an apology was received. It says nothing about forgiving or trusting."""
        found = [one.answer for one in self.apologies.values() if one.answer and one.answer.how == "received"]
        return found[-1] if found else None

    @property
    def made_good(self) -> Done | None:
        """Where the person hurt said that something was made good; more of it counts no more."""
        return next((one.confirmed for one in self.amends.values() if one.made_good), None)

    @property
    def changed(self) -> bool:
        """Whether the person hurt says that they see the change."""
        return self.change is not None and self.change.how == "seen"


class Repairs(msgspec.Struct, omit_defaults=True):
    """The open breaches of a space by id, and the day from which a direction's record stands on its own."""

    breaches: dict[str, Breach] = {}
    anew: dict[str, str] = {}
