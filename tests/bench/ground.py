"""What every subject of a run shares: the floors, lives of any length, and one server they are all read from."""

import json
import time
from collections.abc import Callable
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.core.management import call_command

from tests.bench.life import Life, live
from tests.served.server import Server
from tests.served.visitor import Visitor

REPEATS, REQUESTS = 3, 30
FLOOR = "/floor"


def figure(value: float, aim: float | None = None) -> dict[str, float]:
    """A figure, and what it should not be above."""
    rounded = round(value, 3)
    return {"is": rounded} if aim is None else {"is": rounded, "aim": aim}


class Ground:
    """A folder of data, and what is served from it. Everything is made when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        call_command("migrate", interactive=False, verbosity=0)
        self._server = Server(folder, settings="tests.bench.settings")
        self.life: Callable[[int], Life] = cache(live)

    @cached_property
    def server(self) -> Server:
        """Running; one worker."""
        self._server.start()
        return self._server

    def visitor(self, life: Life) -> Visitor:
        """The one whose word is waited for in this life, signed in at the server."""
        return Visitor.like(life.receiver.browser(), self.server.port)

    @cached_property
    def page(self) -> float:
        """CPU seconds of an empty page for someone signed in, on the same server: the floor of every page."""
        return self.cost_of_page(self.visitor(self.life(1000)), FLOOR)

    @cached_property
    def python(self) -> float:
        """CPU seconds of a fixed piece of plain Python: the floor of what is computed without a server."""
        return cost(_plain, times=20)

    def floors(self) -> dict[str, float]:
        """The floors that were used, in milliseconds."""
        return {name: round(1000 * vars(self)[name], 3) for name in ("page", "python") if name in vars(self)}

    def cost_of_page(self, visitor: Visitor, path: str) -> float:
        """CPU seconds of the server for this page, once it is warm: the least of several rounds."""
        return self.cost_of(lambda: self._seen(visitor, path), times=REQUESTS)

    def cost_of(self, ask: Callable[[], Any], *, times: int) -> float:
        """CPU seconds of the server for what `ask` asks of it."""
        ask()
        rounds = []
        for _ in range(REPEATS):
            before = self.spent()
            for _ in range(times):
                ask()
            rounds.append((self.spent() - before) / times)
        return min(rounds)

    def spent(self) -> float:
        """CPU seconds the server's processes have used so far."""
        return used_by(self.server.processes())

    def leave(self) -> None:
        self._server.stop()

    def _seen(self, visitor: Visitor, path: str) -> None:
        answer = visitor.get(path)
        if answer.status != 200:
            raise AssertionError(f"{path}: {answer.status} {answer.location}")


def cost(do: Callable[[], Any], *, times: int = 1) -> float:
    """CPU seconds of this process for one `do()`: the least of several rounds."""
    rounds = []
    for _ in range(REPEATS):
        before = time.process_time()
        for _ in range(times):
            do()
        rounds.append((time.process_time() - before) / times)
    return min(rounds)


def used_by(processes: list[int]) -> float:
    """CPU seconds these processes have used so far, by Linux's clock of another process (clock_getcpuclockid)."""
    return sum(time.clock_gettime((~pid << 3) | 2) for pid in processes)


def _plain() -> None:
    for n in range(2000):
        sha256(json.dumps({"n": n, "text": "a plain sentence"}).encode()).hexdigest()
