"""Time zones as a person chooses them."""

from functools import cache
from importlib.resources import files
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.utils.translation import gettext_lazy as _

Choices = list[tuple[str, str]]


class Choosing(forms.Form):
    """The place whose time counts. `mine`: the zone one has, by whatever name it was kept."""

    zone = forms.ChoiceField(
        label=_("Time zone"),
        help_text=_("What you promise is due by the time of this place."),
        widget=forms.Select(attrs={"class": "input"}),
    )

    def __init__(self, typed: Any = None, *, mine: str) -> None:
        super().__init__(typed, initial={"zone": mine})
        self.fields["zone"].choices = choices(mine)  # type: ignore[attr-defined]


def known(name: str) -> str:
    """This zone, or UTC where nobody knows it."""
    return name if name in _all() else "UTC"


def choices(mine: str = "") -> Choices:
    """Every place by the name in use today, and UTC, in order. An older name stays where it is one's own."""
    names = {*_places(), "UTC", *([known(mine)] if mine else [])}
    return [(name, name.replace("_", " ")) for name in sorted(names)]


@cache
def _all() -> frozenset[str]:
    """Looked up once: it walks through folders."""
    return frozenset(available_timezones())


@cache
def _places() -> frozenset[str]:
    """The third column of the list of places that comes with the zones: no name there has been replaced by another."""
    lines = (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8").splitlines()
    return frozenset(line.split("\t")[2] for line in lines if not line.startswith("#")) & _all()
