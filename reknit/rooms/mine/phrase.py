"""The pages of the passphrase: set, typed, and put away again; each brings along what somebody was about to do."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from reknit.people import throttle
from reknit.practice.refused import Refused
from reknit.rooms.mine import carrying, keys, reads
from reknit.rooms.mine.carrying import Carried
from reknit.rooms.mine.forms import First, Unlock
from reknit.spaces.access import Viewer, ViewerRequest
from reknit.web.saying import translated

FORM = ["GET", "HEAD", "POST"]
CLEARED = '"cache", "storage"'
TOO_MANY = "There were many tries. Wait a minute, then try again. Nothing is locked for good."


def ask(request: ViewerRequest) -> HttpResponse:
    """The answer to whatever needs the private side open: the passphrase, with what was typed brought along."""
    carried = carrying.sent(request)
    if request.method != "POST":
        return redirect(f"{reverse('mine_open')}?{urlencode({carrying.TO: carried.to})}")
    begun = reads.begun(request.viewer)
    response = _open_page(request, Unlock(), carried) if begun else _begin_page(request, offering(First), carried)
    response.status_code = 422
    if request.headers.get("HX-Request"):
        response.headers["HX-Retarget"] = "body"
        response.headers["HX-Reswap"] = "innerHTML"
    return response


@sensitive_post_parameters()
@require_http_methods(FORM)
def begin(request: ViewerRequest) -> HttpResponse:
    """The first passphrase. What was typed on another page is sealed with it, in the same request."""
    carried = carrying.brought(request)
    if reads.begun(request.viewer):
        return open_(request)
    form = offering(First, request)
    if form.is_valid():
        said = form.cleaned_data
        viewer = tried(form, lambda: keys.begin(request.viewer, phrase=said["phrase"], idle=int(said["idle"])))
        if viewer is not None:
            return _begun(request, viewer, carried, code=said["code"] == "make")
    return _begin_page(request, form, carried)


@sensitive_post_parameters()
@require_http_methods(FORM)
def open_(request: ViewerRequest) -> HttpResponse:
    """The passphrase, and then on to where one was going."""
    carried = carrying.brought(request)
    if not reads.begun(request.viewer):
        return redirect("mine_begin")
    form = Unlock(request.POST if "phrase" in request.POST else None)
    if form.is_valid():
        viewer = counted(request, form, lambda: keys.unlock(request.viewer, typed=form.cleaned_data["phrase"]))
        if viewer is not None:
            response = carrying.go_on(request, viewer, carried)
            keys.stay_open(request, response, viewer)
            return response
    return _open_page(request, form, carried)


@require_POST
def lock(request: ViewerRequest) -> HttpResponse:
    response = redirect("mine")
    keys.lock(request, response)
    response.headers["Clear-Site-Data"] = CLEARED
    return response


def offering(kind: type[forms.Form], request: ViewerRequest | None = None) -> Any:
    """A form that offers six words; the same ones again where it comes back."""
    sent = request is not None and "phrase" in request.POST
    return kind(request.POST) if request and sent else kind(initial={"offered": reads.offered()})


def tried(form: Any, act: Callable[[], Viewer]) -> Viewer | None:
    """What the act opened; or None, with the reason on the form."""
    try:
        return act()
    except Refused as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, translated(refusal.say))
        return None


def counted(request: ViewerRequest, form: Any, act: Callable[[], Any]) -> Any:
    """The same for a passphrase that could be guessed: five tries at once, then one a minute, and never locked."""
    asked = {"what": "private", "name": request.viewer.person.name, "now": request.now}
    if not throttle.may_try(request, **asked):  # type: ignore[arg-type]
        form.add_error(None, _(TOO_MANY))
        return None
    found = tried(form, act)
    if found is not None:
        throttle.forgive(request, **asked)  # type: ignore[arg-type]
    return found


def shown_words(form: Any) -> str:
    """The six words a form offers, as they stand on its page."""
    return reads.as_offered(str(form["offered"].value() or ""))


def _begun(request: ViewerRequest, viewer: Viewer, carried: Carried, *, code: bool) -> HttpResponse:
    response = carrying.go_on(request, viewer, carried)
    done = 300 <= response.status_code < 400
    if code and done:
        context = {"code": keys.make_code(viewer), "on": response["Location"]}
        response = render(request, "mine/code.html", context)
    keys.stay_open(request, response, viewer)
    return response


def _begin_page(request: ViewerRequest, form: Any, carried: Carried) -> HttpResponse:
    context = {"form": form, "carried": carried, "words": shown_words(form)}
    return render(request, "mine/begin.html", context, status=422 if form.errors else 200)


def _open_page(request: ViewerRequest, form: Any, carried: Carried) -> HttpResponse:
    return render(request, "mine/open.html", {"form": form, "carried": carried}, status=422 if form.errors else 200)
