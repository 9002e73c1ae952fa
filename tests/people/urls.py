"""The door alone, with blank pages where it leads."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from reknit.people import fresh


def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"{request.resolver_match.url_name} {request.user.name} {request.POST.get('what', '')}")


def open_page(request: HttpRequest) -> HttpResponse:
    return HttpResponse(request.resolver_match.url_name)


urlpatterns = [
    path("", include("reknit.people.urls")),
    path("", login_not_required(open_page), name="front"),
    path("j", login_not_required(open_page), name="invitation"),
    path("home", page, name="home"),
    path("begin", page, name="begin"),
    path("write", page, name="write"),
    path("grave", fresh.fresh_only(page), name="grave"),
]
