"""The way in: from the inputs of one direction to a `Reading`, as it was known on any day.

`read(inputs, until=day)` does it at once. Where a state is kept, `Fold` (`direction.py`) is folded to a day, saved
(`snapshot.py`), restored and folded on; `look` reads it, with the same result as if it had never been saved.
"""

from collections.abc import Iterable
from datetime import date
from typing import get_args

from reknit.engine.days import known_by
from reknit.engine.direction import Fold
from reknit.engine.facets import harm_of
from reknit.engine.harm import Wound
from reknit.engine.inputs import AnyInput, Facet
from reknit.engine.line import Raw, ranged
from reknit.engine.numbers import FELT, HARM, LIFE, Preset
from reknit.engine.reading import (
    BreachReading,
    Direction,
    FacetReading,
    FeltReading,
    Gap,
    HarmReading,
    Lies,
    Point,
    Reading,
    RecordReading,
)


def read(inputs: Iterable[AnyInput], until: date, *, hurt: bool = False, preset: Preset = LIFE) -> Reading:
    """One direction as it was known on the day `until`; the order of the inputs does not matter, and what was known
    only later is left out. `hurt`: the viewer came in hurt, so that their anchor may be anywhere."""
    known = known_by(inputs, until)
    fold = Fold.begin(known, hurt=hurt, preset=preset)
    fold.take(known, until)
    return look(fold)


def look(fold: Fold) -> Reading:
    """All that is to be said of a direction on the day it stands at."""
    today = date.fromordinal(max(fold.day, 1))
    before = fold.deeds.records.before
    record, point = fold.deeds.records.told.reading(), _now(fold)
    return Reading(
        day=today,
        record=record,
        before=before.reading() if before else None,
        harm=_harm(fold, ""),
        felt=_felt(fold, point) if point else None,
        why=fold.felt.account.why(fold.felt.drawn) if point else None,
        lately=fold.felt.account.lately(fold.day, fold.felt.drawn) if point else None,
        patterns=fold.patterns.reading(fold.day),
        surprises=tuple(fold.surprises),
        regularity=fold.rhythm.reading(fold.day),
        gap=gap(point, record) if point else None,
        line=(*fold.line.settled(fold.day), *([point] if point else [])),
        facets={name: found for name in get_args(Facet) if (found := _facet(fold, name))},
    )


def _now(fold: Fold) -> Point | None:
    if not fold.moved:
        return None
    return ranged([Raw(fold.day, fold.felt.drawn, fold.deeds.ledger.harm, fold.felt.mixture())])[0]


def _felt(fold: Fold, point: Point) -> FeltReading:
    felt = fold.felt
    swing = float(felt.bank.swing()[0])
    return FeltReading(felt.drawn, point.low, point.high, direction(fold), swing, felt.reports)


def direction(fold: Fold) -> Direction:
    """The sign of the drawn mean now minus thirty days ago (or where it began), if the mixture gives it 80 % or
    more."""
    felt, days = fold.felt, int(FELT.swing_days)
    before = fold.past[-days] if len(fold.past) >= days else felt.account.start
    rising = felt.rising(before)
    if felt.drawn > before and rising >= FELT.sure:
        return "rising"
    return "falling" if felt.drawn < before and 1 - rising >= FELT.sure else "unclear"


def _harm(fold: Fold, facet: str) -> HarmReading:
    """Of one facet, or of all where it is empty."""
    ledger = fold.deeds.ledger
    wounds = [wound for wound in ledger.wounds.values() if facet in ("", wound.facet)]
    breaches = tuple(_breach(wound) for wound in wounds if not wound.small)
    whole = ledger.by_facet().get(facet, 0.0) if facet else sum(ledger.by_facet().values())
    slights = max(whole - sum(each.open for each in breaches), 0.0)
    return HarmReading(harm_of(whole), breaches, slights, fold.deceived)


def _breach(wound: Wound) -> BreachReading:
    return BreachReading(
        id=wound.id,
        day=date.fromordinal(wound.day),
        kind=wound.kind,
        severity=wound.severity,
        r=wound.r,
        most=max(wound.most(), wound.r),
        open=wound.open_part,
        acknowledged=wound.acknowledged,
        closed=wound.closed,
    )


def gap(felt: Point, record: RecordReading) -> Gap | None:
    """Felt beside the record: far above or below where the two ranges do not touch. None where either has none."""
    if record.low is None or record.high is None:
        return None
    lies: Lies = "far_above" if felt.low > record.high else "far_below" if felt.high < record.low else "near"
    return Gap(lies, (felt.low, felt.high), (record.low, record.high))


def _facet(fold: Fold, name: Facet) -> FacetReading | None:
    """One facet, where its record says something or a breach of some size is in it."""
    found = fold.facets.get(name)
    if found is None:
        return None
    record, harm = found.told.reading(), _harm(fold, name)
    if record.mean is None and not any(each.severity >= HARM.moderate for each in harm.breaches):
        return None
    return FacetReading(record, harm, found.course.felt)
