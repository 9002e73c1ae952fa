"""Today: what is due, what waits for my word, and one next small thing for where I am."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from reknit.people import preferences
from reknit.rooms.belonging import reads as belonging
from reknit.rooms.belonging.returning import Returning
from reknit.rooms.checkins import reads as checkins
from reknit.rooms.cracks import reads as cracks
from reknit.rooms.cracks.reads import Asked
from reknit.rooms.moments import reads as moments
from reknit.rooms.moments.reads import Good
from reknit.rooms.promises import reads as promises
from reknit.rooms.promises.rows import Row
from reknit.rooms.repair import reads as repair
from reknit.shelves import shelf
from reknit.spaces.access import Here

MOST = 5


@dataclass(frozen=True)
class Next:
    """One small thing. For whoever was hurt it is always an offer. `no` says that it is not for them, and is kept."""

    title: str
    text: str
    url: str
    act: str
    no_url: str = ""
    no: str = ""


@dataclass(frozen=True)
class Today:
    """Home. `more_due` and `more_mine` say that the lists go on elsewhere."""

    due: list[Row]
    more_due: bool
    mine: list[Row]
    more_mine: bool
    asked: list[Row | Asked]
    load: list[Row]
    promised: list[Row]
    good: list[Good]
    next: Next | None
    returning: list[Returning]


def today(here: Here) -> Today:
    lists = promises.lists(here, back="today")
    near = sorted((row for row in lists.due if row.urgent), key=lambda row: row.late_by)
    return Today(
        due=near[:MOST],
        more_due=len(near) > MOST,
        mine=lists.mine[:MOST],
        more_mine=len(lists.mine) > MOST,
        asked=[*promises.asked(here), *cracks.asked(here)],
        load=promises.load(here, here.today),
        promised=[row for row in lists.running if row.to_me][:3],
        good=moments.lately(here),
        next=_on_path(here) or _next(here, anything=bool(lists.running)),
        returning=belonging.returning(here),
    )


def _on_path(here: Here) -> Next | None:
    """What is next on the path of something that happened: due to whoever did it, else an offer that can be hidden."""
    thing = repair.today(here)
    if thing is None or not (thing.due or not preferences.of(here.viewer).fewer):
        return None
    return Next(thing.title, thing.text, thing.url, _("Do this") if thing.due else _("Look at it"))


def _next(here: Here, *, anything: bool) -> Next | None:
    """What is asked once in a life here comes before what is asked every week."""
    mine = preferences.of(here.viewer)
    if not mine.code and here.viewer.person.has_usable_password() and _has_words(here):
        return _code()
    return _how(here) if checkins.is_asked(here) else _first_steps(here, mine.start, anything=anything)


def _first_steps(here: Here, start: str, *, anything: bool) -> Next | None:
    new = reverse("promise_new", args=[here.space_id])
    if not start:
        text = _("One question, for yourself alone. It decides what we offer you first.")
        return Next(_("What brings you here?"), text, reverse("start"), _("Answer, or look"))
    if not anything and start != "hurt":
        text = _("Something you can surely keep this week. A small one that is kept says more than a large one.")
        return Next(_("Make one small promise"), text, new, _("Make a promise"))
    if here.alone:
        return _alone(here, hurt=start == "hurt")
    if not anything:
        text = _("You owe nothing here. If it suits you, look at how promises work, or leave it for another day.")
        return Next(_("Nothing today is fine"), text, reverse("promises", args=[here.space_id]), _("Have a look"))
    return None


def _how(here: Here) -> Next:
    return Next(
        title=_("How are you this week?"),
        text=_("Under a minute, for yourself alone unless you share it. Leaving it out means nothing."),
        url=reverse("checkin", args=[here.space_id]),
        act=_("Have a look"),
        no_url=reverse("checkin_day", args=[here.space_id]),
        no=_("Not now"),
    )


def _has_words(here: Here) -> bool:
    """Whether something stands here that would be missed: a promise of one's own, or anything that came of one."""
    known = shelf.state(here)
    return bool(known.records) or any(promise.by == here.me for promise in known.promises.values())


def _code() -> Next:
    text = _(
        "If you forget your password, a recovery code opens what you wrote. Whoever finds the code can open it, too."
    )
    return Next(
        title=_("A recovery code, if you want one"),
        text=text,
        url=reverse("account_code"),
        act=_("Read about it"),
        no_url=reverse("account_no_code"),
        no=_("Not for me"),
    )


def _alone(here: Here, *, hurt: bool) -> Next:
    name = here.others[0].name if here.others else _("the other")
    people = reverse("people", args=[here.space_id])
    text = _("You can go on alone for as long as you like. When it feels right, there is a code to hand over.")
    title = _("Asking %(name)s in can wait") if hurt else _("Ask %(name)s in, when you want")
    return Next(title % {"name": name}, text, people, _("See how"))
