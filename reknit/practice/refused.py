"""What the practice says when something may not be done: one sentence, for the person who asked."""

from typing import Any


class Say:
    """A sentence with its blanks still open, so that a face can put it into the reader's language.

    `text` is the English original with `%(name)s` blanks; `blanks` fills them. `str()` gives English.
    """

    def __init__(self, text: str, **blanks: Any) -> None:
        self.text = text
        self.blanks = blanks

    def __str__(self) -> str:
        return self.text % self.blanks if self.blanks else self.text

    def __repr__(self) -> str:
        return f"Say({str(self)!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Say) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))


class Refused(Exception):
    """This may not be done now. `say` is the sentence shown; `field` the form field it belongs beside, if any."""

    def __init__(self, text: str, *, field: str = "", **blanks: Any) -> None:
        self.say = Say(text, **blanks)
        self.field = field
        super().__init__(str(self.say))
