"""The form for something good: a few words are enough."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from reknit.content import daily as content
from reknit.rooms.noting import Daily
from reknit.spaces.access import Here
from reknit.web import forms as web


class Good(Daily):
    """Something good, or a thank-you."""

    what = web.Words(label=_("What was good?"), required=True, rows=1)
    whose = web.Choice(label=_("Who did it?"), choices=(), required=False, look="row")
    thanks = forms.BooleanField(label=_("Say thank you for it"), required=False)
    builder = web.Choice(label=_("What did it say to you?"), choices=(), required=False, look="row")
    day = web.Day(label=_("When?"), required=False)

    PLAIN = ("what", "whose", "thanks", "shelf")
    LATER = ("builder", "day")

    def __init__(self, *args: Any, here: Here, **kwargs: Any) -> None:
        super().__init__(*args, here=here, **kwargs)
        nobody = ("", _("Just something good"))
        self.offer("whose", [*((seat.id, seat.name) for seat in here.others), nobody])
        self.offer("builder", content.meanings("builder").items())
        if not here.others:
            del self.fields["whose"], self.fields["thanks"]

    def arguments(self) -> dict[str, Any]:
        """What was answered, as `acts.note_moment` takes it."""
        said = self.cleaned_data
        return {
            "day": (said.get("day") or self.here.today).isoformat(),
            "words": {"what": said["what"]},
            "whose": said.get("whose") or "",
            "builder": said.get("builder") or "",
            "thanks": bool(said.get("thanks")),
            "only_me": self.only_me,
        }


class QuickGood(Good):
    """The same from Today."""

    def __init__(self, *args: Any, here: Here, **kwargs: Any) -> None:
        super().__init__(*args, here=here, auto_id="good_%s", **kwargs)
