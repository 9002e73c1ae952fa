"""How the database and its files stand on this machine: read on the product's own connection, and from the disk."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections

# What each is for, and the values it may have; as SQLite and PostgreSQL answer when asked.
WANTED: dict[str, dict[str, tuple[str, set[str], str]]] = {
    "sqlite": {
        "synchronous": ("reknit.E102", {"2", "3"}, "what was acknowledged could be lost with the power"),
        "journal_mode": ("reknit.E103", {"wal", "memory"}, "readers and writers would wait for each other"),
        "secure_delete": ("reknit.E104", {"1"}, "what people take back would stay in the file"),
        "foreign_keys": ("reknit.E105", {"1"}, "rows could name others that are not there"),
        "recursive_triggers": ("reknit.E106", {"1"}, "a line of the history could be replaced"),
    },
    "postgresql": {
        "fsync": ("reknit.E102", {"on"}, "what was acknowledged could be lost with the power"),
        "synchronous_commit": ("reknit.E102", {"on", "local", "remote_write", "remote_apply"}, "the same"),
        "session_replication_role": ("reknit.E106", {"origin", "local"}, "the history's triggers do not fire"),
    },
}
ASKS = {"sqlite": "PRAGMA {}", "postgresql": "SHOW {}"}


@register(Tags.database)
def kept_safely(app_configs: Any = None, databases: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """The database keeps what it acknowledged, forgets what it deleted, and lets no line be replaced."""
    return [found for alias in databases or [] for found in _of(connections[alias])]


def _of(connection: Any) -> list[CheckMessage]:
    found: list[CheckMessage] = []
    for name, (code, good, why) in WANTED[connection.vendor].items():
        with connection.cursor() as cursor:
            cursor.execute(ASKS[connection.vendor].format(name))
            value = str(cursor.fetchone()[0])
        if value not in good:
            found.append(Error(f"The database has {name} = {value}: {why}.", hint=_hint(connection, name), id=code))
    return found


def _hint(connection: Any, name: str) -> str:
    if connection.vendor == "sqlite":
        return "It is set in reknit/site/env.py; leave it as it comes."
    return f"Set {name} back on the server, the database and the role."


@register(Tags.security)
def only_its_owner_reads(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """The folder can be entered, and the files in it read, by the server's own user and nobody else."""
    folder = Path(settings.DATA)
    found: list[CheckMessage] = []
    if folder.exists() and _open_to_others(folder):
        found.append(
            Error(f"Others on this machine can look into {folder}.", hint=f"chmod 700 {folder}", id="reknit.E108")
        )
    for file in [file for file in _files(folder) if _open_to_others(file)]:
        found.append(Error(f"Others on this machine can open {file}.", hint=f"chmod 600 {file}", id="reknit.E109"))
    return found


def _files(folder: Path) -> list[Path]:
    """Whatever holds data or a secret, wherever it was put."""
    names = [folder / "secret"]
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        database = settings.DATABASES["default"]["NAME"]
        names += [Path(f"{database}{suffix}") for suffix in ("", "-wal", "-shm")]
    names += [Path(f"{settings.EXAMPLE_FILE}"), Path(settings.EXAMPLE_FILE).with_suffix(".keys")]
    return [file for file in [*names, *sorted((folder / "backups").glob("*"))] if file.is_file()]


def _open_to_others(path: Path) -> bool:
    return bool(path.stat().st_mode & 0o077)
