"""Promises kept track of alone, as their owner reads them: what is due, what runs, and each time one fell due."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from uuid import uuid4

import msgspec
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from reknit.practice import fold, promises
from reknit.practice.describing import describe, describe_key
from reknit.practice.occurrence import Promise
from reknit.practice.promises import Item, Smaller
from reknit.practice.record import stitch
from reknit.practice.state import State
from reknit.shelves import private
from reknit.spaces.access import Here, Viewer
from reknit.vault.envelopes import ME
from reknit.web.saying import translated

SHOWN = 24
Where = Here | Viewer
TITLES = {"kept": _("Kept"), "late": _("Late"), "missed": _("Missed")}


@dataclass(frozen=True)
class Do:
    """One press."""

    label: str
    url: str
    fields: dict[str, str]
    post: bool = True


@dataclass(frozen=True)
class Row:
    """One line, as the shared list of promises draws it."""

    what: str
    when: str
    url: str
    by: str = ""
    state: str = ""
    mark: str = ""
    acts: list[Do] = field(default_factory=list)


@dataclass(frozen=True)
class Lists:
    """What waits for one's word, and what runs."""

    waits: list[Row]
    running: list[Row]


@dataclass(frozen=True)
class Page:
    """One promise. `slip` offers a smaller one after a miss, where it is one's own and goes on."""

    promise: Promise
    what: str
    when: str
    by: str
    open: bool
    rows: list[Row]
    slip: Smaller | None


def here(where: Where) -> Here | None:
    """The space, where it is about one."""
    return where if isinstance(where, Here) else None


def me(where: Where) -> str:
    """The seat one has on this shelf."""
    return where.me if isinstance(where, Here) else ME


def named(where: Where) -> Callable[[str], str]:
    """What the seats are called."""
    return where.name if isinstance(where, Here) else lambda _seat: _("you")


def lists(where: Where) -> Lists:
    known = private.state(where)
    return Lists(
        waits=[_due(where, item) for item in _waits(where, known)],
        running=[
            _running(where, one.promise, one.next_due)
            for one in promises.running(known, me(where), where.now)
            if not one.promise.ended_at
        ],
    )


def _waits(where: Where, known: State) -> list[Item]:
    """The latest two of each that are past due, and what falls due in the next days."""
    mine = promises.due(known, me(where), where.now, days=2)
    theirs = [item for item in promises.waiting_for_others(known, me(where), where.now) if item.state == "unsaid"]
    found: list[Item] = []
    for root in dict.fromkeys(item.promise.id for item in [*mine, *theirs]):
        own = [item for item in [*mine, *theirs] if item.promise.id == root]
        found += [item for item in own if item.at <= where.now][-2:] + [item for item in own if item.at > where.now][:1]
    return sorted(found, key=lambda item: item.at)


def promise(where: Where, root: str) -> Page:
    known = private.state(where)
    found = fold.whole(known, root, lambda about: private.events(where, about=about))
    if found is None:
        raise Http404
    items = {item.due: item for item in _waits(where, known) if item.promise.id == root}
    spoken = sorted({*found.occurrences, *items}, key=lambda due: found.at(due).final, reverse=True)
    own = found.by == me(where)
    return Page(
        promise=found,
        what=_what(found),
        when=translated(describe(found.when, today=where.today)),
        by="" if own else named(where)(found.by),
        open=not found.ended_at and not fold.closed(known, found),
        rows=[_time(where, found, due, items.get(due)) for due in spoken[:SHOWN]],
        slip=_slip(where, found, spoken) if own and not found.ended_at else None,
    )


def _slip(where: Where, found: Promise, spoken: Iterable[str]) -> Smaller | None:
    """After the latest was missed: was it too big for now?"""
    latest = next((found.at(due) for due in spoken if found.at(due).said), None)
    if latest is None or latest.said != "missed" or not found.when.rule:
        return None
    from_now = msgspec.structs.replace(found.when, day=where.today.isoformat())
    offer = promises.smaller(from_now, today=where.today)
    return None if offer.when == from_now else offer


def _due(where: Where, item: Item) -> Row:
    return _row(where, item.promise, when=item.key, state=translated(item.say), acts=_acts(where, item))


def _acts(where: Where, item: Item) -> list[Do]:
    early = item.at > where.now
    outcomes = ("kept",) if early else ("kept", "late", "missed")
    if early and not item.next:
        return []
    return [
        Do(
            str(TITLES[outcome]),
            _url(where, "alone_say", item.promise.id, item.due),
            {"outcome": outcome, "client_id": str(uuid4())},
        )
        for outcome in outcomes
    ]


def _running(where: Where, found: Promise, next_due: str | None) -> Row:
    state = _("next %(when)s") % {"when": translated(describe_key(next_due, today=where.today))} if next_due else ""
    return replace(_row(where, found, state=state), when=translated(describe(found.when, today=where.today)))


def _time(where: Where, found: Promise, due: str, item: Item | None) -> Row:
    made = stitch(found, due, me(where))
    mark = {"changed": "moved", "said": made.said}.get(made.shape, made.shape) if made else ""
    acts = _acts(where, item) if item else []
    when = translated(describe_key(found.at(due).final, today=where.today))
    return Row(
        what=when, when=str(TITLES.get(mark, "")), url=_url(where, "alone_promise", found.id), mark=mark, acts=acts
    )


def _row(where: Where, found: Promise, *, when: str = "", state: str = "", acts: list[Do] | None = None) -> Row:
    return Row(
        what=_what(found),
        by="" if found.by == me(where) else named(where)(found.by),
        when=translated(describe_key(when, today=where.today)) if when else "",
        state=state,
        url=_url(where, "alone_promise", found.id),
        acts=acts or [],
    )


def _what(found: Promise) -> str:
    return (found.words or {}).get("what", "")


def _url(where: Where, name: str, *parts: str) -> str:
    if isinstance(where, Here):
        return reverse(f"{name}_here", args=[where.space_id, *parts])
    return reverse(name, args=parts)
