"""Just me, as its owner reads it: the newest first, searched in memory, and what was noticed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from reknit.content import phrase as words
from reknit.people import keys
from reknit.practice import telling
from reknit.practice.facts import Words
from reknit.practice.facts_daily import SAYABLE
from reknit.practice.facts_repair import BreachNamed
from reknit.practice.refused import Say
from reknit.practice.wording import shortened
from reknit.shelves import heads
from reknit.shelves.heads import Changed
from reknit.shelves.lines import LABELS, QUOTING
from reknit.spaces.access import Here, Viewer
from reknit.vault import acts, noticing, remembered, store
from reknit.vault.envelopes import ME, Note
from reknit.web.saying import translated

PAGE = 20
MOST = 200
KEPT = Say("Something you kept.")


@dataclass(frozen=True)
class Line:
    """One note in a list: the sentence it comes to, its texts, and the space it is about."""

    note: Note
    sentence: Say
    texts: list[tuple[Say | None, str]]
    about: str

    @property
    def sayable(self) -> bool:
        """Whether it can be said to those it is about: it is one's own, about a space, and not said yet."""
        facts = self.note.event.facts
        return bool(self.note.space) and not self.note.said_as and isinstance(facts, SAYABLE)

    @property
    def id(self) -> str:
        return self.note.id

    @property
    def named(self) -> bool:
        """Whether it is something that happened, kept and not said yet: it has a page on which it can be looked at."""
        return bool(self.note.space) and not self.note.said_as and isinstance(self.note.event.facts, BreachNamed)

    @property
    def texts_by_name(self) -> Words:
        return self.note.event.words or {}

    @property
    def labels(self) -> dict[str, str]:
        return {name: translated(LABELS[name]) for name in self.texts_by_name if name in LABELS}


@dataclass(frozen=True)
class Page:
    """A page of notes by day; `older` is where the next one begins."""

    days: list[tuple[date, list[Line]]]
    older: str = ""
    more: bool = False


@dataclass(frozen=True)
class Settings:
    """How the private side is set: its minutes, whether a code opens it, until when an old one is kept."""

    idle: int
    has_code: bool
    former_until: datetime | None


def page(viewer: Viewer, *, before: str = "") -> Page:
    seq = store.one(viewer, before).event.seq if before else None
    found = store.page(viewer, before=seq, most=PAGE + 1)
    shown = found[:PAGE]
    return Page(_days(viewer, lines(viewer, shown)), shown[-1].id if len(found) > PAGE else "")


def find(viewer: Viewer, text: str) -> Page:
    """Every note with these words in it, opened and read in memory; at most two hundred are shown."""
    asked = text.casefold().split()
    notes = (note for note in store.everything(viewer) if _has(note, asked))
    found = [note for note, _ in zip(notes, range(MOST + 1), strict=False)]
    return Page(_days(viewer, lines(viewer, found[:MOST])), more=len(found) > MOST)


def one(viewer: Viewer, note: str) -> Line:
    return lines(viewer, [store.one(viewer, note)])[0]


def lines(viewer: Viewer, notes: Iterable[Note]) -> list[Line]:
    spaces = {here.space_id: here for here in viewer.spaces()}
    return [_line(note, spaces.get(note.space) if note.space else None) for note in notes]


def noticed(viewer: Viewer) -> tuple[noticing.Noticed, list[Changed]]:
    return noticing.look(viewer), heads.changed(viewer)


def settings(viewer: Viewer) -> Settings:
    former = acts.former(viewer)
    return Settings(remembered.idle(viewer), acts.has_code(viewer), former[-1].until if former else None)


def begun(viewer: Viewer) -> bool:
    return store.begun(viewer)


def kept_until(viewer: Viewer) -> datetime | None:
    """Until when what was put away is kept."""
    former = acts.former(viewer)
    return former[-1].until if former else None


def offered() -> str:
    """Six words, drawn anew each time."""
    return keys.new_phrase(words.words(), words.COUNT)


def as_offered(typed: str) -> str:
    """Six words of the list as they were offered; others in their place where something else came back."""
    return typed if words.is_offered(typed) else offered()


def names(viewer: Viewer) -> list[tuple[UUID, str]]:
    """The spaces a note can be about, by the names of the others."""
    return [(here.space_id, _called(here)) for here in viewer.spaces()]


def _line(note: Note, here: Here | None) -> Line:
    event = note.event
    me = here.me if here else ME
    try:
        sentence = telling.sentence(event, here.name if here else lambda seat: "", reader=me)
    except KeyError:
        sentence = KEPT
    quoted = {"what"} if isinstance(event.facts, QUOTING) and sentence is not KEPT else set()
    texts = [
        (LABELS.get(name), text)
        for name, text in (event.words or {}).items()
        if not (name in quoted and shortened(text) == text)
    ]
    return Line(note, sentence, texts, _called(here) if here else "")


def _called(here: Here) -> str:
    return ", ".join(seat.name for seat in here.others)


def _has(note: Note, asked: list[str]) -> bool:
    text = " ".join((note.event.words or {}).values()).casefold()
    return all(word in text for word in asked)


def _days(viewer: Viewer, found: list[Line]) -> list[tuple[date, list[Line]]]:
    zone = ZoneInfo(viewer.zone)
    days: dict[date, list[Line]] = {}
    for line in found:
        days.setdefault(line.note.event.at.astimezone(zone).date(), []).append(line)
    return list(days.items())
