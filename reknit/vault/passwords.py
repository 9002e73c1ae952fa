"""The passphrase of the private side is never the password of the account: who knows one must not have the other."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from reknit.vault import ways
from reknit.vault.models import Side


class NotThePassphrase:
    """Refuses a password that opens this person's private side. Ask only once they have shown who they are."""

    def validate(self, password: str, user: Any = None) -> None:
        for side in Side.objects.filter(person=user):
            if ways.try_phrase(side, password):
                raise ValidationError(_("This is a passphrase of yours. Take another password."))

    def get_help_text(self) -> str:
        return ""
