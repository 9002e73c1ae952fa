"""The verbs of a repair's path: which kind each writes, where it stands on the path, and when a page offers it."""

from collections.abc import Callable

from reknit.practice import facts_amends as amends
from reknit.practice import facts_mending as mending
from reknit.practice import facts_repair as repair
from reknit.practice.breach import Breach
from reknit.practice.mending_later import LARGE

KINDS: dict[str, type] = {
    "size": repair.BreachSized,
    "account": repair.AccountGiven,
    "mark": repair.AccountMarked,
    "feel": repair.FeelingsNamed,
    "acknowledge": repair.Acknowledged,
    "full": repair.AcknowledgementAnswered,
    "tell": repair.ImpactTold,
    "say-back": repair.ImpactSaidBack,
    "heard": repair.HeardSaid,
    "why": repair.CauseSaid,
    "unrely": repair.RelianceDropped,
    "motive": amends.MotiveTold,
    "believe": amends.MotiveBelieved,
    "apologise": amends.ApologyOffered,
    "apology": amends.ApologyAnswered,
    "hear": amends.ApologyTimed,
    "no-more": amends.NoMoreApologies,
    "lift": amends.NoMoreApologies,
    "amends": amends.AmendsOffered,
    "fits": amends.AmendsAnswered,
    "done": amends.AmendsDone,
    "confirm": amends.AmendsConfirmed,
    "boundary": mending.BoundarySet,
    "understand": mending.BoundaryAcknowledged,
    "kept": mending.BoundaryHonoured,
    "crossed": mending.BoundaryCrossed,
    "review": mending.BoundaryReviewed,
    "link": mending.ChangeLinked,
    "change": mending.ChangeAnswered,
    "setback": mending.SetbackOwned,
    "ask": mending.QuestionPut,
    "time": mending.QuestionTimed,
    "answer": mending.QuestionAnswered,
    "take-back": mending.QuestionWithdrawn,
    "came-back": mending.CameBack,
    "plan": mending.CarePlanned,
    "step": mending.StepTaken,
    "look-back": mending.StepLookedBack,
    "chapter": mending.ChapterWritten,
    "agree": mending.AgreementWritten,
    "sign": mending.AgreementSigned,
    "withdraw": mending.AgreementWithdrawn,
    "close": mending.RepairClosed,
    "reopen": mending.RepairReopened,
    "anew": mending.RecordBegunAnew,
}
# Where on the page a verb stands: at a step of the path, or beside it.
PLACED: dict[str, tuple[str, ...]] = {
    "named": ("size", "account", "mark"),
    "acknowledged": ("acknowledge", "full", "why", "motive", "believe", "unrely"),
    "told": ("tell", "say-back"),
    "heard": ("heard",),
    "apology": ("apologise", "apology", "hear", "no-more", "lift"),
    "amends": ("amends", "fits", "done", "confirm"),
    "boundaries": ("boundary", "understand", "kept", "crossed", "review"),
    "change": ("link", "change", "setback"),
    "chapter": ("chapter", "agree", "sign", "withdraw"),
    "questions": ("ask", "time", "answer", "take-back"),
    "feelings": ("feel",),
    "back": ("came-back", "plan"),
    "trust": ("step", "look-back"),
    "end": ("close", "reopen", "anew"),
}
PLACE_OF: dict[type, str] = {KINDS[verb]: place for place, verbs in PLACED.items() for verb in verbs}


def _boundaries(breach: Breach, *, of: str) -> list[str]:
    return [one.id for one in breach.boundaries.values() if one.in_force and one.by == of]


def _not_understood(breach: Breach, seat: str) -> bool:
    other = breach.other(seat)
    return any(one.in_force and one.by == other and not one.acknowledged for one in breach.boundaries.values())


def _asked(breach: Breach, _seat: str) -> bool:
    return any(question.waits for question in breach.questions.values())


def _signed(breach: Breach, seat: str) -> bool:
    return breach.agreement is not None and seat in breach.agreement.signed


# When there is something for a verb to be about; those that are missing here can always be said.
READY: dict[str, Callable[[Breach, str], bool]] = {
    "mark": lambda breach, _seat: len({breach.by, *breach.accounts}) > 1,
    "full": lambda breach, _seat: breach.acknowledged is not None,
    "say-back": lambda breach, _seat: breach.told is not None,
    "heard": lambda breach, _seat: breach.told is not None or breach.acknowledged is not None,
    "why": lambda breach, _seat: breach.acknowledged is not None and not breach.deceit,
    "unrely": lambda breach, _seat: breach.acknowledged is not None or bool(breach.accounts),
    "motive": lambda breach, _seat: breach.acknowledged is not None and not breach.deceit,
    "believe": lambda breach, _seat: breach.motive is not None,
    "apologise": lambda breach, _seat: breach.no_more is None,
    "apology": lambda breach, _seat: bool(breach.apologies),
    "hear": lambda breach, _seat: any(one.how != "written" for one in breach.apologies.values()),
    "no-more": lambda breach, _seat: breach.no_more is None,
    "lift": lambda breach, _seat: breach.no_more is not None,
    "amends": lambda breach, _seat: breach.acknowledged is not None or bool(breach.apologies),
    "fits": lambda breach, _seat: any(not one.made_good for one in breach.amends.values()),
    "done": lambda breach, _seat: any(one.fits and not one.made_good for one in breach.amends.values()),
    "confirm": lambda breach, _seat: any(one.fits and not one.made_good for one in breach.amends.values()),
    "link": lambda breach, _seat: breach.acknowledged is not None,
    "change": lambda breach, _seat: bool(breach.changes) or any(one.kept for one in breach.boundaries.values()),
    "setback": lambda breach, _seat: breach.acknowledged is not None,
    "understand": _not_understood,
    "kept": lambda breach, seat: bool(_boundaries(breach, of=seat)),
    "crossed": lambda breach, seat: bool(_boundaries(breach, of=seat)),
    "review": lambda breach, seat: bool(_boundaries(breach, of=seat)),
    "time": _asked,
    "answer": _asked,
    "take-back": _asked,
    "look-back": lambda breach, _seat: bool(breach.steps),
    "agree": lambda breach, _seat: len(breach.chapters) > 1,
    "sign": lambda breach, seat: breach.agreement is not None and not _signed(breach, seat),
    "withdraw": _signed,
    "close": lambda breach, _seat: breach.closed is None,
    "reopen": lambda breach, _seat: breach.closed is not None,
    "anew": lambda breach, _seat: breach.size in LARGE and not breach.anew,
}
