"""What cannot be undone, or hands everything over, asks for the password first: for every address of that kind."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from reknit.people import fresh
from tests import cast
from tests.cast import Someone
from tests.house import routes, world
from tests.house.routes import Address
from tests.house.world import NOW, PASSWORD, World

pytestmark = [pytest.mark.tables, pytest.mark.django_db]
LATER = NOW + timedelta(minutes=6)
# Where one comes back to after the password: the same page, or the one the button stands on.
ASKS_FIRST = {
    "account_code": "",
    "account_mail": "",
    "account_steps": "",
    "account_new_app": "",
    "account_new_key": "",
    "copy": "",
    "words_end": "",
    "mine_code": "mine_settings",
    "mine_gone": "mine_settings",
}
# These have a field for it, and are sent with a wrong one.
ASKS_ON_ITS_FORM = {
    "account_change_password": {"old": "not the password", "new": "another good sentence"},
    "part": {"password": "not the password"},
    "account_erase": {"password": "not the password"},
    "mine_change": {"old": "not the passphrase", "phrase": "seven blue lamps over an empty pier", "why": "other"},
    "mine_copy": {"old": "not the passphrase", "how": "readable"},
}


@pytest.fixture
def here() -> World:
    made = world.build()
    with world.two_days_later():
        made.clients = {role: someone.browser() for role, someone in made.roles.items()}
    return made


def addresses(names: object) -> list[Address]:
    found = [address for address in routes.addresses() if address.name in names]  # type: ignore[operator]
    assert len(found) == len(names)  # type: ignore[arg-type]
    return found


def unasked(here: World) -> list[str]:
    """What happens without the password, or leads nowhere after it."""
    found = []
    for address in addresses(ASKS_FIRST):
        row = routes.rows(address.name)[0]
        for method in [method for method in ("GET", "POST") if row.answers(method)]:
            with world.undone(), time_machine.travel(LATER, tick=False):
                fault = _led_astray(here.client("a"), method, routes.url(address, here.ids, row), address.name)
            found += [f"{address.name} {method}: {fault}"] if fault else []
    return found


def _led_astray(client: Client, method: str, url: str, name: str) -> str:
    before, asks = world.digest(), reverse("account_reauthenticate")
    answer = client.generic(method, url)
    led, back = urlsplit(answer.get("Location", "")), reverse(ASKS_FIRST[name]) if ASKS_FIRST[name] else url
    if led.path != asks or world.digest() != before:
        return "is done unasked"
    if parse_qs(led.query)["next"] != [back]:
        return "comes back elsewhere"
    if client.post(asks, {"password": PASSWORD, "next": back}).get("Location") != back:
        return "does not come back"
    return "asks again" if client.get(url).get("Location", "").startswith(asks) else ""


def test_each_asks_first_and_leads_back(here: World) -> None:
    """Looked at or pressed, nothing happens before the password; then one stands where one was going."""
    assert unasked(here) == []


def test_one_that_does_not_ask_is_reported(here: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fresh, "is_fresh", lambda request: True)
    assert {fault.partition(" ")[0] for fault in unasked(here)} == ASKS_FIRST.keys()


def test_a_wrong_password_leads_nowhere(here: World) -> None:
    with world.undone(), time_machine.travel(LATER, tick=False):
        client, url = here.client("a"), reverse("copy", args=[here.ids["space"]])
        assert client.post(reverse("account_reauthenticate"), {"password": "not it", "next": url}).status_code == 200
        assert client.post(url).status_code == 302


def test_the_others_take_a_wrong_one_for_what_it_is(here: World) -> None:
    for address in addresses(ASKS_ON_ITS_FORM):
        url = routes.url(address, here.ids, routes.rows(address.name)[0])
        with world.undone(), time_machine.travel(LATER, tick=False):
            before = world.digest()
            answer = here.client("a").post(url, ASKS_ON_ITS_FORM[address.name])
            assert answer.status_code in {200, 422}, address.name
            changed = {table for table, said in world.digest().items() if before[table] != said}
            assert changed <= {"people_tries"}, address.name


def test_nothing_that_hands_over_or_ends_is_left_out() -> None:
    """A new address of such a name is looked at by whoever adds it."""
    telling = ("copy", "end", "gone", "delete", "erase", "export", "code", "part", "mail", "change")
    found = {address.name for address in routes.addresses() if any(word in address.name.split("_") for word in telling)}
    assert found - ASKS_FIRST.keys() - ASKS_ON_ITS_FORM.keys() == set(WITHOUT)


WITHOUT = {
    "account_by_code": "signed out: the code is what is asked for",
    "account_by_mail": "signed out",
    "account_no_code": "declines an offer",
    "account_end_one": "ends a session, which is always right",
    "account_end_others": "the same",
    "invite_end": "takes a code back",
    "seat_end": "nobody sits there",
    "promise_end": "undone by another promise",
    "alone_end": "the same",
    "alone_end_here": "the same",
    "mine_delete": "one entry, with the passphrase's own key open; S-18",
}


def test_who_has_no_password_is_not_asked_for_one(anna: Someone, toby: Someone) -> None:
    """The living example, where nobody has one."""
    space = cast.space_of(anna, toby)
    root = cast.promise(anna.here(space))
    with time_machine.travel(NOW, tick=False):
        browser: Client = anna.browser()
    with time_machine.travel(LATER, tick=False):
        assert browser.get(reverse("copy", args=[space])).status_code == 200
        assert browser.post(reverse("copy", args=[space]))["Content-Type"] == "application/zip"
        assert browser.get(reverse("words_end", args=[space, root])).status_code == 200
