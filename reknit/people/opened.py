"""A person's key while they are signed in: half in a row, half in a cookie, and of no use apart.

The cookie is SameSite=Lax like the session's. With Strict, someone who follows a link from another page would
arrive with a session and no key, which counts as signed out. What Strict would add is covered already: a change
needs a form token, and requests sent by other sites are refused.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from contextlib import suppress
from datetime import datetime, timedelta
from typing import NamedTuple

from django.conf import settings
from django.contrib.auth import login, logout
from django.contrib.sessions.models import Session
from django.db import DatabaseError, transaction
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponseBase

from reknit.people import keys
from reknit.people.models import OpenKey, Person

Device = OpenKey.Device
IDLE = {Device.SHARED: timedelta(minutes=30), Device.ALONE: timedelta(days=30)}
# Browsers keep no cookie longer than 400 days, so nothing outlives that either.
LONGEST = {Device.SHARED: timedelta(hours=12), Device.ALONE: timedelta(days=400)}
SLIDE = timedelta(minutes=1)
SECOND_STEP = timedelta(minutes=5)
PAIR = "pair"
HELD = "held_pair"


class Held(NamedTuple):
    """A pair opened by a password, kept for the sign-in that follows: in this request, or after the second step."""

    person: Person
    pair: keys.Pair
    device: str = OpenKey.Device.SHARED


def hold(request: HttpRequest, *, person: Person, pair: keys.Pair) -> None:
    setattr(request, HELD, Held(person, pair))


def held(request: HttpRequest) -> Held | None:
    return getattr(request, HELD, None)


def sign_in(
    request: HttpRequest, response: HttpResponseBase, *, person: Person, pair: keys.Pair, device: str, now: datetime
) -> None:
    """Begin a session for someone whose key is open already."""
    request.session.flush()
    login(request, person, backend=settings.AUTHENTICATION_BACKENDS[0])
    open_key(request, response, person=person, pair=pair, device=device, now=now)


def open_key(
    request: HttpRequest, response: HttpResponseBase, *, person: Person, pair: keys.Pair, device: str, now: datetime
) -> None:
    """Split the key of the session that has just begun between a new row and a new cookie."""
    kind = Device(device)
    with transaction.atomic():
        _store(request, response, person=person, pair=pair, kind=kind, begun_at=now, now=now)
        sweep(now=now)


def wait(request: HttpRequest, response: HttpResponseBase, *, held: Held, now: datetime) -> None:
    """Keep a pair for five minutes, until the second step: its row is not active, so it opens nothing."""
    if not request.session.session_key:
        request.session.save()
    kind = Device(held.device)
    _store(
        request, response, person=held.person, pair=held.pair, kind=kind, begun_at=now, now=now, until=now + SECOND_STEP
    )


def waiting(request: HttpRequest, now: datetime) -> Held | None:
    """Whose password was right in this browser, not five minutes ago, and whose second step is still to come."""
    cookie_key = _cookie_key(request)
    mine = OpenKey.objects.filter(pk=keys.row_id(cookie_key), session=request.session.session_key or "")
    row = mine.filter(active=False, expires__gt=now).select_related("person").first()
    if row is None or not row.person.is_active:
        return None
    try:
        return Held(row.person, keys.pair_of(keys.unseal(cookie_key, bytes(row.blob), *_place(row))), row.device)
    except keys.CannotOpen:
        return None


def renew(request: HttpRequest, response: HttpResponseBase, *, person: Person, pair: keys.Pair, now: datetime) -> None:
    """A new session id and a new cookie key for the same sign-in; its limits stay where they were."""
    row = here(request)
    kind, begun_at = (Device(row.device), row.begun_at) if row else (Device.SHARED, now)
    request.session.cycle_key()
    _store(request, response, person=person, pair=pair, kind=kind, begun_at=begun_at, now=now)


def opened(request: HttpRequest, now: datetime) -> keys.Pair | None:
    """The key pair of whoever is signed in here, while neither limit has passed."""
    row = here(request)
    if row is None or not row.active or _is_over(row, now):
        return None
    try:
        secret = keys.unseal(_cookie_key(request), bytes(row.blob), *_place(row))
    except keys.CannotOpen:
        return None
    if now - row.seen_at >= SLIDE:
        with suppress(DatabaseError):  # a disk that is full keeps nobody from reading
            OpenKey.objects.filter(pk=row.pk).update(seen_at=now)
    return keys.pair_of(secret)


def close(request: HttpRequest, response: HttpResponseBase) -> None:
    """End this session: the row, the session and both cookies."""
    OpenKey.objects.filter(pk=keys.row_id(_cookie_key(request))).delete()
    logout(request)
    response.delete_cookie(settings.KEY_COOKIE_NAME, samesite="Lax")


def here(request: HttpRequest) -> OpenKey | None:
    """The row of the session asking, whatever its limits say."""
    cookie_key = _cookie_key(request)
    if not cookie_key or not request.user.is_authenticated:
        return None
    mine = OpenKey.objects.filter(person=request.user.pk, session=request.session.session_key or "")
    return mine.filter(pk=keys.row_id(cookie_key)).first()


def devices(person: Person, *, now: datetime) -> list[OpenKey]:
    """Where this person is signed in now, the latest first."""
    rows = OpenKey.objects.filter(person=person, active=True).order_by("-begun_at")
    return [row for row in rows if not _is_over(row, now)]


def end_others(request: HttpRequest, *, person: Person) -> None:
    """End every session of this person but the one asking."""
    _end(OpenKey.objects.filter(person=person).exclude(session=request.session.session_key or ""))


def end_other(request: HttpRequest, *, person: Person, device: str) -> None:
    """End one session of this person, but not the one asking."""
    _end(OpenKey.objects.filter(person=person, pk=device).exclude(session=request.session.session_key or ""))


def end_all(person: Person) -> None:
    """End every session of this person."""
    _end(OpenKey.objects.filter(person=person))


def sweep(*, now: datetime) -> None:
    """Remove what has passed its limits."""
    idle = Q(device=Device.SHARED, seen_at__lt=now - IDLE[Device.SHARED])
    _end(OpenKey.objects.filter(idle | Q(seen_at__lt=now - IDLE[Device.ALONE]) | Q(expires__lte=now)))


def _store(
    request: HttpRequest,
    response: HttpResponseBase,
    *,
    person: Person,
    pair: keys.Pair,
    kind: OpenKey.Device,
    begun_at: datetime,
    now: datetime,
    until: datetime | None = None,
) -> None:
    """A new row and a new cookie in the place of those before; with `until` it waits, and is not active."""
    OpenKey.objects.filter(pk=keys.row_id(_cookie_key(request))).delete()
    lasting = LONGEST[kind] if kind == Device.ALONE and until is None else None
    request.session.set_expiry(lasting or 0)
    cookie_key = keys.new_key()
    row = OpenKey(id=keys.row_id(cookie_key), person=person, session=request.session.session_key or "", device=kind)
    row.active, row.begun_at, row.seen_at, row.expires = until is None, begun_at, now, until or begun_at + LONGEST[kind]
    row.blob = keys.seal(cookie_key, pair.secret, *_place(row))
    row.save(force_insert=True)
    response.set_cookie(
        settings.KEY_COOKIE_NAME,
        urlsafe_b64encode(cookie_key).decode(),
        max_age=lasting,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )


def _is_over(row: OpenKey, now: datetime) -> bool:
    return now >= row.expires or now - row.seen_at > IDLE[Device(row.device)]


def _end(rows: QuerySet[OpenKey]) -> None:
    with transaction.atomic():
        Session.objects.filter(session_key__in=list(rows.values_list("session", flat=True))).delete()
        rows.delete()


def _cookie_key(request: HttpRequest) -> bytes:
    try:
        key = urlsafe_b64decode(request.COOKIES.get(settings.KEY_COOKIE_NAME, ""))
    except ValueError:
        return b""
    return key if len(key) == keys.KEY else b""


def _place(row: OpenKey) -> tuple[str, str, str]:
    return "open key", row.pk, str(row.person_id)
