"""Forms about who is here."""

from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django import forms
from django.utils.translation import gettext_lazy as _

from reknit.rooms.asking import Asking
from reknit.web import forms as web

STARTS = (
    ("hurt", _("I was hurt")),
    ("doer", _("I hurt someone")),
    ("both", _("Some of both")),
    ("unsure", _("I am not sure yet")),
    ("upkeep", _("Nothing is broken, we want to keep it so")),
    ("team", _("We are a team")),
)
KINDS = (
    ("couple", _("A couple")),
    ("family", _("Family")),
    ("friends", _("Friends")),
    ("colleagues", _("Colleagues")),
    ("team", _("A team of three or more")),
)


class Begin(Asking):
    """The first run: one question, a name for the other, the kind."""

    start = web.Choice(
        label=_("What brings you here?"),
        choices=STARTS,
        required=False,
        help_text=_("Only you will ever see your answer. It decides what we offer you first, and you can change it."),
    )
    kind = web.Choice(label=_("Who is it about?"), choices=KINDS)
    names = web.Line(
        label=_("What do you call them?"),
        max_length=600,
        help_text=_("A first name is enough. For more than one person, put a comma between the names."),
    )
    zone = web.Zone()

    def clean_zone(self) -> str:
        """The browser's zone where it is one, else nothing."""
        try:
            return str(ZoneInfo(self.cleaned_data["zone"]).key)
        except (ValueError, OSError, ZoneInfoNotFoundError):
            return ""

    def clean_names(self) -> list[str]:
        names = [name.strip() for name in self.cleaned_data["names"].split(",") if name.strip()]
        if not names or any(len(name) > 80 for name in names):
            raise forms.ValidationError(_("Give each a name of up to eighty letters."))
        return names

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        names = cleaned.get("names") or []
        if cleaned.get("kind") == "couple" and len(names) > 1:
            self.add_error("names", _("A couple's space is for two. Name one person, or choose another kind."))
        if cleaned.get("kind") == "team" and len(names) == 1:
            self.add_error("names", _("A team has three or more. Name at least two others."))
        if len(names) > 11:
            self.add_error("names", _("A space holds up to twelve people."))
        return cleaned


class Propose(Asking):
    """Someone else to join."""

    name = web.Line(
        label=_("Who else should join?"),
        max_length=80,
        help_text=_("Everyone here has to say yes. They would read what is written from then on."),
    )


class Rename(Asking):
    """Another name for someone who is not here yet."""

    name = web.Line(label=_("What do you call them?"), max_length=80)


class Start(Asking):
    """The first question, asked again."""

    start = web.Choice(label=_("Your answer"), choices=STARTS, help_text=_("Only you will ever see it."))


class Enter(Asking):
    """An invitation code, typed or read from the link."""

    code = web.Code(label=_("Your code"), help_text=_("Twenty letters and digits. Spaces and dashes do not matter."))


class Old(Asking):
    """What opened an account before a reset."""

    old = web.Password(label=_("Your old password, or the recovery code of that time"))


class Part(Asking):
    """Leaving, with the sign-in password."""

    password = web.Password(label=_("Your password"), help_text=_("So that nobody else does this for you."))
