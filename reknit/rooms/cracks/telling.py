"""What can be said about a small crack: each verb with its form, its act, and how the page offers it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from reknit.rooms.cracks import acts
from reknit.rooms.cracks.forms import Answer, Happened, Helping, Remark
from reknit.spaces.access import Here


@dataclass(frozen=True)
class Verb:
    """One thing that can be said."""

    form: type[Remark]
    does: Callable[..., str]
    title: Any
    text: Any
    save: Any
    choice: str = ""

    def act(self, here: Here, form: Remark, **known: Any) -> str:
        chosen = {self.choice: form.cleaned_data[self.choice]} if self.choice else {}
        return self.does(here, words=form.words(), **chosen, **known)


VERBS = {
    "explain": Verb(
        Happened,
        acts.explain,
        _("Say what happened"),
        _("A reason explains; what it did stays as it was told."),
        _("Say it"),
    ),
    "answer": Verb(
        Answer, acts.answer, _("Answer"), _("“I didn’t know” is an answer, too."), _("Answer"), choice="answer"
    ),
    "helped": Verb(
        Helping,
        acts.helped,
        _("Say whether it helped"),
        _("Only you can say. You can leave it open."),
        _("Say it"),
        choice="helped",
    ),
    "go": Verb(
        Remark,
        acts.set_down,
        _("I let this go"),
        _("You can, at any time and for your own sake. It says nothing about trust, and it stays in what happened."),
        _("Let it go"),
    ),
}


def of(verb: str) -> Verb:
    """The verb, or not found."""
    if verb not in VERBS:
        raise Http404
    return VERBS[verb]


def form(verb: str, data: Any = None, **known: Any) -> Remark:
    """The form of a verb, its fields named after it: several of them stand on one page."""
    return of(verb).form(data, auto_id=f"{verb}_%s", **known)


@dataclass(frozen=True)
class Shown:
    """A verb as the page offers it."""

    verb: str
    form: Remark
    of: Verb
    open: bool


def forms(page: Any, bound: dict[str, Remark]) -> list[Shown]:
    """A form for each thing that can be said now; a bound one keeps what was typed, and stands open."""
    verbs = [*(verb for verb in bound if verb not in page.verbs), *page.verbs]
    first = "explain" if not bound and not page.crack.explained_at else ""
    seen = {"seen_line": page.latest}
    return [
        Shown(verb, bound.get(verb) or form(verb, initial=seen), of(verb), open=verb in {first, *bound})
        for verb in verbs
    ]
