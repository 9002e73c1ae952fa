"""The way out on every page, the page of help, and what is read for oneself before a thing done together."""

from functools import cache
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render, resolve_url
from django.template.loader import render_to_string
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from reknit.content import helplines
from reknit.people import opened, preferences
from reknit.spaces.access import OpenRequest, ViewerRequest
from reknit.vault import unlocked

FORM = ["GET", "HEAD", "POST"]
QUESTIONS = (
    _("I am afraid of how they react."),
    _("They have hurt or threatened me, or someone or something I love."),
    _("They have made me do what I did not want; in bed, too."),
    _("They check where I go, what I read, or whom I talk to."),
    _("They keep me from people, from money, from work or from sleep."),
    _("I am not free to say no."),
)


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


@login_not_required
@require_safe
def get_help(request: HttpRequest) -> HttpResponse:
    """The page of help: the same bytes for everyone, whoever asks and whether they are signed in."""
    return HttpResponse(_help(get_language()))


@cache
def _help(language: str | None) -> str:
    return render_to_string("care/help.html", {"countries": helplines.countries(), "elsewhere": helplines.ELSEWHERE})


@require_http_methods(FORM)
def questions(request: ViewerRequest) -> HttpResponse:
    """A few questions for oneself alone. Answers are not taken; going on is all that is kept, the same for everyone."""
    to = request.POST.get("to") or request.GET.get("to", "")
    if not url_has_allowed_host_and_scheme(to, allowed_hosts=None):
        to = resolve_url("home")
    if request.method == "POST":
        viewer = request.viewer
        preferences.change(viewer.person, pair=viewer.pair, asked=viewer.today.isoformat())
        return redirect(to)
    return render(request, "care/questions.html", {"questions": QUESTIONS, "to": to})
