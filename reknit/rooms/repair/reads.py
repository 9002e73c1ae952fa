"""What the pages about a breach need: what is open, one breach with its path, and what its reader can say now."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _

from reknit.content import readings
from reknit.content.readings import Reading
from reknit.ledger import store
from reknit.practice import path, repairing
from reknit.practice.breach import Breach
from reknit.practice.events import Event
from reknit.practice.facts_repair import BreachNamed
from reknit.practice.path_verbs import PLACED
from reknit.practice.wording import quoted
from reknit.rooms.repair import now, sides
from reknit.rooms.repair.now import Link, Thing
from reknit.rooms.repair.rows import Row, between, row, state
from reknit.rooms.repair.sides import Entry, Side
from reknit.shelves import shelf
from reknit.spaces.access import Here

TITLES = {
    "named": "What happened",
    "acknowledged": "Acknowledged",
    "told": "What it did",
    "heard": "Heard",
    "apology": "Apology",
    "amends": "Making good",
    "boundaries": "Boundaries",
    "change": "What changes",
    "chapter": "A new chapter",
    "questions": "Questions",
    "feelings": "Feelings over time",
    "back": "When it comes back",
    "trust": "Steps of trust",
    "end": "Closing, and opening again",
}


BESIDE = ("questions", "feelings", "back", "trust", "end")


@dataclass(frozen=True)
class Place:
    """A place on the page: what was said there, what can be said now. `reading` where it has no verb of its own yet."""

    name: str
    title: str
    done: bool
    entries: list[Entry]
    links: list[Link]
    reading: Reading | None


@dataclass(frozen=True)
class Page:
    """One breach, as this reader stands in it. `role` is empty for someone it is not between."""

    breach: Breach
    role: str
    what: str | None
    when: str
    size: str
    about: list[str]
    between: str
    other: str
    gone: str
    state: str
    sides: list[Side]
    next: Thing | None
    steps: list[Place]
    beside: list[Place]
    record: list[Any]
    together: bool
    answered: bool
    reading: Reading | None
    earlier: list[Row]
    why: bool
    near: bool
    undoing: Reading | None
    latest: str


def whole(here: Here, root: str) -> tuple[Breach, list[Event]]:
    """The breach with all that was said on its path, or not found."""
    thread = store.thread(here, root)
    found = repairing.replay(root, thread)
    if found is None:
        raise Http404
    return found, thread


def breach(here: Here, root: str) -> Page:
    found, thread = whole(here, root)
    together, answered = now.ready(here, found)
    role = path.role(found, here.me) or ""
    entries = sides.by_place(here, found, thread)
    can = now.can(here, found, together=together)
    steps = [
        _place(here, found, step.name, entries, can, done=step.done is not None)
        for step in path.steps(found, here.me, together=together)
    ]
    beside = [_place(here, found, name, entries, can, done=False) for name in BESIDE]
    return Page(
        breach=found,
        role=role,
        what=None if found.words is None else found.words.get("what", ""),
        when=sides.since(here, found),
        size=sides.size(found),
        about=sides.about(found),
        between=between(here, found),
        other=here.name(found.other(here.me)) if role else "",
        gone=now.gone(here, found),
        state=state(here, found),
        sides=sides.accounts(here, found, thread),
        next=now.next_thing(here, found, together=together, answered=answered),
        steps=steps,
        beside=[place for place in beside if place.entries or place.links],
        record=sides.record(here, found),
        together=together,
        answered=answered,
        reading=_reading(here, found, role),
        earlier=[row(here, one) for one in _earlier(here, found)],
        why=now.why_open(here, found),
        near=now.near_open(here, found),
        undoing=sides.undoing(here, found, thread),
        latest=thread[-1].id,
    )  # fmt: skip


def _place(
    here: Here, found: Breach, name: str, entries: dict[str, list[Entry]], can: list[str], *, done: bool
) -> Place:
    links = [now.link(here, found, verb) for verb in can if verb in PLACED[name] and verb != "apology"]
    said = entries.get(name, []) or found.closed or now.gone(here, found)
    own = readings.reading(name, here.kind) if name in ("apology", "amends") and not links and not said else None
    if name == "apology" and found.doer == here.me and "apologise" not in can:
        links = [Link("apologise", _("One for yourself"), now.link(here, found, "apologise").url), *links]
    return Place(name, _(TITLES[name]), done, entries.get(name, []), links, own)


def _reading(here: Here, found: Breach, role: str) -> Reading | None:
    open_ = role and found.path and not found.closed and not now.gone(here, found)
    return readings.reading(role, here.kind) if open_ else None


def _earlier(here: Here, found: Breach) -> list[Breach]:
    ids = [id_ for id_ in (found.repeats, found.after) if id_]
    return [repairing.begin(event) for event in store.some(here, ids).values()] if ids else []


def open_ones(here: Here) -> list[Row]:
    """What is open here, the latest first."""
    found = shelf.state(here).repair.breaches.values()
    return [row(here, one) for one in sorted(found, key=lambda one: one.at, reverse=True)]


def earlier(here: Here, *, mine: bool) -> list[tuple[str, str]]:
    """What one can name as the same again, or as what something older comes out about: open ones the same way."""
    found = shelf.state(here).repair.breaches.values()
    return [
        (one.id, quoted((one.words or {}).get("what", "") or _("What happened")))
        for one in found
        if here.me == (one.doer if mine else one.hurt)
    ]


def named(here: Here, facts: BreachNamed) -> dict[str, Any]:
    """What stands around the words, before they are shared."""
    return {
        "between": between(here, facts),
        "when": sides.since(here, facts),
        "size": sides.size(facts),
        "about": sides.about(facts),
        "path": facts.path,
    }


def today(here: Here) -> Thing | None:
    """One small next thing of one's own: what is due first, then an offer where one has said that one wants to."""
    offers: list[Thing] = []
    for found in shelf.state(here).repair.breaches.values():
        if not found.concerns(here.me):
            continue
        together, answered = now.ready(here, found)
        thing = now.next_thing(here, found, together=together, answered=answered)
        if thing and thing.due:
            return thing
        offers += [thing] if thing else []
    return offers[0] if offers else None
