"""The forms of one's own pages, made from what each kind of page asks for."""

from typing import Any

from django import forms

from reknit.rooms.asking import Asking
from reknit.rooms.own.kinds import Kind, Text
from reknit.web import forms as web


class Page(Asking):
    """The texts of a page, a choice where it has one, and the question it was written by."""

    def __init__(self, *args: Any, texts: tuple[Text, ...], kind: Kind | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names = [name for name, _label, _needed in texts]
        self.chooses = kind.choose[0] if kind and kind.choose else ""
        for name, label, needed in texts:
            if name == "name":
                self.fields[name] = web.Line(label=label, max_length=200, required=needed)
            else:
                self.fields[name] = web.Words(label=label, rows=2 if len(texts) > 1 else 4, required=needed)
        if kind and kind.choose:
            name, label, choices = kind.choose
            first = {"initial": next(iter(choices())), "required": True} if name == "what" else {"required": False}
            self.fields[name] = web.Choice(label=label, choices=choices().items(), look="chips", **first)
        if kind and kind.slug == "book":
            self.chooses = "prompt"
            self.fields["prompt"] = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def words(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in self.names if self.cleaned_data.get(name)}

    def chosen(self) -> dict[str, Any]:
        return {self.chooses: self.cleaned_data.get(self.chooses) or ""} if self.chooses else {}
