"""The server of the browser tests: open to sign up, with the living example, and with a clock the tests can move."""

from pathlib import Path

from tests.browser import clock
from tests.served import server
from tests.served.server import OPERATOR as OPERATOR

BEGAN = "2026-03-02 12:00"  # a Monday


class Server(server.Server):
    """`reknit serve` for as long as the tests want it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, settings="tests.browser.settings", EXAMPLE="on")
        self._ours["AWAY"] = f"http://localhost:{self.port}/health"  # to a browser another site than 127.0.0.1
        self.began = BEGAN
        self.at(self.began)

    def at(self, moment: str) -> None:
        """From the next request on it is this local time, such as `2026-03-02 12:00`."""
        clock.put(self.folder, moment)
