"""The process: how long a start takes, what a worker holds after a sign-in, what a sign-in costs."""

import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

from reknit.people import acts
from tests.bench.ground import Ground, figure, used_by
from tests.served.server import Server
from tests.served.visitor import Visitor

START, MEMORY = 1.5, 110.0
SETTLED = 10
NAME, PASSWORD = "Someone who signs in", "a sentence to sign in with"


def figures(ground: Ground) -> dict[str, Any]:
    acts.create_person(NAME, password=PASSWORD, today=date(2026, 1, 1))
    visitor = Visitor(ground.server.port)
    sign_in = ground.cost_of(lambda: _sign_in(visitor), times=1)
    time.sleep(SETTLED)
    took, used = _started(ground.server.folder)
    return {
        "seconds to the first answer": figure(took, START),
        "CPU seconds of it": figure(used),
        "seconds to the first answer, nothing there yet": figure(_started(None)[0]),
        "seconds to the first answer, with the example to make": figure(_started(None, EXAMPLE="on")[0]),
        "MB of a worker ten seconds after a sign-in": figure(_memory(ground.server), MEMORY),
        "sign-in to the floor": figure(sign_in / ground.page),
    }


def _sign_in(visitor: Visitor) -> None:
    """Out and in again: the throttle asks nothing of who is right."""
    visitor.cookies.clear()
    page = visitor.get("/in")
    fields = {**visitor.fields(page.page, action="/in"), "login": NAME, "password": PASSWORD, "device": "shared"}
    assert visitor.post("/in", fields).status == 302


def _started(folder: Path | None, **more: str) -> tuple[float, float]:
    """Seconds from the command to the first page, on these data or on none; and the CPU they took."""
    with tempfile.TemporaryDirectory(prefix="reknit-start-") as empty:
        server = Server(folder or Path(empty) / "data", **more)
        began = time.monotonic()
        server.start()
        assert Visitor(server.port).get("/").status == 200
        took = time.monotonic() - began
        used = used_by(server.processes())
        server.stop()
    return took, used


def _memory(server: Server) -> float:
    """Megabytes the largest of the workers holds."""
    sizes = []
    for pid in server.processes()[1:]:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
        sizes += [int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")]
    return max(sizes) / 1024
