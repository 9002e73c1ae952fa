"""A line read from left to right: its name and verb are known, the rest is asked for piece by piece."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from reknit.practice import schedule
from reknit.practice.facts import When
from reknit.practice.story_acts import Promises, StoryError, StoryPerson
from reknit.practice.story_entries import LAST, day_in, short, time_in

T = TypeVar("T")
DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
TIME = r"[0-9]{2}:[0-9]{2}"
NAME_IN_BRACKETS = r"[^\[\]{}:]{1,60}"


@dataclass(frozen=True, slots=True)
class Made:
    """A promise already told: who made it, on which line and day."""

    maker: StoryPerson
    number: int
    day: date
    act: Promises


@dataclass(slots=True)
class Scene:
    """What the lines read so far have brought: the people by name, the promises by label."""

    people: dict[str, StoryPerson]
    made: dict[str, Made] = field(default_factory=dict)

    def promise(self, label: str, number: int) -> Made:
        """The promise with this label. Raises StoryError, naming those there are."""
        if label in self.made:
            return self.made[label]
        known = ", ".join(f"[{name}]" for name in list(self.made)[:12]) or "none yet"
        raise StoryError(
            number, "No promise above is called [%(label)s]; there is: %(known)s.", label=label, known=known
        )

    def person(self, name: str, number: int) -> StoryPerson:
        """The person of this name. Raises StoryError, naming those there are."""
        if name in self.people:
            return self.people[name]
        names = ", ".join(self.people)
        raise StoryError(
            number, "Nobody here is called “%(name)s”. The people are: %(all)s.", name=short(name), all=names
        )

    def due(self, label: str, day: date | None, said_on: date, number: int) -> str:
        """The key of what was due on `day`; without one, of a promise made once, or of the day of the line itself."""
        when = self.promise(label, number).act.when
        if day is None:
            day = said_on if when.rule else date.fromisoformat(when.day)
        key = key_on(when, day)
        if key:
            return key
        raise StoryError(
            number, "[%(label)s] is not due on %(day)s, but on %(near)s: write that day after the label.",
            label=label, day=day, near=_near(when, day),
        )  # fmt: skip


def _near(when: When, day: date) -> str:
    """The days before and after on which it is due, in words."""
    before = schedule.latest(when, until=day, most=1)
    after = schedule.occurrences(when, after=f"{day}T99", until=LAST, most=1)
    return " and ".join(key[:10] for key in before + after) or "no day"


def key_on(when: When, day: date) -> str:
    """The key of the occurrence due on this day, or nothing."""
    return next(iter(keys_between(when, day, day, most=1)), "")


def keys_between(when: When, first: date, last: date, *, most: int) -> list[str]:
    """The keys due from `first` to `last`, both included, in order."""
    before = first.fromordinal(first.toordinal() - 1).isoformat() + "T99"
    return schedule.occurrences(when, after=before, until=last, most=most)


class Head:
    """The rest of a line's head, with its words. Every piece asked for is taken off; `finish` minds what is left."""

    def __init__(self, scene: Scene, *, number: int, who: str, day: date, rest: str) -> None:
        self.scene = scene
        self.number = number
        self.who = who
        self.day = day
        self.rest = rest
        self.words: dict[str, tuple[int, str]] = {}

    def wrong(self, text: str, /, **blanks: object) -> StoryError:
        """The error for this line."""
        return StoryError(self.number, text, **blanks)

    def take(self, pattern: str) -> re.Match[str] | None:
        """What stands next, if it is this and ends where a word ends."""
        found = re.match(rf"(?:{pattern})(?=[ ,]|$)", self.rest)
        if found:
            self.rest = self.rest[found.end() :].lstrip()
        return found

    def choice(self, choices: Mapping[str, T]) -> T | None:
        """What the phrase that stands next means, or None."""
        for phrase in sorted(choices, key=len, reverse=True):
            if self.take(re.escape(phrase)):
                return choices[phrase]
        return None

    def must_choose(self, choices: Mapping[str, T]) -> T:
        """What the phrase that stands next means. Raises StoryError, listing the phrases."""
        found = self.choice(choices)
        if found is None:
            text = (
                "Here one of these is needed: %(all)s; not “%(rest)s”."
                if self.rest
                else "Here one of these is missing: %(all)s."
            )
            raise self.wrong(text, all=", ".join(choices), rest=short(self.rest))
        return found

    def label(self) -> str:
        """The label in square brackets that stands next."""
        found = self.take(rf"\[({NAME_IN_BRACKETS})\]")
        if not found or not found[1].strip():
            raise self.wrong("Which promise? Its label belongs here in square brackets, as in [home].")
        return found[1].strip()

    def mark(self) -> str:
        """The mark in curly brackets that stands next."""
        found = self.take(rf"\{{({NAME_IN_BRACKETS})\}}")
        if not found or not found[1].strip():
            raise self.wrong("Which words? The mark of their line belongs here in curly brackets, as in {tram}.")
        return found[1].strip()

    def date(self) -> date | None:
        """The day that stands next, if one does."""
        found = self.take(DAY)
        return day_in(found[0], self.number) if found else None

    def time(self) -> str:
        """The hour that stands next, or nothing."""
        found = self.take(TIME)
        return time_in(found[0], self.number) if found else ""

    def place(self) -> tuple[str, str]:
        """A label and perhaps a day: which occurrence is meant, as label and key."""
        label = self.label()
        return label, self.scene.due(label, self.date(), self.day, self.number)

    def name(self) -> str:
        """The whole rest as one of the people."""
        person = self.scene.person(self.rest, self.number)
        self.rest = ""
        return person.name

    def said(self, name: str = "") -> str:
        """The words of this name, or nothing."""
        return self.words.pop(name, (0, ""))[1]

    def must_say(self, what: str) -> str:
        """The words after the colon, which this line cannot do without."""
        text = self.said()
        if not text:
            raise self.wrong("Words are missing: after a colon, write %(what)s.", what=what)
        return text

    def finish(self) -> None:
        """Nothing may be left over. Raises StoryError for what is."""
        if self.rest:
            raise self.wrong("“%(rest)s” cannot be understood here.", rest=short(self.rest))
        for name, (number, _) in self.words.items():
            if not name:
                raise self.wrong("This line takes no words after a colon.")
            raise StoryError(
                number, "“%(name)s:” does not belong to this line. If it is part of the words, begin with | before it.",
                name=short(name),
            )  # fmt: skip
