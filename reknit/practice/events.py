"""The closed vocabulary: what people can say and do toward each other, one struct each.

An event is *facts* (small, typed, these structs) and *words* (named texts in the writer's own voice). Members are
named by their seat in the space (an id, never a name). A kind, once released, is read for ever: a changed shape is a
new tag (`promise-made.2`) with a way up from the old one, never an edit of the old one.
"""

from datetime import datetime
from typing import Literal

import msgspec

from reknit.practice.facts import Answer, Facet, Facts, Kind, Outcome, When, Words
from reknit.practice.facts_daily import Daily
from reknit.practice.facts_private import Private
from reknit.practice.facts_repair import Repair


class SpaceOpened(Facts, frozen=True, tag="space-opened"):
    """The space begins. `by` opened it."""

    space_kind: Kind


class MemberProposed(Facts, frozen=True, tag="member-proposed"):
    """`by` would like someone else to join; the name is in the words under `name`."""


class MemberAgreed(Facts, frozen=True, tag="member-agreed"):
    """`by` says yes to the proposal this is about."""


class MemberJoined(Facts, frozen=True, tag="member-joined"):
    """`by` took their seat."""


class MemberLeft(Facts, frozen=True, tag="member-left"):
    """`by` is no longer in this space."""


class MemberReset(Facts, frozen=True, tag="member-reset"):
    """Whoever runs the server let the member on `seat` set a new password, on the ISO date `on`; the space is closed to
    them since. Written down by whoever wrote next."""

    seat: str
    on: str


class ReturnAsked(Facts, frozen=True, tag="return-asked"):
    """The member on `seat` asks to be let back in; `half` is their new public half, in hex. Written down by whoever
    wrote next."""

    seat: str
    half: str


class ReturnAgreed(Facts, frozen=True, tag="return-agreed"):
    """`by` has compared the six words with the member on `seat`, for the public half `half`, and they were alike."""

    seat: str
    half: str


class MemberReturned(Facts, frozen=True, tag="member-returned"):
    """The space is open again to the member on `seat`, with the new public half `half`: `by` let them in, or `by` is
    themself and had the old key again."""

    seat: str
    half: str


class ErasureAsked(Facts, frozen=True, tag="erasure-asked"):
    """`by` asks that their own words in `event` be erased; `after` is the ISO date they go."""

    event: str
    after: str


class ErasureWithdrawn(Facts, frozen=True, tag="erasure-withdrawn"):
    """`by` keeps the words after all."""

    event: str


class PromiseMade(Facts, frozen=True, tag="promise-made"):
    """`by` promises the members in `to`.

    Words: `what`, `known` (how we'll both know), `between` (what could come in between).
    """

    to: tuple[str, ...]
    when: When
    zone: str
    facet: Facet = "consistency"
    weight: float = 1.0
    sure: int = 3


class PromiseEnded(Facts, frozen=True, tag="promise-ended"):
    """The maker or a receiver ends the promise from here on. Words: `why`, or none."""


class OccurrenceSaid(Facts, frozen=True, tag="occurrence-said"):
    """The maker says what came of the occurrence due at `due`. Words: `said`, or none."""

    due: str
    outcome: Outcome


class OccurrenceMoved(Facts, frozen=True, tag="occurrence-moved"):
    """Said before it is due: I'll be late, or I can't. `to` is the new time offered, or empty. Words: `said`."""

    due: str
    how: Literal["late", "cannot"]
    to: str = ""


class OccurrenceReleased(Facts, frozen=True, tag="occurrence-released"):
    """A receiver lets the maker off this once. Words: `said`, or none."""

    due: str


class OccurrenceAnswered(Facts, frozen=True, tag="occurrence-answered"):
    """A receiver says how it was. `seen` is what they saw: the maker's word with *yes*, their own with *differently*
    or when they speak first, empty otherwise. Words: `said`, or none."""

    due: str
    answer: Answer
    seen: Outcome | Literal[""] = ""


class WordTaken(Facts, frozen=True, tag="word-taken"):
    """A receiver: I take your word on this promise, until I take that back."""


class WordTakenBack(Facts, frozen=True, tag="word-taken-back"):
    """A receiver speaks for themselves again, from here on."""


class MissExplained(Facts, frozen=True, tag="miss-explained"):
    """The maker says what happened. Words: `said`."""

    due: str


class OccurrenceRemarked(Facts, frozen=True, tag="occurrence-remarked"):
    """Beside an occurrence: it still cost me (`cost`), it hurt (`hurt`), is everything all right? (`all_right`),
    or a reply to one of these (`reply`). Words: `said`."""

    due: str
    remark: Literal["cost", "hurt", "all_right", "reply"]


AnyFacts = (
    SpaceOpened | MemberProposed | MemberAgreed | MemberJoined | MemberLeft | ErasureAsked | ErasureWithdrawn
    | MemberReset | ReturnAsked | ReturnAgreed | MemberReturned
    | PromiseMade | PromiseEnded | OccurrenceSaid | OccurrenceMoved | OccurrenceReleased | OccurrenceAnswered
    | WordTaken | WordTakenBack | MissExplained | OccurrenceRemarked
    | Repair
    | Daily
)  # fmt: skip


# What an event can say on either shelf: what is private by its kind is in nobody's history.
Anything = AnyFacts | Private


class Event(msgspec.Struct, frozen=True):
    """One thing said or done, as its readers see it.

    `seq` is its place in the space (1, 2, 3 …); `by` the seat that wrote it; `about` the id of the first event of its
    thread (its own id where it begins one); `at` when the server received it (aware, UTC); `words` is None once erased.
    """

    id: str
    seq: int
    by: str
    about: str
    at: datetime
    facts: Anything
    words: Words | None = None
