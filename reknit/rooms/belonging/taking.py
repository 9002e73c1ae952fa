"""Taking along, and taking back: the export of a space, and the erasure of one's own words."""

from functools import partial
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from reknit.ledger import export, store
from reknit.people import throttle
from reknit.people.fresh import fresh_only
from reknit.rooms.asking import press
from reknit.rooms.belonging import acts
from reknit.rooms.belonging.standing import FORM
from reknit.spaces.access import Here, Viewer, ViewerRequest

NAME = "copy.zip"
AT_ONCE = gettext_lazy("The words are gone.")
IN_THIRTY = gettext_lazy("The words will go in thirty days. Until then you can keep them.")


@require_http_methods(FORM)
@fresh_only
def copy(request: ViewerRequest, space: UUID) -> HttpResponse:
    """Everything this member could read here, as one file; also for who has left. First what is in it."""
    here = _stands_or_stood(request.viewer, space)
    wait = request.method == "POST" and not throttle.may_do(request.viewer.pair, what="copy", now=request.now)
    if wait or request.method != "POST":
        context = {"here": here, "wait": throttle.MANY_COPIES if wait else ""}
        return render(request, "belonging/copy.html", context, status=422 if wait else 200)
    response = HttpResponse(export.pack(here), content_type="application/zip")
    response.headers["Content-Disposition"] = f'attachment; filename="{NAME}"'
    response.headers["Content-Security-Policy"] = "sandbox"
    return response


def _stands_or_stood(viewer: Viewer, space: UUID) -> Here:
    try:
        return viewer.space(space)
    except Http404:
        return viewer.former(space)


@require_safe
def past(request: ViewerRequest) -> HttpResponse:
    """The spaces this person has left, and their copies."""
    return render(request, "belonging/past.html", {"formers": request.viewer.formers()})


@require_http_methods(FORM)
@fresh_only
def end_words(request: ViewerRequest, space: UUID, event: UUID) -> HttpResponse:
    """One's own words go: at once while alone here, else after thirty days' notice, after reading what that means."""
    here = request.viewer.space(space)
    line = store.one(here, str(event))
    if line.by != here.me or not line.words:
        raise Http404
    if request.method == "POST":
        erase = partial(acts.ask_erasure, here, event=str(event))
        done = AT_ONCE if here.alone else IN_THIRTY
        return press(request, lambda once: erase(once=once), to=lambda _id: reverse("history", args=[space]), done=done)
    return render(request, "belonging/words.html", {"here": here, "line": line})


@require_POST
def keep_words(request: ViewerRequest, space: UUID, event: UUID) -> HttpResponse:
    here = request.viewer.space(space)
    return press(
        request,
        lambda once: acts.keep_words(here, event=str(event), once=once),
        to=lambda _id: reverse("history", args=[space]),
        done=_("The words stay."),
    )
