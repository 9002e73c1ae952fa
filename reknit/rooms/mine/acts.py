"""What someone does on their private side: write, and change or take away what they wrote. Nobody else learns of it."""

from collections.abc import Mapping
from uuid import UUID

from reknit.practice.facts_private import NoteWritten
from reknit.practice.refused import Refused
from reknit.shelves import heads, private
from reknit.shelves.writing import Once
from reknit.spaces.access import Viewer
from reknit.vault import noticing, store


def write(viewer: Viewer, *, said: str, space: UUID | None = None, once: Once | None = None) -> str:
    """A note about oneself or about a space one is in; the note's id."""
    where = viewer.space(space) if space else viewer
    return private.keep(where, NoteWritten(), words={"said": said}, once=once)


def reword(viewer: Viewer, note: str, words: Mapping[str, str]) -> None:
    """Other words for a note; which texts it has stays as it is."""
    found = store.one(viewer, note)
    texts = found.event.words or {}
    fresh = {name: words.get(name, text) for name, text in texts.items()}
    if texts and not any(text.strip() for text in fresh.values()):
        raise Refused("Write something, or delete the note.")
    store.edit(viewer, note, found.event.facts, fresh)


def delete(viewer: Viewer, note: str) -> None:
    store.delete(viewer, note)


def understood(viewer: Viewer) -> None:
    """They have read what was noticed about their entries and the histories they share."""
    noticing.settle(viewer)
    heads.accept(viewer)
