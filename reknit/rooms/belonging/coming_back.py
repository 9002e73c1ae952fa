"""The pages of coming back: a space that is closed, letting someone back in, an old password remembered."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from reknit.people import resets, throttle
from reknit.rooms.asking import press
from reknit.rooms.belonging import returning
from reknit.rooms.belonging.forms import Old
from reknit.spaces.access import ViewerRequest

FORM = ["GET", "HEAD", "POST"]


@require_http_methods(FORM)
def closed(request: ViewerRequest, space: UUID) -> HttpResponse:
    """A space one has a seat in and no key to: why, and how it opens again."""
    found = returning.closed(request.viewer, space)
    if request.method == "POST":
        returning.ask_back(request.viewer, space=space)
        messages.success(
            request, _("They will read it the next time they are here. Compare the words with them by voice.")
        )
        return redirect("space_closed", space=space)
    person = request.viewer.person
    until = resets.kept_until(person, now=request.now)
    return render(request, "belonging/closed.html", {"closed": found, "old_until": until})


@require_POST
def let_in(request: ViewerRequest, space: UUID) -> HttpResponse:
    here = request.viewer.space(space)
    seat, half = request.POST.get("seat", ""), request.POST.get("half", "")
    return press(
        request,
        lambda once: returning.let_back_in(here, seat=seat, half=half, once=once),
        to=lambda _id: reverse("people", args=[space]),
    )


@sensitive_post_parameters()
@require_http_methods(FORM)
def old(request: ViewerRequest) -> HttpResponse:
    """The password of before a reset, or its recovery code, opens again what it opened then."""
    form = Old(request.POST or None)
    if form.is_valid():
        tried = {"what": "old", "name": request.viewer.person.name, "now": request.now}
        if not throttle.may_try(request, **tried):  # type: ignore[arg-type]
            return render(request, "429.html", status=429)
        former = resets.remembered(request.viewer.person, typed=form.answers()["old"], now=request.now)
        if former is not None:
            throttle.forgive(request, **tried)  # type: ignore[arg-type]
            return _open_again(request, returning.remember(request.viewer, former))
        form.add_error("old", _("This opens nothing that is kept here. Nothing has changed."))
    return render(request, "belonging/old.html", {"form": form}, status=422 if form.errors else 200)


def _open_again(request: ViewerRequest, spaces: int) -> HttpResponse:
    said = ngettext("%(count)d space is open again.", "%(count)d spaces are open again.", spaces)
    messages.success(request, said % {"count": spaces} + " " + _("The password you sign in with stays the new one."))
    return redirect("home")
