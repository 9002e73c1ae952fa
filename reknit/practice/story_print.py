"""A history told as plain text, written: every line in full, as `story_parse.py` reads it."""

from collections.abc import Callable, Iterator
from typing import Any

from reknit.practice import story_belonging, story_daily, story_promised, story_repairing
from reknit.practice.story_acts import Line, Story, StoryPerson

_WRITE: dict[type, Callable[[Any], tuple[str, dict[str, str]]]] = (
    story_belonging.WRITE | story_promised.WRITE | story_daily.WRITE | story_repairing.WRITE
)


def print_story(story: Story) -> str:
    """The story as text. Runs stay opened out; reading the text gives the same story again."""
    people = ", ".join(_person(person, story.zone) for person in story.people)
    above = [
        f"title: {' '.join(story.title.split())}",
        f"kind: {story.kind}",
        f"zone: {story.zone}",
        f"people: {people}",
        "",
    ]
    return "\n".join([*above, *(text for line in story.lines for text in _line(line)), ""])


def _person(person: StoryPerson, zone: str) -> str:
    about = ["opens"] * person.opens + [person.zone] * (person.zone != zone)
    return f"{person.name} ({', '.join(about)})" if about else person.name


def _line(line: Line) -> Iterator[str]:
    act, words = _WRITE[type(line.act)](line.act)
    if getattr(line.act, "due", "")[:10] == line.day.isoformat():
        act = act.replace(f"] {line.day}", "]", 1)
    mark = f" {{{line.mark}}}" if line.mark else ""
    begin = " ".join(part for part in (line.day.isoformat(), line.time, line.who, act) if part) + mark
    told = {name: _plain(text) for name, text in words.items() if text.strip()}
    if "" not in told:
        yield begin
    for name, text in told.items():
        yield from _words(f"  {name}" if name else begin, text.split("\n"))


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _words(before: str, lines: list[str]) -> Iterator[str]:
    """The first line of the words beside what they belong to, if it would be read back as it is; the others below."""
    beside = lines[0] != "" and lines[0] == lines[0].strip()
    yield f"{before}: {lines[0]}" if beside else f"{before}:"
    for line in lines[beside:]:
        yield f"  | {line}".rstrip(" ") if not line else f"  | {line}"
