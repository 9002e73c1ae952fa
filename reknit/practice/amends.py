"""Who may apologise, answer, offer amends and tell a motive now, or a sentence why not.

An apology waits, and nobody owes it an answer. It is renewed only with something new behind it: a change the person
hurt has seen kept, or more that is understood.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from reknit.practice.breach import Amends, Breach
from reknit.practice.facts_amends import (
    AmendsAnswered,
    AmendsConfirmed,
    AmendsDone,
    AmendsOffered,
    ApologyAnswered,
    ApologyOffered,
    ApologyTimed,
    MotiveBelieved,
    MotiveTold,
    NoMoreApologies,
)
from reknit.practice.facts_repair import Repair
from reknit.practice.refused import Refused, Say

SHARED = (MotiveTold, MotiveBelieved)
ALWAYS = (ApologyAnswered, NoMoreApologies)


def check(breach: Breach, facts: Repair, words: Mapping[str, str], now: datetime, *, shown: bool) -> None:
    """Refused where an apology lacks what makes it one, or has nothing new to show; where an answer lacks its words."""
    if isinstance(facts, ApologyOffered):
        _apology(breach, facts, words, shown=shown)
    if isinstance(facts, ApologyAnswered) and facts.answer == "need" and not words.get("said"):
        raise Refused("Write what you need, or choose another answer.", field="said")
    if isinstance(facts, AmendsOffered):
        _offer(facts, now)


def _apology(breach: Breach, facts: ApologyOffered, words: Mapping[str, str], *, shown: bool) -> None:
    if breach.no_more is not None:
        raise Refused(
            "No more apologies for now: that was asked for, and holds until it is lifted. You can write one for "
            "yourself, and it may stay unsent."
        )
    if facts.how != "talk" and not words.get("said"):
        raise Refused("Write what you did, as it was.", field="said")
    if facts.asks and not words.get("repair"):
        raise Refused("Offer something of your own first. What would help is asked after that.", field="repair")
    if breach.apologies and not (shown or words.get("understood")):
        raise Refused(
            "You have said this. It can be said again when there is a change to show, or when you understand more.",
            field="understood",
        )


def _offer(facts: AmendsOffered, now: datetime) -> None:
    if not facts.on:
        raise Refused("Choose the day by which it is done.", field="on")
    if facts.on < (now.date() - timedelta(days=1)).isoformat():
        raise Refused("That day has already passed. Choose a later one.", field="on")


def _owned(breach: Breach, _facts: Repair, _by: str) -> None:
    if breach.acknowledged is None and not breach.apologies:
        raise Refused("First say what you did. Making good comes after.")


def _there(breach: Breach, facts: Repair, _by: str) -> None:
    assert isinstance(facts, ApologyAnswered | ApologyTimed)
    found = breach.apologies.get(facts.apology)
    if found is None:
        raise Refused("There is nothing to answer here yet.")
    if isinstance(facts, ApologyTimed):
        if found.how == "written":
            raise Refused("This one is written. It can be read at any time, or not at all.")
        if not facts.at:
            raise Refused("Choose a day, and an hour if it needs one.", field="at")


def _held(breach: Breach, facts: Repair, _by: str) -> None:
    assert isinstance(facts, NoMoreApologies)
    if (facts.how == "held") == (breach.no_more is not None):
        raise Refused("You have already said this." if facts.how == "held" else "Nothing is held back here.")


def _amends(breach: Breach, facts: Repair) -> Amends:
    found = breach.amends.get(getattr(facts, "amends", ""))
    if found is None:
        raise Refused("That offer is no longer there.")
    return found


def _answered(breach: Breach, facts: Repair, _by: str) -> None:
    if _amends(breach, facts).made_good:
        raise Refused("You have said that this was made good.")


def _fitting(breach: Breach, facts: Repair, _by: str) -> None:
    found = _amends(breach, facts)
    if not found.fits:
        raise Refused("This can be said once the person it hurt has said that it fits.")
    if isinstance(facts, AmendsDone) and found.made_good:
        raise Refused("This has been made good. More for the same counts no more.")


def _motive(breach: Breach, _facts: Repair, _by: str) -> None:
    if breach.deceit:
        raise Refused("Where something was hidden, a reason is no help. Say what you hid, whole.")
    if breach.acknowledged is None:
        raise Refused("First say what you did. What you meant by it comes after.")


def _believed(breach: Breach, _facts: Repair, _by: str) -> None:
    if breach.motive is None:
        raise Refused("There is nothing to answer here yet.")


EXTRA: dict[type, Callable[[Breach, Repair, str], None]] = {
    ApologyTimed: _there,
    ApologyAnswered: _there,
    NoMoreApologies: _held,
    AmendsOffered: _owned,
    AmendsAnswered: _answered,
    AmendsDone: _fitting,
    AmendsConfirmed: _fitting,
    MotiveTold: _motive,
    MotiveBelieved: _believed,
}
NEEDED: dict[type, dict[str, Say]] = {
    AmendsOffered: {"said": Say("Write what you will put right.")},
    MotiveTold: {"said": Say("Write what you meant by it.")},
}
