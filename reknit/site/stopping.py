"""Stop all sharing: at once, with nothing sent to anyone.

Whatever lets somebody in, or hands something on, is ended by one line of `stop`. A room that adds such a thing adds its
line here, and its sentence to `site/stop.html`.
"""

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from reknit.people import factors, opened, resets, throttle
from reknit.spaces import returning, seats
from reknit.spaces.access import Viewer, ViewerRequest


def stop(request: HttpRequest, response: HttpResponseBase, viewer: Viewer) -> None:
    """End everything but the session asking, which goes on under a new id and with the private side closed."""
    person, now = viewer.person, viewer.now
    with transaction.atomic():
        opened.end_others(request, person=person)
        throttle.forget(person)
        resets.withdraw(person)
        factors.keep(person)
        seats.withdraw_all(viewer)
        returning.withdraw_all(viewer)
    opened.renew(request, response, person=person, pair=viewer.pair, now=now)
    throttle.remember(request, response, person=person, now=now)


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: ViewerRequest) -> HttpResponse:
    """What it ends, what others may notice; then that it is done, and what could come next."""
    done = request.method == "POST"
    response = render(request, "site/stop.html", {"done": done})
    if done:
        stop(request, response, request.viewer)
    return response
