"""Killed at any moment, the server has lost nothing it acknowledged, and has done no act by half."""

import os
import random
import signal
import time
from pathlib import Path

import pytest

from reknit.ledger.models import Sent
from tests.conftest import Say
from tests.databases import Own
from tests.often import often
from tests.served.scene import Scene, marks

pytestmark = pytest.mark.tables


def test_kills(own: Own, tmp_path: Path, say: Say) -> None:
    """A few here, a hundred in CI, two thousand in soak."""
    scene, times = Scene(own, tmp_path), often(2, proof=100, soak=2000)
    killed(scene, times)
    again = sum(writer.again for writer in scene.writers)
    if times > 2:
        say(f"{times} kills, {len(scene.acked())} acts acknowledged, none lost; {again} requests found nobody")


def test_what_is_lost_or_halved_is_found(own: Own, tmp_path: Path) -> None:
    """The comparison bites: an acknowledged act that is not there, an act without its token."""
    scene = Scene(own, tmp_path)
    scene.server.start()
    scene.people_write()
    time.sleep(0.5)
    for writer in scene.writers:
        writer.finish()
    scene.server.stop()
    with scene.inside():
        scene.whole()
        assert scene.acked() <= set(marks(scene.written()))
        scene.writers[2].acked.append("never sent")
        assert not scene.acked() <= set(marks(scene.written()))
        Sent.objects.filter(pk=Sent.objects.first().pk).delete()  # type: ignore[union-attr]
        with pytest.raises(AssertionError, match="without its token"):
            scene.whole()


def killed(scene: Scene, times: int) -> None:
    dice = random.Random(times)
    scene.server.start()
    scene.people_write()
    seen: set[str] = set()
    last = 0
    for _ in range(times):
        time.sleep(dice.uniform(0.02, 0.6))
        scene.server.stop(signal.SIGKILL)
        acked = scene.acked()
        scene.server.start()
        with scene.inside():
            new = scene.written(after=last)
        assert [event.seq for event in new] == list(range(last + 1, last + 1 + len(new)))
        seen |= set(marks(new))
        last += len(new)
        assert acked <= seen, f"lost: {sorted(acked - seen)}"
    for writer in scene.writers:
        writer.finish()
    scene.server.stop()
    with scene.inside():
        scene.whole()
        assert scene.acked() <= set(marks(scene.written()))
    assert [fault for writer in scene.writers for fault in writer.wrong] == []
    assert sum(writer.again for writer in scene.writers) >= times, "nobody noticed"
    assert len(seen) > times // 2, "next to nothing was written"


def test_a_worker_that_is_killed_is_replaced(own: Own, tmp_path: Path) -> None:
    """As when the machine runs out of memory: the server stays, and answers again."""
    scene = Scene(own, tmp_path)
    scene.server.start()
    main, *workers = scene.server.processes()
    for worker in workers:
        os.kill(worker, signal.SIGKILL)
    scene.people_write()
    until = time.monotonic() + 30
    while len(scene.acked()) < 4 and time.monotonic() < until:
        time.sleep(0.1)
    for writer in scene.writers:
        writer.finish()
    still, *others = scene.server.processes()
    scene.server.stop()
    assert still == main
    assert set(others).isdisjoint(workers)
    assert len(scene.acked()) >= 4
    with scene.inside():
        scene.whole()
