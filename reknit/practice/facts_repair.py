"""The kinds of the repair path: naming what happened, owning it, being heard, and what is done after.

Every one of them but the first belongs to the thread of the breach it is about. The person hurt and the person who
broke it are seats in that one breach, never labels on a person.
"""

from typing import Literal

import msgspec

from reknit.practice.facts import Facet, Facts
from reknit.practice.facts_amends import Amending
from reknit.practice.facts_daily import Feeling, Message
from reknit.practice.facts_mending import Mending

Size = Literal["slight", "moderate", "major", "severe"]
Learned = Literal["told", "found_out"]
Cause = Literal["time", "overload", "unclear", "anxiety", "learned", "disengaged", "other"]


class Since(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """When something happened: one `day`, a `span` of days up to `until`, `unknown`, or `going_on` since `day`.

    Days are ISO dates; either may be empty where its kind does not need it.
    """

    how: Literal["unknown", "day", "span", "going_on"] = "unknown"
    day: str = ""
    until: str = ""


class BreachNamed(Facts, frozen=True, tag="breach-named"):
    """`by` names what happened: the seat `doer` did it, the seat `hurt` was hurt by it; either of them may be `by`.

    `learned` is how the person hurt came to know; `pattern` the act it belongs to; `repeats` an earlier breach of the
    same kind; `after` the breach this has come out later of. `path` false: told without any steps. Words: `what`.
    """

    doer: str
    hurt: str
    since: Since = Since()
    facets: tuple[Facet, ...] = ()
    size: Size | Literal[""] = ""
    learned: Learned | Literal[""] = ""
    deceit: bool = False
    chosen: bool = False
    pattern: str = ""
    repeats: str = ""
    after: str = ""
    path: bool = True


class BreachSized(Facts, frozen=True, tag="breach-sized"):
    """The person hurt says how big it is for them; saying it anew is how it is now."""

    size: Size


class AccountGiven(Facts, frozen=True, tag="account-given"):
    """`by` tells how it was, or adds to that. `unaware`: I did not know. Words: `said`."""

    unaware: bool = False


class AccountMarked(Facts, frozen=True, tag="account-marked"):
    """`by` marks where the two accounts agree or differ. Words: `said`."""

    mark: Literal["agree", "differ"]


class FeelingsNamed(Facts, frozen=True, tag="feelings-named"):
    """`by` names what they feel now. Words: `said`, or none."""

    feelings: tuple[Feeling, ...] = ()


class Acknowledged(Facts, frozen=True, tag="acknowledged"):
    """The doer says: this happened, and it was mine. Words: `said`."""


class AcknowledgementAnswered(Facts, frozen=True, tag="acknowledgement-answered"):
    """The person hurt: it is full, something is missing, or not yet. Words: `said`, or none."""

    answer: Literal["full", "missing", "not_yet"]


class ImpactTold(Facts, frozen=True, tag="impact-told"):
    """The person hurt tells what it did, in parts. `messages` is what it said to them.

    Words: `said`, `stood` (what it stood for), `reminded` (what it reminded of)."""

    messages: tuple[Message, ...] = ()


class ImpactSaidBack(Facts, frozen=True, tag="impact-said-back"):
    """The doer: what I heard. Words: `said`."""


class HeardSaid(Facts, frozen=True, tag="heard-said"):
    """The person hurt: I have been heard, or not yet. Words: `said`, or none."""

    answer: Literal["heard", "not_yet"]


class CauseSaid(Facts, frozen=True, tag="cause-said"):
    """The doer: why it happened, as far as I understand it. No excuse. Words: `said`."""

    causes: tuple[Cause, ...] = ()


class RelianceDropped(Facts, frozen=True, tag="reliance-dropped"):
    """The person hurt: I understand, and I don't rely on you for this. Words: `said` (for what)."""


Repair = (
    BreachNamed | BreachSized | AccountGiven | AccountMarked | FeelingsNamed | Acknowledged | AcknowledgementAnswered
    | ImpactTold | ImpactSaidBack | HeardSaid | CauseSaid | RelianceDropped | Mending | Amending
)  # fmt: skip
