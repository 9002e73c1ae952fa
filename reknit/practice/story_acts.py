"""A history told in lines: who does what on which day. These are its shapes; `docs/stories.md` is its grammar.

Every act is named and filled as closely as can be to the act a person does in the product: a promise is meant by its
label, an occurrence by its key (`2026-03-05` or `2026-03-05T19:00`), a member by name.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from reknit.practice.facts import Answer, Facet, Kind, Outcome, When
from reknit.practice.refused import Say
from reknit.practice.story_daily_acts import DailyAct
from reknit.practice.story_repairs import Readies, Repairs

MOST_WORDS = 20_000


class StoryError(Exception):
    """A story cannot be read: `line` is where (from 1), `say` the sentence that says what would be right."""

    def __init__(self, line: int, text: str, /, **blanks: Any) -> None:
        self.line = line
        self.say = Say(text, **blanks)
        super().__init__(f"Line {line}: {self.say}")

    @property
    def sentence(self) -> str:
        """The sentence in English, without the line."""
        return str(self.say)


@dataclass(frozen=True, slots=True)
class Opens:
    """The space begins."""


@dataclass(frozen=True, slots=True)
class Invites:
    """`name` is asked in. No event comes of it."""

    name: str


@dataclass(frozen=True, slots=True)
class Proposes:
    """`name` should join too, where everyone already there has a say."""

    name: str


@dataclass(frozen=True, slots=True)
class Agrees:
    """Yes to the proposal that `name` should join."""

    name: str


@dataclass(frozen=True, slots=True)
class Joins:
    """The one who was invited takes their seat."""


@dataclass(frozen=True, slots=True)
class Leaves:
    """One member goes; the others stay."""


@dataclass(frozen=True, slots=True)
class Erases:
    """The writer asks that their own words in the line marked `mark` be erased."""

    mark: str


@dataclass(frozen=True, slots=True)
class Keeps:
    """The words in the line marked `mark` are kept after all."""

    mark: str


@dataclass(frozen=True, slots=True)
class Promises:
    """A promise to the people in `to`, or to everyone else in the space where `to` is empty."""

    label: str
    to: tuple[str, ...]
    when: When
    what: str
    known: str = ""
    between: str = ""
    facet: Facet = "consistency"
    weight: float = 1.0
    sure: int = 3


@dataclass(frozen=True, slots=True)
class Ends:
    """Its maker or a receiver ends the promise from here on."""

    label: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Says:
    """The maker says what came of it."""

    label: str
    due: str
    outcome: Outcome
    said: str = ""


@dataclass(frozen=True, slots=True)
class Moves:
    """Before it is due: I'll be late, or I can't. `to` is the key of the new time, or empty."""

    label: str
    due: str
    how: Literal["late", "cannot"]
    to: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Releases:
    """A receiver lets the maker off this once."""

    label: str
    due: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """How it was for a receiver. `seen` is their own word: with *differently*, or with *yes* when they speak first."""

    label: str
    due: str
    answer: Answer
    seen: Outcome | Literal[""] = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """One occurrence: the label of its promise and its key."""

    label: str
    due: str


@dataclass(frozen=True, slots=True)
class AnswersMany:
    """Yes to several at once; to everything that waits for this person where `places` is empty."""

    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class TakesWord:
    """I take your word on this promise."""

    label: str


@dataclass(frozen=True, slots=True)
class TakesBack:
    """I speak for myself again on this promise."""

    label: str


@dataclass(frozen=True, slots=True)
class Explains:
    """The maker says what happened."""

    label: str
    due: str
    said: str


@dataclass(frozen=True, slots=True)
class Remarks:
    """Beside an occurrence: it cost me, it hurt, is everything all right, or a reply to one of these."""

    label: str
    due: str
    remark: Literal["cost", "hurt", "all_right", "reply"]
    said: str = ""


Act = (
    Opens | Invites | Proposes | Agrees | Joins | Leaves | Erases | Keeps | Promises | Ends | Says | Moves | Releases
    | Answers | AnswersMany | TakesWord | TakesBack | Explains | Remarks | Repairs | Readies
    | DailyAct
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class StoryPerson:
    """One of the people. Exactly one `opens` the space; `zone` is where this person's promises are due."""

    name: str
    zone: str
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One thing done. `number` is where it stands in the text; `time` is `HH:MM`, or empty for "in the evening";
    `mark` is a name for this line, so that a later line can mean it. Day and time are those of the story's zone."""

    number: int
    day: date
    time: str
    who: str
    act: Act
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """A whole history, its lines in the order in which they happen."""

    title: str
    kind: Kind
    zone: str
    people: tuple[StoryPerson, ...]
    lines: tuple[Line, ...]

    @property
    def opener(self) -> StoryPerson:
        """Who opens the space."""
        return next(person for person in self.people if person.opens)
