"""What every request passes: headers, the living example's own database, where it came from, and who is looking."""

import threading
from collections.abc import Callable
from datetime import datetime
from typing import Any, cast

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.db.backends.base.base import BaseDatabaseWrapper
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from reknit.people import arriving, preferences
from reknit.people.keys import CannotOpen
from reknit.rooms.mine import phrase
from reknit.site.database import connect, elsewhere
from reknit.spaces import seats
from reknit.spaces.access import Closed, Viewer, ViewerRequest
from reknit.vault import unlocked
from reknit.vault.closed import Locked, NotBegun

Next = Callable[[HttpRequest], HttpResponse]
DENIED = "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()"

# Open whoever runs the server: that page itself, the way out, and one's own account with what ends things.
ANYWAY = ("/me", "/out", "/health")


class Headers:
    """Nothing of a page is kept, embedded or shared: `no-store`, its own origin, no devices."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code >= 400 or not request.path.startswith(settings.STATIC_URL):
            response.headers["Cache-Control"] = "no-store"
            patch_vary_headers(response, ["Cookie", "HX-Request"])
        if request.method == "POST" and not 300 <= response.status_code < 400:
            response.headers["HX-Push-Url"] = "false"  # a form that comes back keeps the address it was asked at
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        response.headers["Permissions-Policy"] = DENIED
        return response


class OwnName:
    """Under any name but its own the server says one thing: that it is not to be used this way."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            request.get_host()
        except DisallowedHost:
            return render(request, "site/other_name.html", status=421)
        return self.get_response(request)


class Story:
    """Whoever looks around in the living example does so in its own database, with cookies of its own.

    Signing in to an account of one's own, or up for one, is never part of the story, and ends it.
    """

    outside = ("/in", "/up", "/j")

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response
        self._local = threading.local()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.example = self._in_story(request)  # type: ignore[attr-defined]
        if not request.example:  # type: ignore[attr-defined]
            return self._outside(request)
        for own, theirs in settings.STORY_COOKIES.items():
            request.COOKIES.pop(own, None)
            if theirs in request.COOKIES:
                request.COOKIES[own] = request.COOKIES[theirs]
        with elsewhere(self._connection()):
            return _renamed(self.get_response(request))

    def _in_story(self, request: HttpRequest) -> bool:
        looking = settings.STORY_COOKIE_NAME in request.COOKIES or request.path == "/look"
        apart = request.path.startswith(self.outside)
        return bool(settings.EXAMPLE and looking and not apart and settings.EXAMPLE_FILE.exists())

    def _outside(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if settings.STORY_COOKIE_NAME in request.COOKIES:
            response.delete_cookie(settings.STORY_COOKIE_NAME)
        return response

    def _connection(self) -> BaseDatabaseWrapper:
        """This thread's connection to the example; a new one when the example has been made anew."""
        made = settings.EXAMPLE_FILE.stat().st_ino
        if getattr(self._local, "made", None) != made:
            self._local.made, self._local.connection = made, connect(settings.EXAMPLE_FILE)
        return cast(BaseDatabaseWrapper, self._local.connection)


def _renamed(response: HttpResponse) -> HttpResponse:
    """The story's session under the story's cookie names, so that nobody is signed out of their own account."""
    for own, theirs in settings.STORY_COOKIES.items():
        if own in response.cookies:
            morsel = response.cookies.pop(own)
            response.cookies[theirs] = morsel.value
            response.cookies[theirs].update({name: value for name, value in morsel.items() if value != ""})
    return response


class FetchMetadata:
    """Another site may link here; it may not pull anything of ours into its own pages."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        site = request.headers.get("Sec-Fetch-Site", "none")
        navigating = request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate" and request.method == "GET"
        if site in {"cross-site", "same-site"} and not navigating:
            return HttpResponseForbidden("This can only be opened from its own pages.", content_type="text/plain")
        return self.get_response(request)


class Viewing:
    """Who is looking: a person whose key is open, with the clock read once for the whole request; or nobody."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.now = timezone.now()  # type: ignore[attr-defined]
        request.viewer = viewer(request, request.now)  # type: ignore[attr-defined]
        request.invited = _invited(request)  # type: ignore[attr-defined]
        if _asks_who_runs_it(request):
            return redirect(arriving.operator_page(request.get_full_path()))
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        """Who has a place and no key reads why, wherever they tried to go; what needs the passphrase asks for it."""
        if isinstance(fault, Closed):
            return redirect("space_closed", space=fault.space)
        if isinstance(fault, Locked | NotBegun):
            return phrase.ask(cast(ViewerRequest, request))
        return render(request, "cannot_open.html", status=409) if isinstance(fault, CannotOpen) else None


def viewer(request: Any, now: datetime) -> Viewer | None:
    if request.pair is None:
        return None
    person = request.user
    mine = preferences.read(person, pair=request.pair)
    request.confirmed = mine.operator
    found = Viewer(person, request.pair, now, mine.zone, unlocked.opened(request, person, now))
    preferences.keep(found, mine)
    return found


def _asks_who_runs_it(request: Any) -> bool:
    """Whether someone else runs this server since the viewer confirmed it. It waits for a page to be opened."""
    if request.viewer is None or not request.confirmed or request.confirmed == settings.OPERATOR:
        return False
    page = request.method == "GET" and not request.headers.get("HX-Request")
    return page and not request.example and not request.path.startswith(ANYWAY)


def _invited(request: Any) -> bool:
    code = request.COOKIES.get(settings.CODE_COOKIE_NAME, "")
    return bool(code) and seats.look(code, request.now) is not None
