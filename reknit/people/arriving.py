"""What happens once somebody is in: their key is split, their browser is known, and what they had typed comes back."""

from datetime import date, datetime
from typing import Any, cast
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render, resolve_url
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from reknit.people import kept, opened, preferences, resets, throttle

RESET = gettext_noop(
    "Your password was reset on %(day)s, with a link. If that was not you, tell the others another way. "
    "What you wrote before opens with your old password or recovery code: see your account."
)


def arrive(request: HttpRequest, response: HttpResponseBase, *, device: str) -> HttpResponseBase:
    """Open the key of whoever has just signed in, and say what they need to know."""
    held = opened.held(request)
    if held and request.user == held.person:
        now = cast(datetime, cast(Any, request).now)
        opened.open_key(request, response, person=held.person, pair=held.pair, device=device, now=now)
        throttle.remember(request, response, person=held.person, now=now)
        if resets.kept_until(held.person, now=now):
            day = date_format(cast(date, held.person.reset_on), "j F")
            messages.warning(request, _(RESET) % {"day": day})
        if preferences.read(held.person, held.pair).operator != settings.OPERATOR and response.has_header("Location"):
            response.headers["Location"] = operator_page(response.headers["Location"])
    return response


def operator_page(to: str) -> str:
    """Where who runs this server is read and confirmed, before going on."""
    return f"{reverse('operator')}?{urlencode({'next': to})}"


def own(request: HttpRequest, to: str) -> str:
    """An address of this server's own, or home."""
    return to if get_adapter(request).is_safe_url(to) else resolve_url("home")


def hand_back(request: HttpRequest, *, to: str) -> HttpResponse:
    """What somebody had typed into a form whose session had ended, to be saved now."""
    fields = kept.restored(request.POST)
    context = {"to": to, "fields": fields, "texts": kept.readable(fields)}
    return render(request, "people/handed_back.html", context)
