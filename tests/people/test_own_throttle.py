"""What one does for oneself and costs the server much: bounded for each person, and no row says for whom."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings

from reknit.people import keys, throttle
from reknit.people.models import Tries
from reknit.site.database import elsewhere
from tests.databases import Own

pytestmark = pytest.mark.tables
NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
ANNA, TOBY = keys.new_pair(), keys.new_pair()


def looks(count: int, pair: keys.Pair = ANNA, now: datetime = NOW, what: str = "look") -> int:
    """How many of so many are let through."""
    return sum(throttle.may_do(pair, what=what, now=now) for _ in range(count))


@pytest.mark.django_db
class TestCounting:
    def test_sixty_looks_and_then_one_a_second(self) -> None:
        assert looks(62) == 60
        assert looks(3, now=NOW + timedelta(seconds=1)) == 1
        assert looks(70, now=NOW + timedelta(minutes=2)) == 60

    def test_twenty_copies_and_then_one_in_three_minutes(self) -> None:
        assert looks(22, what="copy") == 20
        assert looks(2, what="copy", now=NOW + timedelta(minutes=2, seconds=59)) == 0
        assert looks(2, what="copy", now=NOW + timedelta(minutes=3)) == 1

    def test_each_person_and_each_thing_counts_apart(self) -> None:
        looks(61)
        assert looks(1, TOBY) == looks(1, what="copy") == 1

    def test_what_came_to_nothing_is_given_back(self) -> None:
        for _ in range(50):
            assert looks(1, what="copy") == 1
            throttle.undo(ANNA, what="copy", now=NOW)
        assert looks(22, what="copy") == 20

    def test_a_clock_that_is_put_back_locks_nobody_out(self) -> None:
        looks(22, what="copy", now=NOW + timedelta(hours=5))
        assert looks(1, what="copy") == 1

    def test_the_row_is_made_of_their_own_key_and_the_day_and_is_swept(self) -> None:
        looks(1)
        [row] = Tries.objects.values_list("key", flat=True)
        public = keys.Pair(ANNA.public, settings.SECRET_KEY.encode())
        assert throttle._own(public, "look", NOW) != row == throttle._own(ANNA, "look", NOW)
        assert throttle._own(ANNA, "look", NOW + timedelta(days=1)) != row
        throttle.sweep(now=NOW + timedelta(seconds=2))
        assert not Tries.objects.exists()


def test_twenty_threads_get_twenty_copies(own: Own, django_db_blocker) -> None:
    def attempt(_n: int) -> int:
        connection = own.connect()
        try:
            with elsewhere(connection):
                return looks(3, what="copy")
        finally:
            connection.close()

    with django_db_blocker.unblock(), ThreadPoolExecutor(20) as pool:
        assert sum(pool.map(attempt, range(20))) == 20
