"""What is kept to oneself: written, read, found, edited, deleted; locked and unlocked."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from django.http import Http404

from reknit.people import keys
from reknit.practice.events import MissExplained, OccurrenceRemarked
from reknit.practice.refused import Refused
from reknit.spaces.access import Viewer
from reknit.vault import noticing, store
from reknit.vault.closed import AlreadyThere, Locked, NotBegun
from reknit.vault.models import Note
from tests.cast import Someone
from tests.vault.conftest import later, unlocked

pytestmark = pytest.mark.tables
SAID = MissExplained(due="2026-03-03")


def texts(viewer: Viewer) -> list[str]:
    return [(note.event.words or {})["said"] for note in store.everything(viewer)]


def test_what_is_kept_is_read_again(mine: Viewer, together: UUID) -> None:
    about_me = store.add(mine, SAID, {"said": "  Only mine. "})
    about_us = store.add(later(mine, minutes=1), SAID, {"said": "Late again."}, space=together, by="a-seat")
    mine = later(mine, minutes=2)
    assert texts(mine) == ["Late again.", "Only mine."]
    [one] = store.notes(mine, space=together)
    assert (one.id, one.space, one.event.by, one.event.seq, one.rev) == (about_us, together, "a-seat", 2, 1)
    assert [note.id for note in store.notes(mine)] == [about_me]
    assert store.one(mine, about_me).event.facts == SAID
    assert store.notes(mine, kinds=[OccurrenceRemarked]) == []
    assert [note.id for note in store.notes(mine, kinds=[MissExplained])] == [about_me]


def test_a_thread_is_found_by_its_beginning(mine: Viewer) -> None:
    root = store.add(mine, SAID, {"said": "1"})
    store.add(mine, SAID, {"said": "2"}, about=root)
    store.add(mine, SAID, {"said": "other"})
    assert [note.event.words for note in store.notes(mine, about=root)] == [{"said": "1"}, {"said": "2"}]
    store.delete(mine, root)
    assert texts(mine) == ["other"]
    assert Note.objects.count() == 1


def test_an_edit_leaves_nothing_of_what_was_there(mine: Viewer) -> None:
    id_ = store.add(mine, SAID, {"said": "before"})
    store.edit(mine, id_, MissExplained(due="2026-03-04"), {"said": "after"})
    note = store.one(mine, id_)
    assert (note.rev, note.event.seq, note.event.words, note.event.at) == (2, 1, {"said": "after"}, mine.now)
    store.mark_said(mine, id_, "an-event")
    assert store.one(mine, id_).said_as == "an-event"


def test_a_page_holds_the_newest_first(mine: Viewer) -> None:
    for n in range(5):
        store.add(mine, SAID, {"said": str(n)})
    first = store.page(mine, most=2)
    assert [note.event.words for note in first] == [{"said": "4"}, {"said": "3"}]
    assert [note.event.words for note in store.page(mine, before=first[-1].event.seq, most=2)] == [
        {"said": "2"},
        {"said": "1"},
    ]


def test_locked_takes_a_new_note_and_gives_none(anna: Someone, mine: Viewer) -> None:
    locked = anna.viewer()
    dropped = store.add(locked, SAID, {"said": "on the stairs"})
    for refused in (
        lambda: store.everything(locked),
        lambda: store.notes(locked),
        lambda: store.edit(locked, dropped, SAID),
        lambda: store.delete(locked, dropped),
    ):
        with pytest.raises(Locked):
            refused()
    assert texts(unlocked(anna)) == []
    again = unlocked(anna)
    assert noticing.take_in(again) == 1
    assert texts(again) == ["on the stairs"]
    assert Note.objects.get(pk=dropped).rev == 1
    assert noticing.look(again) == noticing.Noticed(0, 0)


def test_the_account_key_reads_nothing_it_dropped_in(anna: Someone, mine: Viewer) -> None:
    id_ = UUID(store.add(anna.viewer(), SAID, {"said": "x"}))
    row = Note.objects.get(pk=id_)
    with pytest.raises(keys.CannotOpen):
        keys.pick_up(anna.pair, anna.pair.public, bytes(row.body), "private note", str(row.side_id), str(id_), 0)


def test_nobody_else_drops_anything_in(anna: Someone, toby: Someone, mine: Viewer) -> None:
    """Somebody who can write rows knows the public half, and has an account key of their own."""
    store.add(replace(toby.viewer(), person=anna.person), SAID, {"said": "planted"})
    again = unlocked(anna)
    assert noticing.take_in(again) == 0
    assert texts(again) == []
    assert noticing.look(again) == noticing.Noticed(missing=0, strange=1)
    noticing.settle(again)
    assert Note.objects.count() == 0


def test_without_a_side_a_write_says_so(anna: Someone) -> None:
    assert not store.begun(anna.viewer())
    with pytest.raises(NotBegun):
        store.add(anna.viewer(), SAID, {"said": "x"})
    assert store.begun(unlocked(anna))


def test_a_form_sent_twice_is_kept_once(anna: Someone, mine: Viewer) -> None:
    once = uuid4()
    id_ = store.add(mine, SAID, {"said": "x"}, once=once)
    assert UUID(id_).version == 4
    for viewer, text, same in ((mine, "x", True), (mine, "y", False), (anna.viewer(), "y", True)):
        with pytest.raises(AlreadyThere) as there:
            store.add(viewer, SAID, {"said": text}, once=once)
        assert (there.value.id, there.value.same) == (id_, same)
    assert texts(later(mine)) == ["x"]


def test_a_text_too_long_is_refused_and_20_000_characters_are_kept(mine: Viewer) -> None:
    long = "ع" * 20_000
    store.add(mine, SAID, {"said": long})
    with pytest.raises(Refused):
        store.add(mine, SAID, {"said": long + "x"})
    assert texts(mine) == [long]


def test_what_is_not_there_is_not_found(mine: Viewer, toby: Someone) -> None:
    theirs = store.add(unlocked(toby), SAID, {"said": "Toby's"})
    for id_ in (theirs, str(uuid4()), "x"):
        for ask in (store.one, store.delete, lambda viewer, id_: store.edit(viewer, id_, SAID)):
            with pytest.raises(Http404):
                ask(mine, id_)
    assert texts(unlocked(toby)) == ["Toby's"]
