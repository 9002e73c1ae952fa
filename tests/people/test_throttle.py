"""How often somebody may try: never locked, never by another's tries, and counted right however many try at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from django.test import RequestFactory
from django.utils import timezone

from reknit.people import throttle
from reknit.people.models import Known, Tries
from reknit.site.database import elsewhere
from tests.databases import Own
from tests.people.conftest import GOOD, Browser
from tests.people.rows import every_row

pytestmark = pytest.mark.tables
NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
WRONG = "not the right sentence"


def asking(address: str = "10.0.0.9", device: str = ""):
    request = RequestFactory().get("/", REMOTE_ADDR=address)
    request.COOKIES["d"] = device
    return request


def may(address: str = "10.0.0.9", name: str = "Anna", now: datetime = NOW, what: str = "sign in") -> bool:
    return throttle.may_try(asking(address), what=what, name=name, now=now)


@pytest.mark.django_db
class TestCounting:
    def test_five_at_once_then_one_a_minute_and_never_locked(self) -> None:
        assert [may() for _ in range(7)] == [True] * 5 + [False] * 2
        assert not may(now=NOW + timedelta(seconds=59))
        for minute in range(1, 200):
            later = NOW + timedelta(minutes=minute)
            assert [may(now=later), may(now=later)] == [True, False]

    def test_after_five_quiet_minutes_there_are_five_again(self) -> None:
        for start in (NOW, NOW + timedelta(minutes=6)):
            assert [may(now=start) for _ in range(6)] == [True] * 5 + [False]

    def test_a_clock_that_is_put_back_locks_nobody_out(self) -> None:
        assert [may(now=NOW + timedelta(hours=5)) for _ in range(6)] == [True] * 5 + [False]
        assert [may() for _ in range(7)] == [True] * 5 + [False] * 2
        assert not may(now=NOW - timedelta(seconds=59))

    def test_names_places_and_doors_count_apart(self) -> None:
        while may():
            pass
        assert may(name="Toby")
        assert may(address="10.0.0.10")
        assert may(what="code")
        assert not may(name=" aNNa ")

    def test_one_address_of_version_six_is_a_whole_network(self) -> None:
        assert [may(f"2001:db8:1:2::{n:x}") for n in range(1, 8)] == [True] * 5 + [False] * 2
        assert may("2001:db8:1:3::1")
        assert [may(f"::ffff:10.1.1.{n}") for n in (1, 2)] == [True, True]

    def test_many_names_from_one_address_are_counted(self) -> None:
        tried = [may(name=f"Somebody {n}") for n in range(40)]
        assert tried == [True] * 30 + [False] * 10
        assert may(name="Somebody 41", now=NOW + timedelta(seconds=3))

    def test_a_cookie_made_up_gives_nothing(self) -> None:
        tried = [throttle.may_try(asking(device=f"{n:064x}"), what="sign in", name="Anna", now=NOW) for n in range(7)]
        assert tried == [True] * 5 + [False] * 2

    def test_what_limits_nobody_is_swept(self) -> None:
        may()
        throttle.sweep(now=NOW)
        assert Tries.objects.count() == 2
        throttle.sweep(now=NOW + timedelta(minutes=7))
        assert not Tries.objects.exists()

    def test_no_row_says_who_or_where(self, settings) -> None:
        may("203.0.113.77")
        rows = every_row()
        assert b"203.0.113" not in rows
        assert b"anna" not in rows.lower()
        before = set(Tries.objects.values_list("key", flat=True))
        settings.SECRET_KEY = "another"
        may("203.0.113.77")
        may("203.0.113.77", now=NOW + timedelta(days=1))
        assert len(set(Tries.objects.values_list("key", flat=True)) - before) == 4


@pytest.mark.parametrize("known", [False, True])
def test_twenty_threads_get_five_tries(own: Own, known: bool, django_db_blocker) -> None:
    device = "ab" * 32
    with django_db_blocker.unblock():
        if known:
            with elsewhere(connection := own.connect()):
                Known.objects.create(key=throttle._known(device, "Anna"), until=NOW + timedelta(days=1))
            connection.close()

        def attempt(_n: int) -> list[bool]:
            connection = own.connect()
            try:
                with elsewhere(connection):
                    return [
                        throttle.may_try(asking(device=device), what="sign in", name="Anna", now=NOW) for _ in range(3)
                    ]
            finally:
                connection.close()

        with ThreadPoolExecutor(20) as pool:
            tried = [one for thread in pool.map(attempt, range(20)) for one in thread]
    assert (len(tried), sum(tried)) == (60, 5)


@pytest.mark.django_db
class TestAtTheDoor:
    def test_a_hundred_wrong_tries_elsewhere_leave_the_owner_alone(self, anna: Browser, another) -> None:
        anna.post("/out")
        thief, answers = Browser(REMOTE_ADDR="10.0.0.9"), []
        for _ in range(100):
            answers.append(thief.sign_in(password=WRONG).status_code)
        assert answers == [200] * 5 + [429] * 95
        assert anna.sign_in().status_code == 302

    def test_nor_do_they_from_the_same_address(self, anna: Browser, another) -> None:
        anna.post("/out")
        thief = another()
        for n in range(100):
            thief.sign_in(name=f"Name {n}" if n % 2 else "Anna", password=WRONG)
        assert thief.sign_in().status_code == 429
        assert anna.sign_in().status_code == 302

    def test_the_device_of_one_is_not_known_for_another(self, anna: Browser, another) -> None:
        another().sign_up("Toby")
        anna.post("/out")
        assert [anna.sign_in("Toby", WRONG).status_code for _ in range(6)] == [200] * 5 + [429]
        assert anna.sign_in().status_code == 302

    def test_too_many_says_when_and_keeps_what_was_typed(self, anna: Browser, another) -> None:
        thief = another()
        for _ in range(6):
            response = thief.sign_in(password=WRONG, **{"kept-what": "I meant it"})
        page = response.content.decode()
        assert "Wait a minute, then try again. Nothing is locked." in page
        assert "I meant it" in page
        assert thief.sign_in().status_code == 429

    def test_after_a_minute_there_is_a_try_again(self, anna: Browser, another, time_machine) -> None:
        time_machine.move_to(start := timezone.now(), tick=False)
        other = another()
        while other.sign_in(password=WRONG).status_code != 429:
            pass
        time_machine.move_to(start + timedelta(seconds=61), tick=False)
        assert other.sign_in().status_code == 302

    def test_what_was_right_costs_nothing(self, anna: Browser, another) -> None:
        assert {another().sign_in().status_code for _ in range(12)} == {302}

    def test_the_password_asked_once_more_is_counted(self, anna: Browser) -> None:
        assert [anna.post("/me/again", {"password": WRONG}).status_code for _ in range(6)] == [200] * 5 + [429]
        changed = anna.post("/me/password", {"old": GOOD, "new": "another sentence, longer"})
        assert changed.status_code == 429

    def test_the_cookie_tells_nothing_and_lasts(self, anna: Browser) -> None:
        cookie = anna.cookies["d"]
        assert (cookie["max-age"], cookie["httponly"], cookie["samesite"]) == (400 * 86400, True, "Lax")
        assert cookie.value.encode() not in every_row()
