"""Whoever has the database: what they change is found out, and what the chain alone cannot tell is said to be so."""

import argparse
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reknit.cli import commands
from reknit.ledger import chain, codec, store
from reknit.ledger.models import Event as Row
from reknit.ledger.models import Snapshot
from reknit.people import keys
from reknit.practice.events import OccurrenceSaid
from reknit.rooms.belonging import acts as belonging
from reknit.rooms.promises import acts
from reknit.spaces.models import Epoch
from tests import cast
from tests.cast import Someone
from tests.ledger.tampering import forge, lifted, rows, take_out, write_over

pytestmark = pytest.mark.tables
LATER = cast.NOON.replace(day=3, hour=20)
CHANGED = "was changed after it was written"
UNLINKED = "does not follow the event before it"
OVERHEAD = 1 + keys.NONCE + 16


@pytest.fixture
def told(anna: Someone, toby: Someone, together: UUID) -> list[Row]:
    """Six lines: opened, joined, promised, said, answered, remarked."""
    root = cast.promise(toby.here(together))
    when = {"promise": root, "due": "2026-03-03"}
    acts.say(toby.here(together, LATER), **when, outcome="late", words={"said": "The tram."})
    acts.answer(anna.here(together, LATER), **when, answer="yes", words={"said": "I waited."})
    acts.remark(anna.here(together, LATER), **when, remark="hurt", words={"said": "Again."})
    return rows(together)


@pytest.fixture
def verify(capsys: pytest.CaptureFixture[str]) -> Callable[[], list[str]]:
    """What `reknit verify` finds: event and sentence, as printed."""

    def look() -> list[str]:
        capsys.readouterr()
        status = commands.verify(argparse.Namespace())
        said = capsys.readouterr()
        found = [line.partition(", event ")[2] for line in said.err.splitlines()]
        assert status == (1 if found else 0)
        assert ("every link holds" in said.out) != bool(found)
        return found

    return look


def text_of(someone: Someone, space: UUID, row: Row) -> str:
    words = store.one(someone.here(space), str(row.id)).words
    return (words or {}).get("said", "")


def test_an_untouched_history_holds(told: list[Row], verify) -> None:
    assert [row.seq for row in told] == [1, 2, 3, 4, 5, 6]
    assert verify() == []


@pytest.mark.parametrize(
    ("column", "change"),
    [
        ("at", lambda row: row.at + timedelta(seconds=1)),
        ("by", lambda row: next(r.by_id for r in rows(row.space_id) if r.by_id != row.by_id)),
        ("about", lambda row: row.id if row.about != row.id else uuid4()),
        ("epoch", lambda row: row.epoch + 1),
        ("facts_commit", lambda _row: b"\1" * 32),
        ("words_commit", lambda _row: b"\1" * 32),
        ("hash", lambda _row: b"\1" * 32),
    ],
)
@pytest.mark.parametrize("seq", [1, 3, 4, 6])
def test_what_stands_in_the_clear_cannot_be_edited(told: list[Row], verify, column: str, change, seq: int) -> None:
    row = told[seq - 1]
    with lifted():
        write_over(row.id, **{column: change(row)})
    assert f"{seq}: {CHANGED}" in verify()


def test_a_line_moved_to_another_space_is_found(told: list[Row], verify, maya: Someone, sam: Someone) -> None:
    other = cast.space_of(maya, sam)
    with lifted():
        write_over(told[5].id, space=other, seq=3)
    assert verify() == [f"3: {UNLINKED}", f"3: {CHANGED}"]


@pytest.mark.parametrize("part", ["facts", "words"])
def test_sealed_texts_cannot_be_edited(told: list[Row], verify, anna: Someone, together: UUID, part: str) -> None:
    """The links are of commitments, so it is the opening that refuses; and it says nothing else instead."""
    sealed = bytearray(getattr(told[3], part))
    sealed[100] ^= 1
    with lifted():
        write_over(told[3].id, **{part: bytes(sealed)})
    assert verify() == []
    with pytest.raises(keys.CannotOpen):
        store.one(anna.here(together), str(told[3].id))


@pytest.mark.parametrize("part", ["facts", "words"])
def test_a_member_with_the_database_cannot_put_other_words_in(
    told: list[Row], verify, anna: Someone, toby: Someone, together: UUID, part: str
) -> None:
    """Toby holds the key. He still cannot make his "late" a "kept" without the chain telling."""
    here, row = toby.here(together), told[3]
    facts = codec.facts_text(OccurrenceSaid(due="2026-03-03", outcome="kept"))
    text = facts if part == "facts" else codec.words_text({"said": "On time."})
    other = codec.close(here.key(1), text, "ledger", str(together), str(row.id), part)
    with lifted():
        write_over(row.id, **{part: other.sealed})
        with pytest.raises(keys.CannotOpen):
            store.one(anna.here(together), str(row.id))
        assert verify() == []
        write_over(row.id, **{f"{part}_commit": other.commit})
        assert store.one(anna.here(together), str(row.id))
        assert verify() == [f"4: {CHANGED}"]
        write_over(row.id, hash=chain.link(store.line(Row.opened.get(pk=row.pk))))
        assert verify() == [f"5: {UNLINKED}"]


def test_words_cannot_be_added_where_none_were_written(told: list[Row], anna: Someone, together: UUID) -> None:
    row, here = told[1], anna.here(together)
    assert row.words is None
    assert bytes(row.words_commit) == b""
    said = codec.close(here.key(1), codec.words_text({"said": "x"}), "ledger", str(together), str(row.id), "words")
    with lifted():
        write_over(row.id, words=said.sealed)
    with pytest.raises(keys.CannotOpen):
        store.one(here, str(row.id))


@pytest.mark.parametrize("seq", [1, 3, 5])
def test_a_line_taken_out_of_the_middle_is_found(told: list[Row], verify, seq: int) -> None:
    with lifted():
        take_out(told[seq - 1].id)
        missing = [f"{seq + 1}: follows {seq - 1}: something between them is missing"]
        assert verify() == missing
        for row in told[seq:]:
            write_over(row.id, seq=row.seq - 1)
    assert f"{seq}: {UNLINKED}" in verify()


def test_two_lines_swapped_are_found(told: list[Row], verify) -> None:
    with lifted():
        for row, seq in ((told[3], 99), (told[4], 4), (told[3], 5)):
            write_over(row.id, seq=seq)
    assert verify() == [
        f"4: {UNLINKED}", f"4: {CHANGED}", f"5: {UNLINKED}", f"5: {CHANGED}", f"6: {UNLINKED}",
    ]  # fmt: skip


def test_what_the_chain_alone_cannot_see(told: list[Row], verify, anna: Someone, together: UUID) -> None:
    """The newest lines dropped, words blanked without asking, a whole chain forged: nothing in the rows tells."""
    with lifted():
        take_out(told[5].id)
        assert verify() == []
        write_over(told[3].id, words=None)
        assert verify() == []
        assert store.one(anna.here(together), str(told[3].id)).words is None
        write_over(told[2].id, at=told[2].at - timedelta(days=2))
        assert verify() != []
        forge(together, first=3)
        assert verify() == []


def test_agreed_erasure_leaves_the_chain_valid(told: list[Row], verify, toby: Someone, together: UUID) -> None:
    belonging.ask_erasure(toby.here(together), event=str(told[3].id))
    assert verify() == []


@pytest.mark.parametrize("with_commit", [False, True])
def test_sealed_bytes_do_not_open_anywhere_else(
    told: list[Row], anna: Someone, toby: Someone, together: UUID, with_commit: bool
) -> None:
    """Between rows, between spaces of the same people, and between facts and words."""
    other = cast.space_of(anna, toby)
    acts.end(toby.here(other), promise=cast.promise(toby.here(other)), words={"why": "Too much."})
    elsewhere = rows(other)[3]
    moves = [
        (told[3], told[4], "words", "words"),
        (told[3], told[4], "facts", "facts"),
        (elsewhere, told[3], "words", "words"),
        (elsewhere, told[3], "facts", "facts"),
        (told[3], told[3], "words", "facts"),
        (told[3], told[3], "facts", "words"),
    ]
    with lifted():
        for source, target, part, into in moves:
            columns = {into: bytes(getattr(source, part))}
            if with_commit:
                columns[f"{into}_commit"] = bytes(getattr(source, f"{part}_commit"))
            write_over(target.id, **columns)
            with pytest.raises(keys.CannotOpen):
                store.one(anna.here(together), str(target.id))
            write_over(target.id, **{name: bytes(getattr(target, name)) for name in columns})
    assert store.one(anna.here(together), str(told[3].id)).words == {"said": "The tram."}


def test_sealed_bytes_do_not_open_in_another_epoch(anna: Someone, toby: Someone, maya: Someone) -> None:
    space = cast.space_of(anna, toby, maya, kind="friends")
    before, after = rows(space)[0], rows(space)[-1]
    assert (before.epoch, after.epoch) == (1, 2)
    with lifted():
        write_over(after.id, epoch=1)
        with pytest.raises(keys.CannotOpen):
            store.one(anna.here(space), str(after.id))
        write_over(before.id, epoch=2)
        with pytest.raises(keys.CannotOpen):
            store.one(anna.here(space), str(before.id))


@pytest.mark.parametrize("part", ["facts", "words"])
def test_every_byte_of_an_envelope_counts(told: list[Row], toby: Someone, together: UUID, part: str) -> None:
    row, key = told[3], toby.here(together).key(1)
    sealed, commit = bytes(getattr(row, part)), bytes(getattr(row, f"{part}_commit"))
    place = ("ledger", str(together), str(row.id), part)
    assert codec.open_(key, sealed, commit, *place)
    changed = [sealed[:i] + bytes([sealed[i] ^ bit]) + sealed[i + 1 :] for i in range(len(sealed)) for bit in (1, 128)]
    for envelope in [*changed, sealed[:-1], sealed + b"\0", sealed[:40], b""]:
        with pytest.raises(keys.CannotOpen):
            codec.open_(key, envelope, commit, *place)


@given(size=st.integers(0, 70_000))
def test_an_envelope_tells_a_power_of_two_and_no_more(size: int) -> None:
    inside = len(keys.seal(bytes(32), b"x" * size, "anywhere")) - OVERHEAD
    assert inside >= max(keys.SMALLEST, size + 1)
    assert inside.bit_count() == 1
    assert inside == keys.SMALLEST or inside <= 2 * size


def test_every_stored_envelope_is_a_bucket(told: list[Row], toby: Someone, together: UUID) -> None:
    for size in (1, 7, 200, 3000, 20_000):
        cast.promise(toby.here(together), what="ü" * size)
    sealed = [bytes(each) for row in rows(together) for each in (row.facts, row.words) if each]
    sealed += [bytes(kept.body) for kept in Snapshot.objects.filter(space_id=together)]
    sealed += [bytes(epoch.card) for epoch in Epoch.objects.filter(space_id=together)]
    assert {(len(each) - OVERHEAD).bit_count() for each in sealed} == {1}
