"""Who may import whom. The table is the house; what stands in no row of it has no place."""

import ast
import sys
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase

from tests.house.tree import Source, name_of, planted, product, sources

TABLES = ["people", "spaces", "ledger", "vault", "shelves"]
BELOW = ["practice", "content", "web.saying"]
OF_SITE = ["site.database", "site.env", "site.hygiene"]
MAY: dict[str, list[str]] = {
    "practice": ["practice"],
    "engine": ["engine"],
    "content": ["content"],
    "web": ["web"],
    "people": ["people"],
    "people faces": ["people", "web"],
    "spaces": ["spaces", "people.keys", "people.models", "practice"],
    "ledger": ["ledger", "spaces", "people.keys", "practice"],
    "vault": ["vault", "spaces", "people.keys", "people.models", "people.slots", "practice"],
    "shelves": ["shelves", "ledger", "vault", "spaces", "people.keys", "practice"],
    "asking": ["rooms.asking", "shelves.writing", "spaces.access", "people.preferences", "practice", "web"],
    "coaching": ["rooms.asking", "practice.coach", "content.coach", "web"],
    "stating": ["rooms.asking", "web"],
    "room": [
        "{own}",
        "shelves",
        "ledger",
        "vault",
        "spaces.access",
        "spaces.private",
        "spaces.seated",
        "spaces.consent",
        "spaces.seats",
        "spaces.returning",
        "people.preferences",
        *BELOW,
    ],
    "room faces": [
        "{own}",
        "rooms.asking",
        "rooms.before",
        "rooms.noting",
        "rooms.coaching",
        "rooms.stating",
        "shelves.writing",
        "spaces.access",
        "people.preferences",
        "people.fresh",
        *BELOW,
        "web",
    ],
    "pages": [
        "{own}",
        "rooms.*.reads",
        "engine",
        "shelves",
        "spaces.access",
        "spaces.seated",
        "people.preferences",
        *BELOW,
    ],
    "page faces": ["{own}", "spaces.access", "web"],
    "cli": [
        "{own}",
        "rooms.*.acts",
        "rooms.*.reads",
        "picture.felt",
        "picture.gather",
        "engine",
        *TABLES,
        *BELOW,
        *OF_SITE,
    ],
    "site": ["{own}", "people", "spaces", "vault"],
    "migrations": ["{own}"],
}
EXCEPTIONS = {
    ("people.views", "people.models"): "names the type of who is signed in, and the two kinds of device",
    ("people.forms", "people.models"): "asks whether a name is taken, and names the two kinds of device",
    ("people.steps", "web.qr"): "draws the square that an app reads",
    ("site.erasing", "rooms.belonging.farewell"): "who erases their account leaves every space first",
    ("site.front", "people.models"): "finds a person of the living example by name",
    ("cli.commands", "people.models"): "finds whose copy is asked for by name",
    ("cli.tidying", "ledger.models"): "forgets spent forms, which no room owns",
    ("cli.tidying", "spaces.models"): "forgets old invitations, which no room owns",
    ("rooms.care", "people.opened"): "the way out ends the session",
    ("rooms.care", "vault.unlocked"): "the way out locks what is one's own",
    ("rooms.belonging", "people.keys"): "its pages tidy a typed code; they open nothing",
    ("rooms.belonging", "spaces.seats"): "its pages look at an invitation before anyone stands in the space",
    ("rooms.belonging", "ledger.export"): "its pages hand the finished file out",
    ("rooms.belonging", "ledger.store"): "its pages show the line whose words are to go",
    ("rooms.belonging.returning", "people.resets"): "takes up the key pair from before a reset",
    ("rooms.belonging.coming_back", "people.resets"): "opens the key pair from before a reset",
    ("rooms.belonging.coming_back", "people.throttle"): "counts the tries at it",
    ("rooms.mine", "people.keys"): "draws words by chance, and seals the copy to take along",
    ("rooms.belonging.taking", "people.throttle"): "counts the copies taken",
    ("rooms.mine", "people.throttle"): "counts the tries at a passphrase, the looks and the copies",
    ("rooms.mine.carrying", "people.kept"): "carries a form that needs the passphrase, as sign-in does",
    ("site.middleware", "rooms.mine.phrase"): "asks for the passphrase wherever it is needed",
    ("today.views", "rooms.promises.forms"): "the quick add is that room's form",
    ("today.views", "rooms.cracks.forms"): "the quick add is that room's form",
    ("today.views", "rooms.moments.forms"): "the quick add is that room's form",
    ("today.views", "rooms.checkins.forms"): "the quick add is that room's form",
    ("today.reads", "rooms.belonging.returning"): "names the type that room's reads return",
    ("today.reads", "rooms.promises.rows"): "names the type that room's reads return",
}
PURE = {"practice": {"msgspec", "dateutil"}, "engine": {"numpy"}, "content": set()}
IMPURE = {
    "os",
    "pathlib",
    "subprocess",
    "socket",
    "random",
    "secrets",
    "threading",
    "urllib",
    "http",
    "sqlite3",
    "logging",
}
CRYPTO = {"nacl", "pyrage", "cryptography", "Crypto", "argon2", "hmac", "bcrypt", "jwt", "ssl"}
REQUEST = {"django.shortcuts", "django.contrib.messages", "django.views.decorators.http", "django.http.HttpRequest"}


def within(module: str, place: str) -> bool:
    return fnmatchcase(module, place) or fnmatchcase(module, f"{place}.*")


def imported(source: Source, known: set[str]) -> Iterator[tuple[str, ast.stmt]]:
    """Every module a source names, wherever in the file, with the statement that does."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            for alias in node.names:
                whole = f"{base}.{alias.name}"
                yield (whole if whole in known or whole in REQUEST else base), node


def place_of(module: str, asks: set[str]) -> tuple[str, str]:
    """The row of the table a module (without `reknit.`) belongs to, and what is its own; ("", "") for none."""
    top, _, rest = module.partition(".")
    if rest.startswith("migrations"):
        return "migrations", top
    if top == "rooms":
        room, _, name = rest.partition(".")
        if rest in {"coaching", "stating"}:
            return rest, "rooms"
        if rest in {"", "asking", "before", "noting"}:
            return "asking", "rooms"
        return ("room faces" if _face(name, asks) else "room"), f"rooms.{room}"
    if top in {"today", "picture"}:
        return ("page faces" if _face(rest, asks) else "pages"), top
    if top == "people" and rest in {"views", "forms", "factor_forms", "urls"}:
        return "people faces", top
    return (top, top) if top in MAY else ("", "")


def _face(name: str, asks: set[str]) -> bool:
    return name in {"views", "forms", "urls", "own_urls", "telling"} or bool(asks & REQUEST)


def findings(all_: Sequence[Source]) -> list[str]:
    """Every import the table does not have, and every module without a row."""
    known, used, found = {source.module for source in all_}, set(), []
    rows = {source.module: _row(source, known) for source in all_ if source.module != "reknit"}
    for source in all_:
        if source.module not in rows:
            continue
        row, own = rows[source.module]
        if not row:
            found.append(f"{source.path} has no place in the table")
            continue
        for module, node in imported(source, known):
            fault = _fault(module, row, own, rows)
            if fault and (pair := _exception(source.module, module)):
                used.add(pair)
            elif fault:
                found.append(f"{source.at(node)} {fault}")
    missed = EXCEPTIONS.keys() - used if "reknit.site.settings" in known else set()
    return found + [f"the exception {a} → {b} is no longer needed" for a, b in sorted(missed)]


def _exception(source: str, module: str) -> tuple[str, str] | None:
    """The exception that lets this module, or the room it belongs to, name that one."""
    short = source.removeprefix("reknit."), module.removeprefix("reknit.")
    return next((pair for pair in EXCEPTIONS if within(short[0], pair[0]) and short[1] == pair[1]), None)


def _row(source: Source, known: set[str]) -> tuple[str, str]:
    asks = {module for module, _ in imported(source, known)}
    return place_of(source.module.removeprefix("reknit."), asks)


def _fault(module: str, row: str, own: str, rows: dict[str, tuple[str, str]]) -> str:
    """Why a module in this row may not import that one, or nothing."""
    if module.startswith("."):
        return "imports relatively"
    if not within(module, "reknit"):
        return ""
    short = module.removeprefix("reknit.")
    if not any(within(short, place.format(own=own)) for place in MAY[row]):
        return f"({row}) imports {short}"
    if short.endswith(".models") and (row not in TABLES):
        return f"({row}) imports the models {short}"
    if row in {"room", "pages"} and rows.get(module, ("",))[0].endswith("faces"):
        return f"({row}) imports the face {short}"
    return ""


def outside(all_: Sequence[Source]) -> list[str]:
    """Libraries where they do not belong: any but a few in the pure parts, crypto anywhere but in keys.py."""
    return [f"{s.at(node)} imports {m}" for s in all_ for m, node in imported(s, set()) if _misplaced(s, m)]


def _misplaced(source: Source, module: str) -> bool:
    root, top = module.partition(".")[0], source.module.split(".")[1:2]
    if root in CRYPTO and source.module != "reknit.people.keys":
        return True
    if not top or top[0] not in PURE or root == "reknit":
        return False
    if root in PURE[top[0]]:
        return False
    return root not in sys.stdlib_module_names or (root in IMPURE and not (root == "pathlib" and top == ["content"]))


def by_name(all_: Sequence[Source]) -> list[str]:
    """Ways around an import statement: by a string, or through Django's registry of models."""
    ways = {"import_module", "__import__", "get_model", "import_string"}
    calls = [(s, n) for s in all_ for n in ast.walk(s.tree) if isinstance(n, ast.Call)]
    return [s.at(n) for s, n in calls if name_of(n.func).rpartition(".")[2] in ways]


def test_the_table_holds() -> None:
    assert findings(sources()) == []


def test_libraries_stand_where_they_belong() -> None:
    assert outside(product()) == []


def test_nothing_is_imported_by_name() -> None:
    assert by_name(product()) == []


PLANTED = {
    "practice.planted": "from reknit.ledger import store",
    "content.planted": "def f():\n    from reknit.practice.refused import Say",
    "people.planted": "import reknit.spaces.access",
    "spaces.planted": "from reknit.ledger.models import Event",
    "ledger.planted": "from reknit.people import preferences",
    "shelves.planted": "from reknit.rooms.promises import acts",
    "web.planted": "from reknit.practice.refused import Say",
    "rooms.promises.planted": "from reknit.rooms.belonging import acts",
    "rooms.history.planted": "from reknit.ledger.models import Event",
    "rooms.history.planted2": "from reknit.rooms.history import views",
    "rooms.history.planted3": "from django.shortcuts import render\nfrom reknit.ledger import store",
    "today.planted": "from reknit.rooms.promises import acts",
    "picture.planted": "from reknit.ledger import store",
    "cli.planted": "from reknit.ledger.models import Event",
    "site.planted": "from reknit.rooms.promises import acts",
    "attic.planted": "",
    "practice.planted2": "from . import fold",
}


def test_every_planted_import_is_reported() -> None:
    faulty = [planted(f"reknit.{name}", text) for name, text in PLANTED.items()]
    found = findings([*sources(), *faulty])
    for one in faulty:
        assert len([fault for fault in found if fault.startswith(one.path)]) == 1, one


def test_an_exception_nobody_needs_is_reported() -> None:
    kept = [source for source in sources() if source.module != "reknit.cli.tidying"]
    assert len([one for one in findings(kept) if "no longer needed" in one]) == 2


def test_planted_libraries_are_reported() -> None:
    for module, text in [
        ("reknit.practice.planted", "from django.utils import timezone"),
        ("reknit.practice.planted", "import secrets"),
        ("reknit.engine.planted", "import msgspec"),
        ("reknit.ledger.planted", "from nacl import secret"),
        ("reknit.people.planted", "import cryptography.fernet"),
    ]:
        assert outside([planted(module, text)]), text
    assert by_name([planted("reknit.planted", "from django.apps import apps\napps.get_model('ledger', 'Event')")])
