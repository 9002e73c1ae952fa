"""Who may say what now on the path of a breach, or a sentence why not. Nobody moves the other's step.

`together` says whether both have said yes to working on it. It is asked for only where the step is a shared one; the
sentence is the same whether the other said no, not now, or nothing.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta

from reknit.practice import amends, repairing
from reknit.practice import mending_later as later
from reknit.practice.breach import Breach
from reknit.practice.facts_mending import (
    AgreementSigned,
    AgreementWritten,
    CameBack,
    CarePlanned,
    ChapterWritten,
    QuestionAnswered,
    QuestionPut,
    QuestionTimed,
    RecordBegunAnew,
    RepairReopened,
    StepLookedBack,
    StepTaken,
)
from reknit.practice.facts_repair import (
    AccountGiven,
    AccountMarked,
    Acknowledged,
    AcknowledgementAnswered,
    BreachNamed,
    BreachSized,
    CauseSaid,
    FeelingsNamed,
    ImpactSaidBack,
    ImpactTold,
    RelianceDropped,
    Repair,
    Since,
)
from reknit.practice.occurrence import Promise
from reknit.practice.refused import Refused, Say
from reknit.practice.texts import check, sound
from reknit.practice.wording import Names

_FURTHEST = timedelta(days=366 * 100)
# What both work on, once both have said that they want to and can.
SHARED = (
    ImpactTold, ImpactSaidBack, CauseSaid, QuestionPut, QuestionTimed, QuestionAnswered,
    CarePlanned, ChapterWritten, AgreementWritten, AgreementSigned, *amends.SHARED,
)  # fmt: skip
# What can be said also when a repair is closed: it closes and opens nothing.
ALWAYS = (
    FeelingsNamed, CameBack, CarePlanned, StepTaken, StepLookedBack, ChapterWritten, RepairReopened, RecordBegunAnew,
    *later.AGREEING, *later.BOUNDING, *amends.ALWAYS,
)  # fmt: skip
# What belongs to being there for what happened, with no steps in it.
WITHOUT_PATH = (BreachSized, AccountGiven, FeelingsNamed, CameBack, RepairReopened, *later.ENDING, *later.BOUNDING)


def name(
    *, by: str, facts: BreachNamed, words: Mapping[str, str | None], now: datetime, earlier: Breach | None = None
) -> BreachNamed:
    """`by`, the person hurt or the one who did it, names what happened. `earlier` is what it repeats or comes after."""
    sound(facts)
    check(words, needed={"what": Say("Write what happened.")})
    if facts.doer == facts.hurt or not facts.doer:
        raise Refused("Choose who did it.", field="doer")
    if by not in (facts.doer, facts.hurt):
        raise Refused("What happened between two others is theirs to name.", field="doer")
    if by == facts.doer and facts.size:
        raise Refused("How big it is, is for the person hurt to say.", field="size")
    check_since(facts.since, now)
    if (facts.repeats or facts.after) and (earlier is None or earlier.way != f"{facts.doer}>{facts.hurt}"):
        raise Refused("One hurt at a time: each has a path of its own.")
    return facts


def check_since(since: Since, now: datetime) -> None:
    """Refused where the days do not fit what kind of time it is."""
    for field, text in (("day", since.day), ("until", since.until)):
        if text and not _near(_day(text), now):
            raise Refused("This is not a day we can read.", field=field)
    if since.how in ("day", "span") and not since.day:
        raise Refused("Choose the day, or say that you don’t know.", field="day")
    if since.how == "span" and since.until <= since.day:
        raise Refused("Choose a last day that comes after the first.", field="until")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _near(day: date | None, now: datetime) -> bool:
    return day is not None and now.date() - _FURTHEST <= day <= now.date() + timedelta(days=1)


def may(
    breach: Breach, facts: Repair, *, by: str, words: Mapping[str, str | None], now: datetime, names: Names,
    together: bool = False, lived: bool = False, shown: bool = False,
) -> Repair:  # fmt: skip
    """These facts, where `by` may say them now. `lived`: something that was to change has happened, by the word of the
    person hurt; `shown`: since the last apology, too."""
    kind = type(facts)
    sound(facts)
    if not breach.concerns(by):
        raise Refused("This is between %(one)s and %(other)s.", one=names(breach.hurt), other=names(breach.doer))
    _check_role(breach, kind, by, names)
    _check_open(breach, kind, together)
    said = check(words, needed=NEEDED.get(kind))
    if isinstance(facts, ImpactTold) and not facts.messages and not said:
        raise Refused("Write what it did, or leave it for another day.", field="said")
    if asked := EXTRA.get(kind):
        asked(breach, facts, by)
    later.check_dates(facts, now)
    later.check_ending(breach, facts, by, lived=lived)
    amends.check(breach, facts, said, now, shown=shown)
    return facts


def _check_role(breach: Breach, kind: type, by: str, names: Names) -> None:
    whose = repairing.ROLES.get(kind, "")
    if whose and by != getattr(breach, whose):
        raise Refused("This is for %(who)s to say, at their own time.", who=names(getattr(breach, whose)))


def _check_open(breach: Breach, kind: type, together: bool) -> None:
    if not breach.path and kind not in WITHOUT_PATH:
        raise Refused("This was told without any steps to follow.")
    if breach.closed and kind not in ALWAYS:
        raise Refused("This is closed. The person it hurt can open it again, for any reason.")
    if kind in SHARED and not together:
        raise Refused("This opens when both of you have said yes to working on it.")


def _feelings(_breach: Breach, facts: Repair, _by: str) -> None:
    assert isinstance(facts, FeelingsNamed)
    if not facts.feelings:
        raise Refused("Choose at least one word, or leave it for another day.", field="feelings")


def _answer(breach: Breach, _facts: Repair, _by: str) -> None:
    if breach.acknowledged is None:
        raise Refused("There is nothing to answer here yet.")


def _said_back(breach: Breach, _facts: Repair, _by: str) -> None:
    if breach.told is None:
        raise Refused("There is nothing to say back yet. It is told when the time is right, or not at all.")


def _cause(breach: Breach, facts: Repair, _by: str) -> None:
    if breach.deceit:
        raise Refused("Where something was hidden, a reason is no help. Say what you hid, whole.")
    if breach.acknowledged is None:
        raise Refused("First say what you did. Why it happened comes after.")


def _account(breach: Breach, facts: Repair, by: str) -> None:
    assert isinstance(facts, AccountGiven)
    if facts.unaware and by != breach.doer:
        raise Refused("Only whoever did it can have not known that it hurt.", field="flags")


def _marked(breach: Breach, _facts: Repair, _by: str) -> None:
    if len(_told_by(breach)) < 2:
        raise Refused("There are not two accounts yet to set side by side.")


def _told_by(breach: Breach) -> set[str]:
    """Whoever has told their side: who named it has."""
    return {breach.by, *breach.accounts}


EXTRA: dict[type, Callable[[Breach, Repair, str], None]] = {
    FeelingsNamed: _feelings,
    AcknowledgementAnswered: _answer,
    ImpactSaidBack: _said_back,
    CauseSaid: _cause,
    AccountGiven: _account,
    AccountMarked: _marked,
    **later.EXTRA,
    **amends.EXTRA,
}
NEEDED: dict[type, dict[str, Say]] = {
    AccountGiven: {"said": Say("Write how it was for you.")},
    Acknowledged: {"said": Say("Write what you did, in your own words.")},
    ImpactSaidBack: {"said": Say("Write what you heard.")},
    CauseSaid: {"said": Say("Write why it happened, as far as you understand it.")},
    RelianceDropped: {"said": Say("Write what you don’t rely on the other for.")},
    **later.NEEDED,
    **amends.NEEDED,
}


def lived(breach: Breach, promises: Iterable[Promise], since: datetime | None = None) -> bool:
    """Whether anything that was to change has happened, by the word of the person hurt: a linked promise they say was
    kept since it was linked, or a boundary of theirs that was; and since `since`, where that is given."""
    kept = [one.kept for one in breach.boundaries.values() if one.by == breach.hurt]
    if any(one and (since is None or one.at >= since) for one in kept):
        return True
    return any(
        given.seen == "kept"
        and given.at is not None
        and given.at >= max(breach.changes[promise.id].at, since or given.at)
        for promise in promises
        if promise.id in breach.changes
        for found in promise.occurrences.values()
        if (given := found.answers.get(breach.hurt))
    )


def shown(breach: Breach, promises: Iterable[Promise]) -> bool:
    """Whether there is a change to show since the last apology."""
    last = max((one.at for one in breach.apologies.values()), default=None)
    return last is None or lived(breach, promises, last)
