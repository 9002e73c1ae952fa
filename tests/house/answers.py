"""What is looked at in an answer: its headers, its cookies, and how it compares with another."""

import re
from http.cookies import Morsel

from django.conf import settings
from django.http import HttpResponse

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "object-src": "'none'",
    "frame-ancestors": "'none'",
}
EXACT = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    # "no-referrer" would make browsers send `Origin: null` with every form.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
DENIED = ("geolocation", "camera", "microphone", "accelerometer", "gyroscope", "payment", "usb")
NEVER = (
    "Server",
    "X-Powered-By",
    "Access-Control-Allow-Origin",
    "Access-Control-Allow-Credentials",
    "ETag",
    "Last-Modified",
)
# The way out tells the other site nothing of where someone comes from.
OTHERWISE = {"away": {"Referrer-Policy": "no-referrer"}}
COOKIES = {
    "SESSION_COOKIE_NAME",
    "CSRF_COOKIE_NAME",
    "KEY_COOKIE_NAME",
    "PRIVATE_COOKIE_NAME",
    "DEVICE_COOKIE_NAME",
    "CODE_COOKIE_NAME",
    "STORY_COOKIE_NAME",
}
MADE_EACH_TIME = re.compile(
    rb'csrfmiddlewaretoken" value="[A-Za-z0-9]+|X-CSRFToken"[^A-Za-z0-9]+[A-Za-z0-9]+|&quot;[A-Za-z0-9]{64}&quot;'
    rb'|name="client_id" value="[0-9a-f-]+|name="offered" value="[a-z ]*|code--words" translate="no">[a-z ]*'
)


def header_faults(response: HttpResponse, name: str = "") -> list[str]:
    """What is missing from the headers of an answer, or too much in them."""
    exact = EXACT | (OTHERWISE.get(name, {}) if response.status_code == 303 else {})
    found = [
        f"{header} is {response.get(header)!r}" for header, value in exact.items() if response.get(header) != value
    ]
    policy = response.get("Content-Security-Policy", "")
    if _is_file(response):
        found += [] if policy == "sandbox" else [f"the policy is {policy!r}"]
    elif policy_of(policy) != POLICY:
        found.append(f"the policy is {policy!r}")
    found += [
        f"{device} is not denied" for device in DENIED if f"{device}=()" not in response.get("Permissions-Policy", "")
    ]
    vary = {part.strip() for part in response.get("Vary", "").split(",")}
    found += [f"does not vary by {part}" for part in ("Cookie", "HX-Request") if part not in vary]
    found += [f"sends {header}" for header in NEVER if response.has_header(header)]
    return found + _type_faults(response) + cookie_faults(response)


def _is_file(response: HttpResponse) -> bool:
    """A file that is taken along may run nothing at all."""
    return response.get("Content-Disposition", "").startswith("attachment")


def policy_of(text: str) -> dict[str, str]:
    parts = (part.strip().partition(" ") for part in text.split(";") if part.strip())
    return {name: sources for name, _, sources in parts}


def _type_faults(response: HttpResponse) -> list[str]:
    """A text says which characters it is in."""
    kind = response.get("Content-Type", "")
    if not response.content or kind in {"application/zip", "application/octet-stream"} or "charset=utf-8" in kind:
        return []
    return [] if kind == "text/plain" else [f"the type is {kind!r}"]


def cookie_faults(response: HttpResponse) -> list[str]:
    return [fault for cookie in response.cookies.values() for fault in _cookie(cookie)]


def _cookie(cookie: "Morsel[str]") -> list[str]:
    """Every cookie is one we know, out of reach of scripts, of other sites and, with TLS, of the open wire."""
    known = (
        {getattr(settings, name) for name in COOKIES}
        | {"messages"}
        | set(getattr(settings, "STORY_COOKIES", {}).values())
    )
    found = [] if cookie.key in known else [f"sets the cookie {cookie.key}"]
    if cookie.value:
        found += [] if cookie["httponly"] else [f"{cookie.key} can be read by scripts"]
        found += [] if cookie["samesite"] == "Lax" else [f"{cookie.key} is sent from elsewhere"]
    found += [] if cookie["path"] == "/" and not cookie["domain"] else [f"{cookie.key} has another reach"]
    return found + ([f"{cookie.key} goes over the open wire"] if settings.HTTPS and not cookie["secure"] else [])


def plain(response: HttpResponse, *ids: str) -> tuple[int, bytes, dict[str, str], list[str]]:
    """An answer without what is made anew each time, and without the ids that were asked for."""
    body = MADE_EACH_TIME.sub(b"", response.content)
    headers = {name: value for name, value in response.items() if name != "Content-Length"}
    for id_ in ids:
        body = body.replace(id_.encode(), b"")
        headers = {name: value.replace(id_, "") for name, value in headers.items()}
    return response.status_code, body, headers, sorted(response.cookies)
