"""A code opens one seat, once, for a week; looking at it does nothing, and what is stored opens nothing."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.urls import reverse

from reknit.ledger import store
from reknit.people import keys
from reknit.practice.refused import Refused
from reknit.rooms.belonging import acts as belonging
from reknit.spaces import seats
from reknit.spaces.models import Invitation, Member, SpaceKey
from tests import cast
from tests.cast import Someone
from tests.people.rows import every_row
from tests.spaces.pages import plain

pytestmark = pytest.mark.tables
WEEK = timedelta(days=7)
NOTHING = "This code does not open anything"


@pytest.fixture
def alone(anna: Someone) -> UUID:
    return belonging.open_space(anna.viewer(), kind="couple", names=["Toby"]).space_id


@pytest.fixture
def code(anna: Someone, alone: UUID) -> str:
    here = anna.here(alone)
    return belonging.invite(here, seat=here.others[0].id)


def counts() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (Invitation, Member, SpaceKey))


def test_looking_consumes_nothing(anna: Someone, toby: Someone, alone: UUID, code: str, noon: object) -> None:
    before = counts()
    for _ in range(3):
        found = seats.look(code, cast.NOON)
        assert found is not None
        assert (found.offer.by, found.offer.kind) == ("Anna", "couple")
    browser = toby.browser()
    assert browser.post(reverse("enter"), {"code": code}).url == reverse("invitation")
    assert counts() == before
    assert anna.here(alone).alone
    belonging.accept(toby.viewer(), code=code)
    assert [seat.name for seat in anna.here(alone).others] == ["Toby"]
    assert toby.here(alone).me == found.offer.seat


def test_it_works_once(toby: Someone, maya: Someone, code: str) -> None:
    belonging.accept(toby.viewer(), code=code)
    assert seats.look(code, cast.NOON) is None
    with pytest.raises(Refused, match=NOTHING):
        belonging.accept(maya.viewer(), code=code)
    with pytest.raises(Refused, match=NOTHING):
        belonging.accept(toby.viewer(), code=code)


@pytest.mark.parametrize(("after", "opens"), [(WEEK - timedelta(seconds=1), True), (WEEK, False)])
def test_it_lasts_seven_days(toby: Someone, code: str, after: timedelta, opens: bool) -> None:
    assert (seats.look(code, cast.NOON + after) is not None) is opens
    if not opens:
        with pytest.raises(Refused, match=NOTHING):
            belonging.accept(toby.viewer(cast.NOON + after), code=code)


def test_it_ends_with_the_epoch(anna: Someone, toby: Someone, maya: Someone, sam: Someone) -> None:
    space = cast.space_of(anna, toby, kind="friends")
    first = belonging.invite_agreed(anna.here(space), proposal=_agreed(space, anna, toby, "Maya"))
    second = belonging.invite_agreed(anna.here(space), proposal=_agreed(space, anna, toby, "Sam"))
    assert seats.look(first, cast.NOON) is None
    belonging.accept(sam.viewer(), code=second)
    with pytest.raises(Refused, match=NOTHING):
        belonging.accept(maya.viewer(), code=first)


def _agreed(space: UUID, one: Someone, other: Someone, name: str) -> str:
    proposal = belonging.propose(one.here(space), name=name)
    belonging.agree(other.here(space), proposal=proposal)
    return proposal


def test_it_ends_when_someone_leaves(anna: Someone, toby: Someone, maya: Someone) -> None:
    space = cast.space_of(anna, toby, kind="friends")
    code = belonging.invite_agreed(anna.here(space), proposal=_agreed(space, anna, toby, "Maya"))
    belonging.part(toby.here(space))
    with pytest.raises(Refused, match=NOTHING):
        belonging.accept(maya.viewer(), code=code)


def test_a_new_code_ends_the_former_and_it_can_be_taken_back(anna: Someone, alone: UUID, code: str) -> None:
    here = anna.here(alone)
    second = belonging.invite(here, seat=here.others[0].id)
    assert seats.look(code, cast.NOON) is None
    assert seats.look(second, cast.NOON) is not None
    belonging.withdraw_invitation(here, seat=here.others[0].id)
    assert seats.look(second, cast.NOON) is None


def test_wrong_used_old_and_withdrawn_are_one_answer(
    toby: Someone, maya: Someone, sam: Someone, code: str, noon: object
) -> None:
    """The same page, byte for byte but for the form's own token, so that trying codes tells nothing."""
    old = belonging.invite(sam.here(_space(sam)), seat=sam.here(_space(sam)).others[0].id)
    Invitation.objects.filter(lookup=keys.code_lookup(old)).update(expires_at=cast.NOON)
    gone = belonging.open_space(sam.viewer(), kind="couple", names=["Maya"])
    taken = belonging.invite(gone, seat=gone.others[0].id)
    belonging.withdraw_invitation(gone, seat=gone.others[0].id)
    belonging.accept(toby.viewer(), code=code)
    browser = maya.browser()
    pages = []
    for tried in (code, old, taken, "A" * 20):
        answer = browser.post(reverse("enter"), {"code": tried})
        assert answer.status_code == 422
        pages.append(plain(answer, tried))
    assert len(set(pages)) == 1
    assert "does not open anything" in pages[0]


def _space(someone: Someone) -> UUID:
    spaces = someone.viewer().spaces()
    return spaces[0].space_id if spaces else belonging.open_space(someone.viewer(), kind="couple", names=["X"]).space_id


def test_neither_code_nor_key_is_in_any_row(anna: Someone, alone: UUID, code: str) -> None:
    rows = every_row()
    here = anna.here(alone)
    found = seats.look(code, cast.NOON)
    assert found is not None
    secrets = [code.encode(), keys.code_key(code), here.key(1), *found.offer.keys.values(), anna.pair.secret]
    assert [each for each in secrets if each in rows or each.hex().encode() in rows] == []
    assert keys.code_lookup(code) in rows


def test_what_is_stored_does_not_open_without_the_code(code: str) -> None:
    row = Invitation.objects.get()
    for key in (bytes(row.lookup), keys.code_key("A" * 20)):
        with pytest.raises(keys.CannotOpen):
            keys.unseal(key, bytes(row.sealed), "invitation", str(row.space_id))
    with pytest.raises(keys.CannotOpen):
        keys.unseal(keys.code_key(code), bytes(row.sealed), "invitation", str(row.pk))


@pytest.mark.practice("N2")
def test_who_was_named_alone_reads_from_the_beginning(anna: Someone, toby: Someone, alone: UUID, noon: object) -> None:
    """What was written for "us" while one was alone is there when the other comes, as was said."""
    root = cast.promise(anna.here(alone), what="I come to the doctor's with you.")
    here = anna.here(alone)
    belonging.accept(toby.viewer(), code=belonging.invite(here, seat=here.others[0].id))
    assert toby.here(alone).from_seq == 0
    assert b"I come to the doctor" in toby.browser().get(reverse("promise", args=[alone, root])).content


def test_who_is_expected_no_longer_was_never_there(anna: Someone, toby: Someone) -> None:
    """An empty place that was taken away does not make the second to come a third."""
    space = belonging.open_space(anna.viewer(), kind="friends", names=["Toby", "Sam"]).space_id
    root = cast.promise(anna.here(space))
    place = {seat.name: seat.id for seat in anna.here(space).others}
    belonging.drop_seat(anna.here(space), seat=place["Sam"])
    assert anna.here(space).alone
    belonging.accept(toby.viewer(), code=belonging.invite(anna.here(space), seat=place["Toby"]))
    assert store.thread(toby.here(space), root)


def test_a_couple_closes_at_two(anna: Someone, toby: Someone, maya: Someone, alone: UUID, code: str) -> None:
    belonging.accept(toby.viewer(), code=code)
    for someone in (anna, toby):
        here = someone.here(alone)
        with pytest.raises(Refused, match="for the two of you"):
            belonging.propose(here, name="Maya")
        for seat in here.seats:
            with pytest.raises(Refused, match="for the two of you"):
                belonging.invite(here, seat=seat)
    with pytest.raises(Refused, match="for two"):
        belonging.open_space(anna.viewer(), kind="couple", names=["Toby", "Maya"])


def test_nobody_sits_on_two_seats(anna: Someone, toby: Someone, alone: UUID, code: str) -> None:
    """Whoever is in the space already does not use the code up, and it stays good for the one it is for."""
    with pytest.raises(Refused, match="already in this space"):
        belonging.accept(anna.viewer(), code=code)
    assert seats.look(code, cast.NOON) is not None
    assert anna.here(alone).alone
    belonging.accept(toby.viewer(), code=code)


def test_who_left_a_couple_is_not_asked_back(anna: Someone, toby: Someone, together: UUID, noon: object) -> None:
    seat = toby.here(together).me
    belonging.part(toby.here(together))
    with pytest.raises(Refused, match="for the two of you"):
        belonging.invite(anna.here(together), seat=seat)
    with pytest.raises(Refused, match="for the two of you"):
        belonging.propose(anna.here(together), name="Toby")
    page = anna.browser().post(reverse("invite", args=[together]), {"seat": seat}, follow=True)
    assert "for the two of you" in page.content.decode()


def test_twelve_at_most(anna: Someone) -> None:
    names = [f"Friend {n}" for n in range(12)]
    with pytest.raises(Refused, match="up to twelve"):
        belonging.open_space(anna.viewer(), kind="friends", names=names)
    here = belonging.open_space(anna.viewer(), kind="friends", names=names[:11])
    assert len(here.seats) == 12
    proposal = belonging.propose(here, name="One more")
    with pytest.raises(Refused, match="This space is full"):
        belonging.invite_agreed(anna.here(here.space_id), proposal=proposal)
    proposal = belonging.propose(here, name="Friend 3")
    assert belonging.invite_agreed(anna.here(here.space_id), proposal=proposal)
