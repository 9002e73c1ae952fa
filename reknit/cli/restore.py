"""Putting a backup in the database's place: examined first, all at once, and the former database is kept."""

import argparse
import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from django.db import Error, connection
from django.utils import timezone

from reknit.cli import backup, examining, loss, postgres, upgrade
from reknit.cli.alone import alone, fold_log
from reknit.cli.examining import Report
from reknit.cli.stopped import Stopped
from reknit.site.database import connect, elsewhere


def command(arguments: argparse.Namespace) -> int:
    """Restore, and say what is lost."""
    file = Path(arguments.file).absolute()
    if not file.is_file():
        raise Stopped(f"{file} is not there.")
    with alone():
        if connection.vendor == "postgresql":
            return _postgres(file)
        return _sqlite(file, replace=arguments.replace, now=timezone.now())


def _sqlite(file: Path, *, replace: bool, now: datetime) -> int:
    target = Path(connection.settings_dict["NAME"])
    connection.close()
    if target.exists():
        fold_log(target)
        if not replace and not _empty(target):
            raise Stopped(f"{target} holds what people wrote. With --replace it is kept under another name beside it.")
    fresh = target.with_name(f"{target.name}.restoring")
    try:
        report = _fetch(file, fresh)
        lost = loss.between(target, fresh) if target.exists() else []
        kept = _swap(fresh, target, now)
    finally:
        for left in (fresh, Path(f"{fresh}-wal"), Path(f"{fresh}-shm"), Path(f"{fresh}-journal")):
            left.unlink(missing_ok=True)
    _say(report, [*lost, *([f"The former database is {kept}. Delete it when you are done with it."] if kept else [])])
    return 0


def _fetch(file: Path, fresh: Path) -> Report:
    """A copy of the backup where it is to stand, examined there."""
    with file.open("rb") as opened:
        if opened.read(16) != b"SQLite format 3\0":
            raise Stopped(f"{file} is no backup of a SQLite database.", code="reknit.E202")
    fresh.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh.unlink(missing_ok=True)
    os.close(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as source:
            backup.copy(source, fresh)
    except sqlite3.Error as fault:
        raise Stopped(f"{file} cannot be read: {fault}.", code="reknit.E202") from fault
    report = examining.file(fresh)
    _must_hold(report, file)
    with elsewhere(examining.reading(fresh)):
        upgrade.refuse_newer()
        connection.close()
    return report


def _must_hold(report: Report, file: Path) -> None:
    if report.faults:
        raise Stopped(
            f"{file} is not whole, and nothing was changed: {'; '.join(report.faults[:5])}.", code="reknit.E202"
        )


def _swap(fresh: Path, target: Path, now: datetime) -> Path | None:
    """One step: before it the old database stands there, after it the new one."""
    fold_log(fresh)
    fresh.chmod(0o600)
    backup.settle(fresh)
    kept = target.with_name(f"{target.name}.before-{now:%Y%m%d-%H%M%S}") if target.exists() else None
    if kept:
        os.link(target, kept)
        _take_log_along(target, kept)
    fresh.replace(target)
    backup.settle(target.parent)
    return kept


def _take_log_along(target: Path, kept: Path) -> None:
    """Only a damaged database still has one. A new database must never find another's log."""
    for suffix in ("-wal", "-shm", "-journal"):
        log = Path(f"{target}{suffix}")
        if log.exists():
            log.rename(f"{kept}{suffix}")


def _empty(target: Path) -> bool:
    """Whether nobody has an account there. What cannot be read is not taken for empty."""
    try:
        with elsewhere(connect(target)):
            there = "people_person" in connection.introspection.table_names()
            found = examining.count("people_person") if there else 0
            connection.close()
            return not found
    except Error:
        return False


def _postgres(file: Path) -> int:
    """Into an empty database only: the former one stays as it is, under its own name."""
    with file.open("rb") as opened:
        if opened.read(len(postgres.MAGIC)) != postgres.MAGIC:
            raise Stopped(f"{file} is no backup of a PostgreSQL database.", code="reknit.E202")
    if "people_person" in connection.introspection.table_names() and examining.count("people_person"):
        raise Stopped(
            "This database holds accounts. Make a new, empty one, name it in DATABASE_URL and restore there; "
            "the former one stays as it is."
        )
    postgres.restore(file)
    upgrade.refuse_newer()
    report = examining.examine()
    if report.faults:
        first = "; ".join(report.faults[:5])
        raise Stopped(f"What is in this database now is not whole; do not serve it: {first}.", code="reknit.E202")
    _say(report, [])
    return 0


def _say(report: Report, more: list[str]) -> None:
    print(f"Restored: {report}. Every link holds.")
    for line in more:
        print(line)
    print("What was written after that is not in it; tell people so. Everyone signs in again.")
