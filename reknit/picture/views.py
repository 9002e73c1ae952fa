"""The picture: what was promised and what came of it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from reknit.picture import own as alone
from reknit.picture import reads, svg
from reknit.spaces.access import ViewerRequest

NAMES = {"weeks": _("Weeks"), "year": _("A year"), "all": _("All")}


@require_safe
def picture(request: ViewerRequest, space: UUID) -> HttpResponse:
    """The deed line of each direction, over weeks, a year or all."""
    here = request.viewer.space(space)
    asked = request.GET.get("span", "")
    span = asked if asked in reads.SPANS else "weeks"
    lines = reads.lines(here, span)
    cloths = [line.cloth for line in lines if line.cloth]
    context = {
        "here": here,
        "lines": [(line, svg.draw(line.cloth) if line.cloth else "") for line in lines],
        "legend": svg.legend(svg.shapes_in(*cloths)) if cloths else "",
        "spans": [{"url": f"?span={name}", "label": NAMES[name], "current": name == span} for name in reads.SPANS],
    }
    return render(request, "picture/picture.html", context)


@require_safe
def own(request: ViewerRequest, space: UUID | None = None) -> HttpResponse:
    """What one keeps track of alone, as cloth: promises to oneself, or what one was promised in a space."""
    here = request.viewer.space(space) if space else None
    lines = alone.lines(here or request.viewer)
    cloths = [line.cloth for line in lines if line.cloth]
    context = {
        "here": here,
        "lines": [(line, svg.draw(line.cloth) if line.cloth else "") for line in lines],
        "legend": svg.legend(svg.shapes_in(*cloths)) if cloths else "",
    }
    return render(request, "picture/own.html", context)
