"""Two worlds: in one Anna does things that are hers alone, in the other she does not. Toby cannot tell them apart.

Everything Toby may look at is looked at in both: status, headers and bytes, and his copy of the space.
"""

import io
import zipfile
from collections.abc import Callable, Iterator
from uuid import UUID

import pytest

from reknit.people import acts as people
from reknit.people import preferences
from reknit.people.models import OpenKey
from reknit.rooms.belonging import acts as belonging
from reknit.rooms.promises import acts as promises
from reknit.rooms.repair import acts as repair
from tests.house import routes, world
from tests.house.answers import MADE_EACH_TIME
from tests.house.world import PASSWORD, World

pytestmark = [pytest.mark.tables, pytest.mark.django_db]
# The bytes are compared; their number goes with what is made each time, such as words drawn by chance.
TIMES = ("Date", "Content-Length")
Private = Callable[[World], object]


def _prefer(built: World, **changed: object) -> None:
    anna = built.roles["a"]
    known = preferences.read(anna.person, pair=anna.pair)
    for name, value in changed.items():
        setattr(known, name, value)
    preferences.write(anna.person, pair=anna.pair, preferences=known)


def _look_around(built: World) -> None:
    for url in addresses(built):
        built.client("a").get(url)


def _another_space(built: World) -> None:
    belonging.open_space(built.roles["a"].viewer(world.NOW), kind="friends", names=["Vera"])


def _ready(built: World, willing: str, able: str) -> None:
    here = built.roles["a"].here(UUID(built.ids["space"]), world.NOW)
    repair.make_ready(here, breach=built.ids["breach"], willing=willing, able=able)


PRIVATE: dict[str, Private] = {
    "says what brings her here": lambda built: _prefer(built, start="hurt"),
    "wants fewer suggestions": lambda built: _prefer(built, fewer=True),
    "puts a question off": lambda built: _prefer(built, put_off={"a question": "2026-03-04"}),
    "looks at everything": _look_around,
    "signs in somewhere else": lambda built: built.roles["a"].browser(world.NOW),
    "ends every session": lambda built: OpenKey.objects.filter(person=built.roles["a"].person).delete(),
    "changes her password": lambda built: people.change_password(
        built.roles["a"].person, old=PASSWORD, new="another sentence to keep"
    ),
    "opens a space with someone else": _another_space,
    "wants to work on it, and can": lambda built: _ready(built, "yes", "yes"),
    "wants to, and not now": lambda built: _ready(built, "yes", "not_now"),
    "does not want to": lambda built: _ready(built, "no", "no"),
}


def addresses(built: World) -> Iterator[str]:
    """Every page of the product that takes a GET, in Anna and Toby's space."""
    for address in routes.addresses():
        for row in routes.rows(address.name):
            if row.get is not None:
                yield routes.url(address, built.ids, row)


def observed(built: World) -> dict[str, tuple[int, tuple[tuple[str, str], ...], bytes]]:
    """All that Toby can make the server tell him."""
    seen = {}
    for url in addresses(built):
        with world.undone():  # going away would end his session
            answer = built.client("b").get(url)
        headers = tuple(sorted((name, value) for name, value in answer.headers.items() if name not in TIMES))
        seen[url] = (answer.status_code, headers, MADE_EACH_TIME.sub(b"", answer.content))
    packed = built.client("b").post(f"/s/{built.ids['space']}/copy").content
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        seen["copy"] = (200, (), b"".join(archive.read(name) for name in sorted(archive.namelist())))
    return seen


def differences(built: World, private: list[Private]) -> list[str]:
    """The addresses under which Toby sees something else after Anna did what is hers alone."""
    with world.two_days_later(), world.undone():
        before = observed(built)
        for act in private:
            act(built)
        after = observed(built)
    return [url for url in before if before[url] != after[url]]


@pytest.fixture
def built() -> World:
    with world.two_days_later():
        made = world.build()
        made.clients = {role: someone.browser(world.NOW) for role, someone in made.roles.items()}
    return made


@pytest.mark.parametrize("name", PRIVATE)
def test_toby_learns_nothing_of_what_is_annas_alone(built: World, name: str) -> None:
    assert differences(built, [PRIVATE[name]]) == []


@pytest.mark.parametrize("names", [sorted(PRIVATE), sorted(PRIVATE, reverse=True)], ids=["forwards", "backwards"])
def test_nor_of_all_of_it(built: World, names: list[str]) -> None:
    assert differences(built, [PRIVATE[name] for name in names]) == []


def test_a_leak_would_be_seen(built: World) -> None:
    """The planted fault: what Anna does is not private after all."""

    def leak(made: World) -> None:
        here = made.roles["a"].here(made.ids["space"], world.NOW)  # type: ignore[arg-type]
        promises.say(here, promise=made.ids["promise"], due="2026-03-03", outcome="late")

    assert differences(built, [leak])
