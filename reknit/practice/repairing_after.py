"""The later part of a breach's thread, folded: change, questions, setbacks, a new chapter, boundaries, an end."""

from collections.abc import Callable

from reknit.practice.breach import Agreement, Boundary, Breach, Done, Question, Step
from reknit.practice.events import Event
from reknit.practice.facts_mending import (
    AgreementSigned,
    AgreementWithdrawn,
    AgreementWritten,
    BoundaryAcknowledged,
    BoundaryCrossed,
    BoundaryHonoured,
    BoundaryReviewed,
    BoundarySet,
    CameBack,
    CarePlanned,
    ChangeAnswered,
    ChangeLinked,
    ChapterWritten,
    QuestionAnswered,
    QuestionPut,
    QuestionTimed,
    QuestionWithdrawn,
    RecordBegunAnew,
    RepairClosed,
    RepairReopened,
    SetbackOwned,
    StepLookedBack,
    StepTaken,
)


def _linked(breach: Breach, event: Event) -> None:
    assert isinstance(event.facts, ChangeLinked)
    breach.changes[event.facts.promise] = Done.by_event(event)


def _change(breach: Breach, event: Event) -> None:
    assert isinstance(event.facts, ChangeAnswered)
    breach.change = Done.by_event(event, event.facts.answer)


def _put(breach: Breach, event: Event) -> None:
    facts = event.facts
    assert isinstance(facts, QuestionPut)
    offers = {event.by: facts.at} if facts.at else {}
    breach.questions[event.id] = Question(event.id, event.at, facts.how, offers)


def _timed(breach: Breach, event: Event) -> None:
    assert isinstance(event.facts, QuestionTimed)
    if found := breach.questions.get(event.facts.question):
        found.offers[event.by] = event.facts.at


def _answer(breach: Breach, event: Event) -> None:
    assert isinstance(event.facts, QuestionAnswered)
    if found := breach.questions.get(event.facts.question):
        found.answered = Done.by_event(event, event.facts.answer)


def _withdrawn(breach: Breach, event: Event) -> None:
    assert isinstance(event.facts, QuestionWithdrawn)
    if found := breach.questions.get(event.facts.question):
        found.withdrawn = True


def _setback(breach: Breach, event: Event) -> None:
    assert isinstance(event.facts, SetbackOwned)
    breach.setback = Done.by_event(event, "again" if event.facts.again else "")


def _came_back(breach: Breach, event: Event) -> None:
    breach.came_back = Done.by_event(event)


def _planned(breach: Breach, event: Event) -> None:
    breach.plans[event.by] = Done.by_event(event)


def _stepped(breach: Breach, event: Event) -> None:
    facts = event.facts
    assert isinstance(facts, StepTaken)
    breach.steps[event.id] = Step(event.id, event.at, facts.size, facts.on)


def _looked_back(breach: Breach, event: Event) -> None:
    assert isinstance(event.facts, StepLookedBack)
    if found := breach.steps.get(event.facts.step):
        found.back = Done.by_event(event, event.facts.then)


def _chapter(breach: Breach, event: Event) -> None:
    breach.chapters[event.by] = Done.by_event(event)


def _written(breach: Breach, event: Event) -> None:
    facts = event.facts
    assert isinstance(facts, AgreementWritten)
    breach.agreement = Agreement(event.id, event.by, event.at, facts.look, {event.by: event.at})


def _signed(breach: Breach, event: Event) -> None:
    assert isinstance(event.facts, AgreementSigned)
    if breach.agreement and breach.agreement.id == event.facts.agreement:
        breach.agreement.signed.setdefault(event.by, event.at)


def _taken_back(breach: Breach, event: Event) -> None:
    assert isinstance(event.facts, AgreementWithdrawn)
    if breach.agreement and breach.agreement.id == event.facts.agreement:
        breach.agreement.signed.pop(event.by, None)


def _bounded(breach: Breach, event: Event) -> None:
    facts = event.facts
    assert isinstance(facts, BoundarySet)
    breach.boundaries[event.id] = Boundary(event.id, event.by, event.at, facts.protects, facts.look, words=event.words)


def _own(breach: Breach, event: Event) -> Boundary | None:
    """The boundary that is meant, where it is the writer's own."""
    found = breach.boundaries.get(getattr(event.facts, "boundary", ""))
    return found if found and found.by == event.by else None


def _understood(breach: Breach, event: Event) -> None:
    assert isinstance(event.facts, BoundaryAcknowledged)
    found = breach.boundaries.get(event.facts.boundary)
    if found and found.by != event.by:
        found.acknowledged = Done.by_event(event)


def _honoured(breach: Breach, event: Event) -> None:
    if found := _own(breach, event):
        found.kept = Done.by_event(event)


def _crossed(breach: Breach, event: Event) -> None:
    if found := _own(breach, event):
        found.crossed = Done.by_event(event)


def _reviewed(breach: Breach, event: Event) -> None:
    facts = event.facts
    assert isinstance(facts, BoundaryReviewed)
    if found := _own(breach, event):
        found.reviewed, found.look = Done.by_event(event, facts.how), facts.look
        if event.words and event.words.get("said"):
            found.words = {**(found.words or {}), "said": event.words["said"]}


def _closed(breach: Breach, event: Event) -> None:
    assert isinstance(event.facts, RepairClosed)
    breach.closed = Done.by_event(event, event.facts.how)


def _reopened(breach: Breach, event: Event) -> None:
    """What was heard and changed stays said; that it is repaired has to be seen anew."""
    breach.reopened, breach.closed, breach.change = Done.by_event(event), None, None


def _anew(breach: Breach, event: Event) -> None:
    assert isinstance(event.facts, RecordBegunAnew)
    breach.anew = event.facts.on


ACTS: dict[type, Callable[[Breach, Event], None]] = {
    ChangeLinked: _linked, ChangeAnswered: _change,
    QuestionPut: _put, QuestionTimed: _timed, QuestionAnswered: _answer, QuestionWithdrawn: _withdrawn,
    SetbackOwned: _setback, CameBack: _came_back, CarePlanned: _planned,
    StepTaken: _stepped, StepLookedBack: _looked_back,
    ChapterWritten: _chapter, AgreementWritten: _written, AgreementSigned: _signed, AgreementWithdrawn: _taken_back,
    BoundarySet: _bounded, BoundaryAcknowledged: _understood, BoundaryHonoured: _honoured,
    BoundaryCrossed: _crossed, BoundaryReviewed: _reviewed,
    RepairClosed: _closed, RepairReopened: _reopened, RecordBegunAnew: _anew,
}  # fmt: skip
ROLES: dict[type, str] = {
    ChangeLinked: "doer", ChangeAnswered: "hurt",
    QuestionPut: "hurt", QuestionAnswered: "doer", QuestionWithdrawn: "hurt",
    SetbackOwned: "doer", StepTaken: "hurt", StepLookedBack: "hurt",
    RepairClosed: "hurt", RepairReopened: "hurt", RecordBegunAnew: "hurt",
}  # fmt: skip
