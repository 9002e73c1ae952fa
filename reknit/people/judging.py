"""The last look at a new password, once its owner has shown who they are: the answer tells what only they may know."""

from django.conf import settings
from django.contrib.auth.password_validation import get_password_validators, validate_password

from reknit.people.models import Person


def judge(new: str, person: Person) -> None:
    """ValidationError where this password must not be taken."""
    validate_password(new, person, get_password_validators(settings.LAST_PASSWORD_VALIDATORS))
