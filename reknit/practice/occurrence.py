"""A promise as it now stands, and each time it falls due: who has said what, and what that comes to."""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

import msgspec

from reknit.practice.facts import Answer, Facet, Outcome, When, Words

Seen = Outcome | Literal[""]
LAPSES: tuple[Outcome, ...] = ("late", "missed")


class AnswerGiven(msgspec.Struct, omit_defaults=True):
    """A receiver's word. `seen` is the outcome as they see it; `taken` when it was given by taking the maker's word;
    `first` when the maker had not spoken yet."""

    answer: Answer
    seen: Seen = ""
    at: datetime | None = None
    words: Words | None = None
    taken: bool = False
    first: bool = False


class Noted(msgspec.Struct, omit_defaults=True):
    """Something said about an occurrence by one person: when, and their words."""

    at: datetime
    words: Words | None = None


class Moved(msgspec.Struct, omit_defaults=True):
    """Said before it was due. `to` is the new key, or empty where none was offered; `times` counts every move."""

    how: str
    to: str
    at: datetime
    times: int = 1
    words: Words | None = None


class Remark(msgspec.Struct, omit_defaults=True):
    """Beside an occurrence: `cost`, `hurt`, `all_right` or `reply`."""

    by: str
    remark: str
    at: datetime
    words: Words | None = None


class Occurrence(msgspec.Struct, omit_defaults=True):
    """One time a promise falls due, once anybody has spoken about it. `owned` when its maker named the lapse first."""

    due: str
    said: Seen = ""
    said_at: datetime | None = None
    said_words: Words | None = None
    owned: bool = False
    moved: Moved | None = None
    released_by: dict[str, Noted] = {}
    answers: dict[str, AnswerGiven] = {}
    explained: Noted | None = None
    remarks: list[Remark] = []

    @property
    def final(self) -> str:
        """The key that counts: the last new time offered, or the one promised."""
        return (self.moved and self.moved.to) or self.due

    @property
    def off(self) -> bool:
        """Said in time that it would not happen, with no new time, and nothing said since."""
        moved = self.moved
        return bool(moved and moved.how == "cannot" and not moved.to and not self.said and not self.answers)

    def let_off(self, receivers: Iterable[str]) -> bool:
        """Whether each of these receivers let the maker off this once."""
        return bool(self.released_by) and all(receiver in self.released_by for receiver in receivers)

    def lapsed(self) -> bool:
        """Whether anybody says that it was late or missed."""
        return self.said in LAPSES or any(given.seen in LAPSES for given in self.answers.values())

    def missed(self) -> bool:
        return self.said == "missed" or any(given.seen == "missed" for given in self.answers.values())

    def differs(self, receiver: str) -> bool:
        """Whether the maker and this receiver name two outcomes. Both stay to be seen."""
        given = self.answers.get(receiver)
        return bool(given and given.seen and self.said and given.seen != self.said)

    def heard(self, receiver: str) -> bool:
        """Whether this receiver has spoken, and about what the maker now says."""
        if receiver in self.released_by:
            return True
        given = self.answers.get(receiver)
        if given is None:
            return False
        agreed = given.answer == "yes" and not given.first
        return not (agreed and self.differs(receiver) and (given.taken or _later(self.said_at, given.at)))

    def settled(self, receivers: list[str]) -> bool:
        """Whether nobody's word is waited for any more. A later word can always come."""
        if self.off:
            return True
        if not all(self.heard(receiver) for receiver in receivers):
            return False
        return bool(self.said) or not self.lapsed()


def _later(one: datetime | None, other: datetime | None) -> bool:
    return bool(one and other and one > other)


class Promise(msgspec.Struct, omit_defaults=True):
    """A promise and the occurrences anybody has spoken about, the latest sixty of them. What fell due at or before
    `behind` and is not among `occurrences` is found in the thread. `moved` counts every time any of it was moved."""

    id: str
    by: str
    to: tuple[str, ...]
    when: When
    zone: str
    made_at: datetime
    facet: Facet = "consistency"
    weight: float = 1.0
    sure: int = 3
    words: Words | None = None
    ended_by: str = ""
    ended_at: datetime | None = None
    ended_words: Words | None = None
    taken: dict[str, datetime] = {}
    occurrences: dict[str, Occurrence] = {}
    behind: str = ""
    moved: int = 0

    def at(self, due: str) -> Occurrence:
        """The occurrence as it stands; where nobody has spoken yet, an empty one that is not kept."""
        return self.occurrences.get(due) or Occurrence(due=due)

    def forgotten(self, due: str) -> bool:
        """Whether this may have been spoken about and only the thread knows."""
        return bool(due) and due <= self.behind and due not in self.occurrences

    def concerns(self, member: str) -> bool:
        return member == self.by or member in self.to
