"""Home."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from reknit.rooms.checkins.forms import QuickCheckIn
from reknit.rooms.cracks.forms import QuickCrack
from reknit.rooms.moments.forms import QuickGood
from reknit.rooms.promises.forms import Quick
from reknit.spaces.access import ViewerRequest
from reknit.today import reads


@require_safe
def today(request: ViewerRequest, space: UUID) -> HttpResponse:
    here = request.viewer.space(space)
    context = {
        "here": here,
        "today": reads.today(here),
        "quick": Quick(here=here),
        "small": QuickCrack(here=here),
        "good": QuickGood(here=here),
        "how": QuickCheckIn(here=here),
        "names": here.present,
        "later": here.expected,
    }
    return render(request, "today/today.html", context)
