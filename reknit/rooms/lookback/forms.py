"""Words to say aloud: what was kept, looked at once more; and a pattern in one calm note."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from reknit.rooms.asking import Asking
from reknit.web import forms as web

LABELS = {"what": _("What happened"), "reminded": _("What it brought back"), "said": _("In your own words")}


class Again(Asking):
    """The words of something kept, as they are to be said."""

    def __init__(self, *args: Any, texts: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, text in texts.items():
            label = LABELS.get(name, LABELS["said"])
            self.fields[name] = web.Words(label=label, required=False, rows=2, initial=text)
        self.names = list(texts)

    def words(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in self.names if self.cleaned_data.get(name)}


class Pattern(Asking):
    """What keeps happening, at most three times it did, what it did, and what would help."""

    what = web.Words(label=_("What keeps happening, in one sentence"), required=True, rows=1)
    one = web.Words(label=_("One time it happened"), required=True, rows=1)
    two = web.Words(label=_("Another time"), required=False, rows=1)
    three = web.Words(label=_("And a third"), required=False, rows=1)
    did = web.Words(label=_("What it did"), required=False, rows=2, help_text=_("To you: “I felt …”, “I stopped …”."))
    help = web.Words(label=_("What would help"), required=False, rows=2)

    NAMES = ("what", "one", "two", "three", "did", "help")

    def words(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in self.NAMES if self.cleaned_data.get(name)}
