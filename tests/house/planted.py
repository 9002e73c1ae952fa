"""The site with faults built in: what the test of the routes has to notice."""

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt

from reknit.ledger.models import Event
from reknit.people.models import Person
from reknit.spaces.models import Space


def leaky(request: HttpRequest, space: UUID) -> HttpResponse:
    """Tells a space that is not yours from one that is not there."""
    if request.method == "GET" and Event.opened.filter(space_id=space).exists():
        return HttpResponse("here", content_type="text/plain")
    return HttpResponse("not here", status=404)


def telling(request: HttpRequest, space: UUID) -> HttpResponse:
    """Refuses, but not alike."""
    known = Space.objects.filter(pk=space).exists()
    return HttpResponse("You are not in this space." if known else "There is no such space.", status=404)


def writing(request: HttpRequest) -> HttpResponse:
    """Writes on a look, and takes every method."""
    Person.objects.update(email="seen@example.org")
    return HttpResponse("looked")


@login_not_required
@csrf_exempt
def careless(request: HttpRequest) -> HttpResponse:
    """Open, takes forms from anywhere, sets a cookie scripts can read, and opens its policy."""
    response = HttpResponse("careless", content_type="text/html")
    response.headers["Content-Security-Policy"] = "default-src *"
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.set_cookie("last_visit", "today")
    return response


def failing(request: HttpRequest) -> HttpResponse:
    raise RuntimeError(request.POST.get("what", ""))


urlpatterns = [
    path("", include("reknit.site.urls")),
    path("x/<uuid:space>/leaky", leaky, name="leaky"),
    path("x/<uuid:space>/telling", telling, name="telling"),
    path("x/writing", writing, name="writing"),
    path("x/careless", careless, name="careless"),
    path("x/failing", login_not_required(failing), name="failing"),
]
handler400 = "reknit.site.errors.bad_request"
handler403 = "reknit.site.errors.refused"
handler404 = "reknit.site.errors.not_found"
handler500 = "reknit.site.errors.failed"
