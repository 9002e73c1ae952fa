"""Forms about promises: making one, and the few things that can be said about each time it falls due."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from reknit.content.daily import meanings
from reknit.practice import choosing, promising
from reknit.practice.facts import When
from reknit.practice.refused import Refused
from reknit.rooms.asking import Asking
from reknit.rooms.coaching import Coached
from reknit.rooms.noting import PATTERNS
from reknit.rooms.stating import Stated
from reknit.spaces.access import Here
from reknit.web import forms as web
from reknit.web.saying import translated

DAYS = (
    ("MO", _("Mon")),
    ("TU", _("Tue")),
    ("WE", _("Wed")),
    ("TH", _("Thu")),
    ("FR", _("Fri")),
    ("SA", _("Sat")),
    ("SU", _("Sun")),
)
WEIGHTS = (("0.5", _("A small thing")), ("1.0", _("As it is")), ("2.0", _("It matters a lot")))
FACETS = [(facet, _(label)) for facet, label in meanings("facet").items()]


class Making(Asking):
    """What both ways of making a promise share: from the fields to a time it is due."""

    here: Here
    fault: Any = ""

    def when(self) -> When | None:
        """The time that was chosen, or None with the reason beside its field."""
        said = self.cleaned_data
        try:
            return choosing.repeating(
                said.get("pattern") or "once",
                day=said["day"],
                today=self.here.today,
                at=f"{said['at']:%H:%M}" if said.get("at") else "",
                until=said.get("until"),
                count=said.get("count"),
                days=said.get("days") or (),
            )
        except Refused as refusal:
            self.add_error(refusal.field if refusal.field in self.fields else None, translated(refusal.say))
            return None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors:
            cleaned["when"] = self.when()
        return cleaned


class Quick(Making):
    """A promise in a few seconds: what, and by when."""

    what = web.Line(label=_("I promise"), max_length=500)
    day = web.Day(label=_("By"))

    def __init__(self, *args: Any, here: Here, **kwargs: Any) -> None:
        self.here = here
        super().__init__(*args, initial={"day": here.today + timedelta(days=1)}, **kwargs)

    def arguments(self) -> dict[str, Any]:
        """To everyone here, as `acts.make_promise` takes it."""
        to = tuple(seat.id for seat in self.here.others)
        return {"to": to, "when": self.cleaned_data["when"], "words": {"what": self.cleaned_data["what"]}}


class Make(Making):
    """A promise with everything that helps the other to count on it."""

    what = web.Words(label=_("What do you promise?"), required=True, rows=2)
    to = web.Several(label=_("To whom?"), choices=(), required=False)
    pattern = web.Choice(label=_("How often?"), choices=PATTERNS, look="row")
    day = web.Day(label=_("The day, or the first one"))
    at = web.Hour(label=_("By which hour?"), required=False, help_text=_("Leave it empty for “by the end of the day”."))
    days = web.Several(
        label=_("On which days?"),
        choices=DAYS,
        required=False,
        look="row",
        help_text=_("For every week and every other week."),
    )
    until = web.Day(label=_("Until"), required=False, help_text=_("Empty: until one of you ends it."))
    count = forms.IntegerField(label=_("Or how many times"), required=False, min_value=1, max_value=1000)
    known = web.Words(label=_("How will you both know it was kept?"), required=False, rows=2)
    between = web.Words(
        label=_("What could come in between?"),
        required=False,
        rows=2,
        help_text=_("Say it now, so that the other can choose whether to count on it."),
    )
    sure = web.Choice(
        label=_("How sure are you?"), choices=[(str(n), _(say.text)) for n, say in promising.SURE.items()]
    )
    weight = web.Choice(label=_("How much does it matter?"), choices=WEIGHTS, look="row", required=False)
    facet = web.Choice(label=_("What is it about?"), choices=FACETS, look="row", required=False)

    breach = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    LATER = ("until", "count", "weight", "facet")

    def __init__(self, *args: Any, here: Here, **kwargs: Any) -> None:
        self.here = here
        start = {
            "day": here.today + timedelta(days=1),
            "pattern": "once",
            "sure": "3",
            "weight": "1.0",
            "facet": "consistency",
        }
        start["to"] = [seat.id for seat in here.others]
        super().__init__(*args, initial={**start, **(kwargs.pop("initial", None) or {})}, **kwargs)
        self.fields["to"].choices = [(seat.id, seat.name) for seat in here.others]  # type: ignore[attr-defined]
        if len(here.others) == 1:
            del self.fields["to"]

    def plain(self) -> list[Any]:
        """The fields everyone meets."""
        return [field for field in self.visible_fields() if field.name not in self.LATER]

    def more(self) -> list[Any]:
        """The fields that can be left alone."""
        return [self[name] for name in self.LATER]

    def more_faulty(self) -> bool:
        return any(name in self.errors for name in self.LATER)

    def arguments(self) -> dict[str, Any]:
        """What was answered, as `acts.make_promise` takes it."""
        said = self.cleaned_data
        chosen = tuple(said.get("to") or [seat.id for seat in self.here.others])
        return {
            "to": chosen,
            "when": said["when"],
            "words": {name: said[name] for name in ("what", "known", "between") if said.get(name)},
            "facet": said.get("facet") or "consistency",
            "weight": float(said.get("weight") or 1),
            "sure": int(said["sure"]),
            "breach": said.get("breach") or "",
        }


class Telling(Asking):
    """A few words, if one wants."""

    said = web.Words(label=_("In your own words"), required=False, rows=3)

    def words(self) -> dict[str, str]:
        text = self.cleaned_data.get("said") or ""
        return {"said": text} if text else {}


class Explaining(Coached, Telling):
    """What happened, in their own words."""


class Saying(Telling):
    """What came of it, in its maker's word."""

    outcome = web.Choice(
        label=_("What came of it?"),
        choices=(("kept", _("I kept it")), ("late", _("I was late")), ("missed", _("I missed it"))),
    )
    field_order = ("outcome", "said")


class Moving(Telling):
    """Before it is due: late, or not at all, and perhaps a new time."""

    how = web.Choice(
        label=_("What do you know already?"), choices=(("late", _("I’ll be late")), ("cannot", _("I can’t")))
    )
    to_day = web.Day(label=_("The new day, if you can offer one"), required=False)
    to_at = web.Hour(label=_("And the hour, if it has one"), required=False)
    field_order = ("how", "to_day", "to_at", "said")

    def to(self) -> str:
        """The new time as an occurrence key, or nothing."""
        day, at = self.cleaned_data.get("to_day"), self.cleaned_data.get("to_at")
        return "" if not day else day.isoformat() + (f"T{at:%H:%M}" if at else "")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("to_at") and not cleaned.get("to_day"):
            self.add_error("to_day", _("Choose the day this hour is on."))
        return cleaned


class Answering(Telling):
    """How it was, for whoever it was made to."""

    answer = web.Choice(
        label=_("How was it for you?"),
        choices=(
            ("yes", _("Yes, that is how it was")),
            ("differently", _("I saw it differently")),
            ("not_sure", _("I am not sure")),
            ("rather_not", _("I would rather not say")),
        ),
    )
    seen = web.Choice(
        label=_("If you saw it differently, what did you see?"),
        choices=(("kept", _("It was kept")), ("late", _("It was late")), ("missed", _("It was missed"))),
        required=False,
        look="row",
    )
    field_order = ("answer", "seen", "said")


class Seeing(Telling):
    """How it was, before the maker has spoken."""

    seen = web.Choice(
        label=_("How was it for you?"),
        choices=(("kept", _("It was kept")), ("late", _("It was late")), ("missed", _("It was missed"))),
    )
    field_order = ("seen", "said")


class Remarking(Stated, Coached, Telling):
    """Something beside it: it cost me, it hurt, is everything all right."""

    remark = web.Choice(
        label=_("What would you like to say?"),
        choices=(("hurt", _("It hurt")), ("cost", _("It still cost me something"))),
    )
    field_order = ("remark", "said")
