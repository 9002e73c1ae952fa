"""Today offers a recovery code once there is something to lose, and not again to whoever said no."""

from uuid import UUID

import pytest
from django.test import Client

from reknit.people import acts as people
from reknit.people import codes
from tests import cast
from tests.cast import NOON, Someone

pytestmark = [pytest.mark.tables, pytest.mark.django_db]
OFFER = "A recovery code, if you want one"


@pytest.fixture
def anna(db: None) -> Someone:
    """With a password: without one there is nothing to forget."""
    return Someone(*people.create_person("Anna", password="a short sentence to keep", zone="UTC", today=NOON.date()))


def today(someone: Someone, space: UUID) -> str:
    return someone.browser().get(f"/s/{space}/").content.decode()


def test_it_comes_after_the_first_words(anna: Someone, toby: Someone) -> None:
    space = cast.space_of(anna, toby)
    assert OFFER not in today(anna, space)
    cast.promise(anna.here(space))
    assert OFFER in today(anna, space)


def test_another_s_words_are_not_mine_to_lose(anna: Someone, toby: Someone) -> None:
    space = cast.space_of(anna, toby)
    cast.promise(toby.here(space))
    assert OFFER not in today(anna, space)


def test_both_answers_weigh_the_same_and_are_kept(anna: Someone, toby: Someone) -> None:
    space = cast.space_of(anna, toby)
    cast.promise(anna.here(space))
    page = today(anna, space)
    assert '<a class="button" href="/me/code">Read about it</a>' in page
    assert '<button class="button" name="later" value="1">Not for me</button>' in page
    browser: Client = anna.browser()
    browser.post("/me/code/no")
    assert OFFER not in today(anna, space)


def test_who_has_one_is_not_asked(anna: Someone, toby: Someone) -> None:
    space = cast.space_of(anna, toby)
    cast.promise(anna.here(space))
    codes.make(anna.person, pair=anna.pair)
    assert OFFER not in today(anna, space)


def test_who_has_no_password_is_not_asked(toby: Someone, maya: Someone) -> None:
    space = cast.space_of(toby, maya)
    cast.promise(toby.here(space))
    assert OFFER not in today(toby, space)
