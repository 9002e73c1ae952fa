"""The same application on another database for a while: a story in memory, the living example in its file."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import load_backend

from reknit.site.env import sqlite

# Of each worker: what its threads need, and no more. One that ended meanwhile is made anew before it is used.
POOL = {"min_size": 1, "max_size": 6, "timeout": 5, "reconnect_timeout": 3}


def pool() -> None:
    """Let this process keep its connections to PostgreSQL from one request to the next."""
    default = connections.settings["default"]
    if default["ENGINE"].endswith("postgresql"):
        default["OPTIONS"]["pool"] = dict(POOL)


def connect(path: str | Path) -> BaseDatabaseWrapper:
    """A connection to the SQLite file at `path` that takes the default one's place."""
    return connect_to(sqlite(path))


def connect_to(database: dict[str, Any]) -> BaseDatabaseWrapper:
    """A connection to any database that takes the default one's place, outside the pool, which knows that one alone."""
    settings = {**connections.settings["default"], **database}
    settings["OPTIONS"] = {name: value for name, value in settings["OPTIONS"].items() if name != "pool"}
    return load_backend(settings["ENGINE"]).DatabaseWrapper(settings, "default")


@contextmanager
def elsewhere(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Within the block every query of this thread goes to `connection`; after it, to where they went before."""
    before = connections["default"]
    connections["default"] = connection
    try:
        yield
    finally:
        connections["default"] = before
