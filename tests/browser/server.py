"""The real server, in a process of its own, with a data folder of its own and a clock the tests can move."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.browser import clock

ROOT = Path(__file__).parent.parent.parent
COMMAND = [sys.executable, "-m", "reknit.cli"]
BEGAN = "2026-03-02 12:00"  # a Monday
OPERATOR = "Ada Host"


class Server:
    """`reknit serve`, open to sign up and with the living example, for as long as the tests want it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port, self.began = folder, _free_port(), BEGAN
        self.url = f"http://127.0.0.1:{self.port}"
        self.said = folder.parent / f"{folder.name}.log"
        self.process: subprocess.Popen[bytes] | None = None
        self.at(self.began)

    def start(self) -> None:
        """Start it, or leave it running."""
        if self.process is not None:
            return
        command = [*COMMAND, "serve", "--port", str(self.port)]
        with self.said.open("ab") as log:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=self._environment(), stdout=log, stderr=log, start_new_session=True
            )
        self._wait()

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        """End it with everything it started."""
        if self.process is not None:
            os.killpg(self.process.pid, how)
            self.process.wait(timeout=20)
            self.process = None

    def at(self, moment: str) -> None:
        """From the next request on it is this local time, such as `2026-03-02 12:00`."""
        clock.put(self.folder, moment)

    def asks(self, *command: str) -> str:
        """What whoever runs the server gets from a command of theirs."""
        run = subprocess.run(
            [*COMMAND, *command], cwd=ROOT, env=self._environment(), capture_output=True, text=True, check=True
        )
        return run.stdout

    def _environment(self) -> dict[str, str]:
        ours = {
            "DJANGO_SETTINGS_MODULE": "tests.browser.settings",
            "REKNIT_DATA": str(self.folder),
            "OPERATOR": OPERATOR,
            "AWAY": f"http://localhost:{self.port}/health",  # to a browser another site than 127.0.0.1
            "SIGNUP": "open",
            "EXAMPLE": "on",
        }
        return {**{name: value for name, value in os.environ.items() if name != "DATABASE_URL"}, **ours}

    def _wait(self) -> None:
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                with urlopen(self.url, timeout=5):
                    return
            except (URLError, ConnectionError, TimeoutError):
                if self.process is None or self.process.poll() is not None:
                    break
                time.sleep(0.05)
        raise RuntimeError(f"The server did not start:\n{self.said.read_text(encoding='utf-8')}")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port
