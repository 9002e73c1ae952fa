"""Sentences for what is private by its kind. Only its owner ever reads them."""

from reknit.practice.facts_private import (
    CareNoted,
    ForgivenessWritten,
    GoneThrough,
    GutLookedAt,
    GutNoted,
    HandledWritten,
    LimitPassed,
    LimitSet,
    NoteWritten,
    PersonKept,
    StandWritten,
    WorthWritten,
)
from reknit.practice.refused import Say

YOUR: dict[type, Say] = {
    NoteWritten: Say("You wrote something down."),
    GutNoted: Say("You noted what your gut said."),
    GutLookedAt: Say("You looked at what your gut had said."),
    StandWritten: Say("You wrote down what you stand for."),
    WorthWritten: Say("You wrote how you see yourself."),
    LimitSet: Say("You set yourself a limit."),
    LimitPassed: Say("You wrote about going past a limit of yours."),
    CareNoted: Say("You wrote a line about yourself."),
    PersonKept: Say("You noted someone you can talk to."),
    HandledWritten: Say("You wrote down what you have handled."),
    ForgivenessWritten: Say("You wrote something for your own peace."),
    GoneThrough: Say("You went through this, and keep it to yourself."),
}
