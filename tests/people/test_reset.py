"""A reset by whoever runs the server: in again with a new key, the old one kept for thirty days, and everyone told."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from reknit.cli import commands, tidying
from reknit.cli.__main__ import _parser
from reknit.people import acts, codes, keys, preferences, resets, slots
from reknit.people.models import FormerRing, OpenKey, Person, Reset
from reknit.people.preferences import Preferences
from tests.people.conftest import GOOD, Browser
from tests.people.rows import every_row

pytestmark = [pytest.mark.tables, pytest.mark.django_db]
NEW = "another sentence, longer"


def link(name: str = "Anna") -> str:
    return resets.offer(Person.objects.get(name=name), now=timezone.now())


def use(browser: Browser, token: str, new: str = NEW):
    return browser.post("/in/new", {"token": token, "new": new, "zone": "Europe/Vienna"})


def test_the_command_prints_a_link_that_works_once(anna: Browser, another, capsys) -> None:
    assert commands.run(_parser().parse_args(["person", "reset", "aNNA"])) == 0
    token = re.search(r"/in/new#([A-Z0-9]{26})\n", capsys.readouterr().out)[1]
    assert use(another(), token)["Location"] == "/in"
    assert "does not open anything" in use(another(), token, new=GOOD).content.decode()
    assert commands.run(_parser().parse_args(["person", "reset", "Nobo"])) == 1


def test_the_page_can_be_typed_into_and_takes_the_code_from_the_link(browser: Browser) -> None:
    page = browser.get("/in/new").content.decode()
    assert re.search(r'name="token"[^>]*data-invitation', page)
    assert "invitation.js" in page or "invitation" in page


def test_it_makes_a_new_key_and_ends_every_session(anna: Browser, another) -> None:
    person = Person.objects.get()
    before = acts.public_half(person)
    use(another(), link().lower())
    assert acts.public_half(person) != before
    assert slots.try_password(person, password=GOOD) is None
    assert not OpenKey.objects.exists()
    assert not anna.is_in()
    assert another().sign_in().status_code == 200
    assert another().sign_in(password=NEW).status_code == 302


def test_it_does_not_sign_anybody_in(anna: Browser, another) -> None:
    other = another()
    use(other, link())
    assert not other.is_in()


def test_it_lasts_half_an_hour_and_a_new_one_ends_the_old(anna: Browser, another, time_machine) -> None:
    first, second = link(), link()
    assert "does not open" in use(another(), first).content.decode()
    time_machine.move_to(timezone.now() + timedelta(minutes=31))
    assert "does not open" in use(another(), second).content.decode()
    tidying.tidy(timezone.now())
    assert not Reset.objects.exists()


def test_the_token_stands_in_no_row(anna: Browser) -> None:
    token = link()
    assert token.encode() not in every_row()
    assert len(keys.ALPHABET) ** len(token) >= 2**128


def test_a_weak_password_spends_nothing(anna: Browser, another) -> None:
    token = link()
    assert "at least 12 characters" in use(another(), token, new="short").content.decode()
    assert use(another(), token).status_code == 302


def test_tries_are_counted(browser: Browser) -> None:
    assert [use(browser, "A" * 26).status_code for _ in range(6)] == [200] * 5 + [429]


def test_it_is_said_at_the_next_sign_in_and_on_the_account(anna: Browser, another) -> None:
    use(another(), link())
    other = another()
    other.sign_in(password=NEW)
    page = other.get("/me").content.decode()
    assert page.count("Your password was reset on") == 2
    assert "I remember my old password" in page


class TestTheOldKey:
    def reset(self) -> Person:
        return resets.use(link(), new=NEW, zone="UTC", now=timezone.now())

    def test_it_opens_with_the_old_password_or_the_code(self, anna: Browser) -> None:
        person = Person.objects.get()
        before = slots.try_password(person, password=GOOD)
        code = codes.make(person, pair=before)
        self.reset()
        for typed in (GOOD, code, keys.in_groups(code).lower()):
            assert resets.remembered(person, typed=typed, now=timezone.now()).pair == before
        assert resets.remembered(person, typed=NEW, now=timezone.now()) is None

    def test_the_code_of_before_opens_nothing_of_the_new(self, anna: Browser) -> None:
        person = Person.objects.get()
        code = codes.make(person, pair=slots.try_password(person, password=GOOD))
        self.reset()
        with pytest.raises(codes.WrongCode):
            codes.use(person, code=code, new=GOOD)

    def test_after_two_resets_the_first_can_still_be_remembered(self, anna: Browser) -> None:
        person = Person.objects.get()
        before = slots.try_password(person, password=GOOD)
        self.reset()
        resets.use(link(), new="a third sentence, longer", zone="UTC", now=timezone.now())
        assert resets.remembered(person, typed=GOOD, now=timezone.now()).pair == before
        assert resets.remembered(person, typed=NEW, now=timezone.now()) is not None

    def test_it_is_gone_after_thirty_days(self, anna: Browser) -> None:
        person = self.reset()
        late = timezone.now() + timedelta(days=30)
        assert resets.remembered(person, typed=GOOD, now=late) is None
        tidying.tidy(late - timedelta(hours=1))
        assert FormerRing.objects.exists()
        tidying.tidy(late)
        assert not FormerRing.objects.exists()

    def test_taking_it_up_brings_back_what_was_set(self, anna: Browser) -> None:
        person = Person.objects.get()
        before = slots.try_password(person, password=GOOD)
        preferences.write(person, before, Preferences(start="hurt", fewer=True, code="made"))
        self.reset()
        pair = slots.try_password(person, password=NEW)
        former = resets.remembered(person, typed=GOOD, now=timezone.now())
        resets.take_up(former, person=person, pair=pair)
        mine = preferences.read(person, pair)
        assert (mine.start, mine.fewer, mine.code) == ("hurt", True, "")
        assert not FormerRing.objects.exists()
