"""Stop all sharing: in two presses, at once, and nobody is told."""

from uuid import UUID

import pytest
from django.conf import settings
from django.core import mail
from django.utils import timezone

from reknit.people import acts, factors, resets, throttle
from reknit.people.models import Known, OpenKey, Person, Reset
from reknit.rooms.belonging import acts as belonging
from reknit.spaces.models import Invitation, Return
from reknit.vault import acts as vault
from reknit.vault.models import Opening
from tests import cast
from tests.cast import Someone
from tests.people.rows import every_row
from tests.vault.conftest import PHRASE

pytestmark = [pytest.mark.tables, pytest.mark.django_db]
PASSWORD = "a short sentence to keep"


@pytest.fixture
def mia() -> Someone:
    """Someone who signs in with a password."""
    return Someone(*acts.create_person("Mia", password=PASSWORD, today=cast.NOON.date()))


@pytest.fixture
def space(mia: Someone) -> UUID:
    return belonging.open_space(mia.viewer(timezone.now()), kind="couple", names=["Sam"]).space_id


def test_in_two_presses(mia: Someone) -> None:
    """S-20: from one's account a link, and on its page one button."""
    browser = mia.browser()
    assert browser.get("/me").content.decode().count('href="/me/stop"') == 1
    page = browser.get("/me/stop").content.decode().partition("<main")[2].partition("</main>")[0]
    assert page.count("<button") == 1
    for said in ("What it ends", "What others may notice", "What it does not end"):
        assert said in page


def test_whatever_lets_somebody_in_is_refused_at_the_next_request(mia: Someone, space: UUID, client) -> None:
    """S-20: sessions, cookies copied from this very one, codes, links, known browsers."""
    here, elsewhere, thief = mia.browser(), mia.browser(), mia.browser()
    for name, morsel in here.cookies.items():
        thief.cookies[name] = morsel.value
    code = belonging.invite(mia.here(space, timezone.now()), seat=mia.here(space).others[0].id)
    token = resets.offer(mia.person, now=timezone.now())
    device = "ab" * 32
    Known.objects.create(key=throttle._known(device, "Mia"), until=timezone.now() + throttle.REMEMBERED)
    assert client.post("/j", {"code": code}).status_code == 302

    assert "It is stopped" in here.post("/me/stop").content.decode()

    assert here.get("/me").status_code == 200
    assert elsewhere.get("/me").status_code == thief.get("/me").status_code == 302
    assert client.post("/j", {"code": code}).status_code == 422
    assert "does not open anything" in client.post("/in/new", {"token": token, "new": "x" * 20}).content.decode()
    known = client.get("/in").wsgi_request
    known.COOKIES["d"] = device
    assert not throttle._knows(known, "Mia", timezone.now())
    assert OpenKey.objects.count() == 1
    assert not Invitation.objects.exists()
    assert not Reset.objects.exists()


def test_what_is_only_theirs_is_closed_everywhere(mia: Someone) -> None:
    """Here and elsewhere; and neither the old cookies nor the old rows open it again."""
    vault.begin(mia.viewer(timezone.now()), phrase=PHRASE)
    here, elsewhere = mia.browser(), mia.browser()
    for browser in (here, elsewhere):
        assert browser.post("/p/open", {"phrase": PHRASE}).status_code == 302
        assert "Lock it now" in browser.get("/p/").content.decode()
    before = {browser: browser.cookies[settings.PRIVATE_COOKIE_NAME].value for browser in (here, elsewhere)}
    rows = list(Opening.objects.all())
    assert len(rows) == 2

    here.post("/me/stop")

    assert not Opening.objects.exists()
    assert here.cookies[settings.PRIVATE_COOKIE_NAME].value == ""
    fresh = mia.browser()
    for row in rows:  # put back by somebody with the disk, on the sessions there are now
        for signed_in in OpenKey.objects.all():
            Opening.objects.all().delete()
            Opening.objects.create(**{**vars_of(row), "signed_in": signed_in})
            for browser in (here, fresh):
                for cookie in before.values():
                    browser.cookies[settings.PRIVATE_COOKIE_NAME] = cookie
                    assert "This is locked." in browser.get("/p/").content.decode()
    assert here.post("/p/open", {"phrase": PHRASE}).status_code == 302


def vars_of(row: Opening) -> dict[str, object]:
    return {each.attname: getattr(row, each.attname) for each in row._meta.concrete_fields if each.name != "signed_in"}


def test_locking_does_not_wait_for_the_sessions_to_end(mia: Someone, monkeypatch) -> None:
    """It is an act of its own: were no session ended, it would be closed all the same."""
    vault.begin(mia.viewer(timezone.now()), phrase=PHRASE)
    here, elsewhere = mia.browser(), mia.browser()
    for browser in (here, elsewhere):
        browser.post("/p/open", {"phrase": PHRASE})
    monkeypatch.setattr("reknit.people.opened.end_others", lambda *args, **kwargs: None)
    here.post("/me/stop")
    assert elsewhere.get("/me").status_code == 200
    assert not Opening.objects.exists()
    assert "This is locked." in elsewhere.get("/p/").content.decode()


def test_the_browser_it_was_done_in_stays_known(mia: Someone) -> None:
    browser = mia.browser()
    browser.post("/me/stop")
    request = browser.get("/me").wsgi_request
    assert settings.DEVICE_COOKIE_NAME in request.COOKIES
    assert throttle._knows(request, "Mia", timezone.now())


def test_a_second_step_said_to_be_lost_stays(mia: Someone) -> None:
    factors.ask_to_fall(mia.person, now=timezone.now())
    mia.browser().post("/me/stop")
    assert Person.objects.get().second_until is None


def test_asking_to_be_let_back_in_is_taken_back(anna: Someone, toby: Someone, together: UUID) -> None:
    Return.objects.create(seat_id=toby.here(together).me, half=b"x" * 32, on=cast.NOON.date())
    anna.browser().post("/me/stop")
    assert Return.objects.exists()
    toby.browser().post("/me/stop")
    assert not Return.objects.exists()


def test_nobody_else_loses_anything_or_is_told(anna: Someone, toby: Someone, together: UUID, mia, space) -> None:
    belonging.invite(mia.here(space, timezone.now()), seat=mia.here(space).others[0].id)
    theirs = [toby.browser(), mia.browser()]
    lines = anna.browser().get(f"/s/{together}/history/").content.count(b"<li")
    anna.browser().post("/me/stop")
    assert [one.get("/me").status_code for one in theirs] == [200, 200]
    assert Invitation.objects.count() == 1
    assert mail.outbox == []
    assert anna.browser().get(f"/s/{together}/history/").content.count(b"<li") == lines


def test_a_look_stops_nothing(mia: Someone, space: UUID) -> None:
    browser, other = mia.browser(), mia.browser()
    browser.get("/me")
    before = every_row()
    browser.get("/me/stop")
    assert every_row() == before
    assert other.get("/me").status_code == 200


def test_a_new_passphrase_is_a_press_away(mia: Someone) -> None:
    """The same words, whether there is a side of their own or not; where there is none, one can begin."""
    with_none = mia.browser()
    said = with_none.post("/me/stop").content.decode()
    assert '<a class="button" href="/p/more/change">A new passphrase for just me</a>' in said
    assert with_none.get("/p/more/change")["Location"] == "/p/set"
    vault.begin(mia.viewer(timezone.now()), phrase=PHRASE)
    assert said_in(with_none.post("/me/stop").content.decode()) == said_in(said)
    assert "Somebody may know it" in with_none.get("/p/more/change").content.decode()


def said_in(page: str) -> str:
    return page.partition("<main")[2].partition("</main>")[0]
