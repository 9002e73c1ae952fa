"""What the pages about small cracks need: one with what was said since, and what is asked once, the same day."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from reknit.content import daily as content
from reknit.ledger import store
from reknit.people import preferences
from reknit.practice import cracks, daily
from reknit.practice.daily_state import Crack, Told
from reknit.practice.facts import Words
from reknit.practice.wording import calendar_day
from reknit.shelves import shelf
from reknit.shelves.lines import Line, lines_of
from reknit.spaces.access import Here
from reknit.web.saying import translated


@dataclass(frozen=True)
class Page:
    """One crack: what happened, what it said, the thread since, and what this reader can say now. `what` is None once
    its words were erased."""

    crack: Crack
    what: str | None
    reminded: str
    message: str
    about: str
    when: str
    doer: str
    other: str
    mine: bool
    verbs: tuple[str, ...]
    since: list[Line]
    latest: str


def crack(here: Here, root: str) -> Page:
    thread = store.thread(here, root)
    found = daily.replay(thread)
    if found is None:
        raise Http404
    first = thread[0]
    doer = found.whose == here.me
    return Page(
        crack=found,
        what=None if first.words is None else first.words.get("what", ""),
        reminded=(first.words or {}).get("reminded", ""),
        message=content.meanings("message").get(found.message, ""),
        about=_(content.meanings("facet").get(found.facet, "")) if found.facet else "",
        when=_day(here, found.day),
        doer=here.name(found.whose),
        other=here.name(found.by if doer else found.whose),
        mine=found.by == here.me,
        verbs=_verbs(here, found),
        since=lines_of(here, thread[1:]),
        latest=thread[-1].id,
    )


@dataclass(frozen=True)
class ToldPage:
    """A pattern someone was told: its words (None once erased) and what was answered."""

    told: Told
    words: Words | None
    other: str
    mine: bool
    asked: bool
    since: list[Line]
    latest: str


def told(here: Here, root: str) -> ToldPage:
    thread = store.thread(here, root)
    found = daily.replay_told(thread)
    if found is None:
        raise Http404
    return ToldPage(
        told=found,
        words=thread[0].words,
        other=here.name(found.whose if found.by == here.me else found.by),
        mine=found.by == here.me,
        asked=found.whose == here.me,
        since=lines_of(here, thread[1:]),
        latest=thread[-1].id,
    )


def _verbs(here: Here, found: Crack) -> tuple[str, ...]:
    """What this person can say now, the likeliest first. The practice still has the last word."""
    if found.whose == here.me:
        return ("explain",) if found.told_first else ("explain", "answer")
    if not daily.hurts(found, here.me):
        return ()
    verbs = ["helped"] if found.explained_at or found.told_first else []
    return (*verbs, "go") if not found.set_down_at else tuple(verbs)


def _day(here: Here, day: str) -> str:
    return translated(calendar_day(date.fromisoformat(day), here.today))


@dataclass(frozen=True)
class Asked:
    """What happened? Asked once, on the day it was shared."""

    what: str | None
    when: str
    url: str


def asked(here: Here) -> list[Asked]:
    """Cracks shared today of my doing that I have said nothing about, nor put off."""
    put_off = preferences.of(here.viewer).put_off
    found = cracks.asks_what_happened(shelf.state(here), here.me, here.now, here.viewer.zone)
    return [
        Asked(
            what=one.what or None,
            when=_("%(who)s, %(day)s") % {"who": here.name(one.by), "day": _day(here, one.day)},
            url=reverse("crack", args=[here.space_id, one.id]),
        )
        for one in found
        if _mark(one.id) not in put_off
    ]


def put_off(here: Here, root: str) -> None:
    """Not now: it is not asked again."""
    waiting = cracks.asks_what_happened(shelf.state(here), here.me, here.now, here.viewer.zone)
    if not any(one.id == root for one in waiting):
        raise Http404
    preferences.put_off(here.viewer.person, pair=here.viewer.pair, mark=_mark(root), today=here.today)


def _mark(root: str) -> str:
    return f"{root[:8]} small"
