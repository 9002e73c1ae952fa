"""How am I? Four times five plain positions, a few words, feelings by name; each part can be left open."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from reknit.content import daily as content
from reknit.rooms.noting import Daily
from reknit.spaces.access import Here
from reknit.web import forms as web

POSITIONS = [
    ("1", _("Not at all")),
    ("2", _("A little")),
    ("3", _("In between")),
    ("4", _("Mostly")),
    ("5", _("Fully")),
    ("0", _("Leave it open")),
]
ENERGY = [
    ("1", _("None")),
    ("2", _("Little")),
    ("3", _("Some")),
    ("4", _("Enough")),
    ("5", _("Plenty")),
    ("0", _("Leave it open")),
]
PLACES = ("safe", "trusting", "connected", "energy")
DAYS = [
    ("0", _("Monday")),
    ("1", _("Tuesday")),
    ("2", _("Wednesday")),
    ("3", _("Thursday")),
    ("4", _("Friday")),
    ("5", _("Saturday")),
    ("6", _("Sunday")),
    ("7", _("Don’t ask me")),
]


def _place(label: Any, choices: Any = POSITIONS) -> web.Choice:
    return web.Choice(label=label, choices=choices, look="scale", initial="0", required=False)


class CheckIn(Daily):
    """How one is now. Kept to oneself, unless it is shared."""

    toward = web.Choice(label=_("With whom?"), choices=(), required=False, look="row")
    safe = _place(_("How safe do you feel?"))
    trusting = _place(_("How far do you trust?"))
    connected = _place(_("How close do you feel?"))
    energy = _place(_("How much strength do you have?"), ENERGY)
    said = web.Words(label=_("A few words"), required=False, rows=1)
    feelings = web.Several(label=_("What do you feel?"), choices=(), required=False, look="chips")

    PLAIN = ("toward", *PLACES, "said", "shelf")
    LATER = ("feelings",)
    alone_first = True

    def __init__(self, *args: Any, here: Here, **kwargs: Any) -> None:
        super().__init__(*args, here=here, **kwargs)
        self.initial["toward"] = self.initial["whose"]
        self.offer("toward", [*((seat.id, seat.name) for seat in here.others), ("", _("All in all"))])
        self.offer("feelings", content.meanings("feeling").items())
        for name in PLACES:
            self.fields[name].either = True  # type: ignore[attr-defined]
        if len(here.others) == 1:
            self.fields["toward"].widget = forms.HiddenInput()
            name = here.others[0].name
            self.fields["safe"].label = _("How safe do you feel with %(name)s?") % {"name": name}
            self.fields["trusting"].label = _("How far do you trust %(name)s?") % {"name": name}
            self.fields["connected"].label = _("How close do you feel to %(name)s?") % {"name": name}
        elif not here.others:
            del self.fields["toward"]

    def arguments(self) -> dict[str, Any]:
        """What was answered, as `acts.check_in` takes it."""
        said = self.cleaned_data
        return {
            "toward": said.get("toward") or "",
            **{name: int(said.get(name) or 0) for name in PLACES},
            "feelings": tuple(said.get("feelings") or ()),
            "words": {"said": said["said"]} if said.get("said") else {},
            "only_me": self.only_me,
        }


class QuickCheckIn(CheckIn):
    """The same from Today."""

    def __init__(self, *args: Any, here: Here, **kwargs: Any) -> None:
        super().__init__(*args, here=here, auto_id="how_%s", **kwargs)


class Day(forms.Form):
    """On which day one would like to be asked."""

    day = forms.ChoiceField(label=_("Ask me once a week, on"), choices=DAYS, widget=forms.Select)
