"""Just me: one person's private side. Everything in these rows is sealed, but for what finds and counts them."""

from typing import ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models


class Side(models.Model):
    """The public half of a private key pair and, sealed under the secret one, the index of what is there.

    `turn` counts the writings of the index. One that was put away, after its passphrase was forgotten, goes at `until`.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    public = models.BinaryField(max_length=32)
    turn = models.PositiveIntegerField(default=0)
    index = models.BinaryField()
    state = models.BinaryField(default=b"")
    until = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["person"], condition=models.Q(until=None), name="one_side_each")
        ]


class Way(models.Model):
    """The secret half, wrapped under the passphrase or a recovery code; the cost of a guess stands beside the salt."""

    class Kind(models.TextChoices):
        PHRASE = "phrase"
        CODE = "code"

    side = models.ForeignKey(Side, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=6, choices=Kind)
    salt = models.BinaryField(max_length=16, default=b"")
    passes = models.PositiveIntegerField(default=0)
    memory = models.PositiveIntegerField(default=0)
    wrapped = models.BinaryField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["side", "kind"], name="one_way_a_kind")
        ]


class Note(models.Model):
    """One envelope of whatever kind. `rev` counts its writings; 0 is one dropped in while the side was locked."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    side = models.ForeignKey(Side, models.CASCADE, related_name="+")
    rev = models.PositiveIntegerField()
    body = models.BinaryField()


class Opening(models.Model):
    """Half of the private key while it is open; the other half is in a cookie. It goes with the sign-in it belongs to.

    `idle` is in minutes; with 0 it stays open as long as that sign-in does.
    """

    id = models.CharField(max_length=64, primary_key=True)
    side = models.ForeignKey(Side, models.CASCADE, related_name="+")
    signed_in = models.ForeignKey("people.OpenKey", models.CASCADE, related_name="+")
    blob = models.BinaryField()
    idle = models.PositiveSmallIntegerField()
    begun_at = models.DateTimeField()
    seen_at = models.DateTimeField()
