"""The sentences about apology, amends and motive, each beside the same said to the person whose act it tells."""

from reknit.practice.facts_amends import (
    AmendsAnswered,
    AmendsConfirmed,
    AmendsDone,
    AmendsOffered,
    ApologyAnswered,
    ApologyOffered,
    ApologyTimed,
    MotiveBelieved,
    MotiveTold,
    NoMoreApologies,
)
from reknit.practice.refused import Say

# Each kind, and where its answers are told apart, each answer: `kind` or `(kind, answer)`.
SENTENCES: dict[object, tuple[Say, Say]] = {
    (ApologyOffered, "written"): (
        Say("%(who)s wrote an apology, about %(what)s."),
        Say("You wrote an apology, about %(what)s."),
    ),
    (ApologyOffered, "aloud"): (
        Say("%(who)s wrote an apology to read aloud, about %(what)s."),
        Say("You wrote an apology to read aloud, about %(what)s."),
    ),
    (ApologyOffered, "talk"): (
        Say("%(who)s would like to apologise in a talk, about %(what)s."),
        Say("You would like to apologise in a talk, about %(what)s."),
    ),
    ApologyTimed: (Say("%(who)s chose %(day)s to hear an apology."), Say("You chose %(day)s to hear an apology.")),
    (ApologyAnswered, "not_ready"): (
        Say("%(who)s is not ready for an apology, about %(what)s."),
        Say("You are not ready for an apology, about %(what)s."),
    ),
    (ApologyAnswered, "need"): (
        Say("%(who)s needs something else, about %(what)s."),
        Say("You need something else, about %(what)s."),
    ),
    (ApologyAnswered, "not_this"): (
        Say("%(who)s says of an apology about %(what)s: this is not it."),
        Say("You say of an apology about %(what)s: this is not it."),
    ),
    (ApologyAnswered, "received"): (
        Say("%(who)s has received an apology, about %(what)s."),
        Say("You have received an apology, about %(what)s."),
    ),
    (ApologyAnswered, "no_more"): (
        Say("%(who)s wants no more about this for now: %(what)s."),
        Say("You want no more about this for now: %(what)s."),
    ),
    (NoMoreApologies, "held"): (
        Say("%(who)s wants no more apologies for now, about %(what)s."),
        Say("You want no more apologies for now, about %(what)s."),
    ),
    (NoMoreApologies, "lifted"): (
        Say("%(who)s no longer holds apologies back, about %(what)s."),
        Say("You no longer hold apologies back, about %(what)s."),
    ),
    AmendsOffered: (
        Say("%(who)s offers to put something right by %(day)s, about %(what)s."),
        Say("You offer to put something right by %(day)s, about %(what)s."),
    ),
    (AmendsAnswered, "fits"): (
        Say("%(who)s says that what was offered fits, about %(what)s."),
        Say("You say that what was offered fits, about %(what)s."),
    ),
    (AmendsAnswered, "something_else"): (
        Say("%(who)s would have something else put right, about %(what)s."),
        Say("You would have something else put right, about %(what)s."),
    ),
    (AmendsAnswered, "none_wanted"): (
        Say("%(who)s wants nothing made good, about %(what)s."),
        Say("You want nothing made good, about %(what)s."),
    ),
    AmendsDone: (
        Say("%(who)s says that what was offered is done, about %(what)s."),
        Say("You say that what you offered is done, about %(what)s."),
    ),
    (AmendsConfirmed, "made_good"): (
        Say("%(who)s says that it was made good, about %(what)s."),
        Say("You say that it was made good, about %(what)s."),
    ),
    (AmendsConfirmed, "not_yet"): (
        Say("%(who)s says that it is not made good yet, about %(what)s."),
        Say("You say that it is not made good yet, about %(what)s."),
    ),
    MotiveTold: (
        Say("%(who)s told what they meant by it, about %(what)s."),
        Say("You told what you meant by it, about %(what)s."),
    ),
    (MotiveBelieved, "believed"): (
        Say("%(who)s believes what was meant, about %(what)s."),
        Say("You believe what was meant, about %(what)s."),
    ),
    (MotiveBelieved, "not_believed"): (
        Say("%(who)s does not believe what is said to have been meant, about %(what)s."),
        Say("You do not believe what is said to have been meant, about %(what)s."),
    ),
    (MotiveBelieved, "not_sure"): (
        Say("%(who)s is not sure what was meant, about %(what)s."),
        Say("You are not sure what was meant, about %(what)s."),
    ),
}
APART: dict[type, str] = {
    ApologyOffered: "how", ApologyAnswered: "answer", NoMoreApologies: "how", AmendsAnswered: "answer",
    AmendsConfirmed: "answer", MotiveBelieved: "answer",
}  # fmt: skip
