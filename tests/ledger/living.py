"""A space lived in at random: its members do what they may, through the real acts, and time passes.

What is refused is passed over, so that every history made here is a permitted one.
"""

import random
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import Http404
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis

from reknit.ledger import erase
from reknit.practice.facts import When
from reknit.practice.promises import waiting_for_me
from reknit.practice.refused import Refused
from reknit.practice.schedule import latest
from reknit.rooms.belonging import acts as belonging
from reknit.rooms.promises import acts
from reknit.shelves import shelf
from reknit.spaces.access import Here
from tests import cast
from tests.cast import Someone

RULES = ("", "", "FREQ=DAILY", "FREQ=WEEKLY", "FREQ=DAILY;COUNT=4")
TEXTS = (
    "", "", "The tram.", "a", "</blockquote><script>alert(1)</script>", "\u0645\u0631\u062d\u0628\u0627",
    "Zoë 🧵\n\nand so on", "“&amp;” {{ 1 }} {% now %}", "\u2028 line \u0085 ends \x0b", "x" * 3000,
)  # fmt: skip
DONE = ("say",) * 7 + ("answer",) * 7 + ("promise", "propose", "agree", "ask_in") * 2 + (
    "move", "explain", "release", "remark", "take_word", "take_back", "end", "several", "erase", "keep_words", "part",
    "notice",
)  # fmt: skip

SLOWER = 1 if "sqlite" in settings.DATABASES["default"]["ENGINE"] else 3


def some(examples: int) -> hypothesis:
    """So many lives on SQLite, a third of them where every question goes through a socket."""
    fixtures = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
    return hypothesis(deadline=None, max_examples=max(2, examples // SLOWER), suppress_health_check=fixtures)


class Life:
    """Two people's space, with a third who may come to join it."""

    def __init__(self, seed: int, first: Someone, second: Someone, third: Someone, *, leaving: bool = True) -> None:
        self.dice = random.Random(seed)
        self.people = [first, second, third]
        self.now = cast.NOON
        self.space = cast.space_of(first, second, kind="friends")
        self.roots: list[str] = []
        self.proposals: list[str] = []
        self.written: list[str] = []
        self.leaving = leaving
        self.asked_in = False

    def here(self, someone: Someone) -> Here:
        return someone.here(self.space, self.now)

    @property
    def present(self) -> list[Someone]:
        return [someone for someone in self.people if _stands(someone, self)]

    def go_on(self, acts: int) -> "Life":
        """So many attempts; some of them are refused."""
        for _ in range(acts):
            self.step()
        return self

    def step(self) -> Someone | None:
        """Somebody does one thing; returns who did, or None where it was refused."""
        self.now += timedelta(hours=self.dice.randrange(11), minutes=self.dice.randrange(60))
        someone = self.dice.choice(self.present)
        do: Callable[[Here], Any] = getattr(self, f"_{self.dice.choice(DONE)}")
        try:
            do(self.here(someone))
        except (Refused, Http404):
            return None
        return someone

    def _words(self, name: str = "said") -> dict[str, str]:
        text = self.dice.choice(TEXTS)
        return {name: text} if text else {}

    def _promise(self, here: Here) -> None:
        others = [seat.id for seat in here.others]
        first = here.today + timedelta(days=self.dice.randrange(4))
        when = When(day=first.isoformat(), at=self.dice.choice(("", "19:00")), rule=self.dice.choice(RULES))
        to = tuple(others if self.dice.random() < 0.5 else [self.dice.choice(others)])
        words = {"what": self.dice.choice(TEXTS) or "Home by seven."}
        self.roots.append(acts.make_promise(here, to=to, when=when, words=words))

    def _occurrence(self, here: Here, *, mine: bool) -> dict[str, str]:
        """Some time near now that an open promise of mine, or to me, falls due; now and then any promise at all."""
        known = shelf.state(here).promises
        roots = [root for root in known if (known[root].by == here.me) is mine and known[root].concerns(here.me)]
        if not roots or self.dice.random() < 0.1:
            return {"promise": self.dice.choice(self.roots or [""]), "due": here.today.isoformat()}
        promise = known[self.dice.choice(roots)]
        today = self.now.astimezone(ZoneInfo(cast.ZONE)).date()
        near = latest(promise.when, until=today + timedelta(days=1), most=3)
        return {"promise": promise.id, "due": self.dice.choice([*near, *promise.occurrences] or [promise.when.day])}

    def _say(self, here: Here) -> None:
        outcome: Any = self.dice.choice(("kept", "kept", "late", "missed"))
        acts.say(here, **self._occurrence(here, mine=True), outcome=outcome, words=self._words())

    def _answer(self, here: Here) -> None:
        answer: Any = self.dice.choice(("yes", "yes", "yes", "differently", "not_sure", "rather_not"))
        seen: Any = self.dice.choice(("kept", "late", "missed"))
        acts.answer(here, **self._occurrence(here, mine=False), answer=answer, seen=seen, words=self._words())

    def _several(self, here: Here) -> None:
        waiting = waiting_for_me(shelf.state(here), here.me)
        acts.answer_several(here, these=[(item.promise.id, item.due) for item in waiting[:3]])

    def _move(self, here: Here) -> None:
        to = (here.today + timedelta(days=self.dice.randrange(1, 9))).isoformat()
        occurrence = self._occurrence(here, mine=True)
        acts.move(here, **occurrence, how="late", to=self.dice.choice(("", to)), words=self._words())

    def _explain(self, here: Here) -> None:
        acts.explain(here, **self._occurrence(here, mine=True), words=self._words())

    def _release(self, here: Here) -> None:
        acts.release(here, **self._occurrence(here, mine=False), words=self._words())

    def _remark(self, here: Here) -> None:
        remark: Any = self.dice.choice(("cost", "hurt", "all_right", "reply"))
        acts.remark(here, **self._occurrence(here, mine=remark == "reply"), remark=remark, words=self._words())

    def _take_word(self, here: Here) -> None:
        acts.take_word(here, promise=self.dice.choice(self.roots or [""]))

    def _take_back(self, here: Here) -> None:
        acts.take_back(here, promise=self.dice.choice(self.roots or [""]))

    def _end(self, here: Here) -> None:
        acts.end(here, promise=self.dice.choice(self.roots or [""]), words=self._words("why"))

    def _erase(self, here: Here) -> None:
        event = self.dice.choice(self.roots or [""])
        belonging.ask_erasure(here, event=event)
        self.written.append(event)

    def _keep_words(self, here: Here) -> None:
        belonging.keep_words(here, event=self.dice.choice(self.written or [""]))

    def _notice(self, _here: Here) -> None:
        """A month goes by, and what was asked to go goes."""
        self.now += timedelta(days=31)
        erase.fall_due(self.now.date())

    def _propose(self, here: Here) -> None:
        if not self.proposals:
            self.proposals.append(belonging.propose(here, name=self.people[2].name))

    def _agree(self, here: Here) -> None:
        belonging.agree(here, proposal=self.dice.choice(self.proposals or [""]))

    def _ask_in(self, here: Here) -> None:
        if not self.asked_in:
            code = belonging.invite_agreed(here, proposal=self.dice.choice(self.proposals or [""]))
            belonging.accept(self.people[2].viewer(self.now), code=code)
            self.asked_in = True

    def _part(self, here: Here) -> None:
        if self.leaving and len(self.present) > 2:
            belonging.part(here)


def lived(seed: int, acts: int, *people: Someone, **more: Any) -> Life:
    return Life(seed, *people, **more).go_on(acts)


def _stands(someone: Someone, life: Life) -> bool:
    try:
        life.here(someone)
    except Http404:
        return False
    return True
