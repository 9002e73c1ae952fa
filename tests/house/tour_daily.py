"""The small daily things: what the two share of them, and what Anna keeps to herself on pages of her own."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.house.tour import Tour

SHARED = {
    "Crack.what": ("crack",),
    "Crack.reminded": ("reminded",),
    "QuickCrack.what": ("quick crack",),
    "QuickCrack.reminded": ("quick reminded",),
    "Good.what": ("good",),
    "QuickGood.what": ("quick good",),
    "CheckIn.said": ("how",),
    "QuickCheckIn.said": ("quick how",),
    "Load.said": ("load",),
    "Happened.said": ("small explained",),
    "Remark.said": ("let go",),
    "Helping.said": ("helped",),
    "Answer.said": ("small answer", "told answer"),
    "Pattern.what": ("told",),
    "Pattern.one": ("told one",),
    "Pattern.two": ("told two",),
    "Pattern.three": ("told three",),
    "Pattern.did": ("told did",),
    "Pattern.help": ("told help",),
    "Tell.said": ("forgiven",),
}
OWN = {
    "book": ("said",),
    "gut": ("said",),
    "stand": ("said",),
    "worth": ("said",),
    "limits": ("said", "why"),
    "care": ("said",),
    "people": ("name", "about", "first"),
    "handled": ("said",),
    "peace": ("said",),
}
KEPT = {"Promise.what": ("own promise", "promise as seen")}
PAGES = {f"{slug} {name}" for slug, names in OWN.items() for name in names}
NEVER_SHARED = (
    {name for names in KEPT.values() for name in names}
    | PAGES
    | {"gut after", "limit passed", "kept crack", "kept good", "kept how", "kept load", "looked at"}
)
FIELDS = {**SHARED, **KEPT}


def share(tour: "Tour") -> None:
    """Two small cracks and all that can be said about one; a pattern; good things; how they are."""
    anna, toby, new = tour.anna, tour.toby, tour.url("small/new")
    whose = _other(tour)
    quick = {"what": tour.write("quick crack"), "reminded": tour.write("quick reminded")}
    tour.send(anna, new, whose=whose, shelf="us", **quick)
    said = {"what": tour.write("crack"), "reminded": tour.write("reminded")}
    made = tour.send(anna, new, whose=whose, shelf="us", **said)["Location"]
    tour.send(toby, made + "explain", said=tour.write("small explained"))
    tour.send(toby, made + "answer", said=tour.write("small answer"), answer="hear_you")
    tour.send(anna, made + "helped", said=tour.write("helped"), helped="a_little")
    tour.send(anna, made + "go", said=tour.write("let go"))
    for name in ("good", "quick good"):
        tour.send(anna, tour.url("good/new"), what=tour.write(name), shelf="us")
    for name in ("how", "quick how"):
        tour.send(toby, tour.url("how/"), said=tour.write(name), safe="3", shelf="us")
    tour.send(anna, tour.url("load/"), said=tour.write("load"), feels="partly", parts="planning", shelf="us")
    words = {name: tour.write(f"told {name}") for name in ("one", "two", "three", "did", "help")}
    told = tour.send(anna, f"/p/back/{tour.space}/told", whose=whose, do="say", what=tour.write("told"), **words)
    tour.send(toby, told["Location"], answer="did_not_know", said=tour.write("told answer"))
    tour.send(anna, "/p/own/peace/tell", whom=f"{tour.space} {whose}", do="say", said=tour.write("forgiven"))


def keep(tour: "Tour") -> None:
    """What Anna keeps to herself, while it is open: pages of her own, promises, and the small things of each day."""
    anna = tour.anna
    for slug, names in OWN.items():
        words = {name: tour.write(f"{slug} {name}") for name in names}
        tour.send(anna, f"/p/own/{slug}/", what="value", **words)
    for slug, name, after in (("gut", "said", "gut after"), ("limits", "hard", "limit passed")):
        [note] = set(re.findall(rf"/p/own/{slug}/([0-9a-f-]{{36}})/", anna.get(f"/p/own/{slug}/").content.decode()))
        tour.send(anna, f"/p/own/{slug}/{note}/", **{name: tour.write(after)})
    due = {"pattern": "daily", "day": "2026-03-20"}
    tour.send(anna, "/p/kept/", what=tour.write("own promise"), **due)
    tour.send(anna, f"/p/kept/with/{tour.space}/", whose=_other(tour), what=tour.write("promise as seen"), **due)
    small = {"whose": _other(tour), "what": tour.write("kept crack"), "shelf": "me"}
    tour.send(anna, tour.url("small/new"), **small)
    tour.send(anna, tour.url("good/new"), what=tour.write("kept good"), shelf="me")
    tour.send(anna, tour.url("how/"), said=tour.write("kept how"), shelf="me")
    tour.send(anna, tour.url("load/"), said=tour.write("kept load"), feels="not_fair", shelf="me")
    through = anna.get(f"/p/back/{tour.space}/through").content.decode()
    [note] = set(re.findall(r"/p/back/say/([0-9a-f-]{36})/", through))
    tour.send(anna, f"/p/back/say/{note}/", 200, what=tour.write("looked at"), do="look")


def _other(tour: "Tour") -> str:
    """Toby's seat."""
    page = tour.anna.get(tour.url("small/new")).content.decode()
    found: list[str] = re.findall(r'name="whose" value="([^"]+)"[^>]*checked', page)
    return found[0]
