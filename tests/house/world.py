"""A small world to try every address in: two in one space, one who left it, one in another space, one in none."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha256
from typing import Any
from uuid import uuid4

import time_machine
from django.core.cache import cache
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client

from reknit.ledger import store
from reknit.people import acts as people
from reknit.people import preferences
from reknit.practice.facts_amends import ApologyOffered
from reknit.practice.facts_repair import Acknowledged
from reknit.rooms.belonging import acts as belonging
from reknit.rooms.fairness import acts as fairness
from reknit.rooms.lookback import acts as lookback
from reknit.rooms.promises import acts as promises
from tests import cast
from tests.cast import NOON, Someone

NOW = NOON + timedelta(days=2)
PASSWORD = "a short sentence to keep"
ROLES = ("out", "stranger", "a", "b", "former", "other")
ASKING = ("SELECT", "SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT")
# One's own idle timer may slide on a look; nothing else may.
EXEMPT = {("people_openkey", "seen_at"), ("vault_opening", "seen_at")}


@dataclass
class World:
    """The cast by their part, and the ids that addresses are made of."""

    roles: dict[str, Someone]
    ids: dict[str, str]
    foreign: dict[str, str]
    absent: dict[str, str]
    clients: dict[str, Client] = field(default_factory=dict)

    def client(self, role: str, *, checks: bool = False) -> Client:
        """A browser of their own for one request, signed in where the role is."""
        fresh = Client(enforce_csrf_checks=checks, raise_request_exception=False)
        if role != "out":
            fresh.cookies.update(self.clients[role].cookies)
        return fresh


def build() -> World:
    """Friends: Anna and Toby are here, Sam has left, Leo and Mia are suggested; Maya waits alone elsewhere."""
    anna, toby, sam, maya, stranger = (_person(name) for name in ("Anna", "Toby", "Sam", "Maya", "Stranger"))
    space = cast.space_of(anna, toby, sam, kind="friends")
    root = cast.promise(anna.here(space), day="2026-03-03", rule="FREQ=DAILY")
    small = cast.crack(anna.here(space), whose=toby.here(space).me)
    told = lookback.tell_pattern(
        anna.here(space), whose=toby.here(space).me, words={"what": "Late again.", "one": "On Friday."}
    )
    said = fairness.say_fair(anna.here(space), feels="partly", words={"said": "I plan it all."}, only_me=False)
    large = cast.breach(anna.here(space), doer=toby.here(space).me, size="major")
    cast.on_path(toby.here(space), large, Acknowledged(), said="I was not.")
    cast.on_path(toby.here(space), large, ApologyOffered(), said="I said that I was.")
    sorry = store.thread(toby.here(space), large)[-1].id
    for one in (anna, toby):
        preferences.change(one.person, pair=one.pair, asked=NOW.date().isoformat())
    over = cast.promise(toby.here(space), day="2026-03-20")
    promises.end(toby.here(space), promise=over)
    belonging.part(sam.here(space))
    ready, mine = (belonging.propose(anna.here(space), name=name) for name in ("Leo", "Mia"))
    belonging.agree(toby.here(space), proposal=ready)
    belonging.invite_agreed(anna.here(space), proposal=ready)
    leo = next(seat.id for seat in anna.here(space).others if not seat.joined)
    other = belonging.open_space(maya.viewer(), kind="couple", names=["Ben"])
    theirs = cast.promise(other, day="2026-03-03")
    small_too = cast.crack(other, whose=other.others[0].id)
    said_too = fairness.say_fair(other, feels="fair", words={}, only_me=False)
    large_too = cast.breach(other, doer=other.others[0].id)
    seat = next(seat.id for seat in other.others)
    return World(
        roles={"a": anna, "b": toby, "former": sam, "other": maya, "stranger": stranger},
        ids={
            "space": str(space),
            "promise": root,
            "crack": small,
            "told": told,
            "said": said,
            "breach": large,
            "apology": sorry,
            "leo": leo,
            "event": root,
            "ready": ready,
            "mine": mine,
            "seat": leo,
            "theirs": seat,
        },
        foreign={
            "space": str(other.space_id),
            "promise": theirs,
            "crack": small_too,
            "said": said_too,
            "breach": large_too,
            "apology": large_too,
            "event": theirs,
            "seat": seat,
        },
        absent={
            name: str(uuid4()) for name in ("space", "promise", "crack", "said", "breach", "apology", "event", "seat")
        },
    )


def _person(name: str) -> Someone:
    """Someone with a password: some pages ask for it."""
    return Someone(*people.create_person(name, password=PASSWORD, zone=cast.ZONE, today=NOON.date()))


@contextmanager
def undone() -> Iterator[None]:
    """Whatever happens within is as if it had not been."""
    cache.clear()
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def two_days_later() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@contextmanager
def statements() -> Iterator[list[str]]:
    """Every statement sent to the database within that is not a mere question."""
    sent: list[str] = []

    def note(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        if not sql.lstrip().upper().startswith(ASKING):
            sent.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        yield sent


def digest() -> dict[str, str]:
    """What every table holds, a fingerprint each."""
    tables = sorted(connection.introspection.table_names())
    return {table: _digest(table) for table in tables}


def _digest(table: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
        kept = [at for at, column in enumerate(cursor.description) if (table, column[0]) not in EXEMPT]
        rows = sorted(repr([_plain(row[at]) for at in kept]) for row in cursor.fetchall())
    return sha256("\n".join(rows).encode()).hexdigest()


def _plain(value: object) -> object:
    return bytes(value) if isinstance(value, memoryview) else value


def ask(
    world: World, role: str, method: str, url: str, data: dict[str, object] | None = None, **headers: str
) -> HttpResponse:
    """One request by one role; a form for POST, nothing for the rest."""
    client = world.client(role)
    if method == "POST":
        return client.post(url, data or {}, headers=headers)
    return client.generic(method, url, headers=headers)
