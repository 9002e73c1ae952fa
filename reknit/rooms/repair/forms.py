"""Forms that begin a path: naming what happened, and one's own answer to whether to work on it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from reknit.content import daily as content
from reknit.practice.facts_repair import BreachNamed, Since
from reknit.rooms.coaching import Coached
from reknit.rooms.repair.verbs import SIZES, WITH
from reknit.rooms.stating import PARTS, Stated
from reknit.spaces.access import Here
from reknit.web import forms as web

SINCE = (
    ("unknown", _("I don’t know, or no single day")),
    ("day", _("On one day")),
    ("span", _("Over a time")),
    ("going_on", _("It is still going on")),
)
LEARNED = (("", _("I leave that open")), ("told", _("I was told")), ("found_out", _("I found out")))
ANSWERS = (("", _("No answer")), ("yes", _("Yes")), ("not_now", _("Not now")), ("no", _("No")))


class Naming(Stated, Coached):
    """What happened. All but the first may stay as it is."""

    into = "what"

    what = web.Words(label=_("What happened"), rows=5)
    other = web.Choice(label=_("Who did it?"), choices=(), look="row")
    since = web.Choice(label=_("When?"), choices=SINCE, look="row", required=False)
    day = web.Day(label=_("The day, or the first one"), required=False)
    until = web.Day(label=_("The last day"), required=False)
    size = web.Choice(
        label=_("How big is it for you?"), choices=(("", _("I leave that open")), *SIZES), look="row", required=False
    )
    facets = web.Several(label=_("What is it about?"), choices=(), required=False, look="row")
    learned = web.Choice(label=_("How did you come to know?"), choices=LEARNED, look="row", required=False)
    with_ = web.Several(label=_("What belongs to it"), choices=WITH, required=False)
    repeats = web.Choice(label=_("Is it the same again?"), choices=(), required=False, look="row")
    after = web.Choice(label=_("Has it come out later, about something older?"), choices=(), required=False, look="row")
    steps = forms.CharField(widget=forms.HiddenInput, required=False, max_length=2)
    pattern = forms.CharField(widget=forms.HiddenInput, required=False, max_length=60)
    kept = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    LATER = ("since", "day", "until", "size", "facets", "learned", "with_", "repeats", "after")

    def __init__(self, *args: Any, here: Here, mine: bool, earlier: list[tuple[str, str]], **kwargs: Any) -> None:
        self.here, self.mine = here, mine
        first = {"other": here.others[0].id} if len(here.others) == 1 else {}
        initial = {"since": "unknown", "size": "", "learned": "", "repeats": "", "after": ""}
        super().__init__(*args, initial={**initial, **first, **(kwargs.pop("initial", None) or {})}, **kwargs)
        self._offer("other", [(seat.id, seat.name) for seat in here.others])
        self._offer("facets", content.meanings("facet").items())
        none = [("", _("No"))] if earlier else []
        for name in ("repeats", "after"):
            self._offer(name, [*none, *earlier])
            if not earlier:
                del self.fields[name]
        if mine:
            self.fields["other"].label = _("Whom did it hurt?")
            for name in ("size", "learned", *PARTS):
                del self.fields[name]
        if len(here.others) == 1:
            self.fields["other"].widget = forms.HiddenInput()

    def _offer(self, name: str, choices: Any) -> None:
        self.fields[name].choices = list(choices)  # type: ignore[attr-defined]

    def plain(self) -> list[Any]:
        return [self[name] for name in ("what", "other") if not self[name].is_hidden]

    def more(self) -> list[Any]:
        return [self[name] for name in self.LATER if name in self.fields]

    def more_faulty(self) -> bool:
        return any(name in self.errors for name in self.LATER)

    def facts(self) -> BreachNamed:
        """What was chosen, by the one who did it or the one it hurt."""
        said, me = self.cleaned_data, self.here.me
        others = said["other"]
        day, until = (said[name].isoformat() if said.get(name) else "" for name in ("day", "until"))
        how: Any = said.get("since") or "unknown"
        if how == "unknown" and day:  # whoever gives a day knows it
            how = "span" if until else "day"
        return BreachNamed(
            doer=me if self.mine else others,
            hurt=others if self.mine else me,
            since=Since(how, day if how != "unknown" else "", until if how == "span" else ""),
            facets=tuple(said.get("facets") or ()),
            size=said.get("size") or "",
            learned=said.get("learned") or ("told" if self.mine else ""),
            deceit="deceit" in said["with_"],
            chosen="chosen" in said["with_"],
            pattern=said.get("pattern") or "",
            repeats=said.get("repeats") or "",
            after=said.get("after") or "",
            path=said.get("steps") != "no",
        )

    def words(self) -> dict[str, str]:
        return {"what": self.cleaned_data["what"]}


class Readying(web.Form):
    """One's own answer, for oneself alone."""

    willing = web.Choice(label=_("Do you want to work on this together?"), choices=ANSWERS, look="row", required=False)
    able = web.Choice(
        label=_("Can you, as things are now? With sleep, time, someone to talk to."),
        choices=ANSWERS,
        look="row",
        required=False,
    )
