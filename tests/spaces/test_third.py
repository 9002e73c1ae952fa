"""A third member comes with everyone's yes, reads from then on, and holds no key to what was before."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.http import Http404
from django.urls import reverse

from reknit.ledger import codec, erase, store
from reknit.ledger.models import Event as Row
from reknit.people import keys
from reknit.practice.refused import Refused
from reknit.rooms.belonging import acts as belonging
from reknit.rooms.belonging import reads
from reknit.shelves import shelf
from reknit.spaces.models import SpaceKey
from tests import cast
from tests.cast import Someone

pytestmark = pytest.mark.tables
NOT_YET = "Not everyone has said yes"


@pytest.fixture
def two(anna: Someone, toby: Someone) -> UUID:
    return cast.space_of(anna, toby, kind="friends")


def invite(someone: Someone, space: UUID, proposal: str, **later: int) -> str:
    return belonging.invite_agreed(someone.here(space, cast.NOON + timedelta(**later)), proposal=proposal)


@pytest.mark.practice("N1")
def test_everyone_present_says_yes(anna: Someone, toby: Someone, maya: Someone, sam: Someone, two: UUID) -> None:
    proposal = belonging.propose(anna.here(two), name="Maya")
    for someone in (anna, toby):
        with pytest.raises(Refused, match=NOT_YET):
            invite(someone, two, proposal)
        with pytest.raises(Refused, match="Everyone here says yes first"):
            belonging.invite(someone.here(two), seat=anna.here(two).me)
    with pytest.raises(Refused, match="nothing to say yes to"):
        belonging.agree(anna.here(two), proposal=proposal)
    belonging.agree(toby.here(two), proposal=proposal)
    with pytest.raises(Refused, match="nothing to say yes to"):
        belonging.agree(toby.here(two), proposal=proposal)
    belonging.accept(maya.viewer(), code=invite(toby, two, proposal))
    assert shelf.state(anna.here(two)).proposals == {}
    fourth = belonging.propose(toby.here(two), name="Sam")
    belonging.agree(anna.here(two), proposal=fourth)
    with pytest.raises(Refused, match=NOT_YET):
        invite(anna, two, fourth)
    belonging.agree(maya.here(two), proposal=fourth)
    belonging.accept(sam.viewer(), code=invite(anna, two, fourth))
    assert len(anna.here(two).others) == 3


def test_who_has_left_is_not_asked(anna: Someone, toby: Someone, maya: Someone, sam: Someone) -> None:
    space = cast.space_of(anna, toby, maya, kind="friends")
    proposal = belonging.propose(toby.here(space), name="Sam")
    belonging.agree(maya.here(space), proposal=proposal)
    belonging.part(toby.here(space))
    with pytest.raises(Refused, match=NOT_YET):
        invite(maya, space, proposal)
    belonging.agree(anna.here(space), proposal=proposal)
    belonging.accept(sam.viewer(), code=invite(maya, space, proposal))


def test_a_yes_for_one_is_no_yes_for_another(anna: Someone, toby: Someone, two: UUID) -> None:
    one, other = (belonging.propose(anna.here(two), name=name) for name in ("Maya", "Sam"))
    belonging.agree(toby.here(two), proposal=one)
    with pytest.raises(Refused, match=NOT_YET):
        invite(anna, two, other)
    with pytest.raises(Refused, match=NOT_YET):
        invite(anna, two, cast.promise(anna.here(two)))


def test_they_read_from_then_on(anna: Someone, toby: Someone, maya: Someone, two: UUID, noon: object) -> None:
    before = cast.promise(toby.here(two), what="What was before Maya.")
    proposal = belonging.propose(anna.here(two), name="Maya")
    belonging.agree(toby.here(two), proposal=proposal)
    code = invite(anna, two, proposal)
    between = cast.promise(toby.here(two), what="Between the asking and the coming.")
    belonging.accept(maya.viewer(), code=code)
    after = cast.promise(toby.here(two), what="What came after.")
    here = maya.here(two)
    assert [type(event.facts).__name__ for event in store.after(here, 0)] == ["MemberJoined", "PromiseMade"]
    for root in (before, between, proposal):
        with pytest.raises(Http404):
            store.one(here, root)
    assert list(shelf.state(here).promises) == [after]
    browser = maya.browser()
    for root, status in ((before, 404), (between, 404), (after, 200)):
        assert browser.get(reverse("promise", args=[two, root])).status_code == status
    for name in ("today", "promises", "promises_past", "history", "people"):
        page = browser.get(reverse(name, args=[two])).content
        assert b"What was before" not in page
        assert b"Between the asking" not in page


@pytest.mark.parametrize("kind", ["friends", "team"])
def test_they_hold_no_earlier_key(anna: Someone, toby: Someone, maya: Someone, kind: str) -> None:
    """Also in a team, whose places were named when it was opened."""
    space = cast.space_of(anna, toby, maya, kind=kind)
    here = maya.here(space)
    assert sorted(here.wrapped) == [2]
    assert set(SpaceKey.objects.filter(space=space, person=maya.person).values_list("epoch", flat=True)) == {2}
    with pytest.raises(keys.CannotOpen):
        here.key(1)
    earlier = list(Row.opened.filter(space_id=space, seq__lte=here.from_seq).order_by("seq"))
    assert len(earlier) >= 4
    assert [row.seq for row in earlier if opens(here.key(2), row)] == []
    assert sorted(anna.here(space).wrapped) == sorted(toby.here(space).wrapped) == [1, 2]


def opens(key: bytes, row: Row) -> bool:
    place = ("ledger", str(row.space_id), str(row.id), "facts")
    try:
        codec.open_(key, bytes(row.facts), bytes(row.facts_commit), *place)
    except keys.CannotOpen:
        return False
    return True


def test_a_second_code_for_the_same_place_opens_no_more(anna: Someone, toby: Someone, maya: Someone, two: UUID) -> None:
    """The first code ran out; what was written since is not opened by the key the second carries."""
    proposal = belonging.propose(anna.here(two), name="Maya")
    belonging.agree(toby.here(two), proposal=proposal)
    invite(anna, two, proposal)
    between = cast.promise(toby.here(two), what="Meanwhile.")
    code = invite(toby, two, proposal, days=9)
    belonging.accept(maya.viewer(cast.NOON + timedelta(days=10)), code=code)
    here = maya.here(two, cast.NOON + timedelta(days=10))
    assert [seat.name for seat in anna.here(two).others] in (["Toby", "Maya"], ["Maya", "Toby"])
    assert not opens(here.key(min(here.wrapped)), Row.opened.get(pk=between))


def test_two_may_ask_at_the_same_time(anna: Someone, toby: Someone, two: UUID) -> None:
    """Both stand in the first epoch as they press; the second code is the one that works, and there is one seat."""
    proposal = belonging.propose(anna.here(two), name="Maya")
    belonging.agree(toby.here(two), proposal=proposal)
    one, other = anna.here(two), toby.here(two)
    belonging.invite_agreed(one, proposal=proposal)
    belonging.invite_agreed(other, proposal=proposal)
    assert [seat.name for seat in anna.here(two).seats.values()].count("Maya") == 1


def test_someone_of_the_same_name_can_be_suggested(anna: Someone, toby: Someone, two: UUID) -> None:
    """Another Toby is seen on the page and can be agreed to, though one has joined already."""
    belonging.propose(anna.here(two), name="Toby")
    [shown] = reads.belonging(toby.here(two)).proposals
    assert (shown.name, shown.mine_to_answer) == ("Toby", True)


def test_a_name_that_was_taken_back_asks_nobody_in(anna: Someone, toby: Someone, two: UUID) -> None:
    proposal = belonging.propose(anna.here(two), name="Maya")
    belonging.agree(toby.here(two), proposal=proposal)
    belonging.ask_erasure(anna.here(two), event=proposal)
    erase.fall_due((cast.NOON + timedelta(days=31)).date())
    assert reads.belonging(toby.here(two)).proposals == ()
    with pytest.raises(Refused):
        invite(anna, two, proposal)
