"""The lines of a story about promises, written as `story_promising.py` reads them."""

from collections.abc import Callable
from itertools import groupby
from typing import Any

from reknit.practice.story_acts import (
    Answers,
    AnswersMany,
    Ends,
    Explains,
    Moves,
    Promises,
    Releases,
    Remarks,
    Says,
    TakesBack,
    TakesWord,
)  # fmt: skip
from reknit.practice.story_promising import ANSWERS, MATTERS, REMARKS
from reknit.practice.story_when import write_when
from reknit.practice.wording import listed

Written = tuple[str, dict[str, str]]


def _promises(act: Promises) -> Written:
    to = listed(act.to) if act.to else "everyone"
    weight = {number: words for words, number in MATTERS.items()}[act.weight]
    below = {
        "known": act.known,
        "between": act.between,
        "facet": act.facet if act.facet != "consistency" else "",
        "matters": weight if act.weight != 1.0 else "",
        "sure": str(act.sure) if act.sure != 3 else "",
    }
    return f"promises {to} [{act.label}] {write_when(act.when)}", {"": act.what, **below}


def _moves(act: Moves) -> Written:
    verb, word = ("will be late", "until") if act.how == "late" else ("can't", "instead")
    to = act.to[11:] if act.to[:10] == act.due[:10] and act.to[11:] else act.to.replace("T", " ")
    return f"{verb} {_place(act)}" + (f" {word} {to}" if to else ""), {"": act.said}


def _answers(act: Answers) -> Written:
    said = next(words for words, answer in ANSWERS.items() if answer == act.answer)
    if act.seen:
        said = f"it was {act.seen}" if act.answer == "yes" else f"{said}, it was {act.seen}"
    return f"answers {_place(act)} {said}", {"": act.said}


def _answers_many(act: AnswersMany) -> Written:
    if not act.places:
        return "answers yes on everything waiting", {}
    groups = groupby(act.places, key=lambda place: place.label)
    named = [f"[{label}] " + ", ".join(place.due[:10] for place in places) for label, places in groups]
    return f"answers yes on {listed(named)}", {}


def _remarks(act: Remarks) -> Written:
    if act.remark == "reply":
        return f"replies {_place(act)}", {"": act.said}
    remark = next(words for words, kind in REMARKS.items() if kind == act.remark)
    return f"adds {_place(act)} {remark}", {"": act.said}


def _place(act: Any) -> str:
    return f"[{act.label}] {act.due[:10]}"


WRITE: dict[type, Callable[[Any], Written]] = {
    Promises: _promises,
    Ends: lambda act: (f"ends [{act.label}]", {"": act.why}),
    Says: lambda act: (f"says {_place(act)} {act.outcome}", {"": act.said}),
    Moves: _moves,
    Releases: lambda act: (f"releases {_place(act)}", {"": act.said}),
    Answers: _answers,
    AnswersMany: _answers_many,
    TakesWord: lambda act: (f"takes the word on [{act.label}]", {}),
    TakesBack: lambda act: (f"takes back the word on [{act.label}]", {}),
    Explains: lambda act: (f"explains {_place(act)}", {"": act.said}),
    Remarks: _remarks,
}
