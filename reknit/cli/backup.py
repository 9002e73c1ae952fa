"""A backup: a checked copy in one file, taken while the server goes on."""

import argparse
import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from django.db import connection

from reknit.cli import examining, postgres
from reknit.cli.examining import Report
from reknit.cli.stopped import Stopped

# Who is signed in right now: of no use later, and it would tell when somebody was here.
LEFT_OUT = ("django_session", "people_openkey", "vault_opening")


def command(arguments: argparse.Namespace) -> int:
    """Back the database up into a new file."""
    file = Path(arguments.file).absolute()
    report = take(file)
    for fault in report.faults:
        print(fault, file=sys.stderr)
    print(f"{file}: {report}." + (f" {len(report.faults)} faults." if report.faults else " Every link holds."))
    return 1 if report.faults else 0


def take(file: Path) -> Report:
    """Make `file`, which nobody else can read, with all that was acknowledged before; say whether it is whole.

    It stands under its name only when it is complete and on the disk. One with faults is kept: it may be all there is.
    """
    if file.exists():
        raise Stopped(f"{file} is there already. Choose another name; nothing is written over.")
    partial = file.with_name(f"{file.name}.partial")
    try:
        _create(partial)
        report = _of_sqlite(partial) if connection.vendor == "sqlite" else postgres.dump(partial, without=LEFT_OUT)
        settle(partial)
        partial.replace(file)
        settle(file.parent)
    except OSError as fault:
        raise Stopped(f"The backup could not be written: {fault.strerror} ({partial}).") from fault
    finally:
        for left in (partial, Path(f"{partial}-wal"), Path(f"{partial}-shm"), Path(f"{partial}-journal")):
            left.unlink(missing_ok=True)
    return report


def settle(path: Path) -> None:
    """Wait until the disk has it."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def copy(source: sqlite3.Connection, target: Path) -> None:
    """All of one moment of `source`, through SQLite's own backup: nobody is kept from writing meanwhile."""
    with closing(sqlite3.connect(target)) as made:
        source.backup(made, pages=-1)
        made.execute("PRAGMA journal_mode=DELETE")


def _create(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.unlink(missing_ok=True)  # left behind by one that was killed
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def _of_sqlite(partial: Path) -> Report:
    connection.ensure_connection()
    try:
        copy(connection.connection, partial)
        _empty(partial)
    except sqlite3.Error as fault:
        raise Stopped(f"The backup could not be made: {fault}.") from fault
    return examining.file(partial)


def _empty(path: Path) -> None:
    """Take out who is signed in, to the last byte."""
    with closing(sqlite3.connect(path)) as made:
        for pragma in ("journal_mode=MEMORY", "synchronous=FULL", "secure_delete=ON"):
            made.execute(f"PRAGMA {pragma}")
        there = {name for (name,) in made.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        for table in [table for table in LEFT_OUT if table in there]:
            made.execute(f"DELETE FROM {table}")  # noqa: S608
        made.commit()
