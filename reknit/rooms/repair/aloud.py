"""Something named for oneself alone, before it is said: exactly what the others would see, and nothing said yet."""

from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from reknit.rooms.repair import alone, reads
from reknit.spaces.access import ViewerRequest


@require_safe
def look(request: ViewerRequest, note: UUID) -> HttpResponse:
    """The preview of what was kept, with all that was chosen beside its words."""
    here, kept, facts = alone.sayable(request.viewer, str(note))
    context = {
        "here": here,
        "what": kept.what,
        "named": reads.named(here, facts),
        "fields": [*kept.fields, ("client_id", str(uuid4()))],
        "mine": kept.mine,
        "names": here.present,
        "later": here.expected,
    }
    return render(request, "repair/preview.html", context)
