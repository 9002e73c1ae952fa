"""The recovery code: wanted or not, shown once, and good for one new password."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from reknit.people import acts, codes, keys, preferences, slots
from reknit.people.models import OpenKey, Person, Slot
from tests.people.conftest import GOOD, Browser
from tests.people.rows import every_row
from tests.people.test_sign_in import blank

pytestmark = [pytest.mark.tables, pytest.mark.django_db]
NEW = "another sentence, longer"


def made(browser: Browser) -> str:
    """A code, as the page shows it."""
    page = browser.post("/me/code", {"do": "make"}).content.decode()
    return re.search(r'class="code">([A-Z0-9 ]+)<', page)[1]


def use(browser: Browser, code: str, name: str = "Anna", new: str = NEW):
    return browser.post("/in/code", {"name": name, "code": code, "new": new})


def wish(password: str = GOOD) -> str:
    person = Person.objects.get(name="Anna")
    return preferences.read(person, slots.try_password(person, password=password)).code


class TestMaking:
    def test_it_has_128_bits_in_groups(self, anna: Browser) -> None:
        code = made(anna)
        assert [len(group) for group in code.split()] == [5, 5, 5, 5, 5, 1]
        assert set(code) - {" "} <= set(keys.ALPHABET)
        assert len(keys.ALPHABET) ** keys.RECOVERY >= 2**128

    def test_it_is_shown_once_and_stored_nowhere(self, anna: Browser) -> None:
        code = made(anna)
        assert code not in anna.get("/me/code").content.decode()
        rows = every_row()
        assert code.encode() not in rows
        assert code.replace(" ", "").encode() not in rows
        assert keys.recovery_key(code.replace(" ", "")) not in rows
        assert "You have a recovery code" in anna.get("/me").content.decode()

    def test_the_password_is_asked_first(self, anna: Browser, time_machine) -> None:
        time_machine.move_to(timezone.now() + timedelta(minutes=6))
        for response in (anna.get("/me/code"), anna.post("/me/code", {"do": "make"})):
            assert response["Location"] == "/me/again?next=%2Fme%2Fcode"
        assert not Slot.objects.filter(kind="recovery").exists()

    def test_a_new_one_takes_the_place_of_the_old(self, anna: Browser, another) -> None:
        first, second = made(anna), made(anna)
        assert use(another(), first).status_code == 200
        assert "do not belong together" in use(another(), first).content.decode()
        assert "new password is set" in use(another(), second).content.decode()

    def test_it_can_be_taken_away(self, anna: Browser, another) -> None:
        code = made(anna)
        assert wish() == "made"
        anna.post("/me/code", {"do": "remove"})
        assert wish() == "no"
        assert "do not belong together" in use(another(), code).content.decode()

    def test_not_for_me_is_kept_and_sealed(self, anna: Browser) -> None:
        assert wish() == ""
        assert anna.post("/me/code/no")["Location"] == "/home"
        assert wish() == "no"

    def test_having_none_weighs_as_much_as_having_one(self, anna: Browser) -> None:
        page = anna.get("/me/code").content.decode()
        buttons = re.findall(r'<button class="([^"]*)">\s*(Make a code|Not for me)', page)
        assert {text for _, text in buttons} == {"Make a code", "Not for me"}
        assert len({look for look, _ in buttons}) == 1


class TestUsing:
    def test_it_opens_the_same_key_under_the_new_password(self, anna: Browser, another) -> None:
        person = Person.objects.get()
        before = slots.try_password(person, password=GOOD)
        page = use(another(), made(anna).lower()).content.decode()
        assert "new password is set" in page
        assert slots.try_password(person, password=NEW) == before
        assert another().sign_in().status_code == 200
        assert another().sign_in(password=NEW).status_code == 302

    def test_every_session_ends(self, anna: Browser, another) -> None:
        use(another(), made(anna))
        assert not anna.is_in()
        assert not OpenKey.objects.exists()

    def test_the_code_is_replaced_by_the_one_shown(self, anna: Browser, another) -> None:
        code = made(anna)
        page = use(another(), code).content.decode()
        following = re.search(r'class="code">([A-Z0-9 ]+)<', page)[1]
        assert "do not belong together" in use(another(), code).content.decode()
        assert "new password is set" in use(another(), following, new=GOOD).content.decode()

    def test_nobody_learns_whether_a_name_exists(self, anna: Browser, another) -> None:
        made(anna)
        acts.create_story_person("Told", today=timezone.now().date())
        gone, _ = acts.create_person("Gone", password=GOOD, today=timezone.now().date())
        code = codes.make(gone, pair=slots.try_password(gone, password=GOOD))
        Person.objects.filter(name="Gone").update(is_active=False)
        answers = set()
        for name, typed in (("Anna", "A" * 26), ("Nobo", "A" * 26), ("Told", "A" * 26), ("Gone", code)):
            response = use(another(), typed, name)
            page = re.sub(rb'value="[A-Za-z0-9]*"', b"", blank(response.content))
            answers.add((response.status_code, page))
        assert len(answers) == 1

    def test_a_weak_password_costs_no_try(self, anna: Browser, another) -> None:
        other, code = another(), made(anna)
        for _ in range(8):
            assert "at least 12 characters" in use(other, code, new="short").content.decode()
        assert "new password is set" in use(other, code).content.decode()

    def test_tries_are_counted(self, anna: Browser, another) -> None:
        other, code = another(), made(anna)
        assert [use(other, "A" * 26).status_code for _ in range(6)] == [200] * 5 + [429]
        assert use(other, code).status_code == 429
        assert "new password is set" in use(anna, code).content.decode()

    def test_one_code_is_good_for_one_of_two_at_once(self, anna: Browser, monkeypatch) -> None:
        person, code = Person.objects.get(), made(anna).replace(" ", "")
        unwrap = slots.unwrap

        def meanwhile(slot: Slot, *, key: bytes) -> keys.Pair:
            monkeypatch.setattr(slots, "unwrap", unwrap)
            codes.use(person, code=code, new=NEW)
            return unwrap(slot, key=key)

        monkeypatch.setattr(slots, "unwrap", meanwhile)
        with pytest.raises(codes.WrongCode):
            codes.use(person, code=code, new="the second of the two")
        assert slots.try_password(person, password=NEW) is not None


def test_a_person_of_a_story_has_no_code(browser: Browser) -> None:
    from tests.cast import person

    told = person("Told")
    assert told.browser().get("/me/code").status_code == 404
