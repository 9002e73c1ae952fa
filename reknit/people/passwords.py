"""What a password must not be made of here: the name of the product, and of who runs the server."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from reknit.people import names

REST = 8  # characters besides those names


class NotOfThisPlace:
    """Refuses a password that is little more than words everyone knows of this server."""

    def validate(self, password: str, user: Any = None) -> None:
        rest = names.key(password)
        for word in ("reknit", *names.key(settings.OPERATOR).split()):
            rest = rest.replace(word, "")
        if len(rest) < REST:
            raise ValidationError(_("This is too close to a name that everyone here knows."))

    def get_help_text(self) -> str:
        return ""
