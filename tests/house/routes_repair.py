"""What the addresses of a repair answer: Toby (b) did it, Anna (a) was hurt; nobody has said yes to working on it."""

from typing import Any

NAMED = {"what": "You were not at work.", "other": "{leo}"}
HURT, DOER, BOTH, NOBODY = {"b": 422}, {"a": 422}, {}, {"a": 422, "b": 422}
LETTER = {"said": "I was not there.", "understood": "You had told nobody.", "how": "written"}
# Each verb: who may say it now, and with which form. What both work on opens with two yeses, so nobody may yet.
VERBS: dict[str, tuple[dict[str, int], dict[str, str]]] = {
    "size": (HURT, {"answer": "major"}),
    "account": (BOTH, {"said": "It was late."}),
    "mark": (NOBODY, {"answer": "agree"}),
    "feel": (BOTH, {"several": "anger"}),
    "acknowledge": (DOER, {"said": "I did this."}),
    "full": (HURT, {"answer": "not_yet"}),
    "tell": (NOBODY, {"said": "It hurt."}),
    "say-back": (NOBODY, {"said": "It hurt you."}),
    "heard": (HURT, {"answer": "not_yet"}),
    "why": (NOBODY, {"said": "I was afraid."}),
    "unrely": (HURT, {"said": "The money."}),
    "boundary": (BOTH, {"answer": "time", "said": "Not after ten."}),
    "understand": (NOBODY, {"which": "{theirs}", "said": "Before ten."}),
    "kept": (NOBODY, {"which": "{theirs}"}),
    "crossed": (NOBODY, {"which": "{theirs}"}),
    "review": (NOBODY, {"which": "{theirs}", "answer": "kept"}),
    "link": (NOBODY, {"which": "{theirs}"}),
    "change": (HURT, {"answer": "not_yet"}),
    "setback": (DOER, {"said": "Again."}),
    "ask": (NOBODY, {"answer": "writing", "said": "Why?"}),
    "time": (NOBODY, {"which": "{theirs}", "day": "2026-03-08"}),
    "answer": (NOBODY, {"which": "{theirs}", "answer": "said", "said": "So."}),
    "take-back": (NOBODY, {"which": "{theirs}"}),
    "came-back": (BOTH, {"said": "The song."}),
    "plan": (NOBODY, {"said": "Sit with me."}),
    "step": (HURT, {"said": "One evening.", "answer": "small"}),
    "look-back": (NOBODY, {"which": "{theirs}", "answer": "smaller"}),
    "chapter": (NOBODY, {"new": "The post."}),
    "agree": (NOBODY, {"said": "We talk.", "day": "2026-09-01"}),
    "sign": (NOBODY, {"which": "{theirs}"}),
    "withdraw": (NOBODY, {"which": "{theirs}"}),
    "motive": (NOBODY, {"said": "To spare you."}),
    "believe": (NOBODY, {"answer": "believed"}),
    "hear": (NOBODY, {"which": "{theirs}", "day": "2026-03-08"}),
    "no-more": (HURT, {}),
    "lift": (NOBODY, {}),
    "amends": (DOER, {"said": "I pay it back.", "day": "2026-03-08"}),
    "fits": (NOBODY, {"which": "{theirs}", "answer": "fits"}),
    "done": (NOBODY, {"which": "{theirs}"}),
    "confirm": (NOBODY, {"which": "{theirs}", "answer": "made_good"}),
    "close": (HURT, {"answer": "set_down"}),
    "reopen": (NOBODY, {}),
    "anew": (HURT, {"day": "2026-03-02"}),
}


def table(row: Any, members: Any, anyone: Any) -> dict[str, Any]:
    """The rows, made with the table's own words."""
    said = [row(members(200), members(302, **who), data, {"verb": verb}) for verb, (who, data) in VERBS.items()]
    return {
        "paths": row(anyone(200)),
        "path_page": [
            row(anyone(200), anyone(422), {"said": "It hurt."}, {"page": "pain"}),
            row(anyone(200), anyone(422), {"said": ""}, {"page": "again"}),
            row(anyone(404), anyone(404), {}, {"page": "nothing"}),
        ],
        "happened": row(members(200)),
        "breach_first": row(members(200)),
        "breach_other": row(members(200)),
        "breach_new": [
            row(members(200), members(200), NAMED),
            row(members(200), members(302), {**NAMED, "choice": "share"}),
            row(members(200), members(422), {"what": ""}),
            row(members(200), members(422), {**NAMED, "choice": "keep"}),
        ],
        "breach": row(members(200)),
        "breach_causes": row(members(200)),
        "breach_together": row(members(404)),
        "breach_ideas": row(members(404, a=200)),
        "breach_outside": row(members(200)),
        "breach_aloud": row(anyone(302)),
        "breach_ready": [
            row(members(200), members(302), {"willing": "yes", "able": "not_now"}),
            row(members(200), members(422), {"willing": "x"}),
        ],
        "breach_apologise": [
            row(members(404, b=200), members(404, b=422), {"said": "I was not there.", "how": "written"}),
            row(members(404, b=200), members(404, b=200), {**LETTER, "choice": "look"}),
            row(members(404, b=200), members(404, b=200), {**LETTER, "choice": "change"}),
            row(members(404, b=200), members(404, b=200), {**LETTER, "look": "words"}),
            row(members(404, b=200), members(404, b=302), {**LETTER, "choice": "give"}),
            row(members(404, b=200), members(404, b=422), {**LETTER, "choice": "keep"}),
        ],
        "breach_apology": [
            row(members(200), members(302, b=422), {"answer": "received", "parts": "did"}),
            row(members(200), members(422), {"answer": "need"}),
            row(members(200), members(422), {"answer": "forgiven"}),
            row(members(200), members(200), {"answer": "received", "look": "words"}),
        ],
        "breach_say": [*said, row(members(404), members(404), {}, {"verb": "nothing"})],
    }
