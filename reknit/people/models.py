"""Accounts and the keys that belong to them. What a row holds is said here; what may be done is in acts.py."""

import uuid
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from reknit.people import names


class People(BaseUserManager["Person"]):
    def named(self, name: str) -> "Person | None":
        """Who signs in with this name, in whatever case it was typed."""
        return self.filter(name_key=names.key(name)).first()

    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(name_key=names.key(username or ""))


class Person(AbstractBaseUser):
    """Someone with an account. When they were last here is not kept: it would tell others when they came.

    `reset_on` is the day they last set a new password with a link; the others read it. `second_until` is set while
    somebody with the password has said that the second step is lost: from then on it is not asked for any more.
    `known_salt` goes into the digest of each device they are known on; another one, and they are known on none.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=names.LONGEST, unique=True)
    name_key = models.CharField(max_length=names.LONGEST_KEY, unique=True, editable=False)
    email = models.EmailField(blank=True)
    is_active = models.BooleanField(default=True)
    joined = models.DateField()
    reset_on = models.DateField(null=True)
    second_until = models.DateTimeField(null=True)
    known_salt = models.BinaryField(max_length=16, default=b"")
    last_login = None

    USERNAME_FIELD = "name"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[People] = People()

    def __str__(self) -> str:
        return self.name


class KeyRing(models.Model):
    """One person's key pair: the public half, and what is sealed under the secret one."""

    person = models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="+")
    public = models.BinaryField(max_length=32)
    sealed_prefs = models.BinaryField(default=b"")


class Slot(models.Model):
    """The secret half, wrapped under one thing its owner knows; the cost of guessing stands beside the salt."""

    class Kind(models.TextChoices):
        PASSWORD = "password"  # noqa: S105
        RECOVERY = "recovery"
        EXAMPLE = "example"

    ring = models.ForeignKey(KeyRing, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind)
    salt = models.BinaryField(max_length=16, default=b"")
    passes = models.PositiveIntegerField(default=0)
    memory = models.PositiveIntegerField(default=0)
    wrapped = models.BinaryField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["ring", "kind"], name="one_slot_a_kind")
        ]


class OpenKey(models.Model):
    """Half of a key while someone is signed in; the other half is in their cookie and nowhere else."""

    class Device(models.TextChoices):
        ALONE = "alone"
        SHARED = "shared"

    id = models.CharField(max_length=64, primary_key=True)
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    session = models.CharField(max_length=40)
    active = models.BooleanField(default=True)
    blob = models.BinaryField()
    device = models.CharField(max_length=6, choices=Device)
    begun_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    expires = models.DateTimeField()


class FirstToken(models.Model):
    """The digest of the token that lets the first person in on a server that takes nobody else."""

    digest = models.BinaryField(max_length=32)


class FormerRing(models.Model):
    """The key pair from before a reset, as it was wrapped then: it opens if the old password or code comes back."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    public = models.BinaryField(max_length=32)
    sealed_prefs = models.BinaryField(default=b"")
    salt = models.BinaryField(max_length=16, default=b"")
    passes = models.PositiveIntegerField(default=0)
    memory = models.PositiveIntegerField(default=0)
    by_password = models.BinaryField(default=b"")
    by_code = models.BinaryField(default=b"")
    until = models.DateTimeField()


class Reset(models.Model):
    """The digest of a token that lets one person set a new password, once, until then."""

    person = models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="+")
    digest = models.BinaryField(max_length=32, unique=True)
    until = models.DateTimeField()


class Tries(models.Model):
    """How far the tries at one name from one place are used up: the moment, in milliseconds, at which none are."""

    key = models.CharField(max_length=64, primary_key=True)
    unused_at = models.BigIntegerField()


class Known(models.Model):
    """A browser somebody signed in with before: a digest of its cookie and their name, which tells neither."""

    key = models.CharField(max_length=64, primary_key=True)
    until = models.DateTimeField()
