"""What happened."""

from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.core import signing
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from reknit.rooms.history import reads
from reknit.rooms.history.reads import KINDS, Asked
from reknit.spaces.access import Here, ViewerRequest

KIND_NAMES = {
    "promises": _("Promises made"),
    "said": _("What makers said"),
    "answers": _("Answers"),
    "daily": _("Small things, good things, check-ins"),
    "broken": _("What was broken, and mended"),
    "closed": _("What was closed, or opened again"),
    "people": _("People"),
}
SALT = "history page"
A_DAY = 24 * 3600


@require_safe
def history(request: ViewerRequest, space: UUID) -> HttpResponse:
    """The history in plain sentences, filtered, a page at a time."""
    here = request.viewer.space(space)
    asked = _asked(request, here)
    page = reads.page(here, asked)
    context = {
        "here": here,
        "page": page,
        "asked": asked,
        "kinds": KIND_NAMES.items(),
        "people": [seat for seat in here.seats.values() if seat.joined],
        "older_url": _older(request, page.older),
        "zone": here.viewer.zone,
    }
    return render(request, "history/history.html", context)


def _asked(request: ViewerRequest, here: Here) -> Asked:
    kind, by = request.GET.get("kind", ""), request.GET.get("by", "")
    return Asked(
        kind=kind if kind in KINDS else "",
        by=by if by in here.seats else "",
        start=_day(request.GET.get("from", "")),
        end=_day(request.GET.get("to", "")),
        before=_place(request.GET.get("older", "")),
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as fault:
        raise Http404 from fault


def _older(request: ViewerRequest, older: int | None) -> str:
    """Where the older page is; its place stands there sealed, so that no address counts the lines."""
    if older is None:
        return ""
    kept: dict[str, Any] = {name: request.GET[name] for name in ("kind", "by", "from", "to") if name in request.GET}
    return "?" + urlencode({**kept, "older": signing.dumps(older, salt=SALT)})


def _place(token: str) -> int | None:
    if not token:
        return None
    try:
        return int(signing.loads(token, salt=SALT, max_age=A_DAY))
    except signing.BadSignature as fault:
        raise Http404 from fault
