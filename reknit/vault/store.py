"""The private side's one reader and one writer. Every call is for the person whose side it is.

Reading needs it unlocked (Locked where it is not); a new note can be written locked, too. Where there is no private
side yet a write says so (NotBegun). Both find their way to the page that asks for the passphrase, with the text.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from uuid import UUID, uuid4

import msgspec
from django.db import transaction
from django.http import Http404

from reknit.people import keys
from reknit.practice import texts
from reknit.practice.events import Anything
from reknit.practice.facts import Words
from reknit.practice.refused import Refused
from reknit.spaces import disk
from reknit.spaces.access import Viewer
from reknit.spaces.private import Private
from reknit.vault import envelopes, index
from reknit.vault.closed import AlreadyThere
from reknit.vault.envelopes import DROPPED, ME, Body, Note
from reknit.vault.holding import believed, held, mine, opened, put, writing
from reknit.vault.index import Entry
from reknit.vault.models import Note as Row
from reknit.vault.models import Side

Kinds = Iterable[type[Anything]] | None
MOST_AT_ONCE = 400
NOTHING: Mapping[str, str] = {}


def begun(viewer: Viewer) -> bool:
    """Whether this person has a private side; for their own pages only."""
    return viewer.private is not None or mine(viewer).exists()


def notes(
    viewer: Viewer, *, space: UUID | None = None, kinds: Kinds = None, about: str | None = None, after: int = 0
) -> list[Note]:
    """What is kept about a space (None: about oneself), in the order it was written; of some kinds, of one thread,
    from after a place in that order."""
    known = index.of(opened(viewer))[1]
    root = _uuid(about) if about else None
    asked = None if kinds is None else {envelopes.kind_of(kind) for kind in kinds}

    def wanted(id_: UUID, entry: Entry) -> bool:
        return (
            entry.seq > after
            and known.space_of(entry) == space
            and (asked is None or known.kind_of(entry) in asked)
            and (root is None or root.bytes == (entry.about or id_.bytes))
        )

    return _opened(viewer, {id_: entry for id_, entry in known.entries() if wanted(id_, entry)})


def roots(viewer: Viewer, ids: Iterable[str]) -> dict[str, str]:
    """Of these, the notes there are, each with the first note of its thread."""
    known = index.of(opened(viewer))[1].notes
    entries = {id_: known.get(_uuid(id_).bytes) for id_ in ids}
    return {id_: str(UUID(bytes=one.about)) if one.about else id_ for id_, one in entries.items() if one}


def last(viewer: Viewer) -> int:
    """The place of the newest note there is, or was."""
    return index.of(opened(viewer))[1].last


def everything(viewer: Viewer) -> list[Note]:
    """All of it, of every space and of oneself, the newest first."""
    found = _opened(viewer, dict(index.of(opened(viewer))[1].entries()))
    return sorted(found, key=lambda note: (note.event.at, note.event.seq), reverse=True)


def page(viewer: Viewer, *, before: int | None = None, most: int = 20) -> list[Note]:
    """Some of it, the newest first, from before a place in the order of writing."""
    entries = [(entry.seq, id_, entry) for id_, entry in index.of(opened(viewer))[1].entries()]
    shown = sorted((one for one in entries if before is None or one[0] < before), reverse=True, key=lambda one: one[0])
    return _opened(viewer, {id_: entry for _, id_, entry in shown[:most]})[::-1]


def one(viewer: Viewer, id_: str) -> Note:
    """One note, or not found; CannotOpen where it is not as it was left."""
    wanted = _uuid(id_)
    entry = index.of(opened(viewer))[1].notes.get(wanted.bytes)
    if entry is None:
        raise Http404
    found = _opened(viewer, {wanted: entry})
    if not found:
        raise keys.CannotOpen
    return found[0]


def add(
    viewer: Viewer,
    facts: Anything,
    words: Mapping[str, str] = NOTHING,
    *,
    space: UUID | None = None,
    about: str | None = None,
    by: str = ME,
    once: UUID | None = None,
) -> str:
    """Keep this to oneself, locked or unlocked; returns the note's id. The same `once` again is AlreadyThere."""
    body = Body(facts, viewer.now, by, str(space or ""), str(about or ""), _tidy(words))
    with transaction.atomic():
        side = held(viewer)
        id_ = _new_id(viewer, side, once)
        _refuse_twice(viewer, side, id_, body)
        if viewer.private is None:
            box = envelopes.drop(viewer, bytes(side.public), side.pk, id_, body)
            Row(id=id_, side=side, rev=DROPPED, body=box).save(force_insert=True)
        else:
            with writing(viewer.private, side) as known:
                put(side, viewer.private.pair, known, id_, body)
    return str(id_)


def edit(viewer: Viewer, id_: str, facts: Anything, words: Mapping[str, str] = NOTHING) -> None:
    """Other facts and words in the place of those there were, which are gone."""
    _replace(viewer, id_, facts=facts, words=_tidy(words))


def mark_said(viewer: Viewer, id_: str, event: str) -> None:
    """The note was said as this shared event, and is not counted beside it."""
    _replace(viewer, id_, said_as=event)


def delete(viewer: Viewer, id_: str) -> None:
    """Take a note away without a trace; with the first of a thread goes the thread."""
    with transaction.atomic():
        side = held(viewer)
        with writing(opened(viewer), side, throw=True) as known:
            if _uuid(id_).bytes not in known.notes:
                raise Http404
            gone = known.thread(_uuid(id_))
            for each in gone:
                known.drop(each)
        Row.objects.filter(side=side, pk__in=gone).delete()
    disk.scrub()


def _replace(viewer: Viewer, id_: str, **changed: object) -> None:
    with transaction.atomic():
        side, private = held(viewer), opened(viewer)
        with writing(private, side, throw=True) as known:
            found = _uuid(id_)
            entry = known.notes.get(found.bytes)
            row = Row.objects.filter(side=side, pk=found).first()
            if entry is None:
                raise Http404
            before = believed(side.pk, private.pair, known, row) if row else None
            if before is None:
                raise keys.CannotOpen
            put(side, private.pair, known, found, msgspec.structs.replace(before, **changed))
    disk.scrub()


def _opened(viewer: Viewer, entries: dict[UUID, Entry]) -> list[Note]:
    """These notes in the order they were written. What does not open as the index has it is left out: at the next
    unlock its owner reads that it is gone."""
    private, found = opened(viewer), {}
    for id_, rev, body in _rows(private, list(entries)):
        entry = entries.get(id_)
        if entry is None or rev != entry.rev:
            continue
        with suppress(keys.CannotOpen):
            inside = envelopes.unseal(private.pair, private.side, id_, rev, bytes(body))
            found[entry.seq] = envelopes.note(id_, rev, entry.seq, inside)
    return [found[seq] for seq in sorted(found)]


def _rows(private: Private, wanted: list[UUID]) -> Iterator[tuple[UUID, int, bytes | memoryview]]:
    rows = Row.objects.filter(side=private.side)
    if len(wanted) <= MOST_AT_ONCE:
        rows = rows.filter(pk__in=wanted)
    return rows.values_list("id", "rev", "body").iterator(500)


def _new_id(viewer: Viewer, side: Side, once: UUID | None) -> UUID:
    """An id that looks like any other; the same form gets the same one, without a row that says what was sent."""
    if once is None:
        return uuid4()
    made = keys.fingerprint(keys.mixed("private id", viewer.pair.secret), side.pk.bytes + once.bytes)
    return UUID(bytes=made[:16], version=4)


def _refuse_twice(viewer: Viewer, side: Side, id_: UUID, body: Body) -> None:
    row = Row.objects.filter(side=side, pk=id_).first()
    if row is None:
        return
    same = True
    if viewer.private and row.rev != DROPPED:
        before = believed(side.pk, viewer.private.pair, index.read(side, viewer.private.pair), row)
        same = before is not None and (before.facts, before.words) == (body.facts, body.words)
    raise AlreadyThere(str(id_), same=same)


def _tidy(words: Mapping[str, str]) -> Words:
    tidied = texts.tidy(words)
    if any(len(text) > texts.LONGEST for text in tidied.values()):
        raise Refused("One text can hold 20,000 characters; this one is longer. Nothing was saved yet.")
    return tidied


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as fault:
        raise Http404 from fault
