"""With each writing the picture is kept: for its reader alone, never on reading, and gone with a note that is gone."""

from datetime import timedelta
from typing import Any
from unittest import mock
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from reknit.ledger.models import WorkedOut
from reknit.picture import keeping, reads, upkeep
from reknit.picture.middleware import Keeping
from reknit.picture.sources import Asked
from reknit.practice.events import MemberLeft
from reknit.practice.facts_repair import BreachNamed, Since
from reknit.rooms.belonging import acts as going
from reknit.rooms.checkins import acts as checkins
from reknit.rooms.mine import acts as notes
from reknit.rooms.promises import acts as promises
from reknit.rooms.repair import acts as repair
from reknit.shelves import private, shelf, worked
from reknit.spaces.access import Here, Viewer
from reknit.vault.models import Side
from tests import cast
from tests.cast import NOON, Someone
from tests.picture.test_page import at
from tests.vault.conftest import unlocked

pytestmark = [pytest.mark.tables, pytest.mark.django_db]


def months(anna: Someone, toby: Someone, space: UUID, *, days: int, start: int = 0, root: str = "") -> str:
    """Toby says every evening what came of it, Anna the next noon; the picture is kept as it is after each request."""
    root = root or cast.promise(toby.here(space), day="2026-03-03", rule="FREQ=DAILY")
    for day in range(start + 1, start + days + 1):
        due, now = (NOON + timedelta(days=day)).date().isoformat(), NOON + timedelta(days=day + 1)
        outcome: Any = "missed" if day % 9 == 5 else "kept"
        promises.say(toby.here(space, now), promise=root, due=due, outcome=outcome)
        here = anna.here(space, now)
        promises.answer(here, promise=root, due=due, answer="yes")
        upkeep.keep_up(here.viewer)
    return root


def shown(here: Here) -> Any:
    return reads.lines(here, Asked("all", here.today, gap=True, strong=True))


def no_history() -> Any:
    """Whoever reads the whole history is in the wrong."""
    return mock.patch.object(shelf, "told", side_effect=AssertionError("the whole history was read"))


@pytest.mark.practice("A7", "A15")
def test_a_look_reads_only_what_came_since_and_shows_the_same(anna: Someone, toby: Someone, together: UUID) -> None:
    facts = BreachNamed(
        doer=toby.here(together).me, hurt=anna.here(together).me, since=Since("day", "2026-03-02"), size="major"
    )
    repair.name_breach(anna.here(together), facts=facts, words={"what": "You were not there."})
    months(anna, toby, together, days=70)
    now = NOON + timedelta(days=71)
    with no_history():
        kept = shown(anna.here(together, now))
    WorkedOut.objects.all().delete()
    assert shown(anna.here(together, now)) == kept
    with pytest.raises(AssertionError, match="whole history"), no_history():
        shown(anna.here(together, now))


def test_what_is_said_of_long_ago_is_worked_out_anew_and_kept_at_once(
    anna: Someone, toby: Someone, together: UUID
) -> None:
    root = months(anna, toby, together, days=70)
    here = anna.here(together, NOON + timedelta(days=72))
    promises.answer(here, promise=root, due="2026-03-08", answer="differently", seen="late")
    now = anna.here(together, NOON + timedelta(days=72))
    corrected = shown(now)
    upkeep.keep_up(here.viewer)
    with no_history():
        assert shown(anna.here(together, NOON + timedelta(days=72))) == corrected


@pytest.mark.practice("I2", "L8")
def test_what_mixes_in_private_notes_lies_with_them_and_goes_with_a_changed_one(
    anna: Someone, toby: Someone, together: UUID
) -> None:
    root = months(anna, toby, together, days=40)
    mine = unlocked(anna, NOON)
    for day in range(2, 40, 4):
        checkins.say_how(at(mine, together, day=day), words={"said": "x"}, trusting=(day % 5) + 1)  # type: ignore[arg-type]
    theirs = bytes(WorkedOut.objects.get(person=anna.person).body)
    upkeep.keep_up(kept_viewer(mine, together, day=42))
    assert bytes(WorkedOut.objects.get(person=anna.person).body) == theirs
    assert WorkedOut.objects.count() == 1
    with no_history():
        shared = shown(at(mine, together, day=42))
    note = private.notes(at(mine, together, day=42))[3]
    viewer = kept_viewer(mine, together, day=42)
    notes.delete(viewer, note.event.id)
    assert Side.objects.get(person=anna.person).state == b""
    again = shown(at(mine, together, day=42))
    assert again != shared
    upkeep.keep_up(viewer)
    with no_history():
        assert shown(at(mine, together, day=42)) == again
    months(anna, toby, together, days=3, start=40, root=root)


def kept_viewer(mine: Viewer, space: UUID, *, day: int) -> Viewer:
    """A request that opened the notes about this space."""
    here = at(mine, space, day=day)
    here.viewer.noted.append(here)
    return here.viewer


@pytest.mark.practice("A15")
def test_looking_keeps_nothing_and_writing_little_keeps_nothing(anna: Someone, toby: Someone, together: UUID) -> None:
    months(anna, toby, together, days=10)
    assert WorkedOut.objects.count() == 0
    client = anna.browser()
    assert client.get(f"/s/{together}/picture/").status_code == 200
    assert WorkedOut.objects.count() == 0


def test_it_opens_for_its_reader_alone_and_as_it_was_made(anna: Someone, toby: Someone, together: UUID) -> None:
    months(anna, toby, together, days=40)
    row = WorkedOut.objects.get()
    assert row.person == anna.person
    WorkedOut.objects.create(space_id=together, person=toby.person, seq=row.seq, body=row.body)
    now = NOON + timedelta(days=41)
    assert worked.load(anna.here(together, now))
    assert worked.load(toby.here(together, now)) == b""
    with mock.patch.object(keeping, "MADE_BY", "another"):
        with pytest.raises(AssertionError), no_history():
            shown(anna.here(together, now))
        writer = anna.here(together, now)
        cast.promise(writer, day="2026-05-30")
        upkeep.keep_up(writer.viewer)
        with no_history():
            shown(anna.here(together, now))


def test_whoever_leaves_with_a_writing_is_not_kept_waiting_for_a_picture(
    anna: Someone, toby: Someone, together: UUID
) -> None:
    months(anna, toby, together, days=30)
    here = anna.here(together, NOON + timedelta(days=80))
    going.part(here)
    [(_here, [left])] = here.viewer.wrote
    assert isinstance(left.facts, MemberLeft)
    request: Any = RequestFactory().post("/")
    request.viewer = here.viewer
    assert Keeping(lambda _: HttpResponse("gone"))(request).content == b"gone"
