"""What a story tells of a repair, lived through by the same acts as the web."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import msgspec

from reknit.practice.facts_repair import BreachNamed
from reknit.practice.story_repairs import Readies, Repairs
from reknit.rooms.repair import acts
from reknit.spaces.access import Here

if TYPE_CHECKING:
    from reknit.cli.teller import Teller

# What a line refers to by the mark of an earlier one.
MARKED = ("question", "step", "agreement", "boundary", "apology", "amends")


def _says(teller: "Teller", here: Here, act: Repairs) -> None:
    words = {name: text for name, text in act.words if text}
    if isinstance(act.facts, BreachNamed):
        earlier = {part: teller.breaches[label] for part in ("repeats", "after") if (label := getattr(act.facts, part))}
        seats = {part: teller.seat(here, getattr(act.facts, part)) for part in ("doer", "hurt")}
        facts = msgspec.structs.replace(act.facts, **seats, **earlier)
        teller.breaches[act.breach] = acts.name_breach(here, facts=facts, words=words)
        return
    meant = {part: teller.marks[mark] for part in MARKED if (mark := getattr(act.facts, part, ""))}
    if label := getattr(act.facts, "promise", ""):
        meant["promise"] = teller.labels[label]
    facts_now = msgspec.structs.replace(act.facts, **meant)
    acts.say(here, breach=teller.breaches[act.breach], facts=facts_now, words=words)


def _readies(teller: "Teller", here: Here, act: Readies) -> None:
    yes = "yes" if act.ready else ""
    acts.make_ready(here, breach=teller.breaches[act.breach], willing=yes, able=yes)


REPAIR: dict[type, Callable[[Any, Here, Any], None]] = {Repairs: _says, Readies: _readies}
