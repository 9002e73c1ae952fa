"""What a shipped story comes to: lived through once by the same acts as the web, read on the days a test asks for."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reknit.cli import printing
from reknit.cli.teller import Teller
from reknit.practice.story import parse

SHIPPED = Path(__file__).parents[2] / "reknit" / "content" / "stories"
DAYS: dict[str, tuple[str, ...]] = {
    "slow": ("2025-06-05", "2025-09-27", "2025-09-29", "2026-05-31"),
    "words": ("2026-01-12", "2026-02-15", "2026-06-30"),
    "change": ("2026-01-12", "2026-04-26", "2026-07-19"),
    "plate": ("2026-03-28", "2026-04-12", "2026-10-04"),
    "place": ("2026-03-28", "2026-06-28"),
    "small": ("2026-01-07", "2026-03-29"),
    "ten": ("2016-06-30", "2019-09-02", "2022-06-30", "2025-11-30"),
}
"""The days on which a story is read besides its last."""
Read = Callable[[str, str, str], list[dict[str, Any]]]
Told = Callable[[str], dict[str, Any]]
REPORTS: dict[str, dict[str, Any]] = {}


@pytest.fixture
def told(db: None) -> Told:
    """A story's whole report. Lived through once for all tests: what it comes to is plain values."""

    def report(name: str) -> dict[str, Any]:
        if name not in REPORTS:
            teller = Teller(parse((SHIPPED / f"{name}.story").read_bytes()))
            teller.tell()
            days = [date.fromisoformat(day) for day in DAYS.get(name, ())]
            REPORTS[name] = printing.report(teller, days)
        return REPORTS[name]

    return report


@pytest.fixture
def read(told: Told) -> Read:
    """How one can rely on another there, in the order of the days."""

    def readings(name: str, maker: str, receiver: str) -> list[dict[str, Any]]:
        [found] = [one for one in told(name)["directions"] if (one["maker"], one["receiver"]) == (maker, receiver)]
        return list(found["readings"])

    return readings
