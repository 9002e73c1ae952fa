"""Saying aloud what one kept, letting it go, keeping it; and telling a pattern once, calmly."""

from typing import Literal, cast

from django.http import Http404

from reknit.practice import cracks, daily, texts
from reknit.practice.daily_state import Crack
from reknit.practice.events import Event
from reknit.practice.facts import Facet, Words
from reknit.practice.facts_daily import SAYABLE, CrackNoted, MomentNoted
from reknit.practice.facts_private import GoneThrough
from reknit.practice.refused import Refused
from reknit.shelves import private
from reknit.shelves.writing import Once, writing
from reknit.spaces.access import Here, Viewer
from reknit.vault import store
from reknit.vault.envelopes import Note


def sayable(viewer: Viewer, note: str) -> tuple[Here, Note]:
    """Something kept about a space that can be said there; or not found."""
    found = store.one(viewer, note)
    if found.space is None or found.said_as or not isinstance(found.event.facts, SAYABLE):
        raise Http404
    here = viewer.space(found.space)
    if found.event.by != here.me:
        raise Http404
    return here, found


def say_aloud(viewer: Viewer, *, note: str, words: Words, once: Once | None = None) -> str:
    """Say it anew, with these words, for everyone there. Nothing tells that it was kept. The thread's id."""
    here, found = sayable(viewer, note)
    facts = found.event.facts
    if isinstance(facts, CrackNoted | MomentNoted):
        texts.check(words, needed=cracks.WHAT)
    with writing(here, once) as book:
        event = book.write(cast(CrackNoted, facts), words=words)
        store.mark_said(viewer, note, event.id)
        return event.about


def keep_it(here: Here, *, note: str) -> None:
    """Gone through, and kept to oneself."""
    _crack(here, note)
    private.keep(here, GoneThrough(), about=note)


def let_go(here: Here, *, note: str) -> None:
    """Let it go, without a word to anybody."""
    facts = cracks.set_down(_replayed(here, note), by=here.me)
    private.keep(here, facts, about=note)


def tell_pattern(
    here: Here, *, whose: str, words: Words, act: str = "", facet: str = "", once: Once | None = None
) -> str:
    """One calm note to its doer, for everyone here to see. Its id."""
    left = {seat.id for seat in here.seats.values() if seat.left}
    about = cast(Facet | Literal[""], facet)
    facts = cracks.tell_pattern(by=here.me, whose=whose, words=words, act=act, facet=about, left=left)
    with writing(here, once) as book:
        return book.write(facts, words=words).about


def _crack(here: Here, note: str) -> Event:
    found = store.one(here.viewer, note)
    if found.space != here.space_id or not isinstance(found.event.facts, CrackNoted):
        raise Http404
    return found.event


def _replayed(here: Here, note: str) -> Crack:
    _crack(here, note)
    found = daily.replay(private.events(here, about=note))
    if found is None:
        raise Refused("This has been said already.")
    return found
