"""One's own account: a new password for the same key, one's devices, and the words of a session that ended."""

import re
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.db import IntegrityError
from django.utils import timezone

from reknit.people import acts, keys, preferences, slots
from reknit.people.models import KeyRing, OpenKey, Person, Slot
from reknit.people.preferences import Preferences
from tests.people.conftest import GOOD, Browser
from tests.people.rows import every_row

pytestmark = [pytest.mark.tables, pytest.mark.django_db]
NEW = "another sentence, longer"


def change(browser: Browser, old: str = GOOD, new: str = NEW):
    return browser.post("/me/password", {"old": old, "new": new})


class TestPassword:
    def test_the_new_one_opens_the_same_key(self, anna: Browser, another) -> None:
        person = Person.objects.get()
        before = slots.try_password(person, password=GOOD)
        assert change(anna)["Location"] == "/me"
        assert slots.try_password(person, password=NEW) == before
        assert slots.try_password(person, password=GOOD) is None
        assert another().sign_in().status_code == 200
        assert another().sign_in(password=NEW).status_code == 302

    def test_whoever_changes_it_stays_and_the_others_go(self, anna: Browser, another) -> None:
        other, thief = another(), another()
        other.sign_in()
        anna.copy_cookies_to(thief)
        change(anna)
        assert anna.is_in()
        assert not other.is_in()
        assert not thief.is_in()
        assert OpenKey.objects.count() == Session.objects.count() == 1

    def test_the_kind_of_device_stays(self, browser: Browser) -> None:
        browser.sign_up(device="alone")
        change(browser)
        assert OpenKey.objects.get().device == "alone"

    def test_the_old_one_is_asked_for(self, anna: Browser) -> None:
        response = change(anna, old="not the old sentence")
        assert "not your password" in response.content.decode()
        assert slots.try_password(Person.objects.get(), password=GOOD) is not None

    def test_a_weak_one_is_refused(self, anna: Browser) -> None:
        assert "at least 12 characters" in change(anna, new="short").content.decode()

    def test_both_change_or_neither(self, anna: Browser, monkeypatch) -> None:
        def fail(self, *args, **kwargs):
            raise IntegrityError

        monkeypatch.setattr(Slot, "save", fail)
        person = Person.objects.get()
        with pytest.raises(IntegrityError):
            acts.change_password(person, old=GOOD, new=NEW)
        person.refresh_from_db()
        assert person.check_password(GOOD)
        assert slots.try_password(person, password=GOOD) is not None
        assert anna.is_in()

    def test_a_slot_moved_to_another_ring_does_not_open(self, anna: Browser) -> None:
        toby, _ = acts.create_person("Toby", password=NEW, today=timezone.now().date())
        slot = Slot.objects.get(ring=toby.pk)
        Slot.objects.filter(ring__person__name="Anna").update(
            salt=slot.salt, passes=slot.passes, memory=slot.memory, wrapped=slot.wrapped
        )
        assert slots.try_password(Person.objects.get(name="Anna"), password=NEW) is None

    def test_nothing_of_it_in_any_row(self, anna: Browser) -> None:
        change(anna)
        rows = every_row()
        assert GOOD.encode() not in rows
        assert NEW.encode() not in rows


class TestDevices:
    def test_they_are_listed_with_their_day(self, anna: Browser, another) -> None:
        another().sign_in(device="alone")
        page = anna.get("/me").content.decode()
        assert page.count("since") == 2
        assert page.count("(this one)") == 1
        assert "A device only you use" in page

    def test_end_all_others(self, anna: Browser, another) -> None:
        other, toby = another(), another()
        other.sign_in()
        toby.sign_up("Toby")
        anna.post("/me/devices/end")
        assert anna.is_in()
        assert not other.is_in()
        assert toby.is_in()

    def test_a_get_ends_nothing(self, anna: Browser) -> None:
        assert anna.get("/me/devices/end").status_code == 405


def test_the_zone_can_be_set(anna: Browser) -> None:
    anna.post("/me/zone", {"zone": "Pacific/Auckland"})
    anna.post("/me/zone", {"zone": "Nowhere/Land"})
    assert re.search(r'value="Pacific/Auckland" selected', anna.get("/me").content.decode())


def test_places_go_by_the_name_in_use_today(anna: Browser) -> None:
    """Kyiv once, not Kiev beside it; Oslo, though it keeps the hours of Berlin."""
    page = anna.get("/me").content.decode()
    offered = re.findall(r'<option value="([^"]+)"( selected)?>([^<]+)</option>', page)
    names = [name for name, _chosen, _label in offered]
    assert {"Europe/Kyiv", "Europe/Oslo", "Asia/Kolkata", "America/Argentina/Buenos_Aires", "UTC"} <= set(names)
    assert not {"Europe/Kiev", "Asia/Calcutta", "US/Pacific", "GMT", "Etc/GMT+1"} & set(names)
    assert len(names) == len(set(names))
    assert ("America/New_York", "", "America/New York") in offered


def test_an_older_name_stays_where_it_is_ones_own(browser: Browser) -> None:
    """Browsers tell some of them still, at signing up."""
    browser.sign_up(zone="Asia/Calcutta")
    assert '<option value="Asia/Calcutta" selected>Asia/Calcutta</option>' in browser.get("/me").content.decode()
    browser.post("/me/zone", {"zone": "Asia/Calcutta"})
    assert 'value="Asia/Calcutta" selected' in browser.get("/me").content.decode()
    browser.post("/me/zone", {"zone": "Asia/Kolkata"})
    assert "Asia/Calcutta" not in browser.get("/me").content.decode()


class TestAgain:
    def test_fresh_from_sign_in_is_fresh_enough(self, anna: Browser) -> None:
        assert anna.get("/grave").status_code == 200

    def test_later_the_password_is_asked_once_more(self, anna: Browser, time_machine) -> None:
        time_machine.move_to(timezone.now() + timedelta(minutes=6))
        response = anna.post("/grave", {"what": "a long and private text"})
        assert response["Location"] == "/me/again?next=%2Fgrave"
        assert "a long and private text" not in str([s.get_decoded() for s in Session.objects.all()])
        assert "not your password" in anna.post("/me/again", {"password": "wrong wrong wrong"}).content.decode()
        before = {name: anna.cookies[name].value for name in ("s", "k")}
        assert anna.post("/me/again", {"password": GOOD, "next": "/grave"})["Location"] == "/grave"
        assert all(anna.cookies[name].value != value for name, value in before.items())
        assert anna.get("/grave").status_code == 200
        assert OpenKey.objects.count() == 1

    def test_somebody_elses_password_will_not_do(self, anna: Browser, another) -> None:
        another().sign_up("Toby", NEW)
        assert anna.post("/me/again", {"password": NEW}).status_code == 200


class TestTooLate:
    """A form sent after its session had ended loses nothing."""

    def late(self, browser: Browser, **headers: str):
        OpenKey.objects.all().delete()
        fields = {"what": 'I said "yes" & meant it\nReally', "client_id": "1-2-3", "passphrase": "six small words"}
        return browser.post("/write", fields, headers=headers)

    def test_it_says_so_and_carries_the_words(self, anna: Browser) -> None:
        response = self.late(anna)
        page = response.content.decode()
        assert response.status_code == 403
        assert "What you wrote is not lost" in page
        assert "I said &quot;yes&quot; &amp; meant it" in page
        assert "six small words" not in page
        assert b"meant it" not in every_row()

    def test_after_sign_in_they_are_handed_back(self, anna: Browser) -> None:
        self.late(anna)
        carried = {"kept-what": 'I said "yes" & meant it\nReally', "kept-client_id": "1-2-3", "next": "/write"}
        assert "kept-what" in anna.sign_in(password="wrong wrong wrong", **carried).content.decode()
        page = anna.sign_in(**carried).content.decode()
        assert 'action="/write"' in page
        assert re.search(r'<textarea name="what" hidden>\s*I said', page)
        assert 'name="client_id"' in page
        assert anna.is_in()
        assert b"meant it" not in every_row()

    def test_who_signed_in_meanwhile_gets_them_too(self, anna: Browser) -> None:
        page = anna.sign_in(**{"kept-what": "I meant it", "next": "/write"}).content.decode()
        assert re.search(r'<textarea name="what" hidden>\s*I meant it', page)

    def test_they_go_to_no_other_site(self, anna: Browser) -> None:
        page = anna.sign_in(**{"kept-what": "I meant it", "next": "https://example.org/"}).content.decode()
        assert 'action="/home"' in page

    def test_a_fragment_takes_the_whole_page(self, anna: Browser) -> None:
        response = self.late(anna, HX_Request="true")
        assert (response.status_code, response["HX-Retarget"]) == (200, "body")

    def test_a_bare_button_leads_to_the_door(self, anna: Browser) -> None:
        OpenKey.objects.all().delete()
        assert anna.post("/write")["Location"] == "/in"

    def test_a_look_just_leads_to_the_door(self, anna: Browser) -> None:
        OpenKey.objects.all().delete()
        assert anna.get("/write")["Location"] == "/in?next=/write"


class TestPreferences:
    def test_they_are_sealed_and_always_of_one_size(self, anna: Browser) -> None:
        person = Person.objects.get()
        pair = slots.try_password(person, password=GOOD)
        sizes = set()
        for mine in (
            Preferences(),
            Preferences(start="hurt", zone="America/Argentina/ComodRivadavia", last_space="x" * 36, fewer=True),
            Preferences(put_off={f"thing-{n}": f"2026-01-{n % 28 + 1:02}" for n in range(500)}),
        ):
            preferences.write(person, pair, mine)
            sealed = bytes(KeyRing.objects.get().sealed_prefs)
            sizes.add(len(sealed))
            assert b"hurt" not in sealed
            assert preferences.read(person, pair).start == mine.start
        assert len(sizes) == 1
        assert 20 < len(preferences.read(person, pair).put_off) < 500

    def test_they_open_for_nobody_else(self, anna: Browser) -> None:
        person = Person.objects.get()
        with pytest.raises(keys.CannotOpen):
            preferences.read(person, keys.new_pair())

    def test_a_new_account_has_the_same_size(self) -> None:
        acts.create_person("Anna", password=GOOD, today=timezone.now().date())
        acts.create_story_person("Toby", today=timezone.now().date(), zone="Pacific/Auckland")
        assert len({len(bytes(ring.sealed_prefs)) for ring in KeyRing.objects.all()}) == 1
