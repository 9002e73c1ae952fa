"""What may be done with an account. Password hash and wrapped key always change together."""

from contextlib import suppress
from datetime import date

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction

from reknit.people import keys, names, opened, preferences, slots
from reknit.people.judging import judge
from reknit.people.models import FirstToken, KeyRing, Person, Reset, Slot
from reknit.people.preferences import Preferences


class NameTaken(Exception):
    """Somebody on this server already signs in with this name."""


class WrongPassword(Exception):
    """The password given does not open this account."""


class NotTheFirst(Exception):
    """The token for the first account is used, or somebody has an account already."""


def create_person(
    name: str, *, password: str, email: str = "", zone: str = "UTC", first: str = "", operator: str = "", today: date
) -> tuple[Person, keys.Pair]:
    """A new account with its key pair, or NameTaken; with `first`, that token is spent, or NotTheFirst.

    `operator` is who runs the server, where they have read that already.
    """
    hashed, pair = make_password(password), keys.new_pair()
    person = _person(name, email=email, hashed=hashed, today=today)
    ring = KeyRing(person=person, public=pair.public)
    slot = slots.wrap_under_password(ring, password=password, secret=pair.secret)
    mine = Preferences(zone=zone, operator=operator)
    ring.sealed_prefs = preferences.seal(person, pair=pair, preferences=mine)
    with transaction.atomic():
        if first:
            _spend(first)
        _save(person, ring=ring, slot=slot)
    return person, pair


def create_story_person(name: str, *, today: date, key: bytes | None = None, zone: str = "UTC") -> tuple[Person, bytes]:
    """An account nobody can sign in to by password, and the key that opens it."""
    key, pair = key or keys.new_key(), keys.new_pair()
    person = _person(name, email="", hashed=make_password(None), today=today)
    ring = KeyRing(person=person, public=pair.public)
    slot = slots.wrap(ring, kind=Slot.Kind.EXAMPLE, key=key, secret=pair.secret)
    ring.sealed_prefs = preferences.seal(person, pair=pair, preferences=Preferences(zone=zone))
    _save(person, ring=ring, slot=slot)
    return person, key


def open_story_person(person: Person, *, key: bytes) -> keys.Pair:
    """The key pair of someone made by `create_story_person`, or CannotOpen."""
    return slots.unwrap(Slot.objects.select_related("ring").get(ring=person.pk, kind=Slot.Kind.EXAMPLE), key=key)


def change_password(person: Person, *, old: str, new: str) -> keys.Pair:
    """Wrap the same key under a new password and end every session of this person; or WrongPassword, or ValidationError
    where the new one must not be taken."""
    pair = slots.try_password(person, password=old)
    if not person.check_password(old) or pair is None:
        raise WrongPassword
    judge(new, person)
    ring = KeyRing.objects.get(person=person)
    slot = slots.wrap_under_password(ring, password=new, secret=pair.secret)
    person.password = make_password(new)
    try:
        with transaction.atomic():
            person.save(update_fields=["password"])
            slots.replace(slot)
            opened.end_all(person)
    except slots.Moved as fault:
        raise WrongPassword from fault
    return pair


def set_email(person: Person, email: str) -> None:
    """Another address, or none; a link that is on its way to the former one ends."""
    person.email = email
    with transaction.atomic():
        person.save(update_fields=["email"])
        Reset.objects.filter(person=person).delete()


def erase(person: Person) -> None:
    """Take an account away, with its keys, second steps, links, address and every session."""
    with transaction.atomic():
        opened.end_all(person)
        person.delete()


def raise_cost(person: Person, *, password: str, pair: keys.Pair) -> None:
    """Wrap again at today's cost where the settings have risen since; the password stays."""
    if not slots.is_cheap(person):
        return
    slot = slots.wrap_under_password(KeyRing.objects.get(person=person), password=password, secret=pair.secret)
    with suppress(slots.Moved), transaction.atomic():
        slots.replace(slot)


def public_half(person: Person) -> bytes:
    """What others seal to, for this person's eyes."""
    return bytes(KeyRing.objects.values_list("public", flat=True).get(person=person))


def first_token() -> str:
    """A token that lets the first person sign up, in place of any before it; empty once somebody has an account."""
    if Person.objects.exists():
        return ""
    token = keys.new_code()
    with transaction.atomic():
        FirstToken.objects.all().delete()
        FirstToken.objects.create(digest=_digest(token))
    return token


def is_first(token: str) -> bool:
    """Whether this token opens the first account of this server."""
    return FirstToken.objects.filter(digest=_digest(token)).exists() and not Person.objects.exists()


def _spend(token: str) -> None:
    spent, _ = FirstToken.objects.filter(digest=_digest(token)).delete()
    if not spent or Person.objects.exists():
        raise NotTheFirst


def _person(name: str, *, email: str, hashed: str, today: date) -> Person:
    shown = names.shown(name)
    return Person(name=shown, name_key=names.key(shown), email=email, password=hashed, joined=today)


def _save(person: Person, *, ring: KeyRing, slot: Slot) -> None:
    try:
        with transaction.atomic():
            person.save(force_insert=True)
            ring.save(force_insert=True)
            slot.save(force_insert=True)
    except IntegrityError as fault:
        raise NameTaken from fault


def _digest(token: str) -> bytes:
    return keys.mixed("first token", keys.tidy_code(token).encode())
