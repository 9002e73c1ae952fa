"""Why it happened: for whoever did it first, about themselves, with small things that change it. The person hurt reads
it only when they open it. There is no such page where something was hidden, nor where there are no steps."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reknit.content import causes as content
from reknit.content import readings
from reknit.practice import path
from reknit.practice.breach import Breach
from reknit.practice.events import Event
from reknit.practice.facts_repair import CauseSaid
from reknit.rooms.repair import now, reads
from reknit.rooms.repair.verbs import CAUSES
from reknit.spaces import consent
from reknit.spaces.access import Here

# Causes as someone else may think of them.
SEEN = {
    "anxiety": gettext_lazy("Fear"),
    "learned": gettext_lazy("How conflict was done at home"),
    "disengaged": gettext_lazy("No longer being in it"),
}


@dataclass(frozen=True)
class Change:
    """Something small that could change it, and where it becomes a promise."""

    what: str
    url: str


@dataclass(frozen=True)
class Cause:
    """A likely cause as this reader meets it. `named`: it was said to be one."""

    title: str
    text: str
    changes: list[Change]
    named: bool


@dataclass(frozen=True)
class Talk:
    """A talk from the path: who speaks first, who listens first, and its steps."""

    breach: Breach
    first: str
    second: str
    steps: list[readings.Reading]


@dataclass(frozen=True)
class Page:
    """The causes for this reader. `promise` is where a change in one's own words becomes a promise."""

    breach: Breach
    what: str | None
    doer: bool
    other: str
    causes: list[Cause]
    links: list[now.Link]
    promise: str


def page(here: Here, root: str) -> Page:
    """Not found where it is closed, or nothing was owned yet, or a reason would be no help."""
    found, thread = reads.whole(here, root)
    if not now.why_open(here, found):
        raise Http404
    doer = here.me == found.doer
    together, _answered = now.ready(here, found)
    can = now.can(here, found, together=together)
    return Page(
        breach=found,
        what=None if found.words is None else found.words.get("what", ""),
        doer=doer,
        other=here.name(found.other(here.me)),
        causes=list(_causes(here, found, thread, doer=doer)),
        links=[now.link(here, found, verb) for verb in ("why", "ask", "unrely") if verb in can],
        promise=_promise(here, found),
    )


def talk(here: Here, root: str) -> Talk:
    """Not found for anyone it is not between, and until both have said yes to working on it."""
    found, _thread = reads.whole(here, root)
    mine = path.role(found, here.me) and found.path and not found.closed and not now.gone(here, found)
    if not mine or not consent.together(here, root, found.other(here.me)):
        raise Http404
    steps = [readings.reading(name, here.kind, "together") for name in readings.names("together")]
    return Talk(found, here.name(found.hurt), here.name(found.doer), steps)


def _causes(here: Here, found: Breach, thread: list[Event], *, doer: bool) -> Iterator[Cause]:
    """To the person hurt none is marked: what was said of it stays folded on the path."""
    named = {each for event in thread if isinstance(event.facts, CauseSaid) and doer for each in event.facts.causes}
    titles = dict(CAUSES) | ({} if doer else SEEN)
    for one in content.causes(here.kind):
        changes = [Change(_(each.what), _promise(here, found, each.id)) for each in one.changes] if doer else []
        yield Cause(str(titles[one.name]), _(one.ask if doer else one.wonder), changes, one.name in named)


def _promise(here: Here, found: Breach, change: str = "") -> str:
    more = f"&change={change}" if change else ""
    return reverse("promise_new", args=[here.space_id]) + f"?on={found.id}{more}"
