"""What stands around every page: the spaces, the rooms, whose page it is."""

from typing import Any
from urllib.parse import quote
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from reknit.people import names, preferences
from reknit.spaces import returning
from reknit.spaces.access import Here, Viewer
from reknit.spaces.seated import Seat

MINE = "/p/"
KINDS = {"couple": "Couple", "family": "Family", "friends": "Friends", "colleagues": "Colleagues", "team": "Team"}


def frame(request: HttpRequest) -> dict[str, Any]:
    """The context of the frame; for the signed-out it holds who runs this server, and nothing else."""
    frame: dict[str, Any] = {"operator": settings.OPERATOR, "signup": settings.SIGNUP, "mail": settings.MAIL}
    viewer: Viewer | None = getattr(request, "viewer", None)
    if viewer is None:
        return frame
    match = request.resolver_match
    spaces = viewer.spaces_read() if request.method in {"GET", "HEAD"} else viewer.spaces()
    here = str(match.kwargs.get("space", "")) if match else ""
    if not here and request.path.startswith(MINE):
        here = _last(viewer, spaces)
    frame |= {
        "signed_in_as": viewer.person.name,
        "account_url": reverse("account"),
        "sign_out_url": reverse("account_logout"),
        "new_space_url": reverse("begin"),
        "spaces_menu": [_space(space, here) for space in spaces],
    }
    frame["operator_in"] = lambda: [each for each in frame["spaces_menu"] if each["operator"]]
    frame["beside_the_host"] = lambda: [each["label"] for each in frame["spaces_menu"] if each["host"]]
    frame["closed_spaces"] = [_closed(viewer, id_) for id_ in viewer.closed()] if viewer.person.reset_on else []
    if viewer.person.second_until:
        frame["second_until"] = viewer.person.second_until.astimezone(ZoneInfo(viewer.zone)).replace(tzinfo=None)
    if any(str(space.space_id) == here for space in spaces):
        frame["nav"] = _nav(request, here)
    elif request.path.startswith(MINE):
        frame["nav"] = [_mine(request)]
    if getattr(request, "example", False):
        frame["example"] = _example(viewer, spaces)
    return frame


def _space(space: Here, here: str) -> dict[str, Any]:
    return {
        "id": str(space.space_id),
        "url": reverse("space_go", args=[space.space_id]),
        "label": ", ".join(seat.name for seat in space.others) or _("Just you"),
        "kind": _(KINDS[space.kind]),
        "current": str(space.space_id) == here,
        "operator": any(_runs_it(seat) for seat in space.seats.values()),
        "host": any(_runs_it(seat) for seat in space.others),
    }


def _runs_it(seat: Seat) -> bool:
    return seat.here and names.key(seat.name) in _operator()


def _operator() -> set[str]:
    """The names under which whoever runs this server may sit in a space."""
    return {names.key(name) for name in (settings.OPERATOR, settings.OPERATOR_ACCOUNT) if name}


def _closed(viewer: Viewer, space: UUID) -> dict[str, str]:
    label = ", ".join(returning.lost(viewer, space).names) or _("Just you")
    return {"url": reverse("space_closed", args=[space]), "label": label}


def _nav(request: HttpRequest, here: str) -> list[dict[str, Any]]:
    pages = [
        ("today", _("Today")),
        ("promises", _("Promises")),
        ("happened", _("What happened")),
        ("picture", _("Picture")),
        ("people", _("People")),
    ]
    shown = [
        {"url": (url := reverse(name, args=[here])), "label": label, "current": _within(request, name, url)}
        for name, label in pages
    ]
    return [*shown, _mine(request)]


def _mine(request: HttpRequest) -> dict[str, Any]:
    """Just me, the same for everyone, whether or not they use it."""
    return {"url": reverse("mine"), "label": _("Just me"), "current": request.path.startswith(MINE)}


def _last(viewer: Viewer, spaces: list[Here]) -> str:
    """The space last used: pages of no space stand beside its contents."""
    known = [str(space.space_id) for space in spaces]
    last = preferences.of(viewer).last_space
    return last if last in known else next(iter(known), "")


def _within(request: HttpRequest, name: str, url: str) -> bool:
    within = url.removesuffix("open/") if name == "happened" else url  # the whole history is read there, too
    return request.path == url if name == "today" else request.path.startswith(within)


def _example(viewer: Viewer, spaces: list[Here]) -> dict[str, str]:
    other = next((seat.name for space in spaces for seat in space.others), "")
    return {
        "who": viewer.person.name,
        "other": other,
        "other_url": f"{reverse('look')}?who={quote(other)}",
        "leave_url": reverse("look_out"),
    }
