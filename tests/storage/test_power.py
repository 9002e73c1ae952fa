"""After a loss of power nothing acknowledged is missing and nothing is there by half.

The statements and PRAGMAs are those of the product's own connection, recorded while a story was told; they are given
again to a SQLite whose disk forgets, at a random moment, whatever it was not told to settle.
"""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from reknit.cli import examining
from tests.conftest import Say
from tests.often import often
from tests.storage.disk import Disk
from tests.storage.recording import Record

FULL, NORMAL = "synchronous=FULL", "synchronous=NORMAL"
FEW = 12


@dataclass(frozen=True)
class Cut:
    """What was found after one loss of power: events acknowledged before it, events there, and what does not hold."""

    acked: int
    there: int
    faults: tuple[str, ...]


def cuts(record: Record, before: Path, folder: Path, *, times: int, seed: int) -> list[Cut]:
    """Cut the power at so many random changes of the disk."""
    changes = replayed(record, before, folder / "count", Disk())
    dice = random.Random(seed)
    moments = set(dice.sample(range(1, changes), times))
    found: list[Cut] = []
    disk = Disk(lambda n: found.append(_cut(record, disk, folder / f"cut{n}", dice)) if n in moments else None)
    replayed(record, before, folder / "live", disk)
    return found


def replayed(record: Record, before: Path, folder: Path, disk: Disk) -> int:
    """Give every statement again; how many changes the disk saw."""
    connection = disk.begin(before, folder)
    for statement, acked in record.statements:
        record.acked = acked
        connection.execute(statement)
    connection.close()
    return disk.changes


def _cut(record: Record, disk: Disk, folder: Path, dice: random.Random) -> Cut:
    folder.mkdir()
    path = disk.left(folder, dice)
    report = examining.file(path)
    return Cut(record.acked, report.events, (*report.faults, *_halves(path)))


def _halves(path: Path) -> Iterator[str]:
    """Acts that are there in part: the kept state always goes to the last line."""
    with closing(sqlite3.connect(path)) as left:
        query = (
            "SELECT s.seq, (SELECT max(e.seq) FROM ledger_event e WHERE e.space_id = s.space_id) FROM ledger_snapshot s"
        )
        yield from (f"the state goes to {kept} of {last}" for kept, last in left.execute(query) if kept != last)


def lost(found: list[Cut]) -> list[Cut]:
    return [cut for cut in found if cut.faults or cut.there < cut.acked]


def less_careful(record: Record) -> Record:
    """The same, told to settle less often."""
    assert [statement for statement, _ in record.statements if FULL in statement]
    return Record([(statement.replace(FULL, NORMAL), acked) for statement, acked in record.statements])


def test_nothing_acknowledged_is_lost(record: tuple[Record, Path], tmp_path: Path) -> None:
    """And the check bites: at the same cuts a SQLite that settles only now and then has lost something."""
    told, before = record
    found = cuts(told, before, tmp_path / "full", times=FEW, seed=1)
    assert len(found) == FEW
    assert lost(found) == []
    assert max(cut.acked for cut in found) > 50, "the story was not told"
    assert len(lost(cuts(less_careful(told), before, tmp_path / "normal", times=FEW, seed=1))) > FEW // 2


@pytest.mark.soak
def test_many_cuts(record: tuple[Record, Path], tmp_path: Path, say: Say) -> None:
    told, before = record
    times = often(FEW, proof=60, soak=1000)
    careful = cuts(told, before, tmp_path / "full", times=times, seed=2)
    careless = cuts(less_careful(told), before, tmp_path / "normal", times=times, seed=2)
    say(f"{times} cuts of power, {len(lost(careful))} with a loss; with NORMAL {len(lost(careless))}")
    assert lost(careful) == []
    assert len(lost(careless)) > times // 2
