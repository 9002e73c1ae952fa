"""What apology and amends on the thread of a breach give the engine: what the person hurt said of them, nothing else.

An apology nobody answered, or whose answer marks no part, gives nothing. Amends weigh once they are said to be made
good by the person hurt; that more of them counts no more is the engine's own rule.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reknit.engine import inputs
from reknit.engine.inputs import AnyInput
from reknit.practice import facts_amends as amends
from reknit.practice.events import Event

if TYPE_CHECKING:
    from reknit.picture.gather import Direction

# What someone marks in words of their own life, as the research on apologies names it.
PARTS: dict[amends.Part, inputs.Part] = {
    "did": "explanation",
    "effect": "explanation",
    "mine": "responsibility",
    "sorry": "regret",
    "repair": "repair",
    "change": "change",
}


def amended(thread: list[Event], way: "Direction") -> Iterator[AnyInput]:
    """Apologies with the parts marked last, on the day they were; amends on the day they were said to be made good."""
    offered = {event.id: event for event in thread if event.by == way.other}
    said: dict[str, Event] = {}
    for event in thread:
        facts = event.facts
        if event.by == way.me and isinstance(facts, amends.ApologyAnswered):
            said[facts.apology] = event
        elif event.by == way.me and isinstance(facts, amends.AmendsConfirmed):
            said[facts.amends] = event
    for id_, event in said.items():
        if id_ in offered and (made := _made(offered[id_], event, thread[0].id, way)):
            yield made


def _made(offered: Event, said: Event, root: str, way: "Direction") -> AnyInput | None:
    """What one offer comes to by the last word on it."""
    day, facts = way.day(said.at), said.facts
    if isinstance(offered.facts, amends.ApologyOffered) and isinstance(facts, amends.ApologyAnswered):
        parts = frozenset(PARTS[part] for part in facts.parts)
        return inputs.Apology(id=offered.id, day=day, about=root, parts=parts) if parts else None
    if isinstance(offered.facts, amends.AmendsOffered) and isinstance(facts, amends.AmendsConfirmed):
        good = facts.answer == "made_good"
        return inputs.Amends(id=offered.id, day=day, about=root, confirmed=True) if good else None
    return None
