"""The history is append-only in the database itself: whatever is tried, by whatever way, the line stands."""

from collections.abc import Callable, Iterator
from datetime import date
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from reknit.ledger import chain, checks, erase, store, triggers
from reknit.ledger.models import Event, Lifted
from reknit.rooms.belonging import acts as belonging
from reknit.site.database import elsewhere
from tests import cast
from tests.cast import Someone
from tests.databases import Own

pytestmark = pytest.mark.tables

COLUMNS = [field.column for field in Event._meta.concrete_fields]
# Where two lines may hold the same, a value of no line; everywhere else, what another line holds.
OTHER = {"words": "NULL", "space_id": f"'{uuid4()}'", "at": "'2001-01-01 00:00:00+00'", "epoch": "77"}
Try = Callable[[], object]
UPSERT = (
    "INSERT INTO ledger_event ({0}) SELECT {0} FROM ledger_event WHERE id = %s ON CONFLICT (id) DO UPDATE SET seq = 99"
)


@pytest.fixture
def line(anna: Someone, toby: Someone, together: UUID) -> Event:
    """A line with words, between others."""
    root = cast.promise(toby.here(together))
    cast.promise(anna.here(together))
    settle()
    return Event.opened.get(pk=root)


def settle() -> None:
    """Let PostgreSQL check now what it puts off, or it refuses for that reason instead of ours."""
    if connection.vendor == "postgresql":
        _sql("SET CONSTRAINTS ALL IMMEDIATE")()


def _sql(statement: str, *values: object) -> Try:
    def run() -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement, values or None)

    return run


def by_hand(line: Event) -> Iterator[tuple[str, Try]]:
    """Every statement we could think of that changes or removes a line."""
    key = str(line.pk) if connection.vendor == "postgresql" else line.pk.hex
    other = Event.opened.exclude(by_id=line.by_id).values_list("pk", flat=True)[0]
    second = str(other) if connection.vendor == "postgresql" else other.hex
    for column in COLUMNS:
        value = OTHER.get(column, f"(SELECT {column} FROM ledger_event WHERE id = '{second}')")
        yield f"update {column}", _sql(f"UPDATE ledger_event SET {column} = {value} WHERE id = %s", key)
        if column != "words":
            both = f"UPDATE ledger_event SET words = NULL, {column} = {value} WHERE id = %s"
            yield f"blank and update {column}", _sql(both, key)
    yield "update nothing", _sql("UPDATE ledger_event SET seq = seq WHERE id = %s", key)
    yield "delete one", _sql("DELETE FROM ledger_event WHERE id = %s", key)
    yield "delete all", _sql("DELETE FROM ledger_event")
    yield "upsert", _sql(UPSERT.format(", ".join(COLUMNS)), key)
    yield from _postgresql() if connection.vendor == "postgresql" else _sqlite(key)


def _sqlite(key: str) -> Iterator[tuple[str, Try]]:
    columns = ", ".join(COLUMNS)
    moved = columns.replace("id", f"'{uuid4().hex}'", 1)
    for way in ("INSERT OR REPLACE", "REPLACE"):
        for by, chosen in (("id", columns), ("place", moved)):
            copied = f"{way} INTO ledger_event ({columns}) SELECT {chosen} FROM ledger_event WHERE id = %s"
            yield f"{way} by {by}", _sql(copied, key)
    yield "update or replace", _sql("UPDATE OR REPLACE ledger_event SET seq = 1 WHERE id = %s", key)


def _postgresql() -> Iterator[tuple[str, Try]]:
    for tables in ("ledger_event", "spaces_space CASCADE", "ledger_event, spaces_member CASCADE"):
        yield f"truncate {tables}", _sql(f"TRUNCATE {tables}")
    merge = "MERGE INTO ledger_event a USING ledger_event b ON a.id = b.id WHEN MATCHED THEN UPDATE SET seq = a.seq + 9"
    yield "merge", _sql(merge)


def by_models(line: Event) -> Iterator[tuple[str, Try]]:
    """The same through Django, for whoever gets hold of the open manager or of a row."""
    mine = Event.opened.filter(pk=line.pk)
    yield "update", lambda: mine.update(words=None)
    yield "delete", mine.delete
    yield "delete one", line.delete
    yield "save", line.save
    yield "save some", lambda: line.save(update_fields=["facts"])
    yield "bulk update", lambda: Event.opened.bulk_update([line], ["seq"])
    yield "update or create", lambda: Event.opened.update_or_create(pk=line.pk, defaults={"seq": 7})
    conflicts = {"update_conflicts": True, "update_fields": ["seq"], "unique_fields": ["id"]}
    yield "bulk create", lambda: Event.opened.bulk_create([line], **conflicts)  # type: ignore[arg-type]


def passes(tries: Iterator[tuple[str, Try]]) -> list[str]:
    """The tries our triggers did not stop, whatever else may have; each is undone again."""
    return [name for name, run in tries if triggers.SAID not in refusal(run)]


def refusal(run: Try) -> str:
    """What the database says against it, or nothing."""
    try:
        with transaction.atomic():
            run()
            transaction.set_rollback(True)
    except DatabaseError as fault:
        return str(fault)
    return ""


def test_nothing_changes_a_line(line: Event) -> None:
    assert passes(by_hand(line)) == []
    assert passes(by_models(line)) == []


def test_without_triggers_everything_is_reported(line: Event) -> None:
    tries = len(list(by_hand(line))), len(list(by_models(line)))
    with transaction.atomic():
        _drop(*triggers.needed(connection))
        found = len(passes(by_hand(line))), len(passes(by_models(line)))
        transaction.set_rollback(True)
    assert tries[0] >= len(COLUMNS) + 5
    assert found == tries


def _drop(*names: str) -> None:
    with connection.cursor() as cursor:
        for name in names:
            cursor.execute(f"DROP TRIGGER {name}" + (" ON ledger_event" if connection.vendor == "postgresql" else ""))


@pytest.mark.django_db
def test_nothing_starts_without_each_trigger() -> None:
    assert checks.triggers_stand(databases=["default"]) == []
    assert triggers.needed(connection) <= triggers.standing(connection)
    for name in triggers.needed(connection):
        with transaction.atomic():
            _drop(name)
            [error] = checks.triggers_stand(databases=["default"])
            transaction.set_rollback(True)
        assert (error.id, name in error.msg) == ("reknit.E101", True)


@pytest.mark.django_db
def test_a_trigger_switched_off_is_missed() -> None:
    if connection.vendor != "postgresql":
        return
    with transaction.atomic():
        _sql("ALTER TABLE ledger_event DISABLE TRIGGER ALL")()
        assert [error.id for error in checks.triggers_stand(databases=["default"])] == ["reknit.E101"]
        transaction.set_rollback(True)


def test_only_the_words_of_one_line_go(line: Event, together: UUID) -> None:
    before = {row.pk: _values(row) for row in Event.opened.all()}
    erase.words_of(together, [line.pk])
    after = {row.pk: _values(row) for row in Event.opened.all()}
    before[line.pk]["words"] = None
    assert after == before
    assert not Lifted.objects.exists()
    assert list(chain.faults(store.every_line())) == []
    fresh = Event.opened.get(pk=line.pk)
    assert passes(by_hand(fresh)) + passes(by_models(fresh)) == []


def _values(row: Event) -> dict[str, object]:
    return {name: bytes(v) if isinstance(v := getattr(row, name), memoryview) else v for name in _names()}


def _names() -> list[str]:
    return [field.attname for field in Event._meta.concrete_fields]


def test_while_lifted_words_may_go_and_nothing_else(line: Event, together: UUID) -> None:
    blank = {"update words", "update"}
    with erase._lifted(together):
        assert set(passes(by_hand(line))) == {"update words"}
        assert set(passes(by_models(line))) <= blank
        assert refusal(lambda: Event.opened.filter(pk=line.pk).update(words=b"other words"))
    with erase._lifted(uuid4()):
        assert passes(by_hand(line)) + passes(by_models(line)) == []
    with erase._lifted(uuid4(), whole=True):
        assert passes(by_hand(line)) + passes(by_models(line)) == []


def test_a_whole_space_goes_alone(line: Event, together: UUID, maya: Someone, sam: Someone) -> None:
    other = cast.space_of(maya, sam)
    erase.whole(together)
    assert set(Event.opened.values_list("space_id", flat=True)) == {other}
    assert not Lifted.objects.exists()
    assert passes(by_models(Event.opened.all()[0])) == []


def test_it_stays_lifted_nowhere_when_something_fails(line: Event, together: UUID) -> None:
    with pytest.raises(RuntimeError), transaction.atomic(), erase._lifted(together):
        raise RuntimeError
    assert not Lifted.objects.exists()
    assert passes(by_models(line)) == []


def test_erased_words_leave_the_file(own: Own) -> None:
    """On SQLite not a byte of the envelope is left on the disk, neither in the file nor in its log."""
    if own.postgres:
        return
    with elsewhere(own.connect()):
        anna, toby = cast.person("Anna"), cast.person("Toby")
        space = cast.space_of(anna, toby)
        root = cast.promise(toby.here(space), what="Home by seven. " * 200)
        envelope = bytes(Event.opened.get(pk=root).words)
        pieces = [envelope[at : at + 24] for at in range(0, len(envelope) - 24, 24)]
        assert any(piece in _disk(own) for piece in pieces)
        belonging.ask_erasure(toby.here(space), event=root)
        assert erase.fall_due(date(2026, 4, 1)) == 1
        assert not any(piece in _disk(own) for piece in pieces)
        connection.close()


def _disk(own: Own) -> bytes:
    return b"".join(path.read_bytes() for path in own.path.parent.iterdir() if path.name.startswith(own.path.name))
