"""A space's keys over time: a new epoch when someone has left or a further member is to join."""

from dataclasses import replace

from reknit.people import keys
from reknit.people.models import KeyRing
from reknit.spaces import access
from reknit.spaces.access import Card, Here
from reknit.spaces.models import Epoch, Member, Space, SpaceKey


def begin(here_space: Space, number: int, card: Card) -> bytes:
    """A fresh key for the space, wrapped for everyone who sits in it now; returns the key."""
    key = keys.new_key()
    Epoch.objects.create(space=here_space, number=number, card=access.seal_card(key, here_space.pk, number, card))
    for seat in Member.objects.filter(space=here_space, person__isnull=False, left=False).select_related("person"):
        grant(here_space, number, key, seat)
    return key


def grant(space: Space, number: int, key: bytes, seat: Member) -> None:
    """Wrap one epoch's key for the person on a seat."""
    assert seat.person is not None
    public = KeyRing.objects.get(person=seat.person).public
    box = keys.wrap_for(bytes(public), key, "space", str(space.pk), number)
    SpaceKey.objects.get_or_create(space=space, epoch=number, person=seat.person, defaults={"wrapped": box})


def renew(here: Here, card: Card | None = None) -> Here:
    """Begin the next epoch; the same standing, with the new key. Standing invitations end with the old one."""
    space = Space.objects.get(pk=here.space_id)
    number = here.epoch + 1
    key = begin(space, number, card or here.card)
    space.renew = False
    space.save(update_fields=["renew"])
    wrapped = SpaceKey.objects.get(space=space, epoch=number, person=here.viewer.person).wrapped
    return replace(
        here,
        epoch=number,
        card=card or here.card,
        wrapped={**here.wrapped, number: bytes(wrapped)},
        _opened={number: key},
    )


def current(here: Here) -> Here:
    """The same standing under the key that is to be written under now."""
    newest = Epoch.objects.filter(space_id=here.space_id).order_by("-number").values_list("number", flat=True)[0]
    if newest != here.epoch:
        here = here.viewer.space(here.space_id)
    return renew(here) if Space.objects.filter(pk=here.space_id, renew=True).exists() else here
