"""The page on which an apology is read, whenever its receiver wants to, and can be answered, or not.

Reading it writes nothing: whoever gave it cannot tell whether it was opened.
"""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from reknit.practice.facts_amends import ApologyAnswered
from reknit.rooms.asking import perform
from reknit.rooms.before import questions_first
from reknit.rooms.coaching import Coached, only_looks
from reknit.rooms.repair import acts, letters
from reknit.rooms.repair.letters import Reading
from reknit.rooms.repair.verbs_amends import ANSWERS, PARTS
from reknit.spaces.access import Here, ViewerRequest
from reknit.web import forms as web


class Receiving(Coached):
    """An answer, if any: all of them equal, and none of them forgiving."""

    answer = web.Choice(label=_("Your answer, if any"), choices=ANSWERS)
    said = web.Words(label=_("What you need, or anything else you want to say"), required=False, rows=2)
    parts = web.Several(
        label=_("What was there"),
        help_text=_("Only what you mark here weighs, in your own picture. Nobody else grades it."),
        choices=PARTS,
        required=False,
        look="row",
    )

    def facts(self, apology: str) -> ApologyAnswered:
        said = self.cleaned_data
        return ApologyAnswered(apology, said["answer"], tuple(said["parts"]))

    def words(self) -> dict[str, str]:
        return {"said": self.cleaned_data["said"]} if self.cleaned_data.get("said") else {}


@require_http_methods(["GET", "HEAD", "POST"])
def read(request: ViewerRequest, space: UUID, breach: UUID, apology: UUID) -> HttpResponse:
    """One apology, with the change that stands behind it."""
    here = request.viewer.space(space)
    return _read(request, here, letters.reading(here, str(breach), str(apology)))


@questions_first
def _read(request: ViewerRequest, here: Here, page: Reading) -> HttpResponse:
    typed = request.POST if request.method == "POST" else None
    first = {"seen_line": page.latest, "answer": page.answer, "parts": list(page.parts)}
    form = Receiving(typed, initial=first)
    sent = bool(typed) and not only_looks(request, form) and form.is_valid()
    answered = _answer(request, here, page, form) if sent else None
    context = {"here": here, "page": page, "form": form, "names": here.present, "later": here.expected}
    return answered or render(request, "repair/apology.html", context, status=422 if form.errors else 200)


def _answer(request: ViewerRequest, here: Here, page: Reading, form: Receiving) -> HttpResponse | None:
    root = page.breach.id
    return perform(
        request,
        form,
        lambda once: acts.say(here, breach=root, facts=form.facts(page.id), words=form.words(), once=once),
        to=lambda _root: reverse("breach", args=[here.space_id, root]) + "#apology",
    )
