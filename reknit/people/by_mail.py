"""A link to set a new password, by mail: where the server has mail, to who gave an address. Nobody learns who did."""

from datetime import datetime
from functools import partial
from typing import Any, cast

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from reknit.people import acts, forms, fresh, letters, resets, throttle
from reknit.people.models import Person

FORM = ["GET", "HEAD", "POST"]


@login_not_required
@require_http_methods(FORM)
def ask(request: HttpRequest) -> HttpResponse:
    """The same answer for every name, at once: whether there is anyone to write to is looked up afterwards."""
    if not settings.MAIL:
        raise Http404
    form = forms.ByMail(request.POST or None)
    if not form.is_valid():
        return render(request, "people/by_mail.html", {"form": form})
    name, now = form.cleaned_data["name"], _now(request)
    if not throttle.may_try(request, what="mail", name=name, now=now):
        form.add_error(None, forms.TOO_MANY)
        return render(request, "people/by_mail.html", {"form": form}, status=429)
    letters.later(partial(write, name, now=now))
    return render(request, "people/by_mail.html", {"sent": True})


def write(name: str, *, now: datetime) -> None:
    """Send a link to who has this name, if they gave an address and have no link yet that works."""
    person = Person.objects.named(name)
    if person is None or not person.is_active or not person.email or not person.has_usable_password():
        return
    if token := resets.offer_by_mail(person, now=now):
        letters.a_link(person.email, link=resets.address(token))


@require_http_methods(FORM)
@fresh.fresh_only
def address(request: HttpRequest) -> HttpResponse:
    """One's own address: another one, or none."""
    person = cast(Person, request.user)
    if not person.has_usable_password() or not (settings.MAIL or person.email):
        raise Http404
    form = forms.Mail(request.POST or None, initial={"email": person.email})
    if request.method == "POST" and form.is_valid():
        acts.set_email(person, form.cleaned_data["email"])
        messages.success(request, _("Saved."))
        return redirect("account")
    return render(request, "people/mail.html", {"form": form})


def _now(request: HttpRequest) -> datetime:
    return cast(datetime, cast(Any, request).now)
