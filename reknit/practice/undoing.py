"""What undoes a repair, as far as acts alone show it: for whoever did the harm, about themselves, and for nobody else.

Only what that person did counts: no words are read, and nothing the person hurt does is ever one of these. Pain that
comes back, asking again, opening again, and taking a yes back are none. It is said seldom: once, for a week, and then
not again before two months have passed. Sources: S3 (what sabotages repair), A7 (the same again adds nothing).
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from reknit.practice.breach import Breach
from reknit.practice.events import Event
from reknit.practice.facts_mending import (
    ChangeLinked,
    ChapterWritten,
    QuestionAnswered,
    QuestionTimed,
    SetbackOwned,
)
from reknit.practice.facts_repair import Acknowledged, AcknowledgementAnswered, HeardSaid, ImpactSaidBack
from reknit.practice.occurrence import Promise

SHOWN = timedelta(days=7)
SELDOM = timedelta(days=60)
SOON = timedelta(days=1)
EARLY = timedelta(days=14)
# To which "not yet" saying what again would be an answer.
AGAIN: dict[type, type] = {AcknowledgementAnswered: Acknowledged, HeardSaid: ImpactSaidBack}
NAMES = ("soon", "moved", "ended", "early", "same")


class Shown(NamedTuple):
    """One of `NAMES`, and when the act was done that showed it."""

    name: str
    at: datetime


def seen(
    breach: Breach, thread: Iterable[Event], promises: Iterable[Promise], *, seat: str, now: datetime
) -> str | None:
    """The one thing to say to this seat now, one of `NAMES`; None for everyone but the doer, where the repair is closed
    or has no steps, and nearly always. `promises` are those linked as what changes."""
    if seat != breach.doer or breach.closed or not breach.path:
        return None
    lines = sorted(thread, key=lambda event: event.seq)
    said: Shown | None = None
    for one in sorted(_all(breach, lines, promises), key=lambda one: one.at):
        if one.at <= now and (said is None or one.at >= said.at + SELDOM):
            said = one
    return said.name if said and now < said.at + SHOWN else None


def _all(breach: Breach, lines: Sequence[Event], promises: Iterable[Promise]) -> Iterator[Shown]:
    own = [event for event in lines if event.by == breach.doer]
    yield from _soon(breach, lines)
    yield from _moved(own)
    yield from _ended(breach, promises)
    yield from _early(breach, lines)
    yield from _same(own)


def _soon(breach: Breach, lines: Sequence[Event]) -> Iterator[Shown]:
    """The same said again within a day of a *not yet*."""
    asked: dict[type, datetime] = {}
    for event in lines:
        kind = type(event.facts)
        if event.by == breach.hurt and kind in AGAIN:
            asked.pop(AGAIN[kind], None)
            if getattr(event.facts, "answer", "") == "not_yet":
                asked[AGAIN[kind]] = event.at
        elif event.by == breach.doer and kind in asked and event.at <= asked[kind] + SOON:
            yield Shown("soon", event.at)


def _moved(own: Sequence[Event]) -> Iterator[Shown]:
    """A third time offered for the same question, which still has no answer."""
    offered: dict[str, int] = {}
    for event in own:
        if isinstance(event.facts, QuestionAnswered):
            offered.pop(event.facts.question, None)
        elif isinstance(event.facts, QuestionTimed):
            offered[event.facts.question] = offered.get(event.facts.question, 0) + 1
            if offered[event.facts.question] > 2:
                yield Shown("moved", event.at)


def _ended(breach: Breach, promises: Iterable[Promise]) -> Iterator[Shown]:
    """A second promise made for this and ended again by its maker, each within two weeks."""
    ends = sorted(
        one.ended_at
        for one in promises
        if one.ended_at and one.ended_by == breach.doer and one.ended_at <= one.made_at + EARLY
    )
    yield from (Shown("ended", at) for at in ends[1:])


def _early(breach: Breach, lines: Sequence[Event]) -> Iterator[Shown]:
    """A new chapter, begun by the doer within two weeks, before the other has been heard or has written theirs."""
    open_ = False
    for event in lines:
        if event.by == breach.hurt:
            heard = isinstance(event.facts, HeardSaid) and event.facts.answer == "heard"
            open_ = open_ or heard or isinstance(event.facts, ChapterWritten)
        elif isinstance(event.facts, ChapterWritten) and not open_ and event.at <= breach.at + EARLY:
            yield Shown("early", event.at)


def _same(own: Sequence[Event]) -> Iterator[Shown]:
    """A setback told again, with no promise put on the path since the one before."""
    told = False
    for event in own:
        if isinstance(event.facts, ChangeLinked):
            told = False
        elif isinstance(event.facts, SetbackOwned):
            if told:
                yield Shown("same", event.at)
            told = True
