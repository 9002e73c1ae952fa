"""What can be done on the path of a repair. Each asks the practice whether it may be, and records it."""

from collections.abc import Mapping

from django.http import Http404

from reknit.ledger import store
from reknit.practice import fold, mending, repairing
from reknit.practice.breach import Breach
from reknit.practice.facts import Words
from reknit.practice.facts_amends import ApologyOffered
from reknit.practice.facts_mending import ChangeLinked
from reknit.practice.facts_repair import BreachNamed, Repair
from reknit.practice.occurrence import Promise
from reknit.practice.refused import Refused
from reknit.rooms.repair import now
from reknit.shelves import private
from reknit.shelves.writing import Book, CameFirst, Once, writing
from reknit.spaces import consent
from reknit.spaces.access import Here
from reknit.spaces.consent import Answer
from reknit.vault import store as store_private

NOTHING: Mapping[str, str] = {}


def name_breach(here: Here, *, facts: BreachNamed, words: Words, kept: str = "", once: Once | None = None) -> str:
    """Name what happened, for everyone here to read; `kept` is the private note it was until now. Returns its id."""
    with writing(here, once) as book:
        known = {seat.id for seat in here.seats.values() if not seat.left}
        if {facts.doer, facts.hurt} - known:
            raise Refused("You chose someone who is no longer in this space.", field="doer")
        earlier = _whole(book, facts.repeats or facts.after) if facts.repeats or facts.after else None
        named = mending.name(by=book.here.me, facts=facts, words=words, now=here.now, earlier=earlier)
        root = book.write(named, words=words).about
        consent.prepare(book.here, root, (facts.doer, facts.hurt))
        if kept and private.is_open(here):
            store_private.mark_said(here.viewer, kept, root)
        return root


def say(
    here: Here, *, breach: str, facts: Repair, words: Mapping[str, str] = NOTHING, kept: str = "",
    once: Once | None = None,
) -> str:  # fmt: skip
    """Say something on the path of a breach, unless someone else's word there is to be read first; `kept` is the
    private note it was until now."""
    with writing(here, once) as book:
        found = _whole(book, breach)
        if not now.reaches(book.here, found, type(facts)):
            raise Refused("%(who)s has left this space, so no more is said to them here.", who=now.gone(here, found))
        if unread := book.unread(breach, once.seen if once else ""):
            raise CameFirst(unread)
        promises = [promise for root in found.changes if (promise := _promise(book, root))]
        if isinstance(facts, ChangeLinked):
            _own_promise(book, found, facts)
        said = mending.may(
            found,
            facts,
            by=book.here.me,
            words=words,
            now=here.now,
            names=here.name,
            together=consent.together(book.here, breach, found.other(book.here.me)),
            lived=mending.lived(found, promises),
            shown=mending.shown(found, promises),
        )
        event = book.write(said, words=dict(words), about=breach)
        if kept and private.is_open(here):
            store_private.mark_said(here.viewer, kept, event.id)
        return event.about


def make_ready(here: Here, *, breach: str, willing: str, able: str) -> str:
    """Answer for oneself alone whether one wants to work on this, and can; or take that back."""
    found = repairing.replay(breach, store.thread(here, breach))
    if found is None or not found.concerns(here.me):
        raise Http404
    consent.answer(here, breach, Answer(willing, able))
    return breach


def _whole(book: Book, root: str) -> Breach:
    found = repairing.replay(root, store.thread(book.here, root))
    if found is None:
        raise Http404
    return found


def _promise(book: Book, root: str) -> Promise | None:
    return fold.whole(book.state, root, lambda about: store.thread(book.here, about))


def _own_promise(book: Book, breach: Breach, facts: ChangeLinked) -> None:
    promise = _promise(book, facts.promise)
    if promise is None or promise.by != book.here.me or breach.hurt not in promise.to:
        raise Refused("Choose a promise of yours to the person it hurt.", field="promise")


def keep_apology(
    here: Here, *, breach: str, facts: ApologyOffered, words: Words, kept: str = "", once: Once | None = None
) -> str:
    """Keep an apology to oneself, where it may stay unsent; `kept` is the note it was, whose words it takes over."""
    if kept and private.is_open(here):
        note = store_private.one(here.viewer, kept)
        if isinstance(note.event.facts, ApologyOffered) and note.event.about == breach:
            store_private.edit(here.viewer, kept, facts, words)
            return kept
    return private.keep(here, facts, words=words, about=breach, once=once)


def keep_breach(here: Here, *, facts: BreachNamed, words: Words, once: Once | None = None) -> str:
    """Keep what happened to oneself; nobody else learns of it. Returns the note's id."""
    return private.keep(here, facts, words=words, once=once)
