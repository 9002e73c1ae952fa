"""The secret half of a key pair, wrapped under something its owner knows."""

import os
import threading

from django.conf import settings

from reknit.people import keys
from reknit.people.models import KeyRing, Person, Slot

# One derivation takes a core and tens of megabytes; more at once than there are cores only makes all of them slower.
_turns = threading.BoundedSemaphore(os.cpu_count() or 1)


class Moved(Exception):
    """The account got another key pair meanwhile, so what was wrapped is not to be kept."""


def cost() -> keys.Cost:
    return keys.Cost(*settings.KEY_COST)


def derive(password: str, *, salt: bytes, cost: keys.Cost) -> bytes:
    """The key a password stands for; no more derivations run at once than there are cores."""
    with _turns:
        return keys.derive(password, salt, cost)


def wrap(ring: KeyRing, *, kind: Slot.Kind, key: bytes, secret: bytes) -> Slot:
    """An unsaved slot that opens with `key` only."""
    return Slot(ring=ring, kind=kind, wrapped=keys.seal(key, secret, *_place(ring, kind)))


def unwrap(slot: Slot, *, key: bytes) -> keys.Pair:
    """The key pair in a slot, or CannotOpen."""
    place = _place(slot.ring, Slot.Kind(slot.kind))
    pair = keys.pair_of(keys.unseal(key, bytes(slot.wrapped), *place))
    if pair.public != bytes(slot.ring.public):
        raise keys.CannotOpen
    return pair


def wrap_under_password(ring: KeyRing, *, password: str, secret: bytes) -> Slot:
    """An unsaved password slot with a new salt, at today's cost."""
    now, salt = cost(), keys.new_salt()
    slot = wrap(ring, kind=Slot.Kind.PASSWORD, key=derive(password, salt=salt, cost=now), secret=secret)
    slot.salt, slot.passes, slot.memory = salt, now.passes, now.memory
    return slot


def try_password(person: Person | None, *, password: str) -> keys.Pair | None:
    """The pair this password opens. It costs one derivation also when nobody is there to open."""
    slot = None
    if person:
        slot = Slot.objects.select_related("ring").filter(ring=person.pk, kind=Slot.Kind.PASSWORD).first()
    if slot is None:
        derive(password, salt=keys.new_salt(), cost=cost())
        return None
    try:
        return unwrap(slot, key=derive(password, salt=bytes(slot.salt), cost=keys.Cost(slot.passes, slot.memory)))
    except keys.CannotOpen:
        return None


def wrap_under_code(ring: KeyRing, *, code: str, secret: bytes) -> Slot:
    """An unsaved slot that opens with a recovery code."""
    return wrap(ring, kind=Slot.Kind.RECOVERY, key=keys.recovery_key(code), secret=secret)


def replace(*fresh: Slot) -> None:
    """Put each in the place of the one of its kind, within a transaction; Moved where the key is no longer theirs."""
    for slot in fresh:
        if bytes(KeyRing.objects.select_for_update().get(pk=slot.ring.pk).public) != bytes(slot.ring.public):
            raise Moved
        Slot.objects.filter(ring=slot.ring, kind=slot.kind).delete()
        slot.save(force_insert=True)


def is_cheap(person: Person) -> bool:
    """Whether a person's password slot costs less to guess than the settings now ask."""
    slot = Slot.objects.filter(ring=person.pk, kind=Slot.Kind.PASSWORD).first()
    return slot is not None and keys.Cost(slot.passes, slot.memory) < cost()


def _place(ring: KeyRing, kind: Slot.Kind) -> tuple[str, str, str]:
    return "slot", str(ring.pk), kind.value
