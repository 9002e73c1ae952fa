"""What a day's events come to: group by group the sums that move what is felt, with the harm that was open then.

This is where what was said and done meets the ledger and the record. Feelings come after (`course.py`, `bank.py`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from reknit.engine.days import Day
from reknit.engine.harm import Ledger, Wound
from reknit.engine.inputs import (
    Acknowledged,
    AnyInput,
    Apology,
    Boundary,
    Closed,
    Crack,
    Explained,
    Moment,
    NewRecord,
    Outcome,
    Reopened,
    SetDown,
)
from reknit.engine.numbers import FELT, HARM, RECORD
from reknit.engine.slights import Forgotten
from reknit.engine.told import Records


class Share(NamedTuple):
    """How much of its group one input is, in the group's own unit, and the facet it speaks to."""

    each: AnyInput
    size: float
    facet: str


@dataclass(slots=True)
class Stage:
    """One group of a day: Σw of good, Σw·k of bad, Σs·k of breaches, what words lift (in whole apologies; `hollow`: the
    earlier ones are gone), the severity of what `grew`; the open harm and the softening the group met; `unusual`: how
    likely the next was to be kept, on a strong record with nothing open (A10), else 0. `shares`: who moved it by how
    much of the whole."""

    kind: str
    harm: float
    good: float = 0.0
    bad: float = 0.0
    severity: float = 0.0
    lift: float = 0.0
    hollow: bool = False
    softening: float = 1.0
    grown: float = 0.0
    grew: tuple[Wound, ...] = ()
    unusual: float = 0.0
    shares: list[Share] = field(default_factory=list)


@dataclass(slots=True)
class Deeds:
    """The ledger and the records, as the days are told to them. `strict`: something
    said of an unknown breach is an error (the state was restored), else it weighs nothing."""

    ledger: Ledger = field(default_factory=Ledger)
    records: Records = field(default_factory=Records)
    strict: bool = False

    def tell(self, day: Day) -> Iterator[Stage]:
        """The groups of a day that hold anything, in their order; the state follows as they are taken."""
        groups = (
            (day.breaches, self._breaches),
            (day.words, lambda day: self._words(day, day.words)),
            (day.amends, self._amends),
            (day.good, self._good),
            (day.bad, self._bad),
            (day.after, lambda day: self._words(day, day.after)),
        )
        for found, group in groups:
            if found:
                yield group(day)
        self._book(day.said)

    def softening(self) -> float:
        """A good record softens a small lapse, never while harm is open: 1 − .6·n/(n+10)·max(0, 2m − 1)."""
        if self.ledger.harm >= HARM.open:
            return 1.0
        tally = self.records.since.tally
        n = tally.counted
        return 1 - FELT.soften * n / (n + FELT.soften_half) * max(0.0, 2 * tally.slow() - 1)

    def _breaches(self, day: Day) -> Stage:
        harm, hollow, shares = self.ledger.harm, False, list[Share]()
        for each in day.breaches:
            hollow = hollow or self.ledger.kinds.get(each.kind, 0.0) > HARM.small
            k = self.ledger.breach(
                each.id, day.ordinal, each.severity, each.kind, each.facet, hard=each.integrity, deceit=each.deceit
            )
            if each.severity >= HARM.major:
                self.records.broken(each.id, day.ordinal)
            shares.append(Share(each, each.severity * k, each.facet))
        return Stage("breaches", harm, severity=_sum(shares), hollow=hollow, shares=shares)

    def _words(self, day: Day, words: list[AnyInput]) -> Stage:
        harm = self.ledger.harm
        shares = [self._word(each, day.ordinal) for each in words]
        return Stage("words", harm, lift=_sum(shares), shares=shares)

    def _word(self, each: AnyInput, day: int) -> Share:
        """What one word lifts, in whole apologies."""
        if isinstance(each, NewRecord):
            self.records.renew(each.about)
            return Share(each, 0.0, each.facet)
        wound, lift = self._find(each, day), 0.0
        if wound is None:
            return Share(each, 0.0, each.facet)
        if isinstance(each, Acknowledged | Explained) and _owned(each, wound, day):
            lift = FELT.word_acknowledged * self.ledger.acknowledged(wound)
        if isinstance(each, Apology):
            lift = self.ledger.apologised(wound, sum(getattr(HARM, f"part_{part}") for part in sorted(each.parts)))
        if isinstance(each, Closed | SetDown | Reopened):
            wound.closed = "closed" if isinstance(each, Closed) else "set_down" if isinstance(each, SetDown) else ""
        return Share(each, lift, wound.facet)

    def _find(self, each: AnyInput, day: int) -> Wound | None:
        about = str(getattr(each, "about", ""))
        found = self.ledger.find(about, day)
        self.ledger.slights.keep[about] = self.ledger.slights.keep.get(about, 0) - 1
        if found is None and self.strict:
            raise Forgotten(about)
        return found

    def _amends(self, day: Day) -> Stage:
        harm, shares = self.ledger.harm, list[Share]()
        for each in day.amends:
            wound = self._find(each, day.ordinal)
            new = each.confirmed and wound is not None and self.ledger.amended(wound)
            shares.append(Share(each, FELT.amends if new else 0.0, wound.facet if wound else each.facet))
        return Stage("amends", harm, good=_sum(shares), shares=shares)

    def _good(self, day: Day) -> Stage:
        harm, shares = self.ledger.harm, list(_goods(day.good))
        acts = [share.size for share in shares if isinstance(share.each, Outcome | Boundary)]
        grew = self.ledger.kept(acts, FELT.grown) if acts else []
        self._book(day.good)
        grown = sum(wound.severity for wound in grew)
        return Stage("good", harm, good=_sum(shares), grown=grown, grew=tuple(grew), shares=shares)

    def _bad(self, day: Day) -> Stage:
        softening, harm, shares = self.softening(), self.ledger.harm, list[Share]()
        unusual = self._strong()
        for each in day.bad:
            weight, size, kind = _lapse(each)
            k = self.ledger.lapse(each.id, day.ordinal, size, kind, facet(each))
            shares.append(Share(each, weight * k, facet(each)))
        self._book(day.bad)
        return Stage("bad", harm, bad=_sum(shares), softening=softening, unusual=unusual, shares=shares)

    def _strong(self) -> float:
        """How likely the next is kept, where the record is strong, nothing is open and nobody was deceived (A10); or
        0."""
        tally = self.records.since.tally
        chance, n = tally.next_kept(), tally.n()
        clear = self.ledger.harm < HARM.open and not self.ledger.deceived
        return chance if clear and chance >= RECORD.unusual and n >= RECORD.unusual_least else 0.0

    def _book(self, found: Iterable[AnyInput]) -> None:
        for each in found:
            if isinstance(each, Outcome):
                self.records.book(each)


def facet(each: AnyInput) -> str:
    """What it speaks to: promises to consistency, where nobody said otherwise."""
    return each.facet or ("consistency" if isinstance(each, Outcome) else "")


def _goods(found: Iterable[AnyInput]) -> Iterator[Share]:
    """What each weighs, in kept promises; of small moments at most three a day, shared by all of them."""
    small = sum(isinstance(each, Moment) and not each.grand for each in found)
    each_moment = FELT.moment * min(1.0, FELT.moments / max(small, 1))
    for each in found:
        if isinstance(each, Moment):
            yield Share(each, FELT.grand if each.grand else each_moment, facet(each))
        else:
            yield Share(each, each.weight if isinstance(each, Outcome) else FELT.honoured, facet(each))


def _lapse(each: AnyInput) -> tuple[float, float, str]:
    """What it weighs, in missed promises; the severity of the slight it leaves; what the same again is told by."""
    if isinstance(each, Outcome):
        missed = each.shape == "missed"
        return (
            each.weight * (1.0 if missed else FELT.late),
            HARM.miss * each.weight * missed,
            "missed" if missed else "late",
        )
    if isinstance(each, Crack):
        return FELT.crack, HARM.miss * FELT.crack, each.kind
    return FELT.crossed, HARM.miss * FELT.crossed, "boundary"


def _owned(each: Acknowledged | Explained, wound: Wound, day: int) -> bool:
    return each.full if isinstance(each, Acknowledged) else each.helped and wound.day == day


def _sum(shares: Iterable[Share]) -> float:
    return sum(share.size for share in shares)
