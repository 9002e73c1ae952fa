"""Everything goes to another database and back, sealed as it is; anything less, and nothing went."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client

from reknit.cli import examining, move
from reknit.cli.backup import LEFT_OUT
from reknit.cli.stopped import Stopped
from reknit.ledger import store
from reknit.people import acts
from reknit.people.models import OpenKey
from reknit.site.database import connect_to
from reknit.site.env import database, sqlite
from tests import cast
from tests.cli.commanding import CANARY, lived_in, on, run, tamper, url
from tests.cli.test_upgrade import newer, older
from tests.databases import Own, Template
from tests.house import world
from tests.people.conftest import GOOD

pytestmark = pytest.mark.tables


@pytest.fixture
def elsewhere_kept(tmp_path: Path) -> Own:
    """A SQLite database, migrated and empty, whatever the tests run on."""
    (tmp_path / "other").mkdir()
    made = Own(sqlite(tmp_path / "other" / "other.sqlite3"))
    with on(made):
        call_command("migrate", interactive=False, verbosity=0)
    return made


@pytest.fixture
def back_again(template: Template, tmp_path: Path) -> Iterator[Own]:
    """A second database of the kind the tests run on."""
    (tmp_path / "back").mkdir()
    made = template.copy(tmp_path / "back")
    yield made
    made.drop()


def test_there_and_back(own: Own, elsewhere_kept: Own, back_again: Own, capsys: pytest.CaptureFixture[str]) -> None:
    with on(own):
        anna, toby, space = lived_in(promises=5)
        acts.create_person("Maya", password=GOOD, today=cast.NOON.date())
        before = fingerprints()
        assert run("move", "--to", url(elsewhere_kept)) == 0
        assert fingerprints() == before, "the old one is as it was"
    for here, onward in ((elsewhere_kept, back_again), (back_again, None)):
        with on(here):
            assert fingerprints() == before
            assert examining.examine().faults == ()
            assert OpenKey.objects.count() == 0
            if onward:
                assert run("move", "--to", url(onward)) == 0
    with on(back_again):
        words = [event.words for event in store.after(anna.here(space), 0) if event.words]
        assert words.count({"what": CANARY}) == 5
        assert cast.promise(toby.here(space))
        assert cast.space_of(cast.person("Sam"), anna), "new rows find numbers of their own"
        assert Client().post("/in", {"login": "Maya", "password": GOOD, "device": "shared"}).status_code == 302
    assert capsys.readouterr().out.count("Every row is the same, every link holds.") == 2


def fingerprints() -> dict[str, tuple[int, int]]:
    return {kind._meta.db_table: move.fingerprint(kind) for kind in move.in_order()}


def test_every_table_is_moved_or_named(own: Own) -> None:
    with on(own):
        tables = set(connection.introspection.table_names())
    moved = {kind._meta.db_table for kind in move.in_order()}
    assert len(moved) > 12
    left = {"django_migrations", "django_content_type", *LEFT_OUT}
    assert {table for table in tables - moved if not table.startswith("auth_")} == left


def test_only_into_an_empty_database(own: Own, elsewhere_kept: Own) -> None:
    with on(elsewhere_kept):
        cast.person("Sam")
        before = world.digest()
    with on(own):
        lived_in()
        with pytest.raises(Stopped, match="not empty: people_"):
            run("move", "--to", url(elsewhere_kept))
    with on(elsewhere_kept):
        assert world.digest() == before


def test_only_into_one_of_the_same_version(own: Own, elsewhere_kept: Own, tmp_path: Path) -> None:
    with on(own):
        lived_in()
        with pytest.raises(Stopped, match="The new database is not up to date"):
            run("move", "--to", f"sqlite:///{tmp_path}/bare.sqlite3")
    with on(elsewhere_kept):
        older()
    with on(own), pytest.raises(Stopped, match="The new database is not up to date"):
        run("move", "--to", url(elsewhere_kept))
    with on(elsewhere_kept):
        newer()
    with on(own), pytest.raises(Stopped, match="E201"):
        run("move", "--to", url(elsewhere_kept))


def test_what_is_not_whole_is_not_moved(own: Own, elsewhere_kept: Own) -> None:
    with on(own):
        lived_in()
        tamper()
        with pytest.raises(Stopped, match=r"left empty: .*event 2: was changed"):
            run("move", "--to", url(elsewhere_kept))
    assert empty(elsewhere_kept)


def test_a_row_that_arrives_changed_is_found(own: Own, elsewhere_kept: Own, monkeypatch: pytest.MonkeyPatch) -> None:
    with on(own):
        lived_in()
        monkeypatch.setattr(move, "_copy", _change(move._copy))
        with pytest.raises(Stopped, match="people_person did not arrive as it was"):
            run("move", "--to", url(elsewhere_kept))
    assert empty(elsewhere_kept)


def _change(copy):  # type: ignore[no-untyped-def]
    def changed(kind, source):  # type: ignore[no-untyped-def]
        copy(kind, source)
        if kind._meta.db_table == "people_person":
            kind.objects.filter(name="Toby").update(email="toby@example.org")

    return changed


def empty(own: Own) -> bool:
    with on(own):
        return examining.count("people_person") + examining.count("ledger_event") == 0


def test_where_nothing_answers_it_says_so(own: Own) -> None:
    with on(own), pytest.raises(Stopped, match="could not be moved"):
        run("move", "--to", "postgresql://nobody@127.0.0.1:1/none")


def test_the_addresses_of_these_tests_are_right(own: Own) -> None:
    made = connect_to(database(url(own)))
    made.ensure_connection()
    made.close()
