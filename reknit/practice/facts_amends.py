"""The kinds of the repair path that are about apology, amends and motive.

Each belongs to the thread of the breach it is about. An apology counts for nothing by itself: only the parts the person
hurt marks as present are ever looked at, and only by the picture of that person.
"""

from typing import Literal

from reknit.practice.facts import Facts

Part = Literal["did", "effect", "mine", "sorry", "repair", "change"]


class ApologyOffered(Facts, frozen=True, tag="apology-offered"):
    """The doer apologises. `how`: written, to be read aloud, or kept for a talk. `asks`: what would help?, which
    follows something concrete.

    Words: `said` (what I did), `effect` (what it did to you), `repair` (how I will make it right), `differently` (what
    I will do differently), `mine` (that it was wrong, and mine), `sorry`, `understood` (what I understand now and did
    not before); none of them where it is kept for a talk."""

    how: Literal["written", "aloud", "talk"] = "written"
    asks: bool = False


class ApologyTimed(Facts, frozen=True, tag="apology-timed"):
    """The person hurt names a time to hear it: a day, perhaps with an hour."""

    apology: str
    at: str


class ApologyAnswered(Facts, frozen=True, tag="apology-answered"):
    """The person hurt answers: not ready, I need something else, this is not it, received, or no more about this for
    now. None of them is forgiveness or trust. `parts` are those they mark as having been there. Words: `said` (what
    they need), or none."""

    apology: str
    answer: Literal["not_ready", "need", "not_this", "received", "no_more"]
    parts: tuple[Part, ...] = ()


class NoMoreApologies(Facts, frozen=True, tag="no-more-apologies"):
    """The person hurt: no more apologies for now, which holds until they lift it."""

    how: Literal["held", "lifted"]


class AmendsOffered(Facts, frozen=True, tag="amends-offered"):
    """The doer offers to put something right by the ISO date `on`. Words: `said` (what)."""

    on: str


class AmendsAnswered(Facts, frozen=True, tag="amends-answered"):
    """The person hurt: it fits, something else, or none wanted. Words: `said`, or none."""

    amends: str
    answer: Literal["fits", "something_else", "none_wanted"]


class AmendsDone(Facts, frozen=True, tag="amends-done"):
    """The doer: it is done. Words: `said`, or none."""

    amends: str


class AmendsConfirmed(Facts, frozen=True, tag="amends-confirmed"):
    """The person hurt: it was made good, or not yet. Words: `said`, or none."""

    amends: str
    answer: Literal["made_good", "not_yet"]


class MotiveTold(Facts, frozen=True, tag="motive-told"):
    """The doer: what I meant by it. It changes nothing about the effect. Words: `said`."""


class MotiveBelieved(Facts, frozen=True, tag="motive-believed"):
    """The person hurt: I believe that, I don't, or I am not sure. Words: `said`, or none."""

    answer: Literal["believed", "not_believed", "not_sure"]


Amending = (
    ApologyOffered | ApologyTimed | ApologyAnswered | NoMoreApologies
    | AmendsOffered | AmendsAnswered | AmendsDone | AmendsConfirmed | MotiveTold | MotiveBelieved
)  # fmt: skip
