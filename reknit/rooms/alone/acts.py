"""Promises that only one person keeps track of: to themselves, or made to them by someone, as they saw it."""

from typing import Any

from django.http import Http404

from reknit.practice import answering, fold, promises, promising, speaking
from reknit.practice.events import AnyFacts
from reknit.practice.facts import Outcome, When, Words
from reknit.practice.occurrence import Promise
from reknit.practice.speaking import ReadTheThread
from reknit.rooms.alone.reads import Where, me, named
from reknit.shelves import private
from reknit.shelves.writing import Once
from reknit.spaces.access import Viewer


def keep_promise(where: Where, *, when: When, words: Words, by: str = "", once: Once | None = None) -> str:
    """A promise to oneself; or, in a space, what `by` promised one, who does not learn of it. The note's id."""
    if isinstance(where, Viewer):
        facts = promising.make_own(by=me(where), when=when, zone=where.zone, words=words, now=where.now)
    else:
        left = {seat.id for seat in where.seats.values() if seat.left}
        zone = where.viewer.zone
        facts = promises.make(by=by, to=(where.me,), when=when, zone=zone, words=words, now=where.now, left=left)
    return private.keep(where, facts, words=words, by=by, once=once)


def say(where: Where, *, promise: str, due: str, outcome: Outcome, words: Words, once: Once | None = None) -> str:
    """What came of it: one's own word on one's own promise, what one saw of another's."""
    found = _promise(where, promise)
    try:
        facts = _said(where, found, due, outcome, words)
    except ReadTheThread:
        facts = _said(where, _whole(where, promise), due, outcome, words)
    return private.keep(where, facts, words=words, about=promise, once=once)


def end(where: Where, *, promise: str, once: Once | None = None) -> str:
    """Let it go from here on."""
    facts = promising.end(_promise(where, promise), by=me(where), now=where.now)
    return private.keep(where, facts, about=promise, once=once)


def _said(where: Where, promise: Promise, due: str, outcome: Outcome, words: Words) -> AnyFacts:
    known: dict[str, Any] = {"by": me(where), "due": due, "now": where.now, "names": named(where), "words": words}
    if promise.by == me(where):
        return speaking.say(promise, outcome=outcome, **known)
    return answering.answer(promise, answer="yes", seen=outcome, **known)


def _promise(where: Where, root: str) -> Promise:
    return private.state(where).promises.get(root) or _whole(where, root)


def _whole(where: Where, root: str) -> Promise:
    found = fold.whole(private.state(where), root, lambda about: private.events(where, about=about))
    if found is None:
        raise Http404
    return found
