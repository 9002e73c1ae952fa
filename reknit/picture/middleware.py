"""After a request that wrote, the picture is kept where it has fallen behind. A GET writes nothing."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from reknit.picture.upkeep import keep_up
from reknit.spaces.access import Viewer

Next = Callable[[HttpRequest], HttpResponse]


class Keeping:
    """Of whoever sent it, for themselves alone."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        viewer: Viewer | None = getattr(request, "viewer", None)
        if request.method == "POST" and viewer is not None:
            keep_up(viewer)
        return response
