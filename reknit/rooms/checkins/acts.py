"""Saying how one is: kept to oneself, or shared with everyone here. And when one would like to be asked."""

from reknit.people import preferences
from reknit.practice import moments
from reknit.practice.facts import Words
from reknit.practice.facts_daily import Feeling, Position
from reknit.practice.refused import Refused
from reknit.shelves import private
from reknit.shelves.writing import Once, writing
from reknit.spaces.access import Here

DAYS = range(8)
NEVER = 7


def say_how(
    here: Here,
    *,
    words: Words,
    toward: str = "",
    safe: Position = 0,
    trusting: Position = 0,
    connected: Position = 0,
    energy: Position = 0,
    feelings: tuple[Feeling, ...] = (),
    only_me: bool = True,
    once: Once | None = None,
) -> str:
    """How one is today; the check-in's id, or the note's."""
    facts = moments.check_in(
        by=here.me,
        day=here.today.isoformat(),
        today=here.today,
        words=words,
        toward=toward,
        safe=safe,
        trusting=trusting,
        connected=connected,
        energy=energy,
        feelings=feelings,
        left={seat.id for seat in here.seats.values() if seat.left},
    )
    if only_me:
        made = private.keep(here, facts, words=words, once=once)
    else:
        with writing(here, once) as book:
            made = book.write(facts, words=words).about
    asked(here)
    return made


def asked(here: Here) -> None:
    """It was answered or put aside: the question rests until its next day. Kept for its owner alone."""
    preferences.change(here.viewer.person, pair=here.viewer.pair, asked_on=here.today.isoformat())


def choose_day(here: Here, *, day: int) -> None:
    """On which day of the week one is asked, from Monday (0); 7 for never."""
    if day not in DAYS:
        raise Refused("Choose a day, or none.", field="day")
    preferences.change(here.viewer.person, pair=here.viewer.pair, ask_day=day)
