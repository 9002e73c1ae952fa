"""Before the tables change: a database this version cannot read is refused, and one people use is backed up first."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from reknit.cli import backup, examining, postgres, serving, tidying, upgrade
from reknit.cli.stopped import Stopped
from tests.cli.commanding import CANARY, lived_in, on, process, run, tamper, url
from tests.databases import Own
from tests.house import world

pytestmark = pytest.mark.tables

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


def older() -> None:
    """As a version left it that did not know the last migration of the sessions."""
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE django_session")
    MigrationRecorder(connection).migration_qs.filter(app="sessions").delete()


def newer() -> None:
    MigrationRecorder(connection).record_applied("ledger", "0099_from_tomorrow")


def test_a_newer_database_is_refused(own: Own) -> None:
    with on(own):
        lived_in()
        newer()
        before = world.digest()
        with pytest.raises(
            Stopped, match=r"reknit.E201: The database is newer than this program: .*0099_from_tomorrow"
        ):
            run("migrate")
        with pytest.raises(Stopped, match="E201"):
            serving.prepare_database()
        assert world.digest() == before


def test_serving_and_migrating_say_so(own: Own, tmp_path: Path) -> None:
    with on(own):
        newer()
    more = {"DATABASE_URL": url(own), "REKNIT_DATA": str(tmp_path / "data"), "OPERATOR": "Ada"}
    for arguments in (("serve", "--port", "0"), ("migrate",)):
        done = process(*arguments, **more)
        assert (done.returncode, done.stderr[:11]) == (2, "reknit.E201"), done.stderr
        assert "Traceback" not in done.stderr


def test_a_newer_backup_is_not_restored(own: Own, tmp_path: Path) -> None:
    with on(own):
        newer()
        backup.take(tmp_path / "copy")
        MigrationRecorder(connection).migration_qs.filter(name__contains="tomorrow").delete()
        connection.close()
        with pytest.raises(Stopped, match="E201"):
            run("restore", str(tmp_path / "copy"), "--replace")


def test_a_database_that_cannot_be_read_is_refused(own: Own, tmp_path: Path) -> None:
    away = {**own.database, "NAME": "reknit_that_is_not_there"} if own.postgres else dict(own.database)
    if not own.postgres:
        own.path.write_text("not a database at all " * 99)
    with on(Own(away)), pytest.raises(Stopped, match=r"reknit.E202: The database cannot be read"):
        serving.prepare_database()


def test_somebody_elses_tables_are_refused(own: Own) -> None:
    with on(own):
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE django_migrations")
        with pytest.raises(Stopped, match=r"reknit.E203: .*not Reknit's"):
            run("migrate")


def test_an_empty_database_is_made_without_a_backup(own: Own) -> None:
    with on(own):
        older()
        assert upgrade.upgrade(NOW) is None
        assert "django_session" in connection.introspection.table_names()


def test_one_with_spaces_is_backed_up_first(own: Own, capsys: pytest.CaptureFixture[str]) -> None:
    with on(own):
        lived_in()
        older()
        before = examining.examine()
        assert run("migrate") == 0
        [made] = upgrade.folder().iterdir()
        assert str(made) in capsys.readouterr().out
        assert examining.examine() == before
        assert upgrade.upgrade(NOW) is None, "nothing is waiting any more"
        assert made.stat().st_mode & 0o777 == 0o600
        assert upgrade.folder().stat().st_mode & 0o777 == 0o700
        assert CANARY.encode() not in made.read_bytes()
    if own.postgres:
        assert "ledger_event" in postgres._run("pg_restore", "--list", str(made))
    else:
        assert _report(made) == before


def _report(file: Path) -> examining.Report:
    with on(Own(examining.sqlite(file))):
        return examining.examine()


def test_where_no_backup_can_be_made_nothing_is_changed(own: Own, monkeypatch: pytest.MonkeyPatch) -> None:
    with on(own):
        lived_in()
        older()
        with monkeypatch.context() as patch:
            patch.setattr(backup, "_of_sqlite", _no_room)
            patch.setattr(postgres, "dump", _no_room)
            with pytest.raises(Stopped, match="could not be written: No space left"):
                run("migrate")
            assert "django_session" not in connection.introspection.table_names()
            assert run("migrate", "--without-backup") == 0
        assert "django_session" in connection.introspection.table_names()


def _no_room(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


def test_one_that_is_not_whole_is_left_as_it_is(own: Own) -> None:
    with on(own):
        lived_in()
        older()
        tamper()
        with pytest.raises(Stopped, match=r"reknit.E204: .*event 2"):
            run("migrate")
        assert "django_session" not in connection.introspection.table_names()


def test_relay_lays_the_triggers_anew(own: Own) -> None:
    with on(own):
        lived_in()
        with connection.cursor() as cursor:
            cursor.execute("DROP TRIGGER ledger_event_keep_delete" + (" ON ledger_event" if own.postgres else ""))
        assert examining.examine().faults
        assert run("migrate", "--relay") == 0
        assert examining.examine().faults == ()


def test_old_backups_go_after_thirty_days(own: Own) -> None:
    with on(own):
        upgrade.folder().mkdir(mode=0o700)
        for name, days in (("before-old.sqlite3", 31), ("before-new.sqlite3", 29), ("mine.sqlite3", 99)):
            file = upgrade.folder() / name
            file.touch()
            then = (NOW - timedelta(days=days)).timestamp()
            os.utime(file, (then, then))
        tidying.tidy(NOW)
        assert {file.name for file in upgrade.folder().iterdir()} == {"before-new.sqlite3", "mine.sqlite3"}


def test_tidying_empties_the_log(own: Own) -> None:
    if own.postgres:
        return
    with on(own):
        lived_in()
        log = Path(f"{own.path}-wal")
        assert log.stat().st_size > 0
        tidying.tidy(NOW)
        assert log.stat().st_size == 0
