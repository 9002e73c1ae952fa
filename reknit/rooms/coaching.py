"""The coach beside a form, where its author asks for it: *Look at my words* sends the form and brings it back as it
was, with the places that tend to land badly. Nothing is stored, and without being asked it never runs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language

from reknit.content import coach as languages
from reknit.practice import coach
from reknit.rooms.asking import Asking
from reknit.web.fields import Words

LOOK = "look"
QUOTED = 5  # of marks for one reason, so many are quoted; all of them are shown in the text


@dataclass(frozen=True)
class Piece:
    """A stretch of the text, marked or not."""

    text: str
    marked: bool


@dataclass(frozen=True)
class Reason:
    """Words marked for one reason, why they land badly, and the shape of better ones."""

    words: tuple[str, ...]
    more: bool
    name: str
    why: str
    shape: str


@dataclass(frozen=True)
class Looked:
    """One field's text as its author sees it after a look."""

    label: str
    pieces: tuple[Piece, ...]
    reasons: tuple[Reason, ...]


class Coached(Asking):
    """A form whose words its author may have looked at before saying them. `at` names its place on the page."""

    looked: Sequence[Looked] = ()

    @property
    def offers_look(self) -> bool:
        """Only in a language the coach knows."""
        return _language() is not None

    def look(self, *, marks: bool = True) -> None:
        """Keep everything as it was typed; say nothing of what is still missing; show the marks asked for."""
        self.full_clean()
        for name in list(self.errors):
            if self.has_error(name, "required") or not isinstance(self.fields.get(name), Words):
                del self.errors[name]
        self.looked = tuple(self._looked()) if marks else ()

    def _looked(self) -> Iterator[Looked]:
        known = _language()
        for name, field in self.fields.items():
            text = self.cleaned_data.get(name)
            if known and text and isinstance(field, Words):
                yield looked(text, known, label=str(field.label))


def only_looks(request: HttpRequest, form: Any) -> bool:
    """Whether the form was sent to be looked at or put together, not to be saved; then it holds what is shown."""
    asked = request.POST.get(LOOK, "")
    if not asked or not isinstance(form, Coached):
        return False
    form.look(marks=asked == "words")
    return True


def looked(text: str, known: coach.Language, *, label: str = "") -> Looked:
    """A text with its marks, and the reasons for them in the order of the text."""
    marks = coach.marks(text, known)
    return Looked(label, tuple(_pieces(text, marks)), tuple(_reasons(text, marks, known)))


def _pieces(text: str, marks: Sequence[coach.Mark]) -> Iterator[Piece]:
    at = 0
    for start, end in _together(marks):
        if at < start:
            yield Piece(text[at:start], marked=False)
        yield Piece(text[start:end], marked=True)
        at = end
    if at < len(text):
        yield Piece(text[at:], marked=False)


def _together(marks: Sequence[coach.Mark]) -> Iterator[tuple[int, int]]:
    """Where marks stand, those that meet as one."""
    begin = until = -1
    for mark in marks:
        if mark.start > until:
            if until >= 0:
                yield begin, until
            begin = mark.start
        until = max(until, mark.end)
    if until >= 0:
        yield begin, until


def _reasons(text: str, marks: Sequence[coach.Mark], known: coach.Language) -> Iterator[Reason]:
    first: dict[Any, int] = {}
    for mark in marks:
        first.setdefault((mark.category, mark.why), mark.start)
    ordered = sorted(marks, key=lambda mark: (first[mark.category, mark.why], mark.category, mark.why, mark.start))
    for (category, why), same in groupby(ordered, key=lambda mark: (mark.category, mark.why)):
        these = list(same)
        words = tuple(dict.fromkeys(text[mark.start : mark.end] for mark in these))
        yield Reason(words[:QUOTED], len(words) > QUOTED, known.names[category], why, these[0].shape)


def _language() -> coach.Language | None:
    return _known((get_language() or "en").partition("-")[0])


@cache
def _known(code: str) -> coach.Language | None:
    return coach.language(languages.data(code)) if code in languages.LANGUAGES else None
