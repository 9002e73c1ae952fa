"""What is kept of one direction between two looks at it: the engine's state on two days, and what came later.

The later day makes a page cheap; the earlier is gone on from where somebody speaks about last week. What is said of
something older than both is worked out from the beginning (`Anew`). So it is always what a fold from nothing would be.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from typing import Any, cast

import msgspec

from reknit.engine import inputs, snapshot
from reknit.engine.direction import Fold
from reknit.engine.inputs import AnyInput, CheckIn, Outcome

VERSION = 1
BACK, NEAR, OFTEN = 35, 4, 14  # days: how far back the earlier state lies, the later one, when the earlier is moved up
NEVER = date.max.toordinal()
CLASSES = {kind.__name__: kind for kind in inputs.Input.__subclasses__()}
FIELDS = {name: [each.name for each in fields(kind)] for name, kind in CLASSES.items()}
Packed = tuple[str, list[Any]]


class Anew(Exception):
    """What was kept cannot be gone on from: something was said of what it has long taken in."""


class Kept(msgspec.Struct, array_like=True):
    """`folds`: ordinal day and saved state, the earlier (at `base`) first; none where nothing had happened by then.
    `later`: by thread, what came after it; `early`: what it took in although it falls due later; `reports`: the day and
    position of each check-in it took in; `first`: the day of the first input."""

    base: int = 0
    folds: list[tuple[int, bytes]] = []
    later: dict[str, list[Packed]] = {}
    early: list[str] = []
    reports: list[tuple[int, int]] = []
    first: int = NEVER


class Following:
    """A direction as it was kept, and what has come since. `changed`: the first day that is other than it was then.
    `hurt`: its viewer came in hurt."""

    def __init__(self, kept: Kept, *, hurt: bool = False) -> None:
        self.kept, self.hurt, self.changed = kept, hurt, NEVER
        self.later = {
            root: {each.id: each for each in map(_unpacked, found)} for root, found in self.kept.later.items()
        }

    def begin(self, found: Iterable[tuple[str, list[AnyInput]]]) -> None:
        """From the beginning: these inputs, thread by thread."""
        self.later.update({root: {each.id: each for each in inputs} for root, inputs in found})

    def put(self, root: str, old: Mapping[str, AnyInput], new: Mapping[str, AnyInput]) -> None:
        """In this thread these inputs were `old`, and are now `new`."""
        later = self.later.setdefault(root, {})
        for id_ in old.keys() | new.keys():
            before, after = old.get(id_), new.get(id_)
            if before != after:
                self._change(each.day.toordinal() for each in (before, after) if each)
                later.pop(id_, None)
                if after:
                    later[id_] = after

    def _change(self, days: Iterable[int]) -> None:
        self.changed = min(self.changed, *days)
        if self.changed <= self.kept.base:
            raise Anew

    def pending(self) -> list[AnyInput]:
        """All that came after the earlier state."""
        return [each for found in self.later.values() for each in found.values()]

    def fold(self, until: date) -> Fold:
        """The direction at the end of a day, from the latest state that still holds; slights.Forgotten where something
        is said of a small thing the state has forgotten."""
        held = [data for day, data in self.kept.folds if day < self.changed]
        return self._on(held[-1] if held else b"", until)

    def _on(self, data: bytes, until: date) -> Fold:
        pending = self.pending()
        fold = snapshot.restore(data) if data else Fold.begin(hurt=self.hurt)
        fold.expect(pending)
        fold.take([each for each in pending if each.day.toordinal() > fold.day], until)
        return fold

    def reports(self, until: date) -> list[tuple[date, int]]:
        """Every check-in up to that day: when, and which of the five positions."""
        taken = [(date.fromordinal(day), at) for day, at in self.kept.reports]
        said = [(each.day, each.trusting) for each in self.pending() if isinstance(each, CheckIn)]
        return [each for each in [*taken, *said] if each[0] <= until]

    @property
    def first(self) -> date | None:
        """The day of the first input of all."""
        found = min([self.kept.first, *(each.day.toordinal() for each in self.pending())])
        return None if found == NEVER else date.fromordinal(found)

    def keep(self, today: date) -> Kept:
        """What is kept of it from now on."""
        ahead = today.toordinal() - BACK
        base = ahead if ahead - self.kept.base >= OFTEN else self.kept.base
        taken = [each for each in self.pending() if each.day.toordinal() <= base]
        later = {
            root: [_packed(each) for each in found.values() if each.day.toordinal() > base]
            for root, found in self.later.items()
        }
        early = {each.id for each in taken if isinstance(each, Outcome)} | set(self.kept.early)
        reports = [(each.day.toordinal(), each.trusting) for each in taken if isinstance(each, CheckIn)]
        return Kept(
            base=base,
            folds=list(self._folds(base, today)) if taken or self.kept.folds else [],
            later={root: found for root, found in later.items() if found},
            early=sorted(id_ for id_ in early if due_day(id_) > base),
            reports=sorted([*self.kept.reports, *reports]),
            first=self.first.toordinal() if self.first else NEVER,
        )

    def _folds(self, base: int, today: date) -> Iterator[tuple[int, bytes]]:
        fold = self._on(self.kept.folds[0][1] if self.kept.folds else b"", date.fromordinal(base))
        yield base, snapshot.save(fold)
        pending = [each for each in self.pending() if each.day.toordinal() > base]
        fold.take(pending, date.fromordinal(max(base, today.toordinal() - NEAR)))
        yield fold.day, snapshot.save(fold)


def due_day(id_: str) -> int:
    """The ordinal day an outcome was first due, by its id."""
    return date.fromisoformat(id_.partition(" ")[2][:10]).toordinal()


def _packed(each: AnyInput) -> Packed:
    values = [getattr(each, name) for name in FIELDS[type(each).__name__]]
    return type(each).__name__, [_plain(value) for value in values]


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.toordinal()
    return sorted(value) if isinstance(value, frozenset) else value


def _unpacked(packed: Packed) -> AnyInput:
    name, values = packed
    found: dict[str, Any] = dict(zip(FIELDS[name], values, strict=True))
    found["day"] = date.fromordinal(found["day"])
    if found["known"]:
        found["known"] = date.fromordinal(found["known"])
    if "parts" in found:
        found["parts"] = frozenset(found["parts"])
    return cast(AnyInput, CLASSES[name](**found))
