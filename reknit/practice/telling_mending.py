"""The sentences of the later part of the path, each beside the same said to the person whose act it tells."""

from reknit.practice.facts_mending import (
    AgreementSigned,
    AgreementWithdrawn,
    AgreementWritten,
    BoundaryAcknowledged,
    BoundaryCrossed,
    BoundaryHonoured,
    BoundaryReviewed,
    BoundarySet,
    CameBack,
    CarePlanned,
    ChangeAnswered,
    ChangeLinked,
    ChapterWritten,
    QuestionAnswered,
    QuestionPut,
    QuestionTimed,
    QuestionWithdrawn,
    RecordBegunAnew,
    RepairClosed,
    RepairReopened,
    SetbackOwned,
    StepLookedBack,
    StepTaken,
)
from reknit.practice.refused import Say

# Each kind, and where its answers are told apart, each answer: `kind` or `(kind, answer)`.
SENTENCES: dict[object, tuple[Say, Say]] = {
    ChangeLinked: (
        Say("%(who)s linked a promise: this is what changes after %(what)s."),
        Say("You linked a promise: this is what changes after %(what)s."),
    ),
    (ChangeAnswered, "seen"): (
        Say("%(who)s sees a change, after %(what)s."),
        Say("You see a change, after %(what)s."),
    ),
    (ChangeAnswered, "not_yet"): (
        Say("%(who)s does not see a change yet, after %(what)s."),
        Say("You do not see a change yet, after %(what)s."),
    ),
    QuestionPut: (Say("%(who)s put a question about %(what)s."), Say("You put a question about %(what)s.")),
    QuestionTimed: (Say("%(who)s offered %(day)s for an answer."), Say("You offered %(day)s for an answer.")),
    (QuestionAnswered, "said"): (
        Say("%(who)s answered a question about %(what)s."),
        Say("You answered a question about %(what)s."),
    ),
    (QuestionAnswered, "not_known_yet"): (
        Say("%(who)s does not know the answer yet, about %(what)s."),
        Say("You do not know the answer yet, about %(what)s."),
    ),
    (QuestionAnswered, "want_help"): (
        Say("%(who)s wants help with a question about %(what)s."),
        Say("You want help with a question about %(what)s."),
    ),
    QuestionWithdrawn: (
        Say("%(who)s took back a question about %(what)s."),
        Say("You took back a question about %(what)s."),
    ),
    (SetbackOwned, False): (
        Say("%(who)s told of a setback after %(what)s."),
        Say("You told of a setback after %(what)s."),
    ),
    (SetbackOwned, True): (
        Say("%(who)s said that it happened again: %(what)s."),
        Say("You said that it happened again: %(what)s."),
    ),
    CameBack: (
        Say("For %(who)s it came back: %(what)s."),
        Say("For you it came back: %(what)s."),
    ),
    (CarePlanned, "hurt"): (
        Say("%(who)s said what they need when it comes back: %(what)s."),
        Say("You said what you need when it comes back: %(what)s."),
    ),
    (CarePlanned, "doer"): (
        Say("%(who)s said what they will do when it comes back: %(what)s."),
        Say("You said what you will do when it comes back: %(what)s."),
    ),
    StepTaken: (Say("%(who)s told of a step of trust."), Say("You told of a step of trust.")),
    (StepLookedBack, "as_it_is"): (
        Say("%(who)s looked back on a step of trust."),
        Say("You looked back on a step of trust."),
    ),
    (StepLookedBack, "smaller"): (
        Say("%(who)s looked back on a step of trust: smaller next time."),
        Say("You looked back on a step of trust: smaller next time."),
    ),
    (StepLookedBack, "taken_back"): (
        Say("%(who)s took a step of trust back."),
        Say("You took a step of trust back."),
    ),
    ChapterWritten: (
        Say("%(who)s wrote what is over, what stays and what is new."),
        Say("You wrote what is over, what stays and what is new."),
    ),
    AgreementWritten: (
        Say("%(who)s wrote an agreement, to be looked at again on %(day)s."),
        Say("You wrote an agreement, to be looked at again on %(day)s."),
    ),
    AgreementSigned: (Say("%(who)s signed the agreement."), Say("You signed the agreement.")),
    AgreementWithdrawn: (Say("%(who)s withdrew from the agreement."), Say("You withdrew from the agreement.")),
    BoundarySet: (Say("%(who)s set a boundary."), Say("You set a boundary.")),
    BoundaryAcknowledged: (
        Say("%(who)s said back %(other)s’s boundary as they understood it."),
        Say("You said back %(other)s’s boundary as you understood it."),
    ),
    BoundaryHonoured: (Say("%(who)s says that a boundary was kept."), Say("You say that a boundary was kept.")),
    BoundaryCrossed: (Say("%(who)s says that a boundary was crossed."), Say("You say that a boundary was crossed.")),
    (BoundaryReviewed, "kept"): (
        Say("%(who)s keeps a boundary as it is."),
        Say("You keep a boundary as it is."),
    ),
    (BoundaryReviewed, "widened"): (Say("%(who)s widened a boundary."), Say("You widened a boundary.")),
    (BoundaryReviewed, "eased"): (Say("%(who)s eased a boundary."), Say("You eased a boundary.")),
    (BoundaryReviewed, "ended"): (Say("%(who)s ended a boundary."), Say("You ended a boundary.")),
    (RepairClosed, "repaired"): (
        Say("%(who)s says that this is repaired: %(what)s."),
        Say("You say that this is repaired: %(what)s."),
    ),
    (RepairClosed, "set_down"): (
        Say("%(who)s set this down: %(what)s."),
        Say("You set this down: %(what)s."),
    ),
    RepairReopened: (Say("%(who)s opened this again: %(what)s."), Say("You opened this again: %(what)s.")),
    RecordBegunAnew: (
        Say("From %(day)s on, the record of %(other)s’s promises to %(who)s stands on its own."),
        Say("From %(day)s on, the record of %(other)s’s promises to you stands on its own."),
    ),
}
