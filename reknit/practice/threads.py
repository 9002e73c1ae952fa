"""One promise's thread of events, folded: what each event does to the promise it is about."""

from collections.abc import Callable, Iterable
from datetime import datetime

from reknit.practice.coming import cut_off
from reknit.practice.events import (
    Event,
    MissExplained,
    OccurrenceAnswered,
    OccurrenceMoved,
    OccurrenceReleased,
    OccurrenceRemarked,
    OccurrenceSaid,
    PromiseEnded,
    PromiseMade,
    WordTaken,
    WordTakenBack,
)
from reknit.practice.occurrence import LAPSES, AnswerGiven, Moved, Noted, Occurrence, Promise, Remark

MOST_REMARKS = 120
_SEVERITY = {"": 0, "kept": 0, "late": 1, "missed": 2}


def begin(event: Event) -> Promise:
    """The promise as it was made."""
    made = event.facts
    assert isinstance(made, PromiseMade)
    return Promise(
        id=event.id, by=event.by, to=made.to, when=made.when, zone=made.zone, made_at=event.at,
        facet=made.facet, weight=made.weight, sure=made.sure, words=event.words,
        taken={event.by: event.at} if event.by in made.to else {},  # a promise to oneself: one's word settles it
    )  # fmt: skip


def replay(root: str, thread: Iterable[Event]) -> Promise | None:
    """The promise with everything its thread says, nothing dropped; None where its beginning is not to be read."""
    promise: Promise | None = None
    for event in sorted(thread, key=lambda event: event.seq):
        if isinstance(event.facts, PromiseMade) and event.id == root:
            promise = begin(event)
        elif promise is not None and event.about == root:
            apply(promise, event)
    return promise


def due_of(event: Event) -> str:
    """The key of the occurrence this event is about, or empty where it is about the whole promise."""
    return getattr(event.facts, "due", "")


def apply(promise: Promise, event: Event) -> None:
    """Take one later event of the thread in. What its writer may not say is passed over."""
    act = _ACTS.get(type(event.facts))
    if act and promise.concerns(event.by):
        act(promise, event)


def _spoken(promise: Promise, due: str) -> Occurrence:
    return promise.occurrences.setdefault(due, Occurrence(due=due))


def _ended(promise: Promise, event: Event) -> None:
    """An end hides nothing: the next one counts as if its maker had said "I can't", or a receiver had let it go."""
    if not promise.ended_at:
        if found := cut_off(promise, event.at):
            spoken = promise.occurrences.setdefault(found.due, found)
            if event.by == promise.by:
                _move(promise, spoken, Moved("cannot", "", event.at, words={}))
            else:
                spoken.released_by.setdefault(event.by, Noted(event.at, {}))
        promise.ended_by, promise.ended_at, promise.ended_words = event.by, event.at, event.words


def _said(promise: Promise, event: Event) -> None:
    facts = event.facts
    assert isinstance(facts, OccurrenceSaid)
    if event.by != promise.by:
        return
    found = _spoken(promise, facts.due)
    if facts.outcome in LAPSES and not found.lapsed():
        found.owned = True
    before = found.said
    found.said, found.said_at, found.said_words = facts.outcome, event.at, event.words
    for receiver, since in promise.taken.items():
        if not before or _taken_since(found, receiver, since):
            _take(found, receiver, event)


def _taken_since(found: Occurrence, receiver: str, since: datetime) -> bool:
    """Whether the word that is now corrected was itself taken for the receiver's, since they last said it may be."""
    given = found.answers.get(receiver)
    return bool(given and given.taken and given.at and given.at >= since)


def _take(found: Occurrence, receiver: str, event: Event) -> None:
    """The maker's word stands for the receiver's, except where it would soften what already stood."""
    given = found.answers.get(receiver)
    softer = given is not None and _SEVERITY[found.said] < _SEVERITY[given.seen]
    if receiver in found.released_by or (given and not given.taken) or softer:
        return
    found.answers[receiver] = AnswerGiven("yes", found.said, event.at, None, True)


def _moved(promise: Promise, event: Event) -> None:
    facts = event.facts
    assert isinstance(facts, OccurrenceMoved)
    if event.by != promise.by:
        return
    _move(promise, _spoken(promise, facts.due), Moved(facts.how, facts.to, event.at, words=event.words))


def _move(promise: Promise, found: Occurrence, moved: Moved) -> None:
    """Late with no new time leaves one offered earlier as it is."""
    if found.moved:
        moved.times = found.moved.times + 1
        moved.to = moved.to or (found.moved.to if moved.how == "late" else "")
    found.moved = moved
    promise.moved += 1


def _released(promise: Promise, event: Event) -> None:
    facts = event.facts
    assert isinstance(facts, OccurrenceReleased)
    if event.by in promise.to:
        found = _spoken(promise, facts.due)
        found.answers.pop(event.by, None)
        found.released_by[event.by] = Noted(event.at, event.words)


def _answered(promise: Promise, event: Event) -> None:
    facts = event.facts
    assert isinstance(facts, OccurrenceAnswered)
    if event.by in promise.to and event.by not in promise.at(facts.due).released_by:
        found = _spoken(promise, facts.due)
        seen = facts.seen or (found.said if facts.answer == "yes" else "")
        found.answers[event.by] = AnswerGiven(facts.answer, seen, event.at, event.words, first=not found.said)


def _word_taken(promise: Promise, event: Event) -> None:
    if event.by in promise.to:
        promise.taken.setdefault(event.by, event.at)


def _word_taken_back(promise: Promise, event: Event) -> None:
    promise.taken.pop(event.by, None)


def _explained(promise: Promise, event: Event) -> None:
    facts = event.facts
    assert isinstance(facts, MissExplained)
    if event.by == promise.by:
        _spoken(promise, facts.due).explained = Noted(event.at, event.words)


def _remarked(promise: Promise, event: Event) -> None:
    facts = event.facts
    assert isinstance(facts, OccurrenceRemarked)
    remarks = _spoken(promise, facts.due).remarks
    remarks.append(Remark(event.by, facts.remark, event.at, event.words))
    del remarks[:-MOST_REMARKS]


_ACTS: dict[type, Callable[[Promise, Event], None]] = {
    PromiseEnded: _ended,
    OccurrenceSaid: _said,
    OccurrenceMoved: _moved,
    OccurrenceReleased: _released,
    OccurrenceAnswered: _answered,
    WordTaken: _word_taken,
    WordTakenBack: _word_taken_back,
    MissExplained: _explained,
    OccurrenceRemarked: _remarked,
}
