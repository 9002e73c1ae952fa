"""A backup taken while people write holds all that was acknowledged before, is whole, and tells nobody anything."""

import threading
from pathlib import Path

import pytest
from django.db import connection

from reknit.cli import backup, examining, postgres
from reknit.cli.stopped import Stopped
from reknit.ledger import store
from reknit.people.models import OpenKey
from reknit.site.database import elsewhere
from tests import cast
from tests.cast import Someone
from tests.cli.commanding import CANARY, damage, lived_in, on, run, tamper
from tests.databases import Own
from tests.people.rows import every_row

pytestmark = pytest.mark.tables


def test_it_is_whole_and_its_owners_alone(own: Own, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "kept" / "copy"
    with on(own):
        lived_in()
        assert run("backup", str(file)) == 0
        with pytest.raises(Stopped, match="is there already"):
            run("backup", str(file))
    assert file.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in file.parent.iterdir()] == ["copy"]
    said = capsys.readouterr().out
    assert "2 accounts, 1 spaces, " in said
    assert "Every link holds." in said
    assert CANARY.encode() not in file.read_bytes()


def test_nobody_is_signed_in_in_it(own: Own, tmp_path: Path) -> None:
    with on(own):
        lived_in()
        keys = [bytes(row.blob) for row in OpenKey.objects.all()]
        sessions = list(OpenKey.objects.values_list("session", flat=True))
        assert keys
        assert run("backup", str(tmp_path / "copy")) == 0
        held = every_row()
    assert all(key in held for key in keys)
    if own.postgres:
        listed = postgres._run("pg_restore", "--data-only", "--file=-", str(tmp_path / "copy"))
        assert "COPY public.people_openkey" not in listed
        assert "COPY public.people_person" in listed
        assert not any(session in listed for session in sessions)
    else:
        raw = (tmp_path / "copy").read_bytes()
        assert not any(part in raw for part in [*keys, *(session.encode() for session in sessions)])


def test_all_that_was_acknowledged_before_is_in_it(own: Own, tmp_path: Path) -> None:
    with on(own):
        _anna, toby, space = lived_in()
        connection.close()
    acknowledged: list[int] = []
    stop = threading.Event()
    writer = threading.Thread(target=_write, args=(own, toby, space, acknowledged, stop))
    writer.start()
    try:
        while not acknowledged:
            stop.wait(0.01)
        with on(own):
            for turn in range(5):
                before = acknowledged[-1]
                report = backup.take(tmp_path / f"copy{turn}")
                assert report.faults == ()
                assert report.events >= before
    finally:
        stop.set()
        writer.join()
    assert len(acknowledged) > 5, "nothing was written meanwhile"


def _write(own: Own, someone: Someone, space: object, acknowledged: list[int], stop: threading.Event) -> None:
    with elsewhere(own.connect()):
        while not stop.is_set():
            cast.promise(someone.here(space))  # type: ignore[arg-type]
            acknowledged.append(store.end(space))  # type: ignore[arg-type]
        connection.close()


def test_what_is_not_whole_is_said(own: Own, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with on(own):
        lived_in()
        tamper()
        assert run("backup", str(tmp_path / "copy")) == 1
    said = capsys.readouterr().err
    assert "is missing" in said
    assert "event 2: was changed after it was written" in said


def test_without_the_client_it_says_what_to_install(own: Own, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with on(own):
        if not own.postgres:
            assert run("backup", str(tmp_path / "copy")) == 0
            return
        with pytest.raises(Stopped, match=r"reknit.E205: pg_dump is not installed here.*postgresql-client"):
            run("backup", str(tmp_path / "copy"))
    assert list(tmp_path.glob("copy*")) == []


def test_a_damaged_file_is_reported(own: Own, tmp_path: Path) -> None:
    file = tmp_path / "copy"
    if own.postgres:
        return
    with on(own):
        lived_in()
        assert backup.take(file).faults == ()
        damage(file)
        assert examining.file(file).faults
