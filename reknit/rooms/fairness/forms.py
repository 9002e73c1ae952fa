"""How the load feels: one word, the parts of life it is about, and words of one's own. Kept, unless it is shared."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reknit.content import daily as content
from reknit.rooms.noting import ME, Daily
from reknit.spaces.access import Here
from reknit.web import forms as web

FEELS = (
    ("fair", gettext_lazy("Fair")),
    ("partly", gettext_lazy("Partly fair")),
    ("not_fair", gettext_lazy("Not fair")),
    ("unsure", gettext_lazy("I can’t say yet")),
)


class Load(Daily):
    """One's own feeling about it. Nobody is asked for it, and nothing is counted."""

    feels = web.Choice(label=gettext_lazy("How does it feel to you now?"), choices=FEELS, look="row")
    parts = web.Several(
        label=gettext_lazy("Which part of it?"),
        choices=(),
        required=False,
        look="chips",
        help_text=gettext_lazy("Leave it open if it is all of it."),
    )
    said = web.Words(
        label=gettext_lazy("In your own words"),
        required=False,
        rows=3,
        help_text=gettext_lazy("What it is like for you. Nobody needs a list."),
    )

    PLAIN = ("feels", "parts", "said", "shelf")
    alone_first = True

    def __init__(self, *args: Any, here: Here, **kwargs: Any) -> None:
        super().__init__(*args, here=here, **kwargs)
        self.offer("parts", content.parts(here.kind).items())
        self.fields["feels"].error_messages["required"] = _("Choose the word that is nearest.")
        if here.alone:
            self.offer("shelf", [(ME, _("Only me"))])

    def arguments(self) -> dict[str, Any]:
        """What was answered, as `acts.say_fair` takes it."""
        said = self.cleaned_data
        return {
            "feels": said["feels"],
            "parts": tuple(said.get("parts") or ()),
            "words": {"said": said["said"]} if said.get("said") else {},
            "only_me": self.only_me,
        }
