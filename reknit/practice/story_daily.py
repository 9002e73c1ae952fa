"""The lines of a story about small cracks, good moments and check-ins: how each is read, and how it is written."""

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast, get_args

from reknit.practice.facts import Facet
from reknit.practice.facts_daily import Builder, Feeling, Message, Part, Position
from reknit.practice.story_daily_acts import (
    AnswersCrack,
    ChecksIn,
    DailyAct,
    ExplainsCrack,
    FindsHelped,
    Forgives,
    LetsGo,
    NotesCrack,
    NotesGood,
    SaysFair,
    TellsPattern,
)  # fmt: skip
from reknit.practice.story_head import Head

T = TypeVar("T")
ANSWERS: dict[str, Any] = {
    "I didn't know": "did_not_know",
    "I didn’t know": "did_not_know",
    "I hear you": "hear_you",
    "I remember it differently": "differently",
}
HELPED: dict[str, Any] = {"helped": "yes", "helped a little": "a_little", "did not help": "no"}
FAIR: dict[str, Any] = {"fair": "fair", "partly fair": "partly", "not fair": "not_fair", "hard to say": "unsure"}
PLACES = ("safe", "trusting", "connected", "energy")
_POSITION = "[1-5]"


def _named(head: Head) -> str:
    """The person whose name stands next, or nothing."""
    for name in sorted(head.scene.people, key=len, reverse=True):
        if head.take(re.escape(name)):
            return name
    return ""


def _someone(head: Head) -> str:
    return _named(head) or head.name()


def _on(head: Head) -> str:
    """The day it was, where it was not the day of the line."""
    if not head.take("on"):
        return ""
    day = head.date()
    if day is None:
        raise head.wrong("After “on” comes the day it was, as in 2026-03-09.")
    if day > head.day:
        raise head.wrong("It was on %(day)s, which comes later than this line.", day=day)
    return "" if day == head.day else day.isoformat()


def _below(head: Head, name: str, choices: Mapping[str, T], none: T) -> T:
    given = head.said(name).strip()
    if given and given not in choices:
        raise head.wrong("%(name)s is one of: %(all)s.", name=name, all=", ".join(choices))
    return choices[given] if given else none


def _of(literal: Any) -> dict[str, Any]:
    return {each: each for each in get_args(literal)}


def _crack(head: Head) -> NotesCrack:
    whose, day = _someone(head), _on(head)
    return NotesCrack(
        whose, head.must_say("what happened"), day, act=head.said("act").strip(),
        facet=_below(head, "facet", _of(Facet), ""), message=_below(head, "message", _of(Message), ""),
        reminded=head.said("reminded"),
    )  # fmt: skip


def _first(head: Head) -> NotesCrack:
    """`says first`: the doer's own telling."""
    day = _on(head)
    return NotesCrack(
        head.who, head.must_say("what happened"), day, act=head.said("act").strip(),
        facet=_below(head, "facet", _of(Facet), ""),
    )  # fmt: skip


def _pattern(head: Head) -> TellsPattern:
    words = {name: head.said(name) for name in ("one", "two", "three", "did", "help")}
    act, facet = head.said("act").strip(), _below(head, "facet", _of(Facet), "")
    return TellsPattern(_someone(head), head.must_say("what keeps happening"), act=act, facet=facet, **words)


def _good(head: Head) -> NotesGood:
    whose = _someone(head) if head.take("about") else ""
    day = _on(head)
    builder = _below(head, "builder", _of(Builder), "")
    return NotesGood(head.must_say("what was good"), whose, day, builder)


def _thanks(head: Head) -> NotesGood:
    whose, day = _someone(head), _on(head)
    builder = _below(head, "builder", _of(Builder), "")
    return NotesGood(head.must_say("what for"), whose, day, builder, thanks=True)


def _checks_in(head: Head) -> ChecksIn:
    toward = _someone(head) if head.take("about") else ""
    places: dict[str, Position] = dict.fromkeys(PLACES, 0)
    while found := head.take("(?:" + "|".join(PLACES) + f") {_POSITION}"):
        name, _, at = found[0].partition(" ")
        places[name] = cast(Position, int(at))
        head.rest = head.rest.removeprefix(",").lstrip()
    feelings = cast(tuple[Feeling, ...], _several(head, "feelings", Feeling))
    return ChecksIn(toward, **places, feelings=feelings, said=head.said())


def _several(head: Head, name: str, literal: Any) -> tuple[str, ...]:
    """Names with commas between them, each one of these."""
    given = tuple(each.strip() for each in head.said(name).split(",") if each.strip())
    if wrong := [each for each in given if each not in get_args(literal)]:
        raise head.wrong("%(name)s is one of: %(all)s.", name=wrong[0], all=", ".join(get_args(literal)))
    return given


def _says_fair(head: Head) -> SaysFair:
    feels = head.must_choose(FAIR)
    return SaysFair(feels, cast(tuple[Part, ...], _several(head, "parts", Part)), head.said())


READ: dict[str, Callable[[Head], DailyAct]] = {
    "notes a crack with": _crack,
    "says first": _first,
    "explains the crack": lambda head: ExplainsCrack(head.mark(), head.must_say("what happened")),
    "finds that": lambda head: FindsHelped(head.mark(), head.must_choose(HELPED), head.said()),
    "answers the crack": lambda head: AnswersCrack(head.mark(), head.must_choose(ANSWERS), head.said()),
    "lets go of": lambda head: LetsGo(head.mark(), head.said()),
    "tells the pattern to": _pattern,
    "notes something good": _good,
    "thanks": _thanks,
    "checks in": _checks_in,
    "forgives": lambda head: Forgives(_someone(head), head.said()),
    "finds the load": _says_fair,
}


def _write_crack(act: NotesCrack) -> tuple[str, dict[str, str]]:
    below = {"act": act.act, "facet": act.facet, "message": act.message, "reminded": act.reminded}
    return f"notes a crack with {act.whose}" + _written(act.day), {"": act.what, **below}


def _written(day: str) -> str:
    return f" on {day}" if day else ""


def _write_good(act: NotesGood) -> tuple[str, dict[str, str]]:
    verb = f"thanks {act.whose}" if act.thanks else "notes something good" + f" about {act.whose}" * bool(act.whose)
    return verb + _written(act.day), {"": act.what, "builder": act.builder}


def _write_pattern(act: TellsPattern) -> tuple[str, dict[str, str]]:
    names = ("one", "two", "three", "did", "help", "act", "facet")
    return f"tells the pattern to {act.whose}", {"": act.what, **{name: getattr(act, name) for name in names}}


def _write_check_in(act: ChecksIn) -> tuple[str, dict[str, str]]:
    places = ", ".join(f"{name} {getattr(act, name)}" for name in PLACES if getattr(act, name))
    head = " ".join(part for part in ("checks in", f"about {act.toward}" if act.toward else "", places) if part)
    return head, {"": act.said, "feelings": ", ".join(act.feelings)}


def _phrase(choices: Mapping[str, str], meant: str) -> str:
    return next(phrase for phrase, meaning in choices.items() if meaning == meant)


WRITE: dict[type, Callable[[Any], tuple[str, dict[str, str]]]] = {
    NotesCrack: _write_crack,
    ExplainsCrack: lambda act: (f"explains the crack {{{act.at}}}", {"": act.said}),
    FindsHelped: lambda act: (f"finds that {{{act.at}}} {_phrase(HELPED, act.helped)}", {"": act.said}),
    AnswersCrack: lambda act: (f"answers the crack {{{act.at}}} {_phrase(ANSWERS, act.answer)}", {"": act.said}),
    LetsGo: lambda act: (f"lets go of {{{act.at}}}", {"": act.said}),
    TellsPattern: _write_pattern,
    NotesGood: _write_good,
    ChecksIn: _write_check_in,
    Forgives: lambda act: (f"forgives {act.whose}", {"": act.said}),
    SaysFair: lambda act: (f"finds the load {_phrase(FAIR, act.feels)}", {"": act.said, "parts": ", ".join(act.parts)}),
}
