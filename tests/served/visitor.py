"""Someone who uses the pages over HTTP, without a browser: cookies, forms, one connection kept open."""

import http.client
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from urllib.parse import urlencode

from django.conf import settings
from django.middleware.csrf import CSRF_ALLOWED_CHARS, CSRF_SECRET_LENGTH
from django.test import Client
from django.utils.crypto import get_random_string

Fields = Mapping[str, str | list[str]]


@dataclass(frozen=True)
class Answer:
    """What came back: the status, where it leads on, and the page."""

    status: int
    location: str
    page: str


class Visitor:
    """One person at one server."""

    def __init__(self, port: int, cookies: Mapping[str, str] | None = None, *, patience: float = 30) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=patience)
        self.cookies = dict(cookies or {})

    @classmethod
    def like(cls, client: Client, port: int, **more: float) -> "Visitor":
        """Signed in as this client of the tests is."""
        return cls(port, {name: morsel.value for name, morsel in client.cookies.items()}, **more)

    def get(self, path: str) -> Answer:
        return self._ask("GET", path)

    def post(self, path: str, fields: Fields) -> Answer:
        """Send a form, with the token every page of ours puts into it."""
        if "csrfmiddlewaretoken" not in fields:
            fields = {**fields, "csrfmiddlewaretoken": self._token()}
        return self._ask("POST", path, urlencode(fields, doseq=True))

    def fields(self, page: str, action: str = "") -> dict[str, str]:
        """What a form on the page sends of itself, found by where it goes; the page's only form where that is empty."""
        forms = re.findall(r"<form([^>]*)>(.*?)</form>", page, re.DOTALL)
        [inside] = [inner for head, inner in forms if not action or f'action="{action}"' in head]
        hidden = re.findall(r"<input[^>]*>", inside)
        pairs = [(_attribute(tag, "name"), _attribute(tag, "value")) for tag in hidden if 'type="hidden"' in tag]
        return {name: value for name, value in pairs if name}

    def close(self) -> None:
        self._connection.close()

    def _token(self) -> str:
        """One for all forms: it goes with the cookie, which is made here as a page would make it."""
        name = settings.CSRF_COOKIE_NAME
        return self.cookies.setdefault(name, get_random_string(CSRF_SECRET_LENGTH, CSRF_ALLOWED_CHARS))

    def _ask(self, method: str, path: str, body: str | None = None) -> Answer:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = {"Cookie": cookies, "Accept-Encoding": "identity"}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, _is, rest = line.partition("=")
            self.cookies[name] = rest.partition(";")[0].strip('"')
        return Answer(answer.status, answer.headers.get("Location", ""), answer.read().decode())


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf'\b{name}="([^"]*)"', tag)
    return unescape(found.group(1)) if found else ""
