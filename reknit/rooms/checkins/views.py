"""How am I? Saying so, and choosing when to be asked."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from reknit.rooms.asking import page, sent
from reknit.rooms.checkins import acts, reads
from reknit.rooms.checkins.forms import CheckIn, Day
from reknit.spaces.access import ViewerRequest


@require_http_methods(["GET", "HEAD", "POST"])
def how(request: ViewerRequest, space: UUID) -> HttpResponse:
    """How I am: under a minute, and every part can be left open. Seldom, one question more, for oneself alone."""
    here = request.viewer.space(space)
    form = CheckIn(request.POST or None, here=here)
    answered = sent(
        request,
        form,
        lambda once: acts.say_how(here, **form.arguments(), once=once),
        to=lambda _root: reverse("today", args=[space]),
        done=form.done,
    )
    if answered and reads.asks_more(here):  # what was sent remembers the day it led to, and nothing of this
        return HttpResponseRedirect(reverse("own", args=["worth"]))
    rhythm = Day(initial={"day": reads.day(here)})
    return answered or page(request, "checkins/check_in.html", form, here=here, rhythm=rhythm)


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
