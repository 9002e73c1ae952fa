"""What can be said about one time a promise falls due: each verb with its form and its act."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from reknit.practice.occurrence import Seen
from reknit.rooms.promises import acts
from reknit.rooms.promises.forms import Answering, Explaining, Moving, Remarking, Saying, Seeing, Telling
from reknit.spaces.access import Here

Act = Callable[..., Any]


@dataclass(frozen=True)
class Verb:
    """One thing that can be said: the form it takes, and what it does."""

    form: type[Telling]
    does: Callable[[Here, Any, dict[str, Any]], Any]

    def act(self, here: Here, form: Any, **known: Any) -> Any:
        return self.does(here, form, {**known, "words": form.words()})


def _say(here: Here, form: Saying, known: dict[str, Any]) -> str:
    return acts.say(here, outcome=form.cleaned_data["outcome"], **known)


def _move(here: Here, form: Moving, known: dict[str, Any]) -> str:
    return acts.move(here, how=form.cleaned_data["how"], to=form.to(), **known)


def _answer(here: Here, form: Answering, known: dict[str, Any]) -> str:
    said = form.cleaned_data
    seen: Seen = said["seen"] if said["answer"] in {"yes", "differently"} else ""
    return acts.answer(here, answer=said["answer"], seen=seen, **known)


def _see(here: Here, form: Seeing, known: dict[str, Any]) -> str:
    return acts.answer(here, answer="yes", seen=form.cleaned_data["seen"], **known)


def _release(here: Here, _form: Telling, known: dict[str, Any]) -> str:
    return acts.release(here, **known)


def _explain(here: Here, _form: Telling, known: dict[str, Any]) -> str:
    return acts.explain(here, **known)


def _remark(here: Here, form: Remarking, known: dict[str, Any]) -> str:
    return acts.remark(here, remark=form.cleaned_data["remark"], **known)


def _ask(here: Here, _form: Telling, known: dict[str, Any]) -> str:
    return acts.remark(here, remark="all_right", **known)


def _reply(here: Here, _form: Telling, known: dict[str, Any]) -> str:
    return acts.remark(here, remark="reply", **known)


VERBS = {
    "say": Verb(Saying, _say),
    "move": Verb(Moving, _move),
    "answer": Verb(Answering, _answer),
    "see": Verb(Seeing, _see),
    "release": Verb(Telling, _release),
    "explain": Verb(Explaining, _explain),
    "remark": Verb(Remarking, _remark),
    "ask": Verb(Telling, _ask),
    "reply": Verb(Telling, _reply),
}


def of(verb: str) -> Verb:
    """The verb, or not found."""
    if verb not in VERBS:
        raise Http404
    return VERBS[verb]


def form(verb: str, data: Any = None, **known: Any) -> Telling:
    """The form of a verb, its fields named after it: several of them stand on one page."""
    return of(verb).form(data, auto_id=f"{verb}_%s", **known)


@dataclass(frozen=True)
class Shown:
    """A verb as the page offers it."""

    verb: str
    form: Telling
    title: str
    text: str
    save: str
    who: list[str]
    open: bool


def forms(here: Here, page: Any, bound: dict[str, Any], chosen: str = "") -> list[Shown]:
    """A form for each thing this person can say here now; a bound one keeps what was typed, and stands open.

    One that can no longer be sent is still shown when it was: nothing typed is lost. `chosen` opens *differently*.
    """
    verbs = [*(verb for verb in bound if verb not in page.verbs), *page.verbs]
    first = "" if page.spoken or bound else next(iter(page.verbs), "")
    opened = {first, *bound, *(["answer"] if chosen else [])}
    return [_shown(here, page, verb, bound.get(verb), open=verb in opened, chosen=chosen) for verb in verbs]


def _shown(here: Here, page: Any, verb: str, bound: Any, *, open: bool, chosen: str) -> Shown:
    title, text, save = _COPY[verb]
    if page.spoken and verb in _AGAIN:
        title = _AGAIN[verb]
    initial = {"seen_line": page.latest, **({"answer": chosen} if verb == "answer" else {})}
    shown = bound or form(verb, initial=initial)
    return Shown(verb, shown, str(title), str(text) % {"name": page.other}, str(save), here.present, open=open)


_AGAIN = {"say": _("Correct what you said"), "answer": _("Answer anew"), "see": _("Correct what you said")}
_COPY = {
    "say": (
        _("Say what came of it"),
        _("Your word stands beside theirs. You can correct it later; both stay to be read."),
        _("Say it"),
    ),
    "move": (
        _("Say now that it will be late, or not be"),
        _("Said before it is due, this counts as being open, not as a miss."),
        _("Say it now"),
    ),
    "answer": (_("Say how it was for you"), _("There is no wrong answer, and you can leave it."), _("Answer")),
    "see": (_("Speak first"), _("%(name)s has not said anything yet. You can say what you saw."), _("Say it")),
    "release": (
        _("Let it go this once"),
        _("Then nothing is expected this time, and nothing is counted."),
        _("Let it go"),
    ),
    "explain": (
        _("Say what happened"),
        _("The lapse stays what it was. Saying it yourself stands beside it."),
        _("Say it"),
    ),
    "remark": (
        _("Say that it hurt, or what it cost"),
        _("Also when it was said in time, also when the reason was good."),
        _("Say it"),
    ),
    "ask": (_("Ask whether everything is all right"), _("You can ask this and still say that it hurt."), _("Ask")),
    "reply": (_("Reply"), _("A few words back."), _("Reply")),
}
