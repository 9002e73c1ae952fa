"""A space's keys over time: a new epoch when someone has left or a further member is to join."""

from reknit.people import keys
from reknit.people.models import KeyRing
from reknit.spaces import access
from reknit.spaces.access import Card, Here
from reknit.spaces.models import Epoch, Member, Space, SpaceKey


def begin(space: Space, number: int, card: Card) -> None:
    """A fresh key for the space, wrapped for everyone who sits in it now."""
    key = keys.new_key()
    Epoch.objects.create(space=space, number=number, card=access.seal_card(key, space.pk, number, card))
    for seat in Member.objects.filter(space=space, person__isnull=False, left=False).select_related("person"):
        grant(space, number, key, seat)


def grant(space: Space, number: int, key: bytes, seat: Member) -> None:
    """Wrap one epoch's key for the person on a seat."""
    assert seat.person is not None
    public = KeyRing.objects.get(person=seat.person).public
    box = keys.wrap_for(bytes(public), key, "space", str(space.pk), number)
    SpaceKey.objects.get_or_create(space=space, epoch=number, person=seat.person, defaults={"wrapped": box})


def renew(here: Here, card: Card | None = None) -> Here:
    """Begin the next epoch, in a space that is held: the standing under its key. Codes that were given out end."""
    space = Space.objects.get(pk=here.space_id)
    begin(space, here.epoch + 1, card or here.card)
    Space.objects.filter(pk=space.pk).update(renew=False)
    return here.viewer.space(space.pk)


def current(here: Here) -> Here:
    """The standing under the key that is to be written under now, in a space that is held."""
    return renew(here) if here.renew else here
