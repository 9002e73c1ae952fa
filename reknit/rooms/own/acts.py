"""Writing on one's own pages. Nobody else learns of it."""

from collections.abc import Mapping
from typing import Any

from reknit.practice import moments, texts
from reknit.practice.facts import Words
from reknit.practice.facts_private import Private
from reknit.practice.refused import Refused
from reknit.rooms.own.kinds import Kind
from reknit.shelves import private
from reknit.shelves.writing import Once, writing
from reknit.spaces.access import Here, Viewer
from reknit.vault import remembered, store


def write(
    viewer: Viewer, kind: Kind, *, words: Mapping[str, str], chosen: Mapping[str, Any] | None = None, once: Once | None
) -> str:
    """Something on one of the pages; the note's id."""
    said = texts.check(words)
    if not said and not any((chosen or {}).values()):
        raise Refused("Write something, or leave it for another day.")
    return private.keep(viewer, _made(kind.facts, chosen or {}), words=said, once=once)


def follow(viewer: Viewer, kind: Kind, *, note: str, words: Mapping[str, str], once: Once | None) -> str:
    """What is added to it later; it must be there, and be one's own."""
    found = store.one(viewer, note)
    if kind.then is None or not isinstance(found.event.facts, kind.facts):
        raise Refused("Nothing can be added here.")
    return private.keep(viewer, _made(kind.then.facts, {}), words=texts.check(words), about=note, once=once)


def put_aside(viewer: Viewer) -> None:
    """How one sees oneself is not asked again for some weeks. Nothing else follows."""
    remembered.put_aside(viewer)


def tell_forgiven(here: Here, *, whose: str, words: Words, once: Once | None = None) -> str:
    """Tell someone that one forgives them, for everyone there to read. Nothing follows from it."""
    left = {seat.id for seat in here.seats.values() if seat.left}
    facts = moments.forgive(by=here.me, whose=whose, words=words, left=left)
    with writing(here, once) as book:
        return book.write(facts, words=words).about


def _made(facts: type[Private], chosen: Mapping[str, Any]) -> Private:
    """The facts with what was chosen, or Refused where that is none of the choices."""
    made: Any = facts
    found: Private = texts.sound(made(**chosen))
    return found
