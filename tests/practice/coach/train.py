"""Learns the weights of English from the labelled sentences: `python -m tests.practice.coach.train`.

Logistic regression by dual coordinate descent (Yu, Huang, Lin 2011), one category at a time. The same files give the
same weights. With `--across` it shows instead what the coach would do on each stranger's sentences, when the weights
are learnt without them: those figures set from where a phrase, and from where the words alone, are marked.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from math import log
from typing import NamedTuple

from reknit.content import coach as languages
from reknit.practice import coach, coach_text, coach_weigh
from tests.practice.coach.families import Family, families
from tests.practice.coach.labelled import FOLDER, Labelled, everything, near, strangers

HANDS = {  # whose sentences are whose: weights are tried on a hand that had no part in them
    "first": ("strangers.jsonl", "strangers_second.jsonl"),
    "second": ("strangers_heldout.jsonl",),
    "third": ("strangers_third.jsonl",),
    "fourth": ("strangers_fourth.jsonl",),
    "fifth": ("strangers_fifth.jsonl",),
    "seventh": ("strangers_seventh.jsonl",),
}
OWN = ("innocent.txt", "marked.txt", "near.txt", "families.txt")
TRIED = ("second", "third", "fourth", "fifth", "seventh")  # the phrases were not mended by these
REMARK = "# learnt by tests/practice/coach/train.py from "
SEEN = 2  # sentences a trace has to stand in
ROUNDS = 10
FIRMLY, FAMILY, PART = 4.0, 0.3, 0.5  # how closely sentences are followed, and how much less families and parts
SMALL = 20  # hundredths: a weight below this is left out
WORTH = 2.5  # one wrong mark weighs as much as this many right ones
STRICTER = {"threats": 6.0}  # a limit must not be called a threat
SHARE = 0.3  # of all categories in where the marks of one begin
STEPS = tuple(step / 4 for step in range(-24, 13))


class Seen(NamedTuple):
    """A sentence in one category: whose, what it comes to, by which phrases it is found, and whether that is right."""

    hand: str
    sum: float
    phrase: bool
    firm: bool
    right: bool

    def marked(self, low: float, high: float) -> bool:
        firmly = self.firm and self.sum >= min(low, coach_weigh.AGAINST / 100)
        return self.sum >= high or firmly or (self.phrase and self.sum >= low)


Tried = Mapping[str, Sequence[Seen]]


@dataclass(frozen=True)
class Row:
    """One sentence: its traces, those of its parts, what it is, what it may be as well, what the phrases find in it."""

    traces: frozenset[str]
    parts: tuple[frozenset[str], ...]
    right: frozenset[str]
    unsure: frozenset[str] = frozenset()
    ruled: frozenset[str] = frozenset()
    firm: frozenset[str] = frozenset()
    counts: float = FIRMLY


def language() -> coach.Language:
    """English by its phrases alone."""
    return coach.language({**languages.data("en"), "weights": {}})


@cache
def narrow() -> coach.Language:
    """English by those of its phrases that are not wide."""
    data = languages.data("en")
    return coach.language({**data, "weights": {}, "rule": [row for row in data["rule"] if not row.get("wide", False)]})


def rows(texts: Iterable[Labelled], known: coach.Language) -> Iterator[Row]:
    for one in texts:
        marks, firmly = coach.marks(one.text, known), coach.marks(one.text, narrow())
        for sentence in coach_text.sentences(one.text, known.split):
            start, end = sentence.starts[0], sentence.ends[-1]
            right = {span.category for span in one.spans if span.start < end and start < span.end}
            ruled, firm = (
                frozenset(mark.category for mark in some if mark.start < end and start < mark.end)
                for some in (marks, firmly)
            )
            all_, parts = _traces(sentence, known)
            yield Row(all_, parts, frozenset(right), ruled=ruled, firm=firm)
            yield from _part_rows(sentence, one, parts[1:])


def _part_rows(sentence: coach_text.Sentence, one: Labelled, parts: Sequence[frozenset[str]]) -> Iterator[Row]:
    """What stands between two pauses, by itself: of a mark that goes beyond it nobody can say which part it is for."""
    for traces, (a, b) in zip(parts, coach_weigh.parts(sentence.words)[1:], strict=True):
        start, end = sentence.starts[a], sentence.ends[b - 1]
        met = [span for span in one.spans if span.start < end and start < span.end]
        right = {span.category for span in met if start - 2 <= span.start and span.end <= end + 2}
        yield Row(traces, (), frozenset(right), frozenset(span.category for span in met) - right, counts=FIRMLY * PART)


def _traces(sentence: coach_text.Sentence, known: coach.Language) -> tuple[frozenset[str], tuple[frozenset[str], ...]]:
    parts = tuple(
        frozenset(trace for trace, _, _ in coach_weigh.traces(sentence.words[a:b], sentence.asks, known.classes))
        for a, b in coach_weigh.parts(sentence.words)
    )
    return parts[0], parts


def family_rows(lines: Iterable[Family], known: coach.Language) -> Iterator[Row]:
    for one in lines:
        for sentence in coach_text.sentences(one.text, known.split):
            yield Row(*_traces(sentence, known), one.right, one.unsure, counts=FIRMLY * FAMILY)


def learn(sentences: Sequence[Row], category: str, numbers: Mapping[str, int]) -> tuple[list[float], float]:
    """A weight for each trace, and where the sum begins."""
    data = [row for row in sentences if category not in row.unsure]
    places = [[numbers[trace] for trace in sorted(row.traces) if trace in numbers] for row in data]
    signs = [1.0 if category in row.right else -1.0 for row in data]
    weights, begin = [0.0] * len(numbers), 0.0
    inside = [min(0.001 * row.counts, 0.001) for row in data]
    for place, sign, part in zip(places, signs, inside, strict=True):
        begin += sign * part
        for at in place:
            weights[at] += sign * part
    order = list(range(len(data)))
    for turn in range(ROUNDS):
        order = order[turn % 2 :] + order[: turn % 2]
        for i in reversed(order):
            place, sign, most = places[i], signs[i], data[i].counts
            total = sign * (begin + sum([weights[at] for at in place]))
            part = _inside(inside[i], most, len(place) + 1.0, total)
            change, inside[i] = sign * (part - inside[i]), part
            if change:
                begin += change
                for at in place:
                    weights[at] += change
    return weights, begin


def _inside(old: float, most: float, length: float, total: float) -> float:
    """The best multiplier of one sentence between 0 and `most`, the others as they are."""
    low, high = most * 1e-9, most * (1 - 1e-9)
    part = min(max(old, low), high)
    for _ in range(8):
        slope = log(part / (most - part)) + length * (part - old) + total
        bend = most / (part * (most - part)) + length
        step = part - slope / bend
        step = part * 0.1 if step <= low else (part + 9 * most) / 10 if step >= high else step
        if abs(step - part) < 1e-6 * most:
            return min(max(step, low), high)
        part = min(max(step, low), high)
    return part


def numbered(sentences: Iterable[Row]) -> dict[str, int]:
    seen = Counter(trace for row in sentences for trace in row.traces)
    return {trace: at for at, trace in enumerate(sorted(trace for trace, n in seen.items() if n >= SEEN))}


def chance(row: Row, numbers: Mapping[str, int], weights: Sequence[float], begin: float) -> float:
    """What it comes to, or the part of it that comes to most."""
    return begin + max(sum(weights[numbers[trace]] for trace in part if trace in numbers) for part in row.parts)


def hand(name: str, known: coach.Language) -> list[Row]:
    return list(rows((one for file in HANDS[name] for one in strangers(file)), known))


def ours(known: coach.Language) -> list[Row]:
    innocent = (Labelled(text, "", (), innocent=True) for text in near())
    return [*rows([*everything(), *innocent], known), *family_rows(families(), known)]


def across(known: coach.Language) -> dict[str, list[Seen]]:
    """For each category, each sentence of those that are tried, by weights learnt without its hand."""
    own, hands = ours(known), {name: hand(name, known) for name in HANDS}
    found: dict[str, list[Seen]] = {name: [] for name in coach.CATEGORIES}
    for left_out in TRIED:
        data = [*own, *(row for name, one in hands.items() if name != left_out for row in one)]
        numbers = numbered(data)
        for category in coach.CATEGORIES:
            weights, begin = learn(data, category, numbers)
            found[category] += [
                Seen(
                    left_out,
                    chance(row, numbers, weights, begin),
                    *(category in one for one in (row.ruled, row.firm, row.right)),
                )
                for row in hands[left_out]
                if row.parts
            ]
    return found


def least(found: Sequence[Seen], beside: Sequence[Seen], worth: float = WORTH) -> tuple[float, float]:
    """From where a phrase holds, and from where the words alone do, that a wrong mark weighs as `worth` right ones. The
    sentences of one category are few: those of all of them, `beside`, have their share in it."""
    alone = max(STEPS, key=lambda at: (_worth(found, at, worth) + SHARE * _worth(beside, at, worth), at))
    own, all_ = ([one for one in some if one.phrase and one.sum < alone] for some in (found, beside))
    steps = [step for step in STEPS if step <= alone]
    return max(steps, key=lambda at: (_worth(own, at, worth) + SHARE * _worth(all_, at, worth), -at)), alone


def _worth(found: Sequence[Seen], at: float, worth: float) -> float:
    right = [one.right for one in found if one.sum >= at]
    return sum(right) - worth * (len(right) - sum(right))


def limits(seen: Tried, without: str = "") -> dict[str, tuple[float, float]]:
    """For each category, by what all hands but one wrote."""
    kept = {category: [one for one in found if one.hand != without] for category, found in seen.items()}
    beside = [one for found in kept.values() for one in found if one.sum >= STEPS[0]]
    return {name: least(found, beside, STRICTER.get(name, WORTH)) for name, found in kept.items()}


def digest() -> str:
    """Of the sentences the weights are learnt from."""
    names = [*(file for files in HANDS.values() for file in files), *OWN]
    return sha256(b"".join((FOLDER / name).read_bytes() for name in names)).hexdigest()[:16]


def write(seen: Tried) -> None:
    """A file for each category."""
    known = language()
    data = [*ours(known), *(row for name in HANDS for row in hand(name, known))]
    numbers, from_where = numbered(data), limits(seen)
    for category in coach.CATEGORIES:
        weights, begin = learn(data, category, numbers)
        lines = [REMARK + digest(), " ".join(str(round(100 * one)) for one in (begin, *from_where[category]))]
        whole = {trace: round(100 * weights[at]) for trace, at in numbers.items()}
        lines += [f"{trace}\t{weight}" for trace, weight in whole.items() if abs(weight) >= SMALL]
        file = languages.FOLDER / f"en.weights.{category}.txt"
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def shown(seen: Tried) -> Iterator[str]:
    """How each hand would have fared, its sentences being neither learnt from nor looked at for where marks begin."""
    whole: Counter[str] = Counter()
    for name in TRIED:
        counted = Counter[str]()
        for category, (low, high) in limits(seen, name).items():
            some = [one for one in seen[category] if one.hand == name]
            marked = [one for one in some if one.marked(low, high)]
            right, wanted = (sum(one.right for one in part) for part in (marked, some))
            for key in (name, category):
                counted.update({f"{key} right": right, f"{key} given": len(marked), f"{key} wanted": wanted})
        whole.update(counted)
    for key in (*TRIED, *coach.CATEGORIES):
        right, given, wanted = (whole[f"{key} {kind}"] for kind in ("right", "given", "wanted"))
        yield f"{key:14} precision {right / given:.2f} recall {right / wanted:.2f} ({right} of {given}, {wanted})\n"


if __name__ == "__main__":
    tried = across(language())
    sys.stdout.writelines(shown(tried))
    if "--across" not in sys.argv:
        write(tried)
