"""Who is in the space, who would like someone else to join, and whose words are asked to go."""

from collections.abc import Callable

from reknit.practice.events import (
    ErasureAsked,
    ErasureWithdrawn,
    Event,
    MemberAgreed,
    MemberJoined,
    MemberLeft,
    MemberProposed,
    MemberReset,
    MemberReturned,
    ReturnAgreed,
    ReturnAsked,
    SpaceOpened,
)
from reknit.practice.state import Erasure, Proposal, Return, Seat, State


def apply(state: State, event: Event) -> bool:
    """Take in an event about the space itself; False when it is about something else."""
    act = _ACTS.get(type(event.facts))
    if act:
        act(state, event)
    return act is not None


def _opened(state: State, event: Event) -> None:
    assert isinstance(event.facts, SpaceOpened)
    state.kind, state.opened_by, state.opened_at = event.facts.space_kind, event.by, event.at
    _seat(state, event.by).joined_at = event.at


def _joined(state: State, event: Event) -> None:
    seat = _seat(state, event.by)
    seat.joined_at = seat.joined_at or event.at
    state.proposals.pop(event.about, None)


def _left(state: State, event: Event) -> None:
    _seat(state, event.by).left_at = event.at
    state.returns.pop(event.by, None)


def _reset(state: State, event: Event) -> None:
    facts = event.facts
    assert isinstance(facts, MemberReset)
    _seat(state, facts.seat).reset_on = facts.on
    state.returns.pop(facts.seat, None)


def _return_asked(state: State, event: Event) -> None:
    facts = event.facts
    assert isinstance(facts, ReturnAsked)
    state.returns[facts.seat] = Return(facts.half)


def _return_agreed(state: State, event: Event) -> None:
    facts = event.facts
    assert isinstance(facts, ReturnAgreed)
    found = state.returns.get(facts.seat)
    if found and found.half == facts.half and event.by not in found.yeses:
        found.yeses.append(event.by)


def _returned(state: State, event: Event) -> None:
    assert isinstance(event.facts, MemberReturned)
    state.returns.pop(event.facts.seat, None)


def _seat(state: State, seat: str) -> Seat:
    return state.members.setdefault(seat, Seat())


def _proposed(state: State, event: Event) -> None:
    state.proposals[event.id] = Proposal(event.id, event.by, event.at, [event.by], event.words)


def _agreed(state: State, event: Event) -> None:
    found = state.proposals.get(event.about)
    if found and event.by not in found.yeses:
        found.yeses.append(event.by)


def _erasure_asked(state: State, event: Event) -> None:
    facts = event.facts
    assert isinstance(facts, ErasureAsked)
    state.erasures[facts.event] = Erasure(facts.event, event.by, facts.after, event.at)


def _erasure_withdrawn(state: State, event: Event) -> None:
    facts = event.facts
    assert isinstance(facts, ErasureWithdrawn)
    found = state.erasures.get(facts.event)
    if found and found.by == event.by:
        del state.erasures[facts.event]


_ACTS: dict[type, Callable[[State, Event], None]] = {
    SpaceOpened: _opened,
    MemberJoined: _joined,
    MemberLeft: _left,
    MemberProposed: _proposed,
    MemberAgreed: _agreed,
    MemberReset: _reset,
    ReturnAsked: _return_asked,
    ReturnAgreed: _return_agreed,
    MemberReturned: _returned,
    ErasureAsked: _erasure_asked,
    ErasureWithdrawn: _erasure_withdrawn,
}
