"""A miss is asked about once; a small miss on a strong record is called unusual; a draft can be made smaller."""

from datetime import timedelta

import pytest

from reknit.practice import promises
from reknit.practice.facts import When
from reknit.practice.schedule import occurrences
from tests.practice.told import BERLIN, DAILY, Told, day, local

FRI = "2026-03-06"


def strong(outcomes: str = "kkkkkkkkkkkk", then: str = "missed", **more) -> tuple[Told, str, str]:
    """A daily promise with these outcomes, agreed, and then one more that the maker names."""
    told = Told()
    root = told.promise(when=DAILY, **more)
    keys = occurrences(DAILY, after=None, until=day("2027-01-01"), most=len(outcomes) + 1)
    names = {"k": "kept", "l": "late", "m": "missed"}
    for key, letter in zip(keys, outcomes, strict=False):
        told.at(key[:10]).says(root, key, names[letter])
        if letter == "m":
            told.explains(root, key)
        told.answers(root, key)
    told.at(keys[-1][:10])
    if then:
        told.says(root, keys[-1], then)
    return told, root, keys[-1]


def unusual(told: Told, root: str, due: str) -> bool:
    return promises.unusual(told.state, told.whole(root), due, "anna")


@pytest.mark.practice("A10")
@pytest.mark.parametrize(
    ("outcomes", "then", "expected"),
    [
        ("kkkkkkkkkkkk", "missed", True),
        ("kkkkkkkkkkkk", "late", True),
        ("kkkkkkkkkkkk", "kept", False),
        ("kkkkkkkk", "missed", True),
        ("kkkkkkk", "missed", False),
        ("lkkkkklkkkkk", "late", True),
        ("lkklkklkkkkk", "late", False),
        ("mkkkkkkkkkkk", "missed", True),
        ("kkmkkkkkkkkk", "missed", False),
        ("kkkkkkkkkkkm", "missed", False),
        ("mmmmmmkkkkkkkkkkkk", "missed", True),
    ],
)
def test_only_a_lone_lapse_on_a_strong_record(outcomes, then, expected):
    assert unusual(*strong(outcomes, then)) is expected


@pytest.mark.practice("A10")
def test_never_where_it_matters_a_lot_or_is_seen_differently():
    assert not unusual(*strong(weight=2))
    told, root, due = strong(then="kept")
    told.answers(root, due, "differently", "missed")
    assert not unusual(told, root, due)


@pytest.mark.practice("A10")
def test_seen_by_the_receiver_alone_it_can_be_unusual():
    told, root, due = strong(then="")
    assert not unusual(told, root, due)
    told.answers(root, due, "yes", "missed")
    assert unusual(told, root, due)


@pytest.mark.practice("A10")
def test_never_while_something_else_is_open():
    told, root, due = strong()
    other = told.promise(when=When("2026-03-20"))
    told.at("2026-03-20").says(other, "2026-03-20", "missed")
    assert not unusual(told, root, due)
    told.answers(other, "2026-03-20")
    assert not unusual(told, root, due)
    told.explains(other, "2026-03-20")
    assert unusual(told, root, due)
    told.says(other, "2026-03-20", "kept")
    assert not unusual(told, root, due)
    told.says(other, "2026-03-20", "missed")
    assert unusual(told, root, due)
    third = told.promise(when=When("2026-03-21"))
    told.at("2026-03-21").says(third, "2026-03-21", "kept")
    told.answers(third, "2026-03-21")
    told.says(third, "2026-03-21", "missed")
    assert not unusual(told, root, due)


@pytest.mark.practice("B7")
def test_a_miss_named_today_asks_once_what_happened():
    told = Told()
    root = told.promise()
    told.at(FRI).says(root, FRI, "missed")
    asked = promises.asks_what_happened(told.state, "toby", told.now, BERLIN)
    assert [(one.root, one.due) for one in asked] == [(root, FRI)]
    assert promises.asks_what_happened(told.state, "anna", told.now, BERLIN) == []
    assert promises.asks_what_happened(told.state, "toby", told.now + timedelta(hours=4), BERLIN) == []
    told.explains(root, FRI)
    assert promises.asks_what_happened(told.state, "toby", told.now, BERLIN) == []


@pytest.mark.practice("B7")
def test_seen_by_a_receiver_it_asks_its_maker_even_when_all_is_settled():
    told = Told()
    root = told.promise(to=("anna", "ben"))
    told.at("2026-03-09").says(root, FRI, "missed")
    told.at("2026-03-11").answers(root, FRI)
    told.answers(root, FRI, by="ben")
    assert root not in told.state.promises
    assert len(promises.asks_what_happened(told.state, "toby", told.now, BERLIN)) == 1
    late = told.promise(when=When("2026-03-12"))
    told.at("2026-03-12").says(late, "2026-03-12", "late")
    assert promises.asks_what_happened(told.state, "toby", told.now, BERLIN) == []


@pytest.mark.practice("E2", "E10")
def test_what_is_already_carried():
    told = Told()
    daily = told.promise(when=When("2026-03-02", "19:00", "FREQ=WEEKLY;BYDAY=MO,WE"))
    once = told.promise()
    told.promise("anna", ("toby",))
    week = (day("2026-03-02"), day("2026-03-08"))

    def load():
        return [(one.promise.id, one.key) for one in promises.carried(told.state, "toby", *week)]

    assert load() == [(daily, "2026-03-02T19:00"), (daily, "2026-03-04T19:00"), (once, FRI)]
    told.says(daily, "2026-03-02T19:00", "kept")
    told.moves(daily, "2026-03-04T19:00", "late", "2026-03-05T19:00")
    told.moves(once, FRI, "cannot", "2026-03-12")
    assert load() == [(daily, "2026-03-05T19:00")]
    told.does("end", "toby", daily)
    assert load() == []
    assert promises.carried(told.state, "toby", day("2026-03-09"), day("2026-03-15"))[0].at == local("2026-03-13 00:00")


@pytest.mark.practice("E2")
def test_the_less_sure_the_sooner_a_smaller_one_is_offered():
    told = Told()
    for hour in range(10, 16):
        told.promise(when=When(FRI, f"{hour}:00"))
    load = promises.carried(told.state, "toby", day("2026-03-02"), day("2026-03-08"))
    assert [promises.too_much(load, sure) for sure in (1, 2, 3, 4)] == [True, True, False, False]
    assert [promises.too_much([], sure) for sure in (1, 2, 3, 4)] == [True, False, False, False]
    assert promises.too_much(load * 2, 3)
    assert promises.too_much(load * 3, 4)


@pytest.mark.practice("E2", "K1")
@pytest.mark.parametrize(
    ("rule", "at", "said"),
    [
        ("FREQ=DAILY", "19:00", "Would a smaller one do: every Monday, Wednesday and Friday at 19:00?"),
        ("FREQ=DAILY;COUNT=5", "", "Would a smaller one do: every Monday, Wednesday and Friday, five times?"),
        ("FREQ=WEEKLY;UNTIL=20260401", "", "Would a smaller one do: every other Friday, until Wednesday 1 April?"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "", "Would a smaller one do: every Friday?"),
        ("FREQ=DAILY;BYDAY=MO,TU,WE,TH", "", "Would a smaller one do: every Monday?"),
        ("FREQ=WEEKLY;BYDAY=TU,TH", "", "Would a smaller one do: every Tuesday?"),
        ("FREQ=WEEKLY", "08:00", "Would a smaller one do: every other Friday at 08:00?"),
        ("FREQ=WEEKLY;INTERVAL=2", "08:00", "Would a smaller one do: every other Friday?"),
        ("FREQ=WEEKLY;INTERVAL=2", "", "Would a smaller one do: every other Friday, until Friday 20 March?"),
        ("FREQ=MONTHLY;BYMONTHDAY=6", "08:00", "Would a smaller one do: on the 6th of every month?"),
        ("", "19:00", "Would a smaller one do: by Friday 6 March?"),
    ],
)  # fmt: skip
def test_one_smaller_version(rule, at, said):
    found = promises.smaller(When(FRI, at, rule), today=day("2026-03-02"))
    assert found is not None
    assert str(found.say) == said


@pytest.mark.practice("E2")
@pytest.mark.parametrize("rule", ["", "FREQ=WEEKLY;INTERVAL=2;COUNT=3", "FREQ=MONTHLY;BYMONTHDAY=6;UNTIL=20270101"])
def test_of_what_is_small_already_half_may_do(rule):
    when = When(FRI, rule=rule)
    found = promises.smaller(when, today=day("2026-03-02"))
    assert (found.when, str(found.say)) == (when, "Would half of it do? Write the half you are sure of.")


@pytest.mark.practice("E2")
def test_what_is_due_at_once_may_have_a_day_more():
    for today in (FRI, "2026-03-05"):
        found = promises.smaller(When(FRI), today=day(today))
        assert (found.when, str(found.say)) == (When("2026-03-07"), "Would a smaller one do: by Saturday 7 March?")
    assert "half" in str(promises.smaller(When(FRI), today=day("2026-03-04")).say)
