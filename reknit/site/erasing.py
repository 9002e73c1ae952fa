"""Erasing one's account: what goes and what stays is read first, then it is done, at once and for good."""

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from reknit.people import acts, opened, throttle
from reknit.people.forms import TOO_MANY, Again
from reknit.rooms.belonging import farewell
from reknit.spaces import disk
from reknit.spaces.access import Viewer, ViewerRequest
from reknit.vault import acts as vault


def erase(viewer: Viewer, *, words: bool = False) -> None:
    """Out of every space, then the private side, then the account with all its keys: all of it or nothing.

    With `words` what they wrote to others goes in thirty days, as if they had asked for each. Whatever else comes to
    hold something of one person adds its line here, and its sentence to `site/erase.html`.
    """
    with transaction.atomic():
        farewell.part_everywhere(viewer, words=words)
        vault.erase(viewer)
        acts.erase(viewer.person)
    disk.scrub()


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: ViewerRequest) -> HttpResponse:
    """What goes and what stays, by name, and a button beside one's own password. Nobody in the story has an account."""
    viewer = request.viewer
    if not viewer.person.has_usable_password():
        raise Http404
    form = Again(request.POST or None, user=viewer.person)
    if request.method == "POST":
        if not throttle.may_try(request, what="again", name=viewer.person.name, now=viewer.now):
            form.add_error(None, TOO_MANY)
        elif form.is_valid():
            return _gone(request)
    context = {"form": form, "spaces": farewell.looked_at(viewer)}
    return render(request, "site/erase.html", context, status=422 if form.errors else 200)


def _gone(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    erase(viewer, words="words" in request.POST)
    request.viewer = None  # type: ignore[assignment]
    response = render(request, "site/erased.html")
    throttle.erase(request, response, person=viewer.person, now=viewer.now)
    opened.close(request, response)
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response
