"""The inputs of one direction as days: what is told of a day comes in groups, and the order it arrives in means
nothing.

Breaches, words, amends, good, bad, reports: each group at the state the group before it left, within a group summed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from reknit.engine.inputs import (
    Acknowledged,
    Amends,
    AnyInput,
    Apology,
    Boundary,
    Breach,
    CheckIn,
    Closed,
    Crack,
    Explained,
    Moment,
    NewRecord,
    Outcome,
    Reopened,
    SetDown,
)

ORDER = (
    Breach, NewRecord, Acknowledged, Explained, Apology, Closed, SetDown, Reopened, Amends, Boundary, Moment, Outcome,
    Crack, CheckIn,
)  # fmt: skip
_RANK = {kind: at for at, kind in enumerate(ORDER)}
NAMES = ("breaches", "words", "amends", "good", "bad", "said", "reports")
WORDS = (NewRecord, Acknowledged, Explained, Apology, Closed, SetDown, Reopened)


@dataclass(slots=True)
class Day:
    """All of one local day (an ordinal), group by group, each in the order of its ids. `after`: words about something
    bad of the same day, which can only come after it."""

    ordinal: int
    breaches: list[Breach]
    words: list[AnyInput]
    amends: list[Amends]
    good: list[AnyInput]
    bad: list[AnyInput]
    after: list[AnyInput]
    said: list[Outcome]
    reports: list[CheckIn]


def known_by(inputs: Iterable[AnyInput], until: date) -> list[AnyInput]:
    """What was known on that day of what had happened by then."""
    return [each for each in inputs if each.seen <= until]


def days(inputs: Iterable[AnyInput]) -> Iterator[Day]:
    """Day by day, oldest first."""
    ranked = sorted(inputs, key=lambda each: (each.day, _RANK[type(each)], each.id))
    for day, found in groupby(ranked, key=lambda each: each.day):
        yield _day(day.toordinal(), list(found))


def _day(ordinal: int, found: list[AnyInput]) -> Day:
    groups: dict[str, list[Any]] = {name: [] for name in NAMES}
    for each in found:
        groups[_GROUPS.get(type(each)) or _outcome_of(each)].append(each)
    words = groups.pop("words")
    lapses = {each.id for each in groups["bad"]} if words else set()
    return Day(
        ordinal,
        words=[each for each in words if getattr(each, "about", "") not in lapses],
        after=[each for each in words if getattr(each, "about", "") in lapses],
        **groups,
    )


_GROUPS: dict[type, str] = {
    Breach: "breaches", Amends: "amends", CheckIn: "reports", Moment: "good", Crack: "bad",
    **dict.fromkeys(WORDS, "words"),
}  # fmt: skip


def _outcome_of(each: AnyInput) -> str:
    """Of a promise or a boundary: good or bad; or only said."""
    return "good" if is_good(each) else "bad" if is_bad(each) else "said"


def is_good(each: AnyInput) -> bool:
    if isinstance(each, Outcome):
        return each.by_viewer and each.shape == "kept"
    return isinstance(each, Moment) or (isinstance(each, Boundary) and each.honoured)


def is_bad(each: AnyInput) -> bool:
    if isinstance(each, Outcome):
        return each.by_viewer and each.shape != "kept"
    return isinstance(each, Crack) or (isinstance(each, Boundary) and not each.honoured)
