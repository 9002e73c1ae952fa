"""What the two pages of an apology need: for whoever writes one, and for whoever reads it."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from django.http import Http404
from django.utils.translation import gettext as _

from reknit.content import readings
from reknit.practice import mending, path
from reknit.practice.breach import Apology, Breach
from reknit.practice.describing import describe_key
from reknit.practice.events import Event
from reknit.practice.facts import Words
from reknit.practice.facts_amends import AmendsAnswered, ApologyAnswered, ApologyOffered
from reknit.practice.wording import calendar_day, shortened
from reknit.rooms.repair import now, reads, sides
from reknit.rooms.repair.sides import Kept
from reknit.shelves import private
from reknit.spaces.access import Here
from reknit.web.saying import translated

# A letter reads in this order, whatever was written first.
LETTER = ("understood", "said", "effect", "mine", "sorry", "repair", "differently")


@dataclass(frozen=True)
class Draft:
    """One kept for oneself, not sent: its words by name."""

    id: str
    how: str
    asks: bool
    words: Words
    start: str


@dataclass(frozen=True)
class Writing:
    """For whoever did it. `held`: no more for now; `gone`: the name of the other, who has left; `again`: there is one
    already, so something new has to be said."""

    breach: Breach
    what: str | None
    other: str
    title: str
    text: str
    held: bool
    closed: bool
    gone: str
    again: bool
    shown: bool
    record: list[Kept]
    wish: str
    drafts: list[Draft]
    latest: str

    @property
    def sendable(self) -> bool:
        return not (self.held or self.closed or self.gone)


@dataclass(frozen=True)
class Reading:
    """One apology as this reader has it.

    `letter` is None where its words were erased, empty where it is kept for a talk; `receives`: this reader can answer
    it, its giver being still here; `answer` and `parts` are what was answered last.
    """

    breach: Breach
    id: str
    what: str | None
    by: str
    mine: bool
    receives: bool
    how: str
    asks: bool
    when: str
    time: str
    letter: str | None
    record: list[Kept]
    answer: str
    parts: tuple[str, ...]
    latest: str

    @property
    def waits(self) -> bool:
        """Whether its words wait folded: its reader was asked to hear them, and can read them alone."""
        return self.how == "aloud" and self.receives and bool(self.letter)


def letter(words: Words) -> str:
    """The parts as one text."""
    return "\n\n".join(text for name in LETTER if (text := words.get(name)))


def writing(here: Here, root: str) -> Writing:
    """Not found for anyone else, and where there are no steps."""
    found, thread = reads.whole(here, root)
    if path.role(found, here.me) != "doer" or not found.path:
        raise Http404
    reading = readings.reading("apologise", here.kind)
    return Writing(
        breach=found,
        what=what(found),
        other=here.name(found.hurt),
        title=_(reading.title),
        text=_(reading.text),
        held=found.no_more is not None,
        closed=found.closed is not None,
        gone=now.gone(here, found),
        again=bool(found.apologies),
        shown=mending.shown(found, sides.linked(here, found)),
        record=sides.record(here, found),
        wish=wish(found, thread),
        drafts=_drafts(here, root),
        latest=thread[-1].id,
    )


def reading(here: Here, root: str, apology: str) -> Reading:
    """Not found where there is none."""
    found, thread = reads.whole(here, root)
    one = found.apologies.get(apology)
    event = next((event for event in thread if event.id == apology), None)
    if one is None or event is None:
        raise Http404
    return Reading(
        breach=found,
        id=apology,
        what=what(found),
        by=here.name(found.doer),
        mine=found.doer == here.me,
        receives=found.hurt == here.me and not now.gone(here, found),
        how=one.how,
        asks=one.asks,
        when=translated(calendar_day(_local(here, event), here.today)),
        time=_time(here, one),
        letter=None if event.words is None else letter(event.words),
        record=sides.record(here, found),
        answer=one.answer.how if one.answer else "",
        parts=one.parts,
        latest=thread[-1].id,
    )


def what(found: Breach) -> str | None:
    return None if found.words is None else found.words.get("what", "")


def wish(found: Breach, thread: list[Event]) -> str:
    """What the person hurt said last that they need instead, to read beside an offer of one's own; or nothing."""
    said = [
        (event.words or {}).get("said", "")
        for event in thread
        if event.by == found.hurt
        and isinstance(event.facts, ApologyAnswered | AmendsAnswered)
        and event.facts.answer in ("need", "something_else")
    ]
    return said[-1] if said else ""


def _drafts(here: Here, root: str) -> list[Draft]:
    """What was kept about this and not sent, the latest first; nothing while it is locked."""
    found: list[Draft] = []
    for note in private.notes(here, kinds=[ApologyOffered], about=root):
        facts, words = note.event.facts, note.event.words or {}
        if isinstance(facts, ApologyOffered) and not note.said_as:
            found.append(Draft(note.id, facts.how, facts.asks, words, shortened(letter(words), 90)))
    return found[::-1]


def _local(here: Here, event: Event) -> date:
    return event.at.astimezone(ZoneInfo(here.viewer.zone)).date()


def _time(here: Here, one: Apology) -> str:
    return translated(describe_key(one.time, today=here.today)) if one.time else ""
