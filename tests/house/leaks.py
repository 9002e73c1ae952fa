"""Twelve faults to be caught: each lets Toby see, in another way, that Anna keeps something to herself."""

from collections.abc import Callable

from django.core import mail
from django.http import HttpRequest, HttpResponse

from reknit.people.models import OpenKey
from reknit.vault.models import Note, Opening, Side

Next = Callable[[HttpRequest], HttpResponse]
Leak = Callable[[HttpRequest, HttpResponse], None]


def _adds(response: HttpResponse, text: str) -> None:
    if response.get("Content-Type", "").startswith("text/html"):
        response.content = response.content.replace(b"</main>", f"{text}</main>".encode())


def count(_request: HttpRequest, response: HttpResponse) -> None:
    _adds(response, f"<p>{Note.objects.count()}</p>")


def badge(_request: HttpRequest, response: HttpResponse) -> None:
    _adds(response, '<span class="new"></span>' if Note.objects.exists() else "")


def order(_request: HttpRequest, response: HttpResponse) -> None:
    names = ["<li>Anna</li>", "<li>Toby</li>"]
    _adds(response, "".join(reversed(names) if Note.objects.exists() else names))


def timestamp(_request: HttpRequest, response: HttpResponse) -> None:
    newest = OpenKey.objects.filter(person__name="Anna").order_by("-seen_at").values_list("seen_at", flat=True).first()
    _adds(response, f"<time>{newest}</time>")


def length(_request: HttpRequest, response: HttpResponse) -> None:
    _adds(response, " " * sum(len(bytes(note.body)) for note in Note.objects.all()))


def error(_request: HttpRequest, response: HttpResponse) -> None:
    if Opening.objects.exists():
        response.status_code = 500


def header(_request: HttpRequest, response: HttpResponse) -> None:
    response.headers["X-Turn"] = str(sum(Side.objects.values_list("turn", flat=True)))


def letter(_request: HttpRequest, _response: HttpResponse) -> None:
    if Note.objects.exists():
        mail.EmailMessage("Something is new", "", None, ["toby@example.org"]).send()


def export(request: HttpRequest, response: HttpResponse) -> None:
    if response.get("Content-Type") == "application/zip":
        response.content = response.content + bytes(Note.objects.count())


def redirect(_request: HttpRequest, response: HttpResponse) -> None:
    if response.has_header("Location") and Note.objects.exists():
        response["Location"] += "?new=1"


def cookie(_request: HttpRequest, response: HttpResponse) -> None:
    response.set_cookie("n", str(Note.objects.count()))


def row(_request: HttpRequest, _response: HttpResponse) -> None:
    """Read, and nothing made of it: it could be timed."""
    list(Note.objects.all())


# Each with where Toby looks.
LEAKS: dict[str, tuple[Leak, str]] = {
    "a count": (count, "today"),
    "a badge": (badge, "history"),
    "an order": (order, "people"),
    "a timestamp": (timestamp, "people"),
    "a length": (length, "picture"),
    "an error": (error, "today"),
    "a header": (header, "promises"),
    "a mail": (letter, "today"),
    "an export": (export, "copy"),
    "a redirect": (redirect, "home"),
    "a cookie": (cookie, "today"),
    "a database row read": (row, "today"),
}
planted: list[Leak] = []


class Planted:
    """The fault that is planted, at the end of every request of Toby's."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if getattr(request, "user", None) is not None and request.user.is_authenticated and request.user.name == "Toby":
            for leak in planted:
                leak(request, response)
        return response
