"""What the words of a sentence weigh, where no phrase is found or a phrase alone is not enough.

A sentence is taken apart into traces: its words, two and three side by side, two around a third, and the same with
the class of a word (`@insult`) or its ending (`~ing`) in its place. Each trace has weights, whole hundredths, learnt
from labelled sentences; they are added up, and nothing else is done with them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reknit.practice.coach_text import PAUSE

BEGIN, END, ASKED = "^", "$", "?"
ENDINGS = ("ing", "ed", "ly")
AGAINST = -300  # only a sentence whose words speak this much against it hides a phrase that is not wide
SHORT = 2  # words: a stretch between two pauses that is no longer says nothing by itself

Trace = tuple[str, int, int]  # what it is, from which word, to before which


@dataclass(frozen=True)
class Weights:
    """For each category where it begins, from where a phrase holds, from where it holds without one; then traces."""

    begin: Mapping[str, tuple[int, int, int]]
    traces: Mapping[str, tuple[tuple[str, int], ...]]
    longer: frozenset[str]  # what a longer trace begins with

    def worth(self, categories: Iterable[str], weighed: "Sequence[Weighed]") -> set[tuple[str, bool]]:
        """Of which categories phrases are marked in this sentence, wide ones (True) and others; without weights all."""
        found = set[tuple[str, bool]]()
        for name in categories:
            most = max([one.sums[name] for one in weighed]) if name in self.begin else 0
            least = self.begin[name][1] if name in self.begin else 0
            found |= {(name, wide) for wide in (True, False) if most >= (least if wide else min(least, AGAINST))}
        return found


@dataclass(frozen=True)
class Weighed:
    """What some words side by side come to in each category, and which of them gave what."""

    start: int
    end: int
    sums: Mapping[str, int]
    found: Sequence[Trace]
    weights: Weights
    work: int

    def place(self, category: str, words: Sequence[str], joining: frozenset[str]) -> tuple[int, int] | None:
        """The clause, or clauses side by side, that gave the most; None where there is no word in it."""
        given = [0.0] * (self.end - self.start)
        for name, start, end in self.found:
            weight = dict(self.weights.traces[name]).get(category, 0)
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


def read(texts: Mapping[str, str]) -> Weights:
    """Weights as their files hold them, one a category: a remark, the three numbers, then a trace, a tab and its
    weight a line."""
    begin: dict[str, tuple[int, int, int]] = {}
    traces: dict[str, tuple[tuple[str, int], ...]] = {}
    for category in sorted(texts):
        _, numbers, *lines = texts[category].splitlines()
        one, two, three = map(int, numbers.split())
        begin[category] = (one, two, three)
        for line in lines:
            trace, _, weight = line.partition("\t")
            traces[trace] = (*traces.get(trace, ()), (category, int(weight)))
    longer = {" ".join(pieces[:most]) for pieces in map(str.split, traces) for most in range(1, len(pieces))}
    return Weights(begin, traces, frozenset(longer))


def weigh(
    words: Sequence[str], asks: bool, classes: Mapping[str, tuple[str, ...]], weights: Weights
) -> tuple[Weighed, ...]:
    """A sentence, and each part of it between two pauses, since what is said beside a thing may hide it."""
    return tuple(
        _weigh(start, end, traces(words[start:end], asks, classes, weights.longer), weights)
        for start, end in parts(words)
    )


def heaviest(category: str, weighed: Sequence[Weighed]) -> Weighed:
    """The sentence or the part of it that comes to most in a category."""
    return max(weighed, key=lambda one: one.sums[category])


def parts(words: Sequence[str]) -> list[tuple[int, int]]:
    """From which word to before which: all of them, and where there are pauses each stretch of some length."""
    pauses = [at for at, word in enumerate(words) if word == PAUSE]
    between = pairwise([-1, *pauses, len(words)])
    return [(0, len(words)), *((one + 1, two) for one, two in between if pauses and two - one > SHORT)]


def _weigh(start: int, end: int, hits: Iterable[Trace], weights: Weights) -> Weighed:
    """Each trace counts once, however often it stands there."""
    sums = {category: numbers[0] for category, numbers in weights.begin.items()}
    found: dict[str, Trace] = {}
    work = 0
    for hit in hits:
        work += 1
        if hit[0] in weights.traces:
            found[hit[0]] = hit
    for name in found:
        for category, weight in weights.traces[name]:
            sums[category] += weight
    return Weighed(start, end, sums, tuple(found.values()), weights, work)


def traces(
    words: Sequence[str], asks: bool, classes: Mapping[str, tuple[str, ...]], longer: frozenset[str] | None = None
) -> Iterator[Trace]:
    """Every trace of a sentence, with the words it stands on; of longer ones only what begins as one in `longer`."""
    all_, last = [BEGIN, *words, END], len(words)
    if asks:
        yield ASKED, 0, 0
    for at, word in enumerate(all_):
        start, end = max(at - 1, 0), min(at, last)
        yield word, start, end
        before = all_[at - 1] if at else ""
        two_before = f"{all_[at - 2]} {before}" if at > 1 else ""
        for kind in (*classes.get(word, ()), *_endings(word)):
            yield kind, start, end
            if at and (longer is None or before in longer):
                yield f"{before} {kind}", max(at - 2, 0), end
            if at > 1 and (longer is None or two_before in longer):
                yield f"{two_before} {kind}", max(at - 3, 0), end
            if at <= last and (longer is None or kind in longer):
                yield f"{kind} {all_[at + 1]}", start, min(at + 1, last)
        if at > last or (longer is not None and word not in longer):
            continue
        pair = f"{word} {all_[at + 1]}"
        yield pair, start, min(at + 1, last)
        if at < last:
            if longer is None or pair in longer:
                yield f"{pair} {all_[at + 2]}", start, min(at + 2, last)
            yield f"{word} _ {all_[at + 2]}", start, min(at + 2, last)


def _endings(word: str) -> tuple[str, ...]:
    if not word.endswith(ENDINGS):
        return ()
    return tuple(f"~{ending}" for ending in ENDINGS if word.endswith(ending) and len(word) > len(ending) + 1)
