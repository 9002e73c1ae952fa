"""The living example: Anna and Toby's story in its own database file, moved so that it ends yesterday."""

import argparse
import json
import os
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from reknit.cli.replaying import replay
from reknit.practice.story import ending, parse
from reknit.site.database import connect, elsewhere

STORIES = Path(__file__).parent.parent / "content" / "stories"
STORY = STORIES / "anna-and-toby.story"


def command(arguments: argparse.Namespace) -> int:
    """Make the example anew, from a story of one's own if wanted."""
    make(timezone.now(), Path(arguments.story) if arguments.story else STORY)
    print(f"The living example is in {settings.EXAMPLE_FILE}.")
    return 0


def refresh(now: datetime) -> None:
    """Make the example where there is none of today."""
    made = settings.EXAMPLE_FILE
    if (
        not made.exists()
        or datetime.fromtimestamp(made.with_suffix(".keys").stat().st_mtime, now.tzinfo).date() < now.date()
    ):
        make(now, STORY)


def make(now: datetime, source: Path) -> None:
    """Replay the story into a fresh file and put it in the old one's place."""
    story = ending(parse(source.read_text(encoding="utf-8")), (now - timedelta(days=1)).date())
    settings.DATA.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = settings.EXAMPLE_FILE.with_suffix(".new")
    _remove(fresh)
    connection = connect(fresh)
    with elsewhere(connection):
        teller = replay(story)
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
    _write(settings.EXAMPLE_FILE.with_suffix(".keys"), {name: key.hex() for name, key in teller.keys.items()})
    _remove(settings.EXAMPLE_FILE)
    os.replace(fresh, settings.EXAMPLE_FILE)
    _remove(fresh)


def _write(path: Path, keys: dict[str, str]) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w") as file:
        json.dump(keys, file)


def _remove(path: Path) -> None:
    for each in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
        with suppress(FileNotFoundError):
            each.unlink()
