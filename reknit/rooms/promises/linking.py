"""A promise made on the path of a repair: what it begins with, and how it is linked there in the same step."""

from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from reknit.content import causes
from reknit.practice import mending
from reknit.practice.breach import Breach
from reknit.practice.events import Event
from reknit.practice.facts_mending import ChangeLinked
from reknit.practice.refused import Refused
from reknit.practice.state import State
from reknit.practice.wording import shortened
from reknit.shelves import shelf
from reknit.shelves.writing import Book
from reknit.spaces.access import Here


def initial(here: Here, asked: QueryDict) -> dict[str, Any]:
    """What the form begins with where it was opened from a path: to whom, and the words of a small change."""
    found = _mine(shelf.state(here), here.me, asked.get("on", ""))
    if found is None:
        return {}
    change = causes.change(asked.get("change", ""), here.kind)
    words = {**change.initial, "what": _(change.what)} if change else {}
    return {"breach": found.id, "to": [found.hurt], **words}


def about(here: Here, root: str) -> str:
    """What the promise is to change, in a line; nothing where it is not on a path of one's own doing."""
    found = _mine(shelf.state(here), here.me, root)
    return shortened((found.words or {}).get("what") or _("What happened"), 90) if found else ""


def link(book: Book, root: str, made: Event, to: tuple[str, ...]) -> None:
    """Put the promise that was just made on the path, or refuse both."""
    found = _mine(book.state, book.here.me, root)
    if found is None:
        raise Refused("This promise can’t be put on that path. Make it by itself.")
    if found.hurt not in to:
        raise Refused("Choose a promise of yours to the person it hurt.", field="to")
    facts = ChangeLinked(promise=made.id)
    book.write(
        mending.may(found, facts, by=book.here.me, words={}, now=book.here.now, names=book.here.name), about=found.id
    )


def _mine(state: State, me: str, root: str) -> Breach | None:
    """An open breach that I did, with steps, where I have said what I did."""
    found = state.repair.breaches.get(root)
    return found if found and found.doer == me and found.path and found.acknowledged else None
