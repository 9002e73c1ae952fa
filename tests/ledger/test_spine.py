"""The walk of one promise: made, owned, answered; and nobody else learns of it."""

import msgspec
import pytest
from django.http import Http404

from reknit.ledger import chain, codec, store
from reknit.practice.events import OccurrenceAnswered
from reknit.practice.refused import Refused
from reknit.rooms.promises import acts
from reknit.shelves import shelf
from tests import cast
from tests.cast import Someone

pytestmark = pytest.mark.tables


@pytest.mark.practice("E1", "E3")
def test_toby_was_late_and_anna_confirms(anna: Someone, toby: Someone, together) -> None:
    root = cast.promise(toby.here(together), day="2026-03-03")
    later = cast.NOON.replace(day=3, hour=20)
    acts.say(toby.here(together, later), promise=root, due="2026-03-03", outcome="late", words={"said": "The tram."})
    acts.answer(anna.here(together, later), promise=root, due="2026-03-03", answer="yes")
    here = anna.here(together, later)
    [stitch] = shelf.state(here).record(toby.here(together).me, here.me).last60
    assert (stitch.shape, stitch.outcome) == ("late", "late")
    assert [event.words for event in store.thread(here, root)][1] == {"said": "The tram."}
    assert list(chain.faults(list(store.every_line()))) == []


def test_nobody_confirms_their_own_promise(toby: Someone, together) -> None:
    root = cast.promise(toby.here(together))
    with pytest.raises(Refused, match="Only Anna can say"):
        acts.answer(toby.here(together), promise=root, due="2026-03-03", answer="yes", seen="kept")


def test_a_stranger_finds_nothing(stranger: Someone, together) -> None:
    with pytest.raises(Http404):
        stranger.here(together)


def test_a_third_reads_from_when_they_join(anna: Someone, toby: Someone, maya: Someone) -> None:
    space = cast.space_of(anna, toby, maya, kind="friends")
    assert [type(event.facts).__name__ for event in store.after(maya.here(space), 0)] == ["MemberJoined"]
    root = cast.promise(anna.here(space))
    assert store.thread(maya.here(space), root)


def test_what_could_not_be_read_again_is_not_written() -> None:
    with pytest.raises(msgspec.ValidationError):
        codec.facts_text(OccurrenceAnswered(due="2026-03-03", answer="yes", seen="evil"))  # type: ignore[arg-type]
