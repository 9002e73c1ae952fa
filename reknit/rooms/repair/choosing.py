"""What the page of one verb needs: its reading, what it can be about, and what stands there already."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from django.http import Http404
from django.utils.translation import gettext as _

from reknit.content import readings
from reknit.practice import fold, mending
from reknit.practice.breach import Breach
from reknit.practice.events import Event
from reknit.practice.facts_amends import ApologyOffered, MotiveTold
from reknit.practice.facts_mending import ChapterWritten
from reknit.practice.facts_repair import Acknowledged, AcknowledgementAnswered, ImpactSaidBack, ImpactTold
from reknit.practice.path import role
from reknit.practice.path_verbs import KINDS, PLACED
from reknit.practice.wording import shortened
from reknit.rooms.repair import letters, now, reads, sides
from reknit.rooms.repair.sides import Entry
from reknit.rooms.repair.verbs import of
from reknit.shelves import shelf
from reknit.spaces.access import Here

Pairs = list[tuple[str, str]]
# What is read above the form by whoever answers it, or makes something of it: so many of the latest.
ANSWERS: dict[str, type] = {
    "acknowledge": AcknowledgementAnswered,
    "full": Acknowledged,
    "say-back": ImpactTold,
    "heard": ImpactSaidBack,
    "believe": MotiveTold,
    "agree": ChapterWritten,
}
LATEST = 2


@dataclass(frozen=True)
class Page:
    """One verb: what to read, and which question, boundary, step or promise it can be about.

    `about`: what was said that it answers, to be read above the form.
    """

    verb: str
    breach: Breach
    what: str | None
    title: str
    text: str
    save: str
    place: str
    which: Pairs
    latest: str
    promising: bool
    why: bool
    wish: str
    other: str
    doer: bool
    about: list[Entry]


def page(here: Here, root: str, verb: str) -> Page:
    """Not found for an unknown verb, for someone the breach is not between, and for a step where there are none."""
    found, thread = reads.whole(here, root)
    does = of(verb)
    if role(found, here.me) is None or not (found.path or KINDS[verb] in mending.WITHOUT_PATH):
        raise Http404
    words = {event.id: _text(here, event) for event in thread}
    known = list(_KNOWN[does.which](here, found, verb)) if does.which else []
    reading = readings.reading(verb, here.kind)
    return Page(
        verb=verb,
        breach=found,
        what=None if found.words is None else found.words.get("what", ""),
        title=_(reading.title),
        text=_(reading.text),
        save=str(does.save),
        place=next(place for place, verbs in PLACED.items() if verb in verbs),
        which=[(id_, words.get(id_, text)) for id_, text in known],
        latest=thread[-1].id,
        promising=does.which == "promise",
        why=now.why_open(here, found),
        wish=letters.wish(found, thread) if verb in ("amends", "link") else "",
        other=here.name(found.other(here.me)),
        doer=here.me == found.doer,
        about=_about(here, found, thread, verb, [id_ for id_, _text in known]),
    )


def _about(here: Here, found: Breach, thread: list[Event], verb: str, known: list[str]) -> list[Entry]:
    """The latest of what this answers, or the one thing it can be about."""
    kind = ANSWERS.get(verb)
    if kind is None and len(known) != 1:
        return []
    said = [entry for place in sides.by_place(here, found, thread).values() for entry in place]
    if kind:
        return [replace(entry, folded=False) for entry in said if isinstance(entry.line.event.facts, kind)][-LATEST:]
    return [entry for entry in said if known == [entry.line.event.id]]


def _text(here: Here, event: Event) -> str:
    if isinstance(event.facts, ApologyOffered):
        return _("The one of %(day)s") % {"day": sides.day(here, event)}
    return shortened((event.words or {}).get("said", "") or _("Words that were erased"), 80)


def _questions(_here: Here, found: Breach, _verb: str) -> Iterator[tuple[str, str]]:
    return ((one.id, "") for one in found.questions.values() if one.waits)


def _boundaries(here: Here, found: Breach, verb: str) -> Iterator[tuple[str, str]]:
    mine = verb != "understand"
    return ((one.id, "") for one in found.boundaries.values() if one.in_force and (one.by == here.me) == mine)


def _steps(_here: Here, found: Breach, _verb: str) -> Iterator[tuple[str, str]]:
    return ((one.id, "") for one in found.steps.values())


def _apologies(_here: Here, found: Breach, _verb: str) -> Iterator[tuple[str, str]]:
    """Those that are to be heard, not read: by their day, for none is opened before its reader wants to."""
    return ((one.id, "") for one in found.apologies.values() if one.how != "written")


def _amends(_here: Here, found: Breach, verb: str) -> Iterator[tuple[str, str]]:
    """Offers the verb can be about: to answer while it is not made good, to do or confirm once it fits."""
    return ((one.id, "") for one in found.amends.values() if (verb == "fits" or one.fits) and not one.made_good)


def _agreements(_here: Here, found: Breach, _verb: str) -> Iterator[tuple[str, str]]:
    return iter([(found.agreement.id, "")] if found.agreement else [])


def _promises(here: Here, found: Breach, _verb: str) -> Iterator[tuple[str, str]]:
    """Promises of mine to the person it hurt that still run and are not linked yet."""
    known = shelf.state(here)
    for one in known.promises.values():
        if one.by == here.me and found.hurt in one.to and one.id not in found.changes and not fold.closed(known, one):
            yield one.id, shortened((one.words or {}).get("what", "") or _("A promise"), 80)


_KNOWN: dict[str, Callable[[Here, Breach, str], Iterator[tuple[str, str]]]] = {
    "question": _questions,
    "boundary": _boundaries,
    "step": _steps,
    "agreement": _agreements,
    "apology": _apologies,
    "amends": _amends,
    "promise": _promises,
}
