"""Sign-up: a name and a password make an account and a key, and the person is in."""

import pytest
from django.utils import timezone

from reknit.people import acts, opened, preferences, slots
from reknit.people.models import FirstToken, KeyRing, OpenKey, Person, Slot
from tests.people.conftest import GOOD, Browser

pytestmark = [pytest.mark.tables, pytest.mark.django_db]


def test_a_name_and_a_password_are_enough(browser: Browser) -> None:
    response = browser.sign_up(zone="Europe/Vienna")
    assert response.status_code == 302
    assert response["Location"] == "/home"
    assert b"Anna" in browser.get("/begin").content


def test_the_page_asks_and_advises(browser: Browser) -> None:
    page = browser.get("/up").content.decode()
    assert "Whoever can open this device may see that you were here" in page
    assert "data-reveal" in page
    assert "data-zone" in page
    assert "!" not in page.partition("<main")[2].partition("</main>")[0].replace("<!--", "")


def test_the_new_key_opens_with_the_password_and_with_no_other(browser: Browser) -> None:
    browser.sign_up()
    person = Person.objects.get()
    pair = slots.try_password(person, password=GOOD)
    assert pair is not None
    assert pair.public == acts.public_half(person)
    assert slots.try_password(person, password=GOOD + " ") is None


def test_what_is_kept_of_sign_up(browser: Browser) -> None:
    browser.sign_up(email="anna@example.org", zone="Europe/Vienna")
    person = Person.objects.get()
    pair = slots.try_password(person, password=GOOD)
    assert (person.name, person.email, person.joined) == ("Anna", "anna@example.org", timezone.now().date())
    assert preferences.read(person, pair).zone == "Europe/Vienna"
    assert person.last_login is None


def test_a_zone_nobody_knows_is_utc(browser: Browser) -> None:
    browser.sign_up(zone="Mars/Olympus")
    person = Person.objects.get()
    assert preferences.read(person, slots.try_password(person, password=GOOD)).zone == "UTC"


@pytest.mark.parametrize("name", ["anna", "ANNA", " Anna ", "Ａnna", "An\u200bna", "An\u200dna"])
def test_names_that_read_alike_are_one(anna: Browser, another, name: str) -> None:
    response = another().sign_up(name)
    assert response.status_code == 200
    assert "already has this name" in response.content.decode()
    assert Person.objects.count() == 1


def test_joiners_stay_where_a_script_needs_them(browser: Browser) -> None:
    browser.sign_up("علی\u200cرضا")
    assert Person.objects.get().name == "علی\u200cرضا"


@pytest.mark.parametrize("name", ["\u200d", "\u200b \u2060", "\x01"])
def test_a_name_can_be_seen(browser: Browser, name: str) -> None:
    browser.sign_up(name)
    assert not Person.objects.exists()


def test_a_name_taken_in_the_same_moment(browser: Browser, monkeypatch) -> None:
    acts.create_person("Anna", password=GOOD, today=timezone.now().date())
    monkeypatch.setattr(type(Person.objects), "named", lambda self, name: None)
    response = browser.sign_up("ANNA")
    assert "already has this name" in response.content.decode()
    assert (Person.objects.count(), KeyRing.objects.count(), Slot.objects.count()) == (1, 1, 1)


@pytest.mark.parametrize("password", ["x" * 255 + "é", "🧵 ein Faden, zwei Fäden", " leading and trailing "])
def test_any_character_will_do(browser: Browser, another, password: str) -> None:
    assert browser.sign_up(password=password).status_code == 302
    assert another().sign_in(password=password).status_code == 302


@pytest.mark.parametrize(
    ("password", "sentence"),
    [
        ("tooshrt", "at least 12 characters"),
        ("x" * 257, "256 characters at most"),
        ("a nul\0 in the middle", "called NUL"),
        ("password1234", "too common"),
        ("Anna Bonnevie1", "too similar"),
        ("anna@example.org.", "too similar"),
        ("Reknit Reknit 123", "everyone here knows"),
        ("Ada Host 2026!", "everyone here knows"),
    ],
)
def test_what_will_not_do_is_said_beside_it(browser: Browser, password: str, sentence: str) -> None:
    response = browser.sign_up("Anna Bonnevie", password, email="anna@example.org")
    page = response.content.decode()
    assert sentence in page
    assert 'value="Anna Bonnevie"' in page
    assert 'value="anna@example.org"' in page
    assert password not in page
    assert not Person.objects.exists()


def test_an_address_in_use_is_not_given_away(anna: Browser, another) -> None:
    Person.objects.update(email="both@example.org")
    assert another().sign_up("Toby", email="both@example.org").status_code == 302


def test_closed_is_closed(browser: Browser, settings) -> None:
    settings.SIGNUP = "closed"
    token = acts.first_token()
    assert "by invitation" in browser.get("/up").content.decode()
    browser.sign_up(first=token)
    assert not Person.objects.exists()


class TestInvited:
    @pytest.fixture(autouse=True)
    def _invited(self, settings) -> None:
        settings.SIGNUP = "invited"

    def test_a_stranger_is_told_how(self, browser: Browser) -> None:
        assert "by invitation" in browser.get("/up").content.decode()
        browser.sign_up()
        assert not Person.objects.exists()

    def test_the_first_token_opens_one_account(self, browser: Browser, another) -> None:
        token = acts.first_token()
        assert token in browser.get(f"/up?first={token}").content.decode()
        assert browser.sign_up(first=token)["Location"] == "/home"
        assert not FirstToken.objects.exists()
        another().sign_up("Toby", first=token)
        assert Person.objects.count() == 1
        assert acts.first_token() == ""

    def test_a_new_token_replaces_the_old(self, browser: Browser) -> None:
        old, new = acts.first_token(), acts.first_token()
        assert not acts.is_first(old)
        assert acts.is_first(new)
        assert acts.is_first(new.lower())

    def test_two_at_once_with_one_token(self) -> None:
        token, today = acts.first_token(), timezone.now().date()
        acts.create_person("Anna", password=GOOD, first=token, today=today)
        with pytest.raises(acts.NotTheFirst):
            acts.create_person("Toby", password=GOOD, first=token, today=today)
        assert Person.objects.count() == 1

    def test_an_invitation_opens_it_and_leads_back(self, browser: Browser, monkeypatch) -> None:
        monkeypatch.setattr("reknit.people.adapter.invited", lambda request: True)
        assert browser.sign_up()["Location"] == "/j"
        assert browser.post("/out").status_code == 302
        assert browser.sign_in()["Location"] == "/j"


def test_a_person_of_a_story_has_no_password(browser: Browser, rf) -> None:
    person, key = acts.create_story_person("Toby", today=timezone.now().date())
    assert not person.has_usable_password()
    assert acts.open_story_person(person, key=key).public == acts.public_half(person)
    assert not Slot.objects.filter(kind=Slot.Kind.PASSWORD).exists()
    assert browser.sign_in("Toby", "").status_code == 200
    assert not OpenKey.objects.exists()
    assert opened.devices(person, now=timezone.now()) == []
