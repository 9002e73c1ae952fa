"""What follows from what someone keeps alone: kept sealed, the same as from nothing, thrown away with what it held."""

from uuid import UUID

import pytest

from reknit.practice import fold
from reknit.practice.facts_daily import CrackNoted
from reknit.shelves import private
from reknit.spaces.access import Here
from reknit.vault import store, worked_out
from reknit.vault.models import Side
from tests.cast import Someone
from tests.vault.conftest import later, unlocked

pytestmark = pytest.mark.tables


def here(someone: Someone, space: UUID) -> Here:
    return unlocked(someone).space(space)


def crack(where: Here, what: str = "late") -> str:
    return private.keep(where, CrackNoted(whose=where.others[0].id, day="2026-03-01"), words={"what": what})


def anew(where: Here) -> Here:
    """The same, with everything read again."""
    return later(where.viewer).space(where.space_id)


def from_nothing(where: Here) -> bytes:
    events = private.events(where)
    return fold.encode(fold.fold(events))


def test_it_is_kept_after_a_while_and_is_the_same_as_from_nothing(anna: Someone, together: UUID) -> None:
    where = here(anna, together)
    for _ in range(private.OFTEN - 1):
        crack(where)
    assert worked_out.load(anew(where).viewer) == {}
    crack(where)
    assert len(worked_out.load(anew(where).viewer)) == 1
    crack(where)
    assert fold.encode(private.state(anew(where))) == from_nothing(anew(where))


def test_a_change_or_a_deletion_throws_it_away(anna: Someone, together: UUID) -> None:
    where = here(anna, together)
    ids = [crack(where, "before") for _ in range(private.OFTEN)]
    old = bytes(Side.objects.get().state)
    assert old
    store.edit(where.viewer, ids[0], CrackNoted(whose=where.others[0].id, day="2026-03-01"), {"what": "after"})
    assert bytes(Side.objects.get().state) == b""
    Side.objects.update(state=old)
    assert worked_out.load(anew(where).viewer) == {}
    crack(where)
    assert worked_out.load(anew(where).viewer) != {}
    store.delete(where.viewer, ids[1])
    assert fold.encode(private.state(anew(where))) == from_nothing(anew(where))


def test_what_was_said_aloud_counts_no_more(anna: Someone, together: UUID) -> None:
    where = here(anna, together)
    ids = [crack(where) for _ in range(private.OFTEN)]
    store.mark_said(where.viewer, ids[0], "an-event")
    assert fold.encode(private.state(anew(where))) == from_nothing(anew(where))
    assert len(private.events(anew(where))) == private.OFTEN - 1


def test_a_state_that_was_tampered_with_is_worked_out_anew(anna: Someone, together: UUID) -> None:
    where = here(anna, together)
    for _ in range(private.OFTEN):
        crack(where)
    Side.objects.update(state=bytes(Side.objects.get().state)[:-1] + b"x")
    assert fold.encode(private.state(anew(where))) == from_nothing(anew(where))
