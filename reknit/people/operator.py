"""Who runs this server: read and confirmed by everyone on it, and again when it is somebody else."""

from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from reknit.people import arriving, keys, opened, preferences
from reknit.people.models import Person


@require_http_methods(["GET", "HEAD", "POST"])
def operator(request: HttpRequest) -> HttpResponse:
    """What whoever runs it can do and cannot, and that this was read."""
    person, pair = cast(Person, request.user), cast(keys.Pair, getattr(request, opened.PAIR))
    mine = preferences.read(person, pair)
    to = arriving.own(request, request.POST.get("next") or request.GET.get("next", ""))
    if request.method == "POST":
        if request.POST.get("operator") == settings.OPERATOR:
            mine.operator = settings.OPERATOR
            preferences.write(person, pair, mine)
        return redirect(to if mine.operator == settings.OPERATOR else arriving.operator_page(to))
    confirmed = mine.operator == settings.OPERATOR
    context: dict[str, Any] = {"before": "" if confirmed else mine.operator, "confirmed": confirmed, "next": to}
    return render(request, "people/operator.html", context)
