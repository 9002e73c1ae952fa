"""The cover, the way home, and the way into the living example."""

import json

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from reknit.people import acts, opened, preferences
from reknit.people.keys import Pair
from reknit.people.models import OpenKey, Person
from reknit.spaces.access import OpenRequest, ViewerRequest


@login_not_required
@require_safe
def front(request: OpenRequest) -> HttpResponse:
    """The cover: look around in a story, or start your own."""
    if request.viewer is not None:
        return redirect("home")
    return render(request, "site/front.html", {"example": settings.EXAMPLE and settings.EXAMPLE_FILE.exists()})


@require_safe
def home(request: ViewerRequest) -> HttpResponse:
    """The space last used, or the first run where there is none yet; before all that, once, the way out is shown."""
    mine = preferences.read(request.viewer.person, pair=request.viewer.pair)
    if not mine.away and not request.example:
        return redirect("away_told")
    spaces = [str(here.space_id) for here in request.viewer.spaces()]
    if not spaces:
        lost = request.viewer.closed()
        return redirect("space_closed", space=lost[0]) if lost else redirect("begin")
    return redirect("today", space=mine.last_space if mine.last_space in spaces else spaces[0])


@login_not_required
@require_POST
def look(request: OpenRequest) -> HttpResponse:
    """Into the living example, as one of the people of its story."""
    who = request.POST.get("who") or request.GET.get("who", "")
    if not request.example:
        raise Http404
    person, pair = _of_the_story(who)
    response = HttpResponseRedirect("/home")
    response.set_cookie(settings.STORY_COOKIE_NAME, "1", httponly=True, secure=settings.HTTPS, samesite="Lax")
    opened.sign_in(request, response, person=person, pair=pair, device=OpenKey.Device.SHARED, now=request.now)
    return response


def _of_the_story(who: str) -> tuple[Person, Pair]:
    """Someone of the story with their key, or not found."""
    cast = json.loads(settings.EXAMPLE_FILE.with_suffix(".keys").read_text())
    person = Person.objects.named(who) if who in cast else None
    if person is None:
        raise Http404
    return person, acts.open_story_person(person, key=bytes.fromhex(cast[who]))


@login_not_required
@require_POST
def look_out(request: OpenRequest) -> HttpResponse:
    """Out of the example, back to the cover."""
    response = HttpResponseRedirect("/")
    if request.example:
        opened.close(request, response)
    response.delete_cookie(settings.STORY_COOKIE_NAME)
    return response
