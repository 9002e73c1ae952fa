"""Just me with five thousand notes: what it costs its owner, and that it costs the other nothing."""

from typing import Any
from uuid import uuid4

from django.db import transaction
from django.test import Client

from reknit.practice.events import MissExplained
from reknit.practice.facts import Words
from reknit.spaces.access import Viewer
from reknit.vault import acts, holding
from reknit.vault.envelopes import Body
from tests.bench.ground import Ground, cost, figure
from tests.bench.life import Life
from tests.served.visitor import Visitor

NOTES, EVENTS, ROUNDS = 5000, 1000, 3
PHRASE = "quiet water under a small bridge"
SECONDS_TO_UNLOCK, MOST_MORE = 0.8, 1.05


def figures(ground: Ground) -> dict[str, Any]:
    life = ground.life(EVENTS)
    owner, other = life.receiver.browser(), life.maker.browser()
    owner.defaults["HTTP_HOST"] = "localhost"

    def costs(client: Client, path: str = f"/s/{life.space}/") -> float:
        return min(ground.cost_of_page(Visitor.like(client, ground.server.port), path) for _ in range(ROUNDS))

    none, others_before = costs(owner), costs(other)
    fill(life)
    locked, others_after = costs(owner), costs(other)
    unlock = cost(lambda: _opens(owner))
    return {
        "the other's Today after to before": figure(others_after / others_before, MOST_MORE),
        "Today, locked to without": figure(locked / none, MOST_MORE),
        "Today, unlocked to without": figure(costs(owner) / none),
        "the page of all, to the floor": figure(costs(owner, "/p/") / ground.page),
        f"CPU seconds to search {NOTES} notes": figure(cost(lambda: owner.post("/p/find", {"q": "4321"}))),
        "CPU seconds to unlock": figure(unlock, SECONDS_TO_UNLOCK),
    }


def _opens(owner: Client) -> None:
    assert owner.post("/p/open", {"phrase": PHRASE}).status_code == 302


def fill(life: Life) -> None:
    """Five thousand notes, half about the space, written in one go by the product's own writer."""
    viewer: Viewer = life.receiver.viewer()
    private = acts.begin(viewer, phrase=PHRASE)
    words: Words = {"said": "I was there at seven, and we had supper. " * 5}
    with transaction.atomic():
        side = holding.mine(viewer).get()
        with holding.writing(private, side) as known:
            for n in range(NOTES):
                about = str(life.space) if n % 2 else ""
                body = Body(MissExplained(due="2026-03-03"), viewer.now, "me", about, "", {**words, "why": str(n)})
                holding.put(side, private.pair, known, uuid4(), body)
