"""What must show in the stories: each comes out as it is told, by what the engine reads on its days."""

from dataclasses import replace
from typing import Any

import pytest

from reknit.cli import printing
from reknit.cli.teller import Teller
from reknit.practice.facts_amends import Amending
from reknit.practice.story import parse
from tests.stories.conftest import SHIPPED, Read, Told


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


@pytest.mark.practice("N3", "A6", "C6", "D4")
def test_three_apologies_with_nothing_behind_them(read: Read) -> None:
    """Told again without them, the same story ends where it ends with them."""
    story = parse((SHIPPED / "words.story").read_bytes())
    kept = tuple(line for line in story.lines if not isinstance(getattr(line.act, "facts", None), Amending))
    assert len(story.lines) - len(kept) == 6
    teller = Teller(replace(story, lines=kept))
    teller.tell()
    *_, end = read("words", "Marko", "Lena")
    [ways] = [one for one in printing.report(teller, [])["directions"] if one["maker"] == "Marko"]
    *_, without = ways["readings"]
    assert abs(rely(end) - rely(without)) < 0.02
    assert abs(end["open_harm"] - without["open_harm"]) < 0.05
    assert end["record"] == without["record"]


@pytest.mark.practice("N3", "D5")
@pytest.mark.parametrize(("story", "mended"), [("kiosk", True), ("weather", False)])
def test_what_was_put_right_mends_more_than_words(read: Read, story: str, mended: bool) -> None:
    """After the same beginning, one rings the four people he told; the other is sorry if it upset her."""
    [breach] = read(story, "Kostas", "Eleni")[-1]["breaches"]
    assert (breach["most"] > 0.5) == mended
    assert (breach["acknowledged"], bool(breach["closed"])) == (mended, mended)


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


@pytest.mark.practice("N3", "A3", "A6", "B6")
def test_anna_and_toby_repair_what_they_have(read: Read) -> None:
    """The essay leaves it open. One way: fewer promises, and they hold."""
    [end] = read("anna-and-toby", "Toby", "Anna")
    assert end["record"]["mean"] > 0.8
    assert end["felt"]["direction"] != "falling"


@pytest.mark.practice("N3", "A6", "A8", "L8")
def test_anna_and_toby_keep_each_other_another_place(told: Told, read: Read) -> None:
    """Another way: she relies on him for Sundays, and no longer for seven o'clock; it is set down, not mended whole."""
    before, dropped, end = read("plate", "Toby", "Anna")
    assert end["record"]["low"] > before["record"]["mean"] + 0.2
    [open_], [down] = dropped["breaches"], end["breaches"]
    assert open_["open"] > 0
    assert (down["open"], down["closed"]) == (0, "set_down")
    assert 0.3 < down["r"] < 1
    assert end["open_harm"] < dropped["open_harm"]
    assert rely(end) > rely(dropped)
    assert rely(end) < end["record"]["low"]
    assert all(one["here"] for one in told("plate")["members"])


@pytest.mark.practice("N3", "A3", "A6", "A7")
def test_anna_goes(told: Told, read: Read) -> None:
    """A third: half of it is said and nothing follows; it stays open, it wears down, and she goes without a reason
    owed."""
    before, end = read("place", "Toby", "Anna")
    [breach] = end["breaches"]
    assert (breach["acknowledged"], breach["r"], breach["closed"]) == (False, 0, "")
    assert end["open_harm"] > 0.5
    assert end["record"]["mean"] < 0.2
    assert rely(end) < rely(before) - 0.1
    assert end["felt"]["direction"] == "falling"
    assert "missed" in {one["kind"] for one in end["patterns"]}
    assert {one["name"]: one["here"] for one in told("place")["members"]} == {"Anna": False, "Toby": True}


@pytest.mark.practice("N3", "A3", "N4")
def test_at_work_too_all_three_can_be_reached(told: Told, read: Read) -> None:
    """Relied on again; two lists, and it goes better; another place to work."""
    [mended], [apart], [gone] = (
        read(*who) for who in (("fridays", "Elias", "Karin"), ("ladder", "Curtis", "Renée"), ("stairs", "Piotr", "Ola"))
    )
    assert rely(mended) > rely(apart)
    assert rely(mended) > rely(gone)
    assert mended["record"]["mean"] > apart["record"]["mean"]
    here = [all(one["here"] for one in told(name)["members"]) for name in ("fridays", "ladder", "stairs")]
    assert here == [True, True, False]


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
