"""A small crack: what may be said about it now and by whom, or a sentence why not."""

import re
from collections.abc import Container, Mapping
from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from reknit.practice.daily import hurts
from reknit.practice.daily_state import Crack, Told
from reknit.practice.facts import Facet
from reknit.practice.facts_daily import (
    CrackAnswered,
    CrackExplained,
    CrackNoted,
    CrackSetDown,
    ExplanationAnswered,
    Message,
    PatternTold,
)
from reknit.practice.refused import Refused, Say
from reknit.practice.rules import FIRST_YEAR
from reknit.practice.state import State
from reknit.practice.texts import check, sound
from reknit.practice.wording import Names

WHAT = {"what": Say("Say what happened, in a word or two, or choose one of the small things above.")}
_ACT = re.compile("[a-z_]{1,40}")
_NO_WORDS: Mapping[str, str | None] = {}


def note(
    *,
    by: str,
    whose: str,
    day: str,
    today: date,
    words: Mapping[str, str | None],
    act: str = "",
    facet: Facet | Literal[""] = "",
    message: Message | Literal[""] = "",
    left: Container[str] = (),
) -> CrackNoted:
    """Note what someone here did, or say first what one did oneself. Everything but what happened may stay empty."""
    check(words, needed=WHAT)
    if whose in left:
        raise Refused("You chose someone who is no longer in this space.", field="whose")
    if not whose:
        raise Refused("Choose who this is about.", field="whose")
    check_day(day, today)
    _check_act(act)
    return sound(CrackNoted(whose=whose, day=day, act=act, facet=facet, message=message))


def check_day(day: str, today: date) -> date:
    """The day something happened: today or before, or Refused."""
    try:
        found = date.fromisoformat(day)
    except ValueError:
        raise Refused("Choose a day.", field="day") from None
    if found > today:
        raise Refused("That day has not come yet.", field="day")
    if found.year < FIRST_YEAR:
        raise Refused("That is longer ago than can be noted here.", field="day")
    return found


def _check_act(act: str) -> None:
    if act and not _ACT.fullmatch(act):
        raise Refused("That is not one of the choices here.", field="act")


def explain(crack: Crack, *, by: str, names: Names, words: Mapping[str, str | None]) -> CrackExplained:
    """Its doer says what happened."""
    if by != crack.whose:
        raise Refused("Only %(who)s can say what happened from their side.", who=names(crack.whose))
    check(words, needed={"said": Say("Write what happened.")})
    return CrackExplained()


def helped(
    crack: Crack, *, by: str, helped: Literal["yes", "a_little", "no"], words: Mapping[str, str | None] = _NO_WORDS
) -> ExplanationAnswered:
    """Whether the explanation helped is the word of whoever it hurt, alone."""
    if not hurts(crack, by):
        raise Refused("Whether that helped is for whoever it hurt to say.")
    if not crack.explained_at and not crack.told_first:
        raise Refused("Nobody has said what happened yet.")
    check(words)
    if crack.helped == helped and not words:
        raise Refused("You have already said this here. It stands.")
    return sound(ExplanationAnswered(helped=helped))


def answer(
    about: Crack | Told,
    *,
    by: str,
    answer: Literal["did_not_know", "hear_you", "differently"],
    names: Names,
    words: Mapping[str, str | None] = _NO_WORDS,
) -> CrackAnswered:
    """Its doer answers: I didn't know, I hear you, I remember it differently."""
    if by != about.whose:
        raise Refused("Only %(who)s can answer here.", who=names(about.whose))
    if isinstance(about, Crack) and about.told_first:
        raise Refused("You said this yourself. You can add what happened.")
    check(words)
    if about.answer == answer and not words:
        raise Refused("You have already said this here. It stands.")
    return sound(CrackAnswered(answer=answer))


def set_down(crack: Crack, *, by: str, words: Mapping[str, str | None] = _NO_WORDS) -> CrackSetDown:
    """Whoever it hurt lets it go, whatever else has been said or not."""
    if not hurts(crack, by):
        raise Refused("Letting this go is for whoever it hurt.")
    check(words)
    if crack.set_down_at:
        raise Refused("You have already let this go.")
    return CrackSetDown()


def tell_pattern(
    *,
    by: str,
    whose: str,
    words: Mapping[str, str | None],
    act: str = "",
    facet: Facet | Literal[""] = "",
    left: Container[str] = (),
) -> PatternTold:
    """One calm note to its doer: the pattern, at most three instances, what it did, what would help."""
    needed = {
        "what": Say("Say in a sentence what keeps happening."),
        "one": Say("Give one time it happened, as you remember it."),
    }
    check(words, needed=needed)
    if not whose or whose == by:
        raise Refused("Choose who this is about.", field="whose")
    if whose in left:
        raise Refused("You chose someone who is no longer in this space.", field="whose")
    _check_act(act)
    return sound(PatternTold(whose=whose, act=act, facet=facet))


def asks_what_happened(state: State, member: str, now: datetime, zone: str) -> list[Crack]:
    """What others noted today (in `zone`) of this member's doing that they have not answered in any way."""
    today = now.astimezone(ZoneInfo(zone)).date()
    found = [
        crack
        for some in state.daily.cracks.values()
        for crack in some
        if crack.whose == member
        and not (crack.told_first or crack.explained_at or crack.answer or crack.set_down_at)
        and crack.at.astimezone(ZoneInfo(zone)).date() == today
    ]
    return sorted(found, key=lambda crack: crack.at)
