"""The statement builder: "when … I felt … it reminded me of … I would like …" put together to one text.

It can be added to any form with a field for one's own words; what is built stands there, to be changed before it is
said."""

import re
from typing import Any, ClassVar

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from reknit.rooms.asking import Asking
from reknit.web import forms as web

PARTS = ("happened", "felt", "reminded_of", "would_like")
FIRST = _("Begin with what happened: when was it?")
# Each part's own opening, then its sentence alone, then as it follows on the first part.
OPENINGS = {
    "happened": _("When"),
    "felt": _("I felt"),
    "reminded_of": _("It reminded me of"),
    "would_like": _("I would like"),
}
ALONE = {
    "happened": _("When %(said)s"),
    "felt": _("I felt %(said)s"),
    "reminded_of": _("It reminded me of %(said)s"),
    "would_like": _("I would like %(said)s"),
}
FOLLOWING = {
    "felt": _("%(when)s, I felt %(said)s"),
    "reminded_of": _("%(when)s, it reminded me of %(said)s"),
    "would_like": _("%(when)s, I would like %(said)s"),
}
ENDS = ".!?…؟。！？"


class Stated(Asking):
    """The parts of a statement; `into` is the field they are put together in. All but the first may stay empty."""

    template_name = "web/forms/stated.html"
    into: ClassVar[str] = "said"

    happened = web.Words(label=_("When …"), required=False, rows=2)
    felt = web.Words(label=_("I felt …"), required=False, rows=1)
    reminded_of = web.Words(label=_("It reminded me of …"), required=False, rows=1)
    would_like = web.Words(label=_("I would like …"), required=False, rows=1)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in PARTS:
            self.fields[name].widget.attrs["autocapitalize"] = "none"

    def parts(self) -> list[Any]:
        """Their fields, for a template that folds them away."""
        return [self[name] for name in PARTS]

    def plain(self) -> list[Any]:
        """All other fields."""
        return [field for field in self.visible_fields() if field.name not in PARTS]

    def stated(self) -> bool:
        """Whether the parts stand open: something in them is amiss."""
        return any(name in self.errors for name in PARTS)

    def clean(self) -> dict[str, Any]:
        """Put the parts together after what stands in the field already, and empty them."""
        cleaned = super().clean() or self.cleaned_data
        parts = {name: cleaned.get(name) or "" for name in PARTS}
        if any(parts.values()) and not self.stated():
            if not parts["happened"]:
                self.add_error("happened", FIRST)
                return cleaned
            self._put(cleaned, statement(**parts))
        return cleaned

    def _put(self, cleaned: dict[str, Any], built: str) -> None:
        text = "\n\n".join(filter(None, [cleaned.get(self.into) or "", built]))
        most = self.fields[self.into].max_length  # type: ignore[attr-defined]
        if len(text) > most:
            self.add_error(
                self.into, gettext("With the statement this is longer than %(most)d characters.") % {"most": most}
            )
            return
        if self.has_error(self.into, "required"):
            del self.errors[self.into]
        cleaned |= {self.into: text, **dict.fromkeys(PARTS, "")}
        self.show_again(**{self.add_prefix(self.into): text}, **{self.add_prefix(name): "" for name in PARTS})


def statement(*, happened: str, felt: str = "", reminded_of: str = "", would_like: str = "") -> str:
    """One text of the parts, as someone would say it."""
    said = {"happened": happened, "felt": felt, "reminded_of": reminded_of, "would_like": would_like}
    parts = [(name, _bare(name, text)) for name, text in said.items() if text.strip()]
    sentences: list[str] = []
    for name, text in parts:
        if sentences and _one(sentences[0]):
            sentences[0] = _ended(str(FOLLOWING[name]) % {"when": sentences[0], "said": text})
        else:
            sentences.append(
                str(ALONE[name]) % {"said": text} if name == "happened" else _ended(str(ALONE[name]) % {"said": text})
            )
    if _one(sentences[0]):
        sentences[0] += " …"
    return " ".join(sentences)


def _bare(name: str, typed: str) -> str:
    """The part without its opening, when that was typed as well, and without what would stand before the next one."""
    text, opening = typed.strip(), str(OPENINGS[name])
    if re.match(rf"{re.escape(opening)}\b", text, re.IGNORECASE):
        text = text[len(opening) :].lstrip(" …,:")
    text = text.rstrip(" ,;")
    if name == "happened" and _one(text.rstrip(".")):
        text = text.rstrip(" ,;.")
    return text or typed.strip()


def _one(text: str) -> bool:
    """Whether it is one sentence that can still go on."""
    return not re.search(rf"[{re.escape(ENDS)}\n]", text)


def _ended(text: str) -> str:
    return text if text[-1] in ENDS else f"{text}."
