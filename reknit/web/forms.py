"""The form every page is made of: fields that know how they look, and one renderer for all of them."""

from collections.abc import Mapping
from typing import Any, ClassVar, Protocol

from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.translation import gettext as _

from reknit.web.fields import Choice, ClientId, Code, Day, Hour, Line, Password, Secret, Several, Words, Zone, option

__all__ = [
    "Choice",
    "ClientId",
    "Code",
    "Day",
    "Form",
    "Hour",
    "Line",
    "Password",
    "Renderer",
    "Secret",
    "Several",
    "Words",
    "Zone",
    "option",
]


class Renderer(DjangoTemplates):
    """Every Django form on the site, allauth's too, drawn with our fragments."""

    form_template_name = "web/forms/form.html"
    field_template_name = "web/_field.html"
    ours: ClassVar[Mapping[str, str]] = {
        "django/forms/widgets/radio.html": "web/_choices.html",
        "django/forms/widgets/checkbox_select.html": "web/_choices.html",
        "django/forms/errors/list/ul.html": "web/forms/faults.html",
        "django/forms/errors/list/default.html": "web/forms/faults.html",
    }

    def get_template(self, template_name: str) -> Any:
        return super().get_template(self.ours.get(template_name, template_name))


class Refusal(Protocol):
    """What `Form.refuse` needs to know: the sentence, and the field it belongs beside, if any."""

    say: Any
    field: str


class Form(forms.Form):
    """A form that can be sent twice without doubling: it carries one id for as long as it is shown."""

    client_id = ClientId()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    def refuse(self, refused: Refusal) -> None:
        """Puts a refusal's sentence beside its field, or above the form where it names none we show."""
        said = refused.say
        sentence = _(said.text) % said.blanks if said.blanks else _(said.text)
        self.add_error(refused.field if refused.field in self.fields else None, sentence)
