"""One plain sentence for each thing said on the path of a repair, beside the same said to whoever did it."""

from reknit.practice import telling_amends, telling_mending
from reknit.practice.facts_mending import (
    BoundaryReviewed,
    CarePlanned,
    ChangeAnswered,
    QuestionAnswered,
    RepairClosed,
    SetbackOwned,
    StepLookedBack,
)
from reknit.practice.facts_repair import (
    AccountGiven,
    AccountMarked,
    Acknowledged,
    AcknowledgementAnswered,
    BreachNamed,
    BreachSized,
    CauseSaid,
    FeelingsNamed,
    HeardSaid,
    ImpactSaidBack,
    ImpactTold,
    RelianceDropped,
    Repair,
)
from reknit.practice.refused import Say

Both = tuple[Say, Say]


# Each kind, and where its answers are told apart, each answer: `kind` or `(kind, answer)`.
SENTENCES: dict[object, Both] = {
    (BreachNamed, "hurt"): (
        Say("%(who)s named something that hurt: %(what)s."),
        Say("You named something that hurt: %(what)s."),
    ),
    (BreachNamed, "doer"): (
        Say("%(who)s told of something they did: %(what)s."),
        Say("You told of something you did: %(what)s."),
    ),
    (BreachSized, "slight"): (
        Say("%(who)s says that %(what)s is small to them."),
        Say("You say that %(what)s is small to you."),
    ),
    (BreachSized, "moderate"): (
        Say("%(who)s says that %(what)s hurt them."),
        Say("You say that %(what)s hurt you."),
    ),
    (BreachSized, "major"): (
        Say("%(who)s says that %(what)s shook a lot for them."),
        Say("You say that %(what)s shook a lot for you."),
    ),
    (BreachSized, "severe"): (
        Say("%(who)s says that after %(what)s the ground is gone."),
        Say("You say that after %(what)s the ground is gone."),
    ),
    (AccountGiven, False): (
        Say("%(who)s told how %(what)s was for them."),
        Say("You told how %(what)s was for you."),
    ),
    (AccountGiven, True): (
        Say("%(who)s had not known, and told how %(what)s was for them."),
        Say("You had not known, and told how %(what)s was for you."),
    ),
    (AccountMarked, "agree"): (
        Say("%(who)s marked where both tell %(what)s alike."),
        Say("You marked where both of you tell %(what)s alike."),
    ),
    (AccountMarked, "differ"): (
        Say("%(who)s marked where the two tell %(what)s differently."),
        Say("You marked where the two of you tell %(what)s differently."),
    ),
    FeelingsNamed: (
        Say("%(who)s said what they feel, about %(what)s."),
        Say("You said what you feel, about %(what)s."),
    ),
    Acknowledged: (
        Say("%(who)s acknowledged %(what)s as their own."),
        Say("You acknowledged %(what)s as your own."),
    ),
    (AcknowledgementAnswered, "full"): (
        Say("%(who)s says that all of it has been acknowledged, about %(what)s."),
        Say("You say that all of it has been acknowledged, about %(what)s."),
    ),
    (AcknowledgementAnswered, "missing"): (
        Say("%(who)s says that something is still missing, about %(what)s."),
        Say("You say that something is still missing, about %(what)s."),
    ),
    (AcknowledgementAnswered, "not_yet"): (
        Say("%(who)s says: not yet, about %(what)s."),
        Say("You say: not yet, about %(what)s."),
    ),
    ImpactTold: (Say("%(who)s told what %(what)s did."), Say("You told what %(what)s did to you.")),
    ImpactSaidBack: (
        Say("%(who)s said back what they heard, about %(what)s."),
        Say("You said back what you heard, about %(what)s."),
    ),
    (HeardSaid, "heard"): (
        Say("%(who)s has been heard, about %(what)s."),
        Say("You have been heard, about %(what)s."),
    ),
    (HeardSaid, "not_yet"): (
        Say("%(who)s does not feel heard yet, about %(what)s."),
        Say("You do not feel heard yet, about %(what)s."),
    ),
    CauseSaid: (
        Say("%(who)s said why %(what)s happened, as they see it."),
        Say("You said why %(what)s happened, as you see it."),
    ),
    RelianceDropped: (
        Say("%(who)s understands, and no longer relies on %(other)s for something."),
        Say("You understand, and no longer rely on %(other)s for something."),
    ),
    **telling_mending.SENTENCES,
    **telling_amends.SENTENCES,
}
# Which of its facts tells the answers of a kind apart.
_APART: dict[type, str] = {
    BreachSized: "size", AccountGiven: "unaware", AccountMarked: "mark", AcknowledgementAnswered: "answer",
    HeardSaid: "answer", ChangeAnswered: "answer", QuestionAnswered: "answer", SetbackOwned: "again",
    StepLookedBack: "then", BoundaryReviewed: "how", RepairClosed: "how", **telling_amends.APART,
}  # fmt: skip


def tell(facts: Repair, by: str, doer: str) -> Both:
    """The sentence, and the same to its writer; `doer` is the seat of the person who did what the thread is about."""
    kind = type(facts)
    if kind in (BreachNamed, CarePlanned):
        return SENTENCES[kind, "doer" if by == doer else "hurt"]
    return SENTENCES[(kind, getattr(facts, _APART[kind])) if kind in _APART else kind]


def day(facts: Repair) -> str:
    """The key of the day the sentence names, or nothing."""
    return getattr(facts, "look", "") or getattr(facts, "on", "") or getattr(facts, "at", "")
