"""Telling someone that one forgives them: written, looked at, said; with what it is not beside it."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from reknit.rooms.asking import Asking, page, sent
from reknit.rooms.before import questions_first
from reknit.rooms.own import acts
from reknit.spaces.access import Here, ViewerRequest
from reknit.web import forms as web


class Tell(Asking):
    """Whom, and the words, if any."""

    whom = web.Choice(label=_("Whom do you want to tell?"), choices=(), look="row")
    said = web.Words(label=_("In your own words"), required=False, rows=2)

    def __init__(self, *args: Any, spaces: list[Here], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.spaces = {str(here.space_id): here for here in spaces}
        self.people = [
            (f"{here.space_id} {seat.id}", seat.name) for here in spaces for seat in here.others if seat.joined
        ]
        self.fields["whom"].choices = self.people  # type: ignore[attr-defined]

    @property
    def here(self) -> Here:
        """The space in which it is told."""
        return self.spaces[self.cleaned_data["whom"].partition(" ")[0]]

    @property
    def seat(self) -> str:
        return str(self.cleaned_data["whom"].partition(" ")[2])

    @property
    def who(self) -> str:
        return self.here.name(self.seat)

    @property
    def me(self) -> str:
        return self.here.name(self.here.me)

    def words(self) -> dict[str, str]:
        return {"said": self.cleaned_data["said"]} if self.cleaned_data.get("said") else {}


@require_http_methods(["GET", "HEAD", "POST"])
def tell(request: ViewerRequest) -> HttpResponse:
    """Whom to tell, where there is anybody."""
    form = Tell(request.POST or None, spaces=request.viewer.spaces())
    return _tell(request, form) if form.people else page(request, "own/tell.html", form)


@questions_first
def _tell(request: ViewerRequest, form: Tell) -> HttpResponse:
    """What they will see comes first, then the press that says it."""
    done = None
    if request.POST.get("do") == "say":
        done = sent(
            request,
            form,
            lambda once: acts.tell_forgiven(form.here, whose=form.seat, words=form.words(), once=once),
            to=lambda _root: reverse("own", args=["peace"]),
            done=_("Said."),
        )
    return done or page(request, "own/tell.html", form, look=request.POST.get("do") == "look" and form.is_valid())
