"""Before the tables change: is this a database this version can read, and is there a backup to go back to?"""

from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from reknit.cli import backup, examining
from reknit.cli.stopped import Stopped

KEPT = timedelta(days=30)


def upgrade(now: datetime, *, without_backup: bool = False) -> Path | None:
    """Bring the tables up to date; where people have spaces, after a backup that was found whole, which is returned."""
    try:
        refuse_newer()
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
        made = _backup(now) if waiting and _has_spaces() and not without_backup else None
    except Error as fault:
        raise Stopped(f"The database cannot be read: {fault}.", code="reknit.E202") from fault
    if waiting:
        call_command("migrate", interactive=False, verbosity=0)
    return made


def refuse_newer() -> None:
    """Stop where the database at hand was written by a newer version, or by something else."""
    recorder = MigrationRecorder(connection)
    tables = set(connection.introspection.table_names())
    if not recorder.has_table():
        if tables:
            raise Stopped(
                "The database holds tables that are not Reknit's. It needs one of its own.", code="reknit.E203"
            )
        return
    loader = MigrationExecutor(connection).loader
    replaced = {key for migration in loader.disk_migrations.values() for key in migration.replaces}
    unknown = sorted(recorder.applied_migrations().keys() - loader.disk_migrations.keys() - replaced)
    if unknown:
        raise Stopped(
            f"The database is newer than this program: it has {_named(unknown)}. Nothing was changed. "
            "Install the version it was last served with, or a newer one.",
            code="reknit.E201",
        )


def forget_old(now: datetime) -> int:
    """Delete the backups made here that are past their days: they hold what people have taken back since."""
    old = [file for file in folder().glob("before-*") if _made(file, now) < now - KEPT]
    for file in old:
        file.unlink()
    return len(old)


def folder() -> Path:
    return Path(settings.DATA) / "backups"


def _named(unknown: list[tuple[str, str]]) -> str:
    first = ", ".join(f"{app} {name}" for app, name in unknown[:3])
    return first + (f" and {len(unknown) - 3} more" if len(unknown) > 3 else "")


def _made(file: Path, now: datetime) -> datetime:
    return datetime.fromtimestamp(file.stat().st_mtime, now.tzinfo)


def _has_spaces() -> bool:
    return "spaces_space" in connection.introspection.table_names() and examining.count("spaces_space") > 0


def _backup(now: datetime) -> Path:
    kind = "sqlite3" if connection.vendor == "sqlite" else "dump"
    file = folder() / f"before-{now:%Y%m%d-%H%M%S}.{kind}"
    report = backup.take(file)
    if report.faults:
        raise Stopped(
            f"The database is not whole, so its tables are left as they are: {'; '.join(report.faults[:5])}. "
            f"A copy is {file}.",
            code="reknit.E204",
        )
    return file
