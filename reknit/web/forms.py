"""The form every page is made of: fields that know how they look, and one renderer for all of them."""

from typing import Any, Protocol

from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.translation import gettext as _

from reknit.web.drawn import DRAWN, FIELD
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
    """Every Django form on the site, allauth's too, in our own hand."""

    form_template_name = "web/forms/form.html"
    field_template_name = FIELD

    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> str:
        draw = DRAWN.get(template_name)
        return draw(context) if draw else super().render(template_name, context, request)


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
