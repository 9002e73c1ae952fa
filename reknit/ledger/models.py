"""What happened: the append-only history of each space, and what is kept beside it."""

from typing import Any, NoReturn
from uuid import uuid4

from django.conf import settings
from django.db import models

from reknit.spaces.models import Member, Space


class NotThisWay(Exception):
    """The history is read through the door: `ledger/store.py`, for a viewer."""


class Closed(models.Manager[Any]):
    """A manager that answers nothing, whatever it is asked."""

    def get_queryset(self) -> NoReturn:
        raise NotThisWay("Events are read through reknit.ledger.store, for a viewer.")


class Event(models.Model):
    """One line of a space's history. Facts and words are sealed, each with the salt of its commitment inside."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    space = models.ForeignKey(Space, on_delete=models.DO_NOTHING, related_name="+")
    seq = models.PositiveIntegerField()
    by = models.ForeignKey(Member, on_delete=models.DO_NOTHING, related_name="+")
    about = models.UUIDField()
    at = models.DateTimeField()
    epoch = models.PositiveIntegerField()
    facts = models.BinaryField()
    words = models.BinaryField(null=True)
    facts_commit = models.BinaryField(max_length=32)
    words_commit = models.BinaryField(max_length=32)
    prev = models.BinaryField(max_length=32)
    hash = models.BinaryField(max_length=32)

    objects = Closed()
    opened = models.Manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["space", "seq"], name="one_event_each"),
            models.UniqueConstraint(fields=["space", "prev"], name="one_link_each"),
        )
        indexes = (models.Index(fields=["space", "about", "seq"], name="thread"),)


class Lifted(models.Model):
    """The one row that lets the triggers through; only erase.py fills it, and empties it in the same transaction."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    space = models.UUIDField()
    whole = models.BooleanField(default=False)


class Sent(models.Model):
    """What a form has already done, so that sending it twice does it once."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    client_id = models.UUIDField()
    fingerprint = models.BinaryField(max_length=32)
    result_url = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["by", "client_id"], name="sent_once"),)


class Erasure(models.Model):
    """Someone's own words that are to go on `due`."""

    event = models.UUIDField(unique=True)
    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="+")
    due = models.DateField(db_index=True)


class WorkedOut(models.Model):
    """What was worked out for one member from what they may read up to `seq`, sealed for them alone. It holds no words,
    and can be made again."""

    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    seq = models.PositiveIntegerField()
    body = models.BinaryField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["space", "person"], name="one_worked_out_each"),)


class Snapshot(models.Model):
    """The fold of a space up to `seq`, sealed; one for all who read from the same place. It can be made again."""

    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="+")
    from_seq = models.PositiveIntegerField()
    seq = models.PositiveIntegerField()
    epoch = models.PositiveIntegerField()
    vocabulary = models.PositiveIntegerField()
    body = models.BinaryField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["space", "from_seq"], name="one_snapshot_each"),)
