"""A good reason can be told, and leaves the result as it is."""

import pytest

from reknit.rooms.promises import acts
from reknit.shelves import shelf
from tests import cast
from tests.cast import NOON, Someone

pytestmark = pytest.mark.tables
DUE = "2026-03-03"


@pytest.mark.practice("A13", "B7", "E6")
def test_a_reason_stands_beside_the_miss_and_lessens_nothing(anna: Someone, toby: Someone, together) -> None:
    root = cast.promise(toby.here(together), day=DUE)
    later = NOON.replace(day=4)
    acts.say(toby.here(together, later), promise=root, due=DUE, outcome="missed")
    acts.remark(anna.here(together, later), promise=root, due=DUE, remark="hurt")
    acts.answer(anna.here(together, later), promise=root, due=DUE, answer="yes")
    acts.explain(toby.here(together, later), promise=root, due=DUE, words={"said": "My mother fell."})
    here = anna.here(together, later)
    [stitch] = shelf.state(here).record(toby.here(together).me, here.me).last60
    assert (stitch.outcome, stitch.explained) == ("missed", True)
