"""Stopped before any of its statements, an act has not happened; that is said, and the same form then goes through."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import OperationalError, connection, transaction

from reknit.rooms.promises import acts
from tests import cast
from tests.cast import NOON, Someone
from tests.house import world

pytestmark = [pytest.mark.tables, pytest.mark.django_db]
LATER = NOON + timedelta(days=2)
WRITES = ("INSERT", "UPDATE", "DELETE")


@contextmanager
def failing_at(place: int) -> Iterator[list[str]]:
    """The database refuses the statement at that place among those that change something."""
    seen: list[str] = []

    def one(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith(WRITES):
            seen.append(sql)
            if len(seen) == place:
                raise OperationalError("planted")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(one):
        yield seen


@pytest.fixture
def forms(anna: Someone, toby: Someone, together: UUID, time_machine) -> dict[str, tuple[Someone, str, dict[str, Any]]]:
    """What is sent, by whom and where: a promise, words about one, two answers at once."""
    time_machine.move_to(LATER, tick=False)
    space = f"/s/{together}/promises"
    said = [cast.promise(toby.here(together)) for _ in range(3)]
    for promise in said[:2]:
        acts.say(toby.here(together, LATER), promise=promise, due="2026-03-03", outcome="kept")
    these = [f"{promise}|2026-03-03|kept" for promise in said[:2]]
    words = {"outcome": "late", "said": "The train stood still."}
    return {
        "a promise": (toby, f"{space}/quick", {"what": "I call on Friday.", "day": "2026-03-09"}),
        "words": (toby, f"{space}/{said[2]}/on/2026-03-03/say", words),
        "two answers": (anna, f"{space}/yes", {"these": these}),
    }


@pytest.mark.parametrize("name", ["a promise", "words", "two answers"])
def test_all_of_it_or_nothing(forms: Any, name: str) -> None:
    who, path, fields = forms[name]
    browser, token = who.browser(LATER), str(uuid4())
    before, stopped = world.digest(), 0
    for place in range(1, 60):
        with transaction.atomic():
            with failing_at(place) as seen:
                answer = browser.post(path, {**fields, "client_id": token})
            if len(seen) < place:
                break
            stopped += 1
            assert world.digest() == before, f"half of it is there after {seen}"
            page = answer if answer.status_code == 422 else browser.get(answer["Location"])
            assert b"We could not save this." in page.content
            transaction.set_rollback(True)
    assert answer.status_code == 302
    assert world.digest() != before
    assert stopped >= 3
