"""Databases of a test's own, copied from a migrated template: a file on SQLite, a database on PostgreSQL."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from reknit.site.database import connect_to, elsewhere
from reknit.site.env import sqlite

POSTGRES = "postgresql"


@dataclass(frozen=True)
class Own:
    """One database. Each thread connects for itself."""

    database: dict[str, Any]

    def connect(self) -> BaseDatabaseWrapper:
        return connect_to(self.database)

    @property
    def path(self) -> Path:
        """The file, on SQLite."""
        return Path(self.database["NAME"])

    @property
    def postgres(self) -> bool:
        return POSTGRES in self.database["ENGINE"]

    def drop(self) -> None:
        if self.postgres:
            ask(f'DROP DATABASE IF EXISTS "{self.database["NAME"]}" WITH (FORCE)')


@dataclass(frozen=True)
class Template(Own):
    """A migrated database nobody writes to."""

    def copy(self, folder: Path) -> Own:
        if self.postgres:
            name = f"reknit_{uuid4().hex[:12]}"
            ask(f'CREATE DATABASE "{name}" TEMPLATE "{self.database["NAME"]}"')
            return Own({**self.database, "NAME": name})
        path = folder / "reknit.sqlite3"
        shutil.copy(self.path, path)
        return Own(sqlite(path))


def make_template(folder: Path) -> Template:
    default = settings.DATABASES["default"]
    if POSTGRES in default["ENGINE"]:
        name = f"reknit_template_{uuid4().hex[:12]}"
        ask(f'CREATE DATABASE "{name}"')
        made = Template({**default, "NAME": name, "CONN_MAX_AGE": 0})
    else:
        made = Template(sqlite(folder / "template.sqlite3"))
    connection = made.connect()
    with elsewhere(connection):
        call_command("migrate", interactive=False, verbosity=0)
        if not made.postgres:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return made


def ask(statement: str) -> None:
    """One statement outside any transaction, on the server's own maintenance database."""
    connection = connect_to({**connections.settings["default"], "NAME": "postgres"})
    with connection.cursor() as cursor:
        cursor.execute(statement)
    connection.close()
