"""The picture: two lines, never one score."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from reknit.picture import facets, reads, svg
from reknit.picture import own as alone
from reknit.picture.reads import Line
from reknit.picture.sources import Asked
from reknit.spaces.access import Here, ViewerRequest

NAMES = {"weeks": _("Weeks"), "year": _("A year"), "all": _("All")}


@require_safe
def picture(request: ViewerRequest, space: UUID) -> HttpResponse:
    """Both lines of each direction, over weeks, a year or all, as known today or on an earlier day."""
    here = request.viewer.space(space)
    asked = _asked(request, here)
    lines = reads.lines(here, asked)
    shown = {
        "here": here,
        "asked": asked,
        "lines": _drawn(lines),
        "legend": _legend(lines),
        "open": reads.private_is_open(here),
    }
    return render(request, "picture/picture.html", shown | _ways(here, asked) | _sides(here, asked, lines))


@require_safe
def own(request: ViewerRequest, space: UUID | None = None) -> HttpResponse:
    """What one keeps track of alone, as cloth: promises to oneself, or what one was promised in a space."""
    here = request.viewer.space(space) if space else None
    lines = alone.lines(here or request.viewer)
    cloths = [line.cloth for line in lines if line.cloth]
    context = {
        "here": here,
        "lines": _drawn(lines),
        "legend": svg.legend(svg.shapes_in(*cloths)) if cloths else "",
    }
    return render(request, "picture/own.html", context)


def _drawn(lines: Iterable[Any]) -> list[tuple[Any, str]]:
    return [(line, svg.draw(line.cloth) if line.cloth else "") for line in lines]


def _legend(lines: list[Line]) -> str:
    cloths = [line.cloth for line in lines if line.cloth]
    return svg.legend(svg.shapes_in(*cloths)) if cloths else ""


def _sides(here: Here, asked: Asked, lines: list[Line]) -> dict[str, Any]:
    """The side that is shown alone, and each that could be, in the order they are always named in."""
    found = {name for line in lines for name in line.sides}
    names = [(name, gettext(label)) for name, label in facets.NAMES.items() if name in found]
    return {
        "side": gettext(facets.NAMES[asked.facet]) if asked.facet else "",
        "sides": [{"url": _url(here, asked, facet=name), "label": label} for name, label in names],
    }


def _ways(here: Here, asked: Asked) -> dict[str, Any]:
    """The same page over other spans, on another day, with more of it opened or put away."""
    spans = [(name, _url(here, asked, span=name)) for name in NAMES]
    return {
        "past": asked.day < here.today,
        "spans": [{"url": url, "label": NAMES[name], "current": name == asked.span} for name, url in spans],
        "gap_url": _url(here, asked, gap="" if asked.gap else "1"),
        "strong_url": _url(here, asked, strong="" if asked.strong else "1"),
        "now_url": _url(here, asked, on=""),
        "all_url": _url(here, asked, facet=""),
    }


def _asked(request: ViewerRequest, here: Here) -> Asked:
    """What was asked for; what cannot be read is passed over, and no day after today is known."""
    span, on = request.GET.get("span", ""), request.GET.get("on", "")
    return Asked(
        span=span if span in reads.SPANS else "weeks",
        day=min(_day(on) or here.today, here.today),
        gap=bool(request.GET.get("gap")),
        strong=bool(request.GET.get("strong")),
        facet=facet if (facet := request.GET.get("facet", "")) in facets.NAMES else "",
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
        "facet": asked.facet,
    } | changed
    return "?" + urlencode(
        {name: value for name, value in said.items() if value and (name, value) != ("span", "weeks")}
    )
