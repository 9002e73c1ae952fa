"""The pages of the door: up, in, out, and one's own account."""

from typing import Any, cast

from allauth.account import views as allauth
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render, resolve_url
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from reknit.people import (
    acts,
    arriving,
    codes,
    factors,
    forms,
    kept,
    keys,
    opened,
    preferences,
    resets,
    second,
    throttle,
    zones,
)
from reknit.people.models import OpenKey, Person

# allauth's views would take a PUT as a form, and answer OPTIONS.
ONE_FORM = method_decorator(require_http_methods(["GET", "HEAD", "POST"]), name="dispatch")


@ONE_FORM
class SignUp(allauth.SignupView):
    """A new account; it is signed in at once."""

    form_class = forms.SignUp
    template_name = "people/sign_up.html"
    template_name_signup_closed = "people/sign_up_closed.html"

    def get_initial(self) -> dict[str, Any]:
        return {**super().get_initial(), "first": self.request.GET.get("first", "")}

    def form_valid(self, form: forms.SignUp) -> HttpResponseBase:
        try:
            response = super().form_valid(form)
        except acts.NameTaken:
            form.add_error("username", forms.TAKEN)
            return self.form_invalid(form)
        except acts.NotTheFirst:
            return self.closed()
        return arriving.arrive(self.request, response, device=form.cleaned_data["device"])


@ONE_FORM
@method_decorator(login_not_required, name="dispatch")
class SignIn(allauth.LoginView):
    """The way in. Words that came too late to be saved are handed back once someone is in."""

    form_class = forms.SignIn
    template_name = "people/sign_in.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated and kept.carried(request.POST):  # signed in meanwhile, on another page
            return self.hand_back()
        return super().dispatch(request, *args, **kwargs)

    def form_invalid(self, form: forms.SignIn) -> HttpResponse:
        response: HttpResponse = super().form_invalid(form)
        response.status_code = 429 if form.too_many else response.status_code
        return response

    def form_valid(self, form: forms.SignIn) -> HttpResponseBase:
        self.request.session.flush()
        response = form.enter(self.request, redirect_url=self.get_success_url())
        if not self.request.user.is_authenticated:
            return second.ask(self.request, response, device=form.cleaned_data["device"])
        if kept.carried(self.request.POST):
            response = self.hand_back()
        return arriving.arrive(self.request, response, device=form.cleaned_data["device"])

    def _redirect_to_pending_stage(self, request: HttpRequest, stage: Any) -> None:
        """Nowhere: who was asked for a second step can begin again, or somebody else can."""

    def hand_back(self) -> HttpResponse:
        return arriving.hand_back(self.request, to=self.get_next_url() or resolve_url("home"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "kept": kept.carried(self.request.POST)}


def too_late(request: HttpRequest) -> HttpResponse:
    """The answer to a form whose session had ended: sign in, and what was typed comes along."""
    context = {
        "form": forms.SignIn(request=request),
        "kept": kept.typed(request.POST),
        "redirect_field_name": "next",
        "redirect_field_value": request.get_full_path(),
    }
    response = render(request, "people/sign_in.html", context, status=403)
    if request.headers.get("HX-Request"):
        # A fragment cannot hold a whole page, so it takes the place of this one.
        response.status_code = 200
        response.headers["HX-Retarget"] = "body"
        response.headers["HX-Reswap"] = "innerHTML"
    return response


@ONE_FORM
class Again(allauth.ReauthenticateView):
    """The password once more, before what cannot be undone."""

    form_class = forms.Again
    template_name = "people/again.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not _may_try(request):
            return too_many(request)
        return super().post(request, *args, **kwargs)

    def form_valid(self, form: forms.Again) -> HttpResponseBase:
        response = super().form_valid(form)
        _forgive(self.request)
        if held := opened.held(self.request):
            opened.renew(self.request, response, person=held.person, pair=held.pair, now=timezone.now())
        return response


def too_many(request: HttpRequest) -> HttpResponse:
    """The answer to a try that comes too soon after others."""
    return render(request, "429.html", status=429)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def sign_out(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return render(request, "people/sign_out.html")
    response = redirect(settings.LOGOUT_REDIRECT_URL)
    opened.close(request, response)
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


@require_safe
def account(request: HttpRequest) -> HttpResponse:
    person, now = _person(request), timezone.now()
    mine = preferences.read(person, _pair(request))
    context = {
        "devices": opened.devices(person, now=now),
        "here": opened.here(request),
        "old_until": resets.kept_until(person, now=now),
        "has_code": codes.exists(person),
        "steps": factors.listed(person),
        "has_mail": person.has_usable_password() and (settings.MAIL or person.email),
        "zone_form": zones.Choosing(mine=mine.zone),
        "fewer": mine.fewer,
    }
    return render(request, "people/account.html", context)


@require_POST
def end_others(request: HttpRequest) -> HttpResponse:
    opened.end_others(request, person=_person(request))
    messages.success(request, _("You are signed in here only."))
    return redirect("account")


@require_POST
def end_one(request: HttpRequest) -> HttpResponse:
    """End one of one's other sessions."""
    opened.end_other(request, person=_person(request), device=request.POST.get("device", ""))
    messages.success(request, _("That session has ended."))
    return redirect("account")


@require_POST
def zone(request: HttpRequest) -> HttpResponse:
    person, pair = _person(request), _pair(request)
    mine = preferences.read(person, pair)
    form = zones.Choosing(request.POST, mine=mine.zone)
    if form.is_valid():
        mine.zone = form.cleaned_data["zone"]
        preferences.write(person, pair, mine)
        messages.success(request, _("Saved."))
    return redirect("account")


@require_POST
def fewer(request: HttpRequest) -> HttpResponse:
    preferences.change(_person(request), pair=_pair(request), fewer="fewer" in request.POST)
    messages.success(request, _("Saved."))
    return redirect("account")


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def change_password(request: HttpRequest) -> HttpResponse:
    """A new password for the same key; every session but the one asking ends."""
    form = forms.ChangePassword(request.POST or None, person=_person(request))
    if form.is_valid():
        if not _may_try(request):
            return too_many(request)
        try:
            return _changed(request, old=form.cleaned_data["old"], new=form.cleaned_data["new"])
        except acts.WrongPassword:
            form.add_error("old", forms.WRONG)
        except ValidationError as fault:
            form.add_error("new", fault)
    return render(request, "people/change_password.html", {"form": form})


@login_not_required
@require_safe
def inactive(request: HttpRequest) -> HttpResponse:
    return render(request, "people/inactive.html", status=403)


def _changed(request: HttpRequest, *, old: str, new: str) -> HttpResponse:
    row, person = opened.here(request), _person(request)
    pair = acts.change_password(person, old=old, new=new)
    _forgive(request)
    response = redirect("account")
    device = row.device if row else OpenKey.Device.SHARED
    opened.sign_in(request, response, person=person, pair=pair, device=device, now=timezone.now())
    messages.success(request, _("Your password is changed. Elsewhere you are signed out."))
    return response


def _may_try(request: HttpRequest) -> bool:
    return throttle.may_try(request, what="again", name=_person(request).name, now=timezone.now())


def _forgive(request: HttpRequest) -> None:
    throttle.forgive(request, what="again", name=_person(request).name, now=timezone.now())


def _person(request: HttpRequest) -> Person:
    return cast(Person, request.user)


def _pair(request: HttpRequest) -> keys.Pair:
    return cast(keys.Pair, getattr(request, opened.PAIR))
