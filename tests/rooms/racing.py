"""Several people at once, each with a connection of their own, as on a server."""

import threading
from collections.abc import Callable, Sequence
from typing import Any

from reknit.site.database import elsewhere
from tests.databases import Own

Job = Callable[[], Any]


def at_once(own: Own, jobs: Sequence[Job]) -> list[Any]:
    """Start all of these at the same moment; what each returned or raised, in order."""
    found: list[Any] = [None] * len(jobs)
    start = threading.Barrier(len(jobs))

    def run(place: int, job: Job) -> None:
        connection = own.connect()
        with elsewhere(connection):
            connection.ensure_connection()
            start.wait()
            try:
                found[place] = job()
            except Exception as fault:
                found[place] = fault
        connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found
