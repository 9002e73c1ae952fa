"""The pages about who is here: the first run, asking someone in, accepting, going."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from reknit.people import keys, preferences
from reknit.practice.refused import Refused
from reknit.rooms.asking import perform, press
from reknit.rooms.belonging import acts, qr, reads
from reknit.rooms.belonging.forms import Begin, Enter, Part, Propose
from reknit.shelves.writing import Once
from reknit.spaces import seats
from reknit.spaces.access import Here, OpenRequest, Viewer, ViewerRequest
from reknit.web.saying import translated

FORM = ["GET", "HEAD", "POST"]
AN_HOUR = 3600


@require_http_methods(FORM)
def begin(request: ViewerRequest) -> HttpResponse:
    """The first run, and every further space."""
    form = Begin(request.POST or None)
    if request.method == "POST" and form.is_valid():
        answered = perform(request, form, lambda once: _begin(request.viewer, form, once), to=_today, done="")
        if answered:
            return answered
    first = not request.viewer.spaces()
    return render(request, "belonging/begin.html", {"form": form, "first": first}, status=422 if form.errors else 200)


def _begin(viewer: Viewer, form: Begin, once: Once) -> UUID:
    said = form.answers()
    here = acts.open_space(viewer, kind=said["kind"], names=said["names"], once=once)
    _prefer(viewer, start=said["start"], zone=said["zone"] or viewer.zone, last_space=str(here.space_id))
    return here.space_id


def _prefer(viewer: Viewer, **changed: str) -> None:
    known = preferences.read(viewer.person, pair=viewer.pair)
    for name, value in changed.items():
        setattr(known, name, value)
    preferences.write(viewer.person, pair=viewer.pair, preferences=known)


def _today(space: str) -> str:
    return reverse("today", args=[space])


@require_POST
def go(request: ViewerRequest, space: UUID) -> HttpResponse:
    """Into this space; the next sign-in opens it."""
    here = request.viewer.space(space)
    _prefer(request.viewer, last_space=str(here.space_id))
    return redirect("today", space=space)


@require_safe
def people(request: ViewerRequest, space: UUID) -> HttpResponse:
    """Who is here, who is expected, and the ways in and out."""
    here = request.viewer.space(space)
    return render(
        request, "belonging/people.html", {"here": here, "belonging": reads.belonging(here), "propose": Propose()}
    )


@require_POST
def invite(request: ViewerRequest, space: UUID) -> HttpResponse:
    """A code for an empty place, shown once."""
    here = request.viewer.space(space)
    seat, proposal = request.POST.get("seat", ""), request.POST.get("proposal", "")
    try:
        if proposal:
            code = acts.invite_agreed(here, proposal=proposal)
        else:
            code = acts.invite(here, seat=seat)
    except Refused as refusal:
        messages.warning(request, translated(refusal.say))
        return redirect("people", space=space)
    return _code(request, here, code)


def _code(request: ViewerRequest, here: Here, code: str) -> HttpResponse:
    link = request.build_absolute_uri(f"{reverse('enter')}#{code}")
    groups = " ".join(code[i : i + 4] for i in range(0, len(code), 4))
    context = {"here": here, "code": groups, "link": link, "qr": qr.draw(link), "until": here.now + seats.LASTS}
    return render(request, "belonging/code.html", context)


@require_POST
def withdraw(request: ViewerRequest, space: UUID) -> HttpResponse:
    here = request.viewer.space(space)
    acts.withdraw_invitation(here, seat=_seat(here, request.POST.get("seat", "")))
    messages.success(request, _("The code no longer works."))
    return redirect("people", space=space)


def _seat(here: Here, seat: str) -> str:
    if seat not in here.seats:
        raise Http404
    return seat


@require_POST
def propose(request: ViewerRequest, space: UUID) -> HttpResponse:
    here = request.viewer.space(space)
    form = Propose(request.POST)
    if form.is_valid():
        answered = perform(
            request,
            form,
            lambda once: acts.propose(here, name=form.answers()["name"], once=once),
            to=lambda _id: _people(space),
        )
        if answered:
            return answered
    context = {"here": here, "belonging": reads.belonging(here), "propose": form}
    return render(request, "belonging/people.html", context, status=422)


@require_POST
def agree(request: ViewerRequest, space: UUID) -> HttpResponse:
    here = request.viewer.space(space)
    proposal = request.POST.get("proposal", "")
    return press(request, lambda once: acts.agree(here, proposal=proposal, once=once), to=lambda _id: _people(space))


def _people(space: UUID) -> str:
    return reverse("people", args=[space])


@login_not_required
@require_http_methods(FORM)
def enter(request: OpenRequest) -> HttpResponse:
    """A code is typed, or read by script from the link; looking consumes nothing."""
    form = Enter(request.POST or None)
    if request.method == "POST" and form.is_valid():
        code = keys.tidy_code(form.answers()["code"])
        if seats.look(code, request.now):
            response = HttpResponseRedirect(reverse("invitation"))
            response.set_cookie(
                settings.CODE_COOKIE_NAME, code, max_age=AN_HOUR, httponly=True, secure=settings.HTTPS, samesite="Lax"
            )
            return response
        form.add_error(
            "code",
            _("This code does not open anything. It may have been used, taken back, or be older than seven days."),
        )
    return render(request, "belonging/enter.html", {"form": form}, status=422 if form.errors else 200)


@login_not_required
@require_http_methods(FORM)
def invitation(request: OpenRequest) -> HttpResponse:
    """What accepting means, before it is done. Who invites is told to the signed-in only."""
    code = request.COOKIES.get(settings.CODE_COOKIE_NAME, "")
    found = seats.look(code, request.now) if code else None
    if found is None:
        return redirect("enter")
    if request.method == "POST":
        if request.viewer is None:
            return redirect("account_login")
        return _accept(request, request.viewer, code)
    context = {"offer": found.offer if request.viewer else None, "operator": settings.OPERATOR}
    return render(request, "belonging/invitation.html", context)


def _accept(request: HttpRequest, viewer: Viewer, code: str) -> HttpResponse:
    try:
        here = acts.accept(viewer, code=code)
    except Refused as refusal:
        messages.warning(request, translated(refusal.say))
        response = redirect("home")
    else:
        _prefer(viewer, last_space=str(here.space_id))
        response = redirect("today", space=here.space_id)
    response.delete_cookie(settings.CODE_COOKIE_NAME)
    return response


@require_http_methods(FORM)
def part(request: ViewerRequest, space: UUID) -> HttpResponse:
    """Leaving: the export first, then one button with one's own password."""
    here = request.viewer.space(space)
    form = Part(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if request.viewer.person.check_password(form.answers()["password"]):
            empty = acts.part(here)
            done = (
                _("You have left, and the space is erased.")
                if empty
                else _("You have left. What you could read stays yours to take along.")
            )
            messages.success(request, done)
            return redirect("home" if empty else "spaces_past")
        form.add_error("password", _("This is not your password. Nothing has changed."))
    context = {"here": here, "form": form, "last": reads.belonging(here).last}
    return render(request, "belonging/part.html", context, status=422 if form.errors else 200)
