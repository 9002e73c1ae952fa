"""A disk that can be looked at as it would be after a loss of power, and that can fail: files for APSW's SQLite."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import apsw

NAME = "disk"


@dataclass
class Held:
    """One file: what is safe because the disk was told to settle, and what was written since then."""

    safe: bytearray = field(default_factory=bytearray)
    loose: list[tuple[int, bytes]] = field(default_factory=list)

    def left(self, dice: random.Random) -> bytes:
        """What a loss of power leaves: all that is safe, any part of what is loose, the last of it torn."""
        body = bytearray(self.safe)
        kept = [write for write in self.loose if dice.random() < 0.5]
        for place, data in kept[:-1]:
            _write(body, place, data)
        for place, data in kept[-1:]:
            _write(body, place, data[: dice.randint(1, len(data))] if data else data)
        return bytes(body)

    def settle(self) -> None:
        for place, data in self.loose:
            _write(self.safe, place, data)
        self.loose = []


def _write(body: bytearray, place: int, data: bytes) -> None:
    """Put the data there; no data means that the file ends there."""
    if not data:
        del body[place:]
    body.extend(b"\0" * (place + len(data) - len(body)))
    body[place : place + len(data)] = data


class Disk:
    """What was done to it is counted; `before(n)` is called before each change, and may raise to make it fail."""

    def __init__(self, before: Callable[[int], None] = lambda _n: None) -> None:
        self.held: dict[str, Held] = {}
        self.changes = 0
        self._before = before
        self._vfs = _Vfs(self)

    def begin(self, before: Path, folder: Path) -> apsw.Connection:
        """A connection to a copy of this database in a new folder; all of it is safe at first."""
        folder.mkdir(parents=True)
        path = folder / "reknit.sqlite3"
        path.write_bytes(before.read_bytes())
        self.held[str(path)] = Held(bytearray(path.read_bytes()))
        return apsw.Connection(str(path), vfs=NAME)

    def left(self, folder: Path, dice: random.Random) -> Path:
        """The files as a loss of power would leave them now, in another folder; the path of the database among them."""
        for name, held in self.held.items():
            (folder / Path(name).name).write_bytes(held.left(dice))
        return folder / "reknit.sqlite3"

    def change(self) -> None:
        self.changes += 1
        self._before(self.changes)


class _Vfs(apsw.VFS):
    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        super().__init__(NAME, "")

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:
        return _File(self._disk, name, flags)

    def xDelete(self, name: str, sync: bool) -> None:
        self._disk.change()
        self._disk.held.pop(name, None)
        super().xDelete(name, sync)


class _File(apsw.VFSFile):
    def __init__(self, disk: Disk, name: Any, flags: list[int]) -> None:
        self._disk = disk
        path = name.filename() if isinstance(name, apsw.URIFilename) else str(name)
        super().__init__("", name, flags)
        self._held = disk.held.setdefault(path, Held())

    def xWrite(self, data: bytes, offset: int) -> None:
        self._disk.change()
        self._held.loose.append((offset, bytes(data)))
        super().xWrite(data, offset)

    def xTruncate(self, size: int) -> None:
        self._disk.change()
        self._held.loose.append((size, b""))
        super().xTruncate(size)

    def xSync(self, flags: int) -> None:
        self._disk.change()
        self._held.settle()
        super().xSync(flags)
