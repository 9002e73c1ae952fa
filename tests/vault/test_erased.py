"""Nothing of what was deleted, edited or sealed anew is left in the files."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection

from reknit.practice.events import MissExplained
from reknit.site.database import elsewhere
from reknit.spaces.access import Viewer
from reknit.vault import acts, noticing, store
from reknit.vault.models import Note, Side, Way
from tests import cast
from tests.cast import NOON
from tests.databases import Own
from tests.vault.conftest import PHRASE, unlocked

pytestmark = pytest.mark.tables
SAID = MissExplained(due="2026-03-03")
OTHER = "seven blue lamps over an empty pier"


@pytest.fixture
def mine(own: Own) -> Iterator[Viewer]:
    if own.postgres:
        pytest.skip("PostgreSQL keeps old bytes until it vacuums; docs/what-the-server-knows.md says so")
    with elsewhere(own.connect()):
        yield unlocked(cast.person("Anna"))
        connection.close()


def on_disk(body: bytes) -> bool:
    """Whether any of these bytes still lie in the database's files."""
    path = Path(connection.settings_dict["NAME"])
    files = [file.read_bytes() for file in path.parent.iterdir() if file.name.startswith(path.name)]
    return any(body[at : at + 32] in file for file in files for at in range(30, len(body) - 32, 16))


def body_of(id_: str) -> bytes:
    return bytes(Note.objects.get(pk=id_).body)


def test_a_deleted_note_is_gone_from_the_file(mine: Viewer) -> None:
    id_ = store.add(mine, SAID, {"said": "x" * 3000})
    body = body_of(id_)
    assert on_disk(body)
    store.delete(mine, id_)
    assert not on_disk(body)


def test_what_a_note_said_before_is_gone_from_the_file(mine: Viewer) -> None:
    id_ = store.add(mine, SAID, {"said": "before"})
    body = body_of(id_)
    store.edit(mine, id_, SAID, {"said": "after"})
    assert not on_disk(body)


def test_a_drop_is_gone_once_it_is_taken_in(mine: Viewer) -> None:
    id_ = store.add(replace(mine, private=None), SAID, {"said": "dropped"})
    body = body_of(id_)
    noticing.take_in(mine)
    assert not on_disk(body)


def test_what_the_old_passphrase_opened_is_gone_from_the_file(mine: Viewer) -> None:
    id_ = store.add(mine, SAID, {"said": "kept"})
    wrapped, body = bytes(Way.objects.get().wrapped), body_of(id_)
    acts.change(mine, old=PHRASE, new=OTHER)
    assert not on_disk(wrapped)
    wrapped = bytes(Way.objects.get().wrapped)
    acts.renew(mine, old=OTHER, new=PHRASE)
    assert not on_disk(wrapped)
    assert not on_disk(body)


def test_what_was_put_away_goes_after_thirty_days(mine: Viewer) -> None:
    id_ = store.add(mine, SAID, {"said": "kept"})
    body = body_of(id_)
    acts.start_anew(mine, phrase=OTHER)
    acts.sweep(now=NOON + timedelta(days=29))
    assert on_disk(body)
    acts.sweep(now=NOON + timedelta(days=31))
    assert not on_disk(body)
    assert Side.objects.count() == 1
