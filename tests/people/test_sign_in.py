"""Sign-in and sign-out: the key is split while someone is in, and worthless when they are out."""

import re
from base64 import b64encode, urlsafe_b64decode
from datetime import timedelta

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher, make_password
from django.contrib.sessions.models import Session
from django.utils import timezone

from reknit.people import acts, keys, slots
from reknit.people.models import OpenKey, Person, Slot
from tests.people.conftest import GOOD, Browser
from tests.people.rows import every_row

pytestmark = [pytest.mark.tables, pytest.mark.django_db]


def blank(page: bytes) -> bytes:
    """A page without what differs at every look."""
    return re.sub(rb'(csrfmiddlewaretoken" value=|X-CSRFToken[^A-Za-z]+)"?[A-Za-z0-9]+', b"", page)


def test_in_with_the_name_in_any_case(anna: Browser, another) -> None:
    other = another()
    response = other.sign_in("  aNNA ")
    assert response["Location"] == "/home"
    assert other.is_in()


def test_a_next_page_is_followed_only_when_it_is_ours(anna: Browser, another) -> None:
    assert another().sign_in(next="/write")["Location"] == "/write"
    assert another().sign_in(next="https://example.org/")["Location"] == "/home"


@pytest.fixture
def work(monkeypatch) -> dict[str, int]:
    """How often a password was hashed and a key derived."""
    done = {"hash": 0, "derive": 0}
    encode, derive = MD5PasswordHasher.encode, keys.derive

    def hashing(self, *args, **kwargs):
        done["hash"] += 1
        return encode(self, *args, **kwargs)

    def deriving(*args, **kwargs):
        done["derive"] += 1
        return derive(*args, **kwargs)

    monkeypatch.setattr(MD5PasswordHasher, "encode", hashing)
    monkeypatch.setattr(keys, "derive", deriving)
    return done


def test_a_wrong_password_says_nothing_about_the_name(anna: Browser, another, work) -> None:
    acts.create_story_person("Told", today=timezone.now().date())
    Person.objects.create(name="Gone", name_key="gone", is_active=False, joined=timezone.now().date())
    pages, costs = [], []
    for name in ("Anna", "Nobo", "Told", "Gone"):
        work.update(hash=0, derive=0)
        response = another().sign_in(name, "not the right sentence")
        pages.append(blank(response.content).replace(name.encode(), b""))
        headers = {name: value for name, value in response.headers.items() if name != "Expires"}  # the second it is
        costs.append((response.status_code, dict(work), headers, list(response.cookies)))
    assert len(set(pages)) == 1
    assert costs == [costs[0]] * 4
    assert costs[0][1] == {"hash": 1, "derive": 1}
    assert b"do not belong together" in pages[0]


def test_the_right_password_costs_one_derivation(anna: Browser, another, work) -> None:
    work.update(hash=0, derive=0)
    another().sign_in()
    assert work == {"hash": 1, "derive": 1}


def test_a_hash_put_in_by_hand_opens_nothing(anna: Browser, another) -> None:
    Person.objects.update(password=make_password("the operator's own"))
    other = another()
    assert other.sign_in(password="the operator's own").status_code == 200
    assert other.sign_in().status_code == 200
    assert not other.is_in()


def test_a_higher_cost_is_taken_up_at_sign_in(anna: Browser, another, settings) -> None:
    settings.KEY_COST = (2, 16384)
    assert another().sign_in().status_code == 302
    slot = Slot.objects.get()
    assert (slot.passes, slot.memory) == (2, 16384)
    assert another().sign_in().status_code == 302


def test_every_sign_in_has_a_new_session_and_a_new_key(anna: Browser) -> None:
    before = {name: anna.cookies[name].value for name in ("s", "k")}
    anna.post("/out")
    anna.sign_in()
    assert all(anna.cookies[name].value != value for name, value in before.items())


def test_nothing_planted_in_a_session_survives_sign_in(anna: Browser) -> None:
    OpenKey.objects.all().delete()
    session = anna.session
    session["planted"] = "by whoever was here before"
    session.save()
    anna.sign_in()
    assert "planted" not in anna.session


def test_out_makes_the_old_cookies_useless(anna: Browser, another) -> None:
    thief = another()
    anna.copy_cookies_to(thief)
    assert thief.is_in()
    response = anna.post("/out")
    assert response["Location"] == "/"
    assert response.cookies["k"]["max-age"] == 0
    assert "cache" in response["Clear-Site-Data"]
    assert not thief.is_in()
    assert not OpenKey.objects.exists()
    assert not Session.objects.exists()


def test_a_get_of_out_changes_nothing(anna: Browser) -> None:
    assert "<button" in anna.get("/out").content.decode()
    assert anna.is_in()


@pytest.mark.parametrize("missing", ["s", "k"])
def test_half_of_the_cookies_is_nobody(anna: Browser, missing: str) -> None:
    del anna.cookies[missing]
    assert not anna.is_in()


def test_the_cookies_of_two_people_do_not_mix(anna: Browser, another) -> None:
    toby = another()
    toby.sign_up("Toby")
    toby.cookies["k"] = anna.cookies["k"].value
    assert not toby.is_in()


def test_two_sessions_of_one_person_do_not_mix(anna: Browser, another) -> None:
    other = another()
    other.sign_in()
    other.cookies["k"] = anna.cookies["k"].value
    assert not other.is_in()


@pytest.mark.parametrize("value", ["", "short", "x" * 44, "é", "A" * 400])
def test_a_cookie_of_nonsense_is_nobody(anna: Browser, value: str) -> None:
    anna.cookies["k"] = value
    assert not anna.is_in()


def test_a_row_moved_to_somebody_else_does_not_open(anna: Browser, another) -> None:
    toby = another()
    toby.sign_up("Toby")
    OpenKey.objects.filter(person__name="Anna").delete()
    OpenKey.objects.update(person=Person.objects.get(name="Anna"))
    assert not toby.is_in()


def test_an_inactive_row_opens_nothing(anna: Browser) -> None:
    OpenKey.objects.update(active=False)
    assert not anna.is_in()


class TestLimits:
    def test_a_shared_device_closes_after_half_an_hour(self, browser: Browser, time_machine) -> None:
        start = timezone.now()
        time_machine.move_to(start, tick=False)
        browser.sign_up()
        time_machine.move_to(start + timedelta(minutes=29), tick=False)
        assert browser.is_in()
        time_machine.move_to(start + timedelta(minutes=58), tick=False)
        assert browser.is_in()
        time_machine.move_to(start + timedelta(minutes=89), tick=False)
        assert not browser.is_in()

    def test_a_shared_device_closes_after_twelve_hours(self, browser: Browser, time_machine) -> None:
        start = timezone.now()
        time_machine.move_to(start, tick=False)
        browser.sign_up()
        for minutes in range(20, 12 * 60, 20):
            time_machine.move_to(start + timedelta(minutes=minutes), tick=False)
            assert browser.is_in()
        time_machine.move_to(start + timedelta(hours=12), tick=False)
        assert not browser.is_in()

    def test_my_own_device_stays_for_thirty_idle_days(self, browser: Browser, time_machine) -> None:
        start = timezone.now()
        time_machine.move_to(start, tick=False)
        browser.sign_up(device="alone")
        for days in (29, 58, 87):
            time_machine.move_to(start + timedelta(days=days), tick=False)
            assert browser.is_in()
        time_machine.move_to(start + timedelta(days=118), tick=False)
        assert not browser.is_in()

    def test_the_idle_clock_is_written_once_a_minute(self, anna: Browser, time_machine) -> None:
        row = OpenKey.objects.get()
        time_machine.move_to(row.seen_at + timedelta(seconds=59), tick=False)
        assert anna.is_in()
        assert OpenKey.objects.get().seen_at == row.seen_at
        time_machine.move_to(row.seen_at + timedelta(seconds=61), tick=False)
        assert anna.is_in()
        assert OpenKey.objects.get().seen_at > row.seen_at

    def test_what_is_over_is_swept_at_the_next_sign_in(self, anna: Browser, another, time_machine) -> None:
        time_machine.move_to(timezone.now() + timedelta(hours=1), tick=False)
        another().sign_in()
        assert OpenKey.objects.count() == 1
        assert Session.objects.count() == 1


class TestCookies:
    @pytest.mark.parametrize(("device", "lasting"), [("shared", ""), ("alone", 400 * 86400)])
    def test_a_shared_device_forgets_with_the_browser(self, browser: Browser, device: str, lasting) -> None:
        browser.sign_up(device=device)
        for name in ("s", "k"):
            age = browser.cookies[name]["max-age"]
            assert age == lasting or abs(age - lasting) < 5
            assert browser.cookies[name]["httponly"]
            assert browser.cookies[name]["samesite"] == "Lax"
            assert browser.cookies[name]["path"] == "/"

    def test_shared_is_the_default(self, browser: Browser) -> None:
        for page in ("/up", "/in"):
            assert re.search(r'value="shared"[^>]*checked', browser.get(page).content.decode())

    def test_over_tls_only(self, browser: Browser, settings) -> None:
        settings.HTTPS = True
        settings.KEY_COOKIE_NAME = "__Host-k"
        browser.sign_up()
        assert browser.cookies["__Host-k"]["secure"]
        assert browser.is_in()


def test_no_key_and_no_password_in_any_row_while_signed_in(anna: Browser) -> None:
    pair = slots.try_password(Person.objects.get(), password=GOOD)
    cookie = anna.cookies["k"].value
    secrets = [pair.secret, GOOD.encode(), cookie.encode(), urlsafe_b64decode(cookie)]
    rows = every_row()
    assert b"Anna" in rows
    for secret in secrets:
        for form in (secret, secret.hex().encode(), b64encode(secret)[:-4]):
            assert form not in rows
