"""The real server, begun in a moment: a process that has loaded its modules forks the one that serves, as often as
asked. What is killed is that one, with all it started."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from typing import IO

from tests.served.server import ROOT, Server


class Forked:
    """One server that was forked, as `subprocess` shows one that was started."""

    def __init__(self, nursery: "Nursery") -> None:
        self._nursery, self.pid = nursery, int(nursery.ask("start"))

    def poll(self) -> int | None:
        said = self._nursery.ask("poll")
        return int(said) if said else None

    def wait(self, timeout: float | None = None) -> int:
        return int(self._nursery.ask("wait"))


class Nursery(Server):
    """A server whose start costs no imports."""

    _loaded: "subprocess.Popen[str] | None" = None

    def start(self) -> None:
        if self.process is None:
            self.process = Forked(self)
            self.wait_until_there()

    def ask(self, what: str) -> str:
        if self._loaded is None:
            self._loaded = subprocess.Popen(
                [sys.executable, "-m", "tests.served.nursery", *self.serving, str(self.said)],
                cwd=ROOT, env=self.environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            )  # fmt: skip
        to, answers = self._loaded.stdin, self._loaded.stdout
        assert to
        assert answers
        to.write(f"{what}\n")
        to.flush()
        return answers.readline().strip()

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        """End it, and wait until none of its workers answers any more; ended kindly, no other will be forked."""
        super().stop(how)
        while self._answers():
            time.sleep(0.005)
        if how == signal.SIGTERM and self._loaded:
            self._loaded.communicate()
            self._loaded = None

    def _answers(self) -> bool:
        with socket.socket() as knock:
            return knock.connect_ex(("127.0.0.1", self.port)) == 0


def main(serving: list[str], said: str, asked: IO[str], answers: IO[str]) -> None:
    import django

    django.setup()
    from django.core.checks import run_checks

    from reknit.cli import __main__, commands  # noqa: F401

    run_checks()  # reads every address, and so every module, without a look at the database
    pid = 0
    for line in asked:
        if line == "start\n":
            pid = os.fork()
            if pid == 0:
                _serve(serving, said, __main__.main)
            answers.write(f"{pid}\n")
        else:
            ended, how = os.waitpid(pid, os.WNOHANG if line == "poll\n" else 0)
            answers.write(f"{how if ended else ''}\n")
        answers.flush()


def _serve(serving: list[str], said: str, run: Callable[[list[str]], int]) -> None:
    """In the process just forked, as a session of its own; it does not come back."""
    os.setsid()
    log = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for stream in (1, 2):
        os.dup2(log, stream)
    os._exit(run(serving))


if __name__ == "__main__":
    main(sys.argv[1:-1], sys.argv[-1], sys.stdin, sys.stdout)
