"""A promise one keeps track of alone: what, when, and whose it is."""

from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from reknit.practice import choosing
from reknit.practice.refused import Refused
from reknit.rooms.alone.reads import Where
from reknit.rooms.asking import Asking
from reknit.rooms.noting import PATTERNS
from reknit.spaces.access import Here
from reknit.web import forms as web
from reknit.web.saying import translated


class Promise(Asking):
    """What is promised, and when it is due."""

    whose = web.Choice(label=_("Whose promise is it?"), choices=(), look="row")
    what = web.Words(label=_("What do you promise yourself?"), required=True, rows=1)
    pattern = web.Choice(label=_("How often?"), choices=PATTERNS, look="row", initial="once")
    day = web.Day(label=_("The day, or the first one"))
    at = web.Hour(label=_("By which hour?"), required=False)

    def __init__(self, *args: Any, where: Where, **kwargs: Any) -> None:
        self.where = where
        start = {"day": where.today + timedelta(days=1), **(kwargs.pop("initial", None) or {})}
        super().__init__(*args, initial=start, **kwargs)
        if isinstance(where, Here):
            choices = [(seat.id, seat.name) for seat in where.others]
            self.fields["whose"].choices = choices  # type: ignore[attr-defined]
            self.fields["what"].label = _("What were you promised?")
            self.initial.setdefault("whose", choices[0][0] if choices else "")
        else:
            del self.fields["whose"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors:
            at = f"{cleaned['at']:%H:%M}" if cleaned.get("at") else ""
            try:
                cleaned["when"] = choosing.repeating(
                    cleaned["pattern"], day=cleaned["day"], today=self.where.today, at=at
                )
            except Refused as refusal:
                self.add_error(refusal.field if refusal.field in self.fields else None, translated(refusal.say))
        return cleaned

    def arguments(self) -> dict[str, Any]:
        """What was answered, as the acts take it."""
        said = self.cleaned_data
        known = {"when": said["when"], "words": {"what": said["what"]}}
        return {**known, "by": said["whose"]} if "whose" in self.fields else known


class Outcome(Asking):
    """What came of it."""

    outcome = web.Choice(
        label=_("What came of it?"),
        choices=(("kept", _("Kept")), ("late", _("Late")), ("missed", _("Missed"))),
        look="row",
    )
