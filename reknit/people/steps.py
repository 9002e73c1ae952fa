"""The pages of one's own second steps: which there are, a new one, one less, new spare codes."""

from datetime import datetime
from typing import Any, cast

from allauth.mfa.adapter import get_adapter
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from reknit.people import factor_forms, factors, fresh, keys, opened, security_keys, throttle
from reknit.people.models import Person
from reknit.web import qr

FORM = ["GET", "HEAD", "POST"]


@require_http_methods(FORM)
@fresh.fresh_only
def steps(request: HttpRequest) -> HttpResponseBase:
    """All of them, with what can be done about each."""
    person = _person(request)
    if request.method == "POST":
        spares = factors.new_spares(person) if request.POST.get("do") == "spares" else []
        if spares or factors.remove(person, factor=_number(request.POST.get("factor", ""))):
            return _changed(request, spares=spares)
        raise Http404
    context = {"steps": factors.listed(person), "spares": factors.spares_left(person)}
    return render(request, "people/steps.html", context)


@sensitive_post_parameters()
@require_http_methods(FORM)
@fresh.fresh_only
def new_app(request: HttpRequest) -> HttpResponseBase:
    """A square to point a phone at, and the first number of the app as a proof."""
    person = _person(request)
    secret = factors.new_secret(person, session=request.session.session_key or "")
    form = factor_forms.NewApp(request.POST or None)
    if form.is_valid():
        if not _may_try(request):
            return render(request, "429.html", status=429)
        had, code = factors.exists(person), form.cleaned_data["code"].replace(" ", "")
        if factors.add_app(person, secret=secret, code=code, now=_now(request)):
            _forgive(request)
            return _changed(request, spares=[] if had else factors.new_spares(person))
        form.add_error("code", factor_forms.NOT_IT)
    return _app_page(request, form, secret=secret)


@sensitive_post_parameters()
@require_http_methods(FORM)
@fresh.fresh_only
def new_key(request: HttpRequest) -> HttpResponseBase:
    """A security key; the browser asks it, so this one needs script."""
    person, session = _person(request), request.session.session_key or ""
    form = factor_forms.NewKey(request.POST or None)
    if form.is_valid():
        had = factors.exists(person)
        if security_keys.add(person, answer=form.cleaned_data["credential"], session=session):
            return _changed(request, spares=[] if had else factors.new_spares(person))
        form.add_error(None, _("This key did not answer as it should. Try it once more."))
    context = {"form": form, "options": security_keys.to_add(person, session=session)}
    return render(request, "people/new_key.html", context)


@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """It is not lost: whoever said so, it stays."""
    if factors.keep(_person(request)):
        messages.success(request, _("Your second step stays."))
    return redirect("account")


def _app_page(request: HttpRequest, form: factor_forms.NewApp, *, secret: str) -> HttpResponse:
    link = get_adapter().build_totp_url(_person(request), secret)
    context = {"form": form, "secret": keys.in_groups(secret, 4), "link": link, "qr": qr.draw(link)}
    return render(request, "people/new_app.html", context)


def _changed(request: HttpRequest, spares: list[str] | None = None) -> HttpResponseBase:
    """Every other session ends, and this one goes on under a new id; spare codes are on this page only."""
    person = _person(request)
    opened.end_others(request, person=person)
    if spares:
        shown = [keys.in_groups(code, 4) for code in spares]
        response: HttpResponseBase = render(request, "people/spares_shown.html", {"spares": shown})
    else:
        messages.success(request, _("Saved. Elsewhere you are signed out."))
        response = redirect("account")
    pair = cast(keys.Pair, getattr(request, opened.PAIR))
    opened.renew(request, response, person=person, pair=pair, now=_now(request))
    return response


def _may_try(request: HttpRequest) -> bool:
    return throttle.may_try(request, what="second step", name=_person(request).name, now=_now(request))


def _forgive(request: HttpRequest) -> None:
    throttle.forgive(request, what="second step", name=_person(request).name, now=_now(request))


def _number(typed: str) -> int:
    if not typed.isdecimal() or len(typed) > 18:
        raise Http404
    return int(typed)


def _person(request: HttpRequest) -> Person:
    """Whoever is signed in, if they sign in with a password at all; a person of a story does not."""
    person = cast(Person, request.user)
    if not person.has_usable_password():
        raise Http404
    return person


def _now(request: HttpRequest) -> datetime:
    return cast(datetime, cast(Any, request).now)
