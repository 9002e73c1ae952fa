"""Every field of every form says what it takes: a length, a set of choices, a kind of value."""

import importlib
import pkgutil
from typing import Any

import pytest
from django import forms
from django.conf import settings

import reknit

LONGEST = 20_000
# A box, a day, an hour: their kind is their limit.
BOUND = (forms.BooleanField, forms.DateField, forms.TimeField, forms.ChoiceField, forms.UUIDField, forms.FileField)


def every_form() -> list[type[forms.BaseForm]]:
    """All forms of the product, whatever package they stand in."""
    for module in pkgutil.walk_packages(reknit.__path__, "reknit."):
        if ".forms" in module.name or module.name.endswith("asking"):
            importlib.import_module(module.name)
    found, waiting = [], [forms.Form]
    while waiting:
        subclasses = waiting.pop().__subclasses__()
        found += [one for one in subclasses if one.__module__.startswith("reknit.")]
        waiting += subclasses
    return found


def unbounded(form: Any) -> list[str]:
    """Fields that take whatever is sent."""
    return [f"{form.__name__}.{name}" for name, field in form.base_fields.items() if not _bounded(field)]


def _bounded(field: forms.Field) -> bool:
    if isinstance(field, BOUND):
        return True
    if isinstance(field, forms.IntegerField | forms.FloatField | forms.DecimalField):
        return field.min_value is not None and field.max_value is not None
    try:
        field.clean("x" * (LONGEST + 1))
    except forms.ValidationError:
        return True
    return False


@pytest.mark.parametrize("form", every_form(), ids=lambda form: form.__name__)
def test_every_field_is_bounded(form: type[forms.BaseForm]) -> None:
    assert unbounded(form) == []


def test_they_are_all_there() -> None:
    assert {"Quick", "Make", "Answering", "SignUp", "ChangePassword"} <= {form.__name__ for form in every_form()}
    assert settings.DATA_UPLOAD_MAX_MEMORY_SIZE <= 1024 * 1024
    assert settings.DATA_UPLOAD_MAX_NUMBER_FIELDS <= 2000


def test_a_planted_field_is_reported() -> None:
    class Planted(forms.Form):
        __module__ = "planted"  # so that nobody else takes it for one of ours

        text = forms.CharField()
        number = forms.IntegerField(min_value=1)
        fine = forms.CharField(max_length=7)

    assert unbounded(Planted) == ["Planted.text", "Planted.number"]
