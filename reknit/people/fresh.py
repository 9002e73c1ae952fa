"""The password, asked once more before what cannot be undone."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, cast
from urllib.parse import urlencode

from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from reknit.people import opened
from reknit.people.models import Person

P = ParamSpec("P")
Asked = TypeVar("Asked", bound=HttpRequest)
View = Callable[Concatenate[Asked, P], HttpResponseBase]
FRESH = timedelta(minutes=5)


def fresh_only(view: View[Asked, P]) -> View[Asked, P]:
    """Let only those in whose password was given within five minutes; the others give it and come back.

    allauth would keep a waiting POST in the session, readable; here it is not kept, so let no long text be typed
    before this, and put it on views that answer a GET, too: there the same button stands once more. Who has no
    password, as in the living example, is not asked for one.
    """
    return _back_to("", view)


def fresh_button(page: str) -> Callable[[View[Asked, P]], View[Asked, P]]:
    """The same for a button that has no page of its own: they come back to the page of that name, where it stands."""
    return lambda view: _back_to(page, view)


def _back_to(page: str, view: View[Asked, P]) -> View[Asked, P]:
    @wraps(view)
    def ask_first(request: Asked, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if is_fresh(request):
            return view(request, *args, **kwargs)
        back = reverse(page) if page else request.path
        return HttpResponseRedirect(f"{reverse('account_reauthenticate')}?{urlencode({'next': back})}")

    return ask_first


def is_fresh(request: HttpRequest) -> bool:
    """Whether the password was given within five minutes, or there is none to give."""
    if not cast(Person, request.user).has_usable_password():
        return True
    row = opened.here(request)
    just_signed_in = row is not None and timezone.now() - row.begun_at < FRESH
    return just_signed_in or did_recently_reauthenticate(request)
