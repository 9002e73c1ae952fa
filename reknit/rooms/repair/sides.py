"""How a breach reads: the two accounts side by side, what was said at each place of its path, the record on it."""

from dataclasses import dataclass, replace
from datetime import date

import msgspec
from django.urls import reverse
from django.utils.translation import gettext as _

from reknit.content import daily as content
from reknit.content import readings
from reknit.content.readings import Reading
from reknit.ledger import store
from reknit.practice import fold, telling
from reknit.practice import undoing as practice
from reknit.practice.breach import Breach
from reknit.practice.counting import Reader, deed_sentences
from reknit.practice.events import Event
from reknit.practice.facts_amends import ApologyOffered, MotiveTold
from reknit.practice.facts_repair import AccountGiven, BreachNamed, CauseSaid
from reknit.practice.occurrence import Promise
from reknit.practice.path_verbs import PLACE_OF
from reknit.practice.record import Record, stitch
from reknit.practice.refused import Say
from reknit.practice.wording import calendar_day
from reknit.rooms.repair.chosen import chosen
from reknit.rooms.repair.verbs import SIZES, WITH
from reknit.shelves import shelf
from reknit.shelves.lines import Line, lines_of
from reknit.spaces.access import Here
from reknit.web.saying import translated


@dataclass(frozen=True)
class Side:
    """One person's account, or that there is none."""

    label: str
    text: str | None
    by: str
    when: str
    you: bool
    silent: str = ""
    beside: str = ""


@dataclass(frozen=True)
class Entry:
    """A line of the path with what was chosen beside its words. `folded`: opened only by whoever wants to; `url`: its
    words have a page of their own."""

    line: Line
    chosen: list[str]
    folded: bool
    url: str = ""


@dataclass(frozen=True)
class Kept:
    """A promise linked as what changes, with what came of it so far."""

    what: str | None
    url: str
    said: list[str]


def accounts(here: Here, breach: Breach, thread: list[Event]) -> list[Side]:
    """Each one's telling, the hurt person's first; the namer's own begins with what they named."""
    return [_account(here, breach, thread, seat) for seat in (breach.hurt, breach.doer)]


def _account(here: Here, breach: Breach, thread: list[Event], seat: str) -> Side:
    told = [event for event in thread if event.by == seat and isinstance(event.facts, BreachNamed | AccountGiven)]
    you = seat == here.me
    label = _("Your account") if you else _("%(name)s’s account") % {"name": here.name(seat)}
    if not told:
        return Side(label, "", here.name(seat), "", you, silent=_("Nothing told yet. It may stay so."))
    texts = [(event.words or {}).get("said") or (event.words or {}).get("what") for event in told]
    text = "\n\n".join(text for text in texts if text)
    gone = not text and any(event.words is None for event in told)
    unaware = any(isinstance(event.facts, AccountGiven) and event.facts.unaware for event in told)
    known = _("You did not know that it hurt.") if you else _("%(name)s did not know that it hurt.")
    beside = known % {"name": here.name(seat)} if unaware else ""
    return Side(label, None if gone else text, here.name(seat), day(here, told[-1]), you, beside=beside)


def day(here: Here, event: Event) -> str:
    return translated(calendar_day(event.at.date(), here.today))


def by_place(here: Here, breach: Breach, thread: list[Event]) -> dict[str, list[Entry]]:
    """What was said, by its place on the page, in the order it was said. Accounts stand side by side above."""
    found: dict[str, list[Entry]] = {}
    texts = {event.id: text for event in thread if (text := (event.words or {}).get("said"))}
    for line in lines_of(here, thread):
        kind = type(line.event.facts)
        if kind in (BreachNamed, AccountGiven) or kind not in PLACE_OF:
            continue
        folded = kind in (CauseSaid, MotiveTold) and here.me != breach.doer
        here_said = replace(line, sentence=_sentence(here, line.event, thread[0]))
        found.setdefault(PLACE_OF[kind], []).append(
            Entry(here_said, chosen(here, line.event, texts), folded, _page(here, breach, line.event))
        )
    return found


def _page(here: Here, breach: Breach, event: Event) -> str:
    """Where an apology is read: it waits unopened."""
    if not isinstance(event.facts, ApologyOffered):
        return ""
    return reverse("breach_apology", args=[here.space_id, breach.id, event.id])


def _sentence(here: Here, event: Event, root: Event) -> Say:
    """The line as it reads on its own page: what it is about stands above, and is not said again."""
    about = msgspec.structs.replace(root, words=None)
    return telling.sentence(event, here.name, today=here.today, reader=here.me, root=about)


def about(breach: Breach | BreachNamed) -> list[str]:
    """What it was named to be about, as it was offered: facets, what belongs to it, how it came to be known."""
    facets = content.meanings("facet")
    with_ = {name: str(label) for name, label in WITH}
    told = [_(facets[facet]) for facet in breach.facets]
    told += [with_[name] for name in with_ if getattr(breach, name)]
    told += [_("Found out, not told")] if breach.learned == "found_out" else []
    return told


def since(here: Here, breach: Breach | BreachNamed) -> str:
    """When it happened, as far as it was said."""
    how = breach.since.how
    first, last = (translated(calendar_day(date.fromisoformat(day), here.today)) if day else ""
                   for day in (breach.since.day, breach.since.until))  # fmt: skip
    if how == "going_on":
        return _("still going on, since %(day)s") % {"day": first} if first else _("still going on")
    if how == "span":
        return _("%(first)s to %(last)s") % {"first": first, "last": last}
    return first


def size(breach: Breach | BreachNamed) -> str:
    return str(dict(SIZES)[breach.size]) if breach.size else ""


def undoing(here: Here, breach: Breach, thread: list[Event]) -> Reading | None:
    """What acts alone show that undoes it, for whoever did it; nobody else is shown any of it."""
    if here.me != breach.doer:
        return None
    known = shelf.state(here)
    linked = (fold.whole(known, root, lambda about: store.thread(here, about)) for root in breach.changes)
    found = practice.seen(breach, thread, [one for one in linked if one], seat=here.me, now=here.now)
    return readings.reading(found, here.kind, "undoing") if found else None


def record(here: Here, breach: Breach) -> list[Kept]:
    """What came of each promise that was linked as what changes, since it was."""
    kept: list[Kept] = []
    for promise in linked(here, breach):
        found = [one for due in sorted(promise.occurrences) if (one := stitch(promise, due, breach.hurt))]
        since = [one for one in found if one.day >= breach.changes[promise.id].at.date()]
        reader: Reader = "maker" if breach.doer == here.me else "receiver"
        names = here.name(breach.doer), here.name(breach.hurt)
        said = deed_sentences(Record(last60=since), *names, today=here.today, reader=reader)
        url = reverse("promise", args=[here.space_id, promise.id])
        kept.append(Kept((promise.words or {}).get("what"), url, [translated(each) for each in said]))
    return kept


def linked(here: Here, breach: Breach) -> list[Promise]:
    """The promises linked as what changes, whole."""
    known = shelf.state(here)
    found = (fold.whole(known, root, lambda about: store.thread(here, about)) for root in breach.changes)
    return [promise for promise in found if promise]
