"""`reknit coach`: the coach for words, one text a line from standard input. Nothing is kept."""

import argparse
import io
import json
import sys
from collections.abc import Iterator

from reknit.content import coach as languages
from reknit.practice import coach

FORM = 1


def command(arguments: argparse.Namespace) -> int:
    """Print what it would show the author of each line."""
    known = coach.language(languages.data(arguments.language))
    show = _as_json if arguments.json else _to_read
    for text in _lines():
        sys.stdout.write(show(text, coach.marks(text, known), known))
    return 0


def _lines() -> Iterator[str]:
    """Only a line feed ends a line; what is not UTF-8 is read as the replacement character."""
    lines = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace", newline="\n")
    return (line.removesuffix("\n").removesuffix("\r") for line in lines)


def _as_json(_text: str, marks: tuple[coach.Mark, ...], _known: coach.Language) -> str:
    found = [{"category": mark.category, "start": mark.start, "end": mark.end} for mark in marks]
    return json.dumps({"form": FORM, "marks": found}) + "\n"


def _to_read(text: str, marks: tuple[coach.Mark, ...], known: coach.Language) -> str:
    rows = [f"  {known.names[m.category]}: {text[m.start : m.end]}\n    {m.why}\n    {m.shape}" for m in marks]
    return "\n".join([text, *rows]) + "\n"
