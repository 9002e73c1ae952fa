"""Fill a database, serve it, let people in, and print what they waited for, as JSON."""

import argparse
import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

WORKERS = 2


def main() -> int:
    """1 where anything but the answer that was due came back."""
    parser = argparse.ArgumentParser(prog="python -m tests.load", description=__doc__)
    parser.add_argument(
        "--database", default="", help="as in DATABASE_URL, empty; a new SQLite file where none is given"
    )
    parser.add_argument("--spaces", type=int, default=10_000)
    parser.add_argument("--events", type=int, default=1_000, help="in each space")
    parser.add_argument("--people", type=int, default=50, help="at once, two to a space")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--pause", type=float, default=2.0, help="seconds between two clicks, on average")
    asked = parser.parse_args()
    os.umask(0o077)
    with tempfile.TemporaryDirectory(prefix="reknit-load-", dir=os.environ.get("TMPDIR")) as folder:
        found = _run(asked, Path(folder))
    sys.stdout.write(json.dumps(found, indent=2) + "\n")
    return 1 if found["wrong"] or found["locked"] else 0


def _run(asked: argparse.Namespace, folder: Path) -> dict[str, Any]:
    os.environ |= {"DJANGO_SETTINGS_MODULE": "reknit.site.settings", "REKNIT_DATA": str(folder / "data")}
    os.environ |= {"DATABASE_URL": asked.database} if asked.database else {}
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from tests.load import crowd

    (folder / "data").mkdir(mode=0o700, exist_ok=True)
    call_command("migrate", interactive=False, verbosity=0)
    began = time.monotonic()
    lives = crowd.used(asked.people // 2, asked.events)
    rows = crowd.fill(asked.spaces - len(lives), lives[0])
    found = {"database": connection.vendor, "spaces": asked.spaces, "events": rows, "people": asked.people}
    found |= {"workers": WORKERS, "pause": asked.pause, "filled in": round(time.monotonic() - began)}
    return {**found, **_let_in(asked, folder, lives), "load": os.getloadavg()[0]}


def _let_in(asked: argparse.Namespace, folder: Path, lives: list[Any]) -> dict[str, Any]:
    from tests.load.people import Person, Seen
    from tests.served.server import Server

    server, seen = Server(folder / "data", database=asked.database, workers=WORKERS), Seen()
    server.start()
    until = time.monotonic() + asked.seconds
    both = [(life, maker) for life in lives for maker in (True, False)]
    more = {"seen": seen, "pause": asked.pause, "until": until}
    people = [Person(life, server.port, maker=maker, seed=n, **more) for n, (life, maker) in enumerate(both)]
    for person in people:
        person.start()
    for person in people:
        person.join()
    server.stop()
    return {**seen.summary(), "locked": server.said.read_text(encoding="utf-8").count("locked")}


if __name__ == "__main__":
    sys.exit(main())
