"""The second step of a sign-in: after the password and never in its place, and nothing of it readable at rest."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.contrib.sessions.models import Session
from django.utils import timezone

from reknit.people import acts, factors, keys, opened
from reknit.people.models import OpenKey, Person
from reknit.site.database import elsewhere
from tests.databases import Own
from tests.people.conftest import GOOD, Browser
from tests.people.rows import every_row

pytestmark = pytest.mark.tables
NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def number(secret: str, at: datetime) -> str:
    """What an app shows at this moment."""
    return format_hotp_value(hotp_value(secret, int(at.timestamp()) // 30))


def set_up(browser: Browser, at: datetime) -> tuple[str, list[str]]:
    """An app, set up through the page: its secret, and the spare codes."""
    secret = shown(browser)
    page = browser.post("/me/second/app", {"code": number(secret, at)})
    assert page.status_code == 200
    return secret, re.findall(r'class="code">([0-9 ]+)<', page.content.decode())


def shown(browser: Browser) -> str:
    """The secret that the page for a new app shows."""
    page = browser.get("/me/second/app").content.decode()
    return re.search(r'class="code">([A-Z2-7 ]+)<', page)[1].replace(" ", "")


@pytest.fixture
def noon(time_machine) -> datetime:
    time_machine.move_to(NOW, tick=False)
    return NOW


@pytest.fixture
def later(time_machine):
    """Some time on; the tries that were counted are forgotten by then."""

    def move(**by: float) -> datetime:
        time_machine.move_to(at := timezone.now() + timedelta(**by), tick=False)
        return at

    return move


@pytest.fixture
def secret(noon: datetime, anna: Browser) -> str:
    return set_up(anna, noon)[0]


def step(browser: Browser, code: str, **more: str):
    return browser.post("/in/second", {"code": code, **more})


@pytest.mark.django_db
class TestSettingUp:
    def test_it_asks_for_a_fresh_password(self, noon, anna: Browser, later) -> None:
        later(minutes=6)
        for path in ("/me/second", "/me/second/app", "/me/second/key"):
            for answer in (anna.get(path), anna.post(path, {"do": "spares", "factor": "1"})):
                assert answer["Location"].startswith("/me/again?next=%2Fme%2Fsecond")

    def test_the_square_is_drawn_without_a_style_or_a_picture(self, noon, anna: Browser) -> None:
        page = anna.get("/me/second/app").content.decode()
        assert '<svg class="qr"' in page
        assert "style=" not in page
        assert "data:" not in page.partition("<main")[2]
        assert "otpauth://totp/Anna?secret=" in page

    def test_a_look_changes_nothing(self, noon, anna: Browser) -> None:
        before = every_row()
        assert shown(anna) == shown(anna)
        anna.get("/me/second/key")
        assert every_row() == before

    def test_a_wrong_number_keeps_the_secret(self, noon, anna: Browser) -> None:
        before = shown(anna)
        again = anna.post("/me/second/app", {"code": "000000"}).content.decode()
        assert "This is not it" in again
        assert f">{keys.in_groups(before, 4)}<" in again
        assert not Authenticator.objects.exists()

    def test_every_session_and_everybody_has_another_secret(self, noon, anna: Browser, another) -> None:
        other, toby = another(), another()
        other.sign_in()
        toby.sign_up("Toby")
        assert len({shown(one) for one in (anna, other, toby)}) == 3
        assert anna.post("/me/second/app", {"code": number(shown(toby), noon)}).status_code == 200
        assert not Authenticator.objects.exists()

    def test_other_sessions_end_and_this_one_goes_on_under_another_id(self, noon, anna: Browser, another) -> None:
        """Statements 47 and 48."""
        other, thief = another(), another()
        other.sign_in()
        anna.copy_cookies_to(thief)
        set_up(anna, noon)
        assert anna.is_in()
        assert not other.is_in()
        assert not thief.is_in()

    def test_a_new_app_takes_the_place_of_the_old(self, secret: str, anna: Browser, another, later) -> None:
        now = later(minutes=3)
        new = shown(anna)
        assert new != secret
        assert anna.post("/me/second/app", {"code": number(new, now)})["Location"] == "/me"
        now = later(minutes=3)
        other = another()
        other.sign_in()
        assert step(other, number(secret, now)).status_code == 200
        assert step(other, number(new, now)).status_code == 302


@pytest.mark.django_db
class TestAtRest:
    def test_no_secret_and_no_spare_code_stands_in_any_row(self, noon, anna: Browser) -> None:
        """Statement 44: a look at the whole database shows none of them, and no moment at which one was used."""
        secret, spares = set_up(anna, noon)
        rows = every_row()
        for text in [secret, *spares, *(code.replace(" ", "") for code in spares)]:
            assert text.encode() not in rows
        assert b"otpauth" not in rows
        assert not Authenticator.objects.exclude(last_used_at=None).exists()

    def test_a_former_secret_key_still_opens_them(self, secret: str, anna: Browser, another, settings, later) -> None:
        settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another one", [settings.SECRET_KEY]
        now = later(minutes=3)
        other = another()
        other.sign_in()
        assert step(other, number(secret, now)).status_code == 302

    def test_without_it_nothing_passes_and_nothing_breaks(self, secret: str, another, settings, later) -> None:
        settings.SECRET_KEY = "another one"
        now = later(minutes=3)
        other = another()
        other.sign_in()
        assert step(other, number(secret, now)).status_code == 200
        assert step(other, "1" * 12).status_code == 200


@pytest.mark.django_db
class TestSigningIn:
    def test_the_password_alone_lets_nobody_in(self, secret: str, another) -> None:
        other = another()
        assert other.sign_in()["Location"] == "/in/second"
        for path in ("/home", "/me", "/begin", "/write"):
            assert other.get(path).status_code == 302
        row = OpenKey.objects.get(active=False)
        assert row.expires - row.begun_at == timedelta(minutes=5)
        assert opened.devices(row.person, now=NOW) != []
        assert row.pk not in [one.pk for one in opened.devices(row.person, now=NOW)]

    def test_with_the_number_they_are_in(self, secret: str, another, later) -> None:
        now, other = later(minutes=3), another()
        other.sign_in(device="alone", next="/write")
        before = {name: other.cookies[name].value for name in ("s", "k")}
        code = number(secret, now)
        assert step(other, f" {code[:3]} {code[3:]} ")["Location"] == "/write"
        assert other.is_in()
        assert all(other.cookies[name].value != value for name, value in before.items())
        assert OpenKey.objects.filter(device="alone", active=True).count() == 1
        assert not OpenKey.objects.filter(active=False).exists()
        assert not [one for one in Session.objects.all() if "account_login" in one.get_decoded()]

    def test_a_number_passes_once(self, secret: str, another, later) -> None:
        """Statement 44: the number just used is refused, in any session, and so is the one from setting up."""
        first, second = another(), another()
        for one in (first, second):
            one.sign_in()
        assert step(first, number(secret, NOW)).status_code == 200
        now = later(minutes=2)
        for one in (first, second):
            one.sign_in()
        assert step(first, number(secret, now)).status_code == 302
        assert "used already" in step(second, number(secret, now)).content.decode()

    @pytest.mark.parametrize(("old", "passes"), [(0, True), (30, True), (60, False), (-30, False)])
    def test_a_number_counts_half_a_minute_longer(self, secret: str, another, later, old: int, passes: bool) -> None:
        now, other = later(minutes=3), another()
        other.sign_in()
        assert step(other, number(secret, now - timedelta(seconds=old))).status_code == (302 if passes else 200)

    def test_a_spare_code_passes_once(self, noon, anna: Browser, another) -> None:
        _, spares = set_up(anna, noon)
        assert len(spares) == 10
        for passed, code in [(302, spares[3]), (200, spares[3]), (302, spares[4].replace(" ", ""))]:
            other = another()
            other.sign_in()
            assert step(other, code).status_code == passed
        assert "8 spare codes are left" in anna.get("/me/second").content.decode()

    def test_five_minutes_and_no_longer(self, secret: str, another, later) -> None:
        other = another()
        other.sign_in()
        now = later(minutes=5)
        assert other.get("/in/second")["Location"] == "/in"
        assert step(other, number(secret, now))["Location"] == "/in"
        assert not other.is_in()

    def test_one_can_begin_again_as_somebody_else(self, secret: str, another) -> None:
        acts.create_person("Toby", password=GOOD, operator="Ada Host", today=NOW.date())
        other = another()
        other.sign_in()
        assert "Sign in" in other.get("/in").content.decode()
        assert other.sign_in("Toby")["Location"] == "/home"
        assert b"Toby" in other.get("/home").content
        assert not OpenKey.objects.filter(active=False).exists()

    def test_half_of_what_waits_is_nobody(self, secret: str, another, later) -> None:
        now = later(minutes=3)
        for missing in ("s", "k"):
            other = another()
            other.sign_in()
            del other.cookies[missing]
            assert step(other, number(secret, now))["Location"] == "/in"

    def test_a_step_that_was_not_asked_for_is_refused(self, secret: str, another, later) -> None:
        now, other = later(minutes=3), another()
        assert step(other, number(secret, now))["Location"] == "/in"
        assert other.post("/in/second/lost")["Location"] == "/in"

    def test_the_words_of_a_session_that_ended_come_along(self, secret: str, another, later) -> None:
        now, other = later(minutes=3), another()
        page = other.sign_in(**{"kept-what": "I meant <it>", "next": "/write"}).content.decode()
        assert "I meant &lt;it&gt;" in page
        wrong = step(other, "000000", **{"kept-what": "I meant <it>", "next": "/write"}).content.decode()
        assert "I meant &lt;it&gt;" in wrong
        back = step(other, number(secret, now), **{"kept-what": "I meant <it>", "next": "//elsewhere.example"})
        assert 'action="/home"' in back.content.decode()
        assert "I meant &lt;it&gt;" in back.content.decode()
        assert other.is_in()
        assert b"I meant" not in every_row()

    def test_a_new_password_leaves_the_second_step(self, secret: str, anna: Browser, another, later) -> None:
        """Statement 42: neither a changed password nor a reset takes it away or goes around it."""
        from reknit.people import resets

        anna.post("/me/password", {"old": GOOD, "new": "another sentence, longer"})
        token = resets.offer(Person.objects.get(), now=NOW)
        other = another()
        for new, path in [("another sentence, longer", ""), ("a third sentence, longer", "/in/new")]:
            if path:
                other.post(path, {"token": token, "new": new})
            assert another().sign_in(password=new)["Location"] == "/in/second"
        assert factors.exists(Person.objects.get())


@pytest.mark.django_db
class TestTries:
    def test_they_are_counted_and_lock_nobody_out(self, secret: str, anna: Browser, another, later) -> None:
        """Statements 15, 31 and 34: from where one signed in before one can always try."""
        thief = another()
        answers = []
        for _ in range(40):
            thief.sign_in()
            answers.append(step(thief, "000000").status_code)
        assert answers == [200] * 5 + [429] * 35
        now = later(minutes=4)
        anna.post("/out")
        anna.sign_in()
        assert step(anna, number(secret, now)).status_code == 302

    def test_setting_up_is_counted_with_them(self, noon, anna: Browser) -> None:
        tries = [anna.post("/me/second/app", {"code": f"00000{n}"}).status_code for n in range(6)]
        assert tries == [200] * 5 + [429]


@pytest.mark.django_db
class TestLost:
    def test_three_days_later_the_password_is_enough(self, secret: str, another, later) -> None:
        other = another()
        other.sign_in()
        assert "Three days" in other.post("/in/second/lost").content.decode()
        later(hours=71, minutes=59)
        assert another().sign_in()["Location"] == "/in/second"
        later(minutes=1)
        at_last = another()
        assert at_last.sign_in()["Location"] == "/home"
        assert "said three days ago that it was lost" in at_last.get("/me").content.decode()
        assert not Authenticator.objects.exists()
        assert Person.objects.get().second_until is None

    def test_it_stands_on_every_page_and_can_be_stopped(self, secret: str, another, later, anna: Browser) -> None:
        thief = another()
        thief.sign_in()
        thief.post("/in/second/lost")
        assert "Somebody says your second step is lost" in anna.get("/me").content.decode()
        assert anna.post("/me/second/keep")["Location"] == "/me"
        assert "Somebody says" not in anna.get("/me").content.decode()
        later(hours=73)
        assert another().sign_in()["Location"] == "/in/second"

    def test_whoever_takes_the_step_keeps_it_and_reads_of_it(self, secret: str, another, later) -> None:
        thief, owner = another(), another()
        thief.sign_in()
        thief.post("/in/second/lost")
        now = later(hours=1)
        owner.sign_in()
        assert "From 5 March, 12:00 (UTC) on it is not asked for" in owner.get("/in/second").content.decode()
        step(owner, number(secret, now))
        assert "You have it, so it stays" in owner.get("/me").content.decode()
        later(hours=73)
        assert another().sign_in()["Location"] == "/in/second"

    def test_asked_twice_the_moment_stays(self, secret: str, another, later) -> None:
        for _ in range(2):
            other = another()
            other.sign_in()
            other.post("/in/second/lost")
            later(hours=10)
        assert Person.objects.get().second_until == NOW + timedelta(hours=72)

    def test_without_the_password_nobody_can_ask(self, secret: str, another) -> None:
        other = another()
        other.sign_in(password="not the right sentence")
        assert other.post("/in/second/lost")["Location"] == "/in"
        assert Person.objects.get().second_until is None


@pytest.mark.django_db
class TestOneByOne:
    def test_each_is_listed_and_taken_away_by_its_owner_alone(self, secret: str, anna: Browser, another) -> None:
        """S-21 and statement 49."""
        toby = another()
        toby.sign_up("Toby")
        mine = Authenticator.objects.get(type="totp")
        assert "An app that shows a number" in anna.get("/me").content.decode()
        assert "An app that shows a number" not in toby.get("/me").content.decode()
        toby.post("/me/second", {"factor": str(mine.pk)})
        assert Authenticator.objects.filter(pk=mine.pk).exists()
        anna.post("/me/second", {"factor": str(mine.pk)})
        assert not Authenticator.objects.exists()
        assert another().sign_in()["Location"] == "/home"

    def test_spare_codes_are_made_anew_and_need_a_step(self, noon, anna: Browser, another) -> None:
        anna.post("/me/second", {"do": "spares"})
        assert not Authenticator.objects.exists()
        _, old = set_up(anna, noon)
        new = re.findall(r'class="code">([0-9 ]+)<', anna.post("/me/second", {"do": "spares"}).content.decode())
        other = another()
        other.sign_in()
        assert step(other, old[0]).status_code == 200
        assert step(other, new[0]).status_code == 302

    @pytest.mark.parametrize("factor", ["", "x", "²", "9" * 30, "-1"])
    def test_nonsense_is_not_found(self, noon, anna: Browser, factor: str) -> None:
        assert anna.post("/me/second", {"factor": factor}).status_code == 404


def test_one_number_passes_for_one_of_twenty_threads(own: Own, django_db_blocker) -> None:
    """Replay is refused however many try at once."""
    with django_db_blocker.unblock():
        with elsewhere(connection := own.connect()):
            person, _ = acts.create_person("Anna", password=GOOD, today=NOW.date())
            secret = factors.new_secret(person, session="one")
            assert factors.add_app(person, secret=secret, code=number(secret, NOW), now=NOW)
            spares = factors.new_spares(person)
        connection.close()
        later = NOW + timedelta(minutes=3)

        def attempt(code: str) -> bool:
            connection = own.connect()
            try:
                with elsewhere(connection):
                    return factors.passes(person, code=code, now=later)
            finally:
                connection.close()

        with ThreadPoolExecutor(20) as pool:
            for code in (number(secret, later), spares[0]):
                assert sum(pool.map(attempt, [code] * 20)) == 1


@pytest.mark.django_db
def test_a_pair_carried_by_a_row_that_waits_opens_no_page(secret: str, another) -> None:
    """The key of who has not taken the second step is there, and opens nothing: `opened` refuses the row."""
    other = another()
    other.sign_in()
    row = OpenKey.objects.get(active=False)
    assert not other.is_in()
    OpenKey.objects.filter(pk=row.pk).update(active=True)
    assert not other.is_in()  # its session belongs to nobody yet
