"""The pages of who forgot a password: the recovery code, made while one is in, and used when one is out."""

from datetime import datetime
from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from reknit.people import codes, forms, fresh, keys, opened, resets, throttle
from reknit.people.models import Person

FORM = ["GET", "HEAD", "POST"]


@require_http_methods(FORM)
@fresh.fresh_only
def code(request: HttpRequest) -> HttpResponse:
    """One's recovery code: made, made anew, or taken away."""
    person, pair = cast(Person, request.user), cast(keys.Pair, getattr(request, opened.PAIR))
    if not person.has_usable_password():
        raise Http404
    if request.method != "POST":
        return render(request, "people/code.html", {"has_code": codes.exists(person)})
    if request.POST.get("do") == "remove":
        codes.remove(person, pair=pair)
        messages.success(request, _("The code no longer opens anything."))
        return redirect("account")
    return _shown(request, codes.make(person, pair=pair), used=False)


@require_POST
def no_code(request: HttpRequest) -> HttpResponse:
    """Not for me; it is not offered again."""
    codes.decline(cast(Person, request.user), pair=cast(keys.Pair, getattr(request, opened.PAIR)))
    return redirect("home")


@sensitive_post_parameters()
@login_not_required
@require_http_methods(FORM)
def by_code(request: HttpRequest) -> HttpResponse:
    """A new password with the code. Whether anybody has the name is not said."""
    form = forms.ByCode(request.POST or None)
    if form.is_valid():
        tried = {"what": "code", "name": form.cleaned_data["name"], "now": _now(request)}
        if not throttle.may_try(request, **tried):
            form.add_error(None, forms.TOO_MANY)
            return render(request, "people/by_code.html", {"form": form}, status=429)
        if following := _used(form):
            throttle.forgive(request, **tried)
            return _shown(request, following, used=True)
        if not form.errors:
            form.add_error(None, _("This name and this code do not belong together. Look at both again."))
    return render(request, "people/by_code.html", {"form": form})


@sensitive_post_parameters()
@login_not_required
@require_http_methods(FORM)
def reset(request: HttpRequest) -> HttpResponse:
    """A new password with the link from whoever runs the server; signing in comes after it."""
    form = forms.Reset(request.POST or None, request=request)
    if form.is_valid():
        asked = form.cleaned_data
        try:
            resets.use(asked["token"], new=asked["new"], zone=asked["zone"], now=_now(request))
        except resets.Spent:
            form.add_error(None, forms.SPENT)
        except ValidationError as fault:
            form.add_error("new", fault)
        else:
            messages.success(request, _("Your new password is set. Sign in with it."))
            return redirect("account_login")
    return render(request, "people/reset.html", {"form": form}, status=429 if form.too_many else 200)


def _used(form: forms.ByCode) -> str:
    asked = form.cleaned_data
    try:
        return codes.use(Person.objects.named(asked["name"]), code=asked["code"], new=asked["new"])
    except codes.WrongCode:
        return ""
    except ValidationError as fault:
        form.add_error("new", fault)
        return ""


def _shown(request: HttpRequest, code: str, *, used: bool) -> HttpResponse:
    """The only page a code is ever on."""
    return render(request, "people/code_shown.html", {"code": keys.in_groups(code), "used": used})


def _now(request: HttpRequest) -> datetime:
    return cast(datetime, cast(Any, request).now)
