"""Phrases as a data file writes them, and whether one of them stands at a place in a sentence.

`word` · `one|another` · `@list` · `~ed` any word that ends so · `word?` may be missing · `*` any word ·
`*3` up to three of them, as few as will do · `,` a pause · `^` here a clause begins · `$` here it ends ·
`!word` none of these comes next · `=word` one of these does · `-word` none of these came before ·
`[` … `]` what is marked; without them all of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from reknit.practice.coach_text import PAUSE

Lists = Mapping[str, frozenset[str]]
ANY = "*"  # what a phrase begins with that may begin with any word, where a clause does
MOST = 256  # ways to try one phrase at one place: with it, reading is linear in the text


class Unreadable(ValueError):
    """A phrase that cannot be read; it says which."""


@dataclass(frozen=True, slots=True)
class Step:
    """One piece of a phrase. `kind` is its sign; a plain word has none."""

    kind: str
    words: frozenset[str] = frozenset()
    most: int = 0
    optional: bool = False
    ends: tuple[str, ...] = ()

    def has(self, word: str) -> bool:
        return word in self.words or (self.ends != () and word.endswith(self.ends))

    @property
    def ways(self) -> int:
        return self.most + 1 if self.kind == "*" else 2 if self.optional else 1


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase ready to be looked for, the words it can begin with, and those that must follow (none: any may)."""

    steps: tuple[Step, ...]
    first: frozenset[str]
    second: frozenset[str]


def read(line: str, lists: Lists) -> Phrase:
    """The phrase a line stands for, or Unreadable."""
    steps = tuple(_step(piece, lists, line) for piece in line.split())
    signs = [step.kind for step in steps if step.kind in "[]" and step.kind]
    ways = 1
    for step in steps:
        ways *= step.ways
    if signs not in ([], ["[", "]"]) or ways > MOST:
        raise Unreadable(line)
    return Phrase(steps, _first(steps, line), _second(steps))


def _step(piece: str, lists: Lists, line: str) -> Step:
    if piece in {"[", "]", "^", "$"}:
        return Step(piece)
    if piece[0] == "*":
        return Step("*", most=int(piece[1:])) if piece[1:] else Step(".")
    sign = piece[0] if piece[0] in "!=-" else ""
    body = piece[len(sign) :]
    optional = body.endswith("?")
    words: set[str] = set()
    ends: list[str] = []
    for name in body.removesuffix("?").split("|"):
        if name[:1] == "~":
            ends.append(name[1:])
            continue
        if name.startswith("@") and name[1:] not in lists:
            raise Unreadable(line)
        words |= lists[name[1:]] if name.startswith("@") else {name}
    return Step(sign, frozenset(words), optional=optional, ends=tuple(ends))


def _first(steps: tuple[Step, ...], line: str) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    for step in steps:
        if step.kind in {"*", "."} or step.ends:
            if steps[0].kind == "^":
                return frozenset({ANY})
            break
        if step.kind == "":
            found |= step.words
            if not step.optional:
                return found
    raise Unreadable(line)


def _second(steps: tuple[Step, ...]) -> frozenset[str]:
    """What the second word has to be, where the phrase leaves no doubt of it: most places are done with by this."""
    worded = [step for step in steps if step.kind not in {"[", "]", "^", "!", "=", "-"}]
    if worded[0].kind or worded[0].optional or worded[0].ends:
        return frozenset()
    found: frozenset[str] = frozenset()
    for step in worded[1:]:
        if step.kind or step.ends:
            break
        found |= step.words
        if not step.optional:
            return found
    return frozenset()


class Reading:
    """One sentence being read. `work` counts the steps that were tried."""

    def __init__(self, words: list[str], openers: frozenset[str]) -> None:
        self.words, self.openers, self.work = words, openers, 0

    def match(self, phrase: Phrase, at: int) -> tuple[int, int] | None:
        """From which word to before which the phrase marks when it stands at `at`; None where it does not."""
        return self._from(phrase.steps, 0, at, at, -1)

    def opens(self, at: int) -> bool:
        """Whether a clause begins at this word."""
        before = self.words[at - 1] if at else PAUSE
        return before == PAUSE or before in self.openers

    def _from(self, steps: tuple[Step, ...], step: int, at: int, start: int, stop: int) -> tuple[int, int] | None:
        while step < len(steps):
            self.work += 1
            now = steps[step]
            if now.kind == "[":
                start = at
            elif now.kind == "]":
                stop = at
            elif now.kind == "*" or now.optional:
                return self._either(steps, step, at, start, stop)
            elif now.kind in {"", "."}:
                if not self._word(now, at):
                    return None
                at += 1
            elif not self._holds(now, at):
                return None
            step += 1
        return (start, at if stop < 0 else stop) if at > start else None

    def _either(self, steps: tuple[Step, ...], step: int, at: int, start: int, stop: int) -> tuple[int, int] | None:
        """With it or without it: a word that may be missing is taken where it stands, a gap is kept short."""
        now = steps[step]
        if now.kind != "*":
            with_it = self._from(steps, step + 1, at + 1, start, stop) if self._word(now, at) else None
            return with_it or self._from(steps, step + 1, at, start, stop)
        for gap in range(now.most + 1):
            if found := self._from(steps, step + 1, at + gap, start, stop):
                return found
            if at + gap >= len(self.words) or self.words[at + gap] == PAUSE:
                return None
        return None

    def _word(self, step: Step, at: int) -> bool:
        if at >= len(self.words):
            return False
        word = self.words[at]
        return word != PAUSE if step.kind == "." else step.has(word)

    def _holds(self, step: Step, at: int) -> bool:
        """What is asked of the place between two words."""
        before = self.words[at - 1] if at else PAUSE
        after = self.words[at] if at < len(self.words) else PAUSE
        if step.kind == "^":
            return self.opens(at)
        if step.kind == "$":
            return after == PAUSE
        if step.kind == "-":
            return not step.has(before)
        return step.has(after) == (step.kind == "=")
