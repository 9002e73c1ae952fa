"""The closing line of `make test` can be trusted."""

import pytest

from tests.run import Part, verdict

GOOD = {"passed": 7, "failed": 0, "skipped": 0}


def test_all_that_ran_passed() -> None:
    parts = [Part("SQLite (3 in Chromium 140)", count=GOOD), Part("PostgreSQL 15", count={**GOOD, "skipped": 2})]
    said = (
        "All passed: 7 passed, 0 failed on SQLite (3 in Chromium 140); 7 passed, 0 failed, 2 skipped on PostgreSQL 15"
    )
    assert verdict(parts, strict=True) == (True, said)


def test_what_could_not_be_run_is_named_and_fails_in_ci() -> None:
    parts = [Part("SQLite", count=GOOD), Part("PostgreSQL", missing="Nothing answers.")]
    assert verdict(parts, strict=False) == (
        True,
        "Passed what could be run: 7 passed, 0 failed on SQLite; PostgreSQL NOT RUN",
    )
    assert verdict(parts, strict=True)[0] is False


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (Part("SQLite", failed=True, count={**GOOD, "failed": 1}), "FAILED: 7 passed, 1 failed on SQLite"),
        (Part("SQLite", failed=True), "FAILED: SQLite BROKE OFF"),
        (Part("SQLite", failed=True, count=GOOD), "FAILED: 7 passed, 0 failed on SQLite"),
    ],
)
def test_one_failure_is_enough(part: Part, said: str) -> None:
    passed, line = verdict([part, Part("PostgreSQL 15", count=GOOD)], strict=False)
    assert not passed
    assert line.startswith(said)
