"""Who is with whom: spaces, the seats in them, their keys, and who is asked to join."""

from uuid import uuid4

from django.conf import settings
from django.db import models


class Space(models.Model):
    """The people who share a history. `renew` says that the next writer must begin a new epoch."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    renew = models.BooleanField(default=False)


class Member(models.Model):
    """A seat. Nobody sits on it until `person` is set; who left keeps the seat, up to `until_seq`.

    `from_seq` is the last event before this member's time: they read what came after it. `public` is the person's
    public half that the space's keys are wrapped for; where they have another by now, the space is closed to them.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    from_seq = models.PositiveIntegerField(default=0)
    until_seq = models.PositiveIntegerField(null=True)
    left = models.BooleanField(default=False)
    public = models.BinaryField(max_length=32, default=b"")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["space", "person"], condition=models.Q(person__isnull=False), name="one_seat_each"
            ),
        )


class Epoch(models.Model):
    """One span of the space's life under one key. `card` holds the kind and the seats' names, sealed under it."""

    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    card = models.BinaryField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["space", "number"], name="one_epoch_each"),)


class SpaceKey(models.Model):
    """An epoch's key, wrapped for one member's public half."""

    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="+")
    epoch = models.PositiveIntegerField()
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    wrapped = models.BinaryField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["space", "epoch", "person"], name="one_key_each"),)


class Invitation(models.Model):
    """A seat is offered. `sealed` opens with the code alone; the code itself is stored nowhere."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="+")
    seat = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    epoch = models.PositiveIntegerField()
    lookup = models.BinaryField(unique=True)
    sealed = models.BinaryField()
    expires_at = models.DateTimeField()


class Return(models.Model):
    """A member whose key is lost asks to be let back in, with the public half they have now."""

    seat = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="+")
    half = models.BinaryField(max_length=32)
    on = models.DateField()


class Readiness(models.Model):
    """One person's answer to whether they want to work on something and can: made for both at once, in one size, and
    written over in place. `box` opens for its owner alone; `token` says yes to whoever has said yes, and else nothing.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="+")
    about = models.UUIDField()
    seat = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    epoch = models.PositiveIntegerField()
    box = models.BinaryField()
    token = models.BinaryField(max_length=32)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["about", "seat"], name="one_answer_each"),)
