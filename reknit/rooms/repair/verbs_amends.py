"""The verbs about apology, amends and motive, as a page offers them. Apologising and answering one have pages of their
own."""

from django.utils.translation import gettext_lazy as _

from reknit.rooms.repair.spec import Verb

IF_ANY = {"said": _("In your own words")}
# What can have been there in an apology, as whoever receives it marks it.
PARTS = (
    ("did", _("What was done")),
    ("mine", _("That it was wrong, and their own doing")),
    ("effect", _("What it did to me")),
    ("sorry", _("I am sorry")),
    ("repair", _("How it is made right")),
    ("change", _("What will be different")),
)
ANSWERS = (
    ("not_ready", _("I am not ready")),
    ("need", _("I need something else")),
    ("not_this", _("This is not it")),
    ("received", _("Received")),
    ("no_more", _("No more about this for now")),
)
AMENDING: dict[str, Verb] = {
    "motive": Verb(_("Say it"), {"said": _("What I meant by it")}),
    "believe": Verb(
        _("Answer"),
        IF_ANY,
        answer="answer",
        ask=_("Do you believe it?"),
        choices=(
            ("believed", _("I believe it")),
            ("not_believed", _("I don’t")),
            ("not_sure", _("I am not sure")),
        ),
    ),
    "hear": Verb(_("Choose it"), which="apology", day="at", when=_("When would suit you?"), hour=True, dated=True),
    "no-more": Verb(_("No more for now"), IF_ANY, fixed={"how": "held"}),
    "lift": Verb(_("Let them come again"), IF_ANY, fixed={"how": "lifted"}),
    "amends": Verb(
        _("Offer it"),
        {"said": _("What I will put right, in my own words")},
        day="on",
        when=_("Done by which day?"),
        dated=True,
    ),
    "fits": Verb(
        _("Answer"),
        IF_ANY,
        which="amends",
        answer="answer",
        ask=_("How is that for you?"),
        choices=(
            ("fits", _("It fits")),
            ("something_else", _("Something else")),
            ("none_wanted", _("I want nothing made good")),
        ),
    ),
    "done": Verb(_("Say it"), IF_ANY, which="amends"),
    "confirm": Verb(
        _("Answer"),
        IF_ANY,
        which="amends",
        answer="answer",
        ask=_("Was it made good?"),
        choices=(("made_good", _("It was made good")), ("not_yet", _("Not yet"))),
    ),
}
