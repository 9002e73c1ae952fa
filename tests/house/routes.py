"""The table of rules: every address by its name, what may be done there, and what each role is answered.

Roles: signed out, a stranger without a space, members A and B, one who left, and one in another space. An address
without a row here is a fault; a method without a place in its row is answered with 405.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict
from django.urls import URLPattern, URLResolver, get_resolver

from reknit.people import kept
from tests.house import routes_repair

Data = dict[str, str]
Who = dict[str, int]
SIGNED_IN = ("stranger", "a", "b", "former", "other")
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
ID = "00000000-0000-4000-8000-000000000001"


@dataclass(frozen=True)
class Row:
    """What an address answers; None: not a method there. `data` is sent with the POST, `at` fills the address."""

    get: Who | None = None
    post: Who | None = None
    data: Data = field(default_factory=dict)
    at: Data = field(default_factory=dict)

    def answers(self, method: str) -> Who | None:
        return self.post if method == "POST" else self.get if method in {"GET", "HEAD"} else None


def members(ok: int, **but: int) -> Who:
    """The two who are here; nobody else learns that there is anything."""
    return {"out": 302, "stranger": 404, "former": 404, "other": 404, "a": ok, "b": ok} | but


def anyone(ok: int, **but: int) -> Who:
    """Whoever is signed in."""
    return {"out": 302} | dict.fromkeys(SIGNED_IN, ok) | but


def everyone(out: int, signed_in: int) -> Who:
    """Open to the signed-out, too."""
    return {"out": out} | dict.fromkeys(SIGNED_IN, signed_in)


OPEN = {
    "away": "the way out of every page",
    "help": "the page of help, the same for all",
    "front": "the cover",
    "health": "whether the server can answer",
    "look": "the way into the living example; not there where there is none",
    "look_out": "the way out of it",
    "account_signup": "a new account",
    "account_login": "the way in",
    "account_by_code": "a new password with a recovery code",
    "account_reset": "a new password with a link from whoever runs the server",
    "mfa_authenticate": "the second step, for whoever gave the right password",
    "account_second_lost": "says that the second step is lost; the same",
    "account_by_mail": "asks for a link by mail; not there on a server without mail",
    "account_inactive": "says that an account is closed",
    "account_logout": "the way out",
    "enter": "a code is typed",
    "invitation": "what accepting means; who invites is told to the signed-in only",
}
PROMISE = {
    "what": "Soup on Friday.",
    "day": "2026-03-06",
    "pattern": "once",
    "sure": "3",
    "weight": "1.0",
    "facet": "consistency",
}
DUE = {"due": "2026-03-03"}
TELL = {
    "say": Row(None, members(302, b=422), {"outcome": "kept"}),
    "move": Row(None, members(422), {"how": "late"}),
    "answer": Row(None, members(422), {"answer": "yes"}),
    "see": Row(None, members(302, a=422), {"seen": "kept"}),
    "release": Row(None, members(422, b=302), {}),
    "explain": Row(None, members(302, b=422), {"said": "The tram."}),
    "remark": Row(None, members(422, b=302), {"remark": "hurt"}),
    "ask": Row(None, members(422, b=302), {}),
    "reply": Row(None, members(422), {"said": "I see."}),
    "nothing": Row(None, members(404), {}),
}
OWN = ("book", "gut", "stand", "worth", "limits", "care", "people", "handled", "peace")
CRACK = {"whose": "{leo}", "act": "late", "what": "", "day": "2026-03-02", "shelf": "us"}
SMALL = {
    "explain": Row(None, members(302, a=422), {"said": "The tram."}),
    "answer": Row(None, members(302, a=422), {"answer": "did_not_know"}),
    "helped": Row(None, members(422), {"helped": "yes"}),
    "go": Row(None, members(302, b=422), {}),
    "nothing": Row(None, members(404), {}),
}
TABLE: dict[str, Row | list[Row]] = {
    "front": Row(everyone(200, 302)),
    "health": Row(everyone(200, 200)),
    "home": Row(anyone(302)),
    "away": Row(everyone(303, 303)),
    "help": Row(everyone(200, 200)),
    "questions": Row(anyone(200), anyone(302)),
    "away_told": Row(anyone(200), anyone(302)),
    "look": Row(None, everyone(404, 404)),
    "look_out": Row(None, everyone(302, 302)),
    "account_signup": Row(everyone(200, 302), everyone(200, 302)),
    "account_login": Row(everyone(200, 302), everyone(200, 302)),
    "account_inactive": Row(everyone(403, 403)),
    "account_logout": Row(everyone(200, 200), everyone(302, 302)),
    "account": Row(anyone(200)),
    "account_reauthenticate": Row(anyone(200), anyone(200), {"password": "not the password"}),
    "account_change_password": Row(anyone(200), anyone(200), {"password": "x"}),
    "account_by_code": [
        Row(
            everyone(200, 200), everyone(200, 200), {"name": "Anna", "code": "ABC", "new": "a new and longer sentence"}
        ),
        Row(None, everyone(200, 200)),
    ],
    "account_reset": [
        Row(everyone(200, 200), everyone(200, 200), {"token": "ABC", "new": "a new and longer sentence"}),
        Row(None, everyone(200, 200)),
    ],
    "account_code": [
        Row(anyone(200), anyone(200), {"do": "make"}),
        Row(None, anyone(302), {"do": "remove"}),
    ],
    "account_no_code": Row(None, anyone(302)),
    "mfa_authenticate": Row(everyone(302, 302), everyone(302, 302), {"code": "123456"}),
    "account_second_lost": Row(None, everyone(302, 302)),
    "account_steps": [
        Row(anyone(200), anyone(404), {"do": "spares"}),
        Row(anyone(200), anyone(404), {"factor": "1"}),
    ],
    "account_new_app": Row(anyone(200), anyone(200), {"code": "123456"}),
    "account_new_key": Row(anyone(200), anyone(200), {"credential": "[]"}),
    "account_second_keep": Row(None, anyone(302)),
    "account_end_one": Row(None, anyone(302), {"device": "00"}),
    "operator": Row(anyone(200), anyone(302), {"operator": "Ada Host"}),
    "stop": Row(anyone(200), anyone(200)),
    "account_erase": Row(anyone(200), anyone(422), {"password": "not the password"}),
    "account_by_mail": Row(everyone(404, 404), everyone(404, 404), {"name": "Anna"}),
    "account_mail": Row(anyone(404), anyone(404), {"email": ""}),
    "account_end_others": Row(None, anyone(302)),
    "account_fewer": Row(None, anyone(302), {"fewer": "on"}),
    "account_zone": Row(None, anyone(302), {"zone": "Europe/Berlin"}),
    "start": [Row(anyone(200), anyone(302), {"start": "hurt"}), Row(anyone(200), anyone(422), {"start": "x"})],
    "begin": [
        Row(anyone(200), anyone(302), {"kind": "friends", "names": "Kim"}),
        Row(anyone(200), anyone(422), {"kind": ""}),
    ],
    "enter": Row(everyone(200, 200), everyone(422, 422), {"code": "ABCDEFGHJKMNPQRSTUVW"}),
    "invitation": Row(everyone(302, 302), everyone(302, 302)),
    "spaces_past": Row(anyone(200)),
    "space_go": Row(None, members(302)),
    "space_closed": Row(members(404), members(404)),
    "let_in": Row(None, members(302), {"seat": "{seat}", "half": "00"}),
    "old_password": Row(anyone(200), anyone(422), {"old": "not the old sentence"}),
    "people": Row(members(200)),
    "invite": [Row(None, members(200), {"proposal": "{ready}"}), Row(None, members(302), {"proposal": "{mine}"})],
    "invite_end": [Row(None, members(302), {"seat": "{seat}"}), Row(None, members(404), {"seat": "{theirs}"})],
    "seat_name": [Row(members(200), members(302), {"name": "Kim"}), Row(members(200), members(422), {"name": ""})],
    "seat_end": Row(None, members(302)),
    "suggest": [Row(None, members(302), {"name": "Kim"}), Row(None, members(422))],
    "agree": Row(None, members(302), {"proposal": "{mine}"}),
    "part": Row(members(200), members(422), {"password": "not the password"}),
    "copy": Row(members(200, former=200), members(200, former=200)),
    "words_end": Row(members(200, b=404), members(302, b=404)),
    "words_keep": Row(None, members(302)),
    "today": Row(members(200)),
    "promises": Row(members(200)),
    "promises_past": Row(members(200)),
    "promise_new": [Row(members(200), members(302), PROMISE), Row(members(200), members(422), {"what": ""})],
    "promise_quick": [Row(None, members(302), PROMISE), Row(None, members(422))],
    "promises_yes": [Row(None, members(302)), Row(None, members(302, a=302), {"these": "{promise}|2026-03-03"})],
    "promise": Row(members(200)),
    "promise_take": Row(None, members(302)),
    "promise_take_back": Row(None, members(302)),
    "promise_end": Row(None, members(302)),
    "occurrence": [
        Row(members(200), at=DUE),
        Row(members(404), at={"due": "2026-03-02"}),
        Row(members(404), at={"due": "x"}),
    ],
    "occurrence_later": Row(None, members(404), at=DUE),
    "occurrence_tell": [Row(row.get, row.post, row.data, {**DUE, "verb": verb}) for verb, row in TELL.items()],
    "crack_new": [Row(members(200), members(302), CRACK), Row(members(200), members(422), {"whose": ""})],
    "crack": Row(members(200)),
    "pattern": Row(members(200), members(302, a=422), {"answer": "hear_you"}),
    "moments": Row(members(200)),
    "moment_new": [
        Row(members(200), members(302), {"what": "Sun.", "shelf": "us"}),
        Row(members(200), members(422), {"what": ""}),
    ],
    "checkin": [
        Row(members(200), members(302), {"safe": "3", "shelf": "us"}),
        Row(members(200), members(422), {"shelf": "us"}),
    ],
    "checkin_day": [Row(None, members(302), {"day": "2"}), Row(None, members(302), {"later": "1"})],
    "fairness": [
        Row(members(200), members(302), {"feels": "partly", "shelf": "us"}),
        Row(members(200), members(422), {"feels": "", "shelf": "us"}),
    ],
    "fairness_said": Row(members(200)),
    "crack_later": Row(None, members(404, a=404, b=404)),
    "crack_tell": [Row(row.get, row.post, row.data, {"verb": verb}) for verb, row in SMALL.items()],
    "history": Row(members(200)),
    **routes_repair.table(Row, members, anyone),
    "own": [
        *(Row(anyone(302), anyone(422), {"said": "Only mine."}, {"slug": slug}) for slug in OWN),
        Row(anyone(404), anyone(404), at={"slug": "nothing"}),
    ],
    "worth_later": Row(None, anyone(422)),
    "own_entry": Row(anyone(302), anyone(422), {"said": "Only mine."}, {"slug": "gut"}),
    "peace_tell": Row(anyone(200), anyone(422), {"whom": ""}),
    "alone": Row(anyone(302), anyone(422), {"what": "Only mine."}),
    "alone_promise": Row(anyone(302)),
    "alone_end": Row(None, anyone(422)),
    "alone_say": Row(None, anyone(422), {"outcome": "kept"}, DUE),
    "alone_here": Row(members(302), members(422), {"what": "Only mine."}),
    "alone_promise_here": Row(members(302)),
    "alone_end_here": Row(None, members(422)),
    "alone_say_here": Row(None, members(422), {"outcome": "kept"}, DUE),
    "line_own": Row(anyone(302)),
    "line_own_here": Row(members(302)),
    "back_small": Row(members(200)),
    "back_good": Row(members(200)),
    "back_how": Row(members(200)),
    "back_through": Row(members(302), members(422), {"do": "keep"}),
    "back_told": [
        Row(None, members(404)),
        Row(None, members(200), {"whose": "{leo}", "do": "begin"}),
        Row(None, members(422), {"whose": "{leo}", "do": "look"}),
        Row(None, members(302), {"whose": "{leo}", "do": "say", "what": "Late.", "one": "On Friday."}),
    ],
    "back_say": Row(anyone(302), anyone(422), {"do": "say"}),
    "mine": Row(anyone(200)),
    "mine_write": [Row(anyone(200), anyone(422), {"said": "Only mine."}), Row(None, anyone(422), {"said": ""})],
    "mine_find": Row(None, anyone(422), {"q": "mine"}),
    "mine_understood": Row(None, anyone(422)),
    "mine_begin": Row(anyone(200), anyone(422), {"phrase": "too short", "idle": "10", "code": "none"}),
    "mine_open": Row(anyone(302), anyone(302)),
    "mine_lock": Row(None, anyone(302)),
    "mine_settings": Row(anyone(302)),
    "mine_idle": Row(None, anyone(422), {"idle": "10"}),
    "mine_change": Row(anyone(302), anyone(422), {"old": "x", "phrase": "x", "why": "other"}),
    "mine_code": Row(None, anyone(422), {"do": "make"}),
    "mine_copy": Row(anyone(200), anyone(422), {"old": "x", "how": "sealed"}),
    "mine_anew": Row(anyone(302), anyone(302)),
    "mine_back": Row(anyone(200), anyone(422), {"phrase": "x"}),
    "mine_gone": Row(None, anyone(302)),
    "mine_note": Row(anyone(302)),
    "mine_reword": Row(anyone(302), anyone(422), {"said": "x"}),
    "mine_delete": Row(anyone(302), anyone(422)),
    "picture": Row(members(200)),
}


@dataclass(frozen=True)
class Address:
    """One pattern of the site: its name, its whole route, the names in it, and whether the signed-out may come."""

    name: str
    route: str
    holds: frozenset[str]
    open: bool


def addresses(
    resolver: URLResolver | None = None, before: str = "", holds: frozenset[str] = frozenset()
) -> Iterator[Address]:
    """Every pattern Django would resolve."""
    for pattern in (resolver or get_resolver()).url_patterns:
        route, inside = before + str(pattern.pattern), holds | set(pattern.pattern.converters)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern, route, inside)
        elif isinstance(pattern, URLPattern):
            is_open = getattr(pattern.callback, "login_required", True) is False
            yield Address(pattern.name or f"unnamed {route}", route, inside, is_open)


def unlisted(found: list[Address], table: dict[str, Any], may_be_open: dict[str, str]) -> list[str]:
    """Addresses without a row, rows without an address, and doors left open or closed against the list."""
    names = {address.name for address in found}
    opened = {address.name for address in found if address.open}
    faults = [f"{name} has no row" for name in names - table.keys()]
    faults += [f"{name} is no address" for name in table.keys() - names]
    faults += [f"{name} is open" for name in opened - may_be_open.keys()]
    faults += [f"{name} is closed" for name in may_be_open.keys() - opened]
    return sorted(
        faults + [f"{one.name} is there twice" for one in found if [a.name for a in found].count(one.name) > 1]
    )


def rows(name: str) -> list[Row]:
    row = TABLE.get(name, Row())
    return row if isinstance(row, list) else [row]


def expected(row: Row, method: str, role: str, *, is_open: bool) -> int:
    """The status of one cell. A form that comes too late is handed back (403), anything else goes to the way in."""
    if role == "out" and not is_open:
        return 403 if method == "POST" and kept.typed(_query(row.data)) else 302
    who = row.answers(method)
    return 405 if who is None else who[role]


def _query(data: Data) -> QueryDict:
    made = QueryDict(mutable=True)
    made.update(data)
    return made


def url(address: Address, ids: Data, row: Row) -> str:
    """The address with its blanks filled: from the row, else from these ids."""
    known = {**ids, **row.at}
    filled = address.route
    for part in address.holds:
        for kind in ("uuid", "str"):
            filled = filled.replace(f"<{kind}:{part}>", known.get(part, ID))
    return "/" + filled


def filled(data: Data, ids: Data) -> Data:
    """A form with the ids it names in curly brackets."""
    return {name: text.format(**ids) for name, text in data.items()}
