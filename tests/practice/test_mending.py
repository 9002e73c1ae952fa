"""The path of a repair, any way two people can walk it: nobody moves the other's step, and it never closes on words."""

from datetime import timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from reknit.practice import mending, path, repairing
from reknit.practice.events import Event
from reknit.practice.facts import Words
from reknit.practice.facts_amends import Amending, AmendsConfirmed, ApologyAnswered, ApologyOffered, NoMoreApologies
from reknit.practice.facts_mending import RepairClosed, RepairReopened
from reknit.practice.facts_repair import AccountGiven, BreachNamed
from reknit.practice.fold import decode, encode, fold, new_state, step
from reknit.practice.path_verbs import KINDS
from reknit.practice.refused import Refused
from tests.practice.lines_repair import LINES
from tests.practice.told import local, names

SAYINGS: list[tuple[object, Words]] = [
    (facts, words) for _, facts, words, _, _ in LINES if not isinstance(facts, BreachNamed)
]
SAYINGS += [(RepairClosed("repaired"), {}), (RepairClosed("set_down"), {}), (RepairReopened(), {})]
WHO = st.sampled_from(["anna", "toby", "maya"])
NAMED = BreachNamed(doer="toby", hurt="anna", size="major")


class Path(RuleBasedStateMachine):
    """Anna was hurt, Toby did it. Either tries anything at any time."""

    def __init__(self) -> None:
        super().__init__()
        self.now = local("2026-03-10 09:00")
        self.events = [Event("e1", 1, "anna", "e1", self.now, NAMED, {"what": "You lied."})]
        self.state = new_state()
        step(self.state, self.events[0], self.recall)
        self.yes = {"anna": False, "toby": False}
        self.lived = self.shown = False

    def recall(self, root: str) -> list[Event]:
        return [event for event in self.events if event.about == root]

    def breach(self) -> repairing.Breach:
        found = repairing.replay("e1", self.events)
        assert found is not None
        return found

    @rule(who=st.sampled_from(["anna", "toby"]))
    def changes_their_mind(self, who: str) -> None:
        before = encode(self.state)
        self.yes[who] = not self.yes[who]
        assert encode(self.state) == before

    @rule(days=st.integers(1, 400))
    def time_passes(self, days: int) -> None:
        """No clock moves anything: a pause costs nothing, and open harm does not end by itself."""
        before = self.breach()
        self.now += timedelta(days=days)
        assert self.breach() == before

    @rule()
    def something_happens(self) -> None:
        self.lived = self.shown = True

    @rule(who=WHO, said=st.sampled_from(SAYINGS))
    def says(self, who: str, said: tuple[object, Words]) -> None:
        facts, words = self._meant(said[0]), said[1]
        before, together = self.breach(), all(self.yes.values())
        given = {"together": together, "lived": self.lived, "shown": self.shown}
        try:
            mending.may(before, facts, by=who, words=words, now=self.now, names=names, **given)
        except Refused:
            return
        assert before.concerns(who)
        whose = repairing.ROLES.get(type(facts), "")
        assert not whose or who == getattr(before, whose)
        assert together or not isinstance(facts, mending.SHARED)
        seq = len(self.events) + 1
        event = Event(f"e{seq}", seq, who, "e1", self.now, facts, words)
        self.events.append(event)
        step(self.state, event, self.recall)
        self._held(before, facts, who)
        self._amended(before, facts, words, who)

    def _meant(self, facts: object) -> object:
        """What a line refers to, as something that is there."""
        breach = self.breach()
        known = {
            "question": breach.questions, "step": breach.steps, "boundary": breach.boundaries,
            "apology": breach.apologies, "amends": breach.amends,
        }  # fmt: skip
        meant = {part: list(all_)[-1] for part, all_ in known.items() if hasattr(facts, part) and all_}
        if hasattr(facts, "agreement") and breach.agreement:
            meant["agreement"] = breach.agreement.id
        return type(facts)(**{**{f: getattr(facts, f) for f in facts.__struct_fields__}, **meant})  # type: ignore[attr-defined]

    def _held(self, before: repairing.Breach, facts: object, who: str) -> None:
        after = self.breach()
        if before.heard != after.heard or before.closed != after.closed or before.change != after.change:
            assert who == "anna"
        if after.closed and not before.closed and after.closed.how == "repaired":
            assert self.lived
            assert after.changed

    def _amended(self, before: repairing.Breach, facts: object, words: Words, who: str) -> None:
        """Words move nothing but themselves; what was asked to hold, holds; what was made good is the hurt's word."""
        after = self.breach()
        if isinstance(facts, Amending):
            same = ("closed", "heard", "change", "acknowledged", "answered", "told", "changes", "boundaries", "anew")
            assert all(getattr(before, name) == getattr(after, name) for name in same)
        if isinstance(facts, ApologyOffered):
            assert before.no_more is None
            assert not before.apologies or self.shown or words.get("understood")
            self.shown = False
        if before.no_more and not after.no_more:
            assert (who, facts) == ("anna", NoMoreApologies("lifted"))
        if before.made_good != after.made_good:
            assert who == "anna"
            assert isinstance(facts, AmendsConfirmed)
        answered = {one.id: one.answer for one in before.apologies.values()}
        if any(answered.get(one.id) != one.answer for one in after.apologies.values()):
            assert who == "anna"
            assert isinstance(facts, ApologyAnswered)

    @precondition(lambda self: self.breach().closed is None)
    @rule()
    def the_hurt_sets_it_down(self) -> None:
        mending.may(self.breach(), RepairClosed("set_down"), by="anna", words={}, now=self.now, names=names)

    @invariant()
    def the_state_is_the_fold(self) -> None:
        assert fold(self.events) == self.state
        assert decode(encode(self.state)) == self.state
        assert ("e1" in self.state.repair.breaches) == (self.breach().closed is None)

    @invariant()
    def only_the_doer_owes(self) -> None:
        for seat in ("anna", "toby"):
            thing = path.next_thing(self.breach(), seat, together=all(self.yes.values()), answered=self.yes[seat])
            assert thing is None or not thing.due or seat == "toby"

    @invariant()
    def what_is_offered_may_be_said(self) -> None:
        breach = self.breach()
        for seat in ("anna", "toby"):
            for verb in path.verbs(breach, seat, together=all(self.yes.values())):
                whose = repairing.ROLES.get(KINDS[verb], "")
                assert not whose or getattr(breach, whose) == seat
        assert path.verbs(breach, "maya", together=True) == []


TestPath = pytest.mark.practice("A6", "A9", "A13", "C6", "D4", "D5", "C11", "C13", "C14", "C17")(Path.TestCase)
TestPath.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)


@pytest.mark.practice("B8", "B9")
def test_only_whoever_did_it_can_have_not_known_that_it_hurt() -> None:
    breach = repairing.begin(Event("e1", 1, "anna", "e1", local("2026-03-10 09:00"), NAMED, {"what": "You lied."}))
    given = {"words": {"said": "I did not see it."}, "now": local("2026-03-10 10:00"), "names": names}
    assert mending.may(breach, AccountGiven(unaware=True), by="toby", **given).unaware  # type: ignore[arg-type,union-attr]
    with pytest.raises(Refused, match="Only whoever did it"):
        mending.may(breach, AccountGiven(unaware=True), by="anna", **given)  # type: ignore[arg-type]
