"""A space's keys over time: a new epoch when someone has left or a further member is to join."""

from uuid import UUID

from reknit.people import keys
from reknit.spaces.access import Here
from reknit.spaces.cards import Card, seal_card
from reknit.spaces.models import Epoch, Member, Space, SpaceKey


def begin(space: Space, number: int, card: Card) -> None:
    """A fresh key for the space, wrapped for everyone who sits in it now."""
    key = keys.new_key()
    Epoch.objects.create(space=space, number=number, card=seal_card(key, space.pk, number, card))
    for seat in Member.objects.filter(space=space, person__isnull=False, left=False).select_related("person"):
        grant(space.pk, number, key, seat)


def grant(space: UUID, number: int, key: bytes, seat: Member) -> None:
    """Wrap one epoch's key for the person on a seat: for the half the others know, never for a newer one."""
    assert seat.person is not None
    box = keys.wrap_for(bytes(seat.public), key, "space", str(space), number)
    SpaceKey.objects.get_or_create(space_id=space, epoch=number, person=seat.person, defaults={"wrapped": box})


def renew(here: Here, card: Card | None = None) -> Here:
    """Begin the next epoch, in a space that is held: the standing under its key. Codes that were given out end."""
    space = Space.objects.get(pk=here.space_id)
    begin(space, here.epoch + 1, card or here.card)
    Space.objects.filter(pk=space.pk).update(renew=False)
    return here.viewer.space(space.pk)


def current(here: Here) -> Here:
    """The standing under the key that is to be written under now, in a space that is held."""
    return renew(here) if here.renew else here
