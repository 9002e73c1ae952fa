"""What people write is readable to those who share the space, and nowhere else: not on the disk, not in a log."""

import base64
import io
import logging
import shutil
import sqlite3
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from logging.config import dictConfigClass
from pathlib import Path
from typing import Any

import pytest
from django import forms as django_forms
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection
from django.test import Client, RequestFactory
from django.views.debug import get_exception_reporter_class

from reknit.people import keys, slots
from reknit.people.models import Slot
from reknit.rooms.promises import reads
from reknit.site.database import elsewhere
from reknit.spaces.access import Viewer
from reknit.vault import acts as vault
from reknit.vault.models import Way
from reknit.vault.ways import plain
from tests.databases import Own
from tests.house import tour as tours
from tests.house.canaries import ENCODINGS, canary, hits
from tests.house.tour import NEVER_SHARED, Tour

pytestmark = pytest.mark.tables


@dataclass
class Kept:
    """Everything that is kept or said after a tour: the database, the lines of the log, the temporary files."""

    own: Own
    log: io.StringIO
    temp: Path
    folder: Path

    def places(self) -> dict[str, bytes]:
        """Each place with what stands in it."""
        return {
            **self._database(),
            "dump": _dumped(),
            "sessions": _sessions(),
            "rows": _rows(),
            "log": self.log.getvalue().encode(),
            "mail": repr([vars(message) for message in mail.outbox]).encode(),
            "cache": repr([vars(cache) for cache in caches.all()]).encode(),
            "temporary files": b"".join(path.read_bytes() for path in self.temp.rglob("*") if path.is_file()),
        }

    def _database(self) -> dict[str, bytes]:
        """The files as they lie there now, their log too, and a backup taken of them."""
        if self.own.postgres:
            return {}
        backup = self.folder / "backup.sqlite3"
        backup.unlink(missing_ok=True)
        with sqlite3.connect(self.own.path) as source, sqlite3.connect(backup) as target:
            source.backup(target)
        source.close()
        target.close()
        files = [path for path in self.own.path.parent.iterdir() if path.name.startswith(self.own.path.name)]
        return {path.name: path.read_bytes() for path in [*files, backup]}

    def crashed(self) -> dict[str, bytes]:
        """The files as a power cut would leave them: copied without closing; what is left still opens."""
        folder = self.folder / "crashed"
        folder.mkdir()
        for path in self.own.path.parent.glob(f"{self.own.path.name}*"):
            shutil.copy(path, folder / path.name)
        found = {f"crashed {path.name}": path.read_bytes() for path in folder.iterdir()}
        with sqlite3.connect(folder / self.own.path.name) as opened:
            assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert opened.execute("SELECT count(*) FROM ledger_event").fetchone()[0] > 10
        return found


def _dumped() -> bytes:
    """Everything Django can dump, past the closed manager."""
    out = io.StringIO()
    call_command("dumpdata", use_base_manager=True, stdout=out)
    return out.getvalue().encode()


def _sessions() -> bytes:
    return repr([SessionStore().decode(row.session_data) for row in Session.objects.all()]).encode()


def _rows() -> bytes:
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found += [value for row in cursor.fetchall() for value in row]
    return b"\n".join(bytes(v) if isinstance(v, bytes | memoryview) else str(v).encode() for v in found)


@pytest.fixture
def kept(own: Own, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Kept]:
    """A database of its own, with the log as it is configured listening to everything."""
    made = Kept(own, io.StringIO(), tmp_path_factory.mktemp("temp"), tmp_path_factory.mktemp("away"))
    monkeypatch.setattr(tempfile, "tempdir", str(made.temp))
    handler = logging.StreamHandler(made.log)
    handler.setFormatter(_formatter())
    root, django = logging.getLogger(), logging.getLogger("django")
    before = root.level, django.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    django.setLevel(logging.DEBUG)
    with elsewhere(own.connect()):
        yield made
        connection.close()
    root.removeHandler(handler)
    root.setLevel(before[0])
    django.setLevel(before[1])


def _formatter() -> logging.Formatter:
    [name] = {handler["formatter"] for handler in settings.LOGGING["handlers"].values()}  # type: ignore[attr-defined]
    config = deepcopy(settings.LOGGING)
    made = dictConfigClass(config).configure_formatter(config["formatters"][name])  # type: ignore[index]
    assert isinstance(made, logging.Formatter)
    return made


def secrets_of(tour: Tour) -> dict[str, str | bytes]:
    """Every key and code of the two, as bytes: none may lie anywhere but in a cookie or a head."""
    found: dict[str, str | bytes] = {"code": tour.code, "code, key": keys.code_key(tour.code)}
    for name, client in (("Anna", tour.anna), ("Toby", tour.toby)):
        password = tour.typed["new password" if name == "Anna" else "Toby's password"]
        person = tour.person(name)
        pair = slots.try_password(person, password=password)
        assert pair is not None
        slot = Slot.objects.get(ring=person.pk)
        derived = keys.derive(password, bytes(slot.salt), keys.Cost(slot.passes, slot.memory))
        here = Viewer(person, pair, tour.now).space(tour.space)
        cookie = client.cookies[settings.KEY_COOKIE_NAME].value
        found |= {f"{name}'s space key {n}": here.key(n) for n in here.wrapped}
        found |= {f"{name}'s secret": pair.secret, f"{name}'s derived key": derived, f"{name}'s cookie": cookie}
        found |= {f"{name}'s cookie key": base64.urlsafe_b64decode(cookie)}
        found |= {f"{name}'s key of preferences": keys.mixed("preferences", pair.secret)}
    return found | private_secrets_of(tour)


def private_secrets_of(tour: Tour) -> dict[str, str | bytes]:
    """What opens Anna's private side: the secret half, what it is wrapped under, and her cookie's part."""
    viewer = Viewer(tour.person("Anna"), keys.new_pair(), tour.now)
    private = vault.try_open(viewer, typed=tour.typed["passphrase anew"])
    way = Way.objects.get(side=private.side, kind=Way.Kind.PHRASE)
    cookie = tour.anna.cookies[settings.PRIVATE_COOKIE_NAME].value
    return {
        "private secret": private.pair.secret,
        "private notes key": keys.mixed("private notes", private.pair.secret),
        "private derived key": keys.derive(
            plain(tour.typed["passphrase anew"]), bytes(way.salt), keys.Cost(way.passes, way.memory)
        ),
        "private cookie": cookie,
        "private cookie key": base64.urlsafe_b64decode(cookie),
        "private code": tour.private_code,
    }


def copy_of(client: Client, tour: Tour) -> dict[str, bytes]:
    """Somebody's own copy of the space, file by file."""
    password = tour.typed["new password" if client is tour.anna else "Toby's password"]
    with tour.at(days=5, minutes=1):
        tour.send(client, "/me/again", password=password, next=tour.url("copy"))
        response = tour.send(client, tour.url("copy"), 200)
    with zipfile.ZipFile(io.BytesIO(response.content)) as archive:
        return {f"copy/{name}": archive.read(name) for name in archive.namelist()}


def pages_of(client: Client, tour: Tour) -> dict[str, bytes]:
    with tour.at(days=5, minutes=1):
        return {
            path: client.get(tour.url(path)).content for path in ("", "promises/", "history/", "picture/", "people/")
        }


def test_nothing_written_can_be_read_from_what_is_kept(kept: Kept) -> None:
    tour = tours.take()
    wanted: dict[str, str | bytes] = {**tour.typed, **secrets_of(tour), "Toby's zone": tours.ZONE["Toby"]}
    assert len(wanted) > 40
    assert hits(kept.places(), wanted) == []
    assert kept.own.postgres or hits(kept.crashed(), wanted) == []
    assert kept.log.getvalue().count("\n") > 5
    _both_read_what_is_theirs(tour)
    tours.leave(tour)
    assert hits(kept.places(), wanted) == []
    assert tour.careless == []
    assert {getattr(settings, f"{name}_COOKIE_NAME") for name in ("SESSION", "KEY", "CODE")} <= tour.cookies


def _both_read_what_is_theirs(tour: Tour) -> None:
    """What was shared stands in both copies, so it was written; what was not stands in neither."""
    shared = {name: text for name, text in tour.typed.items() if name not in NEVER_SHARED | tours.GONE}
    hidden: dict[str, str | bytes] = {n: t for n, t in tour.typed.items() if n in NEVER_SHARED} | {"code": tour.code}
    assert set(shared) == {name for names in tours.FIELDS.values() for name in names} - NEVER_SHARED - tours.GONE | {
        "spare"
    }
    for client, other in ((tour.anna, "Toby"), (tour.toby, "Anna")):
        copy = copy_of(client, tour)
        readable = {"all": b"".join(copy.values())}
        assert {hit.rpartition(" in ")[0] for hit in hits(readable, shared)} == set(shared)
        theirs = {
            **hidden,
            "address": f"{other}@example.org",
            **{k: v for k, v in secrets_of(tour).items() if "key" in k},
        }
        assert hits({**copy, **pages_of(client, tour), **tour.pages}, theirs) == []
    assert hits(copy_of(tour.anna, tour), {"zone": tours.ZONE["Toby"]}) == []


def test_a_fault_of_ours_tells_nothing(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    tour = tours.take()
    word = tour.write("failed")

    def failing(*args: object, **kwargs: object) -> None:
        held = word
        raise RuntimeError(f"could not read {held}", args, kwargs)

    monkeypatch.setattr(reads, "lists", failing)
    client = Client(raise_request_exception=False)
    client.cookies.update(tour.anna.cookies)
    with tour.at(days=5, minutes=1):
        page = client.get(tour.url("promises/"), {"q": word})
    assert page.status_code == 500
    assert '"error": "RuntimeError"' in kept.log.getvalue()
    answers = {"page": page.content, "headers": repr(page.items()).encode(), "report": _reported(word)}
    assert hits({**answers, **kept.places()}, {"failed": word}) == []


def _reported(word: str) -> bytes:
    """What Django would mail or show of an exception, with the word in the form, the address and the frame."""
    request = RequestFactory().post(f"/{word}", {"what": word}, headers={"cookie": word})
    try:
        raise ValueError(word)
    except ValueError:
        reporter = get_exception_reporter_class(request)(request, *sys.exc_info())
    return (
        reporter.get_traceback_text() + reporter.get_traceback_html() + repr(reporter.get_traceback_data())
    ).encode()


def test_every_field_is_part_of_the_tour() -> None:
    assert free_fields(django_forms.Form) == tours.FIELDS.keys() | tours.IN_THE_CLEAR


def free_fields(base: type[django_forms.Form]) -> set[str]:
    """Every field of a form of ours that takes whatever is typed."""
    found = set()
    for form in base.__subclasses__():
        found |= free_fields(form)
        if form.__module__.startswith(("reknit.", "tests.house.")):
            found |= {f"{form.__name__}.{name}" for name, one in form.base_fields.items() if _takes_text(one)}
    return found


def _takes_text(one: Any) -> bool:
    hidden = isinstance(one.widget, django_forms.HiddenInput)
    return isinstance(one, django_forms.CharField) and not hidden


def test_a_planted_field_is_reported() -> None:
    planted = type("Planted", (django_forms.Form,), {"__module__": __name__, "note": django_forms.CharField()})
    assert free_fields(django_forms.Form) - tours.FIELDS.keys() - tours.IN_THE_CLEAR == {"Planted.note"}
    del planted


def test_the_log_says_only_what_it_may() -> None:
    assert {handler["formatter"] for handler in settings.LOGGING["handlers"].values()} == {"lines"}  # type: ignore[attr-defined]
    assert settings.LOGGING["root"]["handlers"] == ["stderr"]  # type: ignore[index]
    assert not logging.getLogger("django").handlers
    assert settings.ADMINS == []


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_word_in_a_row_is_found(kept: Kept, encoding: str) -> None:
    word = canary("planted")
    row = b"before " + ENCODINGS[encoding](word.encode()) + b" after"
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO people_firsttoken (digest) VALUES (%s)", [row])
    found = hits(kept.places(), {"planted": word})
    assert "planted in rows" in found
    assert kept.own.postgres or {"planted in reknit.sqlite3-wal", "planted in backup.sqlite3"} <= set(found)


def test_a_word_in_a_line_of_the_log_is_found(kept: Kept) -> None:
    word, key = canary("planted"), keys.new_key()
    logging.getLogger("reknit.planted").warning(f"could not save {word}")
    logging.getLogger("reknit.planted").warning(key.hex())
    (kept.temp / "left.txt").write_text(word)
    Session.objects.create(
        session_key="planted", session_data=SessionStore().encode({"w": word}), expire_date="2030-01-01T00:00Z"
    )
    found = hits(kept.places(), {"planted": word, "key": key})
    assert {"planted in log", "key in log", "planted in temporary files", "planted in sessions"} <= set(found)
