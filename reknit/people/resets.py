"""A forgotten password, set anew with a link: from whoever runs the server, or by mail where that is set up.

It lets its owner in and opens nothing they wrote: they get a new key pair. The old one stays for thirty days, wrapped
as it was, and opens if the old password or the recovery code comes back.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.urls import reverse

from reknit.people import keys, opened, preferences, slots
from reknit.people.judging import judge
from reknit.people.models import FormerRing, KeyRing, Person, Reset, Slot
from reknit.people.preferences import Preferences

LASTS = timedelta(minutes=30)
KEPT = timedelta(days=30)


class Spent(Exception):
    """This token does not let anybody set a password: unknown, used, or older than half an hour."""


@dataclass(frozen=True, repr=False)
class Former:
    """A key pair from before a reset, open again."""

    ring: FormerRing
    pair: keys.Pair


def offer(person: Person, *, now: datetime) -> str:
    """A token with which this person can set a new password once, within half an hour; any before it ends."""
    token = keys.new_recovery_code()
    Reset.objects.update_or_create(person=person, defaults={"digest": _digest(token), "until": now + LASTS})
    return token


def offer_by_mail(person: Person, *, now: datetime) -> str:
    """The same for a letter; nothing while another link still works, so that nobody can end it or fill a mailbox."""
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=person.pk)
        if Reset.objects.filter(person=person, until__gt=now).exists():
            return ""
        return offer(person, now=now)


def address(token: str) -> str:
    """The link that carries a token: behind the #, where no log of a server or proxy has it."""
    server = f"https://{settings.ALLOWED_HOSTS[0]}" if settings.HTTPS else "http://localhost:8000"
    return f"{server}{reverse('account_reset')}#{token}"


def whose(token: str, *, now: datetime) -> Person | None:
    """Whose password may be set with this token now."""
    row = Reset.objects.select_related("person").filter(digest=_digest(token), until__gt=now).first()
    return row.person if row and row.person.is_active else None


def use(token: str, *, new: str, zone: str, now: datetime) -> Person:
    """Set a new password, for a new key pair, and end every session; or Spent, or ValidationError."""
    person = whose(token, now=now)
    if person is None:
        raise Spent
    judge(new, person)
    pair = keys.new_pair()
    ring = KeyRing(person=person, public=pair.public)
    ring.sealed_prefs = preferences.seal(person, pair=pair, preferences=Preferences(zone=zone))
    slot = slots.wrap_under_password(ring, password=new, secret=pair.secret)
    person.password, person.reset_on = make_password(new), now.date()
    with transaction.atomic():
        spent, _ = Reset.objects.filter(person=person, digest=_digest(token)).delete()
        if not spent:
            raise Spent
        _put_away(person, now=now)
        person.save(update_fields=["password", "reset_on"])
        ring.save(force_update=True)
        slots.replace(slot)
        opened.end_all(person)
    return person


def remembered(person: Person, *, typed: str, now: datetime) -> Former | None:
    """The pair that the old password, or the recovery code of that time, opens; as long as it is kept."""
    for row in FormerRing.objects.filter(person=person, until__gt=now).order_by("until"):
        for slot, key in _ways(person, row, typed):
            try:
                return Former(row, slots.unwrap(slot, key=key))
            except keys.CannotOpen:
                continue
    return None


def take_up(former: Former, *, person: Person, pair: keys.Pair) -> None:
    """What the person had set is theirs again, under the new pair; the old one is not kept any longer."""
    mine = preferences.opened(person, former.pair, bytes(former.ring.sealed_prefs))
    mine.zone, mine.code = preferences.read(person, pair).zone, ""
    preferences.write(person, pair, mine)
    former.ring.delete()


def kept_until(person: Person, *, now: datetime) -> datetime | None:
    """Until when an old pair of this person could still be opened; None where there is none."""
    rows = FormerRing.objects.filter(person=person, until__gt=now).order_by("-until")
    return rows.values_list("until", flat=True).first()


def withdraw(person: Person) -> None:
    """No link sets a new password for this person any more."""
    Reset.objects.filter(person=person).delete()


def sweep(*, now: datetime) -> None:
    """Forget what is past its thirty days, and its half hour."""
    FormerRing.objects.filter(until__lte=now).delete()
    Reset.objects.filter(until__lte=now).delete()


def _put_away(person: Person, *, now: datetime) -> None:
    """Keep the ring as it is now, with its slots as they are wrapped, and leave the person's place for them empty."""
    ring = KeyRing.objects.select_for_update().get(person=person)
    found = {slot.kind: slot for slot in Slot.objects.filter(ring=ring)}
    row = FormerRing(person=person, public=ring.public, sealed_prefs=ring.sealed_prefs, until=now + KEPT)
    if slot := found.get(Slot.Kind.PASSWORD):
        row.salt, row.passes, row.memory, row.by_password = slot.salt, slot.passes, slot.memory, slot.wrapped
    if slot := found.get(Slot.Kind.RECOVERY):
        row.by_code = slot.wrapped
    row.save(force_insert=True)
    Slot.objects.filter(ring=ring).delete()


def _ways(person: Person, row: FormerRing, typed: str) -> list[tuple[Slot, bytes]]:
    """What was typed may be the code, or the password."""
    ring = KeyRing(person=person, public=row.public)
    ways = []
    if row.by_code:
        code = keys.tidy_code(typed, keys.RECOVERY)
        ways.append((Slot(ring=ring, kind=Slot.Kind.RECOVERY, wrapped=row.by_code), keys.recovery_key(code)))
    if row.by_password:
        cost = keys.Cost(row.passes, row.memory)
        key = slots.derive(typed, salt=bytes(row.salt), cost=cost)
        ways.append((Slot(ring=ring, kind=Slot.Kind.PASSWORD, wrapped=row.by_password), key))
    return ways


def _digest(token: str) -> bytes:
    return keys.mixed("reset", token.encode())
