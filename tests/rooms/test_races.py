"""Whoever does the same thing at the same moment: each has one effect, in one order, and nobody sees a lock."""

import random
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.http import Http404

from reknit.ledger import chain, erase, store
from reknit.ledger.models import Event as Row
from reknit.ledger.models import Snapshot
from reknit.practice import fold
from reknit.practice.events import MemberLeft, OccurrenceAnswered, OccurrenceSaid
from reknit.practice.facts import When
from reknit.practice.refused import Refused
from reknit.rooms.belonging import acts as belonging
from reknit.rooms.promises import acts
from reknit.shelves import shelf
from reknit.shelves.writing import AlreadySaved, Once
from reknit.site.database import elsewhere
from reknit.spaces import seats
from reknit.spaces.models import Epoch, Member, Space
from tests import cast
from tests.cast import Someone
from tests.databases import Own
from tests.rooms.racing import at_once

pytestmark = pytest.mark.tables
THREADS, TIMES = 8, 200
FIRST = date(2026, 3, 3)
LATE = cast.NOON + timedelta(days=TIMES + 3)
DAILY = When(day=FIRST.isoformat(), rule="FREQ=DAILY")


@pytest.fixture
def here(own: Own, django_db_blocker) -> Iterator[Own]:
    """The database the race is in; this thread stands in it too."""
    with django_db_blocker.unblock(), elsewhere(own.connect()):
        yield own
        connection.close()


@pytest.fixture
def people(here: Own) -> list[Someone]:
    return [cast.person(name) for name in ("Anna", "Toby", "Maya")]


def form(token: int, url: str = "/to") -> Once:
    return Once(client_id=UUID(int=token), body=b"the same", url=lambda _id: url)


def whole(space: UUID, *someones: Someone) -> None:
    """Gapless, linked, opening, and for everyone the kept state is what the events come to."""
    rows = list(Row.opened.filter(space_id=space).order_by("seq"))
    assert [row.seq for row in rows] == list(range(1, len(rows) + 1))
    assert list(chain.faults(map(store.line, rows))) == []
    for someone in someones:
        here = someone.here(space, LATE)
        assert fold.encode(shelf.state(here)) == fold.encode(fold.fold(list(store.after(here, here.from_seq))))


def due(n: int) -> str:
    return (FIRST + timedelta(days=n)).isoformat()


def test_two_people_and_their_doubled_forms(here: Own, people: list[Someone]) -> None:
    """Toby says what came of two hundred days, Anna answers them; each sends every form from four windows at once."""
    anna, toby, _ = people
    space = cast.space_of(anna, toby)
    root = cast.promise(toby.here(space), when=DAILY)

    def says(n: int) -> None:
        once = form(1000 + n)
        acts.say(toby.here(space, LATE), promise=root, due=due(n), outcome="late", words={"said": "T."}, once=once)

    def answers(n: int) -> None:
        once = form(5000 + n)
        acts.answer(anna.here(space, LATE), promise=root, due=due(n), answer="yes", seen="late", once=once)

    def window(act: Any, seed: int) -> Counter[str]:
        """Day after day, each window a little out of order in its own way."""
        dice = random.Random(seed)
        order = sorted(range(TIMES), key=lambda n: n + dice.random() * 9)
        return Counter(type(_tried(partial(act, n))).__name__ for n in order)

    jobs = [partial(window, says if seed % 2 else answers, seed) for seed in range(THREADS)]
    found = at_once(here, jobs)
    assert all(isinstance(each, Counter) for each in found), found
    assert sum(found, Counter()) == {"NoneType": 2 * TIMES, "AlreadySaved": (THREADS - 2) * TIMES}
    said = [event.facts for event in store.thread(anna.here(space, LATE), root)[1:]]
    for kind in (OccurrenceSaid, OccurrenceAnswered):
        assert sorted(facts.due for facts in said if isinstance(facts, kind)) == [due(n) for n in range(TIMES)]
    assert len(said) == 2 * TIMES
    kept = Snapshot.objects.get(space_id=space)
    assert kept.seq == store.end(space)
    whole(space, anna, toby)


def _tried(act: Any) -> Any:
    try:
        return act()
    except (AlreadySaved, Refused, Http404) as fault:
        return fault


@pytest.mark.parametrize("again", range(3))
def test_one_code_and_many_hands(here: Own, people: list[Someone], again: int) -> None:
    """One of them sits down; the others are told what a used code tells."""
    anna = people[0]
    space = belonging.open_space(anna.viewer(), kind="couple", names=["Whoever"]).space_id
    code = belonging.invite(anna.here(space), seat=anna.here(space).others[0].id)
    guests = [cast.person(f"Guest {n}") for n in range(THREADS)]
    found = at_once(here, [partial(belonging.accept, guest.viewer(), code=code) for guest in guests])
    refused = [each for each in found if isinstance(each, Refused)]
    assert len(refused) == THREADS - 1, found
    assert {str(each) for each in refused} == {str(_tried(partial(belonging.accept, guests[0].viewer(), code=code)))}
    assert Member.objects.filter(space=space, person__isnull=False).count() == 2
    [winner] = [guest for guest, each in zip(guests, found, strict=True) if not isinstance(each, Exception)]
    whole(space, anna, winner)


@pytest.mark.parametrize("again", range(3))
def test_one_person_accepts_in_many_windows(here: Own, people: list[Someone], again: int) -> None:
    anna, toby, _ = people
    space = belonging.open_space(anna.viewer(), kind="couple", names=["Toby"]).space_id
    code = belonging.invite(anna.here(space), seat=anna.here(space).others[0].id)
    found = at_once(here, [partial(belonging.accept, toby.viewer(), code=code)] * THREADS)
    assert sum(isinstance(each, Refused) for each in found) == THREADS - 1, found
    assert store.end(space) == 2
    whole(space, anna, toby)


@pytest.mark.parametrize("again", range(4))
def test_accepting_while_the_code_is_taken_back(here: Own, people: list[Someone], again: int) -> None:
    """Either Toby is in, or he is told that the code opens nothing; never half of each."""
    anna, toby, _ = people
    space = belonging.open_space(anna.viewer(), kind="couple", names=["Toby"]).space_id
    seat = anna.here(space).others[0].id
    code = belonging.invite(anna.here(space), seat=seat)
    stand = anna.here(space)
    jobs = [
        partial(belonging.accept, toby.viewer(), code=code),
        partial(belonging.withdraw_invitation, stand, seat=seat),
    ]
    accepted, _ = at_once(here, jobs)
    assert isinstance(accepted, Refused) == anna.here(space).alone
    assert seats.look(code, cast.NOON) is None
    whole(space, anna)


@pytest.mark.parametrize("again", range(3))
def test_leaving_while_everyone_writes(here: Own, people: list[Someone], again: int) -> None:
    """What Toby sent before he went stands before it, nothing of his after; the others write on under a new key."""
    anna, toby, maya = people
    space = cast.space_of(anna, toby, maya, kind="friends")

    def writes(someone: Someone) -> list[Any]:
        return [_tried(partial(_promises, someone, n)) for n in range(12)]

    def _promises(someone: Someone, n: int) -> str:
        return cast.promise(someone.here(space), what=f"{someone.name} {n}", to=tuple(_stay(someone)))

    def _stay(someone: Someone) -> list[str]:
        return [seat.id for seat in someone.here(space).others if seat.name in {"Anna", "Maya"}]

    def leaves() -> bool:
        time.sleep(random.random() / 5)
        return belonging.part(toby.here(space))

    seat = toby.here(space).me
    found = at_once(here, [partial(writes, anna), partial(writes, maya), partial(writes, toby), leaves])
    assert found[3] is False, found
    assert not any(isinstance(each, Exception) for each in [*found[0], *found[1]]), found
    assert all(isinstance(each, str | Http404) for each in found[2]), found
    events = list(store.after(anna.here(space), 0))
    [left] = [event for event in events if isinstance(event.facts, MemberLeft)]
    assert [event for event in events if event.by == seat and event.seq > left.seq] == []
    epochs = {row.seq: row.epoch for row in Row.opened.filter(space_id=space)}
    assert all(epochs[event.seq] == 3 for event in events if event.seq > left.seq)
    whole(space, anna, maya)


def test_the_first_to_write_after_a_leaving_begins_the_epoch_alone(here: Own, people: list[Someone]) -> None:
    """Both stood in the old epoch as they pressed; one new epoch begins, and both lines stand in it."""
    anna, toby, maya = people
    for _ in range(3):
        space = cast.space_of(anna, toby, maya, kind="friends")
        belonging.part(maya.here(space))
        stands = [someone.here(space) for someone in (anna, toby) for _ in range(4)]
        found = at_once(here, [partial(cast.promise, stand, to=(_other(stand),)) for stand in stands])
        assert all(isinstance(each, str) for each in found), found
        assert list(Epoch.objects.filter(space=space).order_by("number").values_list("number", flat=True)) == [1, 2, 3]
        assert set(Row.opened.filter(pk__in=found).values_list("epoch", flat=True)) == {3}
        whole(space, anna, toby)


def _other(stand: Any) -> str:
    return next(seat.id for seat in stand.others if seat.name in {"Anna", "Toby"})


def test_two_ask_a_third_in_at_once(here: Own, people: list[Someone]) -> None:
    anna, toby, _ = people
    space = cast.space_of(anna, toby, kind="friends")
    proposal = belonging.propose(anna.here(space), name="Maya")
    belonging.agree(toby.here(space), proposal=proposal)
    stands = [someone.here(space) for someone in (anna, toby) for _ in range(3)]
    codes = at_once(here, [partial(belonging.invite_agreed, stand, proposal=proposal) for stand in stands])
    assert all(isinstance(code, str) for code in codes), codes
    assert Member.objects.filter(space=space).count() == 3
    assert sum(seats.look(code, cast.NOON) is not None for code in codes) == 1
    whole(space, anna, toby)


@pytest.mark.parametrize("again", range(3))
def test_begun_in_many_windows_it_is_one_space(here: Own, people: list[Someone], again: int) -> None:
    anna = people[0]

    def begins() -> UUID:
        once = Once(client_id=UUID(int=1), body=b"", url=lambda space: f"/s/{space}/")
        return belonging.open_space(anna.viewer(), kind="couple", names=["Toby"], once=once).space_id

    found = at_once(here, [begins] * THREADS)
    [made] = [each for each in found if isinstance(each, UUID)]
    saved = [each for each in found if isinstance(each, AlreadySaved)]
    assert len(saved) == THREADS - 1, found
    assert {(each.url, each.same) for each in saved} == {(f"/s/{made}/", True)}
    assert Space.objects.count() == 1


def test_words_that_fall_due_while_someone_writes(here: Own, people: list[Someone]) -> None:
    """Whatever is written meanwhile, what is kept of the state holds them no more."""
    anna, toby, _ = people
    space = cast.space_of(anna, toby)
    gone = [cast.promise(toby.here(space), what=f"Erased {n}", day="2026-12-24") for n in range(6)]
    for root in gone:
        belonging.ask_erasure(toby.here(space), event=root)

    def writes() -> None:
        for n in range(15):
            cast.promise(anna.here(space), what=f"Kept {n}")

    def tidies() -> int:
        return erase.fall_due(LATE.date())

    found = at_once(here, [writes, tidies, writes, tidies])
    assert found[0] is found[2] is None, found
    assert sorted(found[1::2]) == [0, len(gone)], found
    known = fold.encode(shelf.state(anna.here(space)))
    assert b"Erased" not in known
    assert b"Kept" in known
    whole(space, anna, toby)


@pytest.mark.parametrize("again", range(3))
def test_keeping_words_as_their_day_comes(here: Own, people: list[Someone], again: int) -> None:
    """They are kept or they are gone; nobody is told that they stay when they do not."""
    anna, toby, _ = people
    space = cast.space_of(anna, toby)
    root = cast.promise(toby.here(space), what="Mine.")
    belonging.ask_erasure(toby.here(space), event=root)
    keep = partial(belonging.keep_words, toby.here(space), event=root)
    kept, fell = at_once(here, [keep, partial(erase.fall_due, LATE.date())])
    stays = store.one(anna.here(space), root).words == {"what": "Mine."}
    assert (isinstance(kept, str), fell) == (stays, 0 if stays else 1), (kept, fell)
    whole(space, anna, toby)
