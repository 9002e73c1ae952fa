"""A sentence of the practice in the reader's language."""

from typing import Any, Protocol

from django.utils.translation import gettext


class Sentence(Protocol):
    """English text with named blanks; a blank may hold a sentence of its own."""

    text: str
    blanks: dict[str, Any]


def translated(say: Sentence) -> str:
    text = gettext(say.text)
    return text % {name: _blank(value) for name, value in say.blanks.items()} if say.blanks else text


def _blank(value: Any) -> Any:
    return translated(value) if hasattr(value, "blanks") else value
