"""What lies on the disk opens for its owner, in its place, as it was left; anything else is refused, calmly."""

import json
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from django.http import Http404

from reknit.people import keys
from reknit.people.keys import CannotOpen
from reknit.practice.events import MissExplained
from reknit.spaces.access import Viewer
from reknit.vault import acts, envelopes, index, noticing, store, ways
from reknit.vault.models import Note, Opening, Side, Way
from tests.cast import Someone
from tests.vault.conftest import PHRASE, later, unlocked

pytestmark = pytest.mark.tables
SAID = MissExplained(due="2026-03-03")
CALM = "This could not be opened"


@pytest.fixture
def kept(mine: Viewer) -> UUID:
    return UUID(store.add(mine, SAID, {"said": "Only mine."}))


def flips(text: bytes) -> list[bytes]:
    """The same with one byte changed, each in turn; and cut short, and longer."""
    changed = [text[:at] + bytes([text[at] ^ (1 << (at % 8))]) + text[at + 1 :] for at in range(len(text))]
    return [*changed, text[:-1], text + b"\0", b"", text[:20]]


def test_every_byte_of_a_note_counts(mine: Viewer, kept: UUID) -> None:
    body = bytes(Note.objects.get(pk=kept).body)
    assert len(flips(body)) > 250
    for other in flips(body):
        Note.objects.filter(pk=kept).update(body=other)
        assert store.everything(later(mine)) == []
    with pytest.raises(CannotOpen):
        store.one(later(mine), str(kept))
    with pytest.raises(CannotOpen):
        store.edit(later(mine), str(kept), SAID)
    Note.objects.filter(pk=kept).update(body=body)
    assert len(store.everything(later(mine))) == 1


def test_every_byte_of_the_index_counts(mine: Viewer, kept: UUID) -> None:
    for other in flips(bytes(Side.objects.get().index)):
        Side.objects.update(index=other)
        with pytest.raises(CannotOpen):
            store.everything(later(mine))


def test_every_byte_of_what_the_passphrase_wraps_counts(anna: Someone, mine: Viewer) -> None:
    side = Side.objects.get()
    way = Way.objects.select_related("side").get()
    for other in flips(bytes(way.wrapped))[::7]:
        Way.objects.update(wrapped=other)
        with pytest.raises(acts.WrongPhrase):
            acts.try_open(anna.viewer(), typed=PHRASE)
    Way.objects.update(wrapped=way.wrapped)
    Side.objects.filter(pk=side.pk).update(public=keys.new_pair().public)
    with pytest.raises(acts.WrongPhrase):
        acts.try_open(anna.viewer(), typed=PHRASE)


def test_every_byte_of_a_drop_counts(anna: Someone, mine: Viewer) -> None:
    id_ = UUID(store.add(anna.viewer(), SAID, {"said": "x"}))
    body = bytes(Note.objects.get(pk=id_).body)
    for other in flips(body):
        with pytest.raises(CannotOpen):
            envelopes.pick_up(mine.private.pair, anna.pair.public, mine.private.side, id_, other)  # type: ignore[union-attr]
    Note.objects.filter(pk=id_).update(body=flips(body)[40])
    assert noticing.take_in(unlocked(anna)) == 0
    assert noticing.look(unlocked(anna)).strange == 1


def test_pages_stay_calm_whatever_was_changed(anna: Someone) -> None:
    """No page fails, whichever row was tampered with; each says so or asks for the passphrase again."""
    client = anna.browser()
    client.post("/p/set", {"phrase": PHRASE, "idle": "10", "code": "none"})
    client.post("/p/new", {"said": "Only mine.", "about": ""})
    note = Note.objects.get()
    tampered: dict[str, tuple[Callable[[bytes], object], bytes, set[int]]] = {
        "note": (lambda b: Note.objects.update(body=b), bytes(note.body), {409}),
        "index": (lambda b: Side.objects.update(index=b), bytes(Side.objects.get().index), {409}),
        "opening": (lambda b: Opening.objects.update(blob=b), bytes(Opening.objects.get().blob), {302}),
    }
    for name, (put, right, wanted) in tampered.items():
        for other in flips(right)[:: len(right) // 5]:
            put(other)
            answer = client.get(f"/p/n/{note.pk}/")
            assert answer.status_code in wanted, (name, answer.status_code)
            assert answer.status_code == 302 or CALM in answer.content.decode()
            assert client.get("/p/").status_code in {200, 409}
        put(right)
        assert client.get(f"/p/n/{note.pk}/").status_code == 200


def _two(mine: Viewer) -> tuple[Note, Note]:
    ids = [store.add(mine, SAID, {"said": text}) for text in ("one", "two")]
    return Note.objects.get(pk=ids[0]), Note.objects.get(pk=ids[1])


def test_rows_that_were_swapped_do_not_open(mine: Viewer) -> None:
    one, two = _two(mine)
    Note.objects.filter(pk=one.pk).update(body=two.body)
    Note.objects.filter(pk=two.pk).update(body=one.body)
    assert store.everything(later(mine)) == []


def test_a_row_that_was_rolled_back_is_noticed(anna: Someone, mine: Viewer, kept: UUID) -> None:
    before = Note.objects.get(pk=kept)
    store.edit(mine, str(kept), SAID, {"said": "after"})
    Note.objects.filter(pk=kept).update(rev=before.rev, body=before.body)
    again = unlocked(anna)
    assert noticing.look(again) == noticing.Noticed(missing=1, strange=0)
    with pytest.raises(CannotOpen):
        store.one(again, str(kept))
    noticing.settle(again)
    assert noticing.look(later(again)) == noticing.Noticed(0, 0)


def test_a_row_that_was_removed_or_put_back_is_noticed(anna: Someone, mine: Viewer) -> None:
    one, two = _two(mine)
    store.delete(mine, str(two.pk))
    Note.objects.filter(pk=one.pk).delete()
    two.save(force_insert=True)
    again = unlocked(anna)
    assert noticing.look(again) == noticing.Noticed(missing=1, strange=1)
    assert store.everything(again) == []


def test_an_index_that_was_rolled_back_alone_does_not_open(mine: Viewer, kept: UUID) -> None:
    before = bytes(Side.objects.get().index)
    store.edit(mine, str(kept), SAID, {"said": "after"})
    Side.objects.update(index=before)
    with pytest.raises(CannotOpen):
        store.everything(later(mine))


def test_another_persons_row_does_not_open_here(anna: Someone, toby: Someone, mine: Viewer, kept: UUID) -> None:
    theirs = unlocked(toby)
    id_ = UUID(store.add(theirs, SAID, {"said": "Toby's"}))
    for owner, note in ((theirs, kept), (mine, id_)):
        side = owner.private.side  # type: ignore[union-attr]
        Note.objects.filter(pk=note).update(side=side)
        assert all(str(note) != one.id for one in store.everything(later(owner)))
        with pytest.raises(Http404):
            store.one(later(owner), str(note))


def test_sizes_tell_a_power_of_two_and_no_more(anna: Someone, mine: Viewer) -> None:
    for length in (0, 1, 50, 100, 300, 900, 3000, 20_000):
        store.add(mine, SAID, {"said": "ä" * length})
        store.add(anna.viewer(), SAID, {"said": "ä" * length})
    for note in Note.objects.all():
        over = 1 + 24 + 16 if note.rev else 1 + 48 + 24 + 16
        padded = len(note.body) - over
        assert padded >= keys.SMALLEST
        assert padded & (padded - 1) == 0
    [short] = {len(n.body) for n in Note.objects.filter(rev=1)[:3]}
    assert short < 600


def test_two_writers_do_not_write_over_each_other(mine: Viewer, kept: UUID) -> None:
    side, known = index.of(later(mine).private)  # type: ignore[arg-type]
    store.add(mine, SAID, {"said": "meanwhile"})
    with pytest.raises(index.Moved):
        index.write(side, mine.private.pair, known)  # type: ignore[union-attr]
    assert len(store.everything(later(mine))) == 2


VECTORS = json.loads((Path(__file__).parent / "vectors.json").read_text(encoding="utf-8"))
SIDE, NOTE = UUID(VECTORS["side"]), UUID(VECTORS["note"])


def test_what_the_first_version_wrote_opens_for_ever() -> None:
    """Fixed keys, ids and bytes: a note, a drop, an index and a wrapped key as they were written once."""
    pair, account = (keys.pair_of(bytes.fromhex(VECTORS[name])) for name in ("secret", "account_secret"))
    box = {name: bytes.fromhex(text) for name, text in VECTORS["boxes"].items()}
    assert pair.public.hex() == VECTORS["public"]
    note = envelopes.unseal(pair, SIDE, NOTE, 3, box["note"])
    assert (note.words, note.said_as) == ({"said": "Ünd zwölf."}, "an-event")
    assert envelopes.pick_up(pair, account.public, SIDE, NOTE, box["drop"]).words == {"said": "Ünd zwölf."}
    side = Side(id=SIDE, public=pair.public, turn=7, index=box["index"])
    known = index.read(side, pair)
    assert known.notes[NOTE.bytes].rev == 3
    assert known.heads[SIDE.bytes].seq == 12
    way = Way(side=side, kind=Way.Kind.PHRASE, salt=bytes(16), passes=1, memory=8192, wrapped=box["way"])
    assert ways.opened(way, ways.from_phrase(way, VECTORS["phrase"])) == pair
