"""The forms of the private side: a passphrase, and what one writes."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from reknit.rooms.asking import Asking
from reknit.rooms.mine.keys import MINUTES, STAY
from reknit.web import forms as web

LOCKS = [(str(n), _("After %(n)d minutes without use") % {"n": n}) for n in MINUTES]
STAYS = (str(STAY), _("Stay open while I am signed in"))
RISK = _("If it stays open, whoever picks up this device while you are signed in can read everything here.")


def phrase(label: Any, *, new: bool = False, **more: Any) -> web.Password:
    """A passphrase: pasted or typed, and never kept by the browser under a name."""
    field = web.Password(label=label, new=new, **more)
    field.widget.attrs |= {"autocomplete": "new-password" if new else "off", "autocapitalize": "none"}
    return field


class Offering(forms.Form):
    """A form that offers six words: they come back with it, so that they do not change under somebody's hands."""

    offered = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)


class First(Offering):
    phrase = phrase(
        _("Your passphrase"),
        new=True,
        help_text=_("Type the six words above, or a sentence of your own of at least fifteen characters."),
    )
    idle = forms.ChoiceField(
        label=_("When does it lock?"),
        choices=[*LOCKS, STAYS],
        initial="10",
        help_text=RISK,
        widget=forms.Select(attrs={"class": "input"}),
    )
    code = web.Choice(
        label=_("If you forget the passphrase"),
        choices=[
            web.option(
                "none",
                _("No recovery code"),
                hint=_("Then nothing opens it. There is also nothing that somebody could find."),
            ),
            web.option(
                "make",
                _("Make a recovery code"),
                hint=_("Then the code opens it, too. Whoever finds the code can read everything here."),
            ),
        ],
    )


class Unlock(forms.Form):
    phrase = phrase(_("Your passphrase"))


class Change(Offering):
    old = phrase(_("The passphrase you have"))
    phrase = phrase(_("The new one"), new=True)
    why = web.Choice(
        label=_("Why?"),
        choices=[
            web.option("other", _("I want another one"), hint=_("Everything stays as it is sealed.")),
            web.option(
                "known",
                _("Somebody may know it"),
                hint=_(
                    "There are new keys, and everything is sealed anew. A recovery code you had opens nothing then."
                ),
            ),
        ],
        initial="other",
    )


class Anew(Offering):
    phrase = phrase(_("A new passphrase"), new=True)


class Back(forms.Form):
    phrase = phrase(_("The old passphrase, or its recovery code"))


class Idle(forms.Form):
    idle = forms.ChoiceField(
        label=_("When does it lock?"),
        choices=[*LOCKS, STAYS],
        help_text=RISK,
        widget=forms.Select(attrs={"class": "input"}),
    )


class Write(Asking):
    said = web.Words(label=_("Write something"), required=True, rows=4)
    about = forms.ChoiceField(label=_("About"), required=False, widget=forms.Select(attrs={"class": "input"}))

    def __init__(self, *args: Any, names: list[tuple[Any, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["about"].choices = [  # type: ignore[attr-defined]
            ("", _("just me")),
            *((str(space), name or _("a space of my own")) for space, name in names),
        ]

    def space(self) -> UUID | None:
        """The space it is about, or none."""
        about = self.cleaned_data["about"]
        return UUID(about) if about else None


class Reword(forms.Form):
    """One text area for each text a note has."""

    def __init__(self, *args: Any, texts: dict[str, str], labels: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, text in texts.items():
            label = labels.get(name) or _("In your own words")
            self.fields[name] = web.Words(label=label, required=False, rows=6, initial=text)


class Find(forms.Form):
    q = web.Line(label=_("Look for"), required=False, max_length=200)


class Copy(forms.Form):
    old = phrase(_("Your passphrase"))
    how = web.Choice(
        label=_("How?"),
        choices=[
            web.option(
                "sealed", _("Sealed"), hint=_("A file in the age format. It opens with a passphrase, on any computer.")
            ),
            web.option("readable", _("Readable"), hint=_("Whoever comes across the file can read it.")),
        ],
        initial="sealed",
    )
    phrase = phrase(
        _("A passphrase for the file"), required=False, help_text=_("Leave it empty to seal it with the one above.")
    )
