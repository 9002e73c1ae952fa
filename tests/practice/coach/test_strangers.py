"""The coach on sentences by people who had not seen it: all have served since, so this holds what was reached."""

import pytest

from reknit.practice.coach import CATEGORIES
from tests.practice.coach.figures import by_category, left_alone, overall
from tests.practice.coach.labelled import (
    FIFTH,
    FOURTH,
    KEPT_FROM_US,
    SECOND,
    SETS,
    SEVENTH,
    SIXTH,
    STRANGERS,
    THIRD,
    everything,
    near,
    strangers,
)
from tests.practice.coach.markers import by_coach, by_keywords

HERE = [name for name in SETS if strangers(name)]
LEAST = {  # precision, recall, innocent left alone
    STRANGERS: (0.97, 0.93, 0.97),
    SECOND: (0.96, 0.94, 0.97),
    KEPT_FROM_US: (0.96, 0.96, 0.97),
    THIRD: (0.94, 0.90, 0.95),
    FOURTH: (0.90, 0.92, 0.94),
    FIFTH: (0.94, 0.86, 0.94),
    SEVENTH: (0.95, 0.87, 0.96),
    SIXTH: (0.88, 0.72, 0.95),
}


def test_the_set_is_what_it_is_said_to_be() -> None:
    ours = {one.text for one in everything()}
    for name in HERE:
        sentences = strangers(name)
        assert sum(one.innocent for one in sentences) >= len(sentences) / (3 if name == SEVENTH else 2)
        assert {span.category for one in sentences for span in one.spans} == set(CATEGORIES)
        assert len({one.text for one in sentences} - ours) >= 0.98 * len(sentences)  # a few say the very same
    assert len(strangers(STRANGERS)) == len(strangers(SECOND)) == 541
    assert strangers("nowhere.jsonl") == ()


@pytest.mark.practice("D3", "F2")
@pytest.mark.parametrize("name", HERE)
def test_it_marks_what_strangers_would_and_leaves_the_innocent_alone(name: str) -> None:
    precision, recall, alone = LEAST[name]
    whole = overall(by_coach, strangers(name), CATEGORIES)
    assert whole.precision >= precision
    assert whole.recall >= recall
    kept, innocent = left_alone(by_coach, strangers(name))
    assert kept / innocent >= alone


@pytest.mark.parametrize("name", HERE)
def test_it_does_better_than_keywords(name: str) -> None:
    ours, plain = (overall(way, strangers(name), CATEGORIES) for way in (by_coach, by_keywords))
    assert ours.precision > 2 * plain.precision
    assert ours.recall > plain.recall


def test_what_only_sounds_alike_is_left_alone() -> None:
    sentences = near()
    assert len(sentences) >= 500
    assert sum(not by_coach(text) for text in sentences) / len(sentences) >= 0.95


@pytest.mark.parametrize(("name", "least"), [(name, 0.65 if name == SIXTH else 0.80) for name in HERE])
def test_no_category_it_was_mended_by_is_mostly_wrong(name: str, least: float) -> None:
    for category, figure in by_category(by_coach, strangers(name), CATEGORIES).items():
        assert figure.precision >= least, category
