"""A process that is killed: it forks for each order it is given, and the fork dies at its point, or gets through.

`python -m tests.people.killing DATABASE` reads lines of JSON: the act, its arguments, the point. Points are counted:
before and after each statement, before and after the commit; or they are a time, in seconds from the beginning.
"""

import json
import os
import signal
import subprocess
import sys
import time
from typing import Any

from tests.databases import Own
from tests.house.tree import ROOT

THROUGH = "through"
KILLED = "killed"


class Killer:
    """The process, as a test speaks to it."""

    def __init__(self, own: Own) -> None:
        command = [sys.executable, "-m", "tests.people.killing", json.dumps(own.database)]
        environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONPATH": str(ROOT)}
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, cwd=ROOT, env=environment, stdin=pipe, stdout=pipe, text=True)

    def order(self, act: str, *, at: int = 0, after: float = 0.0, **given: str) -> tuple[str, float]:
        """Do the act, and die at this point: what became of it, and how long it took."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps({"act": act, "at": at, "after": after, "given": given}) + "\n")
        self.process.stdin.flush()
        became, took = self.process.stdout.readline().split()
        return became, float(took)

    def end(self) -> None:
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait(timeout=20)


def _serve(database: dict[str, Any]) -> None:
    for line in sys.stdin:
        order, began = json.loads(line), time.perf_counter()
        child = os.fork()
        if not child:
            _act(Own(database), **order)
            os._exit(0)
        status = os.waitpid(child, 0)[1]
        became = KILLED if os.WIFSIGNALED(status) else THROUGH if status == 0 else "failed"
        print(became, time.perf_counter() - began, flush=True)  # noqa: T201


def _act(own: Own, *, act: str, at: int, after: float, given: dict[str, str]) -> None:
    from reknit.site.database import elsewhere

    connection = own.connect()
    connection.ensure_connection()
    seen = 0

    def point() -> None:
        nonlocal seen
        seen += 1
        if seen == at:
            os.kill(os.getpid(), signal.SIGKILL)

    def around(execute: Any, *asked: Any) -> Any:
        point()
        answer = execute(*asked)
        point()
        return answer

    commit = connection._commit

    def committing() -> None:
        point()
        commit()
        point()

    connection._commit = committing  # type: ignore[method-assign]
    with elsewhere(connection), connection.execute_wrapper(around):
        if after:
            signal.setitimer(signal.ITIMER_REAL, after)  # nobody handles it, so it ends the process there and then
        ACTS[act](**given)
        signal.setitimer(signal.ITIMER_REAL, 0)


def _change(*, old: str, new: str) -> None:
    from reknit.people import acts
    from reknit.people.models import Person

    acts.change_password(Person.objects.get(), old=old, new=new)


def _reset(*, token: str, new: str) -> None:
    from django.utils import timezone

    from reknit.people import resets

    resets.use(token, new=new, zone="UTC", now=timezone.now())


def _phrase(*, how: str, key: str, old: str, new: str) -> None:
    from django.utils import timezone

    from reknit.people import acts as people
    from reknit.people.models import Person
    from reknit.spaces.access import Viewer
    from reknit.vault import acts

    person = Person.objects.get()
    viewer = Viewer(person, people.open_story_person(person, key=bytes.fromhex(key)), timezone.now())
    getattr(acts, how)(viewer, old=old, new=new)


ACTS = {"change": _change, "reset": _reset, "phrase": _phrase}

if __name__ == "__main__":
    import django

    django.setup()
    _serve(json.loads(sys.argv[1]))
