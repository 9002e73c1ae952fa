"""The space itself in the state: seats, proposals, erasures asked for."""

import pytest

from reknit.practice.events import (
    ErasureAsked,
    ErasureWithdrawn,
    MemberAgreed,
    MemberJoined,
    MemberLeft,
    MemberProposed,
    SpaceOpened,
)
from reknit.practice.fold import decode, encode
from tests.practice.told import Told


@pytest.fixture
def told() -> Told:
    told = Told()
    told.record("anna", SpaceOpened(space_kind="friends"))
    told.record("toby", MemberJoined())
    return told


@pytest.mark.practice("N1")
def test_who_opened_it_and_who_is_here(told):
    state = told.state
    assert (state.kind, state.opened_by, state.opened_at) == ("friends", "anna", told.now)
    assert set(state.members) == {"anna", "toby"}
    assert not state.left("toby")
    told.record("toby", MemberLeft())
    assert state.left("toby")
    assert not state.left("anna")
    assert not state.left("a seat nobody has taken")


def test_a_proposal_gathers_yeses_until_someone_joins(told):
    proposal = told.record("anna", MemberProposed(), words={"name": "Ben"}).id
    for _ in range(2):
        told.record("toby", MemberAgreed(), about=proposal)
    told.record("toby", MemberAgreed(), about="no such proposal")
    found = told.state.proposals[proposal]
    assert (found.by, found.yeses, found.words) == ("anna", ["anna", "toby"], {"name": "Ben"})
    told.record("ben", MemberJoined(), about=proposal)
    assert told.state.proposals == {}
    assert told.state.members["ben"].joined_at == told.now


def test_words_asked_to_go_and_kept_after_all(told):
    told.record("anna", ErasureAsked(event="e1", after="2026-04-01"), about="e1")
    found = told.state.erasures["e1"]
    assert (found.event, found.by, found.after, found.at) == ("e1", "anna", "2026-04-01", told.now)
    told.record("toby", ErasureWithdrawn(event="e1"), about="e1")
    assert "e1" in told.state.erasures
    assert decode(encode(told.state)) == told.state == told.fresh()
    told.record("anna", ErasureWithdrawn(event="e1"), about="e1")
    told.record("anna", ErasureWithdrawn(event="e1"), about="e1")
    assert told.state.erasures == {}
