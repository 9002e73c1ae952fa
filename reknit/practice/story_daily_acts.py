"""The shapes of a story's lines about small cracks, good moments and check-ins. `at` is the mark of an earlier line."""

from dataclasses import dataclass
from typing import Literal

from reknit.practice.facts import Facet
from reknit.practice.facts_daily import Builder, Fair, Feeling, Message, Part, Position


@dataclass(frozen=True, slots=True)
class NotesCrack:
    """A small crack with `whose`; one's own name where its doer says it first. `day` is empty for the line's own."""

    whose: str
    what: str
    day: str = ""
    act: str = ""
    facet: Facet | Literal[""] = ""
    message: Message | Literal[""] = ""
    reminded: str = ""


@dataclass(frozen=True, slots=True)
class ExplainsCrack:
    """Its doer says what happened."""

    at: str
    said: str


@dataclass(frozen=True, slots=True)
class FindsHelped:
    """Whether the explanation helped."""

    at: str
    helped: Literal["yes", "a_little", "no"]
    said: str = ""


@dataclass(frozen=True, slots=True)
class AnswersCrack:
    """Its doer answers a crack or a pattern."""

    at: str
    answer: Literal["did_not_know", "hear_you", "differently"]
    said: str = ""


@dataclass(frozen=True, slots=True)
class LetsGo:
    """Whoever it hurt lets the crack go."""

    at: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class TellsPattern:
    """What keeps happening, told calmly."""

    whose: str
    what: str
    one: str
    two: str = ""
    three: str = ""
    did: str = ""
    help: str = ""
    act: str = ""
    facet: Facet | Literal[""] = ""


@dataclass(frozen=True, slots=True)
class NotesGood:
    """Something good; `whose` doing it was, or empty; `thanks` where it is said to them."""

    what: str
    whose: str = ""
    day: str = ""
    builder: Builder | Literal[""] = ""
    thanks: bool = False


@dataclass(frozen=True, slots=True)
class ChecksIn:
    """How someone is: positions from 1 to 5, 0 where one is left open."""

    toward: str = ""
    safe: Position = 0
    trusting: Position = 0
    connected: Position = 0
    energy: Position = 0
    feelings: tuple[Feeling, ...] = ()
    said: str = ""


@dataclass(frozen=True, slots=True)
class Forgives:
    """Someone tells `whose` that they forgive."""

    whose: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class SaysFair:
    """How the load they share feels to someone, and what it is about."""

    feels: Fair
    parts: tuple[Part, ...] = ()
    said: str = ""


DailyAct = (
    NotesCrack | ExplainsCrack | FindsHelped | AnswersCrack | LetsGo | TellsPattern | NotesGood | ChecksIn | Forgives
    | SaysFair
)  # fmt: skip
