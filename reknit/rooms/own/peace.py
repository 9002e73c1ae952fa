"""Telling someone that one forgives them: written, looked at, said; with what it is not beside it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from reknit.rooms.asking import Asking, perform
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
        people = [(f"{here.space_id} {seat.id}", seat.name) for here in spaces for seat in here.others if seat.joined]
        self.fields["whom"].choices = people  # type: ignore[attr-defined]

    @property
    def chosen(self) -> tuple[Here, str]:
        """The space, and the seat there."""
        space, _space, seat = self.cleaned_data["whom"].partition(" ")
        return self.spaces[space], seat


@require_http_methods(["GET", "HEAD", "POST"])
def tell(request: ViewerRequest) -> HttpResponse:
    """What they will see comes first, then the press that says it."""
    form = Tell(request.POST or None, spaces=request.viewer.spaces())
    context: dict[str, Any] = {"form": form}
    if request.method == "POST" and form.is_valid():
        here, seat = form.chosen
        words = {"said": form.cleaned_data["said"]} if form.cleaned_data.get("said") else {}
        if request.POST.get("do") == "say":
            answered = perform(
                request,
                form,
                lambda once: acts.tell_forgiven(here, whose=seat, words=words, once=once),
                to=lambda _root: reverse("own", args=["peace"]),
                done=_("Said."),
            )
            if answered:
                return answered
        look = request.POST.get("do") == "look"
        context |= {"here": here, "look": look, "who": here.name(seat), "names": here.present, "me": here.name(here.me)}
    return render(request, "own/tell.html", context, status=422 if form.errors else 200)
