"""The lines of a story about promises, read. Writing them is `story_promised.py`."""

import re
from collections.abc import Callable
from datetime import date
from typing import Literal, get_args

from reknit.practice.facts import Answer, Facet, Outcome
from reknit.practice.promising import SURE
from reknit.practice.story_acts import (
    Act,
    Answers,
    AnswersMany,
    Ends,
    Explains,
    Moves,
    Place,
    Promises,
    Releases,
    Remarks,
    Says,
    TakesBack,
    TakesWord,
)  # fmt: skip
from reknit.practice.story_entries import day_in, time_in
from reknit.practice.story_head import DAY, TIME, Head, Made
from reknit.practice.story_when import read_when

OUTCOMES: dict[str, Outcome] = {"kept": "kept", "late": "late", "missed": "missed"}
SEEN = {f"it was {outcome}": outcome for outcome in OUTCOMES.values()}
ANSWERS: dict[str, Answer] = {
    "yes": "yes", "differently": "differently", "not sure": "not_sure", "rather not say": "rather_not",
}  # fmt: skip
REMARKS: dict[str, Literal["cost", "hurt", "all_right"]] = {
    "it cost me": "cost", "it hurt": "hurt", "is everything all right": "all_right",
}  # fmt: skip
MATTERS = {"a little": 0.5, "as usual": 1.0, "a lot": 2.0}


def promises(head: Head) -> Promises:
    """`promises Anna and Karim [home] every weekday at 19:00: what`; below: known, between, sure, matters, facet."""
    to = _receivers(head)
    label = head.label()
    if label in head.scene.made:
        earlier = head.scene.made[label].number
        raise head.wrong(
            "[%(label)s] already stands on line %(line)d: give this one another label.", label=label, line=earlier
        )
    act = Promises(
        label=label, to=to, when=read_when(head), what=head.must_say("what is promised"), known=head.said("known"),
        between=head.said("between"), facet=_facet(head), weight=_weight(head), sure=_sure(head),
    )  # fmt: skip
    head.scene.made[label] = Made(head.scene.people[head.who], head.number, head.day, act)
    return act


def _receivers(head: Head) -> tuple[str, ...]:
    before, bracket, after = head.rest.partition("[")
    head.rest = bracket + after
    if before.strip() == "everyone":
        return ()
    names = [name.strip() for name in re.split(r",| and ", before) if name.strip()]
    if not names:
        raise head.wrong("To whom? Write a name, several names, or everyone, and then a label such as [home].")
    found = tuple(dict.fromkeys(head.scene.person(name, head.number).name for name in names))
    if head.who in found:
        raise head.wrong("%(who)s cannot promise it to %(who)s: here a promise is to someone else.", who=head.who)
    return found


def _facet(head: Head) -> Facet:
    given = _below(head, "facet")
    facets: dict[str, Facet] = {facet: facet for facet in get_args(Facet)}
    if given and given not in facets:
        raise head.wrong("facet is one of: %(all)s.", all=", ".join(facets))
    return facets.get(given, "consistency")


def _weight(head: Head) -> float:
    given = _below(head, "matters") or "as usual"
    if given not in MATTERS:
        raise head.wrong("matters is one of: %(all)s.", all=", ".join(MATTERS))
    return MATTERS[given]


def _sure(head: Head) -> int:
    given = _below(head, "sure") or "3"
    if given not in map(str, SURE):
        meant = "; ".join(f"{number}, {words}" for number, words in SURE.items())
        raise head.wrong("sure is a number: %(all)s.", all=meant)
    return int(given)


def _below(head: Head, name: str) -> str:
    return head.said(name).strip()


def ends(head: Head) -> Ends:
    """`ends [home]: why`"""
    return Ends(_known(head), head.said())


def says(head: Head) -> Says:
    """`says [home] 2026-03-09 late: words`"""
    return Says(*head.place(), head.must_choose(OUTCOMES), head.said())


def late(head: Head) -> Moves:
    """`will be late [home] 2026-03-09 until 20:15: words`"""
    label, due = head.place()
    return Moves(label, due, "late", _new_time(head, "until", due), head.said())


def cannot(head: Head) -> Moves:
    """`can't [home] 2026-03-09 instead 2026-03-11 18:00: words`"""
    label, due = head.place()
    return Moves(label, due, "cannot", _new_time(head, "instead", due), head.said())


def _new_time(head: Head, word: str, due: str) -> str:
    """A new hour on the day it was due, or a new day with or without an hour."""
    if not head.take(word):
        return ""
    found = head.take(rf"(?P<day>{DAY})(?: (?:at )?(?P<time>{TIME}))?|(?P<hour>{TIME})")
    if not found:
        raise head.wrong("After “%(word)s” comes the new time: 20:15, 2026-03-11 or 2026-03-11 18:00.", word=word)
    day = day_in(found["day"], head.number) if found["day"] else date.fromisoformat(due[:10])
    hour = time_in(found["time"] or found["hour"] or "", head.number)
    return f"{day}T{hour}" if hour else f"{day}"


def releases(head: Head) -> Releases:
    """`releases [home] 2026-03-09: words`"""
    return Releases(*head.place(), head.said())


def answers(head: Head) -> Answers:
    """`answers [home] 2026-03-09 yes`, or `differently, it was late`; or `it was late` where nobody has spoken yet."""
    label, due = head.place()
    first = head.choice(SEEN)
    if first:
        return Answers(label, due, "yes", first, head.said())
    answer = head.choice(ANSWERS)
    if not answer:
        raise head.wrong("An answer is one of: yes; differently, it was late; it was late; not sure; rather not say.")
    if answer != "differently":
        return Answers(label, due, answer, "", head.said())
    head.rest = head.rest.removeprefix(",").lstrip()
    return Answers(label, due, answer, head.must_choose(SEEN), head.said())


def answers_many(head: Head) -> AnswersMany:
    """`answers yes on everything waiting`, or `answers yes on [home] 2026-03-06, 2026-03-09 and [bins] 2026-03-07`"""
    if head.take("everything waiting"):
        return AnswersMany()
    places = [Place(*head.place())]
    while head.rest:
        head.rest = re.sub(r"^(?:,|and )\s*", "", head.rest)
        if head.rest.startswith("["):
            places.append(Place(*head.place()))
        elif day := head.date():
            label = places[-1].label
            places.append(Place(label, head.scene.due(label, day, head.day, head.number)))
        else:
            break
    return AnswersMany(tuple(places))


def takes_word(head: Head) -> TakesWord:
    """`takes the word on [home]`"""
    return TakesWord(_known(head))


def takes_back(head: Head) -> TakesBack:
    """`takes back the word on [home]`"""
    return TakesBack(_known(head))


def explains(head: Head) -> Explains:
    """`explains [home] 2026-03-09: words`"""
    return Explains(*head.place(), head.must_say("what happened"))


def adds(head: Head) -> Remarks:
    """`adds [home] 2026-03-09 it hurt: words`"""
    return Remarks(*head.place(), head.must_choose(REMARKS), head.said())


def replies(head: Head) -> Remarks:
    """`replies [home] 2026-03-09: words`"""
    return Remarks(*head.place(), "reply", head.must_say("the reply"))


def _known(head: Head) -> str:
    label = head.label()
    return head.scene.promise(label, head.number).act.label


READ: dict[str, Callable[[Head], Act]] = {
    "promises": promises, "ends": ends, "says": says, "will be late": late, "can't": cannot, "can’t": cannot,
    "cannot": cannot, "releases": releases, "answers": answers, "answers yes on": answers_many,
    "takes the word on": takes_word, "takes back the word on": takes_back, "explains": explains, "adds": adds,
    "replies": replies,
}  # fmt: skip
