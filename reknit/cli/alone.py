"""Who holds the database: any number of servers beside each other, or one command that must be alone with it."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import Error, connection

from reknit.cli.stopped import Stopped
from reknit.site.database import connect

SERVING = "serving.lock"
RUNNING = "A server is running on this database. Stop it first, and start it again afterwards."


@contextmanager
def serving() -> Iterator[None]:
    """While a server runs: nobody takes the database from under it."""
    with _lock(fcntl.LOCK_SH, "The database is being restored or moved. Start the server when that is done."):
        yield


@contextmanager
def alone() -> Iterator[None]:
    """No server begins within the block, and none runs: neither on this folder nor on this PostgreSQL database."""
    with _lock(fcntl.LOCK_EX, RUNNING):
        if connection.vendor == "postgresql" and _others():
            raise Stopped(RUNNING)
        yield


@contextmanager
def _lock(kind: int, otherwise: str) -> Iterator[None]:
    folder = Path(settings.DATA)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(folder / SERVING, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, kind | fcntl.LOCK_NB)
        yield
    except BlockingIOError as fault:
        raise Stopped(otherwise) from fault
    finally:
        os.close(handle)


def _others() -> int:
    """How many others are connected to this PostgreSQL database."""
    query = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    with connection.cursor() as cursor:
        cursor.execute(query)
        return int(cursor.fetchone()[0])


def fold_log(path: Path) -> None:
    """Make one file of a SQLite database and its log; refused while anybody has it open. A damaged one stays."""
    last = connect(path)
    try:
        with last.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout=500")
            cursor.execute("PRAGMA journal_mode=DELETE")
    except Error as fault:
        if "locked" in str(fault):
            raise Stopped(RUNNING) from fault
    finally:
        last.close()
