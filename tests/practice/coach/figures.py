"""How often what is marked should be, and what should be marked is: for the coach, and for two plain ways beside it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tests.practice.coach.labelled import Labelled, Span

Marker = Callable[[str], Sequence[Span]]


@dataclass(frozen=True)
class Figure:
    """Of `given` marks `right` meet one a person set; of `wanted` marks a person set `found` are met."""

    right: int
    given: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        return self.found / self.wanted if self.wanted else 1.0


def meets(one: Span, other: Span) -> bool:
    """Of the same category, with at least one character in common."""
    return one.category == other.category and one.start < other.end and other.start < one.end


def by_category(marker: Marker, sentences: Iterable[Labelled], categories: Iterable[str]) -> dict[str, Figure]:
    pairs = [(tuple(marker(one.text)), one.spans) for one in sentences]
    return {category: _figure(pairs, {category}) for category in categories}


def overall(marker: Marker, sentences: Iterable[Labelled], categories: Iterable[str]) -> Figure:
    return _figure([(tuple(marker(one.text)), one.spans) for one in sentences], set(categories))


def _figure(pairs: Sequence[tuple[Sequence[Span], Sequence[Span]]], of: set[str]) -> Figure:
    right = given = found = wanted = 0
    for marks, labels in pairs:
        ours, theirs = ([span for span in spans if span.category in of] for spans in (marks, labels))
        given, wanted = given + len(ours), wanted + len(theirs)
        right += sum(any(meets(mark, label) for label in theirs) for mark in ours)
        found += sum(any(meets(mark, label) for mark in ours) for label in theirs)
    return Figure(right, given, found, wanted)


def left_alone(marker: Marker, sentences: Iterable[Labelled]) -> tuple[int, int]:
    """Of the innocent sentences: how many carry no mark, and how many there are."""
    innocent = [one for one in sentences if one.innocent]
    return sum(not marker(one.text) for one in innocent), len(innocent)


def exact(marker: Marker, sentences: Iterable[Labelled]) -> tuple[int, int]:
    """Of the marks a person set that are met: how many are met to the letter, and how many there are."""
    pairs = [(marker(one.text), label) for one in sentences for label in one.spans]
    met = [[mark for mark in marks if meets(mark, label)] for marks, label in pairs]
    same = sum(label in marks for marks, (_, label) in zip(met, pairs, strict=True))
    return same, sum(bool(marks) for marks in met)
