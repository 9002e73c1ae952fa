"""What must show in the stories: each comes out as it is told, by what the engine reads on its days."""

from typing import Any

import pytest

from tests.stories.conftest import Read, Told


def rely(reading: dict[str, Any]) -> float:
    """The middle of the feeling line."""
    return float(reading["felt"]["mean"])


@pytest.mark.practice("N3", "A3", "A4")
def test_words_without_change(read: Read) -> None:
    """Every word is said and nothing follows: the harm stays open, and what the words gave does not last."""
    told, after, end = read("words", "Marko", "Lena")
    [breach] = end["breaches"]
    assert breach["acknowledged"]
    assert breach["r"] < 0.2
    assert breach["open"] > 0.85 * breach["severity"]
    assert end["record"]["mean"] < 0.2
    assert rely(end) < rely(after) < rely(told)
    assert [(one["kind"], one["trend"]) for one in end["patterns"]] == [("missed", "steady")]


@pytest.mark.practice("N3", "A3", "A8", "L8")
def test_change_without_words(read: Read) -> None:
    """Every Saturday is kept and nobody says it: nothing of the tear is mended, the feeling lies below the deeds."""
    _, spring, end = read("change", "Duarte", "Inês")
    for one in (spring, end):
        [breach] = one["breaches"]
        assert (breach["r"], breach["open"], breach["acknowledged"]) == (0, breach["severity"], False)
    assert end["record"]["low"] > 0.85
    assert end["record"]["missed"] == 0
    assert abs(rely(end) - rely(spring)) < 0.1
    assert end["gap"]["lies"] == "far_below"


@pytest.mark.practice("N3", "A3", "A7")
def test_small_things_only(read: Read) -> None:
    """Nothing is named, and it falls far: the record, the feeling, and a pattern."""
    before, end = read("small", "Dan", "Priya")
    assert end["breaches"] == []
    assert end["record"]["mean"] < 0.25
    assert end["open_harm"] > 0.25
    assert rely(end) < rely(before) - 0.15
    assert {"missed", "late"} <= {one["kind"] for one in end["patterns"]}


@pytest.mark.practice("N3", "A3", "A4", "A14")
def test_a_setback_does_not_begin_it_all_again(read: Read) -> None:
    """A missed Sunday takes something away, and most of what was mended stays; it goes on from there."""
    begin, before, after, end = read("slow", "Henrik", "Jule")
    mended = [one["breaches"][0]["r"] for one in (begin, before, after, end)]
    assert mended[0] < mended[1]
    assert 0.5 * mended[1] < mended[2]
    assert mended[2] < mended[3]
    assert rely(begin) < rely(after) < rely(end)
    assert end["breaches"][0]["closed"] == ""
    assert end["open_harm"] > 0.3


@pytest.mark.practice("N3", "A3")
def test_he_changed_and_she_goes(told: Told, read: Read) -> None:
    """The record is whole and the harm is open on the day she leaves."""
    [end] = read("gone", "Martin", "Clara")
    [breach] = end["breaches"]
    assert breach["acknowledged"]
    assert breach["closed"] == ""
    assert end["open_harm"] > 0.4
    assert end["record"]["missed"] == 0
    assert rely(end) < end["record"]["low"]
    assert {one["name"]: one["here"] for one in told("gone")["members"]} == {"Clara": False, "Martin": True}


@pytest.mark.practice("N3", "A3")
def test_open_books(read: Read) -> None:
    [end] = read("books", "Femke", "Aylin")
    [breach] = end["breaches"]
    assert breach["closed"]
    assert end["open_harm"] == 0
    assert end["record"]["low"] > 0.85


@pytest.mark.soak
@pytest.mark.practice("N3", "A3", "A9")
def test_ten_years(read: Read) -> None:
    """One large hurt and bad seasons, and the line ends above where it began."""
    begin, hurt, low, end = read("ten", "Bea", "Tonio")
    assert rely(hurt) < rely(begin)
    assert low["record"]["mean"] < end["record"]["mean"]
    assert rely(end) > rely(begin)
    assert hurt["breaches"][0]["open"] > 0
    assert (end["breaches"][0]["open"], end["breaches"][0]["closed"]) == (0, "closed")
    assert end["open_harm"] < hurt["open_harm"]
