"""Learns the weights of English from the labelled sentences: `python -m tests.practice.coach.train`.

Logistic regression by dual coordinate descent (Yu, Huang, Lin 2011), one category at a time. The same files give the
same weights. With `--across` it shows instead what the coach would do on each stranger's sentences, when the weights
are learnt without them: those figures set from where a phrase, and from where the words alone, are marked.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import log
from pathlib import Path

from reknit.content import coach as languages
from reknit.practice import coach, coach_text, coach_weigh
from tests.practice.coach.families import Family, families
from tests.practice.coach.labelled import FOLDER, Labelled, everything, near, strangers

FILE = languages.FOLDER / "en.weights.txt"
HANDS = {  # whose sentences are whose: weights are tried on a hand that had no part in them
    "first": ("strangers.jsonl", "strangers_second.jsonl"),
    "second": ("strangers_heldout.jsonl",),
    "third": ("strangers_third.jsonl",),
    "fourth": ("strangers_fourth.jsonl",),
}
OWN = ("innocent.txt", "marked.txt", "near.txt", "families.txt")
TRIED = ("second", "third", "fourth")  # the phrases were not mended by these
SEEN = 2  # sentences a trace has to stand in
ROUNDS = 12
FIRMLY, FAMILY = 4.0, 0.3  # how closely the sentences are followed, and how much less those of a family
SMALL = 20  # hundredths: a weight below this is left out
WORTH = 2.5  # one wrong mark weighs as much as this many right ones


Seen = tuple[str, float, bool, bool]  # whose sentence, what it comes to, found by a phrase, right


@dataclass(frozen=True)
class Row:
    """One sentence: its traces, those of its parts, what it is, what it may be as well, what the phrases find in it."""

    traces: frozenset[str]
    parts: tuple[frozenset[str], ...]
    right: frozenset[str]
    unsure: frozenset[str] = frozenset()
    ruled: frozenset[str] = frozenset()
    counts: float = FIRMLY


def language() -> coach.Language:
    """English by its phrases alone."""
    return coach.language({**languages.data("en"), "weights": ""})


def rows(texts: Iterable[Labelled], known: coach.Language) -> Iterator[Row]:
    for one in texts:
        marks = coach.marks(one.text, known)
        for sentence in coach_text.sentences(one.text, known.split):
            start, end = sentence.starts[0], sentence.ends[-1]
            right = {span.category for span in one.spans if span.start < end and start < span.end}
            ruled = {mark.category for mark in marks if mark.start < end and start < mark.end}
            yield Row(*_traces(sentence, known), frozenset(right), ruled=frozenset(ruled))


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
                (left_out, chance(row, numbers, weights, begin), category in row.ruled, category in row.right)
                for row in hands[left_out]
            ]
    return found


def least(found: Sequence[Seen]) -> tuple[float, float]:
    """From where a phrase holds, and from where the words alone do, that one wrong mark weighs as WORTH right ones."""
    steps = [step / 4 for step in range(-24, 9)]
    alone = max(steps, key=lambda at: (_worth(one[3] for one in found if one[1] >= at), at))
    with_it = max(
        [step for step in steps if step <= alone],
        key=lambda at: (_worth(one[3] for one in found if one[2] and at <= one[1] < alone), -at),
    )
    return with_it, alone


def _worth(right: Iterable[bool]) -> float:
    return sum(1 if one else -WORTH for one in right)


def digest() -> str:
    """Of the sentences the weights are learnt from."""
    names = [*(file for files in HANDS.values() for file in files), *OWN]
    return sha256(b"".join((FOLDER / name).read_bytes() for name in names)).hexdigest()[:16]


def write(seen: Mapping[str, Sequence[Seen]], path: Path = FILE) -> None:
    known = language()
    data = [*ours(known), *(row for name in HANDS for row in hand(name, known))]
    numbers = numbered(data)
    lines, kept = [f"# learnt by tests/practice/coach/train.py from {digest()}"], dict[str, list[str]]()
    for category in coach.CATEGORIES:
        weights, begin = learn(data, category, numbers)
        limits = least(seen[category])
        lines.append(f"={category}\t" + " ".join(str(round(100 * one)) for one in (begin, *limits)))
        for trace, at in numbers.items():
            if abs(weight := round(100 * weights[at])) >= SMALL:
                kept.setdefault(trace, []).append(f"{category} {weight}")
    lines += [f"{trace}\t{' '.join(parts)}" for trace, parts in sorted(kept.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def shown(seen: Mapping[str, Sequence[Seen]]) -> Iterator[str]:
    """How each category and each hand would have fared."""
    whole: Counter[tuple[str, str]] = Counter()
    for category, found in seen.items():
        low, high = least(found)
        marked = [one for one in found if one[1] >= high or (one[2] and one[1] >= low)]
        for kind, some in (("given", marked), ("wanted", found), ("right", marked)):
            whole.update((hand, kind) for hand, _, _, right in some if right or kind == "given")
        right, wanted = (sum(one[3] for one in some) for some in (marked, found))
        yield f"{category:14} {right} of {len(marked)} right, of {wanted} wanted; from {low} and {high}\n"
    for name in TRIED:
        right, given, wanted = (whole[name, kind] for kind in ("right", "given", "wanted"))
        yield f"{name}: precision {right / given:.3f} recall {right / wanted:.3f}\n"


if __name__ == "__main__":
    tried = across(language())
    sys.stdout.writelines(shown(tried))
    if "--across" not in sys.argv:
        write(tried)
