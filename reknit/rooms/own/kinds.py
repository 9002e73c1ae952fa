"""The pages someone has for themselves alone: what each is for, what is written there, and what can follow it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from reknit.content import prompts
from reknit.practice import facts_private as facts
from reknit.practice.facts_private import Private

Text = tuple[str, Any, bool]


@dataclass(frozen=True)
class Follow:
    """What can be added later to something written here."""

    facts: type[Private]
    title: Any
    texts: tuple[Text, ...]


@dataclass(frozen=True)
class Kind:
    """One kind of page. `texts` are its fields: name, label, needed; `choose` a choice that goes into the facts."""

    slug: str
    facts: type[Private]
    title: Any
    lead: Any
    texts: tuple[Text, ...]
    choose: tuple[str, Any, Callable[[], Mapping[str, Any]]] | None = None
    then: Follow | None = None
    note: Any = ""
    about: Any = ""
    kinds: tuple[type[Private], ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "kinds", (self.facts, *((self.then.facts,) if self.then else ())))


STANDS = {"value": _("Something I hold to"), "goal": _("Something I want"), "who": _("Someone I am")}

_KINDS = (
    Kind(
        "book",
        facts.NoteWritten,
        _("Notebook"),
        _("A page for you. Write by a question, or without one."),
        (("said", _("Write"), True),),
        about=_("Writing, with or without a question"),
    ),
    Kind(
        "gut",
        facts.GutNoted,
        _("My gut said"),
        _("Note it before you know. Look at it again when you do. Nobody counts how often it was right."),
        (("said", _("What does your gut say?"), True),),
        then=Follow(
            facts.GutLookedAt, _("Look at it again"), (("said", _("How is it now, and what do you make of it?"), True),)
        ),
        about=_("Noted before, looked at after"),
    ),
    Kind(
        "stand",
        facts.StandWritten,
        _("What I stand for"),
        _("To have at hand when something has to be decided."),
        (("said", _("In your own words"), True),),
        choose=("what", _("What is it?"), lambda: STANDS),
        about=_("What I hold to, want, and am"),
    ),
    Kind(
        "worth",
        facts.WorthWritten,
        _("How I see myself"),
        _("Once in a while is enough. What you wrote before stands beside it."),
        (("said", _("How do you see yourself these days?"), True),),
        about=_("Seldom, in your own words"),
    ),
    Kind(
        "limits",
        facts.LimitSet,
        _("Limits with myself"),
        _("What you will not do, or not put up with any longer, for your own peace."),
        (("said", _("I will not"), True), ("why", _("Because"), False)),
        then=Follow(
            facts.LimitPassed,
            _("I went past it"),
            (("hard", _("What made it hard?"), False), ("next", _("What do you do next time?"), False)),
        ),
        note=_("Going past one does not undo it. It says where it is hard."),
        about=_("And what helps when I go past one"),
    ),
    Kind(
        "care",
        facts.CareNoted,
        _("Looking after myself"),
        _("Sleep, food, rest, room for what you feel. A line when you want to."),
        (("said", _("A line"), False),),
        choose=("kind_thing", _("One kind thing"), prompts.kindnesses),
        about=_("A line, and one kind thing"),
    ),
    Kind(
        "people",
        facts.PersonKept,
        _("People I can talk to"),
        _("Who, and about what. Nothing here writes to anybody."),
        (
            ("name", _("Who?"), True),
            ("about", _("About what?"), False),
            ("first", _("A first sentence you could send"), False),
        ),
        note=_(
            "A friend for one thing and a sister for another is enough. There are also groups of people who have lived "
            "through the same, a doctor, a counsellor, someone of your faith, a line you can ring without a name."
        ),
        about=_("Who, about what, and a first sentence"),
    ),
    Kind(
        "handled",
        facts.HandledWritten,
        _("What I have handled"),
        _("To read back on a bad day. Only you add to it."),
        (("said", _("What was it, and how did you get through?"), True),),
        about=_("To read on a bad day"),
    ),
    Kind(
        "peace",
        facts.ForgivenessWritten,
        _("Forgiving"),
        _("“I wish you no harm” is not “I believe you”. Either can be there without the other, and neither is owed."),
        (("said", _("Write what is true for you now"), True),),
        note=_("Nobody can ask you for this here, and it is in no picture. A door may stay shut."),
        about=_("For my own peace, or not at all"),
    ),
)
KINDS = {kind.slug: kind for kind in _KINDS}


def of(slug: str) -> Kind:
    """The kind with this name in its address, or not found."""
    if slug not in KINDS:
        raise Http404
    return KINDS[slug]
