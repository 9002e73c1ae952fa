"""What someone reads for themselves before the first thing they do together with the others here."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from reknit.people import preferences
from reknit.spaces.access import Viewer, ViewerRequest

P = ParamSpec("P")
EVERY = timedelta(days=90)


def questions_first(
    view: Callable[Concatenate[ViewerRequest, P], HttpResponse],
) -> Callable[Concatenate[ViewerRequest, P], HttpResponse]:
    """Decorate the view of a page on which people do something together: an acknowledgement, an apology, a talk.

    Before the first such page, and again after ninety days, whoever opens one reads a few questions that are for them
    alone (`/me/first`), and goes on to it from there. It holds up no form that was sent and blocks nothing, and no one
    else can tell that it was shown, skipped or read: what is ticked there never leaves the browser.
    """

    @wraps(view)
    def first(request: ViewerRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.method == "GET" and due(request.viewer):
            return HttpResponseRedirect(f"{reverse('questions')}?{urlencode({'to': request.get_full_path()})}")
        return view(request, *args, **kwargs)

    return first


def due(viewer: Viewer) -> bool:
    """Whether this person is to be shown the questions."""
    passed = preferences.of(viewer).asked
    return not passed or viewer.today >= date.fromisoformat(passed) + EVERY
