"""Where a repair is, for each of the two: the steps as who and when, what can be said now, and one small next thing.

Only the person who did it has something due. For the person hurt everything is an offer, and *nothing today* is one.
"""

from dataclasses import dataclass
from typing import Literal

from reknit.practice import mending, repairing
from reknit.practice.breach import Breach, Done
from reknit.practice.path_verbs import KINDS, PLACED, READY

Role = Literal["hurt", "doer"]
STEPS = ("named", "acknowledged", "told", "heard", "apology", "amends", "boundaries", "change", "chapter")


@dataclass(frozen=True)
class Step:
    """A place on the path. `done` is who and when, None while nothing has been said; `verbs` what can be said now."""

    name: str
    done: Done | None
    verbs: tuple[str, ...]


@dataclass(frozen=True)
class Next:
    """One small thing: a verb of the path, or a step that has its own page. `due` only for the person who did it."""

    verb: str
    due: bool = False


def role(breach: Breach, seat: str) -> Role | None:
    """Which part this seat has in this one breach; None for everyone else."""
    return "hurt" if seat == breach.hurt else "doer" if seat == breach.doer else None


def steps(breach: Breach, seat: str, *, together: bool) -> list[Step]:
    """The whole path in order. Steps are no conveyor belt: each can be come back to, and several be under way."""
    can = set(verbs(breach, seat, together=together))
    named = Done(breach.id, breach.by, breach.at)
    chapter = next(iter(breach.chapters.values()), None)
    boundary = next((Done(one.id, one.by, one.at) for one in breach.boundaries.values() if one.in_force), None)
    done = {
        "named": named, "acknowledged": breach.acknowledged, "told": breach.told,
        "heard": breach.heard if breach.is_heard else None, "boundaries": boundary,
        "apology": breach.received, "amends": breach.made_good,
        "change": breach.change if breach.changed else next(iter(breach.changes.values()), None), "chapter": chapter,
    }  # fmt: skip
    found = [Step(name, done.get(name), tuple(verb for verb in PLACED[name] if verb in can)) for name in STEPS]
    return found if breach.path else found[:1]


def verbs(breach: Breach, seat: str, *, together: bool) -> list[str]:
    """What this seat can say now. The rules have the last word; this is what a page offers."""
    if role(breach, seat) is None:
        return []
    return [
        verb
        for verb, kind in KINDS.items()
        if _fits(breach, seat, kind, together=together) and (verb not in READY or READY[verb](breach, seat))
    ]


def why_open(breach: Breach, seat: str) -> bool:
    """Whether why it happened is for this seat to look at: what was done is owned, and nothing in it was hidden."""
    owned = breach.acknowledged is not None and not breach.closed
    return breach.concerns(seat) and breach.path and owned and not breach.deceit


def unheard(breach: Breach) -> bool:
    """Whether something told of what it did has not been heard yet, by the word of the person hurt."""
    if breach.told is None or breach.closed:
        return False
    return breach.heard is None or not breach.is_heard or breach.heard.at < breach.told.at


def near_open(breach: Breach, seat: str) -> bool:
    """Whether ideas for time together are there to be opened: by the person hurt alone, once what was done is owned."""
    return seat == breach.hurt and breach.path and breach.acknowledged is not None and not unheard(breach)


def next_thing(breach: Breach, seat: str, *, together: bool, answered: bool) -> Next | None:
    """The one small next thing for this seat; None where there is nothing."""
    if role(breach, seat) is None or not breach.path:
        return None
    can = verbs(breach, seat, together=together)
    if role(breach, seat) == "doer":
        return _doer(breach, can, answered=answered)
    return _hurt(breach, can, answered=answered)


def _doer(breach: Breach, can: list[str], *, answered: bool) -> Next | None:
    """What is due to the other first: owning, saying back, answers, change. “I don’t know yet” is an answer."""
    asked = [question for question in breach.questions.values() if question.waits and not question.answered]
    due = {
        "acknowledge": breach.acknowledged is None or bool(breach.answered and breach.answered.how == "missing"),
        "say-back": breach.told is not None and (breach.said_back is None or breach.said_back.at < breach.told.at),
        "answer": bool(asked),
        "understand": any(one.by == breach.hurt and not one.acknowledged for one in breach.boundaries.values()),
        "done": any(one.fits and one.done is None and not one.made_good for one in breach.amends.values()),
        "link": breach.acknowledged is not None and not breach.changes,
    }
    for verb, waits in due.items():
        if waits and verb in can:
            return Next(verb, due=True)
    return None if answered or breach.closed else Next("ready")


def _hurt(breach: Breach, can: list[str], *, answered: bool) -> Next | None:
    """What could be said, if it suits; nobody waits for it."""
    offers = {
        "size": not breach.size,
        "ready": not answered and not breach.closed,
        "full": breach.acknowledged is not None and breach.answered is None,
        "tell": breach.told is None,
        "heard": breach.said_back is not None and not breach.is_heard,
        "confirm": any(one.done and one.confirmed is None for one in breach.amends.values()),
        "change": bool(breach.changes) and not breach.changed,
        "chapter": breach.changed and breach.hurt not in breach.chapters,
    }
    for verb, open_ in offers.items():
        if open_ and (verb in can or verb == "ready"):
            return Next(verb)
    return None


def _fits(breach: Breach, seat: str, kind: type, *, together: bool) -> bool:
    """Whether the rules of whose and when (closed, without steps, shared) let this stand on the page."""
    whose = repairing.ROLES.get(kind, "")
    if whose and seat != getattr(breach, whose):
        return False
    if not breach.path and kind not in mending.WITHOUT_PATH:
        return False
    if breach.closed and kind not in mending.ALWAYS:
        return False
    return together or kind not in mending.SHARED
