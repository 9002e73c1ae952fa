"""Apology, amends and motive on a breach's thread, folded."""

from collections.abc import Callable

from reknit.practice.breach import Amends, Apology, Breach, Done
from reknit.practice.events import Event
from reknit.practice.facts_amends import (
    AmendsAnswered,
    AmendsConfirmed,
    AmendsDone,
    AmendsOffered,
    ApologyAnswered,
    ApologyOffered,
    ApologyTimed,
    MotiveBelieved,
    MotiveTold,
    NoMoreApologies,
)


def _apologised(breach: Breach, event: Event) -> None:
    facts = event.facts
    assert isinstance(facts, ApologyOffered)
    breach.apologies[event.id] = Apology(event.id, event.at, facts.how, facts.asks)


def _timed(breach: Breach, event: Event) -> None:
    assert isinstance(event.facts, ApologyTimed)
    if found := breach.apologies.get(event.facts.apology):
        found.time = event.facts.at


def _answered(breach: Breach, event: Event) -> None:
    """The latest answer stands, with what it marks; *no more for now* holds until it is lifted."""
    facts = event.facts
    assert isinstance(facts, ApologyAnswered)
    if found := breach.apologies.get(facts.apology):
        found.answer, found.parts = Done.by_event(event, facts.answer), facts.parts
    if facts.answer == "no_more":
        breach.no_more = Done.by_event(event)


def _held(breach: Breach, event: Event) -> None:
    assert isinstance(event.facts, NoMoreApologies)
    breach.no_more = Done.by_event(event) if event.facts.how == "held" else None


def _offered(breach: Breach, event: Event) -> None:
    assert isinstance(event.facts, AmendsOffered)
    breach.amends[event.id] = Amends(event.id, event.at, event.facts.on)


def _fits(breach: Breach, event: Event) -> None:
    assert isinstance(event.facts, AmendsAnswered)
    if found := breach.amends.get(event.facts.amends):
        found.answer = Done.by_event(event, event.facts.answer)


def _made(breach: Breach, event: Event) -> None:
    assert isinstance(event.facts, AmendsDone)
    if found := breach.amends.get(event.facts.amends):
        found.done = Done.by_event(event)


def _confirmed(breach: Breach, event: Event) -> None:
    assert isinstance(event.facts, AmendsConfirmed)
    if found := breach.amends.get(event.facts.amends):
        found.confirmed = Done.by_event(event, event.facts.answer)


def _motive(breach: Breach, event: Event) -> None:
    """Told anew, it is to be believed or not anew."""
    breach.motive, breach.believed = Done.by_event(event), None


def _believed(breach: Breach, event: Event) -> None:
    assert isinstance(event.facts, MotiveBelieved)
    breach.believed = Done.by_event(event, event.facts.answer)


ACTS: dict[type, Callable[[Breach, Event], None]] = {
    ApologyOffered: _apologised, ApologyTimed: _timed, ApologyAnswered: _answered, NoMoreApologies: _held,
    AmendsOffered: _offered, AmendsAnswered: _fits, AmendsDone: _made, AmendsConfirmed: _confirmed,
    MotiveTold: _motive, MotiveBelieved: _believed,
}  # fmt: skip
ROLES: dict[type, str] = {
    ApologyOffered: "doer", ApologyTimed: "hurt", ApologyAnswered: "hurt", NoMoreApologies: "hurt",
    AmendsOffered: "doer", AmendsAnswered: "hurt", AmendsDone: "doer", AmendsConfirmed: "hurt",
    MotiveTold: "doer", MotiveBelieved: "hurt",
}  # fmt: skip
