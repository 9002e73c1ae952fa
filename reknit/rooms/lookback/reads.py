"""What one noted, as its owner looks back on it: from both shelves, and shown to nobody else."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import msgspec
from django.utils.translation import gettext as _

from reknit.content import daily as content
from reknit.ledger import store
from reknit.practice import gathering, telling
from reknit.practice.daily_state import Crack, Moment
from reknit.practice.events import Event
from reknit.practice.facts import Words
from reknit.practice.facts_daily import CheckedIn, CrackNoted, CrackSetDown, FairnessSaid, MomentNoted
from reknit.practice.facts_private import GoneThrough, WorthWritten
from reknit.practice.gathering import Pattern
from reknit.practice.refused import Say
from reknit.practice.wording import calendar_day
from reknit.shelves import private, shelf
from reknit.shelves.lines import Line, lines_of
from reknit.spaces.access import Here
from reknit.vault import store as vault
from reknit.web.saying import translated

FRESH = timedelta(days=3)
RESTS = timedelta(days=90)
SHOWN = 60
PLACES = ("safe", "trusting", "connected", "energy")


@dataclass(frozen=True)
class Gathered:
    """A pattern with its name, how often and how long, and the way to telling it."""

    pattern: Pattern
    name: str
    who: str
    say: Say
    tell: bool


@dataclass(frozen=True)
class Small:
    """One small crack as its owner lists it. `kept` where nobody else knows it."""

    crack: Crack
    what: str
    who: str
    when: str
    kept: bool


@dataclass(frozen=True)
class Page:
    """Patterns, single cracks, and whether good things are offered beside them: never beside a fresh hurt."""

    gathered: list[Gathered]
    cracks: list[Small]
    good: bool
    unsaid: bool
    open: bool


def small(here: Here) -> Page:
    found = list(_cracks(here))
    found.sort(key=lambda pair: (pair[0].day, pair[0].at), reverse=True)
    patterns = gathering.patterns(crack for crack, _kept in found)
    return Page(
        gathered=[_gathered(here, pattern) for pattern in patterns],
        cracks=[_small(here, crack, kept) for crack, kept in found[:SHOWN]],
        good=not any(here.now - crack.at < FRESH and not crack.set_down_at for crack, _kept in found),
        unsaid=private.is_open(here) and next(unsaid(here), None) is not None,
        open=private.is_open(here),
    )


def _cracks(here: Here) -> Iterator[tuple[Crack, bool]]:
    """What I noted of others, shared or kept."""
    for some in shelf.state(here).daily.cracks.values():
        yield from ((crack, False) for crack in some if crack.by == here.me != crack.whose)
    if private.is_open(here):
        for some in private.state(here).daily.cracks.values():
            yield from ((crack, True) for crack in some if crack.whose != here.me)


def _gathered(here: Here, pattern: Pattern) -> Gathered:
    left = here.seats[pattern.whose].left if pattern.whose in here.seats else True
    return Gathered(pattern, name(pattern), here.name(pattern.whose), pattern.say(here.today), tell=not left)


def name(pattern: Pattern) -> str:
    """What a pattern is called: the act, or what it is about."""
    act = content.act(pattern.act)
    return _(act.gathers) if act else _(content.meanings("facet").get(pattern.facet, ""))


def found(here: Here, *, whose: str, act: str, facet: str) -> Gathered | None:
    """One pattern by what it is of."""
    kind = (whose, act, facet)
    patterns = gathering.patterns(crack for crack, _kept in _cracks(here))
    return next((_gathered(here, one) for one in patterns if (one.whose, one.act, one.facet) == kind), None)


def _small(here: Here, crack: Crack, kept: bool) -> Small:
    return Small(crack, crack.what, here.name(crack.whose), day(here, crack.day), kept)


def day(here: Here, on: str) -> str:
    return translated(calendar_day(date.fromisoformat(on), here.today))


def noted_on(here: Here, event: Event) -> str:
    """The day a crack was on."""
    assert isinstance(event.facts, CrackNoted)
    return day(here, event.facts.day)


def unsaid(here: Here) -> Iterator[Event]:
    """What I kept to myself and have not gone through lately, the oldest first; Locked where it is not open."""
    kept = vault.notes(here.viewer, space=here.space_id, kinds=[CrackNoted, CrackSetDown, GoneThrough])
    notes = [note.event for note in kept if not note.said_as]
    resting = {
        event.about
        for event in notes
        if isinstance(event.facts, CrackSetDown)
        or (isinstance(event.facts, GoneThrough) and here.now - event.at < RESTS)
    }
    for event in notes:
        if isinstance(event.facts, CrackNoted) and event.facts.whose != here.me and event.id not in resting:
            yield event


@dataclass(frozen=True)
class Good:
    """A good thing, as it is read back."""

    what: str
    who: str
    when: str


def good(here: Here) -> list[Good]:
    """Good things of both shelves, the newest first. They outweigh nothing."""
    known: list[Moment] = [one for some in shelf.state(here).daily.moments.values() for one in some]
    if private.is_open(here):
        known += [one for some in private.state(here).daily.moments.values() for one in some]
    known.sort(key=lambda one: (one.day, one.at), reverse=True)
    shown = [one for one in known if one.what][:SHOWN]
    return [Good(one.what, here.name(one.whose) if one.whose else "", day(here, one.day)) for one in shown]


@dataclass(frozen=True)
class How:
    """One check-in as its owner reads it back: each place from 1 to 5 or 0, feelings by name, words."""

    when: str
    toward: str
    places: list[tuple[str, int]]
    feelings: str
    said: str
    kept: bool


def how(here: Here) -> list[How]:
    """My check-ins of both shelves, the newest first."""
    ids = [one.id for one in shelf.state(here).daily.checkins.get(here.me, [])]
    both = [(event, False) for event in store.some(here, ids).values()]
    both += [(event, True) for event in private.events(here, kinds=[CheckedIn])]
    both.sort(key=lambda pair: pair[0].at, reverse=True)
    return [_how(here, event, kept) for event, kept in both[:SHOWN]]


def preview(here: Here, event: Event, words: Words) -> tuple[Say, Line]:
    """Something kept, with these words, exactly as the others would read it."""
    [line] = lines_of(here, [msgspec.structs.replace(event, words=words)])
    return as_seen(here, line.event), line


def beside(here: Here, event: Event) -> list[str]:
    """What was chosen beside the words and goes with them: what it is about, and what it said to whoever noted it."""
    facts = event.facts
    about: list[str] = []
    said = ""
    if isinstance(facts, CrackNoted):
        about = [content.meanings("facet").get(facts.facet, "")]
        said = content.meanings("message").get(facts.message, "")
    elif isinstance(facts, MomentNoted):
        said = content.meanings("builder").get(facts.builder, "")
    elif isinstance(facts, FairnessSaid):
        about = content.named(facts.parts)
    lines = [_("About: %(what)s") % {"what": " · ".join(_(label) for label in about)}] if any(about) else []
    if said:
        lines.append(_("What it said to %(name)s: %(what)s") % {"name": here.name(here.me), "what": _(said)})
    return lines


def as_seen(here: Here, event: Event) -> Say:
    """The sentence as whoever it is about will read it."""
    about = getattr(event.facts, "whose", "") or getattr(event.facts, "toward", "")
    return telling.sentence(event, here.name, today=here.today, reader=about if about != here.me else "-")


def _how(here: Here, event: Event, kept: bool) -> How:
    one = event.facts
    assert isinstance(one, CheckedIn)
    names = {"safe": _("safe"), "trusting": _("trusting"), "connected": _("near"), "energy": _("strength")}
    known = content.meanings("feeling")
    return How(
        when=day(here, one.day),
        toward=here.name(one.toward) if one.toward else "",
        places=[(names[each], value) for each in PLACES if (value := getattr(one, each))],
        feelings=", ".join(_(known[feeling]) for feeling in one.feelings if feeling in known),
        said=(event.words or {}).get("said", ""),
        kept=kept,
    )


def worth(here: Here) -> tuple[Event, Event] | None:
    """How I saw myself at first and at last, where I wrote of it twice."""
    if not private.is_open(here):
        return None
    notes = [note.event for note in vault.notes(here.viewer, kinds=[WorthWritten])]
    return (notes[0], notes[-1]) if len(notes) > 1 else None
