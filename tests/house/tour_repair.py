"""Two people put something into every field of a repair's path."""

import re
from typing import TYPE_CHECKING

from django.test import Client

from reknit.rooms import stating
from reknit.rooms.repair.letters import LETTER
from reknit.spaces.models import Member

if TYPE_CHECKING:
    from tests.house.tour import Tour

FIELDS = {
    "Naming.what": ("breach",),
    **{f"Naming.{name}": (f"breach {name}",) for name in stating.PARTS},
    "OnPath.said": (
        "acknowledged", "impact", "heard back", "boundary", "understood", "setback", "came back", "plan", "agreed",
        "offered", "fitting", "made", "confirmed", "meant", "believed", "held", "lifted",
    ),
    **{f"OnPath.{name}": (f"told {name}",) for name in stating.PARTS},
    **{f"Apologising.{name}": (f"apology {name}",) for name in LETTER},
    "Receiving.said": ("needed",),
    "OnPath.stood": ("stood for",),
    "OnPath.reminded": ("impact reminded",),
    "OnPath.did": ("setback did",),
    "OnPath.changes": ("setback changes",),
    "OnPath.helps": ("helps",),
    "OnPath.when": ("plan when",),
    "OnPath.over": ("over",),
    "OnPath.stays": ("stays",),
    "OnPath.new": ("new chapter",),
    "OnPath.kept": ("boundary kept",),
    "OnPath.then": ("boundary then",),
    "OnPath.why": ("boundary why",),
    "OnPath.hard": ("hard about it",),
}  # fmt: skip
ONE = re.compile(r'name="which" value="([^"]+)"')


def walk(tour: "Tour") -> None:
    """Toby did it; Anna names it; both say yes, and everything is said once."""
    new = tour.url("history/open/new")
    other = str(Member.objects.get(person=tour.person("Toby")).pk)
    named = {"what": tour.write("breach"), "other": other, "size": "severe"}
    tour.send(tour.anna, new, 200, **named)
    parts = {name: tour.write(f"breach {name}") for name in stating.PARTS}
    root = tour.send(tour.anna, new, choice="share", **named, **parts)["Location"]
    for who in (tour.anna, tour.toby):
        tour.send(who, "/me/first", to=root)
        tour.send(who, root + "ready", willing="yes", able="yes")
    for verb, who, texts, chosen in _steps(tour):
        shown = who.get(root + verb).content.decode()
        which = ONE.search(shown) if 'name="which"' in shown else None
        said = {field: tour.write(name) for field, name in texts.items()}
        tour.send(who, root + verb, **said, **chosen, **({"which": which[1]} if which else {}))
    _apology(tour, root)


def _apology(tour: "Tour", root: str) -> None:
    """Given to be read aloud, after one was given before; answered, held back, let come again."""
    tour.send(tour.toby, root + "apologise", choice="give", said="I lied.", how="written")
    letter = {name: tour.write(f"apology {name}") for name in LETTER}
    tour.send(tour.toby, root + "apologise", 200, choice="look", how="aloud", **letter)
    tour.send(tour.toby, root + "apologise", choice="give", how="aloud", **letter)
    apology = re.findall(r"/apology/([0-9a-f-]{36})", tour.anna.get(root).content.decode())[-1]
    tour.send(tour.anna, f"{root}apology/{apology}", answer="need", said=tour.write("needed"))
    tour.send(tour.anna, root + "hear", which=apology, day="2026-03-20")


def _steps(tour: "Tour") -> list[tuple[str, Client, dict[str, str], dict[str, str]]]:
    anna, toby = tour.anna, tour.toby
    impact = {"said": "impact", "stood": "stood for", "reminded": "impact reminded"}
    boundary = {"said": "boundary", "kept": "boundary kept", "then": "boundary then", "why": "boundary why"}
    setback = {"said": "setback", "did": "setback did", "changes": "setback changes"}
    return [
        ("acknowledge", toby, {"said": "acknowledged"}, {}),
        ("tell", anna, impact, {"several": "not_safe"}),
        ("say-back", toby, {"said": "heard back"}, {}),
        ("boundary", anna, boundary, {"answer": "time"}),
        ("understand", toby, {"said": "understood", "hard": "hard about it"}, {}),
        ("setback", toby, setback, {"flags": "still"}),
        ("came-back", anna, {"said": "came back", "helps": "helps"}, {}),
        ("plan", anna, {"said": "plan", "when": "plan when"}, {}),
        ("chapter", anna, {"over": "over", "stays": "stays", "new": "new chapter"}, {}),
        ("chapter", toby, {}, {"new": "The post."}),
        ("account", anna, {name: f"told {name}" for name in stating.PARTS}, {}),
        ("motive", toby, {"said": "meant"}, {}),
        ("believe", anna, {"said": "believed"}, {"answer": "not_sure"}),
        ("amends", toby, {"said": "offered"}, {"day": "2026-03-20"}),
        ("fits", anna, {"said": "fitting"}, {"answer": "fits"}),
        ("done", toby, {"said": "made"}, {}),
        ("confirm", anna, {"said": "confirmed"}, {"answer": "made_good"}),
        ("no-more", anna, {"said": "held"}, {}),
        ("lift", anna, {"said": "lifted"}, {}),
        ("agree", toby, {"said": "agreed"}, {"day": "2026-09-01"}),
    ]
