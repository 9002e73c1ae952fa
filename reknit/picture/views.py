"""The picture: two lines, never one score."""

from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from reknit.picture import reads, svg
from reknit.picture.reads import Asked
from reknit.spaces.access import Here, ViewerRequest

NAMES = {"weeks": _("Weeks"), "year": _("A year"), "all": _("All")}


@require_safe
def picture(request: ViewerRequest, space: UUID) -> HttpResponse:
    """Both lines of each direction, over weeks, a year or all, as known today or on an earlier day."""
    here = request.viewer.space(space)
    asked = _asked(request, here)
    lines = reads.lines(here, asked)
    cloths = [line.cloth for line in lines if line.cloth]
    context = {
        "here": here,
        "asked": asked,
        "past": asked.day < here.today,
        "lines": [(line, svg.draw(line.cloth) if line.cloth else "") for line in lines],
        "legend": svg.legend(svg.shapes_in(*cloths)) if cloths else "",
        "open": reads.private_is_open(here),
        "spans": [
            {"url": _url(here, asked, span=name), "label": NAMES[name], "current": name == asked.span} for name in NAMES
        ],
        "gap_url": _url(here, asked, gap="" if asked.gap else "1"),
        "strong_url": _url(here, asked, strong="" if asked.strong else "1"),
        "now_url": _url(here, asked, on=""),
    }
    return render(request, "picture/picture.html", context)


def _asked(request: ViewerRequest, here: Here) -> Asked:
    """What was asked for; what cannot be read is passed over, and no day after today is known."""
    span, on = request.GET.get("span", ""), request.GET.get("on", "")
    return Asked(
        span=span if span in reads.SPANS else "weeks",
        day=min(_day(on) or here.today, here.today),
        gap=bool(request.GET.get("gap")),
        strong=bool(request.GET.get("strong")),
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _url(here: Here, asked: Asked, **changed: str) -> str:
    """The same page with something else asked."""
    said = {
        "span": asked.span,
        "on": asked.day.isoformat() if asked.day < here.today else "",
        "gap": "1" if asked.gap else "",
        "strong": "1" if asked.strong else "",
    } | changed
    return "?" + urlencode(
        {name: value for name, value in said.items() if value and (name, value) != ("span", "weeks")}
    )
