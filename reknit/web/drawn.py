"""What templates for fields and their controls would draw, at a tenth of their cost: a page has dozens of them.

Each function gives markup as Django's forms take it from a renderer. Whatever was written goes through `told`.
"""

from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

Context = Mapping[str, Any]
FIELD = "field"


def told(value: Any) -> str:
    """A value as text in markup; what is markup already stays."""
    text = str(value) if isinstance(value, Promise) else value
    return str(text.__html__()) if hasattr(text, "__html__") else escape(str(text))


def field(context: Context) -> str:
    """A field with its label, its hint, what is amiss with it, and its control."""
    bound = context["field"]
    if bound.is_hidden:
        return str(bound)
    kind, errors = bound.widget_type, bound.errors
    hint = f'<p class="field__hint" id="{told(bound.auto_id)}_helptext">{told(bound.help_text)}</p>\n'
    body = f"{hint if bound.help_text else ''}{errors}{_single(bound) if kind == 'checkbox' else bound}"
    if kind != "checkbox" and bound.label:
        body = _headed(bound, told(bound.label) + _optional(bound.field, kind), body)
    return f'<div class="field{" field--fault" if errors else ""}">\n{body}\n</div>'


def control(context: Context) -> str:
    """An input of any type."""
    widget = context["widget"]
    value = widget["value"]
    said = "" if value is None else f' value="{told(str(value))}"'
    return f'<input type="{widget["type"]}" name="{told(widget["name"])}"{said}{attributes(widget["attrs"])}>'


def area(context: Context) -> str:
    """A text area. A line break after its tag is not part of the text, so one goes before it."""
    widget = context["widget"]
    text = told(widget["value"] or "")
    return f'<textarea name="{told(widget["name"])}"{attributes(widget["attrs"])}>\n{text}</textarea>'


def choices(context: Context) -> str:
    """All of some choices, in their look."""
    widget = context["widget"]
    look, id_ = widget.get("look", ""), widget["attrs"].get("id")
    options = (_option(option) for _group, options, _index in widget["optgroups"] for option in options)
    kind = "choices" if look == "leaves" else f"choices choices--{look}"
    return "\n".join([f'<div class="{kind}"{_if(id_, "id")}>', *options, "</div>"])


def menu(context: Context) -> str:
    """All of many choices, folded up by the browser."""
    widget = context["widget"]
    options = (_item(option) for _group, options, _index in widget["optgroups"] for option in options)
    return "\n".join([f'<select name="{told(widget["name"])}"{attributes(widget["attrs"])}>', *options, "</select>"])


def faults(context: Context) -> str:
    """What is amiss with a field or a form."""
    errors: Any = context["errors"]
    if not errors:
        return ""
    id_ = f"{errors.field_id}_error" if getattr(errors, "field_id", "") else ""
    return f'<ul class="faults"{_if(id_, "id")}>{_items(errors)}</ul>'


def attributes(attrs: Mapping[str, Any]) -> str:
    """As they stand in a tag: with a value, alone where it is true, left out where there is none."""
    return "".join(
        f" {name}" if value is True else f' {name}="{told(str(value))}"'
        for name, value in attrs.items()
        if value is not False and value is not None
    )


def _single(bound: Any) -> str:
    return f'<label class="choice choice--single">{bound} <span>{told(bound.label)}</span></label>'


def _headed(bound: Any, label: str, body: str) -> str:
    if not bound.use_fieldset:
        return f'<label class="field__label" for="{told(bound.id_for_label)}">{label}</label>\n{body}'
    by = _if(bound.aria_describedby, "aria-describedby")
    seen = "visually-hidden" if getattr(bound.field, "said_above", False) else "field__label"
    return f'<fieldset{by}>\n<legend class="{seen}">{label}</legend>\n{body}\n</fieldset>'


def _optional(asked: Any, kind: str) -> str:
    """Said of what can stay empty by itself; of a choice of several it goes without saying."""
    if asked.required or getattr(asked, "either", False) or kind == "ticks":
        return ""
    return f' <span class="field__optional">{told(_("(if you like)"))}</span>'


def _option(option: Any) -> str:
    label = option["label"]
    hint = getattr(label, "hint", "")
    quieter = f'\n<span class="choice__hint">{told(hint)}</span>' if hint else ""
    said = f'<span class="choice__label">{told(label)}</span>{quieter}'
    for_ = _if(option["attrs"].get("id"), "for")
    return f'<label class="choice"{for_}>\n{control({"widget": option})}\n{said}\n</label>'


def _item(option: Any) -> str:
    chosen = " selected" if option["selected"] else ""
    return f'<option value="{told(str(option["value"]))}"{chosen}>{told(option["label"])}</option>'


def _items(errors: Iterable[Any]) -> str:
    return "".join(f"<li>{told(error)}</li>" for error in errors)


def _if(value: Any, name: str) -> str:
    """An attribute, where it has a value."""
    return f' {name}="{told(value)}"' if value else ""


INPUTS = ("text", "number", "email", "url", "password", "hidden", "date", "time", "checkbox", "input")
DRAWN: dict[str, Callable[[Context], str]] = {
    FIELD: field,
    "django/forms/widgets/textarea.html": area,
    "django/forms/widgets/select.html": menu,
    "django/forms/widgets/radio.html": choices,
    "django/forms/widgets/checkbox_select.html": choices,
    "django/forms/errors/list/ul.html": faults,
    "django/forms/errors/list/default.html": faults,
    **{f"django/forms/widgets/{name}.html": control for name in INPUTS},
}
