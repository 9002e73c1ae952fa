"""The second step of a sign-in, after the password was right: a number, a spare code or a security key."""

from datetime import datetime
from typing import Any, cast

from allauth.account.internal.decorators import login_stage_required
from allauth.mfa.stages import AuthenticateStage
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from reknit.people import arriving, factor_forms, factors, kept, opened, security_keys, throttle
from reknit.people.opened import Held

FOUND = gettext_noop(
    "Somebody with your password had said that your second step was lost. You have it, so it stays. If that was not "
    "you, change your password."
)
only_between = login_stage_required(stage=AuthenticateStage.key, redirect_urlname="account_login")


def ask(request: HttpRequest, response: HttpResponseBase, *, device: str) -> HttpResponseBase:
    """The password was right: keep the key, inactive, and go on to the second step. Typed words go along."""
    held = opened.held(request)
    if held is None:
        return response
    held = held._replace(device=device)
    if kept.carried(request.POST):
        response = _page(request, held, form=factor_forms.SecondStep())
    opened.wait(request, response, held=held, now=_now(request))
    return response


@sensitive_post_parameters()
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@only_between
def second(request: HttpRequest) -> HttpResponseBase:
    """One field for a number or a spare code, and a button for a security key."""
    held = opened.waiting(request, _now(request))
    if held is None or held.person != _stage(request).login.user:
        return redirect("account_login")
    if request.method != "POST":
        return _page(request, held, form=factor_forms.SecondStep())
    form = factor_forms.SecondStep(request.POST)
    if form.is_valid() and _tried(request, held, form):
        return _in(request, held)
    return _page(request, held, form=form, status=429 if form.too_many else 200)


@login_not_required
@require_POST
@only_between
def lost(request: HttpRequest) -> HttpResponse:
    """It is lost: in three days the password alone is enough, unless its owner says no."""
    held = opened.waiting(request, _now(request))
    if held is None:
        return redirect("account_login")
    until = factors.ask_to_fall(held.person, now=_now(request))
    return render(request, "people/second_lost.html", {"until": until})


def _in(request: HttpRequest, held: Held) -> HttpResponseBase:
    opened.hold(request, person=held.person, pair=held.pair)
    response: HttpResponseBase = _stage(request).exit()
    if kept.carried(request.POST):
        response = arriving.hand_back(request, to=arriving.own(request, request.POST.get("next", "")))
    if factors.keep(held.person):
        messages.warning(request, _(FOUND))
    return arriving.arrive(request, response, device=held.device)


def _tried(request: HttpRequest, held: Held, form: factor_forms.SecondStep) -> bool:
    """Count this try and see whether it passes; the form says what is amiss."""
    name, now = held.person.name, _now(request)
    if not throttle.may_try(request, what="second step", name=name, now=now):
        form.refuse_more()
    elif _passes(request, held, form):
        throttle.forgive(request, what="second step", name=name, now=now)
        return True
    else:
        form.add_error("code" if form.cleaned_data.get("code") else None, factor_forms.NOT_IT)
    return False


def _passes(request: HttpRequest, held: Held, form: factor_forms.SecondStep) -> bool:
    asked = form.cleaned_data
    if asked.get("credential"):
        return security_keys.passes(held.person, answer=asked["credential"], session=_session(request))
    return factors.passes(held.person, code=asked.get("code", ""), now=_now(request))


def _page(request: HttpRequest, held: Held, *, form: factor_forms.SecondStep, status: int = 200) -> HttpResponse:
    has_key = any(not one.is_app for one in factors.listed(held.person))
    context: dict[str, Any] = {
        "form": form,
        "kept": kept.carried(request.POST),
        "next": request.POST.get("next", ""),
        "until": held.person.second_until,
        "options": security_keys.to_pass(held.person, session=_session(request)) if has_key else "",
    }
    return render(request, "people/second.html", context, status=status)


def _session(request: HttpRequest) -> str:
    return request.session.session_key or ""


def _stage(request: HttpRequest) -> Any:
    return request._login_stage  # type: ignore[attr-defined]


def _now(request: HttpRequest) -> datetime:
    return cast(datetime, cast(Any, request).now)
