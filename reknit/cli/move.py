"""From SQLite to PostgreSQL or back: every row as it stands, sealed, into an empty database; then both are compared."""

import argparse
from collections.abc import Iterator
from graphlib import TopologicalSorter
from hashlib import sha256
from itertools import islice
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import Error, connection, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.db.models import ForeignKey, Model, QuerySet

from reknit.cli import upgrade
from reknit.cli.alone import alone
from reknit.cli.backup import LEFT_OUT
from reknit.cli.examining import Report, examine
from reknit.cli.stopped import Stopped
from reknit.site.database import connect_to, elsewhere
from reknit.site.env import database

MADE_BY_MIGRATE = {"contenttypes", "auth"}
AT_ONCE = 500
Kind = type[Model]


def command(arguments: argparse.Namespace) -> int:
    """Copy everything, compare, and say what to do next."""
    target = connect_to(database(arguments.to))
    with alone():
        try:
            report = move(target)
        except Error as fault:
            raise Stopped(f"It could not be moved, and the new database is as it was: {fault}.") from fault
        finally:
            target.close()
    print(f"Moved: {report}. Every row is the same, every link holds.")
    print(
        "Set DATABASE_URL to the new database and start the server. The old one is as it was. Everyone signs in again."
    )
    return 0


def move(target: BaseDatabaseWrapper) -> Report:
    """Fill `target` from the database at hand, all of it or nothing."""
    kinds, source = in_order(), connections["default"]
    with transaction.atomic():
        _one_moment()
        _must_be_up_to_date("This database")
        with elsewhere(target), transaction.atomic():
            _must_be_up_to_date("The new database")
            _must_be_empty(kinds)
            for kind in kinds:
                _copy(kind, source)
            _count_on(kinds)
            connection.check_constraints()
            return _compared(kinds, source)


def in_order() -> list[Kind]:
    """Every table that is moved, each after those its rows point at."""
    kinds = [kind for kind in apps.get_models(include_auto_created=True) if _moves(kind)]
    before = {kind: {other for other in _named_by(kind) if other in kinds and other is not kind} for kind in kinds}
    return list(TopologicalSorter(before).static_order())


def _moves(kind: Kind) -> bool:
    meta = kind._meta
    made_here = meta.app_label in MADE_BY_MIGRATE or meta.db_table in LEFT_OUT
    return meta.managed and not meta.proxy and not made_here


def _named_by(kind: Kind) -> Iterator[Kind]:
    for field in kind._meta.concrete_fields:
        if isinstance(field, ForeignKey) and isinstance(field.related_model, type):
            yield field.related_model


def _one_moment() -> None:
    """Whatever is written meanwhile is not half in it. On SQLite the transaction alone sees to that."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL transaction_isolation = 'repeatable read'")
            cursor.execute("SET LOCAL transaction_read_only = on")


def _must_be_up_to_date(which: str) -> None:
    upgrade.refuse_newer()
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise Stopped(f"{which} is not up to date. Set DATABASE_URL to it, run `reknit migrate`, then move.")


def _must_be_empty(kinds: list[Kind]) -> None:
    full = [kind._meta.db_table for kind in kinds if QuerySet(kind).exists()]
    if full:
        raise Stopped(f"The new database is not empty: {', '.join(full)}. Nothing is written over.")


def _copy(kind: Kind, source: BaseDatabaseWrapper) -> None:
    rows: Iterator[Any] = QuerySet(kind).iterator(AT_ONCE)
    while batch := _next(rows, source):
        made: QuerySet[Any] = QuerySet(kind)
        made.bulk_create(batch)


def _next(rows: Iterator[Any], source: BaseDatabaseWrapper) -> list[Any]:
    with elsewhere(source):
        return list(islice(rows, AT_ONCE))


def _count_on(kinds: list[Kind]) -> None:
    """The next row gets a number none has."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), kinds):
            cursor.execute(statement)


def _compared(kinds: list[Kind], source: BaseDatabaseWrapper) -> Report:
    """What the new database holds, where it is the same to the last byte and whole."""
    for kind in kinds:
        with elsewhere(source):
            wanted = fingerprint(kind)
        if fingerprint(kind) != wanted:
            raise Stopped(f"{kind._meta.db_table} did not arrive as it was; the new database is left empty.")
    report = examine()
    if report.faults:
        raise Stopped(f"The history is not whole, and the new database is left empty: {'; '.join(report.faults[:5])}.")
    return report


def fingerprint(kind: Kind) -> tuple[int, int]:
    """How many rows, and a sum over their values that no order of reading changes."""
    count = total = 0
    for row in QuerySet(kind).values_list(*(field.attname for field in kind._meta.concrete_fields)).iterator(AT_ONCE):
        plain = [bytes(value) if isinstance(value, memoryview) else value for value in row]
        total += int.from_bytes(sha256(repr(plain).encode()).digest())
        count += 1
    return count, total
