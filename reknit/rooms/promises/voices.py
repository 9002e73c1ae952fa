"""Who says what about one time a promise falls due, in the words a page shows."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reknit.practice.describing import describe_key
from reknit.practice.facts import Outcome
from reknit.practice.occurrence import AnswerGiven, Occurrence, Promise, Remark
from reknit.practice.wording import listed
from reknit.spaces.access import Here
from reknit.web.saying import translated


@dataclass(frozen=True)
class Voice:
    """What one person says, or that they have said nothing; the reader's own voice is marked `you`."""

    by: str
    text: str | None
    label: str = ""
    when: str = ""
    you: bool = False
    silent: str = ""


def names(here: Here, seats: tuple[str, ...]) -> str:
    return listed([_("you") if seat == here.me else here.name(seat) for seat in seats])


def by(here: Here, promise: Promise) -> str:
    return _("You") if promise.by == here.me else here.name(promise.by)


def says(who: str, said: Outcome | str) -> str:
    return _("%(who)s: %(said)s.") % {"who": who[:1].upper() + who[1:], "said": outcome(said)}


def outcome(said: str) -> str:
    return {"kept": _("kept"), "late": _("late"), "missed": _("missed")}.get(said, said)


def answered(who: str, given: AnswerGiven, said: str) -> str:
    """A receiver's word in one sentence. Who spoke first, or of another outcome, agrees with nothing."""
    if given.answer == "not_sure":
        return _("%(who)s: not sure.") % {"who": who}
    if given.answer == "rather_not":
        return _("%(who)s would rather not say.") % {"who": who}
    if given.answer == "differently" and given.seen != said:
        return _("%(who)s saw it differently: %(seen)s.") % {"who": who, "seen": outcome(given.seen)}
    if given.answer == "yes" and given.seen == said and not given.first:
        return _("%(who)s: yes, that is how it was.") % {"who": who}
    return _("%(who)s: %(seen)s.") % {"who": who, "seen": outcome(given.seen)}


def moment(here: Here, at: datetime | None) -> str:
    """When something was said, by the reader's own clock."""
    return date_format(at.astimezone(ZoneInfo(here.viewer.zone)), "j F Y, H:i") if at else ""


def moved(here: Here, one: Occurrence) -> str:
    """That it was said in time, how often, and the new time."""
    if one.moved is None:
        return ""
    said = (
        _("Said before it was due: I’ll be late.") if one.moved.how == "late" else _("Said before it was due: I can’t.")
    )
    if one.moved.to:
        said += " " + _("New time: %(when)s.") % {"when": translated(describe_key(one.moved.to, today=here.today))}
    if one.moved.times > 1:
        times = ngettext("Changed %(n)d time so far.", "Changed %(n)d times so far.", one.moved.times)
        said += " " + times % {"n": one.moved.times}
    return said


def moved_voice(here: Here, promise: Promise, one: Occurrence) -> Voice | None:
    """What its maker wrote when saying so in time, if anything."""
    text = (one.moved.words or {}).get("said", "") if one.moved else ""
    if one.moved is None or not text:
        return None
    when, mine = moment(here, one.moved.at), promise.by == here.me
    return Voice(by=here.name(promise.by), text=text, when=when, you=mine)


def maker_voice(here: Here, promise: Promise, one: Occurrence) -> Voice:
    who = here.name(promise.by)
    mine = promise.by == here.me
    if not one.said:
        silent = (
            _("You have not said anything about it yet.")
            if mine
            else _("%(who)s has not said anything about it yet.") % {"who": who}
        )
        return Voice(by=who, text=None, you=mine, silent=silent)
    return Voice(
        by=who,
        text=(one.said_words or {}).get("said", ""),
        label=outcome(one.said),
        when=moment(here, one.said_at),
        you=mine,
    )


def receiver_voice(here: Here, promise: Promise, one: Occurrence, seat: str) -> Voice:
    who, mine = here.name(seat), seat == here.me
    given = one.answers.get(seat)
    if seat in one.released_by:
        words = one.released_by[seat].words or {}
        return Voice(by=who, text=words.get("said", ""), label=_("let it go this once"), you=mine)
    if given is None:
        silent = (
            _("You have not answered. You can leave it so.")
            if mine
            else _("%(who)s has not answered, and may leave it so.") % {"who": who}
        )
        return Voice(by=who, text=None, you=mine, silent=silent)
    if given.taken:
        label = _("took your word") if promise.by == here.me else _("took their word")
    else:
        label = answered("", given, one.said).lstrip(": ").rstrip(".")
    return Voice(by=who, text=(given.words or {}).get("said", ""), label=label, when=moment(here, given.at), you=mine)


def remark_voice(here: Here, remark: Remark) -> Voice:
    label = {
        "cost": _("it still cost something"),
        "hurt": _("it hurt"),
        "all_right": _("is everything all right?"),
        "reply": _("in reply"),
    }
    return Voice(
        by=here.name(remark.by),
        text=(remark.words or {}).get("said", ""),
        label=label[remark.remark],
        when=moment(here, remark.at),
        you=remark.by == here.me,
    )


def explained_voice(here: Here, promise: Promise, one: Occurrence) -> Voice | None:
    if one.explained is None:
        return None
    text = (one.explained.words or {}).get("said") if one.explained.words is not None else None
    return Voice(
        by=here.name(promise.by),
        text=text,
        label=_("what happened"),
        when=moment(here, one.explained.at),
        you=promise.by == here.me,
    )
