"""The thread of a breach, folded: what each event does to the breach it is about."""

from collections.abc import Callable, Iterable

from reknit.practice import repairing_after as after
from reknit.practice import repairing_amends as amending
from reknit.practice.breach import MOST, Breach, Done
from reknit.practice.events import Event
from reknit.practice.facts_repair import (
    AccountGiven,
    AccountMarked,
    Acknowledged,
    AcknowledgementAnswered,
    BreachNamed,
    BreachSized,
    CauseSaid,
    FeelingsNamed,
    HeardSaid,
    ImpactSaidBack,
    ImpactTold,
    RelianceDropped,
)
from reknit.practice.state import State

Recall = Callable[[str], Iterable[Event]]


def begin(event: Event) -> Breach:
    """The breach as it was named."""
    facts = event.facts
    assert isinstance(facts, BreachNamed)
    return Breach(
        id=event.id, by=event.by, at=event.at, doer=facts.doer, hurt=facts.hurt, since=facts.since,
        facets=facts.facets, size=facts.size, learned=facts.learned, deceit=facts.deceit, chosen=facts.chosen,
        pattern=facts.pattern, repeats=facts.repeats, after=facts.after, path=facts.path, words=event.words,
    )  # fmt: skip


def replay(root: str, thread: Iterable[Event]) -> Breach | None:
    """The breach with everything its thread says, nothing dropped; None where its beginning is not to be read."""
    breach: Breach | None = None
    for event in sorted(thread, key=lambda event: event.seq):
        if isinstance(event.facts, BreachNamed) and event.id == root:
            breach = begin(event)
        elif breach is not None and event.about == root:
            apply(breach, event)
    return breach


def apply(breach: Breach, event: Event) -> None:
    """Take one later event of the thread in. What its writer may not say is passed over."""
    act = _ACTS.get(type(event.facts))
    whose = ROLES.get(type(event.facts), "")
    if act and breach.concerns(event.by) and (not whose or event.by == getattr(breach, whose)):
        act(breach, event)


def take(state: State, event: Event, recall: Recall) -> bool:
    """Take an event of a breach's thread into the state of its space; False when it is about something else."""
    if isinstance(event.facts, BreachNamed):
        state.repair.breaches[event.id] = begin(event)
        return True
    if type(event.facts) not in _ACTS:
        return False
    breach = state.repair.breaches.get(event.about)
    if breach is None or _forgotten(breach, event):
        breach = replay(event.about, (earlier for earlier in recall(event.about) if earlier.seq < event.seq))
    if breach is not None:
        apply(breach, event)
        _keep(state, breach)
    return True


def whole(state: State, root: str, recall: Recall) -> Breach | None:
    """The breach with all that was ever said on its path, as far as the state goes."""
    return replay(root, (event for event in recall(root) if event.seq <= state.seq))


def _keep(state: State, breach: Breach) -> None:
    """Put it back with the latest of each, or leave it to its thread once it is closed."""
    if breach.anew:
        state.repair.anew[breach.way] = max(breach.anew, state.repair.anew.get(breach.way, ""))
    if breach.closed:
        state.repair.breaches.pop(breach.id, None)
        return
    for many in (breach.questions, breach.steps, breach.changes, breach.boundaries, breach.apologies, breach.amends):
        for old in list(many)[:-MOST]:
            del many[old]
    state.repair.breaches[breach.id] = breach


def _forgotten(breach: Breach, event: Event) -> bool:
    """Whether the event speaks of something the state has already left to the thread."""
    known: dict[str, object] = {
        **breach.questions, **breach.steps, **breach.boundaries, **breach.apologies, **breach.amends,
    }  # fmt: skip
    named = [getattr(event.facts, part, "") for part in ("question", "step", "boundary", "apology", "amends")]
    return any(id_ and id_ not in known for id_ in named)


def _sized(breach: Breach, event: Event) -> None:
    assert isinstance(event.facts, BreachSized)
    breach.size = event.facts.size


def _account(breach: Breach, event: Event) -> None:
    assert isinstance(event.facts, AccountGiven)
    breach.accounts[event.by] = Done.by_event(event, "unaware" if event.facts.unaware else "")


def _marked(breach: Breach, event: Event) -> None:
    assert isinstance(event.facts, AccountMarked)
    breach.marks[event.by] = Done.by_event(event, event.facts.mark)


def _felt(breach: Breach, event: Event) -> None:
    breach.feelings[event.by] = Done.by_event(event)


def _acknowledged(breach: Breach, event: Event) -> None:
    breach.acknowledged = Done.by_event(event)
    if breach.answered and breach.answered.how != "full":
        breach.answered = None


def _answered(breach: Breach, event: Event) -> None:
    assert isinstance(event.facts, AcknowledgementAnswered)
    breach.answered = Done.by_event(event, event.facts.answer)


def _told(breach: Breach, event: Event) -> None:
    breach.told = Done.by_event(event)


def _said_back(breach: Breach, event: Event) -> None:
    breach.said_back = Done.by_event(event)


def _heard(breach: Breach, event: Event) -> None:
    assert isinstance(event.facts, HeardSaid)
    breach.heard = Done.by_event(event, event.facts.answer)


def _cause(breach: Breach, event: Event) -> None:
    breach.cause = Done.by_event(event)


def _unrelied(breach: Breach, event: Event) -> None:
    breach.unrelied = Done.by_event(event)


_ACTS: dict[type, Callable[[Breach, Event], None]] = {
    BreachSized: _sized,
    AccountGiven: _account,
    AccountMarked: _marked,
    FeelingsNamed: _felt,
    Acknowledged: _acknowledged,
    AcknowledgementAnswered: _answered,
    ImpactTold: _told,
    ImpactSaidBack: _said_back,
    HeardSaid: _heard,
    CauseSaid: _cause,
    RelianceDropped: _unrelied,
    **after.ACTS,
    **amending.ACTS,
}
# Whose each of them is to say; what stands in neither is for both.
ROLES: dict[type, str] = {
    BreachSized: "hurt",
    Acknowledged: "doer",
    AcknowledgementAnswered: "hurt",
    ImpactTold: "hurt",
    ImpactSaidBack: "doer",
    HeardSaid: "hurt",
    CauseSaid: "doer",
    RelianceDropped: "hurt",
    **after.ROLES,
    **amending.ROLES,
}
