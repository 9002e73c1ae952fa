"""What is never said: no scores, no verdicts, no clinic, no empty claims; and what is never stored or asked for."""

import re
from collections.abc import Iterable
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.db import models
from django.urls import URLResolver, get_resolver
from msgspec import Struct

from reknit.practice import events
from tests.house import wording
from tests.house.tree import files, planted, product
from tests.house.wording import Text

CLAIM, DIGNITY = "S-22 no such claim", "equal dignity"
RULES = {
    "S-12 no score": (
        r"\bscor(?:e|es|ed|ing)\b|\bpercent(?:age)?s?\b|%|\bstreaks?\b|\brank(?:s|ed|ing)?\b|\blevels?\b|\bbadges?\b",
        r"\bleaderboard|\bpoints\b|\btroph(?:y|ies)|\bachievement",
    ),
    CLAIM: (
        r"zero.?knowledge|militar\w+.?grade|bank.?grade|untraceable|deniab|hidden volume|unhackable|unbreakable",
        r"100 ?% secure|completely (?:safe|secure|anonymous)",
    ),
    DIGNITY: (r"\bperpetrat|\bvictim|\boffender|\babuser|\bcheater|\bculprit|\bguilty part|\bwrongdoer",),
    "calm": (r"!",),
    "no clinic": (
        r"\bdiagnos|\bdisorder\b|\bsymptom|\bsyndrome|\bpatholog|\btrauma|\bnarcissis|\bborderline\b|\bcodependen",
        r"\bdysfunction|\btoxic\b|\bgaslight|\brelapse|\bclinical|\bpsych(?:o|ia)|\battachment style|\bintervention",
        r"(?<!not )\btherap(?:y|ies|ist)",
    ),
    "S-10 nobody asks to see": (
        r"\b(?:ask|request|demand|require|want)(?:s|ed)? (?:to (?:see|read|check)|access to|proof of|a look at)\b",
        r"\bprove (?:it|where|that)\b|\bshow me your\b",
    ),
    "S-11 nobody is watched": (
        r"\byour (?:passwords?|location|messages|inbox|contacts|contact list)\b.*\b(?:share|give|hand|send)",
        r"\b(?:share|give|hand|send)\w* (?:me |us )?(?:your|my) (?:passwords?|location|pin|contacts)\b",
        r"\btrack(?:s|ing|er) (?:you|me|your|my)\b",
    ),
}
# The one page that says what kinds of help there are calls them by the names under which they are found.
HELP = "outside.toml"
NAMED = re.compile(r"\b(?:couple|family|focused|behavioural) therapy\b|\btrauma-informed\b", re.I)
QUIET = re.compile(
    r"(?<![a-z])(?:journal|leav(?:e|es|ing)|stay|abus(?:e|er|ive)|safety|escape|reflect(?:ion)?|therap(?:y|ist)|divorce"
    r"|separat(?:e|ion)|shelter|violence|affair|cheat(?:er|ing)?|betray(?:al)?|break-?up|lawyer|police|panic|trauma|secret"
    r"|private|hurt|harm|danger|fear|afraid|victim|exit|quit|crisis|helpline|screening|breach|forgive(?:ness)?)(?![a-z])"
)
UNSEEN = re.compile(
    r"(?:^|_)(?:last_(?:seen|login|active|visit\w*|here|read)|seen_(?:at|on)|read_(?:at|on|by)|viewed\w*|opened_at|first_viewed"
    r"|typing|online|presence|location|place_name|lat|latitude|lon|lng|longitude|geo\w*|gps|ip|ip_addr\w*|remote_addr|user_agent"
    r"|browser|device_(?:id|name)|hostname|visited\w*|logged_in\w*)(?:$|_)"
)
OWN_CLOCK = {
    ("people.OpenKey", "seen_at"): "the idle timer of one's own session; shown to nobody else, gone when it ends",
    ("vault.Opening", "seen_at"): "the idle timer of one's own private side; gone when it is locked",
}
ASKING = re.compile(
    r"(?:^|[/_-])(?:request|access|reveal|prove|proof|track|monitor|check|inspect|spy|watch|location|phone|demand)"
    r"(?:[/_-]|s?$)"
)


def said_amiss(texts: Iterable[Text], rules: dict[str, tuple[str, ...]] = RULES) -> list[str]:
    """Every text that breaks a rule, with the words that do."""
    patterns = {name: re.compile("|".join(ways), re.I) for name, ways in rules.items()}
    cleaned = [(where, _without_blanks(NAMED.sub("…", text) if HELP in where else text)) for where, text in texts]
    return [
        f"{where} {name}: {hit.group()!r}"
        for where, text in cleaned
        for name, p in patterns.items()
        if (hit := p.search(text))
    ]


def _without_blanks(text: str) -> str:
    """A text without its blanks (`%(name)s`), the marks of dates (`%Y`), and addresses that others chose."""
    return re.sub(r"%\(\w+\)[sd]|(?<!\d)%[a-zA-Z]|https://\S+", "…", text)


def addresses(resolver: URLResolver | None = None) -> list[str]:
    """Every address of the site, as its patterns stand."""
    found = []
    for pattern in (resolver or get_resolver()).url_patterns:
        own = str(pattern.pattern)
        found += [own + rest for rest in addresses(pattern)] if isinstance(pattern, URLResolver) else [own]
    return found


def loud(names: Iterable[str]) -> list[str]:
    """S-16: names that tell, over someone's shoulder or in a browser's history, what this is about."""
    fixed = (re.sub(r"<[^>]*>", "", name).lower() for name in names)
    return [name for name in fixed if QUIET.search(name)]


def seen_by_others() -> list[str]:
    """Names that leave the page: addresses, cookies, files a browser fetches or saves."""
    cookies = [getattr(settings, name) for name in dir(settings) if name.endswith("COOKIE_NAME")]
    copies = re.findall(
        r'"([\w.-]+\.(?:zip|txt|html|jsonl|json|py))"', _code("ledger/export.py") + _code("rooms/belonging/taking.py")
    )
    static = [path.name for path in files(".css", ".js", ".svg", ".webmanifest")]
    return [*addresses(), *cookies, CookieStorage.cookie_name, *copies, *static]


def _code(end: str) -> str:
    return next(source.text for source in product() if source.path.endswith(end))


def titles(texts: Iterable[tuple[str, str]]) -> list[str]:
    """Pages whose title says more than the name of the product."""
    ways = re.compile(r"\{%\s*block title\s*%\}(.*?)\{%\s*endblock|<title>(?!\{)(.*?)</title>", re.S)
    return [
        name for name, text in texts for hit in ways.findall(text) if "".join(hit).strip() not in {"Reknit", "Copy"}
    ]


def stored(all_: Iterable[type[models.Model]]) -> list[str]:
    """S-9: columns that say where someone is, or when they were here or looked."""
    columns = [(model._meta.label, field.name) for model in all_ for field in model._meta.get_fields()]
    return [f"{label}.{name}" for label, name in columns if UNSEEN.search(name) and (label, name) not in OWN_CLOCK]


def told(structs: Iterable[type[Struct]]) -> list[str]:
    """The same for what an event holds."""
    return [f"{one.__name__}.{name}" for one in structs for name in one.__struct_fields__ if UNSEEN.search(name)]


def vocabulary() -> list[type[Struct]]:
    return [kind for kind in vars(events).values() if isinstance(kind, type) and issubclass(kind, Struct)]


def demanding(names: Iterable[str]) -> list[str]:
    """S-10: an address or an act by which one could ask to see what is another's."""
    return [name for name in names if ASKING.search(re.sub(r"<[^>]*>", "", name).lower())]


def acts() -> list[str]:
    return [name for s in product() if s.module.endswith(".acts") for name in re.findall(r"^def (\w+)", s.text, re.M)]


def test_nothing_is_said_amiss() -> None:
    texts = list(wording.on_screen(product()))
    assert len(texts) > 1000
    assert said_amiss(texts) == []


def test_what_the_coach_says_is_read_and_what_it_looks_for_is_not() -> None:
    rule = 'names = {always = "Always"}\n[[rule]]\nwhy = "A score."\nshape = "Go on!"\nphrases = "toxic"\n'
    assert [said for _, said in wording.of_coach("planted.toml", rule)] == ["Always", "A score.", "Go on!"]
    assert len(said_amiss(list(wording.of_coach("planted.toml", rule)))) == 2


def test_kinds_of_help_are_named_on_their_page_alone_and_nothing_else_of_a_clinic_is() -> None:
    names = "Couple therapy, family therapy, trauma-informed help"
    assert said_amiss([("outside.toml:1", names)]) == []
    assert said_amiss([("ideas.toml:1", names)])
    for text in ("You need therapy.", "a trauma", "an attachment style"):
        assert said_amiss([("outside.toml:1", text)]), text


def test_nothing_is_claimed_beside_the_product() -> None:
    claims = {name: rule for name, rule in RULES.items() if name in {CLAIM, DIGNITY}}
    assert said_amiss(wording.for_readers(), claims) == []


def test_everything_can_be_translated() -> None:
    pages = {path: wording.untranslated(path.read_text(encoding="utf-8")) for path in files(".html")}
    assert {path.name: found for path, found in pages.items() if found} == {}


def test_names_over_a_shoulder_are_quiet() -> None:
    assert len(seen_by_others()) > 60
    assert loud(seen_by_others()) == []
    assert titles((path.name, path.read_text(encoding="utf-8")) for path in files(".html")) == []


def test_nobody_is_watched() -> None:
    assert stored(apps.get_models(include_auto_created=True)) == []
    assert len(vocabulary()) > 15
    assert told(vocabulary()) == []
    for model, name in OWN_CLOCK:
        assert apps.get_model(model)._meta.get_field(name)


def test_nobody_can_ask_to_see() -> None:
    assert len(acts()) > 15
    assert demanding([*addresses(), *acts()]) == []


AMISS = (
    "Your trust score", "80 % kept", "80%kept", "a streak of five", "ranked", "level two", "a badge", "zero-knowledge",
    "military grade", "plausible deniability", "the perpetrator", "her victims", "Well done!", "a disorder",
    "See a therapist", "I want to see", "Ask to read the notes", "share your location",
)  # fmt: skip


@pytest.mark.parametrize("text", AMISS)
def test_planted_words_are_reported(text: str) -> None:
    page = f'<p title="{{% translate "fine" %}}">{{% translate "{text}" %}}</p>'
    assert said_amiss(wording.template("planted.html", page))
    assert said_amiss(wording.template("planted.html", f"{{% blocktranslate %}}{text}{{% endblocktranslate %}}"))
    assert said_amiss(wording.code(planted("reknit.planted", f'raise Refused("{text}")')))
    assert said_amiss(wording.code(planted("reknit.planted", f'"""Of course."""\nx = {{1: "{text} and more"}}')))


def test_planted_names_are_reported() -> None:
    assert loud(["s/<uuid:space>/journal/", "today"]) == ["s//journal/"]
    assert loud(["safety.css"])
    assert titles([("x.html", "{% block title %}Anna and Toby{% endblock %}")])
    assert wording.untranslated('<p>Hello there</p><a aria-label="Close">') == ["Hello there", "Close"]
    assert demanding(["s/<uuid:space>/request", "prove_it", "ask_to_access"])


def test_a_planted_column_is_reported() -> None:
    class Meta:
        app_label = "planted"

    def column(name: str) -> Any:
        body = {"__module__": __name__, "Meta": Meta, name: models.DateTimeField()}
        return type(f"Planted{name}", (models.Model,), body)

    for name in ("last_seen", "read_at", "location", "seen_at", "client_ip"):
        assert stored([column(name)]), name
    assert stored([column("joined")]) == []
    assert told([type("Planted", (Struct,), {"__annotations__": {"last_seen": str}})])
