"""Every number has what it needs, and is refused out of its bounds."""

from dataclasses import fields, replace

import pytest

from reknit.engine import numbers
from reknit.engine.numbers import HARM


@pytest.mark.parametrize("group", numbers.GROUPS, ids=lambda group: type(group).__name__)
def test_every_number_says_its_unit_bounds_and_reason(group: numbers.Group) -> None:
    for one in group.listed():
        assert one.low <= one.value <= one.high, one
        assert one.unit, one
        assert len(one.reason) > 10, one
        with pytest.raises(ValueError, match=one.name):
            replace(group, **{one.name: one.high + 1})
        with pytest.raises(ValueError, match=one.name):
            replace(group, **{one.name: one.low - 1})


def test_the_parts_of_an_apology_make_a_whole() -> None:
    parts = [getattr(HARM, one.name) for one in fields(HARM) if one.name.startswith("part_")]
    assert sum(parts) == pytest.approx(1.0)
    assert parts[0] > parts[1] > max(parts[2:])
