"""A story is lived through the same acts as the web: what follows from it is printed, or the line that cannot be."""

import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reknit.cli.__main__ import main
from reknit.people.models import Person

HEAD = """title: A week
kind: couple
zone: Europe/London
people: Anna (opens), Toby

2026-03-01 Anna opens the space
2026-03-01 Anna invites Toby
2026-03-02 Toby joins
2026-03-02 Toby promises Anna [home] by 2026-03-04: Home by seven.
"""
LATE = HEAD + "2026-03-04 21:00 Toby says [home] late: The tram.\n2026-03-05 Anna answers [home] yes\n"
Replay = Callable[..., tuple[int, str, str]]


@pytest.fixture
def replay(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, db: None) -> Replay:
    """`reknit replay`, of a file or of standard input."""

    def run(story: str, *more: str, piped: bool = False) -> tuple[int, str, str]:
        file = tmp_path / "a.story"
        file.write_text(story, encoding="utf-8")
        monkeypatch.setattr(sys, "stdin", io.StringIO(story))
        capsys.readouterr()
        status = main(["replay", "-" if piped else str(file), *more])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


@pytest.mark.practice("E1", "E3")
def test_a_small_story(replay: Replay) -> None:
    status, said, wrong = replay(LATE)
    assert (status, wrong) == (0, "")
    assert said.splitlines() == [
        "A week",
        "",
        "[home] Toby to Anna: Home by seven. — by Wednesday 4 March",
        "    2026-03-04: said late; answered Anna yes late",
        "",
        "What Toby promised Anna",
        "    |~|",
        "    " + said.splitlines()[-1].strip(),
    ]


def test_for_programs(replay: Replay) -> None:
    status, said, _ = replay(LATE, "--json")
    report = json.loads(said)
    assert status == 0
    assert (report["form"], report["story"], report["kind"]) == (1, "A week", "couple")
    assert sorted(member["name"] for member in report["members"]) == ["Anna", "Toby"]
    [promise] = report["promises"]
    [occurrence] = promise["occurrences"]
    assert (promise["label"], promise["by"], promise["to"]) == ("home", "Toby", ["Anna"])
    assert (occurrence["due"], occurrence["said"]) == ("2026-03-04", "late")
    back, direction = report["directions"]
    assert (direction["maker"], direction["receiver"], direction["line"]) == ("Toby", "Anna", "~")
    assert (back["maker"], back["line"], back["readings"][0]["felt"]) == ("Anna", "", None)


@pytest.mark.practice("A7", "A10")
def test_the_readings_on_the_days_asked_for_add_up(replay: Replay) -> None:
    report = json.loads(replay(LATE, "--json", "--on", "2026-03-03", "--on", "2026-03-04", "--on", "2026-05-04")[1])
    before, then, later = report["directions"][1]["readings"]
    assert (before["felt"], before["why"], before["record"]["late"]) == (None, None, 0)
    assert (then["day"], then["record"]["late"], then["record"]["mean"]) == ("2026-03-04", 0, None)
    assert (later["record"]["late"], later["felt"]["reports"]) == (1, 0)
    why = later["why"]
    assert why["start"] + sum(why["totals"].values()) == pytest.approx(why["end"], abs=1e-9)
    assert later["felt"]["mean"] == pytest.approx(why["end"], abs=1e-9)
    assert [cause["kind"] for cause in why["largest"]] == ["late"]


def test_from_standard_input_it_is_the_same(replay: Replay) -> None:
    assert replay(LATE, piped=True) == replay(LATE)


def test_nothing_is_written_here(replay: Replay) -> None:
    """It is lived in memory: the server's own database learns nothing of it."""
    replay(LATE)
    assert not Person.objects.exists()


@pytest.mark.practice("E3")
def test_toby_confirms_his_own_promise(replay: Replay) -> None:
    """The line, and the very sentence the web would show."""
    told = HEAD + "2026-03-04 21:00 Toby says [home] kept\n2026-03-05 Toby answers [home] yes\n"
    assert replay(told) == (
        1,
        "",
        "Line 11: Only Anna can say whether this was kept: the promise was made to Anna. "
        "You can say what came of it from your side.\n",
    )


def test_an_act_by_who_has_left(replay: Replay) -> None:
    told = HEAD + "2026-03-03 Toby leaves\n2026-03-04 Toby says [home] kept\n"
    assert replay(told) == (1, "", "Line 11: Toby has left the space.\n")


def test_a_line_nobody_can_read(replay: Replay) -> None:
    status, said, wrong = replay(HEAD + "2026-03-04 Toby whistles\n")
    assert (status, said) == (1, "")
    assert wrong.startswith("Line 10: ")


def test_the_last_one_leaves(replay: Replay) -> None:
    """The space is erased with them, and that is what there is to print."""
    told = HEAD + "2026-03-03 Toby leaves\n2026-03-04 Anna leaves\n"
    assert replay(told) == (0, "A week\n\nNobody is here any more, and the space is erased.\n", "")
    assert json.loads(replay(told, "--json")[1])["promises"] == []


def test_words_asked_to_go_stay_until_their_day(replay: Replay) -> None:
    told = HEAD.replace("2026-03-04:", "2026-03-04 {home}:") + "2026-03-03 Toby asks to erase {home}\n"
    assert "Home by seven." in replay(told)[1]
    twice = told + "2026-03-04 Toby asks to erase {home}\n"
    assert replay(twice)[2].startswith("Line 11: ")


@pytest.mark.practice("A11", "A13")
def test_what_weighs_nothing_is_lived_and_moves_nothing(replay: Replay) -> None:
    """That somebody forgives, and how the load feels: both are said, and no line and no reading is another for it."""
    said = "2026-03-06 Anna finds the load not fair: I plan it all.\n  parts: planning\n2026-03-06 Anna forgives Toby\n"
    asked = ("--json", "--on", "2026-03-06")
    until = LATE + "2026-03-06 Anna checks in energy 3\n"
    (status, plain, _), (again, told, wrong) = replay(until, *asked), replay(until + said, *asked)
    assert (status, again, wrong) == (0, 0, "")
    without, with_ = (json.loads(re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "one", each)) for each in (plain, told))
    assert without["promises"] == with_["promises"]
    assert without["directions"] == with_["directions"], "the engine takes in nothing of it"
