"""The text of a story cut into entries: one dated line each, with the indented lines that belong to it."""

import re
from dataclasses import dataclass, field
from datetime import date

from reknit.practice.rules import FIRST_YEAR, LAST_YEAR
from reknit.practice.story_acts import MOST_WORDS, StoryError

_DATED = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:\s*\.\.\s*(?P<until>[0-9]{4}-[0-9]{2}-[0-9]{2}))?"
    r"(?:\s+(?P<time>[0-9]{1,2}:[0-9]{2}))?(?:\s+(?P<rest>\S.*))?"
)
_COLON = re.compile(r"(?<![0-9]):|:(?![0-9])")
_NAMED = re.compile(r"(?P<name>[a-z_]+):(?:\s+(?P<text>.*))?")
_TIME = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")
FIRST, LAST = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)


@dataclass(slots=True)
class Entry:
    """A dated line as it stands. `until` is set for a run; `words` is what follows the colon, None without one."""

    number: int
    day: date
    until: date | None
    time: str
    head: str
    words: str | None
    below: list[tuple[int, str]] = field(default_factory=list)


def day_in(text: str, number: int) -> date:
    """The day written as `2026-03-09`. Raises StoryError where the calendar has no such day."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise StoryError(number, "%(day)s is not a day in the calendar.", day=text) from None
    if not FIRST <= day <= LAST:
        raise StoryError(number, "%(day)s is too far away: a story is told between 1990 and 2199.", day=text)
    return day


def time_in(text: str, number: int) -> str:
    """The hour written as `19:00`. Raises StoryError where the clock has no such hour."""
    if text and not _TIME.fullmatch(text):
        raise StoryError(number, "%(time)s is not a time of day: write it like 07:05 or 19:30.", time=text)
    return text


def short(text: str) -> str:
    """Text that can be quoted back in a sentence."""
    return text if len(text) <= 60 else text[:59] + "…"


def split_at_colon(text: str) -> tuple[str, str | None]:
    """What stands before the first colon that is not part of an hour, and what after it (None without a colon)."""
    found = _COLON.search(text)
    if not found:
        return " ".join(text.split()), None
    return " ".join(text[: found.start()].split()), text[found.end() :].strip()


def cut(text: str) -> tuple[list[tuple[int, str]], list[Entry]]:
    """The header's lines and the dated entries. Raises StoryError for a line that is neither."""
    header: list[tuple[int, str]] = []
    entries: list[Entry] = []
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    for number, raw in enumerate(plain.split("\n"), 1):
        if not raw.strip() or raw.lstrip().startswith("#"):
            continue
        if raw[0].isspace():
            _put_below(entries, number, raw)
        elif "0" <= raw[0] <= "9":
            entries.append(_entry(number, raw))
        elif entries:
            raise StoryError(
                number, "“%(line)s” needs a day before it, or two spaces if it goes on with the words above.",
                line=short(raw.strip()),
            )  # fmt: skip
        else:
            header.append((number, raw.strip()))
    return header, entries


def _put_below(entries: list[Entry], number: int, raw: str) -> None:
    if not entries:
        raise StoryError(number, "This line is indented, but no dated line stands above it.")
    entries[-1].below.append((number, raw.lstrip()))


def _entry(number: int, raw: str) -> Entry:
    found = _DATED.fullmatch(raw.rstrip())
    if not found:
        raise StoryError(
            number, "A line begins with a day written as 2026-03-09, and perhaps an hour written as 19:00."
        )
    if not found["rest"]:
        raise StoryError(number, "Only a day stands here: after it comes who did what.")
    day = day_in(found["day"], number)
    until = day_in(found["until"], number) if found["until"] else None
    if until and until < day:
        raise StoryError(number, "This run ends on %(until)s, before it begins.", until=until)
    head, words = split_at_colon(found["rest"])
    return Entry(number, day, until, time_in(found["time"] or "", number), head, words)


def texts(entry: Entry) -> dict[str, tuple[int, str]]:
    """The words of an entry by name, each with its line; those after the colon have the empty name.

    An indented line goes on with the text above it; one that begins with `|` begins a new line, taken as it stands.
    """
    name, start = "", entry.number
    found: dict[str, tuple[int, list[list[str]]]] = {"": (start, [[entry.words]] if entry.words else [])}
    for number, raw in entry.below:
        named = _NAMED.fullmatch(raw.rstrip())
        if named and not raw.startswith("|"):
            name = named["name"]
            if name in found:
                raise StoryError(number, "“%(name)s” stands here twice.", name=short(name))
            found[name] = (number, [[named["text"].strip()]] if named["text"] else [])
        elif entry.words is None and not name:
            raise StoryError(number, "These words follow a line without a colon: put one at its end.")
        else:
            go_on(found[name][1], raw)
    return {name: (number, joined(lines, number)) for name, (number, lines) in found.items()}


def go_on(lines: list[list[str]], raw: str) -> None:
    if raw.startswith("|"):
        lines.append([raw[1:].removeprefix(" ")])
    elif lines:
        lines[-1].append(raw.strip())
    else:
        lines.append([raw.strip()])


def joined(lines: list[list[str]], number: int) -> str:
    text = "\n".join(" ".join(pieces) for pieces in lines)
    if len(text) > MOST_WORDS:
        raise StoryError(number, "These words are %(n)d characters long; 20,000 is the most.", n=len(text))
    return text
