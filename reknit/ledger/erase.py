"""The one exception to "nothing is taken away": one's own words, and a space nobody is left in.

Only this module lifts the triggers, for one space, and lowers them again in the same transaction. What the disk still
holds of an erased text goes when the write-ahead log is truncated, which happens at once.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from reknit.ledger.models import Erasure, Event, Lifted, Sent, Snapshot, WorkedOut
from reknit.spaces import disk, seats
from reknit.spaces.models import Space

NOTICE = timedelta(days=30)


def words_of(space: UUID, events: list[UUID]) -> None:
    """Blank the words of these events of a space that is held, with the salts inside them. The chain stays whole."""
    with _lifted(space):
        Event.opened.filter(space_id=space, pk__in=events).update(words=None)
        Snapshot.objects.filter(space_id=space).delete()
        Erasure.objects.filter(event__in=events).delete()
    disk.scrub()


def ask(space: UUID, event: UUID, today: date) -> date:
    """Put an event's words down to go after the notice; returns the day."""
    due = today + NOTICE
    Erasure.objects.update_or_create(event=event, defaults={"space_id": space, "due": due})
    return due


def keep(event: UUID) -> None:
    """The words stay after all."""
    Erasure.objects.filter(event=event).delete()


def fall_due(today: date) -> int:
    """Blank every text whose notice has passed; returns how many."""
    spaces = Erasure.objects.filter(due__lte=today).values_list("space_id", flat=True).distinct()
    return sum(_fall_due(space, today) for space in list(spaces))


@transaction.atomic
def _fall_due(space: UUID, today: date) -> int:
    """One space's, once nobody writes there: what was kept after all until then is not among them."""
    Space.objects.select_for_update().filter(pk=space).first()
    events = list(Erasure.objects.filter(space_id=space, due__lte=today).values_list("event", flat=True))
    words_of(space, events)
    return len(events)


def whole(space: UUID) -> None:
    """Erase a space nobody is in any more: its history, keys, seats and name, and where its forms led."""
    with _lifted(space, whole=True):
        Event.opened.filter(space_id=space).delete()
        Snapshot.objects.filter(space_id=space).delete()
        WorkedOut.objects.filter(space_id=space).delete()
        Erasure.objects.filter(space_id=space).delete()
        Sent.objects.filter(result_url__contains=str(space)).delete()
        seats.forget(space)
    disk.scrub()


@contextmanager
def _lifted(space: UUID, *, whole: bool = False) -> Iterator[None]:
    with transaction.atomic():
        Lifted.objects.create(id=1, space=space, whole=whole)
        yield
        Lifted.objects.filter(pk=1).delete()
