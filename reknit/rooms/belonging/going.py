"""Why one came, and going again."""

from uuid import UUID

from allauth.core import ratelimit
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from reknit.people import preferences
from reknit.rooms.belonging import acts, reads
from reknit.rooms.belonging.forms import Part, Start
from reknit.rooms.belonging.standing import FORM, prefer
from reknit.spaces.access import ViewerRequest

GONE = gettext_lazy("You have left. What you could read stays yours to take along.")
GONE_ALL = gettext_lazy("You have left, and the space is erased.")


@require_http_methods(FORM)
def start(request: ViewerRequest) -> HttpResponse:
    """What brings me here: asked again, and changed by nobody else."""
    known = preferences.read(request.viewer.person, pair=request.viewer.pair)
    form = Start(request.POST or None, initial={"start": known.start})
    if request.method == "POST" and form.is_valid():
        prefer(request.viewer, start=form.answers()["start"])
        messages.success(request, _("Saved."))
        return redirect("home")
    return render(request, "belonging/start.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(FORM)
def part(request: ViewerRequest, space: UUID) -> HttpResponse:
    """Leaving: the export first, then one button with one's own password."""
    here = request.viewer.space(space)
    form = Part(request.POST or None)
    if request.method == "POST" and form.is_valid() and _is_them(request, form):
        empty = acts.part(here)
        messages.success(request, GONE_ALL if empty else GONE)
        return redirect("home" if empty else "spaces_past")
    context = {"here": here, "form": form, "last": reads.belonging(here).last}
    return render(request, "belonging/part.html", context, status=422 if form.errors else 200)


def _is_them(request: ViewerRequest, form: Part) -> bool:
    """Whether the password is theirs; tries are limited, for somebody else may be at the device."""
    if not ratelimit.consume(request, action="reauthenticate", user=request.viewer.person):
        form.add_error("password", _("There were many tries. Wait a few minutes. Nothing is locked."))
    elif not request.viewer.person.check_password(form.answers()["password"]):
        form.add_error("password", _("This is not your password. Nothing has changed."))
    return not form.errors
