"""A backup comes back whole or not at all; the former database is kept; what is lost is said."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.db import connection

from reknit.cli import alone, backup, examining, restore
from reknit.cli.stopped import Stopped
from reknit.ledger import erase, store
from reknit.ledger.models import Erasure, Event
from reknit.people.models import Person
from reknit.rooms.belonging import acts as belonging
from tests import cast
from tests.cli.commanding import CANARY, damage, lived_in, on, run, tamper
from tests.databases import Own, Template

pytestmark = pytest.mark.tables


@pytest.fixture
def emptied(template: Template, tmp_path: Path) -> Iterator[Own]:
    """A second database, migrated and empty."""
    (tmp_path / "second").mkdir()
    made = template.copy(tmp_path / "second")
    yield made
    made.drop()


def test_it_comes_back_as_it_was(own: Own, emptied: Own, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with on(own):
        anna, toby, space = lived_in()
        backup.take(tmp_path / "copy")
        before = [line.hash for line in store.every_line()]
    with on(emptied):
        assert run("restore", str(tmp_path / "copy")) == 0
        assert [line.hash for line in store.every_line()] == before
        words = [event.words for event in store.after(anna.here(space), 0) if event.words]
        assert words.count({"what": CANARY}) == 3
        assert cast.promise(toby.here(space))
        assert examining.examine().faults == ()
    said = capsys.readouterr().out
    assert said.startswith("Restored: 2 accounts, 1 spaces")
    assert "tell people so" in said


def test_an_open_database_is_left_alone(own: Own, tmp_path: Path) -> None:
    with on(own):
        lived_in()
        backup.take(tmp_path / "copy")
        with alone.serving(), pytest.raises(Stopped, match="A server is running"):
            run("restore", str(tmp_path / "copy"), "--replace")
        another = own.connect()
        another.ensure_connection()
        with another.cursor() as cursor:
            cursor.execute("SELECT COUNT(*) FROM ledger_event")
            cursor.fetchall()
        with pytest.raises(Stopped, match="A server is running"):
            run("restore", str(tmp_path / "copy"), "--replace")
        another.close()


def test_while_it_is_restored_no_server_starts(own: Own) -> None:
    with on(own), alone.alone(), pytest.raises(Stopped, match="being restored"), alone.serving():
        pass


def test_what_people_wrote_is_not_written_over(own: Own, tmp_path: Path) -> None:
    with on(own):
        lived_in()
        backup.take(tmp_path / "copy")
        with pytest.raises(Stopped, match="holds"):
            run("restore", str(tmp_path / "copy"))
        assert Person.objects.count() == 2


def test_replaced_it_says_what_is_lost(own: Own, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if own.postgres:
        return
    with on(own):
        _anna, toby, space = lived_in()
        backup.take(tmp_path / "copy")
        for _ in range(2):
            cast.promise(toby.here(space))
        cast.person("Maya")
        connection.close()
        assert run("restore", str(tmp_path / "copy"), "--replace") == 0
        assert Person.objects.count() == 2
    said = capsys.readouterr().out
    assert "Lost: 2 events in 1 spaces." in said
    assert "Lost: 1 accounts" in said
    [kept] = own.path.parent.glob("reknit.sqlite3.before-*")
    assert str(kept) in said
    assert examining_events(kept) == examining_events(own.path) + 2
    assert {path.stat().st_mode & 0o777 for path in (own.path, kept)} <= {0o600, 0o644}
    assert own.path.stat().st_mode & 0o777 == 0o600


def examining_events(path: Path) -> int:
    with on(Own({**examining.sqlite(path)})):
        return examining.examine().events


def test_what_was_taken_back_stays_taken_back(own: Own, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if own.postgres:
        return
    with on(own):
        _anna, toby, space = lived_in()
        first, second, third = [event.pk for event in Event.opened.order_by("-seq")[:3]]
        backup.take(tmp_path / "copy")
        belonging.ask_erasure(toby.here(space), event=str(first))
        erase.fall_due(date(2026, 6, 1))
        belonging.ask_erasure(toby.here(space), event=str(second))
        due = Erasure.objects.get(event=second).due
        connection.close()
        assert run("restore", str(tmp_path / "copy"), "--replace") == 0
        held = {event.pk: event.words is not None for event in Event.opened.filter(pk__in=[first, second, third])}
        assert held == {first: False, second: True, third: True}
        assert Erasure.objects.get(event=second).due == due
        assert examining.examine().faults == ()
    assert "1 texts that were taken back since are taken back in it, too." in capsys.readouterr().out


def test_a_copy_that_is_not_whole_changes_nothing(own: Own, tmp_path: Path) -> None:
    with on(own):
        lived_in()
        backup.take(tmp_path / "good")
        (tmp_path / "text").write_text("SQLite")
        shutil.copy(tmp_path / "good", tmp_path / "damaged")
        damage(tmp_path / "damaged")
        tamper()
        backup.take(tmp_path / "tampered")
        connection.close()
        before = examining.examine()
        for name in ("text", "damaged", "tampered", "absent"):
            with pytest.raises(Stopped):
                run("restore", str(tmp_path / name), "--replace")
        assert examining.examine() == before
    assert list(tmp_path.glob("*.restoring*")) == []


def test_nor_does_one_for_an_empty_database_pass(own: Own, emptied: Own, tmp_path: Path) -> None:
    with on(own):
        lived_in()
        backup.take(tmp_path / "damaged")
        damage(tmp_path / "damaged")
        tamper()
        backup.take(tmp_path / "tampered")
    for name, why in (("damaged", "E20[25]"), ("tampered", "E202: .*not whole.*trigger.*event 2: was changed")):
        with on(emptied), pytest.raises(Stopped, match=why):
            run("restore", str(tmp_path / name))


def test_killed_in_the_middle_the_old_one_stands(own: Own, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if own.postgres:
        return
    with on(own):
        lived_in()
        backup.take(tmp_path / "copy")
        cast.person("Maya")
        connection.close()
        for step in ("_fetch", "fold_log", "_take_log_along"):
            with monkeypatch.context() as patch:
                patch.setattr(restore, step, _killed)
                with pytest.raises(KeyboardInterrupt):
                    run("restore", str(tmp_path / "copy"), "--replace")
            assert Person.objects.count() == 3
            connection.close()


def _killed(*arguments: object) -> None:
    raise KeyboardInterrupt


def test_a_damaged_database_can_be_replaced(own: Own, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if own.postgres:
        return
    with on(own):
        lived_in()
        backup.take(tmp_path / "copy")
        connection.close()
        own.path.write_bytes(b"SQLite format 3\0" + b"\xff" * 9000)
        with pytest.raises(Stopped):
            run("restore", str(tmp_path / "copy"))
        assert run("restore", str(tmp_path / "copy"), "--replace") == 0
        assert examining.examine().faults == ()
    assert "nobody can say here what is lost" in capsys.readouterr().out
