"""Every form is drawn by our fragments, keeps what was written, and says beside the field what is amiss."""

import re
from types import SimpleNamespace
from uuid import UUID

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.test.html import parse_html

from reknit.practice.refused import Refused
from reknit.web import forms as web

EVIL = "<img src=x onerror=alert(1)>\"'"


class Asking(web.Form):
    what = web.Words(label="What do you promise?", help_text="Small.")
    name = web.Line(label="Name", required=False, max_length=5)
    how = web.Choice(label="How?", choices=[("kept", "Kept"), web.option("late", "Late", hint="later than said")])
    days = web.Several(label="Days", choices=[("mo", "Mon")], look="row", required=False)
    day = web.Day(label="Day", required=False)
    hour = web.Hour(label="Hour", required=False)
    word = web.Password(label="Password", required=False)
    zone = web.Zone()
    code = web.Code(label="Code", required=False)
    sure = forms.BooleanField(label="Sure", required=False)


GOOD = {"what": "I am home by seven.", "how": "kept"}


def test_every_visible_control_has_a_label() -> None:
    drawn = str(Asking())
    for control in re.findall(r'<(?:input|textarea|select)[^>]*id="([^"]+)"', drawn):
        hidden = re.search(rf'type="hidden"[^>]*id="{control}"', drawn)
        assert hidden or f'for="{control}"' in drawn or control == "id_sure", control
    assert drawn.count("<fieldset") == drawn.count("<legend") == 2


def test_a_hint_stands_under_its_choice_and_its_field() -> None:
    drawn = str(Asking())
    assert '<span class="choice__hint">later than said</span>' in drawn
    assert re.search(r'<p class="field__hint" id="id_what_helptext">Small.</p>', drawn)
    assert 'aria-describedby="id_what_helptext"' in drawn


def test_a_fault_is_told_beside_its_field_and_the_text_is_kept() -> None:
    drawn = str(Asking({"what": "kept text", "name": "far too long"}))
    assert "kept text</textarea>" in drawn
    assert 'id="id_name_error"' in drawn
    assert "This is longer than 5 characters. It has 12." in drawn
    assert "Please choose one of these." in drawn
    assert 'aria-invalid="true"' in drawn


def test_nothing_written_becomes_markup() -> None:
    form = Asking({"what": EVIL, "name": EVIL, "how": EVIL, "day": EVIL, "code": EVIL})
    form.refuse(Refused("%(name)s was here", name=EVIL))
    form.fields["what"].help_text = form.fields["name"].label = EVIL
    form.fields["how"].choices = [web.option("a", EVIL, hint=EVIL)]
    assert "<img" not in str(form)


def test_a_refusal_stands_beside_the_field_it_names() -> None:
    form = Asking(GOOD)
    form.refuse(Refused("You already carry %(n)s.", field="what", n="nine"))
    assert form.errors["what"] == ["You already carry nine."]


@pytest.mark.parametrize("field", ["", "elsewhere"])
def test_a_refusal_that_names_no_field_of_ours_stands_above(field: str) -> None:
    form = Asking(GOOD)
    form.refuse(SimpleNamespace(say=Refused("100 % sure?").say, field=field))
    assert form.non_field_errors() == ["100 % sure?"]
    assert "form__faults" in str(form)


def test_one_id_for_as_long_as_the_form_is_shown() -> None:
    first = re.search(r'name="client_id" value="([^"]+)"', str(Asking()))
    assert first
    again = Asking({"what": "", "client_id": first[1]})
    assert not again.is_valid()
    assert f'value="{first[1]}"' in str(again)
    other = re.search(r'name="client_id" value="([^"]+)"', str(Asking()))
    assert other
    assert other[1] != first[1]


@pytest.mark.parametrize("sent", ["", "no id at all"])
def test_a_lost_id_is_made_anew(sent: str) -> None:
    form = Asking(GOOD | {"client_id": sent})
    assert form.is_valid()
    assert isinstance(form.cleaned_data["client_id"], UUID)


def test_line_breaks_count_once() -> None:
    form = Asking(GOOD | {"what": "a\r\nb"})
    assert form.is_valid()
    assert form.cleaned_data["what"] == "a\nb"
    assert not Asking(GOOD | {"what": "x" * 20_001}).is_valid()
    assert Asking(GOOD | {"what": "x" * 20_000}).is_valid()


def test_a_password_is_never_sent_back_nor_trimmed() -> None:
    form = Asking(GOOD | {"word": " a secret sentence "})
    assert form.is_valid()
    assert form.cleaned_data["word"] == " a secret sentence "
    assert "secret" not in str(form)


def test_what_is_written_is_not_kept_by_the_browser() -> None:
    drawn = str(Asking())
    assert re.search(r'<textarea[^>]*autocomplete="off"', drawn)
    assert not re.search(r'name="(title|journal)"', drawn)


@pytest.mark.parametrize("data", [None, {"what": EVIL, "name": EVIL, "day": EVIL, "sure": "on"}])
@pytest.mark.parametrize("name", ["what", "name", "day", "hour", "word", "zone", "code", "sure", "client_id"])
def test_a_control_is_what_django_would_draw(name: str, data: dict[str, str] | None) -> None:
    ours = Asking(data, initial={"name": EVIL, "client_id": "one"})
    theirs = Asking(data, initial={"name": EVIL, "client_id": "one"}, renderer=DjangoTemplates())
    same = [parse_html(str(form[name]).replace(' cols="None"', "")) for form in (ours, theirs)]
    assert same[0] == same[1]
