"""Two people put something into every field of a repair's path."""

import re
from typing import TYPE_CHECKING

from django.test import Client

from reknit.spaces.models import Member

if TYPE_CHECKING:
    from tests.house.tour import Tour

FIELDS = {
    "Naming.what": ("breach",),
    "OnPath.said": (
        "acknowledged", "impact", "heard back", "boundary", "understood", "setback", "came back", "plan", "agreed",
    ),
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
    root = tour.send(tour.anna, new, choice="share", **named)["Location"]
    for who in (tour.anna, tour.toby):
        tour.send(who, "/me/first", to=root)
        tour.send(who, root + "ready", willing="yes", able="yes")
    for verb, who, texts, chosen in _steps(tour):
        shown = who.get(root + verb).content.decode()
        which = ONE.search(shown) if 'name="which"' in shown else None
        said = {field: tour.write(name) for field, name in texts.items()}
        tour.send(who, root + verb, **said, **chosen, **({"which": which[1]} if which else {}))


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
        ("agree", toby, {"said": "agreed"}, {"day": "2026-09-01"}),
    ]
