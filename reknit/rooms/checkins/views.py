"""How am I? Saying so, and choosing when to be asked."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from reknit.rooms.asking import perform
from reknit.rooms.checkins import acts, reads
from reknit.rooms.checkins.forms import CheckIn, Day
from reknit.spaces.access import ViewerRequest


@require_http_methods(["GET", "HEAD", "POST"])
def check_in(request: ViewerRequest, space: UUID) -> HttpResponse:
    """How I am: under a minute, and every part can be left open."""
    here = request.viewer.space(space)
    form = CheckIn(request.POST or None, here=here)
    if request.method == "POST" and form.is_valid():
        answered = perform(
            request,
            form,
            lambda once: acts.check_in(here, **form.arguments(), once=once),
            to=lambda _root: reverse("today", args=[space]),
            done=_("Saved. Only you can see it.") if form.only_me else _("Saved."),
        )
        if answered:
            return answered
    context = {"here": here, "form": form, "rhythm": Day(initial={"day": reads.day(here)})}
    return render(request, "checkins/check_in.html", context, status=422 if form.errors else 200)


@require_POST
def choose_day(request: ViewerRequest, space: UUID) -> HttpResponse:
    """The day one is asked, or not now: it comes again on its next day."""
    here = request.viewer.space(space)
    if "later" in request.POST:
        acts.asked(here)
        return HttpResponseRedirect(reverse("today", args=[space]))
    form = Day(request.POST)
    if form.is_valid():
        acts.choose_day(here, day=int(form.cleaned_data["day"]))
        messages.success(request, _("Saved."))
    return HttpResponseRedirect(reverse("checkin", args=[space]))
