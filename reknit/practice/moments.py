"""Something good, how I am, how the load feels: what may be noted, or a sentence why not."""

from collections.abc import Container, Mapping
from datetime import date
from typing import Literal

from reknit.practice.cracks import check_day
from reknit.practice.facts import Facet
from reknit.practice.facts_daily import (
    Builder,
    CheckedIn,
    Fair,
    FairnessSaid,
    Feeling,
    ForgivenessTold,
    MomentNoted,
    Part,
    Position,
)
from reknit.practice.refused import Refused, Say
from reknit.practice.texts import check, sound

# Each builder says something of one facet of trust; working on it together is of none alone.
FACET_OF: dict[str, Facet] = {
    "count_on": "consistency",
    "nothing_to_hide": "transparency",
    "makes_right": "accountability",
    "inner_world": "responsiveness",
    "real": "vulnerability",
    "safe": "respect",
}
MOST_FEELINGS = 12


def note(
    *,
    by: str,
    day: str,
    today: date,
    words: Mapping[str, str | None],
    whose: str = "",
    builder: Builder | Literal[""] = "",
    thanks: bool = False,
    left: Container[str] = (),
) -> MomentNoted:
    """Note something good, or thank someone here."""
    check(words, needed={"what": Say("Write what was good, in a word or two.")})
    check_day(day, today)
    if whose in left:
        raise Refused("You chose someone who is no longer in this space.", field="whose")
    if thanks and whose in ("", by):
        raise Refused("Choose who you thank.", field="whose")
    facet: Facet | Literal[""] = FACET_OF.get(builder) or ""
    return sound(MomentNoted(day=day, whose=whose, builder=builder, facet=facet, thanks=thanks))


def check_in(
    *,
    by: str,
    day: str,
    today: date,
    words: Mapping[str, str | None],
    toward: str = "",
    safe: Position = 0,
    trusting: Position = 0,
    connected: Position = 0,
    energy: Position = 0,
    feelings: tuple[Feeling, ...] = (),
    left: Container[str] = (),
) -> CheckedIn:
    """How one is today. Each part may be left open, but not all of them."""
    check_day(day, today)
    said = check(words)
    if not (safe or trusting or connected or energy or feelings or said):
        raise Refused("All of it is still open. One place is enough, or a word.")
    if toward == by or toward in left:
        raise Refused("Choose someone who is in this space.", field="toward")
    if len(feelings) > MOST_FEELINGS:
        raise Refused("Choose the twelve that are nearest.", field="feelings")
    return sound(
        CheckedIn(
            day=day,
            toward=toward,
            safe=safe,
            trusting=trusting,
            connected=connected,
            energy=energy,
            feelings=tuple(dict.fromkeys(feelings)),
        )
    )


def fairness(*, feels: Fair | Literal[""], parts: tuple[Part, ...], words: Mapping[str, str | None]) -> FairnessSaid:
    """How the load that is shared feels to oneself now. It may be said anew whenever one wants."""
    if not feels:
        raise Refused("Choose the word that is nearest. “I can’t say yet” is one, too.", field="feels")
    check(words)
    return sound(FairnessSaid(feels=feels, parts=tuple(dict.fromkeys(parts))))


def forgive(*, by: str, whose: str, words: Mapping[str, str | None], left: Container[str] = ()) -> ForgivenessTold:
    """Tell someone here that one forgives them. Nothing follows from it."""
    check(words)
    if whose in ("", by) or whose in left:
        raise Refused("Choose someone who is in this space.", field="whose")
    return ForgivenessTold(whose=whose)
