"""Fields in our own hand: each brings the control, its limits and what it says when something is amiss."""

import uuid
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LONGEST = 20_000
Text = str | Promise

EMPTY = _("This is still empty.")
CHOOSE = _("Please choose one of these.")
TOO_LONG = _("This is longer than %(limit_value)d characters. It has %(show_value)d.")


class Option:
    """A choice's label with a second, quieter sentence under it."""

    def __init__(self, label: Text, hint: Text) -> None:
        self.label, self.hint = label, hint

    def __str__(self) -> str:
        return str(self.label)


def option(value: str, label: Text, *, hint: Text = "") -> tuple[str, Any]:
    """One entry for the `choices` of a Choice or Several, with a hint under its label."""
    return value, Option(label, hint)


class _Look:
    """A set of choices that knows whether it is shown as leaves, as a plain row, or as chips."""

    look = "leaves"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)  # type: ignore[misc]
        context["widget"]["look"] = self.look
        return context


class Leaves(_Look, forms.RadioSelect):
    """One of several."""


class Ticks(_Look, forms.CheckboxSelectMultiple):
    """Some of several."""


class Words(forms.CharField):
    """What a person writes in their own words: plain text, line breaks kept, at most 20,000 characters."""

    default_error_messages = {"required": EMPTY, "max_length": TOO_LONG}  # noqa: RUF012

    def __init__(self, *, rows: int = 3, **kwargs: Any) -> None:
        area = forms.Textarea(attrs={"rows": rows, "cols": None, "autocomplete": "off", "dir": "auto"})
        super().__init__(max_length=LONGEST, widget=area, **kwargs)

    def to_python(self, value: Any) -> Any:
        """Line breaks as one character, however the browser sent them."""
        text = super().to_python(value)
        return text.replace("\r\n", "\n") if isinstance(text, str) else text


class Line(forms.CharField):
    """One line of a person's own words, such as a name."""

    default_error_messages = {"required": EMPTY, "max_length": TOO_LONG}  # noqa: RUF012

    def __init__(self, *, autocomplete: str = "off", **kwargs: Any) -> None:
        attrs = {"class": "input--voice", "autocomplete": autocomplete, "dir": "auto"}
        super().__init__(widget=forms.TextInput(attrs=attrs), **kwargs)


class Choice(forms.ChoiceField):
    """One of several, all of them on the page; `look="row"` sets short ones side by side."""

    default_error_messages = {"required": CHOOSE, "invalid_choice": CHOOSE}  # noqa: RUF012

    def __init__(self, *, choices: Iterable[Any], look: str = "leaves", **kwargs: Any) -> None:
        widget = Leaves()
        widget.look = look
        super().__init__(choices=list(choices), widget=widget, **kwargs)


class Several(forms.MultipleChoiceField):
    """Some of several, all of them on the page."""

    default_error_messages = {"required": CHOOSE, "invalid_choice": CHOOSE}  # noqa: RUF012

    def __init__(self, *, choices: Iterable[Any], look: str = "leaves", **kwargs: Any) -> None:
        widget = Ticks()
        widget.look = look
        super().__init__(choices=list(choices), widget=widget, **kwargs)


class Day(forms.DateField):
    """A day, in the browser's own calendar."""

    default_error_messages = {"required": EMPTY, "invalid": _("This is not a day we can read.")}  # noqa: RUF012

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"class": "input--short", "type": "date"}
        super().__init__(widget=forms.DateInput(format="%Y-%m-%d", attrs=attrs), **kwargs)


class Hour(forms.TimeField):
    """An hour and minute of the day."""

    default_error_messages = {"required": EMPTY, "invalid": _("This is not an hour we can read.")}  # noqa: RUF012

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"class": "input--short", "type": "time"}
        super().__init__(widget=forms.TimeInput(format="%H:%M", attrs=attrs), **kwargs)


class Password(forms.CharField):
    """A password or passphrase: never trimmed, may be pasted, can be shown while typing."""

    default_error_messages = {"required": EMPTY, "max_length": TOO_LONG}  # noqa: RUF012

    def __init__(self, *, new: bool = False, **kwargs: Any) -> None:
        attrs = {"autocomplete": "new-password" if new else "current-password", "data-reveal": True}
        kwargs.setdefault("max_length", 256)
        super().__init__(strip=False, widget=forms.PasswordInput(attrs=attrs), **kwargs)


class Code(forms.CharField):
    """An invitation code, typed or brought along in the link; spaces, dashes and lower case are forgiven later."""

    default_error_messages = {"required": EMPTY, "max_length": TOO_LONG}  # noqa: RUF012

    def __init__(self, **kwargs: Any) -> None:
        attrs: dict[str, Any] = {"class": "input--code", "autocomplete": "off", "autocapitalize": "characters"}
        attrs |= {"spellcheck": "false", "data-invitation": True}
        super().__init__(max_length=60, widget=forms.TextInput(attrs=attrs), **kwargs)


class Secret(forms.CharField):
    """A code that opens an account, typed or brought along in a link; the browser is asked not to keep it."""

    default_error_messages = {"required": EMPTY, "max_length": TOO_LONG}  # noqa: RUF012

    def __init__(self, *, linked: bool = False, **kwargs: Any) -> None:
        attrs: dict[str, Any] = {"class": "input--code", "autocomplete": "off", "autocapitalize": "characters"}
        attrs |= {"spellcheck": "false"} | ({"data-invitation": True} if linked else {})
        super().__init__(max_length=80, widget=forms.TextInput(attrs=attrs), **kwargs)


class Zone(forms.CharField):
    """The browser's time zone, filled in by script; empty without."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=64, widget=forms.HiddenInput(attrs={"data-zone": True}), **kwargs)


class ClientId(forms.UUIDField):
    """The id under which this form is saved at most once; one that got lost is made anew."""

    widget = forms.HiddenInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, initial=uuid.uuid4, **kwargs)

    def clean(self, value: Any) -> uuid.UUID:
        try:
            return super().clean(value) or uuid.uuid4()
        except forms.ValidationError:
            return uuid.uuid4()
