"""The small daily kinds: a crack, something good, how I am, how the load feels.

Each can be written for us, or kept to oneself as a note of the same kind. A crack names an act, never what someone is.
"""

from typing import Literal

from reknit.practice.facts import Facet, Facts

# What each way of breaking trust, and each way of building it, says to the one it is done to.
Message = Literal["not_safe", "not_counted", "kept_in_dark", "worth_less", "being_right", "alone_after"]
Builder = Literal["count_on", "nothing_to_hide", "makes_right", "inner_world", "together", "real", "safe"]
Feeling = Literal[
    "shock", "denial", "anger", "resentment", "sadness", "grief", "self_doubt", "insecurity", "doubt", "fear",
    "distance", "ignored", "devalued", "shame", "alone", "guilt", "confusion", "relief", "hope", "calm", "numb",
]  # fmt: skip
Position = Literal[0, 1, 2, 3, 4, 5]
# How a load that is shared feels to someone, and the parts of life it can be about.
Fair = Literal["fair", "partly", "not_fair", "unsure"]
Part = Literal[
    "housework", "children", "money", "planning", "care", "paid_work", "contact", "hosting", "tasks", "hours", "unseen",
    "helping",
]  # fmt: skip


class CrackNoted(Facts, frozen=True, tag="crack-noted"):
    """Something small that hurt: what the member on `whose` did on the ISO date `day`. `act` is its name in our list,
    or empty; where `whose` is `by`, its doer says it first. Words: `what`, `reminded` (what it reminded me of)."""

    whose: str
    day: str
    act: str = ""
    facet: Facet | Literal[""] = ""
    message: Message | Literal[""] = ""


class CrackExplained(Facts, frozen=True, tag="crack-explained"):
    """Its doer says what happened. Words: `said`."""


class ExplanationAnswered(Facts, frozen=True, tag="explanation-answered"):
    """Whoever it hurt says whether that helped; saying it anew corrects it. Words: `said`, or none."""

    helped: Literal["yes", "a_little", "no"]


class CrackAnswered(Facts, frozen=True, tag="crack-answered"):
    """Its doer answers a crack, or a pattern they were told. Words: `said`, or none."""

    answer: Literal["did_not_know", "hear_you", "differently"]


class CrackSetDown(Facts, frozen=True, tag="crack-set-down"):
    """Whoever it hurt lets it go. That says nothing about trust. Words: `said`, or none."""


class PatternTold(Facts, frozen=True, tag="pattern-told"):
    """One calm note about what the member on `whose` has done again and again.

    Words: `what` (the pattern), `one`, `two`, `three` (instances), `did` (what it did), `help` (what would help)."""

    whose: str
    act: str = ""
    facet: Facet | Literal[""] = ""


class MomentNoted(Facts, frozen=True, tag="moment-noted"):
    """Something good on the ISO date `day`: what the member on `whose` did, or, where that is empty, just something
    good. `thanks`: it is a thank-you. Words: `what`."""

    day: str
    whose: str = ""
    builder: Builder | Literal[""] = ""
    facet: Facet | Literal[""] = ""
    thanks: bool = False


class CheckedIn(Facts, frozen=True, tag="checked-in"):
    """How `by` is on the ISO date `day`, with the member on `toward` where it is about one: four times one of five
    positions from low to high, 0 where it was left open, and feelings by name. Words: `said`, or none."""

    day: str
    toward: str = ""
    safe: Position = 0
    trusting: Position = 0
    connected: Position = 0
    energy: Position = 0
    feelings: tuple[Feeling, ...] = ()


class ForgivenessTold(Facts, frozen=True, tag="forgiveness-told"):
    """`by` forgives the member on `whose`, and tells them. It is not yet trust, nor staying. Words: `said`, or none."""

    whose: str


class FairnessSaid(Facts, frozen=True, tag="fairness-said"):
    """How the load the members share feels to `by`, in one word, and the parts of life it is about, if they say so. It
    is a feeling, not a count: nothing is worked out from it. Words: `said`, or none."""

    feels: Fair
    parts: tuple[Part, ...] = ()


# What can be kept to oneself first, and be said as it is later.
SAYABLE = (CrackNoted, MomentNoted, CheckedIn, FairnessSaid)
Daily = (
    CrackNoted | CrackExplained | ExplanationAnswered | CrackAnswered | CrackSetDown | PatternTold
    | MomentNoted | CheckedIn | ForgivenessTold | FairnessSaid
)  # fmt: skip
