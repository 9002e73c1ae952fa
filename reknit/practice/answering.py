"""What a receiver may say about one time a promise to them falls due: how it was, that they let it go, what it cost."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from reknit.practice.coming import not_yet
from reknit.practice.events import OccurrenceAnswered, OccurrenceReleased, OccurrenceRemarked
from reknit.practice.facts import Answer
from reknit.practice.occurrence import LAPSES, Occurrence, Promise, Seen
from reknit.practice.refused import Refused, Say
from reknit.practice.schedule import due_at
from reknit.practice.speaking import check_near, occurrence
from reknit.practice.texts import check, sound
from reknit.practice.wording import Names, joined

MOST_REPLIES = 6
_NO_WORDS: Mapping[str, str | None] = {}


def answer(
    promise: Promise,
    *,
    by: str,
    due: str,
    answer: Answer,
    now: datetime,
    names: Names,
    seen: Seen = "",
    words: Mapping[str, str | None] = _NO_WORDS,
) -> OccurrenceAnswered:
    """A receiver says how it was for them; saying it anew corrects it. `seen` is needed with *differently* and when
    the maker has not spoken yet (what they saw then simply stands). A *yes* to another word than the maker's own, as
    when the maker has meanwhile said it anew, is what they saw: *differently*."""
    _check_receiver(promise, by, names)
    said = check(words)
    found = occurrence(promise, due, now=now)
    maker = names(promise.by)
    sound(OccurrenceAnswered(due=due, answer=answer, seen=seen))
    if by in found.released_by:
        raise Refused("You let this go. It counts as nothing.")
    if not found.said:
        _check_first(promise, found, answer, seen, now=now, maker=maker)
        answer = "yes"
    elif answer == "differently" or (answer == "yes" and seen not in ("", found.said)):
        _check_differs(promise, found, seen, now=now, maker=maker)
        answer = "differently"
    else:
        seen = found.said if answer == "yes" else ""
    given = found.answers.get(by)
    if given and not given.taken and (given.answer, given.seen) == (answer, seen) and not said:
        raise Refused("You have already answered that.")
    return OccurrenceAnswered(due=due, answer=answer, seen=seen)


def _check_receiver(promise: Promise, by: str, names: Names) -> None:
    to = joined([names(seat) for seat in promise.to])
    if by == promise.by:
        raise Refused(
            "Only %(who)s can say whether this was kept: the promise was made to %(who)s. "
            "You can say what came of it from your side.",
            who=to,
        )
    if by not in promise.to:
        raise Refused("Only %(who)s can answer here: the promise was made to %(who)s.", who=to)


def _check_first(promise: Promise, found: Occurrence, given: Answer, seen: Seen, *, now: datetime, maker: str) -> None:
    """A receiver may speak before the maker has, from its day on, by saying what they saw."""
    if found.off:
        raise Refused(
            "%(maker)s said in time that this would not happen. You can still say what it cost you.", maker=maker
        )
    if not_yet(promise, found, now):
        raise Refused("That day has not come yet.")
    if given in ("not_sure", "rather_not"):
        raise Refused("%(maker)s has not said anything yet, so there is nothing to answer.", maker=maker)
    if not seen:
        raise Refused("Say how it was for you: kept, late or missed.", field="seen")
    _check_past_due(promise, found, seen, now)


def _check_past_due(promise: Promise, found: Occurrence, seen: Seen, now: datetime) -> None:
    if seen in LAPSES and due_at(found.final, promise.zone) > now:
        raise Refused("This is not past due yet, so it can still be kept.", field="seen")


def _check_differs(promise: Promise, found: Occurrence, seen: Seen, *, now: datetime, maker: str) -> None:
    if not seen:
        raise Refused("Say how it was for you: kept, late or missed.", field="seen")
    if seen == found.said:
        raise Refused("That is also what %(maker)s says, so you can simply agree.", maker=maker)
    _check_past_due(promise, found, seen, now)


def release(
    promise: Promise,
    *,
    by: str,
    due: str,
    now: datetime,
    names: Names,
    words: Mapping[str, str | None] = _NO_WORDS,
) -> OccurrenceReleased:
    """A receiver lets the maker off this once, while nobody has said what came of it."""
    if by == promise.by:
        to = joined([names(seat) for seat in promise.to])
        raise Refused("Only %(who)s can let you off this: the promise was made to %(who)s.", who=to)
    _check_receiver(promise, by, names)
    check(words)
    found = occurrence(promise, due, now=now)
    check_near(promise, due, now)
    if by in found.released_by:
        raise Refused("You have already let this go.")
    if found.said or by in found.answers:
        raise Refused(
            "What came of this has already been said. It stays as it is, and you can say what it meant to you."
        )
    return OccurrenceReleased(due=due)


def remark(
    promise: Promise,
    *,
    by: str,
    due: str,
    remark: Literal["cost", "hurt", "all_right", "reply"],
    now: datetime,
    names: Names,
    words: Mapping[str, str | None] = _NO_WORDS,
) -> OccurrenceRemarked:
    """Beside an occurrence: a receiver says that it cost or hurt them or asks whether all is well; anyone replies."""
    if not promise.concerns(by):
        raise Refused("Only someone this promise is between can say something here.")
    found = occurrence(promise, due, now=now)
    sound(OccurrenceRemarked(due=due, remark=remark))
    if remark == "reply":
        check(words, needed={"said": Say("Write your reply.")})
        if not any(said.by != by for said in found.remarks):
            raise Refused("There is nothing to reply to here yet.")
        return _once_more(found, by, OccurrenceRemarked(due=due, remark=remark))
    check(words)
    if by == promise.by:
        to = joined([names(seat) for seat in promise.to])
        raise Refused("Whether this cost or hurt %(who)s is theirs to say.", who=to)
    overdue = due_at(found.final, promise.zone) <= now
    if not (found.lapsed() or found.moved or found.released_by or overdue):
        raise Refused("Nothing has happened here yet that this could be about.")
    return _once_more(found, by, OccurrenceRemarked(due=due, remark=remark))


def _once_more(found: Occurrence, by: str, facts: OccurrenceRemarked) -> OccurrenceRemarked:
    """The remark, unless this person has said the same here as often as anyone may."""
    before = sum((said.by, said.remark) == (by, facts.remark) for said in found.remarks)
    if before >= (MOST_REPLIES if facts.remark == "reply" else 1):
        raise Refused("You have already said this here. It stands.")
    return facts
