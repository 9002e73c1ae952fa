"""The fold of cracks, good moments and check-ins: the last ones stay in the state, older ones in their threads."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from reknit.practice.daily_state import LAST, LAST_TOLD, CheckIn, Crack, Moment, Told
from reknit.practice.events import Event
from reknit.practice.facts_daily import (
    CheckedIn,
    CrackAnswered,
    CrackExplained,
    CrackNoted,
    CrackSetDown,
    ExplanationAnswered,
    FairnessSaid,
    ForgivenessTold,
    MomentNoted,
    PatternTold,
)
from reknit.practice.record import direction
from reknit.practice.state import State
from reknit.practice.wording import shortened

T = TypeVar("T")


def apply(state: State, event: Event) -> bool:
    """Take in a daily event; False when it is about something else. What is said about something that is no longer
    among the last ones changes nothing here: its thread tells it."""
    if act := _BEGIN.get(type(event.facts)):
        act(state, event)
        return True
    if type(event.facts) in _ABOUT:
        found = state.daily.crack(event.about)
        if found:
            say(found, event)
        elif isinstance(event.facts, CrackAnswered):
            _answer_told(state, event)
        return True
    return isinstance(event.facts, ForgivenessTold)  # in no picture, and in no state


def replay(thread: Iterable[Event]) -> Crack | None:
    """A crack with everything its thread says; None where its beginning is not to be read."""
    found: Crack | None = None
    for event in sorted(thread, key=lambda event: event.seq):
        if isinstance(event.facts, CrackNoted):
            found = _crack(event)
        elif found and event.about == found.id:
            say(found, event)
    return found


def replay_told(thread: Iterable[Event]) -> Told | None:
    """A pattern someone was told, with the latest answer; None where its beginning is not to be read."""
    found: Told | None = None
    for event in sorted(thread, key=lambda event: event.seq):
        if isinstance(event.facts, PatternTold):
            found = _told(event)
        elif found and isinstance(event.facts, CrackAnswered) and event.by == found.whose:
            found.answer = event.facts.answer
    return found


def say(crack: Crack, event: Event) -> None:
    """Take in what was said about a crack; what its writer may not say is passed over."""
    facts, hurt = event.facts, hurts(crack, event.by)
    if isinstance(facts, CrackExplained) and event.by == crack.whose:
        crack.explained_at = event.at
    elif isinstance(facts, CrackAnswered) and event.by == crack.whose:
        crack.answer = facts.answer
    elif isinstance(facts, ExplanationAnswered) and hurt:
        crack.helped = facts.helped
    elif isinstance(facts, CrackSetDown) and hurt:
        crack.set_down_at = event.at


def hurts(crack: Crack, seat: str) -> bool:
    """Whether it is this person's to say what it did: who noted it, or anyone else where its doer said it first."""
    return seat != crack.whose if crack.told_first else seat == crack.by


def _crack(event: Event) -> Crack:
    facts = event.facts
    assert isinstance(facts, CrackNoted)
    return Crack(
        event.id, event.by, facts.whose, facts.day, event.at, act=facts.act, facet=facts.facet, message=facts.message,
        what=_what(event),
    )  # fmt: skip


def _told(event: Event) -> Told:
    facts = event.facts
    assert isinstance(facts, PatternTold)
    return Told(event.id, event.by, facts.whose, event.at, act=facts.act, facet=facts.facet, what=_what(event))


def _what(event: Event) -> str:
    return shortened((event.words or {}).get("what", ""))


def _noted(state: State, event: Event) -> None:
    crack = _crack(event)
    _keep(state.daily.cracks, direction(crack.whose, crack.by), crack)


def _pattern(state: State, event: Event) -> None:
    state.daily.patterns.append(_told(event))
    del state.daily.patterns[:-LAST_TOLD]


def _answer_told(state: State, event: Event) -> None:
    assert isinstance(event.facts, CrackAnswered)
    for told in state.daily.patterns:
        if told.id == event.about and told.whose == event.by:
            told.answer = event.facts.answer


def _moment(state: State, event: Event) -> None:
    facts = event.facts
    assert isinstance(facts, MomentNoted)
    found = Moment(
        event.id, event.by, facts.day, event.at, whose=facts.whose, builder=facts.builder, facet=facts.facet,
        thanks=facts.thanks, what=_what(event),
    )  # fmt: skip
    _keep(state.daily.moments, direction(facts.whose, event.by), found)


def _checked_in(state: State, event: Event) -> None:
    facts = event.facts
    assert isinstance(facts, CheckedIn)
    found = CheckIn(
        event.id, event.by, facts.day, event.at, toward=facts.toward, safe=facts.safe, trusting=facts.trusting,
        connected=facts.connected, energy=facts.energy, feelings=facts.feelings,
    )  # fmt: skip
    _keep(state.daily.checkins, event.by, found)


def _fairness(state: State, event: Event) -> None:
    _keep(state.daily.fairness, event.by, event.id)


def _keep(kept: dict[str, list[T]], name: str, found: T) -> None:
    some = kept.setdefault(name, [])
    some.append(found)
    del some[:-LAST]


_BEGIN: dict[type, Callable[[State, Event], None]] = {
    CrackNoted: _noted,
    PatternTold: _pattern,
    MomentNoted: _moment,
    CheckedIn: _checked_in,
    FairnessSaid: _fairness,
}
_ABOUT = {CrackExplained, CrackAnswered, ExplanationAnswered, CrackSetDown}
