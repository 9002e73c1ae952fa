"""What someone can say now on the path of a breach, and the one small thing that is next for them."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from reknit.content import readings
from reknit.practice import path
from reknit.practice.breach import Breach
from reknit.practice.path_verbs import KINDS, PLACE_OF
from reknit.shelves import shelf
from reknit.spaces import consent
from reknit.spaces.access import Here


@dataclass(frozen=True)
class Link:
    """Something that can be said now, and where."""

    verb: str
    title: str
    url: str


@dataclass(frozen=True)
class Thing:
    """The one small next thing. `due` where it is owed; else an offer."""

    title: str
    text: str
    url: str
    due: bool


def gone(here: Here, found: Breach) -> str:
    """The name of the other, where they are no longer in this space."""
    other = here.seats.get(found.other(here.me)) if found.concerns(here.me) else None
    return here.name(other.id) if other and other.left else ""


def reaches(here: Here, found: Breach, kind: type) -> bool:
    """Whether something of this kind can be said: to someone who has left nothing; one can still close what hurt
    oneself."""
    return PLACE_OF.get(kind) == "end" or not gone(here, found)


def can(here: Here, found: Breach, *, together: bool) -> list[str]:
    """What can be said now."""
    return [verb for verb in path.verbs(found, here.me, together=together) if reaches(here, found, KINDS[verb])]


def why_open(here: Here, found: Breach) -> bool:
    """Whether likely causes are there to be read: never of someone who has left."""
    return path.why_open(found, here.me) and not gone(here, found)


def near_open(here: Here, found: Breach) -> bool:
    """Whether ideas for time together are there to be read: never while something that was told is not heard, of this
    or of another hurt by the same person."""
    if not path.near_open(found, here.me) or gone(here, found):
        return False
    known = shelf.state(here).repair.breaches.values()
    return not any(path.unheard(one) for one in known if one.way == found.way)


def ready(here: Here, found: Breach) -> tuple[bool, bool]:
    """Whether both have said yes, and whether oneself has answered."""
    if not found.concerns(here.me):
        return False, False
    given = consent.mine(here, found.id)
    return consent.together(here, found.id, found.other(here.me)), bool(given.willing or given.able)


def link(here: Here, found: Breach, verb: str) -> Link:
    return Link(verb, _(readings.reading(verb, here.kind).title), _url(here, found, verb))


def _url(here: Here, found: Breach, verb: str) -> str:
    """Where it is said: two of the verbs have a page of their own."""
    args = [here.space_id, found.id]
    own = {"ready": "breach_ready", "apologise": "breach_apologise"}.get(verb)
    return reverse(own, args=args) if own else reverse("breach_say", args=[*args, verb])


def next_thing(here: Here, found: Breach, *, together: bool, answered: bool) -> Thing | None:
    """Nothing once the other has left."""
    thing = None if gone(here, found) else path.next_thing(found, here.me, together=together, answered=answered)
    if thing is None:
        return None
    text = readings.reading(thing.verb, here.kind)
    return Thing(_(text.title), _(text.text), _url(here, found, thing.verb), thing.due)
