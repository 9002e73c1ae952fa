"""The record of one direction, in sentences."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reknit.practice.record import Counts, Record, Stitch
from reknit.practice.telling import deed_sentences, rhythm
from reknit.practice.wording import number
from tests.practice.told import Told, day, often

SHAPES = {"k": "kept", "l": "late", "m": "missed", "c": "changed", "r": "released", "s": "said"}
START = date(2026, 1, 1)


def record(line: str) -> Record:
    """One stitch a day: `k l m c r s`, each perhaps with `!` (seen differently) and a digit (times moved)."""
    stitches = []
    for place, (letter, marks) in enumerate(re.findall(r"([klmcrs])([!\d]*)", line)):
        moved = re.sub(r"\D", "", marks)
        on = (START + timedelta(days=place)).isoformat()
        outcome = SHAPES[letter] if letter in "klm" else ""
        stitches.append(
            Stitch(
                on=on, root="e1", due=on, shape=SHAPES[letter], outcome=outcome, said=outcome or "kept",
                differs="!" in marks, moved=int(moved or (letter == "c")),
            )
        )  # fmt: skip
    return Record(stitches)


def sentences(line: str, today: date | None = None) -> str:
    return " ".join(str(said) for said in deed_sentences(record(line), "Toby", "Anna", today=today))


@pytest.mark.practice("E3", "E7")
@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", "Nothing to show yet."),
        ("k", "One so far, kept."),
        ("l", "One so far, late."),
        ("m", "One so far, missed."),
        ("k!", "One so far, kept; Toby sees it differently."),
        ("kk", "Two so far, both kept."),
        ("km", "Two so far, one kept."),
        ("lm", "Two so far, neither on time."),
        ("kkk", "Three so far, all kept."),
        ("kkl", "Three so far, two kept."),
        ("mmm", "Three so far, none on time."),
        ("kkm!", "Three so far, two kept; one of these Toby sees differently."),
        ("m!m!", "Two so far, neither on time; Toby sees all of these differently."),
        ("kkkk", "Four so far, all kept."),
        ("kkkkk", "All of the last five were kept."),
        ("k" * 16, "All of the last 16 were kept."),
        ("mkkkk", "Four of the last five were kept, the last four on time."),
        ("kkkkm", "Four of the last five were kept, the last one missed."),
        ("kkkkl", "Four of the last five were kept, the last one late."),
        ("kkkmk", "Four of the last five were kept, the last one on time."),
        ("mmmmk", "One of the last five was kept, the last one on time."),
        ("mmlmm", "None of the last five on time."),
        ("m" + "k" * 9, "Nine of the last ten were kept, the last five on time."),
        ("kkkkkkkkkklklkkk"[:13] + "mkk", "13 of the last 16 were kept, the last two on time."),
        (
            "k" * 18 + "m!" + "kk",
            "19 of the last 20 were kept, the last two on time; one of these Toby sees differently.",
        ),
        ("k!k!kkkkm", "Six of the last seven were kept, the last one missed; two of these Toby sees differently."),
    ],
)  # fmt: skip
def test_what_was_kept(line, said):
    assert sentences(line) == said


@pytest.mark.practice("E3")
def test_the_sentence_of_the_practice():
    assert sentences("kkkkkm!kkkkkkklkk") == (
        "14 of the last 16 were kept, the last two on time; one of these Toby sees differently."
    )


@pytest.mark.practice("E3", "E4")
@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("c", "One was changed in time."),
        ("cc", "Two were changed in time."),
        ("c3", "One was changed in time, three times."),
        ("c2c", "Two were changed in time, the most often twice."),
        ("kkc", "Two so far, both kept. One more was changed in time."),
        ("kkcc", "Two so far, both kept. Two more were changed in time."),
        ("kkc2", "Two so far, both kept. One more was changed in time, twice."),
        ("kkcc4", "Two so far, both kept. Two more were changed in time, the most often four times."),
        ("r", "Anna let Toby off once."),
        ("krr", "One so far, kept. Anna let Toby off twice."),
        ("krrr", "One so far, kept. Anna let Toby off three times."),
        ("s", "For one there is only Toby's word."),
        ("ss", "For two there is only Toby's word."),
        ("ksss", "One so far, kept. For three more there is only Toby's word."),
        ("k1", "One so far, kept. It had been moved once."),
        ("k2", "One so far, kept. It had been moved twice."),
        ("kk3", "Two so far, both kept. One of these had been moved three times."),
        ("k1k1k", "Three so far, all kept. Two of these had been moved."),
        ("k1k5k", "Three so far, all kept. Two of these had been moved, the most often five times."),
        (
            "kkcrs",
            "Two so far, both kept. One more was changed in time. Anna let Toby off once. "
            "For one more there is only Toby's word.",
        ),
    ],
)
def test_what_lies_between(line, said):
    assert sentences(line) == said


def test_only_the_last_twenty_and_what_lies_between_them():
    assert sentences("mmmm" + "ccc" + "k" * 20) == "All of the last 20 were kept."
    assert sentences("mmmm" + "ccc" + "k" * 19) == (
        "19 of the last 20 were kept, the last five on time. Three more were changed in time."
    )


@pytest.mark.practice("E7")
@pytest.mark.parametrize(
    ("weeks", "said"),
    [(0, ""), (1, ""), (2, " The latest was two weeks ago."), (12, " The latest was twelve weeks ago."),
     (13, " The latest was on Friday 2 January."), (60, " The latest was on Friday 2 January 2026.")],
)  # fmt: skip
def test_weeks_without_any(weeks, said):
    assert sentences("kk", START + timedelta(days=1, weeks=weeks)) == "Two so far, both kept." + said


@pytest.mark.practice("E7")
def test_rhythm_is_told_in_weeks():
    today = day("2026-06-03")
    monday = day("2026-06-01")

    def weeks(*back: int):
        said = rhythm(Record(weeks={(monday - timedelta(weeks=n)).isoformat(): Counts(kept=1) for n in back}), today)
        return str(said) if said else ""

    assert weeks() == weeks(1, 2, 3) == weeks(11) == ""
    assert weeks(*range(1, 13)) == "There was something every week for the last twelve weeks."
    assert weeks(1, 2, 3, 12) == "There was something in four of the last twelve weeks."
    assert weeks(0, 13) == "There was nothing in the last twelve weeks."


@pytest.mark.practice("E3")
@pytest.mark.parametrize(
    ("line", "reader", "said"),
    [
        ("k!", "maker", "One so far, kept; you see it differently."),
        ("k!", "receiver", "One so far, kept; Toby sees it differently."),
        ("m!m!", "maker", "Two so far, neither on time; you see all of these differently."),
        ("kkm!", "maker", "Three so far, two kept; one of these you see differently."),
        ("k!k!kkkkk", "maker", "All of the last seven were kept; two of these you see differently."),
        ("r", "receiver", "You let Toby off once."),
        ("rr", "maker", "Anna let you off twice."),
        ("s", "maker", "For one there is only your word."),
        ("s", "receiver", "For one there is only Toby's word."),
        ("ksss", "maker", "One so far, kept. For three more there is only your word."),
    ],
)
def test_who_reads_it_is_called_you(line, reader, said):
    found = deed_sentences(record(line), "Toby", "Anna", reader=reader)
    assert " ".join(map(str, found)) == said


def test_what_is_still_ahead_is_left_out():
    assert sentences("kkc", START + timedelta(days=1)) == "Two so far, both kept."
    assert sentences("kkc", START + timedelta(days=2)) == "Two so far, both kept. One more was changed in time."
    assert sentences("c", START - timedelta(days=1)) == "Nothing to show yet."


@often
@given(st.text("klmcrs", max_size=60), st.integers(0, 500))
def test_any_record_reads_as_sentences(line, days):
    said = deed_sentences(record(line), "Toby", "Anna", today=START + timedelta(days=days))
    assert said
    for each in said:
        assert re.fullmatch(r"[A-Z0-9][^.%]*\.", str(each))
        assert not re.search(r"streak|score|rank|percent|\bno\b", str(each))


def test_a_told_history_gives_the_same_sentences():
    told = Told()
    root = told.promise()
    told.at("2026-03-07").says(root, "2026-03-06", "kept")
    told.answers(root, "2026-03-06", "differently", "late")
    assert [str(said) for said in deed_sentences(told.line(), "Toby", "Anna")] == [
        "One so far, late; Toby sees it differently."
    ]


def test_numbers():
    assert [str(number(n)) for n in (1, 12, 13, 100)] == ["one", "twelve", "13", "100"]
    assert [str(number(n, first=True)) for n in (1, 12, 13)] == ["One", "Twelve", "13"]
