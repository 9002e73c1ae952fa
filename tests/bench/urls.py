"""The product's addresses, and the floor."""

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path

EMPTY = "<!doctype html><html lang=en><title>Empty</title><p>{{ request.user.name }}</p></html>"


def floor(request: HttpRequest) -> HttpResponse:
    """An empty page for someone signed in: every middleware and a template of one line, and nothing of the rooms."""
    return HttpResponse(engines["django"].from_string(EMPTY).render({}, request))


urlpatterns = [path("floor", floor), path("", include("reknit.site.urls"))]
