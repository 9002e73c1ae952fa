"""The kinds of the repair path that come after being heard: what changes, what comes back, a new chapter, an end.

Each belongs to the thread of the breach it is about.
"""

from typing import Literal

from reknit.practice.facts import Facts

Protects = Literal["body", "closeness", "time", "space", "contact", "money", "told", "other"]


class ChangeLinked(Facts, frozen=True, tag="change-linked"):
    """The doer: this promise of mine is what changes."""

    promise: str


class ChangeAnswered(Facts, frozen=True, tag="change-answered"):
    """The person hurt: I see the change, or not yet. Words: `said`, or none."""

    answer: Literal["seen", "not_yet"]


class QuestionPut(Facts, frozen=True, tag="question-put"):
    """The person hurt puts a question. `at` is a time they offer (a day, perhaps with an hour) or empty; `how` is
    where the answer is to come. Words: `said`."""

    how: Literal["writing", "talk"] = "writing"
    at: str = ""


class QuestionTimed(Facts, frozen=True, tag="question-timed"):
    """`by` offers a time for the answer; it is set once both have said the same."""

    question: str
    at: str


class QuestionAnswered(Facts, frozen=True, tag="question-answered"):
    """The doer answers: with words, I don't know yet, or I want help with this one. Words: `said`."""

    question: str
    answer: Literal["said", "not_known_yet", "want_help"] = "said"


class QuestionWithdrawn(Facts, frozen=True, tag="question-withdrawn"):
    """The person hurt takes the question back."""

    question: str


class SetbackOwned(Facts, frozen=True, tag="setback-owned"):
    """The doer owns a setback. `again`: it is the same as before, and is called a repeat. `still`: I am still in this.

    Words: `said` (what happened), `did` (what it did), `changes` (what changes now)."""

    again: bool = False
    still: bool = False


class CameBack(Facts, frozen=True, tag="came-back"):
    """`by`: it came back. It is nobody's miss. Words: `said` (what set it off), `helps` (what helps); or none."""


class CarePlanned(Facts, frozen=True, tag="care-planned"):
    """For when it comes back: what I need, or what I will do. Words: `when`, `said`."""


class StepTaken(Facts, frozen=True, tag="step-taken"):
    """The person hurt tells of a step of trust they chose. `on` is an ISO date or empty. Words: `said`."""

    size: Literal["small", "middle", "large"] = "small"
    on: str = ""


class StepLookedBack(Facts, frozen=True, tag="step-looked-back"):
    """How it was afterwards, and what follows: as it is, smaller next time, or taken back. Words: `said`, or none."""

    step: str
    then: Literal["as_it_is", "smaller", "taken_back"] = "as_it_is"


class ChapterWritten(Facts, frozen=True, tag="chapter-written"):
    """`by` writes their side of a new chapter. Words: `over` (what is over), `stays`, `new`; any of them."""


class AgreementWritten(Facts, frozen=True, tag="agreement-written"):
    """`by` writes the agreement, signing it so; an earlier one is replaced. `look` is the day to look at it again.

    Words: `said`."""

    look: str


class AgreementSigned(Facts, frozen=True, tag="agreement-signed"):
    """`by` signs the agreement."""

    agreement: str


class AgreementWithdrawn(Facts, frozen=True, tag="agreement-withdrawn"):
    """`by` withdraws from the agreement. Words: `said`, or none."""

    agreement: str


class BoundarySet(Facts, frozen=True, tag="boundary-set"):
    """`by` sets a boundary about what is theirs. `look` is the day they look at it again, or empty.

    Words: `said` (the one sentence), `kept` (how it looks when kept), `then` (what I will do), `why`."""

    protects: Protects
    look: str = ""


class BoundaryAcknowledged(Facts, frozen=True, tag="boundary-acknowledged"):
    """The other says back what they understood. Words: `said`, `hard` (what is hard about it)."""

    boundary: str


class BoundaryHonoured(Facts, frozen=True, tag="boundary-honoured"):
    """Its owner: it was kept. Words: `said` (a thank-you), or none."""

    boundary: str


class BoundaryCrossed(Facts, frozen=True, tag="boundary-crossed"):
    """Its owner: it was crossed. Words: `said`, or none."""

    boundary: str


class BoundaryReviewed(Facts, frozen=True, tag="boundary-reviewed"):
    """Its owner looks again: keeps, widens, eases or ends it. `look` is the next day.

    Words: `said` (its new sentence), or none."""

    boundary: str
    how: Literal["kept", "widened", "eased", "ended"]
    look: str = ""


class RepairClosed(Facts, frozen=True, tag="repair-closed"):
    """The person hurt: this is repaired, or I set it down. Words: `said`, or none."""

    how: Literal["repaired", "set_down"]


class RepairReopened(Facts, frozen=True, tag="repair-reopened"):
    """The person hurt opens it again, for any reason or none. Words: `said`, or none."""


class RecordBegunAnew(Facts, frozen=True, tag="record-begun-anew"):
    """The person hurt: from the ISO date `on` the record between us stands on its own."""

    on: str


Mending = (
    ChangeLinked | ChangeAnswered | QuestionPut | QuestionTimed | QuestionAnswered | QuestionWithdrawn
    | SetbackOwned | CameBack | CarePlanned | StepTaken | StepLookedBack
    | ChapterWritten | AgreementWritten | AgreementSigned | AgreementWithdrawn
    | BoundarySet | BoundaryAcknowledged | BoundaryHonoured | BoundaryCrossed | BoundaryReviewed
    | RepairClosed | RepairReopened | RecordBegunAnew
)  # fmt: skip
