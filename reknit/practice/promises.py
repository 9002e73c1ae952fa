"""Promises from one member to others: what they are, what may be done with them now, and what waits for whom.

The front door of the practice of promises; the parts live in the modules named below.
"""

from reknit.practice.answering import answer, release, remark
from reknit.practice.choosing import PATTERNS, repeating
from reknit.practice.load import Carried, Smaller, carried, smaller, too_much
from reknit.practice.noticing import Asked, asks_what_happened, unusual
from reknit.practice.occurrence import AnswerGiven, Moved, Noted, Occurrence, Promise, Remark
from reknit.practice.promising import SURE, WEIGHTS, end, make, take_back, take_word
from reknit.practice.record import Counts, Record, Stitch, direction, stitch
from reknit.practice.speaking import ReadTheThread, explain, move, say
from reknit.practice.texts import LONGEST, tidy
from reknit.practice.waiting import (
    STATES,
    Item,
    Past,
    Running,
    counts,
    due,
    past,
    running,
    upcoming,
    waiting_for_me,
    waiting_for_others,
)

__all__ = [
    "LONGEST", "PATTERNS", "STATES", "SURE", "WEIGHTS", "AnswerGiven", "Asked", "Carried", "Counts", "Item", "Moved",
    "Noted", "Occurrence", "Past", "Promise", "ReadTheThread", "Record", "Remark", "Running", "Smaller", "Stitch",
    "answer", "asks_what_happened", "carried", "counts", "direction", "due", "end", "explain", "make", "move", "past",
    "release", "remark", "repeating", "running", "say", "smaller", "stitch", "take_back", "take_word", "tidy",
    "too_much", "unusual", "upcoming", "waiting_for_me", "waiting_for_others",
]  # fmt: skip
