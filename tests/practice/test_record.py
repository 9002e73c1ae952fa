"""The record of one direction keeps the last sixty stitches, sixty weeks, and every month."""

from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest

from reknit.practice.record import Counts, Record, Stitch, direction, total

FIRST = date(2026, 3, 2)


def a_stitch(days: int, shape: str = "kept", **more) -> Stitch:
    on = (FIRST + timedelta(days=days)).isoformat()
    return Stitch(
        on=on, root="e1", due=on, shape=shape, outcome=shape if shape in ("kept", "late", "missed") else "", **more
    )


def at(days: int) -> datetime:
    return datetime(2026, 3, 2, 12, tzinfo=UTC) + timedelta(days=days)


def filled(days: int) -> Record:
    record = Record()
    for number in range(days):
        record.change(None, a_stitch(number), at=at(number))
    return record


@pytest.mark.practice("E3")
def test_the_last_sixty_in_order_however_they_come():
    record = Record()
    for number in range(99, -1, -1):
        record.change(None, a_stitch(number), at=at(99))
    assert [each.day for each in record.last60] == [FIRST + timedelta(days=number) for number in range(40, 100)]
    assert record.stitches == 100


def test_what_fell_out_stays_out_when_it_is_corrected():
    record = filled(100)
    record.change(a_stitch(3), a_stitch(3, "missed"), at=at(100))
    assert all(each.shape == "kept" for each in record.last60)
    assert record.months["2026-03"] == Counts(kept=29, missed=1)
    record.change(a_stitch(99), a_stitch(99, "missed", differs=True, moved=2), at=at(100))
    assert [each.shape for each in record.last60][-2:] == ["kept", "missed"]
    assert len(record.last60) == 60
    assert record.months["2026-06"] == Counts(kept=8, missed=1, differs=1, moved=1)


def test_a_new_time_carries_it_along():
    record = filled(100)
    old = a_stitch(3)
    record.change(old, msgspec.structs.replace(old, on="2026-06-30"), at=at(100))
    assert record.last60[-1].due == "2026-03-05"
    assert len(record.last60) == 60
    assert record.months["2026-03"].kept == 29


def test_nothing_changes_where_nothing_changed():
    record = filled(3)
    before = msgspec.msgpack.encode(record)
    record.change(a_stitch(1), a_stitch(1), at=at(900))
    assert msgspec.msgpack.encode(record) == before


def test_sixty_weeks_and_every_month():
    record = filled(7 * 70)
    assert len(record.weeks) == 60
    assert min(record.weeks) == (FIRST + timedelta(weeks=10)).isoformat()
    assert sum(counts.kept for counts in record.weeks.values()) == 7 * 60
    assert len(record.months) == 17
    assert total(record.months.values()).kept == 7 * 70
    record.change(a_stitch(7 * 10 - 1), a_stitch(7 * 10 - 1, "late"), at=at(7 * 70 - 1))
    assert len(record.weeks) == 60
    assert total(record.months.values()).late == 1


def test_an_empty_week_and_month_are_gone():
    record = Record()
    record.change(None, a_stitch(0, "changed", moved=1), at=at(0))
    record.change(a_stitch(0, "changed", moved=1), a_stitch(40, "changed", moved=2), at=at(0))
    assert (list(record.weeks), list(record.months)) == (["2026-04-06"], ["2026-04"])
    assert total([]).stitches == 0


def test_counts_and_directions():
    counts = Counts(1, 2, 3, 4, 5, 6, 7, 8)
    assert (counts.outcomes, counts.stitches) == (6, 21)
    assert counts.plus(counts) == Counts(2, 4, 6, 8, 10, 12, 14, 16)
    assert direction("toby", "anna") == "toby>anna"
