"""Forms about small cracks: noting one in seconds, and the few things that can be said about it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from reknit.content import daily as content
from reknit.rooms.asking import Asking
from reknit.rooms.noting import Daily
from reknit.spaces.access import Here
from reknit.web import forms as web

HELPED = (("yes", _("It helped")), ("a_little", _("It helped a little")), ("no", _("It did not help")))
ANSWERS = (
    ("did_not_know", _("I didn’t know")),
    ("hear_you", _("I hear you")),
    ("differently", _("I remember it differently")),
)


class Crack(Daily):
    """A small crack: one tap or a few words. All the rest may stay empty."""

    act = web.Choice(label=_("What happened?"), choices=(), required=False, look="chips")
    what = web.Line(label=_("Or in your own words"), required=False, max_length=500)
    whose = web.Choice(label=_("Who was it?"), choices=(), look="row")
    day = web.Day(label=_("When?"), required=False)
    message = web.Choice(label=_("What did it say to you?"), choices=(), required=False, look="row")
    facet = web.Choice(label=_("What is it about?"), choices=(), required=False, look="row")
    reminded = web.Words(label=_("What did it remind you of?"), required=False, rows=2)

    PLAIN = ("act", "what", "whose", "shelf")
    LATER = ("day", "message", "facet", "reminded")
    EITHER = ("act", "what")
    offered: int | None = None

    def __init__(self, *args: Any, here: Here, **kwargs: Any) -> None:
        super().__init__(*args, here=here, **kwargs)
        self.offer("act", [(act.id, act.label) for act in content.acts(here.kind)[: self.offered]])
        self.offer("message", content.meanings("message").items())
        self.offer("facet", content.meanings("facet").items())
        self.offer("whose", [*((seat.id, seat.name) for seat in here.others), (here.me, _("I did it myself"))])
        for name in self.EITHER:
            self.fields[name].either = True  # type: ignore[attr-defined]

    def arguments(self) -> dict[str, Any]:
        """What was answered, as `acts.note_crack` takes it."""
        said = self.cleaned_data
        return {
            "whose": said["whose"],
            "day": (said.get("day") or self.here.today).isoformat(),
            "act": said.get("act") or "",
            "facet": said.get("facet") or "",
            "message": said.get("message") or "",
            "words": {name: said[name] for name in ("what", "reminded") if said.get(name)},
            "only_me": self.only_me,
        }


class QuickCrack(Crack):
    """The same from Today: what, and who can see it. The likeliest small acts are at hand."""

    offered = 9

    def __init__(self, *args: Any, here: Here, **kwargs: Any) -> None:
        super().__init__(*args, here=here, auto_id="small_%s", **kwargs)
        if len(here.others) == 1:
            self.fields["whose"].widget = forms.HiddenInput()


class Remark(Asking):
    """A few words, if one wants."""

    said = web.Words(label=_("In your own words"), required=False, rows=3)

    def words(self) -> dict[str, str]:
        text = self.cleaned_data.get("said") or ""
        return {"said": text} if text else {}


class Happened(Remark):
    """What happened, by whoever did it."""

    said = web.Words(label=_("What happened?"), required=True, rows=3)


class Helping(Remark):
    """Whether it helped: the hurt's word alone."""

    helped = web.Choice(label=_("Did hearing that help?"), choices=HELPED, look="row")
    field_order = ("helped", "said")


class Answer(Remark):
    """A first answer of whoever did it."""

    answer = web.Choice(label=_("Your answer"), choices=ANSWERS, look="row")
    field_order = ("answer", "said")

    def choice(self) -> dict[str, Any]:
        return {"answer": self.cleaned_data["answer"]}
