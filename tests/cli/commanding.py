"""The command line as a person runs it, on a database of the test's own."""

import argparse
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote
from uuid import UUID

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from reknit.cli import commands
from reknit.cli.__main__ import _parser
from reknit.site.database import elsewhere
from tests import cast
from tests.cast import Someone
from tests.databases import Own
from tests.house.tree import ROOT

CANARY = "The heron stands by the third bridge."


def run(*arguments: str) -> int:
    """One command on the database at hand."""
    return commands.run(parsed(*arguments))


def parsed(*arguments: str) -> argparse.Namespace:
    return _parser().parse_args(arguments)


@contextmanager
def on(own: Own) -> Iterator[None]:
    """Within the block the commands work on this database, in a folder of its own."""
    made = own.connect()
    with pytest.MonkeyPatch.context() as patch, elsewhere(made):
        patch.setattr(settings, "DATA", _folder(own))
        yield
        connection.close()


def _folder(own: Own) -> Path:
    made = Path(settings.DATA) / own.path.name if own.postgres else own.path.parent / "data"
    made.mkdir(mode=0o700, parents=True, exist_ok=True)
    return made


def lived_in(*, promises: int = 3) -> tuple[Someone, Someone, UUID]:
    """Anna and Toby in a space with some history, Anna signed in."""
    anna, toby = cast.person("Anna"), cast.person("Toby")
    space = cast.space_of(anna, toby)
    for _ in range(promises):
        cast.promise(toby.here(space), what=CANARY)
    anna.browser(now=timezone.now())
    return anna, toby, space


def tamper() -> None:
    """Change a line as somebody would who owns the database."""
    with connection.cursor() as cursor:
        on_table = " ON ledger_event" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER ledger_event_keep_update{on_table}")
        cursor.execute("UPDATE ledger_event SET epoch = 7 WHERE seq = 2")


def damage(file: Path) -> None:
    """Write over a stretch in the middle, as a failing disk would."""
    body = bytearray(file.read_bytes())
    middle = len(body) // 2
    body[middle : middle + 9000] = b"\xff" * 9000
    file.write_bytes(bytes(body))


def url(own: Own) -> str:
    """As in DATABASE_URL."""
    at: dict[str, Any] = own.database
    if not own.postgres:
        return f"sqlite:///{own.path}"
    host = at["OPTIONS"].get("host") or at["HOST"]
    who = ":".join(quote(part) for part in (at["USER"], at["PASSWORD"]) if part)
    port = f"&port={at['PORT']}" if at["PORT"] else ""
    return f"postgresql://{who}@/{at['NAME']}?host={quote(host, safe='')}{port}"


def process(*arguments: str, **more: str) -> "subprocess.CompletedProcess[str]":
    """One command as a process of its own."""
    command = [sys.executable, "-m", "reknit.cli", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment(**more), capture_output=True, text=True, check=False)


def environment(**more: str) -> dict[str, str]:
    """Nothing of the tests' own settings."""
    ours = r"REKNIT_|DJANGO_|DATABASE_URL|OPERATOR|SIGNUP|EXAMPLE|HTTPS|PROXIES|ALLOWED_HOSTS"
    kept = {name: value for name, value in os.environ.items() if not re.match(ours, name)}
    return {**kept, "PYTHONPATH": str(ROOT), **more}
