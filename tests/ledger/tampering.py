"""The hand of whoever runs the database: the triggers lifted, the rows written over in plain SQL."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.db import connection

from reknit.ledger import chain, store, triggers
from reknit.ledger.models import Event as Row


@contextmanager
def lifted() -> Iterator[None]:
    """No trigger stands in the way until the test's transaction is rolled back."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for name in triggers.NAMES:
                cursor.execute(f"DROP TRIGGER {name}")
        else:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE ledger_event DISABLE TRIGGER USER")
    yield


def rows(space: UUID) -> list[Row]:
    return list(Row.opened.filter(space_id=space).order_by("seq"))


def write_over(event: UUID, **columns: Any) -> None:
    """Put these values into an event's row, by the names of their fields."""
    named = ", ".join(f"{Row._meta.get_field(name).column} = %s" for name in columns)
    values = [_as_stored(name, value) for name, value in columns.items()]
    _execute(f"UPDATE ledger_event SET {named} WHERE id = %s", *values, _as_stored("id", event))


def take_out(event: UUID) -> None:
    _execute("DELETE FROM ledger_event WHERE id = %s", _as_stored("id", event))


def forge(space: UUID, *, first: int) -> None:
    """Link every line from `first` on anew, as someone who rewrote history whole would."""
    prev = b""
    for row in rows(space):
        if row.seq >= first:
            row.prev = prev or chain.genesis(str(space))
            write_over(row.id, prev=row.prev, hash=chain.link(store.line(row)))
        prev = bytes(Row.opened.get(pk=row.pk).hash)


def _execute(statement: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        assert cursor.rowcount == 1


def _as_stored(name: str, value: Any) -> Any:
    return Row._meta.get_field(name).get_db_prep_save(value, connection)
