"""PostgreSQL's own tools: the one way to a dump that PostgreSQL itself calls whole."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection, transaction

from reknit.cli.examining import Report, examine, rows
from reknit.cli.stopped import Stopped
from reknit.ledger import triggers

MAGIC = b"PGDMP"
LIBPQ = {"host", "port", "sslmode", "sslrootcert", "sslcert", "sslkey", "passfile", "service"}


def dump(path: Path, *, without: tuple[str, ...]) -> Report:
    """Dump the database into this file; what is examined and what is dumped is one and the same moment."""
    left_out = [f"--exclude-table-data={table}" for table in without]
    with _moment() as moment:
        _run(
            "pg_dump", "--format=custom", "--no-owner", "--no-acl", f"--snapshot={moment}", f"--file={path}", *left_out
        )
        report = examine()
    said = _run("pg_restore", "--list", str(path))
    _run("pg_restore", f"--file={os.devnull}", str(path))  # reads it to its end
    missing = tuple(f"{name} is not in the dump" for name in sorted(triggers.needed(connection)) if name not in said)
    return Report(report.people, report.spaces, report.events, report.last, report.faults + missing)


def restore(path: Path) -> None:
    """Fill the database at hand from a dump, in one transaction."""
    name = str(connection.settings_dict["NAME"])
    how = ("--clean", "--if-exists", "--no-owner", "--no-acl", "--single-transaction", "--exit-on-error")
    connection.close()
    _run("pg_restore", *how, f"--dbname={name}", str(path))


@contextmanager
def _moment() -> Iterator[str]:
    """One unmoving view of the database, and the name by which pg_dump shares it."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL transaction_isolation = 'repeatable read'")
            cursor.execute("SET LOCAL transaction_read_only = on")
        yield str(rows("SELECT pg_export_snapshot()")[0][0])


def _run(tool: str, *arguments: str) -> str:
    """Run one of PostgreSQL's tools; where it goes stands in its environment, not among its arguments."""
    path = shutil.which(tool)
    if path is None:
        raise Stopped(
            f"{tool} is not installed here, and PostgreSQL is backed up and restored with it. Install PostgreSQL's "
            "client (on Debian: apt-get install postgresql-client), in the server's version or a newer one.",
            code="reknit.E205",
        )
    done = subprocess.run(  # noqa: S603
        [path, *arguments], env=_environment(), capture_output=True, check=False, encoding="utf-8", errors="replace"
    )
    if done.returncode:
        raise Stopped(f"{tool} could not do it: {done.stderr.strip()}", code="reknit.E205")
    return done.stdout


def _environment() -> dict[str, str]:
    settings = connection.settings_dict
    known = {"PGDATABASE": "NAME", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGHOST": "HOST", "PGPORT": "PORT"}
    given = {name: str(settings[key]) for name, key in known.items() if settings.get(key)}
    options = {"PG" + name.upper(): str(value) for name, value in settings["OPTIONS"].items() if name in LIBPQ}
    return {**os.environ, **given, **options}
