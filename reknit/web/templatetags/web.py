"""What templates need and Django does not bring: names in a row, and who can see this."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.utils.translation import gettext as _

register = template.Library()

LONG, LINES = 1500, 24
Names = Sequence[str] | str | None


@register.filter
def and_names(names: Names) -> str:
    """Names as one would say them: "Toby", "Toby and Mia", "Toby, Mia and Jan"."""
    if isinstance(names, str) or not names:
        return names if isinstance(names, str) else ""
    if len(names) == 1:
        return names[0]
    return _("%(first)s and %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}


@register.filter
def you_and(names: Names) -> str:
    """The reader first, then the others: "you and Toby", "you, Toby and Mia"; alone: "only you"."""
    if not names:
        return _("only you")
    return and_names([_("you"), *([names] if isinstance(names, str) else names)])


@register.filter
def long(text: str | None) -> bool:
    """Whether words are so long that a page shows their first lines, and the rest to whoever opens them."""
    return bool(text) and (len(text or "") > LONG or (text or "").count("\n") > LINES)


@register.inclusion_tag("web/_who_sees.html")
def who_sees(who: Names = (), *, only_me: bool = False, later: Names = ()) -> dict[str, Any]:
    """The line beside a button that says who will read this; `who` are the others' names."""
    return {"who": who, "only_me": only_me, "later": later}
