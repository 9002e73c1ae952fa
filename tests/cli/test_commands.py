"""The command line beside the server: what it checks, what it tidies, and what it takes along for its owner."""

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
import time_machine
from django.db import connection

from reknit.cli.__main__ import main
from reknit.ledger import triggers
from reknit.ledger.models import Sent
from reknit.people import acts as people
from reknit.people import keys
from reknit.rooms.belonging import acts as belonging
from reknit.shelves.writing import Once
from reknit.site.database import elsewhere
from reknit.spaces.models import Invitation
from tests import cast
from tests.cast import Someone
from tests.databases import Own
from tests.ledger.tampering import lifted, rows, take_out, write_over

pytestmark = pytest.mark.tables
PASSWORD = "a short sentence to keep"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def reknit(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """`reknit COMMAND …`: its exit status, what it says, and what it says is wrong."""
    mask = os.umask(0o022)

    def run(*arguments: str, typed: str = "") -> tuple[int, str, str]:
        capsys.readouterr()
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        status = main(list(arguments))
        said = capsys.readouterr()
        return status, said.out, said.err

    yield run
    os.umask(mask)


@pytest.fixture
def secure(settings: object) -> None:
    settings.KEY_COST = (3, 64 * 1024 * 1024)  # type: ignore[attr-defined]
    settings.ALLOWED_HOSTS = ["localhost"]  # type: ignore[attr-defined]


@pytest.fixture
def anna(db: None) -> Someone:
    """Anna, with a password of her own."""
    return Someone(*people.create_person("Anna", password=PASSWORD, zone="Asia/Tokyo", today=date(2026, 3, 2)))


def test_verify_says_that_every_link_holds(reknit: Run, anna: Someone, toby: Someone, maya: Someone) -> None:
    cast.promise(toby.here(cast.space_of(anna, toby)))
    cast.space_of(anna, maya)
    assert reknit("verify") == (0, "5 events in 2 spaces: every link holds.\n", "")


def test_verify_names_each_place_where_it_does_not(reknit: Run, anna: Someone, toby: Someone) -> None:
    space = cast.space_of(anna, toby)
    for _ in range(3):
        cast.promise(toby.here(space))
    with lifted():
        write_over(rows(space)[1].id, at=cast.NOON)
        write_over(rows(space)[1].id, at=cast.NOON + timedelta(minutes=1))
        take_out(rows(space)[3].id)
    status, said, wrong = reknit("verify")
    assert (status, said) == (1, "4 events in 1 spaces: 2 faults.\n")
    assert wrong.splitlines() == [
        f"space {space}, event 2: was changed after it was written",
        f"space {space}, event 5: follows 3: something between them is missing",
    ]


def test_verify_needs_no_keys(reknit: Run, anna: Someone, toby: Someone, monkeypatch: pytest.MonkeyPatch) -> None:
    cast.space_of(anna, toby)
    for name in ("unseal", "unwrap", "derive"):
        monkeypatch.setattr(keys, name, lambda *_: pytest.fail("a key was used"))
    assert reknit("verify")[0] == 0


def test_export_takes_every_space_along(
    reknit: Run, anna: Someone, toby: Someone, maya: Someone, tmp_path: Path
) -> None:
    """Those one is in and those one has left; nobody else on the machine can read them."""
    here, gone = cast.space_of(anna, toby), cast.space_of(anna, maya, kind="friends")
    cast.promise(toby.here(here), what="Home by seven.")
    belonging.part(anna.here(gone))
    folder = tmp_path / "mine"
    status, said, _ = reknit("export", "anna", str(folder), typed=f"{PASSWORD}\n")
    assert status == 0
    assert sorted(said.split()) == sorted(str(folder / f"{space}.zip") for space in (here, gone))
    with zipfile.ZipFile(folder / f"{here}.zip") as copy:
        read = copy.read("copy/read.html").decode()
    assert "Home by seven." in read
    assert "2 March 2026, 21:00" in read  # her own clock
    assert folder.stat().st_mode & 0o077 == 0
    assert [file.stat().st_mode & 0o077 for file in folder.iterdir()] == [0, 0]


@pytest.mark.parametrize(("name", "password"), [("Anna", "not this"), ("Anna", ""), ("Nobody", PASSWORD)])
def test_export_opens_with_the_password_only(
    reknit: Run, anna: Someone, toby: Someone, tmp_path: Path, name: str, password: str
) -> None:
    cast.space_of(anna, toby)
    status, said, wrong = reknit("export", name, str(tmp_path / "mine"), typed=f"{password}\n")
    assert (status, said, wrong) == (1, "", "This name and password do not open an account here.\n")
    assert not (tmp_path / "mine").exists()


def test_tidy_erases_what_fell_due_and_forgets_what_ran_out(reknit: Run, anna: Someone, toby: Someone) -> None:
    space = cast.space_of(anna, toby)
    once = Once(client_id=UUID(int=1), body=b"", url=lambda _id: "/")
    root = cast.promise(toby.here(space), once=once)
    other = belonging.open_space(anna.viewer(), kind="couple", names=["Maya"])
    belonging.invite(other, seat=other.others[0].id)
    belonging.ask_erasure(toby.here(space), event=root)
    with time_machine.travel(cast.NOON):
        assert reknit("tidy") == (0, "0 texts erased.\n", "")
        assert Sent.objects.exists()
        assert Invitation.objects.exists()
    with time_machine.travel(cast.NOON + timedelta(days=31)):
        assert reknit("tidy") == (0, "1 texts erased.\n", "")
    assert not Sent.objects.exists()
    assert not Invitation.objects.exists()


@pytest.mark.usefixtures("secure")
def test_check_passes_what_is_right(reknit: Run, db: None) -> None:
    status, _, wrong = reknit("check")
    assert (status, wrong) == (0, "")


def test_check_names_what_is_not(reknit: Run, db: None, settings: object) -> None:
    settings.OPERATOR = ""  # type: ignore[attr-defined]
    settings.KEY_COST = (1, 8192)  # type: ignore[attr-defined]
    status, _, wrong = reknit("check")
    assert status == 1
    for said in ("reknit.E001", "Nobody is named as running this server", "reknit.E002"):
        assert said in wrong


@pytest.mark.usefixtures("secure")
def test_missing_triggers_are_named_and_can_be_laid_again(own: Own, reknit: Run, django_db_blocker) -> None:
    """What the check tells one to do is there, and does it."""
    with django_db_blocker.unblock(), elsewhere(own.connect()):
        with connection.cursor() as cursor:
            on = " ON ledger_event" if own.postgres else ""
            cursor.execute(f"DROP TRIGGER {triggers.NAMES[1]}{on}")
        status, _, wrong = reknit("check")
        assert status == 1
        assert triggers.NAMES[1] in wrong
        assert "reknit migrate --relay" in wrong
        assert reknit("migrate")[0] == 0
        assert reknit("check")[0] == 1
        assert reknit("migrate", "--relay")[0] == 0
        assert reknit("check")[0] == 0
        assert triggers.standing(connection) >= triggers.needed(connection)
        connection.close()


def test_from_a_shell(tmp_path: Path) -> None:
    """A new folder, as someone has it who has just installed it: tables, check, verify, in that order."""
    known = {"PATH": os.environ["PATH"], "REKNIT_DATA": str(tmp_path / "data"), "OPERATOR": "Ada Host"}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "reknit.cli", *arguments]
        return subprocess.run(command, env=known, capture_output=True, text=True, check=False)

    made = run("migrate")
    assert (made.returncode, made.stdout) == (0, "The database is up to date (sqlite).\n"), made.stderr
    assert run("check").returncode == 0
    assert run("verify").stdout == "0 events in 0 spaces: every link holds.\n"
    assert (tmp_path / "data").stat().st_mode & 0o077 == 0
    assert [file.name for file in (tmp_path / "data").iterdir() if file.stat().st_mode & 0o077] == []
    assert run("nonsense").returncode == 2
