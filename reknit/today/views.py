"""Home."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from reknit.rooms.promises.forms import Quick
from reknit.today import reads


@require_GET
def today(request: HttpRequest, space: UUID) -> HttpResponse:
    here = request.viewer.space(space)
    context = {
        "here": here,
        "today": reads.today(here),
        "quick": Quick(here=here),
        "names": [seat.name for seat in here.others],
    }
    return render(request, "today/today.html", context)
