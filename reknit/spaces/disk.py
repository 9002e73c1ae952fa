"""What the disk still holds of what was deleted."""

from django.db import connection, transaction


def scrub() -> None:
    """Leave no erased byte in SQLite's write-ahead log, once the transaction is done."""
    if connection.vendor == "sqlite":
        transaction.on_commit(_truncate, robust=True)


def _truncate() -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
