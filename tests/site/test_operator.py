"""Who runs the server: read by everyone, confirmed by each, asked again when it is somebody else (S-23)."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from reknit.people import acts, preferences, slots
from reknit.people.models import Person
from reknit.rooms.belonging import acts as belonging
from reknit.vault import acts as vault
from reknit.vault import store as vault_store
from tests import cast
from tests.cast import Someone
from tests.people.rows import every_row
from tests.vault.conftest import PHRASE

pytestmark = [pytest.mark.tables, pytest.mark.django_db]
PASSWORD = "a short sentence to keep"
WHO = "/me/server"


def sign_in(name: str = "Mia", **more: str):
    client = Client()
    return client, client.post("/in", {"login": name, "password": PASSWORD, "device": "shared", **more})


def confirmed() -> str:
    person = Person.objects.get(name="Mia")
    pair = slots.try_password(person, password=PASSWORD)
    assert pair is not None
    return preferences.read(person, pair).operator


@pytest.fixture
def mia(client: Client) -> Client:
    """Someone who signed up, having read above the button who runs it."""
    page = client.get("/up").content.decode()
    assert page.index("This server is run by Ada Host") < page.index(">Begin</button>")
    client.post("/up", {"username": "Mia", "password1": PASSWORD, "device": "alone"})
    return client


def test_it_is_confirmed_at_joining_and_not_asked_again(mia: Client) -> None:
    assert confirmed() == "Ada Host"
    assert sign_in()[1]["Location"] == "/home"
    assert b"Ada Host runs this server" in mia.get("/me").content


def test_it_is_sealed(mia: Client) -> None:
    assert b"Ada Host" not in every_row()


def test_when_it_changes_it_is_asked_at_the_next_sign_in(mia: Client, settings) -> None:
    settings.OPERATOR = settings.OPERATOR_ACCOUNT = "Ben Host"
    other, answer = sign_in(next="/start")
    assert answer["Location"] == f"{WHO}?next=%2Fstart"
    page = other.get(answer["Location"]).content.decode()
    assert "It was Ada Host. Now it is Ben Host." in page
    assert other.post(WHO, {"operator": "Ben Host", "next": "/start"})["Location"] == "/start"
    assert confirmed() == "Ben Host"
    assert sign_in()[1]["Location"] == "/home"


def test_a_session_that_goes_on_is_asked_as_well(mia: Client, settings) -> None:
    settings.OPERATOR = "Ben Host"
    assert mia.get("/begin")["Location"] == f"{WHO}?next=%2Fbegin"
    for open_anyway in ("/me", "/me/stop", "/out", WHO):
        assert mia.get(open_anyway).status_code == 200
    mia.post(WHO, {"operator": "Ben Host"})
    assert mia.get("/begin").status_code == 200


def test_what_was_not_shown_is_not_confirmed(mia: Client, settings) -> None:
    """It changed once more between the page and the button."""
    settings.OPERATOR = "Cleo Host"
    assert mia.post(WHO, {"operator": "Ben Host", "next": "//elsewhere.example"})["Location"] == f"{WHO}?next=%2Fhome"
    assert confirmed() == "Ada Host"


def test_an_account_from_before_is_asked(client: Client) -> None:
    acts.create_person("Mia", password=PASSWORD, today=timezone.now().date())
    assert sign_in()[1]["Location"] == f"{WHO}?next=%2Fhome"


@pytest.mark.parametrize("setting", ["OPERATOR", "OPERATOR_ACCOUNT"])
def test_that_they_are_in_your_space_is_said(anna: Someone, toby: Someone, together, settings, setting: str) -> None:
    page = anna.browser().get(WHO).content.decode()
    assert "is in a space of yours" not in page
    setattr(settings, setting, " TOBY ")
    assert "Whoever runs this server is in a space of yours: Toby." in anna.browser().get(WHO).content.decode()
    assert "and is in this space" in anna.browser().get(f"/s/{together}/people/").content.decode()


def test_an_invited_name_is_not_yet_in_the_space(anna: Someone, settings) -> None:
    settings.OPERATOR_ACCOUNT = "Toby"
    belonging.open_space(anna.viewer(cast.NOON), kind="couple", names=["Toby"])
    assert "is in a space of yours" not in anna.browser().get(WHO).content.decode()


SENTENCE = "They cannot read sealed text from the disk."
BESIDE = "runs this server, and shares a space with you"


def passphrase_pages(someone: Someone) -> list[str]:
    """Where the passphrase is set, changed, forgotten, and typed: what each says."""
    browser = someone.browser()
    found = [browser.get("/p/set").content.decode()]
    viewer = someone.viewer(timezone.now())
    if not vault_store.begun(viewer):
        vault.begin(viewer, phrase=PHRASE)
    return found + [browser.get(path).content.decode() for path in ("/p/open", "/p/more/change", "/p/more/anew")]


def test_at_the_passphrase_everyone_reads_who_runs_it(anna: Someone, toby: Someone, together) -> None:
    for page in passphrase_pages(anna):
        assert page.count(SENTENCE) == 1
        assert "Ada Host runs this server" in page
        assert BESIDE not in page


@pytest.mark.parametrize("setting", ["OPERATOR", "OPERATOR_ACCOUNT"])
def test_where_they_share_a_space_it_stands_out(anna: Someone, toby: Someone, together, settings, setting: str) -> None:
    """For who shares a space with them, and in the same words at every unlock; nobody else reads anything new."""
    maya = cast.person("Maya")
    before = passphrase_pages(maya)
    setattr(settings, setting, "toby")
    for page in passphrase_pages(anna):
        assert page.count(SENTENCE) == 1
        assert BESIDE in page
        assert "It is the one with Toby." in page
    for who in (toby, maya):  # who runs it needs no warning of themselves, and a stranger learns nothing
        assert [page for page in passphrase_pages(who) if BESIDE in page] == []
    if setting == "OPERATOR_ACCOUNT":
        assert [_kept(page) for page in passphrase_pages(maya)[1:]] == [_kept(page) for page in before[1:]]


def test_once_they_have_left_it_stands_back(anna: Someone, toby: Someone, together, settings) -> None:
    settings.OPERATOR_ACCOUNT = "Toby"
    belonging.part(toby.here(together))
    assert [page for page in passphrase_pages(anna) if BESIDE in page] == []
    assert "is in a space of yours" not in anna.browser().get(WHO).content.decode()


def _kept(page: str) -> str:
    return re.sub(r"[A-Za-z0-9]{64}|value=\"[a-z ]+\"|<p class=\"code[^<]*</p>", "", page)
