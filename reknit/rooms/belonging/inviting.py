"""Asking someone in: the code, what it offers, and taking the place."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from reknit.people import keys
from reknit.practice.refused import Refused
from reknit.rooms.belonging import acts
from reknit.rooms.belonging.forms import Enter
from reknit.rooms.belonging.standing import FORM, one_of, prefer
from reknit.spaces import seats
from reknit.spaces.access import Here, OpenRequest, Viewer, ViewerRequest
from reknit.web import qr
from reknit.web.saying import translated

AN_HOUR = 3600
NOTHING = gettext_lazy("This code does not open anything. It may be used, taken back, or older than seven days.")


@require_POST
def invite(request: ViewerRequest, space: UUID) -> HttpResponse:
    """A code for an empty place, shown once."""
    here = request.viewer.space(space)
    seat, proposal = request.POST.get("seat", ""), request.POST.get("proposal", "")
    try:
        code = acts.invite_agreed(here, proposal=proposal) if proposal else acts.invite(here, seat=seat)
    except Refused as refusal:
        messages.warning(request, translated(refusal.say))
        return redirect("people", space=space)
    return _code(request, here, code)


def _code(request: ViewerRequest, here: Here, code: str) -> HttpResponse:
    link = request.build_absolute_uri(f"{reverse('enter')}#{code}")
    groups = " ".join(code[i : i + 4] for i in range(0, len(code), 4))
    context = {"here": here, "code": groups, "link": link, "qr": qr.draw(link), "until": here.now + seats.LASTS}
    context["others"] = here.alone and len(here.others) > 1
    return render(request, "belonging/code.html", context)


@require_POST
def withdraw(request: ViewerRequest, space: UUID) -> HttpResponse:
    here = request.viewer.space(space)
    acts.withdraw_invitation(here, seat=one_of(here, request.POST.get("seat", "")))
    messages.success(request, _("The code no longer works."))
    return redirect("people", space=space)


@login_not_required
@require_http_methods(FORM)
def enter(request: OpenRequest) -> HttpResponse:
    """A code is typed, or read by script from the link; looking consumes nothing."""
    form = Enter(request.POST or None)
    if request.method == "POST" and form.is_valid():
        code = keys.tidy_code(form.answers()["code"])
        if seats.look(code, request.now):
            return _carried(code)
        form.add_error("code", NOTHING)
    return render(request, "belonging/enter.html", {"form": form}, status=422 if form.errors else 200)


def _carried(code: str) -> HttpResponse:
    """On to what it offers; the code goes along in a cookie, for an hour."""
    response = HttpResponseRedirect(reverse("invitation"))
    name, secure = settings.CODE_COOKIE_NAME, settings.HTTPS
    response.set_cookie(name, code, max_age=AN_HOUR, httponly=True, secure=secure, samesite="Lax")
    return response


@login_not_required
@require_http_methods(FORM)
def invitation(request: OpenRequest) -> HttpResponse:
    """What accepting means, before it is done. Who invites is told to the signed-in only."""
    code = request.COOKIES.get(settings.CODE_COOKIE_NAME, "")
    found = seats.look(code, request.now) if code else None
    if found is None:
        return redirect("enter")
    if request.method == "POST":
        return _accept(request, request.viewer, code) if request.viewer else redirect("account_login")
    context = {"offer": found.offer if request.viewer else None, "operator": settings.OPERATOR}
    return render(request, "belonging/invitation.html", context)


def _accept(request: HttpRequest, viewer: Viewer, code: str) -> HttpResponse:
    try:
        here = acts.accept(viewer, code=code)
    except Refused as refusal:
        messages.warning(request, translated(refusal.say))
    else:
        prefer(viewer, last_space=str(here.space_id))
    response = redirect("home")
    response.delete_cookie(settings.CODE_COOKIE_NAME)
    return response
