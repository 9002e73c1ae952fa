"""A process killed at fifty points of a new passphrase: the old one opens everything or the new one does."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from django.db import connection
from django.utils import timezone

from reknit.people import acts as people
from reknit.practice.events import MissExplained
from reknit.site.database import elsewhere
from reknit.spaces.access import Viewer
from reknit.vault import acts, noticing, store
from reknit.vault.models import Note, Way
from tests.databases import Own
from tests.people.killing import KILLED, THROUGH, Killer
from tests.people.test_killed_for_real import _wait_for_the_dead

pytestmark = pytest.mark.tables
ONE, OTHER = "quiet water under a small bridge", "seven blue lamps over an empty pier"
SAID = MissExplained(due="2026-03-03")
NOTES, POINTS, FEW = 12, 50, 8


@dataclass
class Scene:
    """Anna with twelve notes, one of them dropped in while locked; and the process to be killed."""

    killer: Killer
    viewer: Viewer
    key: str
    works: str = ONE

    def standing(self) -> str:
        """The passphrase that opens everything there is; the other opens nothing."""
        _wait_for_the_dead()
        found = [phrase for phrase in (ONE, OTHER) if self.opens(phrase)]
        assert len(found) == 1, found
        assert Way.objects.count() == 1
        assert Note.objects.count() == NOTES
        return found[0]

    def opens(self, phrase: str) -> bool:
        viewer = replace(self.viewer, now=timezone.now())
        try:
            viewer = replace(viewer, private=acts.try_open(viewer, typed=phrase))
        except acts.WrongPhrase:
            return False
        noticing.take_in(viewer)
        assert noticing.look(viewer) == noticing.Noticed(0, 0)
        said = {(note.event.words or {})["said"] for note in store.everything(viewer)}
        assert said == {f"note {n}" for n in range(NOTES)}
        return True

    def dies(self, how: str, *, at: int = 0, after: float = 0.0) -> tuple[str, bool, float]:
        """What became of the process, whether the new passphrase is the one that opens now, and how long it took."""
        old, new = self.works, OTHER if self.works == ONE else ONE
        became, took = self.killer.order("phrase", at=at, after=after, how=how, key=self.key, old=old, new=new)
        assert became in {KILLED, THROUGH}
        self.works = self.standing()
        done = self.works == new
        assert done or became == KILLED
        return became, done, took


@pytest.fixture
def scene(own: Own, django_db_blocker) -> Iterator[Scene]:
    with django_db_blocker.unblock(), elsewhere(own.connect()):
        person, key = people.create_story_person("Anna", today=timezone.now().date())
        viewer = Viewer(person, people.open_story_person(person, key=key), timezone.now())
        mine = replace(viewer, private=acts.begin(viewer, phrase=ONE))
        for n in range(NOTES - 1):
            store.add(mine, SAID, {"said": f"note {n}"})
        store.add(viewer, SAID, {"said": f"note {NOTES - 1}"})
        made = Scene(Killer(own), viewer, key.hex())
        yield made
        made.killer.end()
        connection.close()


def at_every_point(scene: Scene, how: str) -> list[tuple[str, bool]]:
    """Before and after each statement and the commit, until it gets through."""
    found: list[tuple[str, bool]] = []
    while not found or found[-1][0] != THROUGH:
        found.append(scene.dies(how, at=len(found) + 1)[:2])
    return found


def at_times(scene: Scene, how: str, points: int) -> list[tuple[str, bool]]:
    """At times spread over the whole of it."""
    _became, _done, whole = scene.dies(how)
    return [scene.dies(how, after=whole * (n + 1) / points)[:2] for n in range(points)]


def holds(found: list[tuple[str, bool]]) -> bool:
    """Killed before the commit, the old one; just after it, the new one."""
    return {(KILLED, False), (KILLED, True), (THROUGH, True)} <= set(found)


def test_a_change_of_passphrase(scene: Scene) -> None:
    found = at_every_point(scene, "change")
    assert len(found) > 8
    assert holds(found)


def test_new_keys_for_everything_at_a_few_times(scene: Scene) -> None:
    assert {became for became, _ in at_times(scene, "renew", FEW)} >= {KILLED}


@pytest.mark.soak
@pytest.mark.parametrize("how", ["change", "renew"])
def test_at_fifty_points_and_more(scene: Scene, how: str, say) -> None:
    found = at_every_point(scene, how)
    assert holds(found)
    found += at_times(scene, how, max(POINTS - len(found), 20))
    killed = sum(became == KILLED for became, _ in found)
    assert len(found) >= POINTS
    assert killed >= POINTS * 0.6
    say(f"{how}: killed at {killed} of {len(found)} points; the new one opened after {sum(done for _, done in found)}")
