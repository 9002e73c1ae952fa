"""The lines to call: every row has what it rests on, every number can be one of its country, none is called checked."""

import copy
import os
import tomllib
from datetime import date, timedelta
from typing import Any

import phonenumbers
import pytest
from phonenumbers import PhoneMetadata

from reknit.content import helplines
from reknit.content.helplines import Country, Line, countries

OLDEST = timedelta(days=365)
FRESH = timedelta(days=180)
# What the library's plan of numbers does not know: numbers that are the same in several countries of Europe.
NOT_IN_THE_PLAN = {"DE 116 016", "NO 116 006"}


def lines() -> list[Line]:
    return [line for country in countries() for line in country.lines]


def no_emergency(country: Country) -> list[str]:
    """Numbers dialled first that the country's own plan does not have."""
    plan = PhoneMetadata.short_metadata_for_region(country.code)
    return [
        one.shown for one in country.emergency if not phonenumbers.is_emergency_number(one.dialled, country.code)
    ] + ([] if plan else [country.name])


def no_number(line: Line) -> list[str]:
    """Numbers that can be none of this country: neither a whole one nor a short one."""
    found = []
    for number in line.numbers:
        parsed = phonenumbers.parse(number.dialled, line.country)
        short = phonenumbers.is_valid_short_number_for_region(parsed, line.country)
        if not short and not phonenumbers.is_valid_number_for_region(parsed, line.country):
            found.append(f"{line.country} {number.shown}")
    return found


def stale(rows: list[Line], today: date) -> list[str]:
    """Rows nobody has looked at for a year, and such as are called verified for longer than half a one."""
    old = [line for line in rows if today - (line.checked_on or line.noted_on) > OLDEST]
    trusted = [line for line in rows if line.checked_on and today - line.checked_on > FRESH]
    return [f"{line.country} {line.name}" for line in [*old, *trusted]]


@pytest.mark.practice("L4")
def test_thirty_countries_each_with_a_line() -> None:
    assert len(countries()) == 30
    assert [country.name for country in countries()] == sorted(country.name for country in countries())


@pytest.mark.practice("L4")
def test_what_is_dialled_first_is_an_emergency_number_there() -> None:
    assert {country.name: found for country in countries() if (found := no_emergency(country))} == {}


def test_every_number_can_be_one_of_its_country() -> None:
    assert {found for line in lines() for found in no_number(line)} == NOT_IN_THE_PLAN


def test_every_row_says_what_it_rests_on_and_none_is_called_checked() -> None:
    assert {line.status for line in lines()} == {"reported"}
    assert [line.name for line in lines() if not line.source.startswith("https://") or line.checked_by] == []


def test_at_most_three_lines_for_the_same_people_in_the_same_place() -> None:
    groups = [(line.country, line.to, line.region) for line in lines()]
    assert max(groups.count(one) for one in groups) <= 3


@pytest.mark.skipif(os.environ.get("CI") != "true", reason="a release is held up by old numbers, a day's work is not")
def test_no_row_is_old() -> None:
    assert stale(lines(), date.today()) == []


def test_an_old_row_is_reported() -> None:
    [first, *_] = lines()
    assert stale([first], first.noted_on + OLDEST) == []
    assert stale([first], first.noted_on + OLDEST + timedelta(days=1))


def broken(**changed: Any) -> dict[str, Any]:
    file = copy.deepcopy(tomllib.loads(helplines.FILE.read_text(encoding="utf-8")))
    file["line"][0].update(changed)
    return file


@pytest.mark.parametrize(
    "changed",
    [
        {"source": "heard of it"},
        {"for": "victims"},
        {"status": "verified"},
        {"status": "verified", "checked_on": "2026-11-20", "checked_by": "Ada"},  # by what a newspaper says
        {"country": "XX"},
        {"source_kind": "a friend"},
        {"number": [], "site": ""},
    ],
    ids=str,
)
def test_a_row_that_is_not_as_it_must_be_is_refused(changed: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        helplines.read(broken(**changed))


def test_a_checked_row_is_taken() -> None:
    row = {"status": "verified", "checked_on": "2026-11-20", "checked_by": "Ada", "source_kind": "operator"}
    [argentina, *_] = helplines.read(broken(**row))
    assert argentina.lines[0].checked_on == date(2026, 11, 20)


def test_a_planted_number_is_reported() -> None:
    [argentina, *_] = helplines.read(broken(number=["12"]))
    assert no_number(argentina.lines[0])
    file = broken()
    file["country"][0]["emergency"] = ["144"]
    assert no_emergency(helplines.read(file)[0])
