"""One direction folded day by day: what `picture.py` reads, and `snapshot.py` saves and restores."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from reknit.engine.bank import Bank
from reknit.engine.days import Day, days
from reknit.engine.facets import Facet, harm_of, sizes
from reknit.engine.felt import Felt
from reknit.engine.inputs import AnyInput, NewRecord, Outcome
from reknit.engine.line import Line, marks
from reknit.engine.numbers import FELT, LIFE, Preset
from reknit.engine.patterns import Patterns
from reknit.engine.reading import Surprise
from reknit.engine.stages import Deeds, Stage, facet
from reknit.engine.told import Rhythm

SURPRISES = 5


@dataclass
class Fold:
    """The state of one direction at the end of the ordinal `day` (0: nothing yet)."""

    felt: Felt = field(default_factory=Felt)
    deeds: Deeds = field(default_factory=Deeds)
    patterns: Patterns = field(default_factory=Patterns)
    rhythm: Rhythm = field(default_factory=Rhythm)
    line: Line = field(default_factory=Line)
    facets: dict[str, Facet] = field(default_factory=dict)
    surprises: list[Surprise] = field(default_factory=list)
    past: list[float] = field(default_factory=list)
    day: int = 0
    moved: bool = False
    deceived: bool = False

    @classmethod
    def begin(cls, inputs: Iterable[AnyInput] = (), *, hurt: bool = False, preset: Preset = LIFE) -> "Fold":
        """A fold from nothing. Whatever these inputs come back to later is kept by name, however small."""
        fold = cls(felt=Felt(bank=Bank(preset=preset, hurt=hurt)))
        fold.expect(inputs)
        return fold

    def expect(self, inputs: Iterable[AnyInput]) -> None:
        """Whatever these inputs, still to come, speak of is kept by name until then."""
        later = [each for each in inputs if not isinstance(each, NewRecord)]
        self.deeds.ledger.slights.keep = Counter(about for each in later if (about := getattr(each, "about", "")))

    def take(self, inputs: Iterable[AnyInput], until: date) -> None:
        """Fold what happened after the day it stands at, to the end of `until`. An input of an earlier day is an error:
        then the fold has to begin anew."""
        for day in days(each for each in inputs if each.day <= until):
            if day.ordinal <= self.day:
                raise ValueError("something happened before the day this stands at")
            self._nights(day.ordinal)
            self.felt.account.begun = self.felt.account.begun or day.ordinal
            self._tell(day)
        self._nights(until.toordinal())

    def _nights(self, until: int) -> None:
        """Night by night to that day; before anything was told there are none."""
        for day in range(self.day, until) if self.felt.account.begun else ():
            self._night(day)
        self.day = max(self.day, until)

    def _night(self, day: int) -> None:
        """The day ends: its point on the line, then the night."""
        ledger = self.deeds.ledger
        harm = ledger.harm
        if self.moved and marks(day):
            self.line.mark(day, self.felt.drawn, harm, self.felt.mixture())
        self.past.append(round(self.felt.drawn, 6))
        del self.past[: -int(FELT.swing_days)]
        self.felt.night(day, harm)
        if self.facets:
            open_parts = ledger.by_facet()
            for name, each in self.facets.items():
                each.course.night(harm_of(open_parts.get(name, 0.0)))
        ledger.night()

    def _tell(self, day: Day) -> None:
        open_parts = self.deeds.ledger.by_facet()
        for stage in self.deeds.tell(day):
            self.felt.take(day.ordinal, stage)
            for name, (size, grown) in sizes(stage).items():
                self._facet(name).take(stage, size, grown, open_parts.get(name, 0.0))
            self._surprised(stage)
            self.moved = self.moved or any(share.size for share in stage.shares)
            open_parts = self.deeds.ledger.by_facet()
        if day.reports:
            self.felt.report(day.ordinal, day.reports)
            self.moved = True
        for each in [*day.good, *day.bad, *day.said]:
            if isinstance(each, Outcome):
                self._book(each)
        for each in [*day.breaches, *day.bad]:
            self.patterns.saw(each)
        self.deceived = self.deceived or any(each.deceit for each in day.breaches)

    def _facet(self, name: str) -> Facet:
        if name not in self.facets:
            self.facets[name] = Facet()
        return self.facets[name]

    def _book(self, each: Outcome) -> None:
        self._facet(facet(each)).told.book(each, remember=False)
        if each.by_viewer and each.shape == "kept":
            self.rhythm.kept(each.day.toordinal())

    def _surprised(self, stage: Stage) -> None:
        if stage.unusual:
            small = [share.each for share in stage.shares if isinstance(share.each, Outcome) and share.each.weight <= 1]
            found = [Surprise(each.id, each.day, stage.unusual) for each in small]
            self.surprises = [*self.surprises, *found][-SURPRISES:]
