"""The forms of the second step: a number that an app shows, a spare code, the answer of a security key."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from reknit.people.forms import TOO_MANY
from reknit.web.fields import EMPTY

NOT_IT = _("This is not it, or it was used already. An app shows a new number every half minute.")
LONGEST_ANSWER = 20_000


def number(**kwargs: Any) -> forms.CharField:
    attrs = {"class": "input--code", "autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}
    empty = {"required": EMPTY}
    return forms.CharField(max_length=40, widget=forms.TextInput(attrs=attrs), error_messages=empty, **kwargs)


class Answer(forms.JSONField):
    """What a security key said, put in by script."""

    widget = forms.HiddenInput

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str) and len(value) > LONGEST_ANSWER:
            raise forms.ValidationError(NOT_IT)
        try:
            return super().to_python(value)
        except RecursionError as fault:  # brackets within brackets, and nothing in them
            raise forms.ValidationError(NOT_IT) from fault


class SecondStep(forms.Form):
    """Either a number or a spare code, or the answer of a security key."""

    code = number(label=_("The number from your app, or a spare code"), help_text=_("Spaces do not matter."))
    credential = Answer(required=False)
    too_many = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].required = "credential" not in self.data

    def refuse_more(self) -> None:
        self.too_many = True
        self.add_error(None, TOO_MANY)


class NewApp(forms.Form):
    """The first number of an app."""

    code = number(label=_("The number it shows now"))


class NewKey(forms.Form):
    credential = Answer()
