"""A private key while it is open: half in a row, half in a cookie, and of no use apart.

The row goes with the sign-in it belongs to, whichever way that ends.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from reknit.people import keys
from reknit.people.models import OpenKey, Person
from reknit.spaces.access import Viewer
from reknit.spaces.private import Private
from reknit.vault import index
from reknit.vault.models import Opening

LONGEST = timedelta(minutes=60)
SLIDE = timedelta(minutes=1)
LASTING = timedelta(days=400)
STAY = 0


def opened(request: HttpRequest, person: Person, now: datetime) -> Private | None:
    """The private side of whoever is signed in here, while neither limit has passed."""
    row = _row(request, person)
    if row is None or _is_over(row, now):
        return None
    try:
        secret = keys.unseal(_cookie_key(request), bytes(row.blob), *_place(row))
    except keys.CannotOpen:
        return None
    if now - row.seen_at >= SLIDE:
        Opening.objects.filter(pk=row.pk).update(seen_at=now)
    return Private(row.side_id, keys.pair_of(secret))


def open_(request: HttpRequest, response: HttpResponseBase, *, viewer: Viewer, private: Private) -> None:
    """Split the key between a new row and a new cookie, for as long as its owner has set."""
    mine = OpenKey.objects.filter(person=viewer.person, session=request.session.session_key or "")
    signed_in = mine.order_by("-begun_at").first()
    if signed_in is None:
        return
    Opening.objects.filter(signed_in=signed_in).delete()
    idle = index.of(private)[1].idle
    cookie_key = keys.new_key()
    row = Opening(id=keys.row_id(cookie_key), side_id=private.side, signed_in=signed_in, idle=idle)
    row.begun_at = row.seen_at = viewer.now
    row.blob = keys.seal(cookie_key, private.pair.secret, *_place(row))
    row.save(force_insert=True)
    lasts = idle == STAY and signed_in.device == OpenKey.Device.ALONE
    response.set_cookie(
        settings.PRIVATE_COOKIE_NAME,
        urlsafe_b64encode(cookie_key).decode(),
        max_age=LASTING if lasts else None,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )


def set_idle(request: HttpRequest, minutes: int) -> None:
    """It locks after so many minutes from now on, here; its hour goes on as it began."""
    Opening.objects.filter(pk=keys.row_id(_cookie_key(request))).update(idle=minutes)


def lock(request: HttpRequest, response: HttpResponseBase) -> None:
    """Lock it here: the row goes, and the cookie."""
    Opening.objects.filter(pk=keys.row_id(_cookie_key(request))).delete()
    response.delete_cookie(settings.PRIVATE_COOKIE_NAME, samesite="Lax")


def lock_everywhere(person: Person) -> None:
    """Lock it wherever this person has it open."""
    Opening.objects.filter(side__person=person).delete()


def sweep(*, now: datetime) -> None:
    """Remove what has passed its limits."""
    for row in Opening.objects.exclude(idle=STAY).iterator(500):
        if _is_over(row, now):
            row.delete()


def _row(request: HttpRequest, person: Person) -> Opening | None:
    cookie_key = _cookie_key(request)
    if not cookie_key:
        return None
    here = {"signed_in__session": request.session.session_key or "", "side__person": person, "side__until": None}
    return Opening.objects.filter(pk=keys.row_id(cookie_key), signed_in__person=person, **here).first()


def _is_over(row: Opening, now: datetime) -> bool:
    if row.idle == STAY:
        return False
    return now - row.begun_at >= LONGEST or now - row.seen_at > timedelta(minutes=row.idle)


def _cookie_key(request: HttpRequest) -> bytes:
    try:
        key = urlsafe_b64decode(request.COOKIES.get(settings.PRIVATE_COOKIE_NAME, ""))
    except ValueError:
        return b""
    return key if len(key) == keys.KEY else b""


def _place(row: Opening) -> tuple[str, str, str, str]:
    return "private key", row.pk, str(row.side_id), str(row.signed_in_id)
