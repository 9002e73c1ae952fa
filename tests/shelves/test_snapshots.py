"""The state a page reads is the fold of what happened, whether it was kept or made anew, for whoever reads."""

from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from reknit.ledger import store
from reknit.ledger.models import Snapshot
from reknit.people import keys
from reknit.practice import fold
from reknit.rooms.belonging import acts as belonging
from reknit.rooms.promises import acts
from reknit.shelves import shelf
from reknit.spaces.access import Here
from tests import cast
from tests.cast import Someone
from tests.ledger.living import Life, some

pytestmark = pytest.mark.tables
LATER = cast.NOON.replace(day=3, hour=20)
WRITES = ("INSERT", "UPDATE", "DELETE")


def kept(here: Here) -> bytes:
    return fold.encode(shelf.state(here))


def anew(here: Here) -> bytes:
    return fold.encode(fold.fold(list(store.after(here, here.from_seq))))


def row(here: Here) -> Snapshot:
    return Snapshot.objects.get(space_id=here.space_id, from_seq=here.from_seq)


@some(6)
@given(seed=st.integers(0, 2**32))
def test_kept_or_made_anew_it_is_the_same(anna: Someone, toby: Someone, maya: Someone, seed: int) -> None:
    """After every act, for everyone who is there; and what is kept is as new as the last thing they wrote."""
    life = Life(seed, anna, toby, maya)
    for _ in range(40):
        who = life.step()
        for someone in life.present:
            here = life.here(someone)
            assert kept(here) == anew(here)
        if who in life.present and Snapshot.objects.filter(space_id=life.space).exists():
            assert row(life.here(who)).seq <= store.last_seq(life.here(who))


@some(6)
@given(seed=st.integers(0, 2**32), at=st.integers(0, 59))
def test_what_was_kept_is_thrown_away_at_any_point(
    anna: Someone, toby: Someone, maya: Someone, seed: int, at: int
) -> None:
    life = Life(seed, anna, toby, maya)
    life.go_on(at)
    Snapshot.objects.filter(space_id=life.space).delete()
    for someone in life.present:
        assert kept(life.here(someone)) == anew(life.here(someone))
    life.go_on(60 - at)
    for someone in life.present:
        assert kept(life.here(someone)) == anew(life.here(someone))


def test_writing_keeps_it_current(anna: Someone, toby: Someone, together: UUID) -> None:
    for someone in (toby, anna, toby):
        cast.promise(someone.here(together))
        here = someone.here(together)
        assert row(here).seq == store.last_seq(here)
        assert fold.encode(shelf._saved(here)) == anew(here)
    assert Snapshot.objects.filter(space_id=together).count() == 1


def test_a_refused_act_keeps_nothing(anna: Someone, toby: Someone, together: UUID) -> None:
    root = cast.promise(toby.here(together))
    before = bytes(row(anna.here(together)).body)
    with pytest.raises(Exception, match="Only Anna"):
        acts.answer(toby.here(together), promise=root, due="2026-03-03", answer="yes", seen="kept")
    assert bytes(row(anna.here(together)).body) == before


def test_a_third_has_their_own(anna: Someone, toby: Someone, maya: Someone) -> None:
    """Read from where they came in; neither opens what the other keeps."""
    space = cast.space_of(anna, toby, maya, kind="friends")
    cast.promise(maya.here(space))
    cast.promise(anna.here(space))
    first, third = anna.here(space), maya.here(space)
    assert {kept.from_seq for kept in Snapshot.objects.filter(space_id=space)} == {0, third.from_seq}
    assert third.from_seq > 0
    for here in (first, third):
        assert kept(here) == anew(here)
    assert len(shelf.state(third).promises) == len(shelf.state(first).promises) == 2
    for mine, theirs in ((first, third), (third, first)):
        with pytest.raises(keys.CannotOpen):
            keys.unseal(shelf._key(mine), bytes(row(theirs).body), *shelf._place(theirs, row(theirs).seq))


UNFIT: list[dict[str, object]] = [{"vocabulary": 0}, {"vocabulary": 999}, {"epoch": 9}, {"seq": 2}, {"body": b"\1x"}]


@pytest.mark.parametrize("changed", UNFIT)
def test_what_does_not_fit_is_made_again(toby: Someone, together: UUID, changed: dict[str, object]) -> None:
    """Of another vocabulary or epoch, moved, or spoiled: it is as if there were none, and the next act mends it."""
    cast.promise(toby.here(together))
    Snapshot.objects.filter(space_id=together).update(**changed)
    here = toby.here(together)
    assert shelf._saved(here) is None
    assert kept(here) == anew(here)
    cast.promise(toby.here(together))
    assert row(here).seq == store.last_seq(here)
    assert fold.encode(shelf._saved(toby.here(together))) == anew(toby.here(together))


def test_a_new_epoch_leaves_the_old_one_unread(anna: Someone, toby: Someone, maya: Someone) -> None:
    """Who has left does not open what is kept from then on, nor does what was kept before count any more."""
    space = cast.space_of(anna, toby, maya, kind="friends")
    cast.promise(toby.here(space))
    belonging.part(toby.here(space))
    cast.promise(anna.here(space))
    here, gone = anna.here(space), toby.viewer().former(space)
    assert row(here).epoch == here.epoch == gone.epoch + 1
    assert kept(here) == anew(here)
    assert shelf._saved(gone) is None
    with pytest.raises(keys.CannotOpen):
        keys.unseal(shelf._key(gone), bytes(row(here).body), *shelf._place(here, row(here).seq))
    assert kept(gone) == anew(gone)


def test_a_page_writes_nothing(anna: Someone, toby: Someone, maya: Someone) -> None:
    """Not even where what is kept is old: a second look finds every row as it was."""
    space = cast.space_of(anna, toby, maya, kind="friends")
    root = cast.promise(toby.here(space))
    acts.say(toby.here(space, LATER), promise=root, due="2026-03-03", outcome="late")
    Snapshot.objects.filter(space_id=space).update(vocabulary=0)
    browser = maya.browser()
    names = ("today", "promises", "history", "people", "promises_past", "part", "picture")
    pages = [reverse(name, args=[space]) for name in names]
    pages += [reverse("promise", args=[space, root]), reverse("occurrence", args=[space, root, "2026-03-03"])]
    for page in pages:
        with CaptureQueriesContext(connection) as asked:
            assert browser.get(page).status_code == 200, page
        assert [query["sql"][:60] for query in asked if query["sql"].startswith(WRITES)] == [], page
    assert row(maya.here(space)).vocabulary == 0
