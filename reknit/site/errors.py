"""When something goes wrong: a calm page with nothing of the request on it, and a report with nothing in it."""

import logging
import sys
from collections.abc import ItemsView
from typing import Any

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.debug import ExceptionReporter, SafeExceptionReporterFilter

from reknit.people import kept, keys

log = logging.getLogger("reknit.failed")


class Silent(ExceptionReporter):
    """No frame, no local, no value: an exception is its class and nothing else."""

    def get_traceback_data(self) -> dict[str, Any]:
        return {"exception_type": getattr(self.exc_type, "__name__", "")}

    def get_traceback_text(self) -> SafeString:
        return SafeString(self.get_traceback_data()["exception_type"])

    def get_traceback_html(self) -> SafeString:
        return self.get_traceback_text()

    def get_traceback_frames(self) -> list[dict[str, Any]]:
        return []


class Nothing(SafeExceptionReporterFilter):
    """The second layer: whatever asks, gets nothing of the POST, the cookies or the settings."""

    def get_post_parameters(self, request: HttpRequest | None) -> dict[str, Any]:
        return {}

    def get_cookies(self, request: HttpRequest) -> dict[str, Any]:
        return {}

    def get_safe_request_meta(self, request: HttpRequest) -> dict[str, Any]:
        return {}

    def get_safe_settings(self) -> dict[str, Any]:
        return {}

    def get_traceback_frame_variables(self, request: HttpRequest | None, tb_frame: Any) -> ItemsView[str, Any]:
        return {}.items()


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form is from another sign-in, or cookies are off."""
    return render(request, "403_csrf.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", status=403)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "400.html", status=400)


def failed(request: HttpRequest) -> HttpResponse:
    """What nobody foresaw. The word on the page stands in the log, too; the page asks the database nothing."""
    if isinstance(sys.exc_info()[1], DatabaseError):
        return unsaved(request)
    word = keys.new_code()[:6]
    log.error("A page gave this word.", exc_info=True, extra={"word": word})
    return HttpResponse(render_to_string("500.html", {"reference": word}), status=500)


def unsaved(request: HttpRequest) -> HttpResponse:
    """The database did not take it, or cannot be read. What was typed is on the page, and can be sent again from it."""
    fields = kept.again(request.POST) if request.method == "POST" else []
    context = {"posted": request.method == "POST", "fields": fields, "texts": kept.readable(fields)}
    context |= {"to": request.path, "csrf_token": get_token(request)}
    return HttpResponse(render_to_string("unsaved.html", context), status=503)
