"""Who may say what now on the later part of the path: change, questions, a new chapter, boundaries, an end."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from reknit.practice.breach import Breach
from reknit.practice.facts_mending import (
    AgreementSigned,
    AgreementWithdrawn,
    AgreementWritten,
    BoundaryAcknowledged,
    BoundaryCrossed,
    BoundaryHonoured,
    BoundaryReviewed,
    BoundarySet,
    CarePlanned,
    ChangeAnswered,
    ChangeLinked,
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
from reknit.practice.facts_repair import Repair
from reknit.practice.refused import Refused, Say
from reknit.practice.schedule import is_key

AGREEING = (AgreementWritten, AgreementSigned, AgreementWithdrawn)
BOUNDING = (BoundarySet, BoundaryAcknowledged, BoundaryHonoured, BoundaryCrossed, BoundaryReviewed)
ENDING = (RepairClosed,)
LARGE = ("major", "severe")
_FURTHEST = timedelta(days=366 * 5)


def check_dates(facts: Repair, now: datetime) -> None:
    """Refused where a day or a time the facts bring is none, or lies far off."""
    for field in ("look", "on", "at"):
        text = getattr(facts, field, "")
        if not text:
            continue
        if not is_key(text) or (field != "at" and len(text) != 10):
            raise Refused("This is not a day we can read.", field=field)
        if abs(date.fromisoformat(text[:10]) - now.date()) > _FURTHEST:
            raise Refused("That is more than five years away. Choose a nearer day.", field=field)
        if field != "on" and date.fromisoformat(text[:10]) < now.date() - timedelta(days=1):
            raise Refused("That day has already passed. Choose a later one.", field=field)


def check_ending(breach: Breach, facts: Repair, _by: str, *, lived: bool) -> None:
    """A repair never closes on words, and a change is seen only where something has happened."""
    if isinstance(facts, ChangeAnswered) and facts.answer == "seen" and not lived:
        raise Refused(
            "So far there are words. This can be said once a promise linked here was kept, or a boundary set here was."
        )
    if not isinstance(facts, RepairClosed):
        return
    if facts.how == "repaired" and not (breach.changed and lived):
        raise Refused(
            "Repaired needs a change that you have seen. You can set this down at any time without that; it says "
            "nothing about trust."
        )
    if facts.how == "repaired" and not breach.path:
        raise Refused("This was told without any steps to follow. You can set it down at any time.")


def _linked(breach: Breach, facts: Repair, _by: str) -> None:
    assert isinstance(facts, ChangeLinked)
    if breach.acknowledged is None:
        raise Refused("First say what you did. What changes comes after.")
    if facts.promise in breach.changes:
        raise Refused("This promise is already linked here.")


def _question(breach: Breach, facts: Repair, by: str) -> None:
    assert isinstance(facts, QuestionAnswered | QuestionTimed | QuestionWithdrawn)
    found = breach.questions.get(facts.question)
    if found is None or found.withdrawn:
        raise Refused("This question is no longer there.")
    if isinstance(facts, QuestionTimed):
        if not found.waits:
            raise Refused("This question has been answered.")
        if not facts.at:
            raise Refused("Choose a day, and an hour if it needs one.", field="at")
        if found.offers.get(by) == facts.at:
            raise Refused("You have already offered this time.")


def _setback(breach: Breach, _facts: Repair, _by: str) -> None:
    if breach.acknowledged is None:
        raise Refused("First say what you did. A setback comes after.")


def _step(breach: Breach, facts: Repair, _by: str) -> None:
    assert isinstance(facts, StepLookedBack)
    if facts.step not in breach.steps:
        raise Refused("That step is no longer there.")


def _agreement(breach: Breach, facts: Repair, by: str) -> None:
    assert isinstance(facts, AgreementSigned | AgreementWithdrawn)
    found = breach.agreement
    if found is None or found.id != facts.agreement:
        raise Refused("This agreement has been written anew. Read it first.")
    if isinstance(facts, AgreementSigned) and by in found.signed:
        raise Refused("You have already signed this.")
    if isinstance(facts, AgreementWithdrawn) and by not in found.signed:
        raise Refused("You have not signed this.")


def _written(breach: Breach, facts: Repair, _by: str) -> None:
    assert isinstance(facts, AgreementWritten)
    if len(breach.chapters) < 2:
        raise Refused("First each of you writes what is over, what stays and what is new.")
    if not facts.look:
        raise Refused("Choose a day to look at it again.", field="look")


def _bounded(breach: Breach, facts: Repair, by: str) -> None:
    assert isinstance(facts, BoundaryAcknowledged | BoundaryHonoured | BoundaryCrossed | BoundaryReviewed)
    found = breach.boundaries.get(facts.boundary)
    if found is None or not found.in_force:
        raise Refused("This boundary is no longer in force.")
    if isinstance(facts, BoundaryAcknowledged):
        if found.by == by:
            raise Refused("This is your own boundary. The other says what they understood.")
    elif found.by != by:
        raise Refused("Only its owner says this about a boundary.")


def _reopened(breach: Breach, _facts: Repair, _by: str) -> None:
    if breach.closed is None:
        raise Refused("This is open.")


def _anew(breach: Breach, facts: Repair, _by: str) -> None:
    assert isinstance(facts, RecordBegunAnew)
    if breach.size not in LARGE:
        raise Refused("A record of its own begins after something large. You can say how big it is for you.")
    if breach.anew:
        raise Refused("The record already stands on its own from the day you chose.")


EXTRA: dict[type, Callable[[Breach, Repair, str], None]] = {
    ChangeLinked: _linked,
    QuestionTimed: _question,
    QuestionAnswered: _question,
    QuestionWithdrawn: _question,
    SetbackOwned: _setback,
    StepLookedBack: _step,
    AgreementWritten: _written,
    AgreementSigned: _agreement,
    AgreementWithdrawn: _agreement,
    BoundaryAcknowledged: _bounded,
    BoundaryHonoured: _bounded,
    BoundaryCrossed: _bounded,
    BoundaryReviewed: _bounded,
    RepairReopened: _reopened,
    RecordBegunAnew: _anew,
}
NEEDED: dict[type, dict[str, Say]] = {
    QuestionPut: {"said": Say("Write your question.")},
    SetbackOwned: {"said": Say("Write what happened.")},
    CarePlanned: {"said": Say("Write what you need, or what you will do.")},
    StepTaken: {"said": Say("Write what the step is.")},
    AgreementWritten: {"said": Say("Write what you agree on.")},
    BoundarySet: {"said": Say("Write it in one plain sentence.")},
    BoundaryAcknowledged: {"said": Say("Write what you understood.")},
}
