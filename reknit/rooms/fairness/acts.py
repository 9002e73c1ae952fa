"""Saying how the load that is shared feels: kept to oneself, or shared with everyone here."""

from typing import Literal

from reknit.practice import moments
from reknit.practice.facts import Words
from reknit.practice.facts_daily import Fair, Part
from reknit.shelves import private
from reknit.shelves.writing import Once, writing
from reknit.spaces.access import Here


def say_fair(
    here: Here,
    *,
    feels: Fair | Literal[""],
    words: Words,
    parts: tuple[Part, ...] = (),
    only_me: bool = True,
    once: Once | None = None,
) -> str:
    """How it feels now; the id of the note, or of what was shared."""
    facts = moments.fairness(feels=feels, parts=parts, words=words)
    if only_me:
        return private.keep(here, facts, words=words, once=once)
    with writing(here, once) as book:
        return book.write(facts, words=words).about
