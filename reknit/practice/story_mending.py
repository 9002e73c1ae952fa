"""How each thing on a repair's path stands in a line of a story: its verb, what follows it, and which words it takes.

`parts` come in order: `ref` a mark in curly brackets before the label, the others after it. A choice, or several, are
written as in the vocabulary with spaces for underscores.
"""

from dataclasses import dataclass
from typing import Literal

from reknit.practice import facts_amends as amends
from reknit.practice import facts_mending as mending
from reknit.practice import facts_repair as repair


@dataclass(frozen=True, slots=True)
class Part:
    """One fact: its field, and how it is written."""

    field: str
    how: Literal["ref", "choice", "several", "flag", "promise", "day", "time"]


@dataclass(frozen=True, slots=True)
class Shape:
    """One verb: the kind it makes, its parts, and its words; the first stand after the colon."""

    verb: str
    kind: type
    parts: tuple[Part, ...] = ()
    words: tuple[str, ...] = ("said",)


SHAPES = (
    Shape("sizes", repair.BreachSized, (Part("size", "choice"),), ()),
    Shape("gives an account of", repair.AccountGiven, (Part("unaware", "flag"),)),
    Shape("marks the accounts of", repair.AccountMarked, (Part("mark", "choice"),)),
    Shape("feels about", repair.FeelingsNamed, (Part("feelings", "several"),)),
    Shape("acknowledges", repair.Acknowledged),
    Shape("finds the acknowledgement of", repair.AcknowledgementAnswered, (Part("answer", "choice"),)),
    Shape("tells the impact of", repair.ImpactTold, (Part("messages", "several"),), ("said", "stood", "reminded")),
    Shape("says back", repair.ImpactSaidBack),
    Shape("answers on being heard in", repair.HeardSaid, (Part("answer", "choice"),)),
    Shape("says why for", repair.CauseSaid, (Part("causes", "several"),)),
    Shape("no longer relies after", repair.RelianceDropped),
    Shape("links", mending.ChangeLinked, (Part("promise", "promise"),), ()),
    Shape("answers on the change in", mending.ChangeAnswered, (Part("answer", "choice"),)),
    Shape("asks about", mending.QuestionPut, (Part("how", "choice"), Part("at", "time"))),
    Shape("offers a time for", mending.QuestionTimed, (Part("question", "ref"), Part("at", "time")), ()),
    Shape("answers the question", mending.QuestionAnswered, (Part("question", "ref"), Part("answer", "choice"))),
    Shape("takes back the question", mending.QuestionWithdrawn, (Part("question", "ref"),), ()),
    Shape("owns a setback in", mending.SetbackOwned, (Part("again", "flag"), Part("still", "flag")),
          ("said", "did", "changes")),
    Shape("says it came back", mending.CameBack, (), ("said", "helps")),
    Shape("plans for", mending.CarePlanned, (), ("said", "when")),
    Shape("takes a step of trust after", mending.StepTaken, (Part("size", "choice"), Part("on", "day"))),
    Shape("looks back on", mending.StepLookedBack, (Part("step", "ref"), Part("then", "choice"))),
    Shape("writes a chapter for", mending.ChapterWritten, (), ("", "over", "stays", "new")),
    Shape("writes the agreement for", mending.AgreementWritten, (Part("look", "day"),)),
    Shape("signs the agreement", mending.AgreementSigned, (Part("agreement", "ref"),), ()),
    Shape("withdraws from the agreement", mending.AgreementWithdrawn, (Part("agreement", "ref"),)),
    Shape("sets a boundary after", mending.BoundarySet, (Part("protects", "choice"), Part("look", "day")),
          ("said", "kept", "then", "why")),
    Shape("says back the boundary", mending.BoundaryAcknowledged, (Part("boundary", "ref"),), ("said", "hard")),
    Shape("names as kept the boundary", mending.BoundaryHonoured, (Part("boundary", "ref"),)),
    Shape("names as crossed the boundary", mending.BoundaryCrossed, (Part("boundary", "ref"),)),
    Shape("looks again at the boundary", mending.BoundaryReviewed,
          (Part("boundary", "ref"), Part("how", "choice"), Part("look", "day"))),
    Shape("apologises for", amends.ApologyOffered, (Part("how", "choice"), Part("asks", "flag")),
          ("said", "effect", "repair", "differently", "mine", "sorry", "understood")),
    Shape("chooses a time for the apology", amends.ApologyTimed, (Part("apology", "ref"), Part("at", "time")), ()),
    Shape("answers the apology", amends.ApologyAnswered,
          (Part("apology", "ref"), Part("answer", "choice"), Part("parts", "several"))),
    Shape("says on more apologies for", amends.NoMoreApologies, (Part("how", "choice"),)),
    Shape("offers amends for", amends.AmendsOffered, (Part("on", "day"),)),
    Shape("finds the amends", amends.AmendsAnswered, (Part("amends", "ref"), Part("answer", "choice"))),
    Shape("has made the amends", amends.AmendsDone, (Part("amends", "ref"),)),
    Shape("answers on the amends", amends.AmendsConfirmed, (Part("amends", "ref"), Part("answer", "choice"))),
    Shape("tells the motive of", amends.MotiveTold),
    Shape("answers on the motive of", amends.MotiveBelieved, (Part("answer", "choice"),)),
    Shape("closes", mending.RepairClosed, (Part("how", "choice"),)),
    Shape("takes up again", mending.RepairReopened),
    Shape("begins the record anew after", mending.RecordBegunAnew, (Part("on", "day"),), ()),
)  # fmt: skip
