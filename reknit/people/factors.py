"""The second step of a sign-in: the number of an app, a security key, or a spare code. allauth keeps the rows.

Nothing here says when a step was last taken: `record_usage` is never called, and a number that was used is remembered
for a minute or two only, as a digest among the tries.
"""

from base64 import b32encode
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from allauth.mfa.base.internal.flows import delete_dangling_recovery_codes
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from allauth.mfa.utils import decrypt
from django.conf import settings
from django.db import transaction

from reknit.people import keys, throttle
from reknit.people.models import Person

Kind = Authenticator.Type
STEPS = [Kind.TOTP, Kind.WEBAUTHN]
PERIOD = 30
DIGITS = 6
SECRET = 20  # bytes: as many as the code it is for
GRACE = 1  # steps: a number that changed while it was typed still counts
FALLS_AFTER = timedelta(hours=72)


@dataclass(frozen=True)
class Factor:
    """One second step of a person's own, and since when they have it."""

    id: int
    is_app: bool
    since: datetime


def listed(person: Person) -> list[Factor]:
    """A person's own second steps, the oldest first."""
    rows = Authenticator.objects.filter(user=person, type__in=STEPS).order_by("created_at", "pk")
    return [Factor(row.pk, row.type == Kind.TOTP, row.created_at) for row in rows]


def exists(person: Person) -> bool:
    return bool(Authenticator.objects.filter(user=person, type__in=STEPS).exists())


def new_secret(person: Person, *, session: str) -> str:
    """What an app of this person's makes its numbers from. In one session it stays the same until it is in use."""
    key = keys.mixed("app", settings.SECRET_KEY.encode())
    return b32encode(keys.fingerprint(key, keys.bound(str(person.pk), session))[:SECRET]).decode()


def add_app(person: Person, *, secret: str, code: str, now: datetime) -> bool:
    """From now on the app with this secret is a second step, in the place of any before; False for a wrong number."""
    if not _is_fresh(person, secret, code, now):
        return False
    with transaction.atomic():
        Authenticator.objects.filter(user=person, type=Kind.TOTP).delete()
        TOTP.activate(person, secret)
    return True


def add_key(person: Person, *, credential: dict[str, Any]) -> None:
    """From now on this security key is a second step."""
    Authenticator.objects.create(user=person, type=Kind.WEBAUTHN, data={"name": "", "credential": credential})


def remove(person: Person, *, factor: int) -> bool:
    """Take one second step away; with the last one its spare codes go, too."""
    with transaction.atomic():
        gone, _ = Authenticator.objects.filter(user=person, pk=factor, type__in=STEPS).delete()
        delete_dangling_recovery_codes(person)
    return bool(gone)


def new_spares(person: Person) -> list[str]:
    """Spare codes in the place of any before them; each passes once. Nothing without a second step."""
    if not exists(person):
        return []
    with transaction.atomic():
        Authenticator.objects.filter(user=person, type=Kind.RECOVERY_CODES).delete()
        return list(RecoveryCodes.activate(person).generate_codes())


def spares_left(person: Person) -> int:
    row = _row(person, Kind.RECOVERY_CODES)
    try:
        return len(RecoveryCodes(row).get_unused_codes()) if row else 0
    except keys.CannotOpen:
        return 0


def passes(person: Person, *, code: str, now: datetime) -> bool:
    """Whether this is the app's number, now and for the first time, or a spare code not used yet."""
    typed = "".join(c for c in code if c in "0123456789")
    kind = Kind.TOTP if len(typed) == DIGITS else Kind.RECOVERY_CODES
    row = _row(person, kind)
    try:
        if row and kind == Kind.TOTP:
            return _is_fresh(person, decrypt(row.data["secret"]), typed, now)
        return bool(row and RecoveryCodes(row).validate_code(typed))
    except keys.CannotOpen:
        return False


def ask_to_fall(person: Person, *, now: datetime) -> datetime:
    """It is lost: from the moment this returns on it is not asked for. Asked again, the moment stays."""
    Person.objects.filter(pk=person.pk, second_until=None).update(second_until=now + FALLS_AFTER)
    person.refresh_from_db(fields=["second_until"])
    assert person.second_until is not None
    return person.second_until


def keep(person: Person) -> bool:
    """It is not lost after all. True where somebody had said so."""
    person.second_until = None
    return bool(Person.objects.filter(pk=person.pk, second_until__isnull=False).update(second_until=None))


def let_fall(person: Person, *, now: datetime) -> bool:
    """Take every second step of this person away if it was said to be lost long enough ago."""
    if person.second_until is None or person.second_until > now:
        return False
    with transaction.atomic():
        due = Person.objects.filter(pk=person.pk, second_until__lte=now).update(second_until=None)
        if due:
            drop_all(person)
    return bool(due)


def drop_all(person: Person) -> None:
    """No second step, and no spare code."""
    Authenticator.objects.filter(user=person).delete()


def _row(person: Person, kind: str) -> Authenticator | None:
    found: Authenticator | None = Authenticator.objects.filter(user=person, type=kind).first()
    return found


def _is_fresh(person: Person, secret: str, code: str, now: datetime) -> bool:
    """Whether this number is of this moment, and nobody used it before: RFC 6238, section 5.2."""
    at = int(now.timestamp()) // PERIOD
    for step in range(at - GRACE, at + 1):
        if format_hotp_value(hotp_value(secret, step)) == code:
            return throttle.is_first("number", str(person.pk), str(step), code, now=now)
    return False
