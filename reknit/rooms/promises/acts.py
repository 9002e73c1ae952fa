"""What can be done with a promise, one function a verb. Each asks the practice whether it may be, and records it."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Literal, cast

from django.http import Http404

from reknit.ledger import store
from reknit.practice import answering, fold, promising, speaking
from reknit.practice.events import AnyFacts
from reknit.practice.facts import Answer, Facet, Outcome, When, Words
from reknit.practice.occurrence import Promise, Seen
from reknit.practice.speaking import ReadTheThread
from reknit.rooms.promises import linking
from reknit.shelves.writing import Book, CameFirst, Once, writing
from reknit.spaces.access import Here

Said = Mapping[str, str]
NOTHING: Said = {}


def make_promise(
    here: Here,
    *,
    to: tuple[str, ...],
    when: When,
    words: Words,
    facet: Facet = "consistency",
    weight: float = 1.0,
    sure: int = 3,
    breach: str = "",
    once: Once | None = None,
) -> str:
    """Promise something to one, to several or to everyone; `breach` is where it is what changes. Returns its id."""
    with writing(here, once) as book:
        left = {seat.id for seat in here.seats.values() if seat.left}
        facts = promising.make(
            by=here.me,
            to=to,
            when=when,
            zone=here.viewer.zone,
            words=words,
            now=here.now,
            facet=facet,
            weight=weight,
            sure=sure,
            left=left,
        )
        made = book.write(facts, words=words)
        if breach:
            linking.link(book, breach, made, to)
        return made.about


def say(
    here: Here, *, promise: str, due: str, outcome: Outcome, words: Said = NOTHING, once: Once | None = None
) -> str:
    """Its maker says what came of it: kept, late or missed."""
    build = partial(speaking.say, **_now(here, due, words), outcome=outcome)
    return _write(here, promise, build, due=due, words=words, once=once)


def move(
    here: Here,
    *,
    promise: str,
    due: str,
    how: Literal["late", "cannot"],
    to: str = "",
    words: Said = NOTHING,
    once: Once | None = None,
) -> str:
    """Before it is due: I'll be late, or I can't; with a new time or none."""
    build = partial(speaking.move, **_now(here, due, words), how=how, to=to)
    return _write(here, promise, build, due=due, words=words, once=once)


def explain(here: Here, *, promise: str, due: str, words: Said, once: Once | None = None) -> str:
    """Its maker says what happened."""
    build = partial(speaking.explain, **_now(here, due, words))
    return _write(here, promise, build, due=due, words=words, once=once)


def answer(
    here: Here,
    *,
    promise: str,
    due: str,
    answer: Answer,
    seen: Seen = "",
    words: Said = NOTHING,
    once: Once | None = None,
) -> str:
    """Whoever it was made to says how it was for them."""
    build = partial(answering.answer, **_now(here, due, words), answer=answer, seen=seen)
    return _write(here, promise, build, due=due, words=words, once=once)


def answer_several(here: Here, *, these: Sequence[tuple[str, ...]], once: Once | None = None) -> int:
    """*Yes, that is how it was*, for several occurrences at once: (promise, due), and the maker's word as it was shown,
    so that nobody agrees to a word that has changed meanwhile. Returns how many."""
    with writing(here, once) as book:
        for root, due, *shown in these:
            seen = cast(Seen, shown[0] if shown else "")
            found = _promise(book, root)
            facts = answering.answer(found, by=here.me, due=due, answer="yes", seen=seen, now=here.now, names=here.name)
            book.write(facts, about=root)
    return len(these)


def release(here: Here, *, promise: str, due: str, words: Said = NOTHING, once: Once | None = None) -> str:
    """Whoever it was made to lets the maker off this once."""
    build = partial(answering.release, **_now(here, due, words))
    return _write(here, promise, build, due=due, words=words, once=once)


def remark(
    here: Here,
    *,
    promise: str,
    due: str,
    remark: Literal["cost", "hurt", "all_right", "reply"],
    words: Said = NOTHING,
    once: Once | None = None,
) -> str:
    """Beside an occurrence: it cost me, it hurt, is everything all right, or a reply."""
    build = partial(answering.remark, **_now(here, due, words), remark=remark)
    return _write(here, promise, build, due=due, words=words, once=once)


def take_word(here: Here, *, promise: str, once: Once | None = None) -> str:
    """I take your word on this one, from here on."""
    return _write(here, promise, partial(promising.take_word, by=here.me, names=here.name), once=once)


def take_back(here: Here, *, promise: str, once: Once | None = None) -> str:
    """I answer for myself again."""
    return _write(here, promise, partial(promising.take_back, by=here.me, names=here.name), once=once)


def end(here: Here, *, promise: str, words: Said = NOTHING, once: Once | None = None) -> str:
    """The maker or a receiver ends it from here on, with a reason or without."""
    build = partial(promising.end, by=here.me, now=here.now, words=words)
    return _write(here, promise, build, words=words, once=once)


def _now(here: Here, due: str, words: Said) -> dict[str, Any]:
    """What every act about one time it falls due is asked with."""
    return {"by": here.me, "due": due, "now": here.now, "names": here.name, "words": words}


def _write(
    here: Here,
    root: str,
    build: Callable[[Promise], AnyFacts],
    *,
    due: str = "",
    words: Said = NOTHING,
    once: Once | None = None,
) -> str:
    """Write one line about a promise, unless someone else's line about the same occurrence is to be read first."""
    with writing(here, once) as book:
        found = _promise(book, root)
        _read_first(book, root, due, once)
        try:
            facts = build(found)
        except ReadTheThread:
            facts = build(_whole(book, root))
        return book.write(facts, words=dict(words), about=root).about


def _promise(book: Book, root: str) -> Promise:
    """The promise as it stands, brought back from its thread where it is long settled; or not found."""
    return book.state.promises.get(root) or _whole(book, root)


def _whole(book: Book, root: str) -> Promise:
    found = fold.whole(book.state, root, lambda about: store.thread(book.here, about))
    if found is None:
        raise Http404
    return found


def _read_first(book: Book, root: str, due: str, once: Once | None) -> None:
    unread = book.unread(root, once.seen if once else "")
    matters = [event for event in unread if getattr(event.facts, "due", "") in {"", due}]
    if matters:
        raise CameFirst(matters)
