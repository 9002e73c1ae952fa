"""Anna and Toby at random, day by day, for the picture: what either says, also of what lies some time back."""

import random
from datetime import date, timedelta
from typing import Any

from reknit.picture.since import Since
from reknit.practice import fold
from reknit.practice.events import (
    Event,
    MissExplained,
    OccurrenceAnswered,
    OccurrenceMoved,
    OccurrenceReleased,
    OccurrenceSaid,
    PromiseEnded,
    PromiseMade,
)
from reknit.practice.facts import When
from reknit.practice.facts_amends import AmendsConfirmed, AmendsOffered, ApologyAnswered, ApologyOffered
from reknit.practice.facts_daily import (
    CheckedIn,
    CrackExplained,
    CrackNoted,
    CrackSetDown,
    ExplanationAnswered,
    MomentNoted,
)
from reknit.practice.facts_mending import BoundaryHonoured, RecordBegunAnew, RepairClosed, RepairReopened
from reknit.practice.facts_repair import Acknowledged, AcknowledgementAnswered, BreachNamed, BreachSized
from reknit.practice.facts_repair import Since as When_
from tests.picture.told import ANNA, DAY, TOBY, event, on


class Life:
    """Anna and Toby, day by day: what either says, also of what lies `slow` days back at most."""

    def __init__(self, seed: int, slow: int, *, large: bool = True) -> None:
        self.dice, self.slow, self.told = random.Random(seed), slow, list[Event]()
        self.large = large
        self.day = 0
        self.promises = [
            self._say(TOBY, PromiseMade(to=(ANNA,), when=When(day=on(1), rule=rule), zone="UTC"))
            for rule in ("FREQ=DAILY", "FREQ=WEEKLY")
        ]
        self.cracks, self.breaches = dict[str, int](), list[str]()
        self.offers: list[tuple[str, str, bool]] = []

    def live(self, days: int) -> list[Event]:
        """What was said in so many days more."""
        before = len(self.told)
        for _ in range(days):
            self.day += 1
            for _ in range(self.dice.choice((0, 2, 3, 6))):
                self._something()
        return self.told[before:]

    def _say(self, by: str, facts: Any, about: str = "") -> str:
        self.told.append(event(by, facts, about=about, day=self.day))
        return self.told[-1].id

    def _back(self) -> str:
        return on(max(1, self.day - self.dice.randint(0, self.slow)))

    def _something(self) -> None:
        what = self.dice.choice(
            (self._of_a_promise, self._of_a_promise, self._small, self._large if self.large else self._small)
        )
        what()

    def _of_a_promise(self) -> None:
        dice, promise, due = self.dice, self.dice.choice(self.promises), self._back()
        seen = dice.choice(("kept", "kept", "late", "missed"))
        facts: Any = dice.choice(
            (
                OccurrenceSaid(due=due, outcome=seen),
                OccurrenceAnswered(due=due, answer="differently", seen=seen),
                OccurrenceAnswered(due=due, answer="yes"),
                OccurrenceAnswered(due=on(self.day + 3), answer="yes", seen="kept"),
                OccurrenceMoved(due=on(self.day + 1), how="later", to=on(self.day + 2)),
                OccurrenceReleased(due=due),
                MissExplained(due=due),
            )
        )
        if dice.random() < 0.01:
            facts = PromiseEnded()
        by = ANNA if isinstance(facts, OccurrenceAnswered | OccurrenceReleased) else TOBY
        self._say(by, facts, promise)

    def _small(self) -> None:
        dice = self.dice
        what, open_ = dice.randrange(6), [id_ for id_, day in self.cracks.items() if self.day - day < 3 * self.slow]
        if what == 0 or (what > 3 and not open_):
            noted = CrackNoted(whose=TOBY, day=self._back(), act=dice.choice(("", "late")))
            self.cracks[self._say(ANNA, noted)] = self.day
        elif what == 1:
            self._say(ANNA, MomentNoted(whose=TOBY, day=self._back()))
        elif what in (2, 3):
            self._say(ANNA, CheckedIn(day=self._back(), trusting=dice.choice((1, 2, 3, 4, 5))))
        elif what == 4:
            self._say(TOBY, CrackExplained(), dice.choice(open_))
            self._say(ANNA, ExplanationAnswered(helped=dice.choice(("yes", "no"))), self.told[-1].about)
        else:
            self._say(ANNA, CrackSetDown(), dice.choice(open_))

    def _large(self) -> None:
        dice = self.dice
        if dice.random() < 0.15 or not self.breaches:
            if dice.random() < 0.2:
                earlier = dice.choice(["", *self.breaches])
                by = dice.choice((ANNA, TOBY))
                named = BreachNamed(
                    doer=TOBY,
                    hurt=ANNA,
                    since=When_("day", self._back()),
                    size="major" if by == ANNA else "",
                    repeats=earlier,
                )
                self.breaches.append(self._say(by, named))
            return
        about = dice.choice(self.breaches)
        if dice.random() < 0.4:
            return self._offered(about)
        by, facts = dice.choice(
            (
                (TOBY, Acknowledged()),
                (ANNA, AcknowledgementAnswered(answer="full")),
                (ANNA, BreachSized(size="severe")),
                (ANNA, RepairClosed(how="repaired")),
                (ANNA, RepairReopened()),
                (ANNA, RecordBegunAnew(on=on(self.day))),
                (ANNA, BoundaryHonoured(boundary="x")),
            )
        )
        self._say(by, facts, about)

    def _offered(self, about: str) -> None:
        """An apology or amends, and now and then a word on one of them, which can be corrected."""
        dice, apology = self.dice, self.dice.random() < 0.5
        offered: Any = ApologyOffered() if apology else AmendsOffered(on=on(self.day + 3))
        if dice.random() < 0.4 or not self.offers:
            self.offers.append((self._say(TOBY, offered, about), about, apology))
            return
        id_, root, apologised = dice.choice(self.offers)
        parts = tuple(part for part in ("did", "mine", "sorry", "repair", "change") if dice.random() < 0.6)
        said: Any = (
            ApologyAnswered(apology=id_, answer="received", parts=parts)  # type: ignore[arg-type]
            if apologised
            else AmendsConfirmed(amends=id_, answer=dice.choice(("made_good", "not_yet")))
        )
        self._say(ANNA, said, root)

    @property
    def today(self) -> date:
        return (DAY + timedelta(days=self.day)).date()

    def since(self, events: list[Event]) -> Since:
        def thread(root: str) -> list[Event]:
            return [each for each in self.told if each.about == root]

        return Since(events, thread, fold.fold(self.told).promises.get)
