"""Stopped anywhere, what is done with a passphrase leaves the old one working or the new one, with every note."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.db import transaction

from reknit.practice.events import MissExplained
from reknit.spaces.access import Viewer
from reknit.vault import acts, noticing, store
from tests.cast import Someone
from tests.people.test_killed import Killed, killed_at
from tests.vault.conftest import PHRASE, unlocked

pytestmark = pytest.mark.tables
OTHER = "seven blue lamps over an empty pier"
NOTES = 20


@pytest.fixture
def full(anna: Someone) -> Someone:
    """Anna with twenty notes, one of them dropped in while it was locked."""
    mine = unlocked(anna)
    for n in range(NOTES - 1):
        store.add(mine, MissExplained(due="2026-03-03"), {"said": str(n)})
    store.add(anna.viewer(), MissExplained(due="2026-03-03"), {"said": "dropped"})
    return anna


def opens(someone: Someone, phrase: str) -> bool:
    """Whether this passphrase opens it, and every note with it; nothing is missing or strange."""
    viewer = someone.viewer()
    try:
        viewer = replace(viewer, private=acts.try_open(viewer, typed=phrase))
    except acts.WrongPhrase:
        return False
    noticing.take_in(viewer)
    assert noticing.look(viewer) == noticing.Noticed(0, 0)
    assert len(store.everything(viewer)) == NOTES
    return True


def every_place(someone: Someone, act: Callable[[Viewer], Any]) -> list[str]:
    """Which passphrase works after being stopped at each statement in turn, up to where it was not stopped."""
    found = []
    for place in range(1, 200):
        with transaction.atomic():
            stopped = True
            try:
                with transaction.atomic(), killed_at(place):
                    act(someone.viewer())
                    stopped = False
            except Killed:
                pass
            found.append(f"{'old' if opens(someone, PHRASE) else ''}{'new' if opens(someone, OTHER) else ''}")
            transaction.set_rollback(True)
        if not stopped:
            return found
    raise AssertionError("it never ended")


def test_a_change_of_passphrase(full: Someone) -> None:
    places = every_place(full, lambda viewer: acts.change(viewer, old=PHRASE, new=OTHER))
    assert len(places) > 8
    assert places == ["old"] * (len(places) - 1) + ["new"]


def test_new_keys_for_everything(full: Someone) -> None:
    places = every_place(full, lambda viewer: acts.renew(viewer, old=PHRASE, new=OTHER))
    assert len(places) > 50
    assert places == ["old"] * (len(places) - 1) + ["new"]
