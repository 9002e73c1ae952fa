"""Just me, as a room needs it: what someone keeps to themselves about a space, or about themselves alone.

`where` is a space as its member stands in it, or a viewer for what is about oneself. Nothing here is seen by anybody
else, and nothing here changes the state of what is shared.
"""

from collections.abc import Iterable, Mapping
from typing import get_args
from uuid import UUID

from reknit.people import keys
from reknit.practice import fold, seldom
from reknit.practice.events import AnyFacts, Anything, Event
from reknit.practice.facts_private import WorthWritten
from reknit.practice.state import State
from reknit.shelves.writing import AlreadySaved, Once
from reknit.spaces.access import Here, Viewer
from reknit.vault import remembered, store
from reknit.vault import worked_out as vault
from reknit.vault.closed import AlreadyThere, Locked, NotBegun
from reknit.vault.envelopes import ME, Note
from reknit.vault.store import NOTHING, Kinds

Where = Here | Viewer
# What is private by its kind comes to nothing more than itself.
FOLDED = get_args(AnyFacts)
OFTEN = 50
# Where the private side, or an account, is not or no longer what somebody has open.
UNREADABLE = (keys.CannotOpen, Locked, NotBegun)


def is_open(where: Where) -> bool:
    """Whether the private side can be read now."""
    return _viewer(where).private is not None


def notes(where: Where, *, kinds: Kinds = None, about: str | None = None) -> list[Note]:
    """What is kept there, in the order it was written; nothing while it is locked."""
    if not is_open(where):
        return []
    return store.notes(_viewer(where), space=_space(where), kinds=kinds, about=about)


def events(where: Where, *, kinds: Kinds = None, about: str | None = None, after: int = 0) -> list[Event]:
    """The same as events, from after a place in their order; what was said aloud since is left out, so that nothing
    counts twice."""
    if not is_open(where):
        return []
    found = store.notes(_viewer(where), space=_space(where), kinds=kinds, about=about, after=after)
    return [note.event for note in found if not note.said_as]


def roots(where: Where, ids: Iterable[str]) -> dict[str, str]:
    """Of these ids those that are notes, each with the first note of its thread; nothing while it is locked."""
    return store.roots(_viewer(where), ids) if is_open(where) else {}


def last(where: Where) -> int:
    """The place of the newest note of all, of whatever it is."""
    return store.last(_viewer(where))


def worked_out(where: Where, name: str) -> bytes:
    """What a page kept under this name, worked out from the notes; empty where there is none, or one was changed
    since."""
    return vault.load(_viewer(where)).get(_named(where, name), b"")


def keep_worked_out(where: Where, name: str, found: bytes) -> None:
    """Keep it beside the notes, until one of them is changed or taken away."""
    viewer = _viewer(where)
    vault.save(viewer, vault.load(viewer) | {_named(where, name): found})


def asks_how_i_see_myself(viewer: Viewer) -> bool:
    """Whether the question that comes seldom comes now; never while it is locked."""
    if not is_open(viewer):
        return False
    aside, first = remembered.aside(viewer)
    written = store.notes(viewer, kinds=[WorthWritten])
    return seldom.is_due(
        asked=max([*([aside] if aside else []), *(note.event.at for note in written)], default=None),
        first=first,
        now=viewer.now,
    )


def state(where: Where) -> State:
    """What follows from what is kept there, and from nothing else; Locked where it is not open."""
    return _worked_out(where)[0]


def _worked_out(where: Where) -> tuple[State, int]:
    """The state, and how many notes it has taken in since it was last kept."""
    viewer, kept = _viewer(where), vault.load(_viewer(where)).get(_name(where))
    known = fold.decode(kept) if kept else fold.new_state()
    later = store.notes(viewer, space=_space(where), kinds=FOLDED, after=known.seq)
    for note in later:
        if not note.said_as:
            fold.step(known, note.event, lambda root: events(where, about=root))
    return known, len(later)


def _remember(where: Where) -> None:
    """Keep the state, once enough has come since."""
    known, taken = _worked_out(where)
    if taken >= OFTEN:
        viewer = _viewer(where)
        vault.save(viewer, vault.load(viewer) | {_name(where): fold.encode(known)})


def _named(where: Where, name: str) -> str:
    return f"{name}/{_space(where) or ''}"


def _name(where: Where) -> str:
    return f"{_space(where) or ''}/{fold.VOCABULARY}"


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
        made = store.add(viewer, facts, words, space=_space(where), about=about, by=by or me, once=token)
    except AlreadyThere as there:
        if once is None:
            raise
        raise AlreadySaved(once.url(about or there.id), same=there.same) from there
    if is_open(where):
        _remember(where)
    if isinstance(where, Here):
        viewer.noted.append(where)
    return made


def _viewer(where: Where) -> Viewer:
    return where.viewer if isinstance(where, Here) else where


def _space(where: Where) -> UUID | None:
    return where.space_id if isinstance(where, Here) else None
