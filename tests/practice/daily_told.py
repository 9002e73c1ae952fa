"""Every daily kind, and the sentence it is told in."""

from reknit.practice.facts_daily import (
    CheckedIn,
    CrackAnswered,
    CrackExplained,
    CrackNoted,
    CrackSetDown,
    ExplanationAnswered,
    FairnessSaid,
    ForgivenessTold,
    MomentNoted,
    PatternTold,
)

DAY = "2026-03-06"
LATE = {"what": "Came late"}
CRACK = CrackNoted(whose="toby", day=DAY, act="late")
TOLD = [
    ("anna", CRACK, LATE, "Anna noted something small that Toby did: “Came late”, on Friday 6 March."),
    ("anna", CRACK, None, "Anna noted something small that Toby did on Friday 6 March."),
    ("toby", CRACK, LATE, "Toby said it first: “Came late”, on Friday 6 March."),
    ("toby", CRACK, None, "Toby said first that something small went wrong on Friday 6 March."),
    ("toby", CrackExplained(), None, "Toby said what happened."),
    ("anna", ExplanationAnswered(helped="yes"), None, "Anna says that hearing what happened helped."),
    ("anna", ExplanationAnswered(helped="a_little"), None, "Anna says that hearing what happened helped a little."),
    ("anna", ExplanationAnswered(helped="no"), None, "Anna says that hearing what happened did not help."),
    ("toby", CrackAnswered(answer="did_not_know"), None, "Toby says: I did not know."),
    ("toby", CrackAnswered(answer="hear_you"), None, "Toby says: I hear you."),
    ("toby", CrackAnswered(answer="differently"), None, "Toby remembers it differently."),
    ("anna", CrackSetDown(), None, "Anna let a small crack go."),
    (
        "anna",
        PatternTold(whose="toby", act="late"),
        {"what": "Late when it was about us"},
        "Anna told Toby what keeps happening: “Late when it was about us”.",
    ),
    ("anna", PatternTold(whose="toby"), None, "Anna told Toby about something that keeps happening."),
    ("anna", MomentNoted(day=DAY, whose="toby", thanks=True), {"what": "the soup"}, "Anna thanked Toby: “the soup”."),
    ("anna", MomentNoted(day=DAY, whose="toby", thanks=True), None, "Anna thanked Toby."),
    (
        "anna",
        MomentNoted(day=DAY, whose="toby"),
        {"what": "he called"},
        "Anna noted something good about Toby: “he called”, on Friday 6 March.",
    ),
    ("anna", MomentNoted(day=DAY, whose="toby"), None, "Anna noted something good about Toby on Friday 6 March."),
    (
        "anna",
        MomentNoted(day=DAY),
        {"what": "sun"},
        "Anna noted something good: “sun”, on Friday 6 March.",
    ),
    ("anna", MomentNoted(day=DAY), None, "Anna noted something good on Friday 6 March."),
    (
        "anna",
        ForgivenessTold(whose="toby"),
        None,
        "Anna told Toby that they forgive. This is not yet trust, nor staying.",
    ),
    ("anna", FairnessSaid(feels="fair"), None, "Anna says that the load you share feels fair."),
    ("anna", FairnessSaid(feels="partly"), None, "Anna says that the load you share feels partly fair."),
    ("anna", FairnessSaid(feels="not_fair"), None, "Anna says that the load you share does not feel fair."),
    ("anna", FairnessSaid(feels="unsure"), None, "Anna can’t say yet whether the load you share feels fair."),
    ("anna", CheckedIn(day=DAY, safe=3), None, "Anna said how they are on Friday 6 March."),
    ("anna", CheckedIn(day=DAY, toward="toby", safe=3), None, "Anna said how it is with Toby on Friday 6 March."),
]
