"""Words go when who wrote them says so, and are gone: from the rows, from the file, from the log beside it."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.db import connection
from django.http import Http404

from reknit.cli.tidying import tidy
from reknit.ledger import chain, export, store
from reknit.ledger.models import Erasure, Lifted, Sent, Snapshot
from reknit.ledger.models import Event as Row
from reknit.practice import fold
from reknit.practice.events import ErasureAsked
from reknit.practice.refused import Refused
from reknit.rooms.belonging import acts as belonging
from reknit.rooms.promises import acts
from reknit.shelves import shelf
from reknit.shelves.writing import Once
from reknit.site.database import elsewhere
from reknit.spaces.models import Epoch, Invitation, Member, Space, SpaceKey
from tests import cast
from tests.cast import Someone
from tests.databases import Own

pytestmark = pytest.mark.tables
SECRET = "What I wrote and do not want to have written. " * 9
MONTH = timedelta(days=30)
BLOCK = 16


def holds(space: UUID) -> bool:
    return not list(chain.faults(line for line in store.every_line() if line.space == str(space)))


def words(someone: Someone, space: UUID, event: str) -> dict[str, str] | None:
    return store.one(someone.here(space), event).words


def known(someone: Someone, space: UUID, now=cast.NOON) -> str:
    """Everything the state of the space holds, as its reader gets it."""
    return fold.encode(shelf.state(someone.here(space, now))).decode("utf-8", "replace")


@pytest.fixture
def alone(anna: Someone) -> UUID:
    """Anna's space, with a place for Toby that nobody has taken."""
    return belonging.open_space(anna.viewer(), kind="couple", names=["Toby"]).space_id


@pytest.mark.practice("N2")
def test_alone_they_go_at_once(anna: Someone, alone: UUID) -> None:
    root = cast.promise(anna.here(alone), what=SECRET)
    assert SECRET.strip() in known(anna, alone)
    assert belonging.ask_erasure(anna.here(alone), event=root) is None
    assert words(anna, alone, root) is None
    assert Row.opened.get(pk=root).words is None
    assert SECRET.strip() not in known(anna, alone)
    assert not Snapshot.objects.filter(space_id=alone).exists()
    assert holds(alone)
    assert not Lifted.objects.exists()


def test_an_invitation_given_out_changes_nothing(anna: Someone, toby: Someone, alone: UUID) -> None:
    """As long as the code is not used, nobody has read; once it is, thirty days begin."""
    first, second = cast.promise(anna.here(alone), what="One."), cast.promise(anna.here(alone), what="Two.")
    stale = anna.here(alone)
    code = belonging.invite(anna.here(alone), seat=anna.here(alone).others[0].id)
    assert belonging.ask_erasure(anna.here(alone), event=first) is None
    belonging.accept(toby.viewer(), code=code)
    assert belonging.ask_erasure(stale, event=second) == date(2026, 4, 1)
    assert words(toby, alone, first) is None
    assert words(toby, alone, second) == {"what": "Two."}


def test_together_they_go_after_thirty_days(anna: Someone, toby: Someone, together: UUID) -> None:
    root = cast.promise(toby.here(together), what=SECRET, day="2026-12-24")
    assert belonging.ask_erasure(toby.here(together), event=root) == date(2026, 4, 1)
    [asked] = [event for event in store.after(anna.here(together), 0) if isinstance(event.facts, ErasureAsked)]
    assert (asked.facts.event, asked.facts.after, asked.about) == (root, "2026-04-01", root)
    assert tidy(cast.NOON + MONTH - timedelta(days=1)) == "0 texts erased."
    assert words(anna, together, root) == {"what": SECRET.strip()}
    assert tidy(cast.NOON + MONTH) == "1 texts erased."
    assert words(anna, together, root) is None
    assert SECRET.strip() not in known(anna, together)
    assert tidy(cast.NOON + MONTH) == "0 texts erased."
    assert not Erasure.objects.exists()
    assert holds(together)


@pytest.mark.parametrize(("hour", "gone"), [(11, "0"), (12, "1")])
def test_a_day_has_come_when_it_has_come_everywhere(toby: Someone, together: UUID, hour: int, gone: str) -> None:
    """Whoever is told "on the first of April" still has the words while it is March anywhere."""
    belonging.ask_erasure(toby.here(together), event=cast.promise(toby.here(together)))
    assert tidy((cast.NOON + MONTH).replace(hour=hour)) == f"{gone} texts erased."


def test_they_can_stay_after_all(anna: Someone, toby: Someone, together: UUID) -> None:
    root = cast.promise(toby.here(together), what="I call on Sundays.")
    belonging.ask_erasure(toby.here(together), event=root)
    belonging.keep_words(toby.here(together, cast.NOON + MONTH - timedelta(days=1)), event=root)
    assert tidy(cast.NOON + 2 * MONTH) == "0 texts erased."
    assert words(anna, together, root) == {"what": "I call on Sundays."}
    assert belonging.ask_erasure(toby.here(together), event=root) == date(2026, 4, 1)


def test_what_is_asked_twice_or_kept_too_late_is_refused(toby: Someone, together: UUID) -> None:
    root = cast.promise(toby.here(together))
    belonging.ask_erasure(toby.here(together), event=root)
    later = toby.here(together, cast.NOON + timedelta(days=9))
    with pytest.raises(Refused, match="asked for this already"):
        belonging.ask_erasure(later, event=root)
    assert Erasure.objects.get().due == date(2026, 4, 1)
    tidy(cast.NOON + MONTH)
    for act in (belonging.keep_words, belonging.ask_erasure):
        with pytest.raises(Refused, match=r"gone|no words"):
            act(toby.here(together, cast.NOON + MONTH), event=root)
    with pytest.raises(Refused, match="staying already"):
        belonging.keep_words(toby.here(together), event=cast.promise(toby.here(together)))


def test_only_ones_own(anna: Someone, toby: Someone, stranger: Someone, together: UUID) -> None:
    root = cast.promise(toby.here(together), what="His words.")
    with pytest.raises(Refused, match="Only who wrote something"):
        belonging.ask_erasure(anna.here(together), event=root)
    belonging.ask_erasure(toby.here(together), event=root)
    with pytest.raises(Refused, match="staying already"):
        belonging.keep_words(anna.here(together), event=root)
    other = cast.space_of(anna, stranger)
    with pytest.raises(Http404):
        belonging.ask_erasure(stranger.here(other), event=root)
    assert words(anna, together, root) == {"what": "His words."}


def test_a_third_may_only_take_back_what_they_wrote_and_read(anna: Someone, toby: Someone, maya: Someone) -> None:
    space = cast.space_of(anna, toby, maya, kind="friends")
    before = next(store.after(anna.here(space), 0)).id
    with pytest.raises(Http404):
        belonging.ask_erasure(maya.here(space), event=before)
    mine = cast.promise(maya.here(space), what="Mine.")
    assert belonging.ask_erasure(maya.here(space), event=mine) == date(2026, 4, 1)


def test_what_was_done_stays(anna: Someone, toby: Someone, together: UUID) -> None:
    """The words go; that it was late does not, nor does anyone else's word on it."""
    later = cast.NOON.replace(day=3, hour=20)
    root = cast.promise(toby.here(together), what="Home by seven.")
    when = {"promise": root, "due": "2026-03-03"}
    acts.say(toby.here(together, later), **when, outcome="late", words={"said": "The tram."})
    acts.answer(anna.here(together, later), **when, answer="yes", words={"said": "I waited."})
    for event in store.thread(toby.here(together), root)[:2]:
        belonging.ask_erasure(toby.here(together), event=event.id)
    tidy(cast.NOON + MONTH)
    here = anna.here(together)
    assert [event.words for event in store.thread(here, root)[:3]] == [None, None, {"said": "I waited."}]
    [stitch] = shelf.state(here).record(toby.here(together).me, here.me).last60
    assert stitch.shape == "late"


def test_the_last_to_leave_erases_it_all(anna: Someone, toby: Someone, together: UUID) -> None:
    once = Once(client_id=UUID(int=7), body=b"", url=lambda root: f"/s/{together}/promises/{root}/")
    root = cast.promise(toby.here(together), once=once)
    belonging.ask_erasure(toby.here(together), event=root)
    other = cast.space_of(anna, toby)
    cast.promise(anna.here(other))
    assert belonging.part(anna.here(together)) is False
    assert belonging.part(toby.here(together)) is True
    for model in (Epoch, Invitation, Member, SpaceKey, Erasure, Snapshot):
        assert not model.objects.filter(space_id=together).exists(), model
    assert not Row.opened.filter(space_id=together).exists()
    assert not Space.objects.filter(pk=together).exists()
    assert not Sent.objects.exists()
    assert not Lifted.objects.exists()
    for someone in (anna, toby):
        with pytest.raises(Http404):
            someone.viewer().former(together)
    assert store.last_seq(anna.here(other)) == 3
    assert holds(other)


@pytest.fixture
def file(own: Own, django_db_blocker) -> Iterator[Path]:
    """A file of its own, written to through a connection that stays open as a server's does."""
    if own.postgres:
        pytest.skip("PostgreSQL keeps old row versions until it vacuums; its files are not scanned")
    with django_db_blocker.unblock(), elsewhere(own.connect()):
        yield own.path
        connection.close()


def left_of(envelopes: list[bytes], path: Path) -> list[bytes]:
    """Every piece of these envelopes that is still in the database file or its log."""
    disk = b"".join(each.read_bytes() for each in path.parent.iterdir() if each.name.startswith(path.name))
    return [piece for whole in envelopes for piece in _pieces(whole) if piece in disk]


def _pieces(whole: bytes) -> list[bytes]:
    """Sixteen bytes here and there: all of a small envelope, some forty of a large one."""
    return [whole[at : at + BLOCK] for at in range(0, len(whole) - BLOCK, max(BLOCK, len(whole) // 40))]


@pytest.mark.parametrize("size", [1, 100, 250, 900, 3000, 6000, 20_000])
def test_no_byte_is_left_on_disk(file: Path, size: int) -> None:
    anna = cast.person("Anna")
    space = belonging.open_space(anna.viewer(), kind="couple", names=["Toby"]).space_id
    roots = [cast.promise(anna.here(space), what="x" * size) for _ in range(12)]
    sealed = [bytes(Row.opened.get(pk=root).words) for root in roots]
    snapshot = bytes(Snapshot.objects.get(space_id=space).body)
    assert len(left_of([*sealed, snapshot], file)) > 0.9 * sum(map(len, map(_pieces, [*sealed, snapshot])))
    for root in roots[::2]:
        belonging.ask_erasure(anna.here(space), event=root)
    assert left_of([*sealed[::2], snapshot], file) == []
    assert left_of(sealed[1::2], file)
    for root in roots[1::2]:
        assert words(anna, space, root) == {"what": "x" * size}


def test_no_byte_is_left_on_disk_after_the_notice(file: Path) -> None:
    anna, toby = cast.person("Anna"), cast.person("Toby")
    space = cast.space_of(anna, toby)
    root = cast.promise(toby.here(space), what=SECRET)
    belonging.ask_erasure(toby.here(space), event=root)
    sealed = [bytes(Row.opened.get(pk=root).words), bytes(Snapshot.objects.get(space_id=space).body)]
    cast.promise(anna.here(space), what="Something else.")
    assert left_of(sealed[:1], file)
    tidy(cast.NOON + MONTH)
    assert left_of(sealed, file) == []
    assert export.pack(anna.here(space))


def test_no_byte_of_a_space_is_left_on_disk(file: Path) -> None:
    anna = cast.person("Anna")
    space = belonging.open_space(anna.viewer(), kind="family", names=["Toby", "Maya"]).space_id
    for size in (5, 500, 5000):
        cast.promise(anna.here(space), what="x" * size)
    belonging.invite(anna.here(space), seat=anna.here(space).others[0].id)
    rows = Row.opened.filter(space_id=space).values_list("facts", "words")
    sealed = [bytes(each) for row in rows for each in row if each]
    sealed += [bytes(body) for body in Snapshot.objects.values_list("body", flat=True)]
    sealed += [bytes(card) for card in Epoch.objects.values_list("card", flat=True)]
    sealed += [bytes(box) for box in SpaceKey.objects.values_list("wrapped", flat=True)]
    sealed += [bytes(offer) for offer in Invitation.objects.values_list("sealed", flat=True)]
    assert belonging.part(anna.here(space)) is True
    assert left_of([*sealed, str(space).encode(), space.bytes, space.hex.encode()], file) == []
