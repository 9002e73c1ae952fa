"""What can be done with a small crack, one function a verb. Each asks the practice whether it may be."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Literal, cast

from django.http import Http404

from reknit.content import daily as content
from reknit.ledger import store
from reknit.practice import cracks, daily
from reknit.practice.daily_state import Crack
from reknit.practice.events import AnyFacts
from reknit.practice.facts import Facet, Words
from reknit.practice.facts_daily import Message
from reknit.shelves import private
from reknit.shelves.writing import Book, CameFirst, Once, writing
from reknit.spaces.access import Here

Said = Mapping[str, str]
NOTHING: Said = {}


def note_crack(
    here: Here,
    *,
    whose: str,
    day: str,
    words: Words,
    act: str = "",
    facet: Facet | Literal[""] = "",
    message: Message | Literal[""] = "",
    only_me: bool = False,
    once: Once | None = None,
) -> str:
    """Note something small that hurt, for everyone here or for oneself alone. Returns the crack's id, or the note's."""
    known = content.act(act)
    said = {"what": known.label, **words} if known else dict(words)
    about = facet or cast(Facet, known.facet if known else "")
    left = {seat.id for seat in here.seats.values() if seat.left}
    facts = cracks.note(
        by=here.me,
        whose=whose,
        day=day,
        today=here.today,
        words=said,
        act=known.id if known else "",
        facet=about,
        message=message,
        left=left,
    )
    if only_me:
        return private.keep(here, facts, words=said, once=once)
    with writing(here, once) as book:
        return book.write(facts, words=said).about


def explain(here: Here, *, crack: str, words: Said, once: Once | None = None) -> str:
    """Its doer says what happened."""
    return _write(here, crack, partial(cracks.explain, by=here.me, names=here.name, words=words), words, once)


def helped(
    here: Here, *, crack: str, helped: Literal["yes", "a_little", "no"], words: Said = NOTHING, once: Once | None = None
) -> str:
    """Whoever it hurt says whether hearing what happened helped."""
    return _write(here, crack, partial(cracks.helped, by=here.me, helped=helped, words=words), words, once)


def answer(
    here: Here,
    *,
    crack: str,
    answer: Literal["did_not_know", "hear_you", "differently"],
    words: Said = NOTHING,
    once: Once | None = None,
) -> str:
    """Its doer answers it."""
    build = partial(cracks.answer, by=here.me, answer=answer, names=here.name, words=words)
    return _write(here, crack, build, words, once)


def set_down(here: Here, *, crack: str, words: Said = NOTHING, once: Once | None = None) -> str:
    """Whoever it hurt lets it go."""
    return _write(here, crack, partial(cracks.set_down, by=here.me, words=words), words, once)


def answer_told(
    here: Here,
    *,
    told: str,
    answer: Literal["did_not_know", "hear_you", "differently"],
    words: Said = NOTHING,
    once: Once | None = None,
) -> str:
    """Whoever was told what keeps happening answers it."""
    with writing(here, once) as book:
        found = daily.replay_told(store.thread(book.here, told))
        if found is None:
            raise Http404
        facts = cracks.answer(found, by=here.me, answer=answer, names=here.name, words=words)
        return book.write(facts, words=dict(words), about=told).about


def _write(here: Here, root: str, build: Callable[[Crack], AnyFacts], words: Said, once: Once | None) -> str:
    with writing(here, once) as book:
        found = _crack(book, root)
        unread = book.unread(root, once.seen if once else "")
        if unread:
            raise CameFirst(unread)
        return book.write(build(found), words=dict(words), about=root).about


def _crack(book: Book, root: str) -> Crack:
    found = book.state.daily.crack(root) or daily.replay(store.thread(book.here, root))
    if found is None:
        raise Http404
    return found
