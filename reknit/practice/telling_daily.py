"""Sentences for the daily kinds. Teller by kind, and the same said to the person whose act it tells."""

from collections.abc import Callable
from datetime import date
from typing import Any

from reknit.practice.facts_daily import (
    CheckedIn,
    CrackAnswered,
    CrackExplained,
    CrackNoted,
    CrackSetDown,
    ExplanationAnswered,
    FairnessSaid,
    ForgivenessTold,
    MomentNoted,
    PatternTold,
)
from reknit.practice.refused import Say
from reknit.practice.wording import calendar_day, quoted

_Event = Any  # this file stands below events.py, which tells through it
_Called = Callable[[str], str | Say]
_Blanks = dict[str, object]


def _day(text: str, today: date | None) -> Say:
    return calendar_day(date.fromisoformat(text), today)


def _what(event: _Event, blanks: _Blanks) -> bool:
    what = (event.words or {}).get("what")
    if what:
        blanks["what"] = quoted(what)
    return bool(what)


def _crack(event: _Event, called: _Called, blanks: _Blanks, today: date | None) -> Say:
    facts = event.facts
    assert isinstance(facts, CrackNoted)
    blanks.update(whose=called(facts.whose), day=_day(facts.day, today))
    if facts.whose == event.by:
        told = Say("%(who)s said it first: %(what)s, on %(day)s.")
        return told if _what(event, blanks) else Say("%(who)s said first that something small went wrong on %(day)s.")
    told = Say("%(who)s noted something small that %(whose)s did: %(what)s, on %(day)s.")
    return told if _what(event, blanks) else Say("%(who)s noted something small that %(whose)s did on %(day)s.")


def _pattern(event: _Event, called: _Called, blanks: _Blanks, _today: date | None) -> Say:
    assert isinstance(event.facts, PatternTold)
    blanks["whose"] = called(event.facts.whose)
    told = Say("%(who)s told %(whose)s what keeps happening: %(what)s.")
    return told if _what(event, blanks) else Say("%(who)s told %(whose)s about something that keeps happening.")


def _helped(event: _Event, _called: _Called, _blanks: _Blanks, _today: date | None) -> Say:
    assert isinstance(event.facts, ExplanationAnswered)
    return _HELPED[event.facts.helped]


def _answered(event: _Event, _called: _Called, _blanks: _Blanks, _today: date | None) -> Say:
    assert isinstance(event.facts, CrackAnswered)
    return _ANSWERED[event.facts.answer]


def _moment(event: _Event, called: _Called, blanks: _Blanks, today: date | None) -> Say:
    facts = event.facts
    assert isinstance(facts, MomentNoted)
    blanks.update(whose=called(facts.whose) if facts.whose else "", day=_day(facts.day, today))
    what = _what(event, blanks)
    if facts.thanks:
        return Say("%(who)s thanked %(whose)s: %(what)s.") if what else Say("%(who)s thanked %(whose)s.")
    if facts.whose and facts.whose != event.by:
        told = Say("%(who)s noted something good about %(whose)s: %(what)s, on %(day)s.")
        return told if what else Say("%(who)s noted something good about %(whose)s on %(day)s.")
    told = Say("%(who)s noted something good: %(what)s, on %(day)s.")
    return told if what else Say("%(who)s noted something good on %(day)s.")


def _checked_in(event: _Event, called: _Called, blanks: _Blanks, today: date | None) -> Say:
    facts = event.facts
    assert isinstance(facts, CheckedIn)
    blanks["day"] = _day(facts.day, today)
    if not facts.toward:
        return Say("%(who)s said how they are on %(day)s.")
    blanks["toward"] = called(facts.toward)
    return Say("%(who)s said how it is with %(toward)s on %(day)s.")


def _forgives(event: _Event, called: _Called, blanks: _Blanks, _today: date | None) -> Say:
    assert isinstance(event.facts, ForgivenessTold)
    blanks["whose"] = called(event.facts.whose)
    return Say("%(who)s told %(whose)s that they forgive. This is not yet trust, nor staying.")


def _fairness(event: _Event, _called: _Called, _blanks: _Blanks, _today: date | None) -> Say:
    assert isinstance(event.facts, FairnessSaid)
    return _FAIR[event.facts.feels]


_FAIR = {
    "fair": Say("%(who)s says that the load you share feels fair."),
    "partly": Say("%(who)s says that the load you share feels partly fair."),
    "not_fair": Say("%(who)s says that the load you share does not feel fair."),
    "unsure": Say("%(who)s can’t say yet whether the load you share feels fair."),
}
_HELPED = {
    "yes": Say("%(who)s says that hearing what happened helped."),
    "a_little": Say("%(who)s says that hearing what happened helped a little."),
    "no": Say("%(who)s says that hearing what happened did not help."),
}
_ANSWERED = {
    "did_not_know": Say("%(who)s says: I did not know."),
    "hear_you": Say("%(who)s says: I hear you."),
    "differently": Say("%(who)s remembers it differently."),
}
PLAIN: dict[type, Say] = {
    CrackExplained: Say("%(who)s said what happened."),
    CrackSetDown: Say("%(who)s let a small crack go."),
}
TELLERS: dict[type, Callable[[Any, _Called, _Blanks, date | None], Say]] = {
    CrackNoted: _crack,
    PatternTold: _pattern,
    ExplanationAnswered: _helped,
    CrackAnswered: _answered,
    MomentNoted: _moment,
    CheckedIn: _checked_in,
    ForgivenessTold: _forgives,
    FairnessSaid: _fairness,
}
YOU_DAILY = {
    "%(who)s said it first: %(what)s, on %(day)s.": Say("You said it first: %(what)s, on %(day)s."),
    "%(who)s said first that something small went wrong on %(day)s.": Say(
        "You said first that something small went wrong on %(day)s."
    ),
    "%(who)s noted something small that %(whose)s did: %(what)s, on %(day)s.": Say(
        "You noted something small that %(whose)s did: %(what)s, on %(day)s."
    ),
    "%(who)s noted something small that %(whose)s did on %(day)s.": Say(
        "You noted something small that %(whose)s did on %(day)s."
    ),
    "%(who)s told %(whose)s what keeps happening: %(what)s.": Say("You told %(whose)s what keeps happening: %(what)s."),
    "%(who)s told %(whose)s about something that keeps happening.": Say(
        "You told %(whose)s about something that keeps happening."
    ),
    "%(who)s says that hearing what happened helped.": Say("You say that hearing what happened helped."),
    "%(who)s says that hearing what happened helped a little.": Say(
        "You say that hearing what happened helped a little."
    ),
    "%(who)s says that hearing what happened did not help.": Say("You say that hearing what happened did not help."),
    "%(who)s says: I did not know.": Say("You say: I did not know."),
    "%(who)s says: I hear you.": Say("You say: I hear you."),
    "%(who)s remembers it differently.": Say("You remember it differently."),
    "%(who)s said what happened.": Say("You said what happened."),
    "%(who)s let a small crack go.": Say("You let a small crack go."),
    "%(who)s thanked %(whose)s: %(what)s.": Say("You thanked %(whose)s: %(what)s."),
    "%(who)s thanked %(whose)s.": Say("You thanked %(whose)s."),
    "%(who)s noted something good about %(whose)s: %(what)s, on %(day)s.": Say(
        "You noted something good about %(whose)s: %(what)s, on %(day)s."
    ),
    "%(who)s noted something good about %(whose)s on %(day)s.": Say(
        "You noted something good about %(whose)s on %(day)s."
    ),
    "%(who)s noted something good: %(what)s, on %(day)s.": Say("You noted something good: %(what)s, on %(day)s."),
    "%(who)s noted something good on %(day)s.": Say("You noted something good on %(day)s."),
    "%(who)s told %(whose)s that they forgive. This is not yet trust, nor staying.": Say(
        "You told %(whose)s that you forgive. This is not yet trust, nor staying."
    ),
    "%(who)s says that the load you share feels fair.": Say("You say that the load you share feels fair."),
    "%(who)s says that the load you share feels partly fair.": Say(
        "You say that the load you share feels partly fair."
    ),
    "%(who)s says that the load you share does not feel fair.": Say(
        "You say that the load you share does not feel fair."
    ),
    "%(who)s can’t say yet whether the load you share feels fair.": Say(
        "You can’t say yet whether the load you share feels fair."
    ),
    "%(who)s said how they are on %(day)s.": Say("You said how you are on %(day)s."),
    "%(who)s said how it is with %(toward)s on %(day)s.": Say("You said how it is with %(toward)s on %(day)s."),
}
