"""A process killed at fifty points of a new password: the old one works or the new one does, and never half of each."""

import time
from collections.abc import Iterator

import pytest
from django.db import connection
from django.utils import timezone

from reknit.people import acts, keys, resets, slots
from reknit.people.models import FormerRing, Person
from reknit.site.database import elsewhere
from tests.databases import Own
from tests.people.killing import KILLED, THROUGH, Killer

pytestmark = pytest.mark.tables
ONE, OTHER = "a short sentence to keep", "another sentence, longer"
POINTS = 50


@pytest.fixture
def killer(own: Own, django_db_blocker) -> Iterator[Killer]:
    """A process to be killed, and Anna in the database it works on."""
    with django_db_blocker.unblock(), elsewhere(own.connect()):
        acts.create_person("Anna", password=ONE, today=timezone.now().date())
        made = Killer(own)
        yield made
        made.end()
        connection.close()


def pair_of(password: str) -> keys.Pair | None:
    """The pair this password signs in with and opens; None where it does neither. Never one without the other."""
    person = Person.objects.get()
    pair = slots.try_password(person, password=password)
    assert person.check_password(password) == (pair is not None)
    return pair


def standing() -> tuple[str, str, keys.Pair]:
    """The password that works, the one that does not, and what it opens."""
    _wait_for_the_dead()
    found = {password: pair for password in (ONE, OTHER) if (pair := pair_of(password))}
    [(works, pair)] = found.items()
    assert pair.public == acts.public_half(Person.objects.get())
    return works, OTHER if works == ONE else ONE, pair


def _wait_for_the_dead() -> None:
    """PostgreSQL may still be at what a killed client sent last."""
    if connection.vendor != "postgresql":
        return
    asking = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    for _ in range(500):
        with connection.cursor() as cursor:
            cursor.execute(asking)
            if cursor.fetchone()[0] == 0:
                return
        time.sleep(0.01)
    raise AssertionError("a killed client's session never ended")


def points(killer: Killer, act: str, ready) -> Iterator[tuple[str, dict[str, str]]]:
    """Every statement and the commit, from both sides, then times spread over the whole of it: fifty, and no fewer."""
    counted, became = 0, ""
    while became != THROUGH:
        counted, given = counted + 1, ready()
        became, _ = killer.order(act, at=counted, **given)
        yield became, given
    assert counted > 20
    given = ready()
    _, whole = killer.order(act, **given)
    yield THROUGH, given
    for n in range(max(POINTS - counted, 10)):
        given = ready()
        became, _ = killer.order(act, after=whole * (n + 1) / (max(POINTS - counted, 10)), **given)
        yield became, given


def test_a_change_of_password(killer: Killer) -> None:
    def ready() -> dict[str, str]:
        works, not_, _ = standing()
        return {"old": works, "new": not_}

    pair, seen = standing()[2], []
    for became, given in points(killer, "change", ready):
        works, _, now = standing()
        assert now == pair  # the same key under either
        assert became in {KILLED, THROUGH}
        seen.append((became, works == given["new"]))
    assert sum(became == KILLED for became, _ in seen) >= POINTS * 0.6
    assert len(seen) >= POINTS
    assert (THROUGH, False) not in seen
    assert {(KILLED, False), (KILLED, True)} <= set(seen)  # killed just after the commit, it is the new one


def test_a_reset(killer: Killer) -> None:
    def ready() -> dict[str, str]:
        return {"token": resets.offer(Person.objects.get(), now=timezone.now()), "new": standing()[1]}

    seen = []
    before, _, old = standing()
    for became, given in points(killer, "reset", ready):
        works, _, pair = standing()
        done, now = works == given["new"], timezone.now()
        assert became in {KILLED, THROUGH}
        assert done == (resets.whose(given["token"], now=now) is None)  # spent with the effect, or neither
        assert done == (pair != old)
        if done:  # what was before is kept, and opens with its password
            assert resets.remembered(Person.objects.get(), typed=before, now=now) is not None
            assert any(bytes(row.public) == old.public for row in FormerRing.objects.all())
            before, old = works, pair
        seen.append((became, done))
    assert len(seen) >= POINTS
    assert (THROUGH, False) not in seen
    assert {(KILLED, False), (KILLED, True)} <= set(seen)
