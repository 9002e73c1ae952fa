"""Whatever is permitted folds; a snapshot taken anywhere changes nothing; nothing dropped is ever missed."""

import time
from datetime import timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reknit.practice.events import OccurrenceAnswered, OccurrenceSaid, PromiseMade
from reknit.practice.facts import When
from reknit.practice.fold import MOST_SPOKEN, decode, encode, fold, new_state, step
from reknit.practice.record import LAST, WEEKS
from reknit.practice.threads import replay
from tests.practice.lives import PEOPLE, life, slow_records
from tests.practice.told import Told, local, often, seldom

SEEDS = st.integers(0, 10**6)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def _daily(minute: int) -> When:
    return When(day="2026-03-02", at=f"19:{minute:02}", rule="FREQ=DAILY")


def again(told: Told, cuts: set[int]):
    """The same events, with the state stored and read back at the cuts, recalling from the whole history."""
    state = new_state()
    for event in told.events:
        step(state, event, told.recall)
        if event.seq in cuts:
            state = decode(encode(state))
    return state


@often
@given(SEEDS, st.sets(st.integers(1, 80)))
def test_a_snapshot_anywhere_changes_nothing(seed, cuts):
    told = life(seed, 80)
    assert again(told, cuts) == told.state == fold(told.events)


@pytest.mark.practice("E3")
@seldom
@given(SEEDS)
def test_what_was_dropped_counts_as_if_it_were_there(seed):
    told = life(seed, 900, hours=14)
    slow = slow_records(told.events)
    oldest = (told.now - timedelta(weeks=WEEKS - 1)).date().isoformat()
    for record in [*slow.values(), *told.state.records.values()]:
        record.weeks = {week: counts for week, counts in record.weeks.items() if week >= oldest}
    assert told.state.records == slow


@seldom
@given(SEEDS)
def test_the_state_stays_small(seed):
    told = life(seed, 600, hours=60)
    for promise in told.state.promises.values():
        assert len(promise.occurrences) <= MOST_SPOKEN
        assert all(due > promise.behind for due in promise.occurrences)
        slow = replay(promise.id, told.recall(promise.id))
        assert slow is not None
        assert {due: slow.occurrences[due] for due in sorted(slow.occurrences)[-MOST_SPOKEN:]} == promise.occurrences
    for record in told.state.records.values():
        assert len(record.last60) <= LAST
        assert len(record.weeks) <= WEEKS + 54
        assert all(counts.stitches > 0 for counts in [*record.weeks.values(), *record.months.values()])


@often
@given(SEEDS, st.integers(1, 40))
def test_a_reader_who_came_later_passes_over_threads_begun_before(seed, joined):
    told = life(seed, 60)
    seen = told.events[joined:]
    begun = {event.id for event in seen}
    assert fold(seen) == _at(fold(event for event in seen if event.about in begun), seq=told.events[-1].seq)


def _at(state, *, seq):
    state.seq = seq
    return state


@often
@given(SEEDS, st.randoms(use_true_random=False))
def test_threads_do_not_depend_on_each_other(seed, dice):
    told = life(seed, 60)
    kept = [event for event in told.events if event.about != event.id or isinstance(event.facts, PromiseMade)]
    waiting: dict[str, list] = {}
    for event in kept:
        waiting.setdefault(event.about, []).append(event)
    mixed = []
    while waiting:
        root = dice.choice(sorted(waiting))
        mixed.append(waiting[root].pop(0))
        if not waiting[root]:
            del waiting[root]
    one, other = (fold(_numbered(events)) for events in (kept, mixed))
    assert (one.promises, one.records) == (other.promises, other.records)


def _numbered(events):
    return [msgspec.structs.replace(event, seq=number) for number, event in enumerate(events, start=1)]


@often
@given(SEEDS)
def test_the_same_event_twice_is_taken_once(seed):
    told = life(seed, 30)
    before = encode(told.state)
    for event in told.events[-5:]:
        step(told.state, event, told.recall)
    assert encode(told.state) == before


def test_everyone_in_these_lives_has_lived():
    told = life(1, 400)
    kinds = {type(event.facts).__name__ for event in told.events}
    assert len(kinds) >= 10
    assert {event.by for event in told.events} == set(PEOPLE)
    assert all(said.endswith(".") for said in told.refusals)
    assert len(told.refusals) > 15


def test_twenty_thousand_events(capsys):
    told = Told()
    roots = [told.promise("toby", ("anna",), when=_daily(minute)) for minute in range(10)]
    for number in range(1000):
        told.now = local("2026-03-02 23:00") + number * DAY
        key = (told.now - HOUR).date().isoformat()
        for minute, root in enumerate(roots):
            due = f"{key}T19:{minute:02}"
            told.record("toby", OccurrenceSaid(due=due, outcome="kept"), about=root)
            told.record("anna", OccurrenceAnswered(due=due, answer="yes", seen="kept"), about=root)
    start = time.perf_counter()
    state = fold(told.events)
    took = time.perf_counter() - start
    stored = encode(state)
    start = time.perf_counter()
    decode(stored)
    opened = time.perf_counter() - start
    with capsys.disabled():
        print(f"\n{len(told.events)} events: {took:.2f} s; {len(stored):,} bytes, read in {opened:.4f} s")  # noqa: T201
    assert state == told.state
