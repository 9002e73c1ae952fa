"""A form that needs the private side open: what was typed comes along while the passphrase is asked for.

It is stored nowhere. With the passphrase the form is then done as it was sent, within the same request.
"""

import copy
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import resolve, reverse
from django.utils.http import url_has_allowed_host_and_scheme

from reknit.people import kept
from reknit.spaces.access import Viewer, ViewerRequest

TO = "to"
HERE = "/p/"


@dataclass(frozen=True)
class Carried:
    """Where someone was going, and the fields of the form they had sent there, if they had."""

    to: str = ""
    fields: tuple[kept.Field, ...] = ()

    @property
    def texts(self) -> list[str]:
        return kept.readable(list(self.fields))


def sent(request: ViewerRequest) -> Carried:
    """What this request, which needs the private side open, was about."""
    fields = kept.typed(request.POST) if request.method == "POST" else []
    return Carried(request.get_full_path(), tuple(fields))


def brought(request: ViewerRequest) -> Carried:
    """What the form with the passphrase brought along."""
    to = request.POST.get(TO) or request.GET.get(TO, "")
    return Carried(to if _is_ours(to) else "", tuple(kept.carried(request.POST)))


def go_on(request: ViewerRequest, viewer: Viewer, carried: Carried) -> HttpResponse:
    """Do what was wanted, now that it is open: the form that came along, else the page."""
    if not carried.fields or not carried.to:
        return redirect(carried.to or reverse("mine"))
    parts = urlsplit(carried.to)
    match = resolve(parts.path)
    again: Any = copy.copy(request)
    again.viewer, again.resolver_match = viewer, match
    again.path = again.path_info = parts.path
    again.GET, again.POST = QueryDict(parts.query), _form(request)
    response: HttpResponse = match.func(again, *match.args, **match.kwargs)
    return response


def _form(request: ViewerRequest) -> QueryDict:
    form = QueryDict(mutable=True)
    for name, text in kept.restored(request.POST):
        form.appendlist(name, text)
    return form


def _is_ours(to: str) -> bool:
    """A page of this site, and not one that asks for the passphrase."""
    if not to.startswith("/") or not url_has_allowed_host_and_scheme(to, allowed_hosts=None):
        return False
    try:
        match = resolve(urlsplit(to).path)
    except Http404:
        return False
    return match.url_name not in {"mine_open", "mine_begin", "mine_anew", "mine_lock"}
