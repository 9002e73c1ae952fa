"""One plain sentence for each thing in the history: who did what, about which promise. The words people wrote are
shown beside it by whoever shows it."""

from collections.abc import Callable
from datetime import date

from reknit.practice.counting import deed_sentences, rhythm
from reknit.practice.describing import describe, describe_key
from reknit.practice.events import (
    ErasureAsked,
    ErasureWithdrawn,
    Event,
    MemberAgreed,
    MemberJoined,
    MemberLeft,
    MemberProposed,
    MemberReset,
    MemberReturned,
    MissExplained,
    OccurrenceAnswered,
    OccurrenceMoved,
    OccurrenceReleased,
    OccurrenceRemarked,
    OccurrenceSaid,
    PromiseEnded,
    PromiseMade,
    ReturnAgreed,
    ReturnAsked,
    SpaceOpened,
    WordTaken,
    WordTakenBack,
)
from reknit.practice.facts_repair import BreachNamed, Repair
from reknit.practice.occurrence import Promise
from reknit.practice.refused import Say
from reknit.practice.telling_daily import PLAIN, TELLERS
from reknit.practice.telling_here import HERE, YOURS
from reknit.practice.telling_private import YOUR
from reknit.practice.telling_repair import day as day_told
from reknit.practice.telling_repair import tell
from reknit.practice.telling_you import YOU
from reknit.practice.wording import Names, calendar_day, joined, quoted, shortened

__all__ = ["deed_sentences", "named", "rhythm", "sentence"]

OUTCOMES = {"kept": Say("kept"), "late": Say("late"), "missed": Say("missed")}
_Blanks = dict[str, object]
_Called = Callable[[str], str | Say]


def named(promise: Promise | None) -> str | Say:
    """The promise in its maker's words, in quotes and short; `a promise` where they cannot be read."""
    what = (promise.words or {}).get("what") if promise else None
    return quoted(what) if what else Say("a promise")


def sentence(
    event: Event,
    names: Names,
    promise: Promise | None = None,
    *,
    today: date | None = None,
    reader: str = "",
    root: Event | None = None,
) -> Say:
    """The event in one sentence. `promise` is the one its thread is about, where there is one to be read, and `root`
    what its thread began with; the seat `reader` is called you."""

    if type(event.facts) in YOUR:
        return YOUR[type(event.facts)]

    def called(seat: str) -> str | Say:
        return Say("you") if reader and seat == reader else names(seat)

    if isinstance(event.facts, Repair):
        return _repair(
            event, event.facts, called, root or event, today=today, yours=bool(reader) and event.by == reader
        )
    blanks: _Blanks = {
        "who": names(event.by),
        "what": named(promise),
        "maker": called(promise.by) if promise else Say("the other"),
        "day": describe_key(due, today=today) if (due := getattr(event.facts, "due", "")) else "",
    }
    teller = _TELLERS.get(type(event.facts))
    found = teller(event, called, blanks, today) if teller else _PLAIN[type(event.facts)]
    if reader and event.by == reader:
        found = YOU[found.text]
    elif reader and promise and promise.by == reader and isinstance(event.facts, WordTaken):
        found = Say("%(who)s takes your word on %(what)s from here on.")
    return Say(found.text, **blanks)


def _repair(event: Event, facts: Repair, called: _Called, root: Event, *, today: date | None, yours: bool) -> Say:
    """A thing said on the path of a repair; `root` is the breach it is about."""
    named = root.facts if isinstance(root.facts, BreachNamed) else BreachNamed(doer="", hurt="")
    what = (root.words or {}).get("what")
    about, to_writer = tell(facts, event.by, named.doer)
    other = called(named.hurt if event.by == named.doer else named.doer)
    said = to_writer if yours else YOURS.get(about.text, about) if isinstance(other, Say) else about
    return Say(
        said.text if what else HERE.get(said.text, said).text,
        who=called(event.by),
        other=other,
        what=quoted(what.rstrip(".")) if what else Say("this"),
        day=describe_key(key, today=today) if (key := day_told(facts)) else "",
    )


def _made(event: Event, names: _Called, blanks: _Blanks, today: date | None) -> Say:
    facts = event.facts
    assert isinstance(facts, PromiseMade)
    what = (event.words or {}).get("what")
    blanks.update(to=joined([names(seat) for seat in facts.to]), when=describe(facts.when, today=today))
    if not what:
        return Say("%(who)s made %(to)s a promise, %(when)s.")
    blanks["what"] = quoted(what)
    return Say("%(who)s promised %(to)s: %(what)s, %(when)s.")


def _said(event: Event, _names: _Called, _blanks: _Blanks, _today: date | None) -> Say:
    assert isinstance(event.facts, OccurrenceSaid)
    return _SAID[event.facts.outcome]


def _moved(event: Event, _names: _Called, blanks: _Blanks, today: date | None) -> Say:
    facts = event.facts
    assert isinstance(facts, OccurrenceMoved)
    if facts.to:
        blanks["new"] = describe_key(facts.to, today=today)
    return _MOVED[facts.how, bool(facts.to)]


def _answered(event: Event, _names: _Called, _blanks: _Blanks, _today: date | None) -> Say:
    facts = event.facts
    assert isinstance(facts, OccurrenceAnswered)
    if facts.answer == "yes":
        return _SAID[facts.seen] if facts.seen else Say("%(who)s agrees about %(what)s on %(day)s.")
    if facts.answer == "differently":
        return _DIFFERENTLY.get(facts.seen, Say("%(who)s sees %(what)s on %(day)s differently."))
    return _NO_OUTCOME[facts.answer]


def _remarked(event: Event, _names: _Called, _blanks: _Blanks, _today: date | None) -> Say:
    assert isinstance(event.facts, OccurrenceRemarked)
    return _REMARKS[event.facts.remark]


def _proposed(event: Event, _names: _Called, blanks: _Blanks, _today: date | None) -> Say:
    name = (event.words or {}).get("name")
    if not name:
        return Say("%(who)s would like someone else to join.")
    blanks["name"] = shortened(name)
    return Say("%(who)s would like %(name)s to join.")


def _asked(event: Event, _names: _Called, blanks: _Blanks, today: date | None) -> Say:
    assert isinstance(event.facts, ErasureAsked)
    blanks["day"] = calendar_day(date.fromisoformat(event.facts.after), today)
    return Say("%(who)s asked that words they wrote here be erased on %(day)s.")


def _reset(event: Event, names: _Called, blanks: _Blanks, today: date | None) -> Say:
    assert isinstance(event.facts, MemberReset)
    blanks.update(seat=names(event.facts.seat), day=calendar_day(date.fromisoformat(event.facts.on), today))
    return Say("Whoever runs this server made a new password possible for %(seat)s on %(day)s.")


def _return_asked(event: Event, names: _Called, blanks: _Blanks, _today: date | None) -> Say:
    assert isinstance(event.facts, ReturnAsked)
    blanks["seat"] = seat = names(event.facts.seat)
    if isinstance(seat, Say):
        return Say("You ask to be let back in, with a new key.")
    return Say("%(seat)s asks to be let back in, with a new key.")


def _return_agreed(event: Event, names: _Called, blanks: _Blanks, _today: date | None) -> Say:
    assert isinstance(event.facts, ReturnAgreed)
    blanks["seat"] = names(event.facts.seat)
    return Say("%(who)s compared the six words with %(seat)s: they are the same.")


def _returned(event: Event, names: _Called, blanks: _Blanks, _today: date | None) -> Say:
    assert isinstance(event.facts, MemberReturned)
    blanks["seat"] = names(event.facts.seat)
    if event.facts.seat == event.by:
        return Say("%(who)s came back, with the key from before.")
    return Say("%(who)s let %(seat)s back in.")


_SAID = {
    "kept": Say("%(who)s says that %(what)s was kept on %(day)s."),
    "late": Say("%(who)s says that %(what)s was late on %(day)s."),
    "missed": Say("%(who)s says that %(what)s was missed on %(day)s."),
}
_DIFFERENTLY = {
    "kept": Say("%(who)s sees it differently: %(what)s was kept on %(day)s."),
    "late": Say("%(who)s sees it differently: %(what)s was late on %(day)s."),
    "missed": Say("%(who)s sees it differently: %(what)s was missed on %(day)s."),
}
_NO_OUTCOME = {
    "not_sure": Say("%(who)s is not sure how %(what)s went on %(day)s."),
    "rather_not": Say("%(who)s would rather not say how %(what)s went on %(day)s."),
}
_MOVED = {
    ("late", True): Say("%(who)s said in time that %(what)s on %(day)s would be late, and offered %(new)s."),
    ("late", False): Say("%(who)s said in time that %(what)s on %(day)s would be late."),
    ("cannot", True): Say("%(who)s said in time that %(what)s could not be kept on %(day)s, and offered %(new)s."),
    ("cannot", False): Say("%(who)s said in time that %(what)s could not be kept on %(day)s."),
}
_REMARKS = {
    "cost": Say("%(who)s said what it cost them, about %(what)s on %(day)s."),
    "hurt": Say("%(who)s said that it hurt, about %(what)s on %(day)s."),
    "all_right": Say("%(who)s asked %(maker)s whether everything is all right, about %(what)s on %(day)s."),
    "reply": Say("%(who)s replied, about %(what)s on %(day)s."),
}
_PLAIN: dict[type, Say] = {
    SpaceOpened: Say("%(who)s opened this space."),
    MemberAgreed: Say("%(who)s said yes to someone else joining."),
    MemberJoined: Say("%(who)s joined."),
    MemberLeft: Say("%(who)s is no longer in this space."),
    ErasureWithdrawn: Say("%(who)s is keeping those words after all."),
    PromiseEnded: Say("%(who)s ended %(what)s."),
    OccurrenceReleased: Say("%(who)s let %(maker)s off %(what)s on %(day)s."),
    WordTaken: Say("%(who)s takes %(maker)s’s word on %(what)s from here on."),
    WordTakenBack: Say("%(who)s answers about %(what)s again from here on."),
    MissExplained: Say("%(who)s said what happened with %(what)s on %(day)s."),
    **PLAIN,
}
_TELLERS: dict[type, Callable[[Event, _Called, _Blanks, date | None], Say]] = {
    PromiseMade: _made,
    OccurrenceSaid: _said,
    OccurrenceMoved: _moved,
    OccurrenceAnswered: _answered,
    OccurrenceRemarked: _remarked,
    MemberProposed: _proposed,
    MemberReset: _reset,
    ReturnAsked: _return_asked,
    ReturnAgreed: _return_agreed,
    MemberReturned: _returned,
    ErasureAsked: _asked,
    **TELLERS,
}
