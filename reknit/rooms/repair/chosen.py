"""What was chosen beside the words of a line of the path, as it was offered, and which thing it is about."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from reknit.content import daily as content
from reknit.practice.events import Event
from reknit.practice.facts_mending import BoundaryReviewed, BoundarySet, QuestionPut, SetbackOwned, StepTaken
from reknit.practice.wording import calendar_day, quoted, shortened
from reknit.rooms.repair.verbs import CAUSES, VERBS
from reknit.rooms.repair.verbs_amends import PARTS
from reknit.spaces.access import Here
from reknit.web.saying import translated

ABOUT = ("question", "boundary", "step")


def chosen(here: Here, event: Event, texts: dict[str, str]) -> list[str]:
    """Line by line. `texts` are the words of the thread by the id of their event."""
    facts: Any = event.facts
    known = {
        "feelings": content.meanings("feeling"),
        "messages": content.meanings("message"),
        "causes": {name: str(label) for name, label in CAUSES},
        "parts": {name: str(label) for name, label in PARTS},
    }
    about = [texts[id_] for name in ABOUT if (id_ := getattr(facts, name, "")) in texts]
    said = [_(labels[each]) for name, labels in known.items() for each in getattr(facts, name, ())]
    return [quoted(shortened(text, 80)) for text in about] + said + _besides(here, facts)


def _besides(here: Here, facts: Any) -> list[str]:
    """An answer or a day that the sentence above does not say."""
    match facts:
        case SetbackOwned(still=True):
            return [str(VERBS["setback"].flags["still"])]
        case BoundarySet():
            return [_choice("boundary", facts.protects), *_look(here, facts.look)]
        case BoundaryReviewed():
            return _look(here, facts.look)
        case QuestionPut():
            return [_choice("ask", facts.how), *_when(here, facts.at)]
        case StepTaken():
            return [_choice("step", facts.size), *_when(here, facts.on)]
    return []


def _choice(verb: str, answer: str) -> str:
    return str(dict(VERBS[verb].choices)[answer])


def _look(here: Here, day: str) -> list[str]:
    return [_("To be looked at again on %(day)s") % {"day": _day(here, day)}] if day else []


def _when(here: Here, key: str) -> list[str]:
    """A day, perhaps with an hour."""
    day, _sep, hour = key.partition("T")
    if not day:
        return []
    return [_("%(day)s at %(hour)s") % {"day": _day(here, day), "hour": hour} if hour else _day(here, day)]


def _day(here: Here, day: str) -> str:
    return translated(calendar_day(date.fromisoformat(day), here.today))
