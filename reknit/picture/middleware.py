"""After a request that wrote, the picture is kept where it has fallen behind. A GET writes nothing."""

from collections.abc import Callable
from contextlib import suppress

from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse

from reknit.picture.upkeep import keep_up
from reknit.spaces.access import Closed, Viewer

Next = Callable[[HttpRequest], HttpResponse]


class Keeping:
    """What was written stands, whatever comes of this."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        viewer: Viewer | None = getattr(request, "viewer", None)
        if request.method == "POST" and viewer is not None:
            with suppress(DatabaseError, Http404, Closed):
                keep_up(viewer)
        return response
