"""The way out on every page, and what is told once about it."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from reknit.people import opened, preferences
from reknit.spaces.access import OpenRequest, ViewerRequest
from reknit.vault import unlocked

FORM = ["GET", "HEAD", "POST"]


class SeeOther(HttpResponseRedirect):
    """Away by a GET, whatever was asked with."""

    status_code = 303


@login_not_required
@require_safe
def away(request: OpenRequest) -> HttpResponse:
    """Off to another site at once, locked and signed out here: the one look that changes something.

    Only someone who goes here is signed out; a picture, a frame or a guess of the browser's only learns where away is.
    """
    response = SeeOther(settings.AWAY)
    response.headers["Referrer-Policy"] = "no-referrer"
    if _goes(request):
        response.headers["Clear-Site-Data"] = '"cache", "storage"'
        unlocked.lock(request, response)
        opened.close(request, response)
        response.delete_cookie(settings.STORY_COOKIE_NAME)
    return response


def _goes(request: HttpRequest) -> bool:
    """Whether a person goes here from one of our own pages, or by hand. Browsers too old to say so are believed."""
    sent = request.headers
    itself = sent.get("Sec-Fetch-Dest", "document") == "document" and "Sec-Purpose" not in sent
    return request.method == "GET" and itself and sent.get("Sec-Fetch-Site", "none") in {"same-origin", "none"}


@require_http_methods(FORM)
def away_told(request: ViewerRequest) -> HttpResponse:
    """What the button on every page does, and what it does not: read once, before the first page that has it."""
    if request.method == "POST":
        preferences.change(request.viewer.person, pair=request.viewer.pair, away=True)
        return redirect("home")
    host = (urlsplit(settings.AWAY).hostname or "").removeprefix("www.")
    return render(request, "care/away_told.html", {"host": host})
