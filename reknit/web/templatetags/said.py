"""Sentences of the practice in a template."""

from django import template

from reknit.web.saying import Sentence, translated

register = template.Library()


@register.filter
def said(say: Sentence) -> str:
    """The sentence in the reader's language."""
    return translated(say)
