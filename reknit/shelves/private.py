"""Just me, as a room needs it: what someone keeps to themselves about a space, or about themselves alone.

`where` is a space as its member stands in it, or a viewer for what is about oneself. Nothing here is seen by anybody
else, and nothing here changes the state of what is shared.
"""

from collections.abc import Mapping
from typing import get_args
from uuid import UUID

from reknit.practice import fold
from reknit.practice.events import AnyFacts, Anything, Event
from reknit.practice.state import State
from reknit.shelves.writing import AlreadySaved, Once
from reknit.spaces.access import Here, Viewer
from reknit.vault import store
from reknit.vault.closed import AlreadyThere
from reknit.vault.envelopes import ME, Note
from reknit.vault.store import NOTHING, Kinds

Where = Here | Viewer
# What is private by its kind comes to nothing more than itself.
FOLDED = get_args(AnyFacts)


def is_open(where: Where) -> bool:
    """Whether the private side can be read now."""
    return _viewer(where).private is not None


def notes(where: Where, *, kinds: Kinds = None, about: str | None = None) -> list[Note]:
    """What is kept there, in the order it was written; nothing while it is locked."""
    if not is_open(where):
        return []
    return store.notes(_viewer(where), space=_space(where), kinds=kinds, about=about)


def events(where: Where, *, kinds: Kinds = None, about: str | None = None) -> list[Event]:
    """The same as events; what was said aloud since is left out, so that nothing counts twice."""
    return [note.event for note in notes(where, kinds=kinds, about=about) if not note.said_as]


def state(where: Where) -> State:
    """What follows from what is kept there, and from nothing else; Locked where it is not open."""
    viewer, space = _viewer(where), _space(where)
    found = [note.event for note in store.notes(viewer, space=space, kinds=FOLDED) if not note.said_as]
    return fold.fold(found)


def keep(
    where: Where,
    facts: Anything,
    *,
    words: Mapping[str, str] = NOTHING,
    about: str | None = None,
    by: str = "",
    once: Once | None = None,
) -> str:
    """Keep one thing to oneself, locked or unlocked; `by` is whose deed it was, oneself where it is empty. The note's
    id, or AlreadySaved. Where there is no private side yet, store.NotBegun leads to the page that begins one."""
    viewer, me = _viewer(where), where.me if isinstance(where, Here) else ME
    token = once.client_id if once else None
    try:
        return store.add(viewer, facts, words, space=_space(where), about=about, by=by or me, once=token)
    except AlreadyThere as there:
        if once is None:
            raise
        raise AlreadySaved(once.url(about or there.id), same=there.same) from there


def _viewer(where: Where) -> Viewer:
    return where.viewer if isinstance(where, Here) else where


def _space(where: Where) -> UUID | None:
    return where.space_id if isinstance(where, Here) else None
