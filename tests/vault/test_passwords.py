"""A passphrase cannot become the password of the account, whichever way a password is set; and nobody can ask."""

import pytest
from django.test import Client
from django.utils import timezone

from reknit.people import acts as people
from reknit.people import codes, resets
from reknit.people.models import Person
from reknit.spaces.access import Viewer
from reknit.vault import acts
from tests.vault.conftest import PHRASE

pytestmark = [pytest.mark.tables, pytest.mark.django_db]
PASSWORD = "a short sentence to keep"
REFUSED = "This is a passphrase of yours."


@pytest.fixture
def anna() -> Viewer:
    """Anna, with a password, a recovery code and a private side."""
    person, pair = people.create_person("Anna", password=PASSWORD, today=timezone.now().date())
    viewer = Viewer(person, pair, timezone.now())
    acts.begin(viewer, phrase=PHRASE)
    return viewer


def signed_in(password: str = PASSWORD) -> Client:
    client = Client()
    client.post("/in", {"login": "Anna", "password": password, "device": "alone"})
    return client


def works(password: str) -> bool:
    return Person.objects.get().check_password(password)


def test_it_is_refused_when_a_password_is_changed(anna: Viewer) -> None:
    page = signed_in().post("/me/password", {"old": PASSWORD, "new": PHRASE}).content.decode()
    assert REFUSED in page
    assert works(PASSWORD)


def test_who_does_not_know_the_password_learns_nothing(anna: Viewer) -> None:
    """At an open browser nobody finds out by this form whether they guessed the passphrase."""
    client = signed_in()
    for new in (PHRASE, "seven blue lamps over an empty pier"):
        page = client.post("/me/password", {"old": "not the password", "new": new}).content.decode()
        assert REFUSED not in page
        assert "This is not your password." in page


def test_it_is_refused_with_a_recovery_code_and_only_with_the_right_one(anna: Viewer) -> None:
    code = codes.make(anna.person, pair=anna.pair)
    for typed, refused in ((code, True), ("A" * 26, False)):
        page = Client().post("/in/code", {"name": "Anna", "code": typed, "new": PHRASE}).content.decode()
        assert (REFUSED in page) is refused
    assert works(PASSWORD)
    assert Client().post("/in/code", {"name": "Anna", "code": code, "new": "another good sentence"}).status_code == 200
    assert works("another good sentence")


def test_it_is_refused_with_a_link(anna: Viewer) -> None:
    token = resets.offer(anna.person, now=timezone.now())
    page = Client().post("/in/new", {"token": token, "new": PHRASE, "zone": "UTC"}).content.decode()
    assert REFUSED in page
    assert works(PASSWORD)
    assert acts.try_open(anna, typed=PHRASE)


def test_a_password_cannot_become_the_passphrase(anna: Viewer) -> None:
    client = signed_in()
    client.post("/p/open", {"phrase": PHRASE})
    change = {"old": PHRASE, "phrase": PASSWORD, "why": "other"}
    assert "This is the password you sign in with." in client.post("/p/more/change", change).content.decode()
    assert acts.try_open(anna, typed=PHRASE)
