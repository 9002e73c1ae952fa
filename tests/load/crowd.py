"""A database as it is on a large server: some spaces that people use, and thousands of others around them.

The spaces that are used are lived through by the product's own writer. The others are copies of the sealed rows of one
of them, under ids of their own: as many rows of the same sizes in the same indexes, which nobody opens.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

from tests.bench.life import Life, live

AT_ONCE = 200
COLUMNS = "seq, at, epoch, facts, words, facts_commit, words_commit, prev, hash"
# How each database makes an id: `{}` is a text of 32 hexadecimal digits.
IDS = {
    "sqlite": ("lower(hex(randomblob(16)))", "{}"),
    "postgresql": ("replace(gen_random_uuid()::text, '-', '')", "({})::uuid"),
}


def used(spaces: int, events: int) -> list[Life]:
    """The spaces of those who will be there."""
    return [live(events, f"of space {n}") for n in range(spaces)]


def fill(spaces: int, like: Life) -> int:
    """Put so many further spaces around them; how many rows the history has then."""
    with quick(), connection.cursor() as cursor:
        _template(cursor, like)
        for begin in range(0, spaces, AT_ONCE):
            _some(cursor, min(AT_ONCE, spaces - begin))
        cursor.execute("SELECT count(*) FROM ledger_event")
        rows = int(cursor.fetchone()[0])
        cursor.execute("ANALYZE")
    return rows


@contextmanager
def quick() -> Iterator[None]:
    """Fill it without waiting for the disk; afterwards everything is as the product has it."""
    own = {
        "sqlite": ("PRAGMA synchronous=OFF", "PRAGMA cache_size=-2000000", "PRAGMA foreign_keys=OFF"),
        "postgresql": (
            "SET synchronous_commit = off",
            "SET work_mem = '256MB'",
            "SET session_replication_role = replica",
        ),
    }
    with connection.cursor() as cursor:
        for statement in own[connection.vendor]:
            cursor.execute(statement)
    yield
    connection.close()


def _template(cursor: Any, like: Life) -> None:
    space = like.space.hex if connection.vendor == "sqlite" else str(like.space)
    about = "about" if connection.vendor == "sqlite" else "replace(about::text, '-', '')"
    cursor.execute(
        f"CREATE TEMPORARY TABLE one AS SELECT {COLUMNS}, {about} AS thread FROM ledger_event WHERE space_id = %s",
        [space],
    )
    cursor.execute("CREATE TEMPORARY TABLE more (space text, member text)")


def _some(cursor: Any, count: int) -> None:
    """A few hundred spaces: each with a member, and a history like the one."""
    new, as_id = IDS[connection.vendor]
    cursor.execute("DELETE FROM more")
    numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %s)"
    cursor.execute(f"INSERT INTO more {numbers} SELECT {new}, {new} FROM n", [count])
    cursor.execute(f"INSERT INTO spaces_space (id, renew) SELECT {as_id.format('space')}, false FROM more")
    cursor.execute(
        'INSERT INTO spaces_member (id, space_id, from_seq, "left", public) '
        f"SELECT {as_id.format('member')}, {as_id.format('space')}, 0, false, %s FROM more",
        [b""],
    )
    thread = as_id.format("substr(space, 1, 16) || substr(thread, 1, 16)")
    cursor.execute(
        f"INSERT INTO ledger_event (id, space_id, by_id, about, {COLUMNS}) "
        f"SELECT {as_id.format(new)}, {as_id.format('space')}, {as_id.format('member')}, {thread}, {COLUMNS} "
        "FROM more CROSS JOIN one"
    )
