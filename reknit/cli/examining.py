"""Whether a database is whole: read end to end, without a key, whatever version of Reknit wrote it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from django.db import Error, connection

from reknit.ledger import chain, store, triggers
from reknit.site.database import connect_to, elsewhere
from reknit.site.env import sqlite

# Opened this way a copy stays the one file it is, and cannot be written to.
READING = "PRAGMA query_only=ON; PRAGMA temp_store=MEMORY;"


@dataclass(frozen=True)
class Report:
    """What a database holds, and every place where it does not hold."""

    people: int
    spaces: int
    events: int
    last: str
    faults: tuple[str, ...] = ()

    def __str__(self) -> str:
        until = f", the last of {self.last}" if self.last else ""
        return f"{self.people} accounts, {self.spaces} spaces, {self.events} events{until}"


def reading(path: Path) -> Any:
    """A connection to a SQLite file that leaves it as it is."""
    made = sqlite(path)
    made["OPTIONS"]["init_command"] = READING
    return connect_to(made)


def file(path: Path) -> Report:
    """Examine a SQLite file."""
    own = reading(path)
    with elsewhere(own):
        try:
            return examine()
        finally:
            own.close()


def examine() -> Report:
    """Examine the database at hand. One that cannot be read at all is a fault, too."""
    try:
        return Report(*_counts(), tuple(_faults()))
    except Error as fault:
        return Report(0, 0, 0, "", (f"it cannot be read: {fault}",))


def _counts() -> tuple[int, int, int, str]:
    people, spaces, events = (count(table) for table in ("people_person", "spaces_space", "ledger_event"))
    [(last,)] = rows("SELECT MAX(at) FROM ledger_event")
    return people, spaces, events, str(last or "")[:16]


def count(table: str) -> int:
    [(found,)] = rows(f"SELECT COUNT(*) FROM {connection.ops.quote_name(table)}")  # noqa: S608
    return int(found)


def rows(query: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return list(cursor.fetchall())


def _faults() -> Iterator[str]:
    if connection.vendor == "sqlite":
        yield from (f"the file is damaged: {said}" for (said,) in rows("PRAGMA integrity_check") if said != "ok")
        yield from (f"a row of {row[0]} names one that is not there" for row in rows("PRAGMA foreign_key_check"))
    missing = triggers.needed(connection) - triggers.standing(connection)
    yield from (f"the trigger {name} is missing" for name in sorted(missing))
    for _space, own in groupby(store.every_line(), key=lambda line: line.space):
        yield from (f"space {fault.space}, event {fault.seq}: {fault.what}" for fault in chain.faults(own))
