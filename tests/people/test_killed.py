"""Stopped anywhere, a change of password leaves the old one working or the new one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone

from reknit.people import acts, codes, resets, slots
from reknit.people.models import FormerRing, Person

pytestmark = [pytest.mark.tables, pytest.mark.django_db]
OLD, NEW = "a short sentence to keep", "another sentence, longer"


class Killed(Exception):
    pass


@contextmanager
def killed_at(place: int) -> Iterator[None]:
    """Stop just before the statement that comes at this place."""
    seen = 0

    def counting(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        nonlocal seen
        seen += 1
        if seen == place:
            raise Killed
        return execute(sql, params, many, context)

    with connection.execute_wrapper(counting):
        yield


def works(password: str) -> bool:
    """Whether this password signs in, and opens the key."""
    person = Person.objects.get()
    pair = slots.try_password(person, password=password)
    return person.check_password(password) and pair is not None and pair.public == acts.public_half(person)


def every_place(act: Callable[[Person], Any]) -> list[str]:
    """Which passwords work after being stopped at each statement in turn, up to the one where it was not stopped."""
    found = []
    for place in range(1, 100):
        with transaction.atomic():
            try:
                with transaction.atomic(), killed_at(place):
                    act(Person.objects.get())
                stopped = False
            except Killed:
                stopped = True
            found.append(f"{'old' if works(OLD) else ''}{'new' if works(NEW) else ''}")
            transaction.set_rollback(True)
        if not stopped:
            return found
    raise AssertionError("it never ended")


@pytest.fixture
def code() -> str:
    person, pair = acts.create_person("Anna", password=OLD, today=timezone.now().date())
    return codes.make(person, pair=pair)


def test_a_change_of_password(code: str) -> None:
    places = every_place(lambda person: acts.change_password(person, old=OLD, new=NEW))
    assert len(places) > 8
    assert places == ["old"] * (len(places) - 1) + ["new"]


def test_a_recovery_code(code: str) -> None:
    places = every_place(lambda person: codes.use(person, code=code, new=NEW))
    assert len(places) > 8
    assert places == ["old"] * (len(places) - 1) + ["new"]


def test_a_reset(code: str) -> None:
    now = timezone.now()
    token = resets.offer(Person.objects.get(), now=now)
    places = every_place(lambda person: resets.use(token, new=NEW, zone="UTC", now=now))
    assert len(places) > 10
    assert places == ["old"] * (len(places) - 1) + ["new"]
    resets.use(token, new=NEW, zone="UTC", now=now)
    assert FormerRing.objects.count() == 1
    assert resets.remembered(Person.objects.get(), typed=OLD, now=now) is not None
