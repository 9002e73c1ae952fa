"""What the thread of one breach gives the engine: the breach as the person hurt has it, and what was done about it.

Only where the viewer is the person hurt and the other is who broke it. How big it is, is the hurt person's word alone;
where they have said something about it but not how big, it counts as moderate, and where they have said nothing, not at
all.
"""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from reknit.engine import inputs
from reknit.engine.inputs import AnyInput
from reknit.engine.numbers import HARM
from reknit.picture.gather_amends import amended
from reknit.practice import facts_mending as mending
from reknit.practice import facts_repair as repair
from reknit.practice.events import Event

if TYPE_CHECKING:
    from reknit.picture.gather import Direction

SEVERITY = {"slight": HARM.slight, "moderate": HARM.moderate, "major": HARM.major, "severe": HARM.severe}


def breach(thread: list[Event], way: "Direction") -> Iterator[AnyInput]:
    """The breach and its repair, or nothing where it lies the other way."""
    named = thread[0]
    facts = named.facts
    assert isinstance(facts, repair.BreachNamed)
    if (facts.doer, facts.hurt) != (way.other, way.me) or not any(event.by == way.me for event in thread):
        return
    yield inputs.Breach(
        id=named.id,
        day=_day(facts.since, way.day(named.at)),
        facet=facts.facets[0] if facts.facets else "",
        severity=SEVERITY[_size(thread, way.me) or "moderate"],
        kind=facts.pattern or way.first(named.id),
        integrity=facts.chosen,
        deceit=facts.deceit,
    )
    yield from _acknowledged(thread, way)
    yield from amended(thread, way)
    for event in thread[1:]:
        if event.by == way.me:
            yield from _own(event, named.id, way)


def _size(thread: list[Event], hurt: str) -> str:
    said = [
        event.facts.size for event in thread[1:] if isinstance(event.facts, repair.BreachSized) and event.by == hurt
    ]
    first = thread[0].facts
    own = first.size if isinstance(first, repair.BreachNamed) and thread[0].by == hurt else ""
    return said[-1] if said else own


def _day(since: repair.Since, told: date) -> date:
    """The day it counts on: the last one of a span, today's for what goes on; never later than it was told."""
    said = since.until or since.day if since.how in ("day", "span") else ""
    return min(date.fromisoformat(said), told) if said else told


def _acknowledged(thread: list[Event], way: "Direction") -> Iterator[AnyInput]:
    """The latest acknowledgement, as full on the day the person hurt first called it so."""
    owned: Event | None = None
    for event in thread[1:]:
        if isinstance(event.facts, repair.Acknowledged) and event.by == way.other:
            owned = event
        elif isinstance(event.facts, repair.AcknowledgementAnswered) and event.by == way.me and owned:
            if event.facts.answer != "full":
                continue
            yield inputs.Acknowledged(id=owned.id, day=way.day(event.at), about=thread[0].id, full=True)
            return
    if owned:
        yield inputs.Acknowledged(id=owned.id, day=way.day(owned.at), about=thread[0].id)


def _own(event: Event, root: str, way: "Direction") -> Iterator[AnyInput]:
    """What the person hurt said later that weighs."""
    day, facts = way.day(event.at), event.facts
    if isinstance(facts, mending.RepairClosed) and facts.how == "repaired":
        yield inputs.Closed(id=event.id, day=day, about=root)
    elif isinstance(facts, mending.RepairClosed):
        yield inputs.SetDown(id=event.id, day=day, about=root)
    elif isinstance(facts, mending.RepairReopened):
        yield inputs.Reopened(id=event.id, day=day, about=root)
    elif isinstance(facts, mending.RecordBegunAnew):
        yield inputs.NewRecord(id=event.id, day=day, about=root)
    elif isinstance(facts, mending.BoundaryHonoured | mending.BoundaryCrossed):
        yield inputs.Boundary(id=event.id, day=day, honoured=isinstance(facts, mending.BoundaryHonoured))
