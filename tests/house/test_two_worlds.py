"""Two worlds, or three: in one Anna does nothing that is hers alone, in another she does, in the third much more of it.

A script of what Anna and Toby do, openly and alone, is played in each, with the same clock and the same dice. Whatever
Toby can make the server tell him must be the same: status, headers, cookies, bytes, mails, his copy of the space, and
the rows that were read and the envelopes that were opened on the way to it. The addresses come from the table of all.
"""

import os
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
import time_machine
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from reknit.practice.refused import Refused
from reknit.rooms.promises import acts as promises
from tests.cast import promise
from tests.house import leaks, routes, seeing, world
from tests.house.alone import PRIVATE, Anna, soon
from tests.house.leaks import LEAKS
from tests.house.seeing import Seen, differences, exported, loaded_dice, looked, sent
from tests.house.tree import ROOT
from tests.house.world import World
from tests.often import often

pytestmark = [pytest.mark.tables, pytest.mark.django_db, pytest.mark.practice("L4")]
EXAMPLES = {"true": 200}.get(os.environ.get("CI", ""), 40)
# The long run comes in pieces, each from a seed of its own, so that every core can have some: with `pytest -n`, or by
# TWO_WORLDS (examples a piece) and TWO_WORLDS_PIECES (which ones, as 7:12) where only some are wanted.
FIRST, _, PAST = os.environ.get("TWO_WORLDS_PIECES", f"0:{often(1, proof=1, soak=100)}").partition(":")
A_PIECE = int(os.environ.get("TWO_WORLDS", "0")) or often(40, proof=40, soak=200)
NOTHING, LITTLE, MUCH = None, "x", "much longer " * 9


@dataclass(frozen=True)
class Step:
    """`alone`: what Anna does for herself; `anna`, `toby`: what they do openly; `look`: what Toby opens."""

    kind: str
    name: str


@pytest.fixture
def built() -> World:
    with world.two_days_later():
        made = world.build()
        made.clients = {role: someone.browser(world.NOW) for role, someone in made.roles.items()}
    return made


def play(built: World, script: list[Step], private: str | None) -> list[Seen]:
    """The script in one world, from the same beginning; everything Toby saw in it."""
    seen: list[Seen] = []
    with world.undone():
        for at, step in enumerate(script):
            now = soon(world.NOW, at)
            with time_machine.travel(now, tick=False), loaded_dice(f"step {at}"):
                if step.kind != "alone":
                    seen += _openly(built, step, now)
                elif private is not None:
                    PRIVATE[step.name](Anna(built, now, private))
    return seen


def _openly(built: World, step: Step, now: datetime) -> list[Seen]:
    toby, space = built.client("b"), built.ids["space"]
    if step.kind == "look":
        with world.undone():  # going away, for one, would end his session
            return [exported(built, toby) if step.name == "copy" else looked(toby, step.name)]
    if step.kind == "toby":
        return [sent(toby, f"/s/{space}/promises/quick", routes.PROMISE)]
    here = built.roles["a"].here(UUID(space), now)
    if step.name == "promises":
        promise(here, what="Soup on Friday.", day="2026-03-27")
    else:
        with suppress(Refused):
            promises.say(here, promise=built.ids["promise"], due="2026-03-03", outcome="late")
    return []


def everything(built: World) -> list[Step]:
    """All that Toby may look at."""
    return [*(Step("look", url) for url in seeing.addresses(built)), Step("look", "copy")]


def told_apart(built: World, script: list[Step]) -> list[str]:
    """Where the three worlds differ to Toby."""
    plain, little, much = (play(built, script, private) for private in (NOTHING, LITTLE, MUCH))
    return differences(plain, little) + differences(plain, much)


def scripts(built: World) -> st.SearchStrategy[list[Step]]:
    looks = st.sampled_from(everything(built))
    steps = st.one_of(
        st.builds(Step, st.just("alone"), st.sampled_from(sorted(PRIVATE))),
        st.builds(Step, st.just("anna"), st.sampled_from(["promises", "says"])),
        st.builds(Step, st.just("toby"), st.just("promises")),
        looks,
    )
    beginning = st.builds(Step, st.just("alone"), st.sampled_from(sorted(PRIVATE)))
    return st.tuples(beginning, st.lists(steps, max_size=4), st.lists(looks, min_size=1, max_size=2)).map(
        lambda parts: [parts[0], *parts[1], *parts[2]]
    )


def test_toby_learns_nothing_of_what_is_annas_alone_wherever_he_looks(built: World) -> None:
    acts = [Step("alone", name) for name in PRIVATE]
    openly = [Step("anna", "says"), Step("toby", "promises"), Step("anna", "promises")]
    assert told_apart(built, [*acts, *openly, *everything(built)]) == []


def hold(built: World, examples: int, *, piece: int | None = None) -> None:
    """Whatever they do in whatever order; a piece plays the same scripts each time."""
    fixtures = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]

    @settings(max_examples=examples, deadline=None, suppress_health_check=fixtures, database=None)
    @given(script=scripts(built))
    def holds(script: list[Step]) -> None:
        assert told_apart(built, script) == []

    (holds if piece is None else seed(piece)(holds))()


def test_toby_cannot_tell_the_worlds_apart_whatever_they_do(built: World) -> None:
    hold(built, EXAMPLES)


def test_in_ci_it_is_two_hundred_on_either_database() -> None:
    told = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "\nexport CI=true " in told
    assert told.rstrip().endswith("-m tests.run")
    asked = {**os.environ, "CI": "true", "DJANGO_SETTINGS_MODULE": "tests.settings"}
    said = "import django; django.setup(); from tests.house import test_two_worlds as t; print(t.EXAMPLES)"
    ran = subprocess.run([sys.executable, "-c", said], cwd=ROOT, env=asked, capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["200"]


@pytest.mark.soak
@pytest.mark.parametrize("piece", range(int(FIRST), int(PAST)))
def test_nor_in_the_long_run(built: World, piece: int) -> None:
    hold(built, A_PIECE, piece=piece)


def test_every_planted_leak_is_caught(built: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "tests.house.leaks.Planted"]
    found = {}
    for name, (leak, where) in LEAKS.items():
        monkeypatch.setattr(leaks, "planted", [leak])
        look = Step("look", where if where == "copy" else url_of(built, where))
        found[name] = told_apart(built, [Step("alone", "writes a note"), Step("alone", "unlocks"), look])
    assert [name for name in found if not found[name]] == []
    assert len(found) == 12


def test_what_anna_says_openly_is_seen(built: World) -> None:
    """The instrument sees: a word of hers changes what he reads."""
    looks = [Step("look", url_of(built, "today")), Step("look", "copy")]
    before, after = (play(built, [Step("anna", what), *looks], NOTHING) for what in ("promises", "says"))
    assert {one.split(": ")[0] for one in differences(before, after)} == {look.name for look in looks}


def url_of(built: World, name: str) -> str:
    [address] = [address for address in routes.addresses() if address.name == name]
    return routes.url(address, built.ids, routes.rows(name)[0])
