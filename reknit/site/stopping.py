"""Stop all sharing: at once, with nothing sent to anyone.

Whatever lets somebody in, or hands something on, is ended by one line of `stop`. A room that adds such a thing adds its
line here, and its sentence to `site/stop.html`.
"""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from reknit.people import factors, opened, resets, throttle
from reknit.spaces import returning, seats
from reknit.spaces.access import Viewer, ViewerRequest
from reknit.vault import unlocked


def stop(request: HttpRequest, viewer: Viewer) -> None:
    """End whatever lets somebody in, or hands something on, but the session asking."""
    person = viewer.person
    with transaction.atomic():
        opened.end_others(request, person=person)
        unlocked.lock_everywhere(person)
        throttle.forget(person)
        resets.withdraw(person)
        factors.keep(person)
        seats.withdraw_all(viewer)
        returning.withdraw_all(viewer)


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: ViewerRequest) -> HttpResponse:
    """What it ends, what others may notice; then that it is done, and what could come next.

    The session asking goes on under a new id, so that a copy of its cookies is worth nothing, and with the private side
    closed: there is no row any more, and no cookie, that half its key could be in.
    """
    viewer = request.viewer
    if request.method != "POST":
        return render(request, "site/stop.html")
    stop(request, viewer)
    response = render(request, "site/stop.html", {"done": True})
    unlocked.lock(request, response)
    opened.renew(request, response, person=viewer.person, pair=viewer.pair, now=viewer.now)
    throttle.remember(request, response, person=viewer.person, now=viewer.now)
    return response
