"""Every step of a repair has something to read, for both roles and every kind of space."""

import pytest

from reknit.content import paths, readings
from reknit.content.examples import KINDS
from reknit.practice import undoing
from reknit.practice.path import STEPS
from reknit.practice.path_verbs import KINDS as VERBS
from reknit.practice.path_verbs import PLACED

BESIDE = ("near", "outside-hurt", "outside-doer")


@pytest.mark.practice("C12", "C13", "N1")
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_each_verb_and_each_role_has_its_reading(kind: str) -> None:
    for name in [*VERBS, "ready", "hurt", "doer", "apology", "amends", *BESIDE]:
        found = readings.reading(name, kind)
        assert found.title
        assert found.text
        assert found.sources


@pytest.mark.practice("C3", "C12", "N1")
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_what_undoes_a_repair_and_a_talk_have_their_readings(kind: str) -> None:
    assert set(readings.names("undoing")) == set(undoing.NAMES)
    for of in ("undoing", "together"):
        assert all(readings.reading(name, kind, of).text for name in readings.names(of))


def test_every_reading_is_for_something() -> None:
    assert set(readings.names()) == {*VERBS, "ready", "hurt", "doer", "apology", "amends", *BESIDE}
    assert set(STEPS) <= PLACED.keys()


def test_a_colleague_is_not_addressed_like_a_spouse() -> None:
    for name in ("acknowledge", "tell", "hurt", "doer", "boundary", "step"):
        assert readings.reading(name, "couple").text != readings.reading(name, "team").text


@pytest.mark.parametrize(
    "row",
    [
        {"title": "A", "close": "a", "sources": ["S1"]},
        {"title": "A", "close": "a", "work": "b"},
        {"title": "A", "close": "a " * 81, "work": "b", "sources": ["S1"]},
        {"title": "A", "close": "a", "work": "b", "lovers": "c", "sources": ["S1"]},
    ],
)
def test_a_reading_that_lacks_something_is_refused(row: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="planted"):
        readings.check("planted", row)


def test_each_role_has_a_path_of_its_own() -> None:
    assert len(paths.pages("hurt")) >= 6
    assert len(paths.pages("doer")) >= 4
    for one in paths.pages():
        assert paths.page(one.id) == one
    with pytest.raises(ValueError, match="planted"):
        paths.check(paths.Own("planted", "nobody", "A", "a", ("b",), ("S1",)))
