"""The recovery code: a second way to one's own key, made only if wanted, and shown once."""

from django.contrib.auth.hashers import make_password
from django.db import transaction

from reknit.people import keys, opened, preferences, slots
from reknit.people.judging import judge
from reknit.people.models import KeyRing, Person, Slot


class WrongCode(Exception):
    """The code given does not open this account."""


def make(person: Person, *, pair: keys.Pair) -> str:
    """A new code in the place of any before it. It is told here, and stored nowhere."""
    code = keys.new_recovery_code()
    slot = slots.wrap_under_code(KeyRing.objects.get(person=person), code=code, secret=pair.secret)
    with transaction.atomic():
        slots.replace(slot)
        _say(person, pair, "made")
    return code


def remove(person: Person, *, pair: keys.Pair) -> None:
    """No code opens this account any more."""
    with transaction.atomic():
        Slot.objects.filter(ring=person.pk, kind=Slot.Kind.RECOVERY).delete()
        _say(person, pair, "no")


def decline(person: Person, *, pair: keys.Pair) -> None:
    """Not for them: it is not offered again."""
    if not exists(person):
        _say(person, pair, "no")


def exists(person: Person) -> bool:
    return Slot.objects.filter(ring=person.pk, kind=Slot.Kind.RECOVERY).exists()


def use(person: Person | None, *, code: str, new: str) -> str:
    """Set a new password: the same key, wrapped anew, every session ended. The code for next time; or WrongCode, or
    ValidationError where the password must not be taken."""
    slot = Slot.objects.select_related("ring").filter(ring__person=person, kind=Slot.Kind.RECOVERY).first()
    if person is None or slot is None or not person.is_active:
        raise WrongCode
    try:
        pair = slots.unwrap(slot, key=keys.recovery_key(code))
    except keys.CannotOpen as fault:
        raise WrongCode from fault
    judge(new, person)
    following = keys.new_recovery_code()
    by_password = slots.wrap_under_password(slot.ring, password=new, secret=pair.secret)
    by_code = slots.wrap_under_code(slot.ring, code=following, secret=pair.secret)
    person.password = make_password(new)
    with transaction.atomic():
        spent, _ = Slot.objects.filter(pk=slot.pk).delete()
        if not spent:
            raise WrongCode
        _wrapped_anew(person, by_password, by_code)
    return following


def _wrapped_anew(person: Person, *fresh: Slot) -> None:
    person.save(update_fields=["password"])
    slots.replace(*fresh)
    opened.end_all(person)


def _say(person: Person, pair: keys.Pair, became: str) -> None:
    mine = preferences.read(person, pair)
    mine.code = became
    preferences.write(person, pair, mine)
