"""A disk that is full, or fails: it is said, the text stays, nothing is there by half, and no restart is needed."""

import os
import re
import resource
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest

from reknit.site.env import sqlite
from tests import databases
from tests.databases import Own
from tests.often import often
from tests.served.scene import Scene, marks
from tests.served.visitor import Answer, Visitor

pytestmark = pytest.mark.tables
SAID = "We could not save this."
WORDS = "I was there at seven, and nobody came."
END = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{}'"


@pytest.fixture
def scene(own: Own, tmp_path: Path) -> Iterator[Scene]:
    made = Scene(own, tmp_path)
    yield made
    made.server.stop()


def told(scene: Scene) -> list[str]:
    with scene.inside():
        return marks(scene.written())


def send(scene: Scene, visitor: Visitor, words: str, token: str = "") -> Answer:
    """Toby says once more what came of it, in words."""
    path = f"/s/{scene.space}/promises/{scene.promises[3]}/on/{scene.day}/say"
    return visitor.post(path, {"outcome": "kept", "said": words, "client_id": token or str(uuid4())})


def is_said(answer: Answer, words: str) -> object:
    """Whether the page says that it is not saved, and still has the words in a form."""
    return answer.status in {422, 503} and SAID in answer.page and re.search(rf"<textarea[^>]*>\s*{words}", answer.page)


def test_no_byte_more_can_be_written(scene: Scene) -> None:
    """The operating system refuses the server's writes from a byte on: inside a page, between two, at the next file."""
    if scene.own.postgres:
        pytest.skip("PostgreSQL writes its own files")
    refused_from_a_byte_on(scene, 10)


@pytest.mark.soak
def test_from_many_bytes_on(scene: Scene) -> None:
    if scene.own.postgres:
        pytest.skip("PostgreSQL writes its own files")
    refused_from_a_byte_on(scene, often(10, proof=200, soak=2000))


def refused_from_a_byte_on(scene: Scene, times: int) -> None:
    scene.server.start()
    toby, log = scene.visitor(scene.toby), Path(f"{scene.own.path}-wal")
    assert send(scene, toby, "The first one.").status == 302
    refused = 0
    for room in range(0, 40_000, 40_000 // times):
        token, before, words = str(uuid4()), len(told(scene)), f"With room for {room} bytes."
        with limited(scene, log.stat().st_size + room):
            answer = send(scene, toby, words, token)
        if answer.status != 302:
            refused += 1
            assert is_said(answer, words), (answer.status, answer.page)
            assert len(told(scene)) == before
            assert send(scene, toby, words, token).status == 302, "it goes on without a restart"
        assert len(told(scene)) == before + 1
    assert refused >= 3
    with scene.inside():
        scene.whole()


@contextmanager
def limited(scene: Scene, size: int) -> Iterator[None]:
    """Within the block no file of the server can grow beyond this size."""
    unlimited = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
    for pid in scene.server.processes():
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (size, unlimited[1]))
    try:
        yield
    finally:
        for pid in scene.server.processes():
            resource.prlimit(pid, resource.RLIMIT_FSIZE, unlimited)


def test_a_disk_that_is_full(own: Own, tmp_path: Path) -> None:
    if own.postgres:
        pytest.skip("PostgreSQL has a disk of its own")
    (small := tmp_path / "small").mkdir()
    with mounted(small, own.path.stat().st_size + 1024 * 1024):
        path = small / "reknit.sqlite3"
        path.write_bytes(own.path.read_bytes())
        scene = Scene(Own(sqlite(path)), tmp_path)
        scene.server.start()
        visitor, token, before = scene.visitor(scene.toby), str(uuid4()), told(scene)
        fill(small / "rest")
        assert is_said(send(scene, visitor, WORDS, token), WORDS)
        assert visitor.get(f"/s/{scene.space}/").status == 200, "reading goes on"
        assert told(scene) == before
        (small / "rest").unlink()
        assert [send(scene, visitor, WORDS, token).status for _ in range(2)] == [302, 302]
        assert told(scene) == [*before, WORDS]
        scene.server.stop()


def test_a_connection_that_ended_is_made_anew(scene: Scene) -> None:
    if not scene.own.postgres:
        pytest.skip("SQLite is a file")
    scene.server.start()
    visitor = scene.visitor(scene.toby)
    for _ in range(3):
        assert visitor.get(f"/s/{scene.space}/").status == 200
        databases.ask(END.format(scene.own.database["NAME"]))
    assert send(scene, visitor, WORDS).status == 302


@pytest.mark.soak
def test_a_database_that_is_away(scene: Scene) -> None:
    """PostgreSQL ends every connection and lets nobody in for a while."""
    if not scene.own.postgres:
        pytest.skip("SQLite is a file")
    scene.server.start()
    visitor, token, before = scene.visitor(scene.toby), str(uuid4()), told(scene)
    let_in = f'ALTER DATABASE "{scene.own.database["NAME"]}" ALLOW_CONNECTIONS '
    databases.ask(let_in + "false")
    databases.ask(END.format(scene.own.database["NAME"]))
    assert is_said(send(scene, visitor, WORDS, token), WORDS)
    assert visitor.get(f"/s/{scene.space}/").status == 503
    databases.ask(let_in + "true")
    assert told(scene) == before
    assert [send(scene, visitor, WORDS, token).status for _ in range(2)] == [302, 302]
    assert told(scene) == [*before, WORDS]


def fill(path: Path) -> None:
    with path.open("wb") as file:
        while True:
            try:
                os.write(file.fileno(), b"\0" * 4096)
            except OSError:
                return


@contextmanager
def mounted(folder: Path, size: int) -> Iterator[None]:
    """A disk of that size."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={size},mode=700", "tmpfs", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"no small disk can be made here: {done.stderr.strip()}")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)
