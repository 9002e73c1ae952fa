"""What the engine reads in each direction of a story, in the documented form."""

from datetime import date
from typing import Any

from reknit.engine.reading import BreachReading, Reading, RecordReading, Why
from reknit.picture import felt
from reknit.picture.gather import Direction
from reknit.practice.events import Event
from reknit.spaces.access import Here

ROUND = 9


def reading(here: Here, maker: str, receiver: str, *, shared: list[Event], day: date) -> dict[str, Any]:
    """How far the receiver can rely on the maker, from what is shared, as known at the end of a day."""
    until = felt.end_of(day, here.viewer.zone)
    way = Direction(receiver, maker, here.viewer.zone)
    return as_object(felt.alone([event for event in shared if event.at < until], way, day))


def as_object(found: Reading) -> dict[str, Any]:
    """A reading as plain values; null where there is too little to say it."""
    return {
        "day": found.day.isoformat(),
        "record": _record(found.record),
        "record_before": _record(found.before) if found.before else None,
        "open_harm": _n(found.harm.harm),
        "breaches": [_breach(one) for one in found.harm.breaches],
        "felt": _felt(found),
        "why": _why(found.why),
        "lately": _why(found.lately),
        "patterns": [
            {
                "kind": p.kind,
                "count": p.count,
                "first": p.first.isoformat(),
                "last": p.last.isoformat(),
                "trend": p.trend,
            }
            for p in found.patterns
        ],
        "surprises": [{"id": s.id, "day": s.day.isoformat(), "chance": _n(s.chance)} for s in found.surprises],
        "gap": {"lies": found.gap.lies, "felt": [*map(_n, found.gap.felt)], "record": [*map(_n, found.gap.record)]}
        if found.gap
        else None,
    }


def _record(one: RecordReading) -> dict[str, Any]:
    return {
        "mean": _n(one.mean),
        "low": _n(one.low),
        "high": _n(one.high),
        "n": _n(one.n),
        "kept": one.kept,
        "late": one.late,
        "missed": one.missed,
        "said": one.said,
        "differs": one.differs,
    }


def _breach(one: BreachReading) -> dict[str, Any]:
    return {
        "id": one.id,
        "day": one.day.isoformat(),
        "kind": one.kind,
        "severity": _n(one.severity),
        "r": _n(one.r),
        "most": _n(one.most),
        "open": _n(one.open),
        "acknowledged": one.acknowledged,
        "closed": one.closed,
    }


def _felt(found: Reading) -> dict[str, Any] | None:
    one = found.felt
    if one is None:
        return None
    return {
        "mean": _n(one.mean),
        "low": _n(one.low),
        "high": _n(one.high),
        "direction": one.direction,
        "swing": _n(one.swing),
        "reports": one.reports,
    }


def _why(one: Why | None) -> dict[str, Any] | None:
    if one is None:
        return None
    return {
        "since": one.since.isoformat(),
        "start": one.start,
        "end": one.end,
        "totals": dict(one.totals),
        "largest": [{"id": c.id, "kind": c.kind, "day": c.day.isoformat(), "by": c.by} for c in one.largest],
    }


def _n(value: float | None) -> float | None:
    return None if value is None else round(value, ROUND)
