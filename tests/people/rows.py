"""Everything the tables hold, as bytes."""

from django.db import connection


def every_row() -> bytes:
    """All values of all rows of all tables, one after another."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found += [_bytes(value) for row in cursor.fetchall() for value in row]
    return b"\n".join(found)


def _bytes(value: object) -> bytes:
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
