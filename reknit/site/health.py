"""Whether the server can answer, and nothing else: for a container, a proxy or whoever watches over it."""

from collections.abc import Callable

from django.contrib.auth.decorators import login_not_required
from django.contrib.contenttypes.models import ContentType
from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

ADDRESS = "/health"


@login_not_required
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """`ok` where the database answers; else 503."""
    try:
        ContentType.objects.exists()
    except Error:
        return HttpResponse(status=503, content_type="text/plain")
    return HttpResponse("ok", content_type="text/plain")


class Health:
    """Answers before there is a session, under any name: whoever asks knows an address and a port, at most."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return health(request) if request.path == ADDRESS else self.get_response(request)
