"""Pages asked for at the cast's own noon, and pages compared."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine

from tests import cast


@pytest.fixture
def noon() -> Iterator[time_machine.Traveller]:
    """The clock stands at noon of the second of March."""
    with time_machine.travel(cast.NOON + timedelta(seconds=1), tick=False) as clock:
        yield clock
