"""The real server, `reknit serve`, in a process of its own with a data folder of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Protocol
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parent.parent.parent
COMMAND = [sys.executable, "-m", "reknit.cli"]
OPERATOR = "Ada Host"


class Process(Protocol):
    """What is asked of a process that was started."""

    @property
    def pid(self) -> int: ...
    def poll(self) -> int | None: ...
    def wait(self, timeout: float | None = None) -> int: ...


class Server:
    """One server. `database` is as in DATABASE_URL; empty for the SQLite file in the folder."""

    def __init__(
        self, folder: Path, *, settings: str = "reknit.site.settings", database: str = "", workers: int = 1, **more: str
    ) -> None:
        self.folder, self.port = folder, free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.said = folder.parent / f"{folder.name}.log"
        self.process: Process | None = None
        self.workers = workers
        self._ours = {"DJANGO_SETTINGS_MODULE": settings, "REKNIT_DATA": str(folder), "OPERATOR": OPERATOR, **more}
        if database:
            self._ours["DATABASE_URL"] = database

    def start(self) -> None:
        """Start it, or leave it running."""
        if self.process is not None:
            return
        with self.said.open("ab") as log:
            self.process = subprocess.Popen(
                [*COMMAND, *self.serving],
                cwd=ROOT,
                env=self.environment(),
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self.wait_until_there()

    @property
    def serving(self) -> list[str]:
        return ["serve", "--port", str(self.port), "--workers", str(self.workers)]

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        """End it with everything it started."""
        if self.process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, how)
            self.process.wait(timeout=20)
            self.process = None

    def asks(self, *command: str) -> str:
        """What whoever runs the server gets from a command of theirs."""
        run = subprocess.run(
            [*COMMAND, *command], cwd=ROOT, env=self.environment(), capture_output=True, text=True, check=True
        )
        return run.stdout

    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        return {**kept, "SIGNUP": "open", "EXAMPLE": "off", **self._ours}

    def processes(self) -> list[int]:
        """The process that was started, and every one it started in its turn."""
        found = [self.process.pid] if self.process else []
        for pid in found:
            for task in Path(f"/proc/{pid}/task").iterdir():
                found += [int(child) for child in (task / "children").read_text().split()]
        return found

    def wait_until_there(self) -> None:
        """It answers, within a minute."""
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                with urlopen(f"{self.url}/health", timeout=5):
                    return
            except (URLError, ConnectionError, TimeoutError):
                if self.process is None or self.process.poll() is not None:
                    break
                time.sleep(0.02)
        raise RuntimeError(f"The server did not start:\n{self.said.read_text(encoding='utf-8')}")


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port
