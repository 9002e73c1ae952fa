"""The first lines of a story: its title, the kind of space, the zone, the people."""

import re
from zoneinfo import ZoneInfo

from reknit.practice.facts import Kind
from reknit.practice.story_acts import Story, StoryError, StoryPerson
from reknit.practice.story_entries import short

_NAMES = ("title", "kind", "zone", "people")
_LONGEST = 1000
_KINDS: dict[str, Kind] = {
    "couple": "couple",
    "family": "family",
    "friends": "friends",
    "colleagues": "colleagues",
    "team": "team",
}
_PERSON = re.compile(r"([^()]+)(?:\(([^()]*)\))?")
_NAME = re.compile(r"[^\W\d_][^,:;()\[\]{}#|\"“”]{0,59}")
_ZONE = re.compile(r"[A-Za-z][A-Za-z0-9_+\-]*(?:/[A-Za-z0-9_+\-]+)*")


def header(lines: list[tuple[int, str]], end: int) -> Story:
    """The story without its lines. Raises StoryError; what is missing is missed on line `end`."""
    found: dict[str, tuple[int, str]] = {}
    for number, line in lines:
        name, colon, value = line.partition(":")
        name = name.strip().lower()
        if name not in _NAMES or not colon:
            raise StoryError(
                number, "“%(line)s” is neither title, kind, zone or people, nor a line with a day.", line=short(line)
            )
        if name in found:
            raise StoryError(number, "“%(name)s:” stands here twice.", name=name)
        if not value.strip() or len(value) > _LONGEST:
            raise StoryError(number, "After “%(name)s:” write its words, not more than a line.", name=name)
        found[name] = (number, " ".join(value.split()))
    for name in _NAMES:
        if name not in found:
            raise StoryError(end, "Above the first day the line “%(name)s: …” is missing.", name=name)
    kind = _KINDS.get(found["kind"][1])
    if not kind:
        raise StoryError(found["kind"][0], "kind is one of: %(all)s.", all=", ".join(_KINDS))
    zone = _zone(found["zone"][1], found["zone"][0])
    return Story(found["title"][1], kind, zone, _people(*found["people"], zone, kind), ())


def _zone(name: str, number: int) -> str:
    try:
        if not _ZONE.fullmatch(name):
            raise ValueError(name)
        return ZoneInfo(name).key
    except (KeyError, ValueError, OSError):
        raise StoryError(
            number, "“%(zone)s” is no time zone: write one such as Europe/London.", zone=short(name)
        ) from None


def _people(number: int, value: str, zone: str, kind: Kind) -> tuple[StoryPerson, ...]:
    people = tuple(_person(part.strip(), number, zone) for part in re.split(r",(?![^()]*\))", value))
    names = [person.name for person in people]
    if len(set(names)) < len(names):
        raise StoryError(number, "Two people have the same name: tell them apart, as in Anna B and Anna K.")
    if [person.opens for person in people].count(True) != 1:
        raise StoryError(number, "Exactly one of the people opens the space: write (opens) after that name.")
    least, most = {"couple": (2, 2), "team": (3, 12)}.get(kind, (2, 12))
    if not least <= len(people) <= most:
        counted = "two people" if most == 2 else f"{least} to {most} people"
        raise StoryError(number, "A space of the kind %(kind)s has %(counted)s.", kind=kind, counted=counted)
    return people


def _person(text: str, number: int, zone: str) -> StoryPerson:
    found = _PERSON.fullmatch(text)
    name = found[1].strip() if found else ""
    if not found or not _NAME.fullmatch(name) or " and " in name or name == "everyone":
        raise StoryError(
            number, "“%(given)s” cannot be a name here: write names with commas, as in Anna (opens), Toby.",
            given=short(text),
        )  # fmt: skip
    opens = False
    for about in (found[2] or "").split(","):
        if about.strip() == "opens":
            opens = True
        elif about.strip():
            zone = _zone(about.strip(), number)
    return StoryPerson(name, zone, opens)
