"""A history told as plain text, read. The grammar is one page: `docs/stories.md`."""

import re
from dataclasses import replace

from reknit.practice import story_belonging, story_daily, story_promising, story_repairing
from reknit.practice.story_acts import Line, Story, StoryError
from reknit.practice.story_checks import check
from reknit.practice.story_entries import Entry, cut, short, texts
from reknit.practice.story_head import NAME_IN_BRACKETS, Head, Scene
from reknit.practice.story_header import header
from reknit.practice.story_order import in_order
from reknit.practice.story_runs import expand

VERBS = story_belonging.READ | story_promising.READ | story_daily.READ | story_repairing.READ
_LONGEST_FIRST = sorted(VERBS, key=len, reverse=True)
_MOST_HEAD = 4000
_MARKED = re.compile(rf"(.*[^ ]) ?\{{({NAME_IN_BRACKETS})\}}")


def parse(text: str | bytes) -> Story:
    """The story told in `text`. Raises StoryError, and nothing else, with the line and what would be right."""
    first, entries = cut(_decoded(text))
    story = header(first, entries[0].number if entries else 1)
    scene = Scene({person.name: person for person in story.people})
    lines: list[Line] = []
    for before, entry in zip([*entries[:1], *entries], entries, strict=False):
        if entry.day < before.day:
            raise StoryError(
                entry.number,
                "%(day)s comes before %(latest)s, the day of the line above.",
                day=entry.day,
                latest=before.day,
            )
        lines += _lines(entry, scene, story.zone)
    story = replace(story, lines=in_order(lines))
    check(story, scene)
    return story


def _decoded(text: str | bytes) -> str:
    if isinstance(text, str):
        return text
    try:
        return text.decode()
    except UnicodeDecodeError as error:
        number = text[: error.start].count(b"\n") + 1
        raise StoryError(number, "This line is not plain text in UTF-8: save the file again as UTF-8.") from None


def _lines(entry: Entry, scene: Scene, zone: str) -> list[Line]:
    if len(entry.head) > _MOST_HEAD:
        raise StoryError(entry.number, "This line is too long before its colon: share it out over two.")
    who, rest = _who(entry, scene)
    if entry.until or rest.startswith("["):
        return expand(entry, Head(scene, number=entry.number, who=who, day=entry.day, rest=rest), zone)
    phrase = next((verb for verb in _LONGEST_FIRST if f"{rest} ".startswith(f"{verb} ")), "")
    if not phrase:
        raise StoryError(
            entry.number, "After the name comes a verb, such as promises, says or answers; “%(rest)s” is none.",
            rest=short(rest),
        )  # fmt: skip
    rest, mark = _mark(rest[len(phrase) :].strip())
    head = Head(scene, number=entry.number, who=who, day=entry.day, rest=rest)
    head.words = _words(entry)
    act = VERBS[phrase](head)
    head.finish()
    return [Line(entry.number, entry.day, entry.time, who, act, mark)]


def _who(entry: Entry, scene: Scene) -> tuple[str, str]:
    """The name a line begins with, and the rest."""
    for name in sorted(scene.people, key=len, reverse=True):
        if f"{entry.head} ".startswith(f"{name} "):
            return name, entry.head[len(name) :].strip()
    scene.person(entry.head.partition(" ")[0], entry.number)
    raise AssertionError(entry.head)


def _mark(rest: str) -> tuple[str, str]:
    """A mark at the end of a head, where something stands before it."""
    found = _MARKED.fullmatch(rest)
    return (found[1].strip(), found[2].strip()) if found else (rest, "")


def _words(entry: Entry) -> dict[str, tuple[int, str]]:
    found = texts(entry)
    for name, (number, text) in found.items():
        if not text.strip() and (name or entry.words is not None):
            raise StoryError(number, "After the colon the words are missing.")
    return {name: told for name, told in found.items() if told[1]}
