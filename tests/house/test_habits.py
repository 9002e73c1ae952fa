"""What the code never does: open the history past its door, trust text, ask the clock or the dice, send signals."""

import ast
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from tests.house.tree import ROOT, Source, files, name_of, planted, product, sources

Check = Callable[[Source], list[str]]

STORE = {"reknit.ledger.store", "reknit.ledger.erase", "reknit.ledger.models"}
# Beside the ledger's two: whoever reads, copies or folds a database as a whole, whatever version wrote it.
KEEPING = {f"reknit.cli.{name}" for name in ("alone", "backup", "example", "examining", "move", "postgres", "tidying")}
SQL = {"reknit.spaces.disk", "reknit.ledger.triggers", "reknit.site.standing"} | KEEPING
CLOCK = {"site.middleware", "people.middleware", "people.views", "cli.commands", "cli.serving", "cli.example"} | {
    "people.fresh",  # asked by allauth's own flow, which hands no clock on
    "people.adapter",  # likewise
    "cli.restore",  # names the former database after the moment it was put aside
}
DICE = {
    "people.keys",  # every key, salt and code
    "people.models",  # ids of rows, here and in the next two
    "spaces.models",
    "ledger.models",
    "vault.models",
    "vault.store",  # a note's id, likewise; and so:
    "ledger.store",  # an event's id, which its envelope is bound to before it is a row
    "rooms.asking",  # a form's token where the browser sent none
    "rooms.promises.rows",  # the token of a form of one button, and so in the next
    "rooms.belonging.reads",
    "rooms.alone.reads",
    "rooms.repair.aloud",
    "web.fields",  # the token of a form
    "site.env",  # the server's own secret, made once
}
NAMES = {"core", "common", "utils", "util", "helpers", "helper", "lib", "libs"}


def opened(source: Source) -> list[str]:
    """The history read past its closed manager."""
    nodes = [node for node in ast.walk(source.tree) if isinstance(node, ast.Attribute | ast.Constant)]
    found = [n for n in nodes if isinstance(n, ast.Attribute) and n.attr == "opened" and _of_events(source, n)]
    if source.module in STORE:
        found = []
    found += [n for n in nodes if isinstance(n, ast.Attribute) and n.attr in {"_base_manager", "_default_manager"}]
    found += [n for n in nodes if isinstance(n, ast.Constant) and n.value in {"_base_manager", "_default_manager"}]
    return [source.at(node) for node in found]


def _of_events(source: Source, node: ast.Attribute) -> bool:
    """Whether this `.opened` hangs on the model, under whatever name it was imported."""
    models = {"Event"}
    for one in ast.walk(source.tree):
        if isinstance(one, ast.ImportFrom) and (one.module or "").endswith("ledger.models"):
            models |= {alias.asname or alias.name for alias in one.names}
    return name_of(node.value).rpartition(".")[2] in models


def raw(source: Source) -> list[str]:
    """SQL written by hand, outside the few places that lay triggers, truncate the log or blank words."""
    if source.module in SQL:
        return []
    ways = {"cursor", "raw", "extra", "execute", "executemany", "executescript", "RawSQL", "run_sql", "RunSQL"}
    laid = ".execute" if source.module == "reknit.ledger.triggers" else ""
    return [source.at(n) for n in _calls(source) if _last(n) in ways and not (laid and name_of(n.func).endswith(laid))]


def lifted(source: Source) -> list[str]:
    """Whoever else names the row that lets the triggers through."""
    if source.module in {"reknit.ledger.erase", "reknit.ledger.models", "reknit.ledger.triggers"}:
        return []
    return [
        source.at(n) for n in ast.walk(source.tree) if isinstance(n, ast.Name | ast.alias) and _named(n) == "Lifted"
    ]


def _named(node: ast.Name | ast.alias) -> str:
    return node.id if isinstance(node, ast.Name) else node.name


def trusting(source: Source) -> list[str]:
    """Text declared to be HTML. The reporter of errors only gives its return type its name."""
    ways = {"mark_safe", "SafeString", "SafeText", "html_safe", "safe"} - ({"SafeString"} & _reporter(source))
    calls = [source.at(n) for n in _calls(source) if _last(n) in ways]
    return calls + [
        source.at(f) for f in ast.walk(source.tree) if isinstance(f, ast.FunctionDef) and f.name == "__html__"
    ]


def _reporter(source: Source) -> set[str]:
    return {"SafeString"} if source.module == "reknit.site.errors" else set()


def signals(source: Source) -> list[str]:
    """Signals: what happens is written where it happens."""
    found = []
    for node in ast.walk(source.tree):
        modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        modules += [alias.name for alias in node.names] if isinstance(node, ast.Import | ast.ImportFrom) else []
        found += [source.at(node)] if any(re.search(r"(^|\.)(signals|dispatch)$", m) for m in modules) else []
    return found


def clock(source: Source) -> list[str]:
    """The time asked for, where it should be given."""
    if source.module.removeprefix("reknit.") in CLOCK:
        return []
    asked = re.compile(
        r"(^|\.)(timezone|datetime|date|dt)\.(now|utcnow|today|localtime|localdate)$|^time\.(time|time_ns)$"
    )
    nodes = [n for n in ast.walk(source.tree) if isinstance(n, ast.Attribute) and asked.search(name_of(n))]
    imports = [
        n for n in ast.walk(source.tree) if isinstance(n, ast.ImportFrom) and n.module == "django.utils.timezone"
    ]
    auto = [k for k in ast.walk(source.tree) if isinstance(k, ast.keyword) and k.arg in {"auto_now", "auto_now_add"}]
    return [source.at(node) for node in [*nodes, *imports, *auto]]


def dice(source: Source) -> list[str]:
    """Chance, outside the places that may throw dice; `random` nowhere."""
    ways = {"uuid1", "uuid3", "uuid4", "uuid5", "secrets", "urandom", "get_random_string", "token_hex", "token_bytes"}
    found = [n for n in ast.walk(source.tree) if isinstance(n, ast.alias) and n.name == "random"]
    if source.module.removeprefix("reknit.") not in DICE:
        found += [n for n in ast.walk(source.tree) if isinstance(n, ast.alias) and n.name in ways]
        found += [n for n in ast.walk(source.tree) if isinstance(n, ast.Attribute) and n.attr in ways]  # type: ignore[misc]
    return [source.at(node) for node in found]


def spoken(source: Source) -> list[str]:
    """A line for the log with anything in it but words that stand in the code."""
    ways = {"debug", "info", "warning", "error", "exception", "critical", "log"}
    calls = [n for n in _calls(source) if _last(n) in ways and "log" in ast.unparse(n.func).rpartition(".")[0].lower()]
    return [source.at(n) for n in calls if len(n.args) != 1 or not isinstance(n.args[0], ast.Constant)]


def evaluated(source: Source) -> list[str]:
    """Text run as code, objects read from bytes, a shell."""
    calls = [n for n in _calls(source) if name_of(n.func) in {"eval", "exec", "os.system", "os.popen"}]
    modules = {"pickle", "marshal", "shelve", "yaml", "requests", "httpx", "smtplib"}
    modules |= set() if source.module == "reknit.cli.serving" else {"socket"}  # it asks whether its port is free
    modules |= set() if source.module == "reknit.cli.postgres" else {"subprocess"}  # it calls pg_dump and pg_restore
    imports = [n for n in ast.walk(source.tree) if isinstance(n, ast.Import | ast.ImportFrom) and modules & _roots(n)]
    return [source.at(node) for node in [*calls, *imports]]


def _roots(node: ast.Import | ast.ImportFrom) -> set[str]:
    names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
    return {name.partition(".")[0] for name in names}


def unsigned(source: Source) -> list[str]:
    """A signed value read without asking how old it is, or a form that takes whatever a model has."""
    found = [n for n in _calls(source) if name_of(n.func) == "signing.loads" and not _has(n, "max_age")]
    every = [
        n
        for n in ast.walk(source.tree)
        if isinstance(n, ast.Constant) and n.value == "__all__" and _as_fields(n, source)
    ]
    return [source.at(node) for node in [*found, *every]]


def _has(call: ast.Call, name: str) -> bool:
    return any(keyword.arg == name for keyword in call.keywords)


def _as_fields(node: ast.Constant, source: Source) -> bool:
    assigns = [n for n in ast.walk(source.tree) if isinstance(n, ast.Assign) and n.value is node]
    return any(name_of(target) in {"fields", "exclude"} for n in assigns for target in n.targets)


def _calls(source: Source) -> list[ast.Call]:
    return [node for node in ast.walk(source.tree) if isinstance(node, ast.Call)]


def _last(call: ast.Call) -> str:
    return name_of(call.func).rpartition(".")[2]


def marked(text: str) -> list[str]:
    """In a template: text let through, script or style in the page, a clock of its own, a form from elsewhere."""
    let_through = r"\|\s*safe(?:seq)?\b|\{%\s*autoescape|\{%\s*now\b|(?:src|href|action)=\"(?:https?:)?//"
    inline = r"<script(?![^>]*\bsrc=)|\son[a-z]+=\"|hx-on|\bjs:|javascript:|\sstyle="
    return re.findall(f"{let_through}|{inline}", text)


def scripted(text: str) -> list[str]:
    """In a script: text made into markup or code, anything kept in the browser, anyone else asked."""
    run = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function"
    kept = r"localStorage|sessionStorage(?!\.removeItem)|indexedDB|document\.cookie"
    return re.findall(f"{run}|{kept}|https?://(?!www\\.w3\\.org)|sendBeacon|geolocation", text)


def styled(text: str) -> list[str]:
    """In a style sheet: anything from elsewhere."""
    return re.findall(r"@import|url\(\s*[\"']?(?:https?:)?//", text)


def named(paths: Iterable[Path]) -> list[str]:
    """Files and folders under a name that says nothing."""
    return [str(path) for path in paths if NAMES & {Path(part).stem.lstrip("_") for part in path.parts}]


CHECKS: dict[Check, tuple[str, ...]] = {
    opened: (
        "Event.opened.all()",
        "from reknit.ledger.models import Event as E\nE.opened.get()",
        "Event._base_manager",
    ),
    raw: ("connection.cursor()", "Person.objects.raw('')", "Person.objects.extra(where=['1'])", "RawSQL('')"),
    lifted: ("from reknit.ledger.models import Lifted",),
    trusting: ("mark_safe(text)", "SafeString(text)", "def __html__(self): ..."),
    signals: (
        "from django.db.models.signals import post_save",
        "import django.dispatch",
        "from allauth.account import signals",
    ),
    clock: (
        *("timezone.now()", "datetime.now(UTC)", "x = DateTimeField(default=timezone.now)", "time.time()"),
        *("from django.utils.timezone import now", "x = DateTimeField(auto_now=True)", "dt.date.today()"),
    ),
    dice: ("import random", "from uuid import uuid4", "uuid.uuid4()", "import secrets", "os.urandom(3)"),
    spoken: ("logger.info(f'{words}')", "logging.getLogger(__name__).warning('%s', words)", "log.error(words)"),
    evaluated: ("eval(text)", "import pickle", "from subprocess import run", "os.system(text)"),
    unsigned: ("signing.loads(token)", "class Meta:\n    fields = '__all__'"),
}


def found_by(check: Check, all_: Sequence[Source]) -> list[str]:
    return [fault for source in all_ for fault in check(source)]


def test_the_product_keeps_its_habits() -> None:
    found = {check.__name__: faults for check in CHECKS if (faults := found_by(check, product()))}
    assert found == {}


def test_migrations_only_lay_triggers() -> None:
    migrations = [source for source in sources() if ".migrations." in source.module]
    assert found_by(raw, migrations) + found_by(opened, migrations) == []


def test_templates_scripts_and_sheets() -> None:
    found = {str(p): f for p in files(".html") if (f := marked(p.read_text()))}
    found |= {str(p): f for p in files(".js") if (f := scripted(p.read_text()))}
    found |= {str(p): f for p in files(".css") if (f := styled(p.read_text()))}
    assert found == {}


def test_every_template_is_of_use() -> None:
    """A fragment that no page includes any more says what nobody reads."""
    texts = [path.read_text() for path in files(".html", ".py")]
    names = [path.as_posix().partition("/templates/")[2] for path in files(".html")]
    assert [name for name in names if name and not any(name in text for text in texts)] == []


def test_nothing_has_a_name_that_says_nothing() -> None:
    assert (
        named(path.relative_to(ROOT) for under in ("reknit", "tests", "docs") for path in (ROOT / under).rglob("*"))
        == []
    )


def test_every_planted_habit_is_reported() -> None:
    for check, faults in CHECKS.items():
        for fault in faults:
            assert found_by(check, [planted("reknit.planted", fault)]), (check.__name__, fault)


def test_planted_markup_is_reported() -> None:
    for text in ("{{ x|safe }}", "{% autoescape off %}", "<script>1</script>", '<a href="//x">', '<p onclick="x">'):
        assert marked(text), text
    for text in ("x.innerHTML = 1", "localStorage.x = 1", "sessionStorage.setItem(1, 2)", "fetch('https://x')"):
        assert scripted(text), text
    assert styled("@import 'x'")
    assert named([Path("reknit/core/x.py")])
    assert named([Path("reknit/people/helpers.py")])
