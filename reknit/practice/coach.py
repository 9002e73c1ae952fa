"""The coach for words: which of them tend to land badly, why, and the shape of better ones.

It runs where the author of a text asks for it, and nowhere else. It suggests; it blocks nothing, weighs nothing,
rewrites nothing and praises nothing. It knows one language at a time: `language` reads what a data file says of it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain, pairwise
from typing import Any

from reknit.practice import coach_phrase, coach_text, coach_weigh
from reknit.practice.coach_phrase import ANY, Phrase, Reading, Unreadable
from reknit.practice.coach_text import PAUSE, Sentence

CATEGORIES = (
    "conditional",
    "excusing",
    "blaming",
    "minimising",
    "passive",
    "forgiveness",
    "overpromising",
    "always",
    "mindreading",
    "character",
    "contempt",
    "threats",
)
REST = 4  # words left of a clause that are marked with what stands before them
AHEAD = 16  # words looked through after a mark for "and I did that"
NEAR = 6  # words looked back over for "not" and "I said that"


@dataclass(frozen=True, slots=True)
class Mark:
    """What is marked: `text[start:end]` in Unicode characters, why it lands badly, and the shape of a better one."""

    start: int
    end: int
    category: str
    why: str
    shape: str


@dataclass(frozen=True, slots=True)
class Rule:
    """Phrases of one category that land badly for the same reason.

    `asked`: also in questions. `plainly`: also after "not" or "I said". `needs`: only beside one of these words,
    `unless`: not beside these. `unowned`: not where "by me" or "and I did it" follows in the sentence. `wide`: phrases
    that say little by themselves, so that the sentence has to weigh more.
    """

    category: str
    why: str
    shape: str
    phrases: tuple[Phrase, ...]
    asked: bool = False
    unowned: bool = False
    plainly: bool = False
    wide: bool = False
    needs: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Language:
    """What the coach knows of one language."""

    code: str
    names: Mapping[str, str]
    by_word: Mapping[str, tuple[tuple[Rule, Phrase], ...]]
    lists: Mapping[str, frozenset[str]]
    apart: Mapping[str, tuple[str, ...]]
    endings: tuple[tuple[str, str], ...]
    classes: Mapping[str, tuple[str, ...]]
    said: Mapping[str, Rule]
    weights: coach_weigh.Weights

    def split(self, word: str) -> tuple[str, ...]:
        """A written word as plain words: "don't" is two."""
        if word in self.apart:
            return self.apart[word]
        for ending, meant in self.endings:
            if word.endswith(ending) and len(word) > len(ending):
                return word.removesuffix(ending), meant
        return (word,)


def language(data: Mapping[str, Any]) -> Language:
    """A language from its data file; Unreadable where a phrase, a list or a category is not what it should be."""
    lists = {name: frozenset(words.split()) for name, words in data["lists"].items()}
    rules = [_rule(row, lists) for row in data["rule"]]
    if set(data["names"]) != set(CATEGORIES) or {rule.category for rule in rules} - set(CATEGORIES):
        raise Unreadable("categories")
    by_word: dict[str, list[tuple[Rule, Phrase]]] = {}
    for rule in rules:
        for phrase in rule.phrases:
            for word in phrase.first:
                by_word.setdefault(word, []).append((rule, phrase))
    return Language(
        code=data["code"],
        names=data["names"],
        by_word={word: tuple(pairs) for word, pairs in by_word.items()},
        lists=lists,
        apart={word: tuple(parts.split()) for word, parts in data["apart"].items()},
        endings=tuple(data["endings"].items()),
        classes=_classes(data["classes"].split(), lists),
        said={name: _rule({**row, "category": name, "phrases": ""}, lists) for name, row in data["said"].items()},
        weights=coach_weigh.read(data["weights"]),
    )


def _classes(names: list[str], lists: coach_phrase.Lists) -> dict[str, tuple[str, ...]]:
    """For each word the lists it stands in, of those that are classes."""
    words = {word for name in names for word in lists[name]}
    return {word: tuple(f"@{name}" for name in names if word in lists[name]) for word in words}


def _rule(row: Mapping[str, Any], lists: coach_phrase.Lists) -> Rule:
    lines = [line for line in row["phrases"].splitlines() if line.strip()]
    return Rule(
        category=row["category"],
        why=row["why"],
        shape=row["shape"],
        phrases=tuple(coach_phrase.read(line, lists) for line in lines),
        asked=row.get("asked", False),
        unowned=row.get("unowned", False),
        plainly=row.get("plainly", False),
        wide=row.get("wide", False),
        needs=lists[row["needs"]] if "needs" in row else frozenset(),
        unless=lists[row["unless"]] if "unless" in row else frozenset(),
    )


def marks(text: str, known: Language) -> tuple[Mark, ...]:
    """What the coach would show the author of this text, in the order of the text. Never raises."""
    found = [mark for sentence in coach_text.sentences(text, known.split) for mark in _in(sentence, text, known)[0]]
    return tuple(sorted(found, key=lambda mark: (mark.start, mark.end, mark.category)))


def work(text: str, known: Language) -> int:
    """How many steps reading this text takes: for proofs that it grows with the text and no faster."""
    return sum(_in(sentence, text, known)[1] for sentence in coach_text.sentences(text, known.split))


def _in(sentence: Sentence, text: str, known: Language) -> tuple[list[Mark], int]:
    reading = Reading(sentence.words, known.lists["openers"])
    weighed = coach_weigh.weigh(sentence.words, sentence.asks, known.classes, known.weights)
    worth = known.weights.worth(CATEGORIES, weighed)
    holds, kept = partial(_holds, sentence, known, frozenset(sentence.words)), list[tuple[int, int, Rule]]()
    for at, word in enumerate(sentence.words):
        after = sentence.words[at + 1] if at + 1 < len(sentence.words) else PAUSE
        here = known.by_word.get(ANY, ()) if reading.opens(at) else ()
        for rule, phrase in chain(known.by_word.get(word, ()), here):
            if (rule.category, rule.wide) not in worth or (phrase.second and after not in phrase.second):
                continue
            span = reading.match(phrase, at)
            if span and holds(rule, *span):
                kept.append((*span, rule))
    places = [(sentence.starts[a], _end(sentence, text, known, b), rule) for a, b, rule in kept]
    ours = [Mark(a, coach_text.whole(text, b), rule.category, rule.why, rule.shape) for a, b, rule in _widest(places)]
    marked = {mark.category for mark in ours}
    alone = [
        Mark(sentence.starts[a], coach_text.whole(text, sentence.ends[b - 1]), rule.category, rule.why, rule.shape)
        for a, b, rule in _by_weight(sentence, known, weighed)
        if rule.category not in marked and holds(rule, a, a)
    ]
    return [*ours, *alone], reading.work + sum(one.work for one in weighed)


def _by_weight(
    sentence: Sentence, known: Language, weighed: tuple[coach_weigh.Weighed, ...]
) -> Iterator[tuple[int, int, Rule]]:
    """What no phrase stands for, but all its words together."""
    for category, (_, _, least) in known.weights.begin.items():
        heaviest = coach_weigh.heaviest(category, weighed)
        if heaviest.sums[category] < least:
            continue
        if place := heaviest.place(category, sentence.words, known.lists["joining"]):
            yield *place, known.said[category]


def _end(sentence: Sentence, text: str, known: Language, end: int) -> int:
    """Where a mark ends in the text: with its clause, where little of it is left on the line, so that what is shown
    does not break off in the middle of a thought."""
    ahead = [*sentence.words[end : end + REST + 1], PAUSE]
    left = next(at for at, word in enumerate(ahead) if word == PAUSE or word in known.lists["joining"])
    here, there = sentence.ends[end - 1], sentence.ends[end + left - 1]
    return there if left <= REST and "\n" not in text[here:there] else here


def _widest(found: list[tuple[int, int, Rule]]) -> Iterator[tuple[int, int, Rule]]:
    """Of marks of one category that meet, the one that begins first and is longest."""
    until: dict[str, int] = {}
    for start, end, rule in sorted(found, key=lambda one: (one[0], -one[1])):
        if start >= until.get(rule.category, 0):
            until[rule.category] = end
            yield start, end, rule


def _holds(sentence: Sentence, known: Language, words: frozenset[str], rule: Rule, at: int, end: int) -> bool:
    """Whether the words are the speaker's own: not denied, reported, supposed, asked or, where that mends it, owned."""
    if (rule.needs and not rule.needs & words) or rule.unless & words:
        return False
    if rule.unowned and _owned(sentence.words[end : end + AHEAD], known):
        return False
    if sentence.asks and not rule.asked and _asks(sentence, known, at):
        return False
    return rule.plainly or not _denied_or_reported(sentence.words, known, at)


def _owned(after: list[str], known: Language) -> bool:
    """Whether the speaker takes it on in these words: "by me", "and I made them", "that was my doing"."""
    pairs = pairwise(after)
    return any(
        (one == "i" and two in known.lists["taking"])
        or (one == "by" and two == "me")
        or (one == "my" and two in known.lists["owning"])
        for one, two in pairs
    )


def _asks(sentence: Sentence, known: Language, at: int) -> bool:
    """Whether the clause around this word opens like a question."""
    for place in range(at, max(-1, at - 2 * NEAR), -1):
        before = sentence.words[place - 1] if place else PAUSE
        if before == PAUSE:
            return sentence.words[place] in known.lists["asking"]
    return False


def _denied_or_reported(words: list[str], known: Language, at: int) -> bool:
    """Whether "not", "I said that" or "if" stands before this word in its clause."""
    for place in range(at - 1, max(-1, at - 1 - NEAR), -1):
        word = words[place]
        if word == PAUSE or word in known.lists["joining"]:
            return False
        if any(word in known.lists[name] for name in ("denying", "reporting", "supposing")):
            return True
    return False
