"""With little certainty a smaller promise is shown before anything is made; each way out of that page does its work."""

import pytest

from reknit.shelves import shelf
from tests.cast import NOON, Someone

pytestmark = pytest.mark.tables
DRAFT = {"what": "Home by seven.", "pattern": "weekdays", "day": "2026-03-09", "at": "19:00", "sure": "1"}


@pytest.fixture
def form(toby: Someone, together, time_machine) -> object:
    time_machine.move_to(NOON, tick=False)
    browser = toby.browser(NOON)
    return lambda **more: browser.post(f"/s/{together}/promises/new", {**DRAFT, **more})


def made(toby: Someone, together) -> list[str]:
    return [promise.when.rule for promise in shelf.state(toby.here(together)).promises.values()]


@pytest.mark.practice("E2")
def test_hoping_is_offered_less_first(form, toby: Someone, together) -> None:
    answer = form()
    assert answer.status_code == 200
    assert b"A smaller one?" in answer.content
    assert made(toby, together) == []


def test_the_smaller_one_is_made(form, toby: Someone, together) -> None:
    assert form(choice="smaller").status_code == 302
    assert made(toby, together) == ["FREQ=WEEKLY;BYDAY=MO"]


def test_or_the_one_that_was_meant(form, toby: Someone, together) -> None:
    assert form(choice="as_it_is").status_code == 302
    assert made(toby, together) == ["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"]


def test_or_it_is_written_anew_with_nothing_lost(form, toby: Someone, together) -> None:
    answer = form(choice="change")
    assert b"Home by seven." in answer.content
    assert made(toby, together) == []
