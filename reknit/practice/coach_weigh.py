"""What the words of a sentence weigh, where no phrase is found or a phrase alone is not enough.

A sentence is taken apart into traces: its words, two and three side by side, two around a third, and the same with
the class of a word (`@insult`) or its ending (`~ing`) in its place. Each trace has weights, whole hundredths, learnt
from labelled sentences; they are added up, and nothing else is done with them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reknit.practice.coach_text import PAUSE

BEGIN, END, ASKED = "^", "$", "?"
ENDINGS = ("ing", "ed", "ly")
SHORT = 2  # words: a stretch between two pauses that is no longer says nothing by itself

Trace = tuple[str, int, int]  # what it is, from which word, to before which


@dataclass(frozen=True)
class Weights:
    """For each category where it begins, from where a phrase holds, from where it holds without one; then traces."""

    begin: Mapping[str, tuple[int, int, int]]
    traces: Mapping[str, tuple[tuple[str, int], ...]]

    def enough(self, category: str, weighed: "Sequence[Weighed]") -> bool:
        """Whether a sentence comes to what it must for a phrase found in it to be marked; without weights it does."""
        return category not in self.begin or any(one.sums[category] >= self.begin[category][1] for one in weighed)


@dataclass(frozen=True)
class Weighed:
    """What some words side by side come to in each category, and which of them gave what."""

    start: int
    end: int
    sums: Mapping[str, int]
    found: Sequence[tuple[int, int, str, int]]
    work: int

    def place(self, category: str, words: Sequence[str], joining: frozenset[str]) -> tuple[int, int] | None:
        """The clause, or clauses side by side, that gave the most; None where there is no word in it."""
        given = [0.0] * (self.end - self.start)
        for start, end, one, weight in self.found:
            if one == category:
                for at in range(start, end):
                    given[at] += weight / (end - start)
        start, end = (self.start + at for at in _most(given))
        while start > self.start and words[start - 1] != PAUSE and words[start] not in joining:
            start -= 1
        while end < self.end and words[end] != PAUSE and words[end] not in joining:
            end += 1
        inside = [at for at in range(start, end) if words[at] != PAUSE]
        return (inside[0], inside[-1] + 1) if inside else None


def _most(given: Sequence[float]) -> tuple[int, int]:
    """The stretch with the highest sum."""
    best, kept, here, start = 0.0, (0, len(given)), 0.0, 0
    for at, one in enumerate(given):
        if here <= 0:
            here, start = 0.0, at
        here += one
        if here > best:
            best, kept = here, (start, at + 1)
    return kept


def read(text: str) -> Weights:
    """Weights as their file holds them: a trace, a tab, and category and weight by turns. The first lines are the
    categories, each with its three numbers."""
    begin: dict[str, tuple[int, int, int]] = {}
    traces: dict[str, tuple[tuple[str, int], ...]] = {}
    for line in text.splitlines():
        name, _, rest = line.partition("\t")
        pieces = rest.split()
        if name.startswith("="):
            one, two, three = map(int, pieces)
            begin[name.removeprefix("=")] = (one, two, three)
        elif name and not name.startswith("#"):
            traces[name] = tuple(zip(pieces[::2], map(int, pieces[1::2]), strict=True))
    return Weights(begin, traces)


def weigh(
    words: Sequence[str], asks: bool, classes: Mapping[str, tuple[str, ...]], weights: Weights
) -> tuple[Weighed, ...]:
    """A sentence, and each part of it between two pauses, since what is said beside a thing may hide it."""
    return tuple(_weigh(start, end, words[start:end], asks, classes, weights) for start, end in parts(words))


def parts(words: Sequence[str]) -> list[tuple[int, int]]:
    """From which word to before which: all of them, and where there are pauses each stretch of some length."""
    pauses = [at for at, word in enumerate(words) if word == PAUSE]
    between = pairwise([-1, *pauses, len(words)])
    some = [(one + 1, two) for one, two in between if two - one > SHORT]
    return [(0, len(words)), *(some if pauses else [])]


def _weigh(
    start: int,
    end: int,
    words: Sequence[str],
    asks: bool,
    classes: Mapping[str, tuple[str, ...]],
    weights: Weights,
) -> Weighed:
    """Each trace counts once, however often it stands there."""
    sums = {category: numbers[0] for category, numbers in weights.begin.items()}
    found: list[tuple[int, int, str, int]] = []
    seen: set[str] = set()
    work = 0
    for trace, one, two in traces(words, asks, classes):
        work += 1
        known = weights.traces.get(trace)
        if known and trace not in seen:
            seen.add(trace)
            for category, weight in known:
                sums[category] += weight
                found.append((one, two, category, weight))
    return Weighed(start, end, sums, found, work)


def traces(words: Sequence[str], asks: bool, classes: Mapping[str, tuple[str, ...]]) -> Iterator[Trace]:
    """Every trace of a sentence, with the words it stands on."""
    all_, last = [BEGIN, *words, END], len(words)
    if asks:
        yield ASKED, 0, 0
    for at, word in enumerate(all_):
        start = max(at - 1, 0)
        after = all_[at + 1] if at <= last else None
        yield word, start, min(at, last)
        if after is not None:
            yield f"{word} {after}", start, min(at + 1, last)
        if at < last:
            yield f"{word} {after} {all_[at + 2]}", start, min(at + 2, last)
            yield f"{word} _ {all_[at + 2]}", start, min(at + 2, last)
        for kind in (*classes.get(word, ()), *_endings(word)):
            yield kind, start, min(at, last)
            if at:
                yield f"{all_[at - 1]} {kind}", max(at - 2, 0), min(at, last)
            if at > 1:
                yield f"{all_[at - 2]} {all_[at - 1]} {kind}", max(at - 3, 0), min(at, last)
            if after is not None:
                yield f"{kind} {after}", start, min(at + 1, last)


def _endings(word: str) -> Iterator[str]:
    return (f"~{ending}" for ending in ENDINGS if word.endswith(ending) and len(word) > len(ending) + 1)
