"""The verbs of the path as a page offers them: what each asks for, and what its button says."""

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from reknit.rooms.repair.spec import Verb
from reknit.rooms.repair.verbs_amends import AMENDING

NOT_YET = ("not_yet", _("Not yet"))
SAID = {"said": _("In your own words")}
SIZES = (
    ("slight", _("Small, but it stayed with me")),
    ("moderate", _("It hurt")),
    ("major", _("It shook a lot")),
    ("severe", _("The ground is gone")),
)
WITH = (
    ("deceit", _("Something was hidden, or not true")),
    ("chosen", _("It was a choice, not a slip")),
)
CAUSES = (
    ("time", _("Time ran out")),
    ("overload", _("Too much at once")),
    ("unclear", _("It was not clear what was expected")),
    ("anxiety", _("I was afraid")),
    ("learned", _("How conflict was done where I grew up")),
    ("disengaged", _("I had stopped being in it")),
    ("other", _("Something else")),
)
PROTECTS = (
    ("body", _("My body")),
    ("closeness", _("Closeness")),
    ("time", _("My time")),
    ("space", _("My space")),
    ("contact", _("Contact")),
    ("money", _("Money")),
    ("told", _("What I told")),
    ("other", _("Something else of mine")),
)
VERBS: dict[str, Verb] = {
    "size": Verb(_("Say it"), answer="size", ask=_("How big is it for you?"), choices=SIZES),
    "account": Verb(_("Tell it"), SAID, flags={"unaware": _("I didn’t know this hurt")}),
    "mark": Verb(
        _("Mark it"),
        {"said": _("Where")},
        answer="mark",
        ask=_("What do you want to mark?"),
        choices=(("agree", _("Where we tell it alike")), ("differ", _("Where we tell it differently"))),
    ),
    "feel": Verb(_("Say it"), SAID, ask=_("Choose what fits"), several="feelings"),
    "acknowledge": Verb(_("Say it"), {"said": _("What I did")}),
    "full": Verb(
        _("Answer"),
        {"said": _("What is missing")},
        answer="answer",
        ask=_("Is it all there?"),
        choices=(("full", _("It is all there")), ("missing", _("Something is missing")), NOT_YET),
    ),
    "tell": Verb(
        _("Tell it"),
        {"said": _("What it did to me"), "stood": _("What it stood for"), "reminded": _("What it brought back")},
        first="said",
        ask=_("What it said to me"),
        several="messages",
    ),
    "say-back": Verb(_("Say it back"), {"said": _("What I heard")}),
    "heard": Verb(
        _("Answer"),
        SAID,
        answer="answer",
        ask=_("Have you been heard?"),
        choices=(("heard", _("I have been heard")), NOT_YET),
    ),
    "why": Verb(
        _("Say it"),
        {"said": _("Why, as far as I understand it")},
        ask=_("What was behind it"),
        several="causes",
        many=CAUSES,
    ),
    "unrely": Verb(_("Say it"), {"said": _("For what")}),
    "boundary": Verb(
        _("Set it"),
        {
            "said": _("The boundary, in one plain sentence"),
            "kept": _("How it looks when it is kept"),
            "then": _("What I will do if it is crossed"),
            "why": _("Why"),
        },
        first="said",
        answer="protects",
        ask=_("What of yours does it protect?"),
        choices=PROTECTS,
        day="look",
        when=_("When do you look at it again?"),
    ),
    "understand": Verb(
        _("Say it back"),
        {"said": _("As I understood it"), "hard": _("What is hard about it")},
        which="boundary",
    ),
    "kept": Verb(_("Say thank you"), SAID, which="boundary"),
    "crossed": Verb(_("Say it"), SAID, which="boundary"),
    "review": Verb(
        _("Say it"),
        {"said": _("The boundary from now on, if its words change")},
        which="boundary",
        answer="how",
        ask=_("And now?"),
        choices=(
            ("kept", _("Keep it as it is")),
            ("widened", _("Widen it")),
            ("eased", _("Ease it")),
            ("ended", _("End it")),
        ),
        day="look",
        when=_("When do you look at it again?"),
    ),
    "link": Verb(_("Link it"), which="promise"),
    "change": Verb(
        _("Answer"),
        SAID,
        answer="answer",
        ask=_("Do you see a change?"),
        choices=(("seen", _("I see a change")), NOT_YET),
    ),
    "setback": Verb(
        _("Say it"),
        {"said": _("What happened"), "did": _("What it did"), "changes": _("What changes now")},
        flags={"again": _("It is the same as before: it happened again"), "still": _("I am still in this")},
    ),
    "ask": Verb(
        _("Put it"),
        {"said": _("Your question")},
        first="said",
        answer="how",
        ask=_("How do you want to hear the answer?"),
        choices=(("writing", _("In writing")), ("talk", _("In a talk"))),
        day="at",
        when=_("When would suit you?"),
        hour=True,
    ),
    "time": Verb(_("Offer it"), which="question", day="at", when=_("When?"), hour=True),
    "answer": Verb(
        _("Answer"),
        {"said": _("Your answer")},
        which="question",
        answer="answer",
        ask=_("What can you say now?"),
        choices=(
            ("said", _("This is my answer")),
            ("not_known_yet", _("I don’t know yet")),
            ("want_help", _("I want help with this one")),
        ),
    ),
    "take-back": Verb(_("Take it back"), which="question"),
    "came-back": Verb(_("Say it"), {"said": _("What set it off"), "helps": _("What helps")}),
    "plan": Verb(_("Say it"), {"when": _("When this happens"), "said": _("I need")}, doers={"said": _("I will")}),
    "step": Verb(
        _("Tell it"),
        {"said": _("The step")},
        first="said",
        answer="size",
        ask=_("How large is it for you?"),
        choices=(("small", _("Small")), ("middle", _("Middling")), ("large", _("Large"))),
        day="on",
        when=_("On which day?"),
    ),
    "look-back": Verb(
        _("Say it"),
        {"said": _("How it was")},
        which="step",
        answer="then",
        ask=_("And from here?"),
        choices=(
            ("as_it_is", _("As it is")),
            ("smaller", _("Smaller next time")),
            ("taken_back", _("I take it back")),
        ),
    ),
    "chapter": Verb(_("Write it"), {"over": _("What is over"), "stays": _("What stays"), "new": _("What is new")}),
    "agree": Verb(
        _("Write and sign it"), {"said": _("What we agree on")}, day="look", when=_("When do you look again?")
    ),
    "sign": Verb(_("Sign it"), which="agreement"),
    "withdraw": Verb(_("Withdraw"), SAID, which="agreement"),
    "close": Verb(
        _("Say it"),
        SAID,
        answer="how",
        ask=_("Which of the two?"),
        choices=(("set_down", _("I set this down")), ("repaired", _("This is repaired"))),
    ),
    "reopen": Verb(_("Open it again"), SAID),
    "anew": Verb(_("Begin it"), day="on", when=_("From which day?")),
    **AMENDING,
}

# Where one tells the other how it was, the statement can be built in parts.
STATING = frozenset({"account", "tell", "feel"})


def of(verb: str) -> Verb:
    """The verb, or not found."""
    if verb not in VERBS:
        raise Http404
    return VERBS[verb]
