"""Sentences of the path where what they are about stands above them already, or can no longer be read."""

from reknit.practice.refused import Say

# By the sentence as it is said elsewhere.
HERE: dict[str, Say] = {
    "%(who)s named something that hurt: %(what)s.": Say("%(who)s named something that hurt."),
    "You named something that hurt: %(what)s.": Say("You named something that hurt."),
    "%(who)s told of something they did: %(what)s.": Say("%(who)s told of something they did."),
    "You told of something you did: %(what)s.": Say("You told of something you did."),
    "%(who)s said what they feel, about %(what)s.": Say("%(who)s said what they feel."),
    "You said what you feel, about %(what)s.": Say("You said what you feel."),
    "%(who)s says that all of it has been acknowledged, about %(what)s.": Say(
        "%(who)s says that all of it has been acknowledged."
    ),
    "You say that all of it has been acknowledged, about %(what)s.": Say(
        "You say that all of it has been acknowledged."
    ),
    "%(who)s says that something is still missing, about %(what)s.": Say(
        "%(who)s says that something is still missing."
    ),
    "You say that something is still missing, about %(what)s.": Say("You say that something is still missing."),
    "%(who)s says: not yet, about %(what)s.": Say("%(who)s says: not yet."),
    "You say: not yet, about %(what)s.": Say("You say: not yet."),
    "%(who)s said back what they heard, about %(what)s.": Say("%(who)s said back what they heard."),
    "You said back what you heard, about %(what)s.": Say("You said back what you heard."),
    "%(who)s has been heard, about %(what)s.": Say("%(who)s has been heard."),
    "You have been heard, about %(what)s.": Say("You have been heard."),
    "%(who)s does not feel heard yet, about %(what)s.": Say("%(who)s does not feel heard yet."),
    "You do not feel heard yet, about %(what)s.": Say("You do not feel heard yet."),
    "%(who)s linked a promise: this is what changes after %(what)s.": Say(
        "%(who)s linked a promise: this is what changes."
    ),
    "You linked a promise: this is what changes after %(what)s.": Say("You linked a promise: this is what changes."),
    "%(who)s sees a change, after %(what)s.": Say("%(who)s sees a change."),
    "You see a change, after %(what)s.": Say("You see a change."),
    "%(who)s does not see a change yet, after %(what)s.": Say("%(who)s does not see a change yet."),
    "You do not see a change yet, after %(what)s.": Say("You do not see a change yet."),
    "%(who)s put a question about %(what)s.": Say("%(who)s put a question."),
    "You put a question about %(what)s.": Say("You put a question."),
    "%(who)s answered a question about %(what)s.": Say("%(who)s answered a question."),
    "You answered a question about %(what)s.": Say("You answered a question."),
    "%(who)s does not know the answer yet, about %(what)s.": Say("%(who)s does not know the answer yet."),
    "You do not know the answer yet, about %(what)s.": Say("You do not know the answer yet."),
    "%(who)s wants help with a question about %(what)s.": Say("%(who)s wants help with a question."),
    "You want help with a question about %(what)s.": Say("You want help with a question."),
    "%(who)s took back a question about %(what)s.": Say("%(who)s took back a question."),
    "You took back a question about %(what)s.": Say("You took back a question."),
    "%(who)s told of a setback after %(what)s.": Say("%(who)s told of a setback."),
    "You told of a setback after %(what)s.": Say("You told of a setback."),
    "%(who)s said that it happened again: %(what)s.": Say("%(who)s said that it happened again."),
    "You said that it happened again: %(what)s.": Say("You said that it happened again."),
    "For %(who)s it came back: %(what)s.": Say("For %(who)s it came back."),
    "For you it came back: %(what)s.": Say("For you it came back."),
    "%(who)s said what they need when it comes back: %(what)s.": Say("%(who)s said what they need when it comes back."),
    "You said what you need when it comes back: %(what)s.": Say("You said what you need when it comes back."),
    "%(who)s said what they will do when it comes back: %(what)s.": Say(
        "%(who)s said what they will do when it comes back."
    ),
    "You said what you will do when it comes back: %(what)s.": Say("You said what you will do when it comes back."),
    "%(who)s says that this is repaired: %(what)s.": Say("%(who)s says that this is repaired."),
    "You say that this is repaired: %(what)s.": Say("You say that this is repaired."),
    "%(who)s set this down: %(what)s.": Say("%(who)s set this down."),
    "You set this down: %(what)s.": Say("You set this down."),
    "%(who)s opened this again: %(what)s.": Say("%(who)s opened this again."),
    "You opened this again: %(what)s.": Say("You opened this again."),
    "%(who)s wrote an apology, about %(what)s.": Say("%(who)s wrote an apology."),
    "You wrote an apology, about %(what)s.": Say("You wrote an apology."),
    "%(who)s wrote an apology to read aloud, about %(what)s.": Say("%(who)s wrote an apology to read aloud."),
    "You wrote an apology to read aloud, about %(what)s.": Say("You wrote an apology to read aloud."),
    "%(who)s would like to apologise in a talk, about %(what)s.": Say("%(who)s would like to apologise in a talk."),
    "You would like to apologise in a talk, about %(what)s.": Say("You would like to apologise in a talk."),
    "%(who)s is not ready for an apology, about %(what)s.": Say("%(who)s is not ready for an apology."),
    "You are not ready for an apology, about %(what)s.": Say("You are not ready for an apology."),
    "%(who)s needs something else, about %(what)s.": Say("%(who)s needs something else."),
    "You need something else, about %(what)s.": Say("You need something else."),
    "%(who)s says of an apology about %(what)s: this is not it.": Say("%(who)s says of an apology: this is not it."),
    "You say of an apology about %(what)s: this is not it.": Say("You say of an apology: this is not it."),
    "%(who)s has received an apology, about %(what)s.": Say("%(who)s has received an apology."),
    "You have received an apology, about %(what)s.": Say("You have received an apology."),
    "%(who)s wants no more about this for now: %(what)s.": Say("%(who)s wants no more about this for now."),
    "You want no more about this for now: %(what)s.": Say("You want no more about this for now."),
    "%(who)s wants no more apologies for now, about %(what)s.": Say("%(who)s wants no more apologies for now."),
    "You want no more apologies for now, about %(what)s.": Say("You want no more apologies for now."),
    "%(who)s no longer holds apologies back, about %(what)s.": Say("%(who)s no longer holds apologies back."),
    "You no longer hold apologies back, about %(what)s.": Say("You no longer hold apologies back."),
    "%(who)s offers to put something right by %(day)s, about %(what)s.": Say(
        "%(who)s offers to put something right by %(day)s."
    ),
    "You offer to put something right by %(day)s, about %(what)s.": Say("You offer to put something right by %(day)s."),
    "%(who)s says that what was offered fits, about %(what)s.": Say("%(who)s says that what was offered fits."),
    "You say that what was offered fits, about %(what)s.": Say("You say that what was offered fits."),
    "%(who)s would have something else put right, about %(what)s.": Say("%(who)s would have something else put right."),
    "You would have something else put right, about %(what)s.": Say("You would have something else put right."),
    "%(who)s wants nothing made good, about %(what)s.": Say("%(who)s wants nothing made good."),
    "You want nothing made good, about %(what)s.": Say("You want nothing made good."),
    "%(who)s says that what was offered is done, about %(what)s.": Say("%(who)s says that what was offered is done."),
    "You say that what you offered is done, about %(what)s.": Say("You say that what you offered is done."),
    "%(who)s says that it was made good, about %(what)s.": Say("%(who)s says that it was made good."),
    "You say that it was made good, about %(what)s.": Say("You say that it was made good."),
    "%(who)s says that it is not made good yet, about %(what)s.": Say("%(who)s says that it is not made good yet."),
    "You say that it is not made good yet, about %(what)s.": Say("You say that it is not made good yet."),
    "%(who)s told what they meant by it, about %(what)s.": Say("%(who)s told what they meant by it."),
    "You told what you meant by it, about %(what)s.": Say("You told what you meant by it."),
    "%(who)s believes what was meant, about %(what)s.": Say("%(who)s believes what was meant."),
    "You believe what was meant, about %(what)s.": Say("You believe what was meant."),
    "%(who)s does not believe what is said to have been meant, about %(what)s.": Say(
        "%(who)s does not believe what is said to have been meant."
    ),
    "You do not believe what is said to have been meant, about %(what)s.": Say(
        "You do not believe what is said to have been meant."
    ),
    "%(who)s is not sure what was meant, about %(what)s.": Say("%(who)s is not sure what was meant."),
    "You are not sure what was meant, about %(what)s.": Say("You are not sure what was meant."),
}
# By the sentence as it is said of someone else, where its reader is that person.
YOURS: dict[str, Say] = {
    "%(who)s said back %(other)s’s boundary as they understood it.": Say(
        "%(who)s said back your boundary as they understood it."
    ),
    "From %(day)s on, the record of %(other)s’s promises to %(who)s stands on its own.": Say(
        "From %(day)s on, the record of your promises to %(who)s stands on its own."
    ),
}
