"""Noting something good, or thanking someone: shared with everyone here, or kept to oneself."""

from typing import Literal

from reknit.practice import moments
from reknit.practice.facts import Words
from reknit.practice.facts_daily import Builder
from reknit.shelves import private
from reknit.shelves.writing import Once, writing
from reknit.spaces.access import Here


def note_moment(
    here: Here,
    *,
    day: str,
    words: Words,
    whose: str = "",
    builder: Builder | Literal[""] = "",
    thanks: bool = False,
    only_me: bool = False,
    once: Once | None = None,
) -> str:
    """Something good; the moment's id, or the note's."""
    facts = moments.note(
        by=here.me,
        day=day,
        today=here.today,
        words=words,
        whose=whose,
        builder=builder,
        thanks=thanks,
        left={seat.id for seat in here.seats.values() if seat.left},
    )
    if only_me:
        return private.keep(here, facts, words=words, once=once)
    with writing(here, once) as book:
        return book.write(facts, words=words).about
