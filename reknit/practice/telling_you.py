"""The same sentences, said to the person whose act they tell."""

from reknit.practice.refused import Say
from reknit.practice.telling_daily import YOU_DAILY

YOU = {
    "%(who)s made %(to)s a promise, %(when)s.": Say("You made %(to)s a promise, %(when)s."),
    "%(who)s promised %(to)s: %(what)s, %(when)s.": Say("You promised %(to)s: %(what)s, %(when)s."),
    "%(who)s agrees about %(what)s on %(day)s.": Say("You agree about %(what)s on %(day)s."),
    "%(who)s sees %(what)s on %(day)s differently.": Say("You see %(what)s on %(day)s differently."),
    "%(who)s would like someone else to join.": Say("You would like someone else to join."),
    "%(who)s would like %(name)s to join.": Say("You would like %(name)s to join."),
    "%(who)s asked that words they wrote here be erased on %(day)s.": Say(
        "You asked that words you wrote here be erased on %(day)s."
    ),
    "%(who)s says that %(what)s was kept on %(day)s.": Say("You say that %(what)s was kept on %(day)s."),
    "%(who)s says that %(what)s was late on %(day)s.": Say("You say that %(what)s was late on %(day)s."),
    "%(who)s says that %(what)s was missed on %(day)s.": Say("You say that %(what)s was missed on %(day)s."),
    "%(who)s sees it differently: %(what)s was kept on %(day)s.": Say(
        "You see it differently: %(what)s was kept on %(day)s."
    ),
    "%(who)s sees it differently: %(what)s was late on %(day)s.": Say(
        "You see it differently: %(what)s was late on %(day)s."
    ),
    "%(who)s sees it differently: %(what)s was missed on %(day)s.": Say(
        "You see it differently: %(what)s was missed on %(day)s."
    ),
    "%(who)s is not sure how %(what)s went on %(day)s.": Say("You are not sure how %(what)s went on %(day)s."),
    "%(who)s would rather not say how %(what)s went on %(day)s.": Say(
        "You would rather not say how %(what)s went on %(day)s."
    ),
    "%(who)s said in time that %(what)s on %(day)s would be late, and offered %(new)s.": Say(
        "You said in time that %(what)s on %(day)s would be late, and offered %(new)s."
    ),
    "%(who)s said in time that %(what)s on %(day)s would be late.": Say(
        "You said in time that %(what)s on %(day)s would be late."
    ),
    "%(who)s said in time that %(what)s could not be kept on %(day)s, and offered %(new)s.": Say(
        "You said in time that %(what)s could not be kept on %(day)s, and offered %(new)s."
    ),
    "%(who)s said in time that %(what)s could not be kept on %(day)s.": Say(
        "You said in time that %(what)s could not be kept on %(day)s."
    ),
    "%(who)s said what it cost them, about %(what)s on %(day)s.": Say(
        "You said what it cost you, about %(what)s on %(day)s."
    ),
    "%(who)s said that it hurt, about %(what)s on %(day)s.": Say("You said that it hurt, about %(what)s on %(day)s."),
    "%(who)s asked %(maker)s whether everything is all right, about %(what)s on %(day)s.": Say(
        "You asked %(maker)s whether everything is all right, about %(what)s on %(day)s."
    ),
    "%(who)s replied, about %(what)s on %(day)s.": Say("You replied, about %(what)s on %(day)s."),
    "%(who)s opened this space.": Say("You opened this space."),
    "%(who)s said yes to someone else joining.": Say("You said yes to someone else joining."),
    "%(who)s joined.": Say("You joined."),
    "%(who)s is no longer in this space.": Say("You are no longer in this space."),
    "%(who)s is keeping those words after all.": Say("You are keeping those words after all."),
    "%(who)s ended %(what)s.": Say("You ended %(what)s."),
    "%(who)s let %(maker)s off %(what)s on %(day)s.": Say("You let %(maker)s off %(what)s on %(day)s."),
    "%(who)s takes %(maker)s’s word on %(what)s from here on.": Say(
        "You take %(maker)s’s word on %(what)s from here on."
    ),
    "%(who)s answers about %(what)s again from here on.": Say("You answer about %(what)s again from here on."),
    "%(who)s said what happened with %(what)s on %(day)s.": Say("You said what happened with %(what)s on %(day)s."),
    "Whoever runs this server made a new password possible for %(seat)s on %(day)s.": Say(
        "Whoever runs this server made a new password possible for %(seat)s on %(day)s."
    ),
    "You ask to be let back in, with a new key.": Say("You ask to be let back in, with a new key."),
    "%(seat)s asks to be let back in, with a new key.": Say("%(seat)s asks to be let back in, with a new key."),
    "%(who)s compared the six words with %(seat)s: they are the same.": Say(
        "You compared the six words with %(seat)s: they are the same."
    ),
    "%(who)s came back, with the key from before.": Say("You came back, with the key from before."),
    "%(who)s let %(seat)s back in.": Say("You let %(seat)s back in."),
    **YOU_DAILY,
}
