"""How often somebody may try: counted in the database, so that it holds for every thread and worker at once.

Tries at one name from one place are counted together: five at once, then one a minute, and never "locked". A place is a
browser that name was signed in with before or, for any other, the network address. So whoever tries from elsewhere
uses up nothing of what the owner has on their own device. Tries at many names from one address are counted, too.

Addresses and names stand in no row: only a digest of them under a secret that is another one every day.

What somebody does for themselves and costs much, looking through everything and taking copies, is counted for that
person, under a secret made of their own key: no row tells even who holds every secret of the server whose it is.
"""

from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address, ip_network

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import BigIntegerField, Case, F, Q, Value, When
from django.db.models.functions import Greatest
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext_lazy as _

from reknit.people import keys, names
from reknit.people.models import Known, Person, Tries

MINUTE = 60_000
AT_ONCE = 5
TRIED = ("again", "code", "mail", "old", "private", "second step", "sign in")
FROM_ONE_ADDRESS, TWO_SECONDS = 30, 2_000
# How many at once, and one more in how many milliseconds: copies enough for whoever goes from many spaces in one hour.
OWN = {"copy": (20, 3 * MINUTE), "look": (60, 1_000)}
MANY_COPIES = _("That was many copies in a short time. Wait three minutes, then take another. Nothing is locked.")
# Browsers keep no cookie longer than 400 days.
REMEMBERED = timedelta(days=400)


def may_try(request: HttpRequest, *, what: str, name: str, now: datetime) -> bool:
    """Count one try at `what` under this name; False where there were too many, and then nothing should be tried."""
    if _knows(request, name, now):
        return _take(_key(now, what, name, _token(request)), now, most=AT_ONCE, every=MINUTE)
    address = _address(request)
    return _take(_key(now, what, name, address), now, most=AT_ONCE, every=MINUTE) and _take(
        _key(now, "any name", "", address), now, most=FROM_ONE_ADDRESS, every=TWO_SECONDS
    )


def forgive(request: HttpRequest, *, what: str, name: str, now: datetime) -> None:
    """Give back the try that was right."""
    place = _token(request) if _knows(request, name, now) else _address(request)
    _give(_key(now, what, name, place), MINUTE)
    if place == _address(request):
        _give(_key(now, "any name", "", place), TWO_SECONDS)


def may_do(pair: keys.Pair, *, what: str, now: datetime) -> bool:
    """Count one copy, or one look through everything, by who has this pair; False where it should wait a little."""
    most, every = OWN[what]
    return _take(_own(pair, what, now), now, most=most, every=every)


def undo(pair: keys.Pair, *, what: str, now: datetime) -> None:
    """Give back what came to nothing."""
    _give(_own(pair, what, now), OWN[what][1])


def is_first(*what: str, now: datetime) -> bool:
    """Whether this is done for the first time in two minutes; of any who do it at once, one is the first."""
    secret = keys.mixed("done once", settings.SECRET_KEY.encode())
    return _take(keys.fingerprint(secret, keys.bound(*what)).hex(), now, most=1, every=2 * MINUTE)


def remember(request: HttpRequest, response: HttpResponseBase, *, person: Person, now: datetime) -> None:
    """From now on this browser is one its owner can always try from."""
    token = _token(request) or keys.new_key().hex()
    key = _known(token, person.name, bytes(person.known_salt))
    Known.objects.update_or_create(key=key, defaults={"until": now + REMEMBERED})
    response.set_cookie(
        settings.DEVICE_COOKIE_NAME, token, max_age=REMEMBERED, secure=settings.HTTPS, httponly=True, samesite="Lax"
    )


def forget(person: Person) -> None:
    """From now on no browser is one this person is known on."""
    person.known_salt = keys.new_salt()
    person.save(update_fields=["known_salt"])


def erase(request: HttpRequest, response: HttpResponseBase, *, person: Person, now: datetime) -> None:
    """Forget this browser, and the tries made from it at a name that is no more. Elsewhere its digests lapse unread."""
    Known.objects.filter(key=_known(_token(request), person.name, bytes(person.known_salt))).delete()
    places = (_token(request), _address(request))
    Tries.objects.filter(pk__in=[_key(now, what, person.name, place) for what in TRIED for place in places]).delete()
    response.delete_cookie(settings.DEVICE_COOKIE_NAME, samesite="Lax")


def sweep(*, now: datetime) -> None:
    """Forget what limits nobody any more."""
    Tries.objects.filter(unused_at__lt=_milliseconds(now)).delete()
    Known.objects.filter(until__lte=now).delete()


def _take(key: str, now: datetime, *, most: int, every: int) -> bool:
    """One try from what is left: a single statement decides, whoever else tries in the same moment.

    No count can lie further ahead than all its tries together. Where one does, the clock was put back since, and it
    begins anew: nobody waits for a time that has been already.
    """
    at = _milliseconds(now)
    Tries.objects.bulk_create([Tries(key=key, unused_at=at)], ignore_conflicts=True)
    put_back = Q(unused_at__gt=at + (most + 1) * every)
    left = Tries.objects.filter(put_back | Q(unused_at__lte=at + (most - 1) * every), key=key)
    here = Value(at, output_field=BigIntegerField())
    from_now = Case(When(put_back, then=here), default=Greatest(F("unused_at"), here))
    return bool(left.update(unused_at=from_now + every))


def _give(key: str, every: int) -> None:
    Tries.objects.filter(key=key).update(unused_at=F("unused_at") - every)


def _key(now: datetime, what: str, name: str, place: str) -> str:
    secret = keys.mixed("tries", settings.SECRET_KEY.encode(), now.date().isoformat().encode())
    return keys.fingerprint(secret, keys.bound(what, names.key(name), place)).hex()


def _own(pair: keys.Pair, what: str, now: datetime) -> str:
    secret = keys.mixed("what I do", pair.secret, now.date().isoformat().encode())
    return keys.fingerprint(secret, keys.bound(what)).hex()


def _knows(request: HttpRequest, name: str, now: datetime) -> bool:
    if not (token := _token(request)):
        return False
    salt = Person.objects.filter(name_key=names.key(name)).values_list("known_salt", flat=True).first()
    return Known.objects.filter(key=_known(token, name, bytes(salt or b"")), until__gt=now).exists()


def _known(token: str, name: str, salt: bytes = b"") -> str:
    return keys.mixed("known device", keys.bound(token, names.key(name)), salt).hex()


def _token(request: HttpRequest) -> str:
    """What this browser was given, or nothing."""
    token = request.COOKIES.get(settings.DEVICE_COOKIE_NAME, "")
    return token if len(token) == 2 * keys.KEY else ""


def _address(request: HttpRequest) -> str:
    """Where a request comes from. Whoever has one address of version 6 has 2^64 of them, so they count as one."""
    try:
        address = ip_address(get_adapter(request).get_client_ip(request))
    except (PermissionDenied, ValueError):
        return ""
    if not isinstance(address, IPv6Address):
        return str(address)
    return str(address.ipv4_mapped or ip_network(f"{address}/64", strict=False))


def _milliseconds(now: datetime) -> int:
    return int(now.timestamp() * 1000)
