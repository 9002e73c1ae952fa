"""What the pages about promises need: lists, one promise, one time it falls due."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.http import Http404
from django.utils.translation import gettext as _

from reknit.ledger import store
from reknit.people import preferences
from reknit.practice import fold, promises
from reknit.practice.describing import describe
from reknit.practice.facts import When
from reknit.practice.occurrence import Occurrence, Promise
from reknit.practice.promises import Item, Smaller
from reknit.practice.schedule import falls_on
from reknit.practice.state import State
from reknit.practice.wording import listed
from reknit.rooms.promises import allowed, rows, voices
from reknit.rooms.promises.rows import Row
from reknit.rooms.promises.voices import Voice
from reknit.shelves import shelf
from reknit.shelves.lines import Line, lines_of
from reknit.spaces.access import Here
from reknit.web.saying import translated

WEEK = 7
SHOWN = 8
LINES = 12


@dataclass(frozen=True)
class Lists:
    """Everything that is open, by whose word it waits for."""

    due: list[Row]
    mine: list[Row]
    theirs: list[Row]
    running: list[Row]


def lists(here: Here, back: str = "promises") -> Lists:
    known = shelf.state(here)
    return Lists(
        due=[rows.due(here, item, back) for item in _few(promises.due(known, here.me, here.now, days=WEEK), here.now)],
        mine=[rows.waiting(here, known, item, back) for item in promises.waiting_for_me(known, here.me)],
        theirs=[rows.theirs(here, item) for item in promises.waiting_for_others(known, here.me, here.now)],
        running=[rows.running(here, one) for one in promises.running(known, here.me, here.now)],
    )


def _few(items: list[Item], now: datetime) -> list[Item]:
    """The latest two of each promise that wait, and the next one to come; the rest is on the promise's own page."""
    kept: list[Item] = []
    for promise in {item.promise.id for item in items}:
        own = [item for item in items if item.promise.id == promise]
        kept += [item for item in own if item.at <= now][-2:] + [item for item in own if item.at > now][:1]
    return sorted(kept, key=lambda item: item.at)


@dataclass(frozen=True)
class Page:
    """One promise: what it says, what I may do with it, each time it fell due lately, and its thread a page at a time.

    `older` is the line before which the page goes on, or empty.
    """

    promise: Promise
    mine: bool
    to: str
    by: str
    when: str
    sure: str
    taken: bool
    may_take: bool
    may_end: bool
    over: str
    rows: list[Row]
    thread: list[Line]
    older: str
    joining: str


def promise(here: Here, root: str, *, older: str = "") -> Page:
    known, found = _found(here, root)
    thread = store.latest(here, root, most=LINES + 1, before=older)
    receiver = here.me in found.to
    running = known.running(found)
    return Page(
        promise=found,
        mine=found.by == here.me,
        to=voices.names(here, found.to),
        by=here.name(found.by),
        when=translated(describe(found.when, today=here.today)),
        sure=translated(promises.SURE[found.sure]),
        taken=here.me in found.taken,
        may_take=receiver and running,
        may_end=found.concerns(here.me) and running and fold.closed(known, found) is False and not found.ended_at,
        over=_over(here, found),
        rows=_recent(here, known, found),
        thread=lines_of(here, thread[-LINES:]),
        older=thread[-LINES].id if len(thread) > LINES else "",
        joining=_joining(here, found),
    )


def _joining(here: Here, found: Promise) -> str:
    """Who will read this only when they join."""
    expected = [seat.name for seat in here.seats.values() if seat.id in found.to and not seat.joined]
    return _("%(names)s will see this on joining.") % {"names": listed(expected)} if expected else ""


def _over(here: Here, found: Promise) -> str:
    if not found.ended_at:
        return ""
    return _("%(who)s ended this promise.") % {
        "who": _("You") if found.ended_by == here.me else here.name(found.ended_by)
    }


def _found(here: Here, root: str, *, due: str = "") -> tuple[State, Promise]:
    """The promise as it stands lately; with everything that was ever said of it where the time `due` is long ago."""
    known = shelf.state(here)
    found = known.promises.get(root)
    if found is None or found.forgotten(due):
        found = fold.whole(known, root, lambda about: store.thread(here, about))
    if found is None:
        raise Http404
    return known, found


def _recent(here: Here, known: State, found: Promise) -> list[Row]:
    """The times it fell due lately and the next one to come, the latest first."""
    mine = [item for item in promises.due(known, found.by, here.now, days=WEEK) if item.promise.id == found.id]
    waits, ahead = [item for item in mine if item.at <= here.now], [item for item in mine if item.at > here.now]
    open_ones = {item.due for item in [*waits, *ahead[:1]]}
    spoken = sorted({*found.occurrences, *open_ones}, key=lambda due: found.at(due).final, reverse=True)
    acts = {item.due: rows.due(here, item, "promise").acts for item in [*waits[-2:], *ahead[:1]] if found.by == here.me}
    return [replace(rows.occurrence(here, found, due), acts=acts.get(due, [])) for due in spoken[:SHOWN]]


@dataclass(frozen=True)
class Once:
    """One time a promise falls due: both voices, what I can say now, and what is noticed about it."""

    promise: Promise
    found: Occurrence
    due: str
    what: str | None
    when: str
    mine: bool
    maker: Voice
    receivers: list[Voice]
    moved: str
    moved_said: Voice | None
    verbs: tuple[str, ...]
    spoken: bool
    unusual: bool
    remarks: list[Voice]
    explained: Voice | None
    other: str
    latest: str
    shape: str


def occurrence(here: Here, root: str, due: str) -> Once:
    known, found = _found(here, root, due=due)
    if due not in found.occurrences and not falls_on(found.when, due):
        raise Http404
    one = found.at(due)
    return Once(
        promise=found,
        found=one,
        due=due,
        what=(found.words or {}).get("what"),
        when=rows.when(here, found, one.final),
        mine=found.by == here.me,
        maker=voices.maker_voice(here, found, one),
        receivers=[voices.receiver_voice(here, found, one, seat) for seat in found.to],
        moved=voices.moved(here, one),
        moved_said=voices.moved_voice(here, found, one),
        verbs=allowed.verbs(here, found, one),
        spoken=bool(one.said) if found.by == here.me else here.me in one.answers or here.me in one.released_by,
        unusual=here.me in found.to and promises.unusual(known, found, due, here.me),
        remarks=[voices.remark_voice(here, remark) for remark in one.remarks],
        explained=voices.explained_voice(here, found, one),
        other=here.name(found.by) if found.by != here.me else voices.names(here, found.to),
        latest=store.last_line(here, root),
        shape=rows.mark(here, found, one),
    )


def load(here: Here, day: date) -> list[Row]:
    """What I already carry in the week of that day, from that day on."""
    known = shelf.state(here)
    found = promises.carried(known, here.me, day, day + timedelta(days=WEEK - 1))
    return [rows.carried(here, one) for one in found]


def smaller(here: Here, *, when: When, sure: int) -> Smaller | None:
    """A smaller version, where there is much already or little certainty; None where there is none to offer."""
    known = shelf.state(here)
    first = date.fromisoformat(when.day)
    week = promises.carried(known, here.me, first, first + timedelta(days=WEEK - 1))
    return promises.smaller(when, today=here.today) if promises.too_much(week, sure) else None


def past(here: Here, *, before: str = "") -> list[Row]:
    """Promises nothing more comes of, the latest first."""
    known = shelf.state(here)
    return [rows.past(here, one, store.thread(here, one.root)[0]) for one in promises.past(known, here.me, most=40)]


def asked(here: Here) -> list[Row]:
    """Misses of mine named today that I have not said anything about, nor put off: each is asked once."""
    known = shelf.state(here)
    put_off = preferences.of(here.viewer).put_off
    found = promises.asks_what_happened(known, here.me, here.now, here.viewer.zone)
    return [
        rows.asked(here, _found(here, one.root, due=one.due)[1], one.due)
        for one in found
        if put_off.get(_mark(one.root, one.due)) is None
    ]


def put_off(here: Here, root: str, due: str) -> None:
    """Not now: the question is not asked again. Kept for its owner alone, and for a day."""
    waiting = promises.asks_what_happened(shelf.state(here), here.me, here.now, here.viewer.zone)
    if not any((one.root, one.due) == (root, due) for one in waiting):
        raise Http404
    preferences.put_off(here.viewer.person, pair=here.viewer.pair, mark=_mark(root, due), today=here.today)


def _mark(root: str, due: str) -> str:
    return f"{root[:8]} {due}"
