"""What each verb of the path asks for: the one form they share, cut to what a verb needs, and the facts it makes."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from reknit.content import daily as content
from reknit.practice import mending
from reknit.practice.facts_repair import Repair
from reknit.practice.mending import NEEDED
from reknit.practice.path_verbs import KINDS
from reknit.rooms.coaching import Coached
from reknit.rooms.repair.verbs import STATING, of
from reknit.rooms.stating import PARTS, Stated
from reknit.web import forms as web
from reknit.web.saying import translated

Pairs = Iterable[tuple[str, Any]]
FEW = 5  # choices, each on a line of its own
DATED = ("time", "agree", "anew")
SEVERAL: dict[str, content.Set] = {"feelings": "feeling", "messages": "message"}


class OnPath(Stated, Coached):
    """One thing said on the path. A verb keeps the fields it needs; what may stay empty is for the practice to say."""

    which = web.Choice(label=_("Which one?"), choices=())
    answer = web.Choice(label=_("Your answer"), choices=())
    several = web.Several(label=_("Choose what fits, or nothing"), choices=(), required=False)
    said = web.Words(label=_("In your own words"), required=False, rows=5)
    stood = web.Words(label=_("What it stood for"), required=False, rows=2)
    reminded = web.Words(label=_("What it brought back"), required=False, rows=2)
    did = web.Words(label=_("What it did"), required=False, rows=2)
    changes = web.Words(label=_("What changes now"), required=False, rows=2)
    helps = web.Words(label=_("What helps"), required=False, rows=2)
    when = web.Words(label=_("When"), required=False, rows=2)
    over = web.Words(label=_("What is over"), required=False, rows=3)
    stays = web.Words(label=_("What stays"), required=False, rows=3)
    new = web.Words(label=_("What is new"), required=False, rows=3)
    kept = web.Words(label=_("How it looks when it is kept"), required=False, rows=2)
    then = web.Words(label=_("What I will do if it is crossed"), required=False, rows=2)
    why = web.Words(label=_("Why"), required=False, rows=2)
    hard = web.Words(label=_("What is hard about it"), required=False, rows=2)
    flags = web.Several(label="", choices=(), required=False)
    day = web.Day(label=_("On which day?"), required=False)
    hour = web.Hour(label=_("At which hour?"), required=False)

    TEXTS = (
        "said", "stood", "reminded", "did", "changes", "helps", "when", "over", "stays", "new", "kept", "then", "why",
        "hard",
    )  # fmt: skip

    def __init__(self, *args: Any, verb: str, which: Pairs = (), doer: bool = False, **kwargs: Any) -> None:
        self.verb, self.does = verb, of(verb)
        super().__init__(*args, **kwargs)
        if verb not in STATING:
            self.template_name = web.Renderer.form_template_name
            for name in PARTS:
                del self.fields[name]
        self._keep("which", self.does.which, which)
        self._keep("answer", self.does.answer, self.does.choices, label=self.does.ask)
        named = SEVERAL.get(self.does.several)
        known = content.meanings(named).items() if named else self.does.many
        self._keep("several", self.does.several, known, label=self.does.ask)
        flags = self.does.flags if doer or verb != "account" else {}  # only its doer can have been unaware
        self._keep("flags", "flags" if flags else "", flags.items())
        self._keep("day", self.does.day, label=self.does.when)
        if not self.does.hour:
            del self.fields["hour"]
        for name in [*mending.NEEDED.get(KINDS[verb], ()), *(["day"] if self.does.dated else [])]:
            self.fields[name].either = True  # type: ignore[attr-defined]
        texts = {**self.does.texts, **(self.does.doers if doer else {})}
        for name in self.TEXTS:
            self._keep(name, name if name in texts else "", label=texts.get(name, ""))
        self._need()
        self._arrange()

    def _arrange(self) -> None:
        """Words and choices in the order in which one thinks of them; a choice looks as large as it is."""
        first = [self.does.first] if self.does.first else []
        self.order_fields(["which", *first, "answer", "several", *self.does.texts])
        if "answer" in self.fields and len(self.does.choices) > FEW:
            self.fields["answer"].widget.look = "row"
        if self.does.several == "feelings":
            self.fields["several"].widget.look = "chips"

    def beside(self, title: str) -> None:
        """A question that is the title of its page is not read twice; the one thing it can be about stands above."""
        if "answer" in self.fields:
            self.fields["answer"].said_above = str(self.fields["answer"].label) == title  # type: ignore[attr-defined]
        if self.does.which not in ("", "promise") and len(self.fields["which"].choices) == 1:  # type: ignore[attr-defined]
            self.fields["which"].widget = forms.HiddenInput()

    def _keep(self, name: str, wanted: str, choices: Pairs | None = None, label: Any = "") -> None:
        """Leave a field in where the verb asks for it, in the verb's own words."""
        if not wanted:
            del self.fields[name]
            return
        if choices is not None:
            self.fields[name].choices = list(choices)  # type: ignore[attr-defined]
        if label:
            self.fields[name].label = label

    @property
    def offers_look(self) -> bool:
        """Only where there is something to write."""
        return bool(self.does.texts) and super().offers_look

    def _need(self) -> None:
        """What the practice asks for is no field to leave empty; where it is, the practice's own sentence says so."""
        for name, say in NEEDED.get(KINDS[self.verb], {}).items():
            self.fields[name].required = True
            self.fields[name].error_messages["required"] = translated(say)
        if self.verb in DATED:
            self.fields["day"].required = True

    def words(self) -> dict[str, str]:
        return {name: text for name in self.does.texts if (text := self.cleaned_data.get(name))}

    def facts(self) -> Repair:
        """What was chosen, as the kind this verb writes."""
        said, does = self.cleaned_data, self.does
        made: dict[str, Any] = dict(does.fixed)
        for name, part in (("which", does.which), ("answer", does.answer)):
            if part:
                made[part] = said[name]
        if does.several:
            made[does.several] = tuple(said["several"])
        if does.day and said.get("day"):
            hour = f"T{said['hour']:%H:%M}" if said.get("hour") else ""
            made[does.day] = said["day"].isoformat() + hour
        made |= {name: True for name in said.get("flags", ())}
        return KINDS[self.verb](**{**self._empty_day(), **made})

    def _empty_day(self) -> dict[str, str]:
        """A day that was left open is for the practice to ask for."""
        return {self.does.day: ""} if self.does.day else {}
