"""A recorded story, for those who replay it on a disk that fails."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.databases import Own
from tests.storage.recording import Record, told


@pytest.fixture
def record(own: Own, tmp_path: Path, django_db_blocker) -> Iterator[tuple[Record, Path]]:
    """The recorded statements, and the database as it was before them."""
    if own.postgres:
        pytest.skip("PostgreSQL keeps its own files")
    before = tmp_path / "before.sqlite3"
    before.write_bytes(own.path.read_bytes())
    with django_db_blocker.unblock():
        yield told(own), before
