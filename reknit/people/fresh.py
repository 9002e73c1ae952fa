"""The password, asked once more before what cannot be undone."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import urlencode

from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from reknit.people import opened

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]
FRESH = timedelta(minutes=5)


def fresh_only(view: View[P]) -> View[P]:
    """Let only those in whose password was given within five minutes; the others give it and come back.

    allauth would keep a waiting POST in the session, readable; here it is not kept, so let no long text
    be typed before this, and put it on views that answer a GET, too.
    """

    @wraps(view)
    def ask_first(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if _is_fresh(request):
            return view(request, *args, **kwargs)
        return HttpResponseRedirect(f"{reverse('account_reauthenticate')}?{urlencode({'next': request.path})}")

    return ask_first


def _is_fresh(request: HttpRequest) -> bool:
    row = opened.here(request)
    just_signed_in = row is not None and timezone.now() - row.begun_at < FRESH
    return just_signed_in or did_recently_reauthenticate(request)
