"""The page on which an apology is written: looked at, kept for oneself, or given once its writer has seen it whole."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from reknit.practice import mending
from reknit.practice.facts_amends import ApologyOffered
from reknit.practice.refused import Refused
from reknit.rooms.asking import perform
from reknit.rooms.before import questions_first
from reknit.rooms.coaching import Coached, only_looks
from reknit.rooms.repair import acts, letters
from reknit.rooms.repair.letters import LETTER, Writing
from reknit.spaces.access import Here, ViewerRequest
from reknit.web import forms as web
from reknit.web.saying import translated

GIVEN = _("It is there. Nothing has to come back.")
KEPT = _("Kept. Only you can read it.")


HOW = (
    web.option("written", _("Written, to be read at any time")),
    web.option("aloud", _("To be read aloud, when they choose")),
    web.option("talk", _("Kept for a talk"), hint=_("What you wrote stays with you; they learn only that you would.")),
)


# The three that carry it: asked for first, and not offered as something to leave out.
CARRIES = ("said", "effect", "repair", "differently")


class Apologising(Coached):
    """Its parts. What has to stand in it is for the practice to say, and only when it is given."""

    understood = web.Words(
        label=_("What I understand now, and did not before"),
        help_text=_("Leave it empty if a promise you linked has been kept since."),
        required=False,
        rows=2,
    )
    said = web.Words(
        label=_("What I did"),
        help_text=_("The one thing, as it could be seen, with its day. No because, no but."),
        required=False,
        rows=3,
    )
    effect = web.Words(
        label=_("What it did to you"),
        help_text=_("Only what you know, or were told. Not how they must have felt."),
        required=False,
        rows=3,
    )
    repair = web.Words(
        label=_("How I will make it right"),
        help_text=_("Something you can do, without their help, by a day."),
        required=False,
        rows=2,
    )
    differently = web.Words(
        label=_("What I will do differently"),
        help_text=_("Small enough to be kept, and to be seen: what, and when."),
        required=False,
        rows=2,
    )
    asks = forms.BooleanField(label=_("Then ask: what would help?"), required=False)
    mine = web.Words(label=_("That it was wrong, and mine"), required=False, rows=2)
    sorry = web.Words(label=_("I am sorry"), required=False, rows=2)
    how = web.Choice(label=_("How do you give it?"), choices=HOW)
    kept = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    REST = ("mine", "sorry")

    def __init__(self, *args: Any, page: Writing, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("how", "written")
        for name in CARRIES:
            self.fields[name].either = True  # type: ignore[attr-defined]
        if not page.again:
            del self.fields["understood"]
        if not page.sendable:
            del self.fields["asks"]
            self.fields["how"].required = False

    def rest(self) -> list[Any]:
        return [self[name] for name in self.REST]

    def rest_written(self) -> bool:
        """Whether there is something to be seen there."""
        return any(self[name].value() or name in self.errors for name in self.REST)

    def facts(self) -> ApologyOffered:
        said = self.cleaned_data
        return ApologyOffered(how=said.get("how") or "written", asks=bool(said.get("asks")))

    def words(self) -> dict[str, str]:
        return {name: text for name in LETTER if (text := self.cleaned_data.get(name))}

    def allowed(self, here: Here, page: Writing) -> bool:
        """Whether it may be given as it stands; where not, the form says why."""
        try:
            mending.may(
                page.breach, self.facts(), by=here.me, words=self.words(), now=here.now, names=here.name,
                shown=page.shown,
            )  # fmt: skip
        except Refused as refusal:
            self.add_error(refusal.field if refusal.field in self.fields else None, translated(refusal.say))
            return False
        return True


@require_http_methods(["GET", "HEAD", "POST"])
def write(request: ViewerRequest, space: UUID, breach: UUID) -> HttpResponse:
    """For whoever did it."""
    here = request.viewer.space(space)
    return _write(request, here, letters.writing(here, str(breach)))


@questions_first
def _write(request: ViewerRequest, here: Here, page: Writing) -> HttpResponse:
    typed = request.POST if request.method == "POST" else None
    form = Apologising(typed, page=page, initial={"seen_line": page.latest})
    sent = bool(typed) and not only_looks(request, form) and form.is_valid()
    does = DOES.get(request.POST.get("choice", ""), _look) if sent else None
    answered = does(request, here, page, form) if does else None
    context = {"here": here, "page": page, "form": form, "names": here.present, "later": here.expected}
    return answered or render(request, "repair/apologise.html", context, status=422 if form.errors else 200)


def _look(request: ViewerRequest, here: Here, page: Writing, form: Apologising) -> HttpResponse | None:
    """As the other will read it; the practice has its say before that."""
    if not form.allowed(here, page):
        return None
    own = {"csrfmiddlewaretoken", "choice"}
    fields = [(name, value) for name in request.POST if name not in own for value in request.POST.getlist(name)]
    letter = letters.letter(form.words())
    context = {"here": here, "page": page, "form": form, "fields": fields, "letter": letter, "names": here.present,
               "later": here.expected}  # fmt: skip
    return render(request, "repair/apology_preview.html", context)


def _give(request: ViewerRequest, here: Here, page: Writing, form: Apologising) -> HttpResponse | None:
    words = {} if form.facts().how == "talk" else form.words()
    root = page.breach.id
    return perform(
        request,
        form,
        lambda once: acts.say(
            here, breach=root, facts=form.facts(), words=words, kept=form.cleaned_data["kept"], once=once
        ),
        to=lambda _root: reverse("breach", args=[here.space_id, root]) + "#apology",
        done=GIVEN,
    )


def _keep(request: ViewerRequest, here: Here, page: Writing, form: Apologising) -> HttpResponse | None:
    """For oneself alone, open or locked."""
    if not form.words():
        form.add_error("said", _("Write something, or leave it for another day."))
        return None
    kept, root = form.cleaned_data["kept"], page.breach.id
    return perform(
        request,
        form,
        lambda once: acts.keep_apology(here, breach=root, facts=form.facts(), words=form.words(), kept=kept, once=once),
        to=lambda _id: reverse("breach_apologise", args=[here.space_id, root]),
        done=KEPT,
    )


def _change(_request: ViewerRequest, _here: Here, _page: Writing, _form: Apologising) -> None:
    return None


Does = Callable[[ViewerRequest, Here, Writing, Apologising], HttpResponse | None]
DOES: dict[str, Does] = {"give": _give, "keep": _keep, "change": _change}
