"""One side of it alone, where there is enough of it: what was promised of that kind, and what was torn in it.

How it felt is said of the whole and stands beside each side as it is; it is not taken apart.
"""

from collections.abc import Iterable

from reknit.content.daily import meanings
from reknit.engine.reading import BreachReading
from reknit.picture.felt import Known
from reknit.practice import fold
from reknit.practice.events import Event, PromiseMade
from reknit.practice.record import Record
from reknit.practice.state import State

NAMES = meanings("facet")


def state(events: Iterable[Event], facet: str) -> State:
    """What follows from these events; with a facet, from its promises alone."""
    if not facet:
        return fold.fold(events)
    known = list(events)
    left_out = {one.id for one in known if isinstance(one.facts, PromiseMade) and one.facts.facet != facet}
    return fold.fold(one for one in known if one.about not in left_out)


def enough(record: Record, known: Known) -> list[str]:
    """Of which sides there is enough to show each alone; none where all of it is of one side."""
    seen = {stitch.facet for stitch in record.last60 if stitch.outcome}
    torn = {name for name, one in known.reading.facets.items() if _shared(one.harm.breaches, known)}
    found: list[str] = []
    for name, one in known.reading.facets.items():
        if name in torn or (name in seen and one.record.mean is not None):
            found.append(name)
    return found if len(seen | torn) > 1 else []


def breaches(known: Known, facet: str) -> list[BreachReading]:
    """The breaches both can read; with a facet, those in it."""
    found = known.reading.harm.breaches
    if facet:
        found = next((one.harm.breaches for name, one in known.reading.facets.items() if name == facet), ())
    return _shared(found, known)


def _shared(found: Iterable[BreachReading], known: Known) -> list[BreachReading]:
    return [one for one in found if one.id not in known.notes]
