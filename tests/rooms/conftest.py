"""The clock stands at the cast's noon here too; two at their browsers, and on a path."""

from collections.abc import Iterator
from uuid import UUID

import pytest
import time_machine
from django.test import Client

from tests import cast
from tests.cast import NOON, Someone
from tests.rooms.path import Walk
from tests.spaces.conftest import noon

__all__ = ["noon"]
PHRASE = "seven blue lamps over an empty pier"


@pytest.fixture
def walk(anna: Someone, toby: Someone, together: UUID) -> Walk:
    return Walk(together, {"anna": anna, "toby": toby})


@pytest.fixture
def two() -> Iterator[tuple[Client, Client, str]]:
    """Anna, whose private side is open, and Toby at their browsers, at noon; and their space."""
    with time_machine.travel(NOON):
        anna, toby = cast.person("Anna"), cast.person("Toby")
        space = cast.space_of(anna, toby)
        one, other = anna.browser(), toby.browser()
        one.post("/p/set", {"phrase": PHRASE, "idle": "0", "code": "none"})
        yield one, other, str(space)
