"""What Toby can make the server tell him, and everything that was read, opened or sent on the way to it."""

import io
import os
import random
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any
from unittest import mock

from django.core import mail
from django.db import connection
from django.http import HttpResponse
from django.test import Client

from reknit.people import keys
from tests.house import routes
from tests.house.answers import MADE_EACH_TIME
from tests.house.world import World

TIMES = ("Date",)


@dataclass
class Seen:
    """One look: what came back, and what the database and the envelopes gave for it."""

    what: str
    status: int
    headers: tuple[tuple[str, str], ...]
    cookies: tuple[tuple[str, str], ...]
    body: bytes
    mails: tuple[str, ...]
    rows: list[Any] = field(default_factory=list)
    opened: list[Any] = field(default_factory=list)


def addresses(built: World) -> Iterator[str]:
    """Every page of the product that takes a GET, in Anna and Toby's space."""
    for address in routes.addresses():
        for row in routes.rows(address.name):
            if row.get is not None:
                yield routes.url(address, built.ids, row)


def looked(client: Client, url: str) -> Seen:
    return _seen(url, lambda: client.get(url, raise_request_exception=False))


def exported(built: World, client: Client) -> Seen:
    """His copy of the space, every file of it."""
    seen = _seen("copy", lambda: client.post(f"/s/{built.ids['space']}/copy"))
    if zipfile.is_zipfile(io.BytesIO(seen.body)):
        with zipfile.ZipFile(io.BytesIO(seen.body)) as archive:
            seen.body = b"".join(name.encode() + archive.read(name) for name in sorted(archive.namelist()))
    return seen


def sent(client: Client, url: str, data: dict[str, str]) -> Seen:
    """A form of his, and how it was taken."""
    return _seen(url, lambda: client.post(url, data))


def _seen(what: str, ask: Callable[[], HttpResponse]) -> Seen:
    before = len(mail.outbox)
    with _reading() as rows, _opening() as opened:
        answer = ask()
    headers = sorted((name, value) for name, value in answer.headers.items() if name not in TIMES)
    return Seen(
        what,
        answer.status_code,
        tuple(headers),
        tuple(sorted((name, morsel.OutputString()) for name, morsel in _told(answer))),
        MADE_EACH_TIME.sub(b"", answer.content),
        tuple(f"{one.to} {one.subject} {one.body}" for one in mail.outbox[before:]),
        rows,
        opened,
    )


def _told(answer: HttpResponse) -> Iterator[tuple[str, Any]]:
    """The cookies that are set, but for the token of forms, which is made anew each time."""
    return ((name, morsel) for name, morsel in answer.cookies.items() if name != "csrf")


@contextmanager
def _reading() -> Iterator[list[Any]]:
    """Every question to the database: how it is put, and which rows of which size answer it."""
    found: list[Any] = []
    asking = [False]

    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if not asking[0] and sql.lstrip().upper().startswith("SELECT"):
            asking[0] = True
            with connection.cursor() as cursor:
                cursor.execute(sql, params)
                columns = tuple(column[0] for column in cursor.description)
                found.append((sql, columns, sorted(repr([_size(value) for value in row]) for row in cursor.fetchall())))
            asking[0] = False
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield found


def _size(value: Any) -> Any:
    """A value; of what is sealed or made by chance, its size."""
    return len(value) if isinstance(value, bytes | memoryview) else value


@contextmanager
def _opening() -> Iterator[list[Any]]:
    """What is in every envelope that is opened."""
    found: list[Any] = []
    unseal = keys.unseal

    def note(key: bytes, envelope: bytes, *place: Any) -> bytes:
        inside = unseal(key, envelope, *place)
        found.append((place, inside))
        return inside

    with mock.patch.object(keys, "unseal", note):
        yield found


@contextmanager
def loaded_dice(seed: str) -> Iterator[None]:
    """Ids and salts that come out alike in both worlds."""
    dice = random.Random(seed)
    stands_in = SimpleNamespace(
        token_bytes=dice.randbytes, choice=dice.choice, token_hex=lambda size: dice.randbytes(size).hex()
    )
    with ExitStack() as stack:
        stack.enter_context(mock.patch.object(os, "urandom", dice.randbytes))
        stack.enter_context(mock.patch.object(keys, "secrets", stands_in))
        yield


def differences(one: list[Seen], other: list[Seen]) -> list[str]:
    """Under which address what differs."""
    found = [] if len(one) == len(other) else ["one saw more"]
    for mine, theirs in zip(one, other, strict=False):
        parts = [name for name in mine.__dataclass_fields__ if getattr(mine, name) != getattr(theirs, name)]
        found += [f"{mine.what}: {part}" for part in parts]
    return found
