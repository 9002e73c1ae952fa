"""A history that was rewritten or shortened past these pages is told, at the next unlock, to who had seen it."""

from uuid import UUID

import pytest

from reknit.ledger import chain, store
from reknit.rooms.mine import keys as rooms_keys
from reknit.shelves import heads
from reknit.spaces.access import Viewer
from reknit.vault import remembered
from tests import cast
from tests.cast import NOON, Someone
from tests.ledger import tampering
from tests.vault.conftest import PHRASE, later, unlocked

pytestmark = pytest.mark.tables


@pytest.fixture
def seen(anna: Someone, toby: Someone, together: UUID) -> UUID:
    """Five promises, and Anna's private side has seen them."""
    unlocked(anna)
    for _ in range(5):
        cast.promise(toby.here(together))
    rooms_keys.unlock(anna.viewer(), typed=PHRASE)
    return together


def told(someone: Someone) -> list[str]:
    viewer = rooms_keys.unlock(someone.viewer(), typed=PHRASE)
    return [one.how for one in heads.changed(viewer)]


def last(space: UUID) -> int:
    return max(row.seq for row in tampering.rows(space))


def test_what_only_grew_is_nothing_to_tell(anna: Someone, toby: Someone, seen: UUID) -> None:
    cast.promise(toby.here(seen))
    assert told(anna) == []
    assert remembered.heads(unlocked(anna))[seen].seq == last(seen)


def test_the_newest_lines_taken_away_are_missed(anna: Someone, seen: UUID) -> None:
    with tampering.lifted():
        for row in tampering.rows(seen)[-3:]:
            tampering.take_out(row.pk)
    assert told(anna) == ["shorter"]


def test_a_line_changed_and_every_link_forged_anew_is_seen(anna: Someone, toby: Someone, seen: UUID) -> None:
    with tampering.lifted():
        row = tampering.rows(seen)[-2]
        tampering.write_over(row.pk, at=NOON.replace(year=2020))
        tampering.forge(seen, first=row.seq)
    assert not list(chain.faults(map(store.line, tampering.rows(seen))))
    assert told(anna) == ["rewritten"]
    unlocked(toby)
    assert told(toby) == []


def test_one_changed_line_is_seen(anna: Someone, seen: UUID) -> None:
    with tampering.lifted():
        tampering.write_over(tampering.rows(seen)[2].pk, at=NOON.replace(year=2020))
    assert told(anna) == ["broken"]


def test_shortened_and_written_on_is_seen(anna: Someone, toby: Someone, seen: UUID) -> None:
    with tampering.lifted():
        tampering.take_out(tampering.rows(seen)[-1].pk)
    for _ in range(3):
        cast.promise(toby.here(seen))
    assert told(anna) == ["rewritten"]


def test_it_is_told_until_it_was_read(anna: Someone, seen: UUID) -> None:
    with tampering.lifted():
        tampering.take_out(tampering.rows(seen)[-1].pk)
    assert told(anna) == ["shorter"]
    assert told(anna) == ["shorter"]
    mine: Viewer = unlocked(anna)
    heads.accept(mine)
    assert heads.changed(later(mine)) == []
    assert told(anna) == []


def test_the_page_says_it_to_that_person(anna: Someone, seen: UUID) -> None:
    with tampering.lifted():
        tampering.take_out(tampering.rows(seen)[-1].pk)
    client = anna.browser()
    client.post("/p/open", {"phrase": PHRASE})
    page = client.get("/p/").content.decode()
    assert "The history you share with Toby is not as you last saw it." in page
    assert "Lines at its end are gone." in page
    client.post("/p/seen")
    assert "not as you last saw it" not in client.get("/p/").content.decode()
