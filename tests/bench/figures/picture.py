"""The picture after 20,000 events, with a breach in the space: for its reader, and with just me open."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.utils import timezone

from reknit.ledger import store
from reknit.ledger.store import Draft
from reknit.picture.keeping import Shelf
from reknit.practice.facts_daily import CheckedIn
from reknit.practice.facts_repair import BreachNamed, Since
from reknit.shelves import private
from reknit.spaces.access import Here
from reknit.vault import acts
from tests.bench.ground import Ground, figure
from tests.bench.life import live
from tests.served.visitor import Visitor

EVENTS, TIMES_THE_FLOOR, WEEKS = 20_000, 5.0, 200
PHRASE = "quiet water under a small bridge"


def figures(ground: Ground) -> dict[str, Any]:
    life = live(EVENTS, "of the picture")
    now = timezone.now()
    here = life.receiver.here(life.space, now)
    _broken(here, life.maker.here(life.space, now).me)
    browser = life.receiver.browser()
    browser.defaults["HTTP_HOST"] = "localhost"
    path = f"/s/{life.space}/picture/"

    def cost(query: str = "") -> float:
        return ground.cost_of_page(Visitor.like(browser, ground.server.port), path + query) / ground.page

    shared = cost()
    viewer = life.receiver.viewer(now)
    opened = replace(viewer, private=acts.begin(viewer, phrase=PHRASE))
    for week in range(WEEKS):
        at = replace(opened, now=now - timedelta(weeks=week))
        facts = CheckedIn(day=f"{at.now:%Y-%m-%d}", trusting=(3, 4, 5)[week % 3])  # type: ignore[arg-type]
        private.keep(at.space(life.space), facts)
    _kept(replace(opened, private=replace(opened.private, kept={})).space(life.space))  # type: ignore[type-var]
    assert browser.post("/p/open", {"phrase": PHRASE}).status_code == 302
    return {
        "to the floor, with a breach": figure(shared, TIMES_THE_FLOOR),
        "to the floor, with just me open": figure(cost(), TIMES_THE_FLOOR),
        "a year, to the floor, with just me open": figure(cost("?span=year")),
        "all, to the floor, with just me open": figure(cost("?span=all")),
    }


def _broken(here: Here, doer: str) -> None:
    named = BreachNamed(doer=doer, hurt=here.me, since=Since("day", f"{here.today - timedelta(days=20)}"), size="major")
    store.record(here, [Draft(named, {"what": "You were not there."})])
    _kept(here)


def _kept(here: Here) -> None:
    Shelf(here, aside=private.is_open(here), hurt=False).keep()
