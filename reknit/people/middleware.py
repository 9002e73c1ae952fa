"""Whoever is not signed in is asked to sign in, and keeps what they had typed."""

from typing import Any

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from reknit.people import kept, opened, views


class SignedIn(LoginRequiredMiddleware):
    """Closed by default: every page but the few marked open needs someone signed in, with their key open.

    `request.pair` is that key pair, or None. A session without one counts as nobody's.
    """

    def process_request(self, request: HttpRequest) -> None:
        pair = opened.opened(request, timezone.now())
        setattr(request, opened.PAIR, pair)
        if pair is None:
            request.user = AnonymousUser()

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> HttpResponse:  # type: ignore[override]
        if request.method == "POST" and kept.typed(request.POST):
            return views.too_late(request)
        if request.method not in {"GET", "HEAD"}:  # what only takes a form cannot be come back to
            return redirect("account_login")
        return super().handle_no_permission(request, view_func)
