"""What is private by its kind: nobody shares these as they are, and the ledger does not know them."""

from typing import Literal

from reknit.practice.facts import Facts


class NoteWritten(Facts, frozen=True, tag="note-written"):
    """Something written for oneself. `prompt` names the question it answers, if it answers one. Words: `said`."""

    prompt: str = ""


class GutNoted(Facts, frozen=True, tag="gut-noted"):
    """What one's gut says before it is known. Words: `said`."""


class GutLookedAt(Facts, frozen=True, tag="gut-looked-at"):
    """Looking at it again, afterwards. Nothing is counted right or wrong. Words: `said`."""


class StandWritten(Facts, frozen=True, tag="stand-written"):
    """What one stands for. Words: `said`."""

    what: Literal["value", "goal", "who"] = "value"


class WorthWritten(Facts, frozen=True, tag="worth-written"):
    """How one sees oneself these days, in own words. Words: `said`."""


class LimitSet(Facts, frozen=True, tag="limit-set"):
    """A limit with oneself. Words: `said`, `why`."""


class LimitPassed(Facts, frozen=True, tag="limit-passed"):
    """One went past it. Words: `hard` (what made it hard), `next` (what next time)."""


class CareNoted(Facts, frozen=True, tag="care-noted"):
    """A line about sleep, food, rest, feelings. `kind_thing` names the kind thing one chose. Words: `said`."""

    kind_thing: str = ""


class PersonKept(Facts, frozen=True, tag="person-kept"):
    """Someone one can talk to. Words: `name`, `about` (about what), `first` (a first sentence)."""


class HandledWritten(Facts, frozen=True, tag="handled-written"):
    """Something one has handled. Words: `said`."""


class ForgivenessWritten(Facts, frozen=True, tag="forgiveness-written"):
    """On forgiving, for one's own peace; it is in no picture. Words: `said`."""


class GoneThrough(Facts, frozen=True, tag="gone-through"):
    """Its owner looked at something they kept to themselves, and keeps it so."""


Private = (
    NoteWritten | GutNoted | GutLookedAt | StandWritten | WorthWritten | LimitSet | LimitPassed | CareNoted
    | PersonKept | HandledWritten | ForgivenessWritten | GoneThrough
)  # fmt: skip
