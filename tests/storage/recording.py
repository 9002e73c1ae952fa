"""What the product's own connection does to its database, recorded statement by statement while a story is told."""

import sqlite3
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from reknit.cli.example import STORY
from reknit.cli.teller import Teller
from reknit.ledger import store
from reknit.practice.story import parse
from reknit.site.database import elsewhere
from tests.databases import Own

LOOKS = ("SELECT", "--", "EXPLAIN")


@dataclass
class Record:
    """Every statement that is more than a look, with how many events were acknowledged before it was given."""

    statements: list[tuple[str, int]] = field(default_factory=list)
    acked: int = 0

    def take(self, statement: str) -> None:
        if not statement.lstrip().upper().startswith(LOOKS):
            self.statements.append((statement, self.acked))


def told(own: Own) -> Record:
    """Tell the shipped story to the application on this database."""
    record = Record()

    class Recording(sqlite3.Connection):
        def __init__(self, *arguments: Any, **more: Any) -> None:
            super().__init__(*arguments, **more)
            self.set_trace_callback(record.take)

    options = {**own.database["OPTIONS"], "factory": Recording}
    with elsewhere(Own({**own.database, "OPTIONS": options}).connect()):
        _Acknowledging(parse(STORY.read_text(encoding="utf-8")), record).tell()
        for name, wanted in (("synchronous", 2), ("journal_mode", "wal")):
            with connection.cursor() as cursor:
                cursor.execute(f"PRAGMA {name}")
                assert cursor.fetchone() == (wanted,)
        connection.close()
    return record


class _Acknowledging(Teller):
    """After each line, its writer has been told that it is saved."""

    def __init__(self, story: Any, record: Record) -> None:
        super().__init__(story)
        self._record = record

    def _line(self, line: Any, now: Any) -> None:
        super()._line(line, now)
        self._record.acked = store.end(self.space)
