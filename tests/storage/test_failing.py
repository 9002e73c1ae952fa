"""A disk that fails at any of its changes: what was being written is not there, and goes in when it is sent again."""

import random
from pathlib import Path

import apsw
import pytest

from reknit.cli import examining
from tests.conftest import Say
from tests.often import often
from tests.storage.disk import Disk
from tests.storage.recording import Record


def failing(record: Record, before: Path, folder: Path, *, often: float, seed: int) -> int:
    """Replay it on a disk that fails that often. An act that failed is given again, as a person sends it again.

    A COMMIT can also fail after the fact, at tidying up the log. Then the act is there, and who sends it again is told
    so by its token; here, by the rows.
    """
    dice = random.Random(seed)
    failed = 0

    def fail(_n: int) -> None:
        if armed and dice.random() < often:
            raise apsw.IOError("planted")

    armed = False
    connection = Disk(fail).begin(before, folder)
    for act in acts(record):
        armed = act[0].startswith("BEGIN")
        while not _done(connection, act):
            failed += 1
    armed = False
    connection.close()
    return failed


def _done(connection: apsw.Connection, act: list[str]) -> bool:
    before = _rows(connection) if act[0].startswith("BEGIN") else []
    try:
        for statement in act:
            connection.execute(statement)
    except (apsw.IOError, apsw.FullError):
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        return _rows(connection) != before
    return True


def _rows(connection: apsw.Connection) -> list[int]:
    """How many rows there are in the tables every act of a story writes to."""
    return [connection.execute(f"SELECT count(*) FROM {name}").get for name in ("ledger_event", "people_person")]


def acts(record: Record) -> list[list[str]]:
    """The statements by transaction; what is given outside of one stands alone."""
    found: list[list[str]] = []
    inside = False
    for statement, _acked in record.statements:
        if not inside:
            found.append([])
        found[-1].append(statement)
        inside = statement.startswith("BEGIN") or (inside and not statement.startswith(("COMMIT", "ROLLBACK")))
    return found


def test_a_failing_disk_halves_nothing(record: tuple[Record, Path], tmp_path: Path) -> None:
    assert halved(record, tmp_path, often=0.01) > 20


@pytest.mark.soak
def test_nor_does_one_that_fails_more(record: tuple[Record, Path], tmp_path: Path, say: Say) -> None:
    refused = halved(record, tmp_path, often=often(1, proof=2, soak=5) / 100)
    say(f"{refused} changes of the disk refused, no act by half")


def halved(record: tuple[Record, Path], tmp_path: Path, *, often: float) -> int:
    """Replay it on a sound disk and on one that fails; both come to the same. How often the second one failed."""
    told, before = record
    quiet, loud = tmp_path / "quiet", tmp_path / "loud"
    assert failing(told, before, quiet, often=0, seed=1) == 0
    failed = failing(told, before, loud, often=often, seed=1)
    wanted, found = (examining.file(folder / "reknit.sqlite3") for folder in (quiet, loud))
    assert wanted.events > 50
    assert found == wanted
    assert found.faults == ()
    return failed
