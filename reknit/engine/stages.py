"""What a day's events come to: group by group the sums that move what is felt, with the harm that was open then.

This is where what was said and done meets the ledger and the record. Feelings come after (`course.py`, `bank.py`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

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
from reknit.engine.record import Tally
from reknit.engine.slights import Forgotten

Shares = list[tuple[AnyInput, float]]


@dataclass(frozen=True)
class Stage:
    """One group of a day: Σw of good, Σw·k of bad, Σs·k of breaches, what words lift (in whole apologies; `hollow`: the
    earlier ones are gone), the severity of what grew, the open harm and the softening the group met. `shares`: who
    moved it by how much of the whole."""

    kind: str
    harm: float
    good: float = 0.0
    bad: float = 0.0
    severity: float = 0.0
    lift: float = 0.0
    hollow: bool = False
    softening: float = 1.0
    grown: float = 0.0
    shares: Shares = field(default_factory=list)


@dataclass(slots=True)
class Deeds:
    """The ledger, and the record since the last breach of .75 or more, as the days are told to it. `strict`: something
    said of an unknown breach is an error (the state was restored), else it weighs nothing."""

    ledger: Ledger = field(default_factory=Ledger)
    since: Tally = field(default_factory=Tally)
    last_major: str = ""
    strict: bool = False

    def tell(self, day: Day) -> Iterator[Stage]:
        """The groups of a day that hold anything, in their order; the state follows as they are taken."""
        groups = (
            (day.breaches, self._breaches),
            (day.words, self._words),
            (day.amends, self._amends),
            (day.good, self._good),
            (day.bad, self._bad),
        )
        for found, group in groups:
            if found:
                yield group(day)

    def softening(self) -> float:
        """A good record softens a small lapse, never while harm is open: 1 − .6·n/(n+10)·max(0, 2m − 1)."""
        if self.ledger.harm >= HARM.open:
            return 1.0
        n = self.since.counted
        return 1 - FELT.soften * n / (n + FELT.soften_half) * max(0.0, 2 * self.since.slow() - 1)

    def _breaches(self, day: Day) -> Stage:
        harm, hollow, shares = self.ledger.harm, False, Shares()
        for each in day.breaches:
            hollow = hollow or self.ledger.kinds.get(each.kind, 0.0) > HARM.small
            k = self.ledger.breach(
                each.id, day.ordinal, each.severity, each.kind, integrity=each.integrity, deceit=each.deceit
            )
            if each.severity >= HARM.major:
                self.since, self.last_major = Tally(), each.id
            shares.append((each, each.severity * k))
        return Stage("breaches", harm, severity=_sum(shares), hollow=hollow, shares=shares)

    def _words(self, day: Day) -> Stage:
        harm = self.ledger.harm
        shares = [(each, self._word(each, day.ordinal)) for each in day.words]
        return Stage("words", harm, lift=_sum(shares), shares=shares)

    def _word(self, each: AnyInput, day: int) -> float:
        """What one word lifts, in whole apologies."""
        if isinstance(each, NewRecord) or not (wound := self._find(each, day)):
            return 0.0
        if isinstance(each, Acknowledged | Explained) and _owned(each, wound, day):
            return FELT.word_acknowledged * self.ledger.acknowledged(wound)
        if isinstance(each, Apology):
            return self.ledger.apologised(wound, sum(getattr(HARM, f"part_{part}") for part in each.parts))
        if isinstance(each, Closed | SetDown | Reopened):
            wound.closed = {Closed: "closed", SetDown: "set_down", Reopened: ""}[type(each)]
        return 0.0

    def _find(self, each: AnyInput, day: int) -> Wound | None:
        about = str(getattr(each, "about", ""))
        found = self.ledger.find(about, day)
        if found is None and self.strict:
            raise Forgotten(about)
        return found

    def _amends(self, day: Day) -> Stage:
        harm, shares = self.ledger.harm, Shares()
        for each in day.amends:
            wound = self._find(each, day.ordinal)
            new = each.confirmed and wound is not None and self.ledger.amended(wound)
            shares.append((each, FELT.amends if new else 0.0))
        return Stage("amends", harm, good=_sum(shares), shares=shares)

    def _good(self, day: Day) -> Stage:
        harm, shares = self.ledger.harm, list(_goods(day.good))
        acts = [weight for each, weight in shares if isinstance(each, Outcome | Boundary)]
        grown = self.ledger.kept(acts, FELT.grown) if acts else 0.0
        self._book(day.good)
        return Stage("good", harm, good=_sum(shares), grown=grown, shares=shares)

    def _bad(self, day: Day) -> Stage:
        softening, harm, shares = self.softening(), self.ledger.harm, Shares()
        for each in day.bad:
            weight, size, kind = _lapse(each)
            shares.append((each, weight * self.ledger.lapse(each.id, day.ordinal, size, kind)))
        self._book(day.bad)
        return Stage("bad", harm, bad=_sum(shares), softening=softening, shares=shares)

    def _book(self, found: Iterable[AnyInput]) -> None:
        for each in found:
            if isinstance(each, Outcome):
                self.since.book(outcome(each), each.weight)


def outcome(each: Outcome) -> float:
    """o: kept 1, late .6, missed 0."""
    return {"kept": 1.0, "late": RECORD.late, "missed": 0.0}[each.shape]


def _goods(found: Iterable[AnyInput]) -> Iterator[tuple[AnyInput, float]]:
    """What each weighs, in kept promises; of small moments at most three a day, shared by all of them."""
    small = sum(isinstance(each, Moment) and not each.grand for each in found)
    each_moment = FELT.moment * min(1.0, FELT.moments / max(small, 1))
    for each in found:
        if isinstance(each, Moment):
            yield each, FELT.grand if each.grand else each_moment
        else:
            yield each, each.weight if isinstance(each, Outcome) else FELT.honoured


def _lapse(each: AnyInput) -> tuple[float, float, str]:
    """What it weighs, in missed promises; the severity of the slight it leaves; what the same again is told by."""
    if isinstance(each, Outcome):
        missed = each.shape == "missed"
        return (
            each.weight * (1.0 if missed else FELT.late),
            HARM.miss * each.weight * missed,
            "miss" if missed else "late",
        )
    if isinstance(each, Crack):
        return FELT.crack, HARM.miss * FELT.crack, each.kind
    return FELT.crossed, HARM.miss * FELT.crossed, "boundary"


def _owned(each: Acknowledged | Explained, wound: Wound, day: int) -> bool:
    return each.full if isinstance(each, Acknowledged) else each.helped and wound.day == day


def _sum(shares: Shares) -> float:
    return sum(size for _, size in shares)
