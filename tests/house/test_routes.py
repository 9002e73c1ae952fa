"""Every address, every method, every role: each is answered as the table says, and a look leaves nothing behind."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import get_resolver

from reknit.rooms.promises import telling
from tests.house import answers, routes, world
from tests.house.routes import Address, Row
from tests.house.tree import ROOT
from tests.house.world import ROLES, World

# The walk over the whole table is thousands of pages, and on either database the same; the rest runs on both.
pytestmark = pytest.mark.django_db


@pytest.fixture
def here() -> Iterator[World]:
    made = world.build()
    with world.two_days_later():
        made.clients = {role: someone.browser() for role, someone in made.roles.items()}
        yield made


@pytest.fixture
def planted(here: World, settings: Any) -> World:
    settings.ROOT_URLCONF = "tests.house.planted"
    return here


def ask(here: World, address: Address, row: Row, method: str, role: str, ids: dict[str, str]) -> HttpResponse:
    data: dict[str, Any] = routes.filled(row.data, here.ids) if method == "POST" else {}
    return world.ask(here, role, method, routes.url(address, ids, row), data)


def walk(here: World, address: Address, rows: list[Row]) -> list[str]:
    """Every cell of one address that is not answered as its row says, or is answered carelessly."""
    before, found = world.digest(), []
    for row in rows:
        for method, role in _cells(address, row, first=row is rows[0]):
            with world.undone(), world.statements() as sent:
                response = ask(here, address, row, method, role, here.ids)
                faults = answers.header_faults(response, address.name)
                if _looks(address, method) and sent and (changed := _changed(before)):
                    faults.append(f"writes to {changed}")
                if method == "HEAD" and response.content:
                    faults.append("has a body")
            wanted = routes.expected(row, method, role, is_open=address.open)
            if response.status_code != wanted:
                faults.append(f"is {response.status_code}, not {wanted}")
            found += [f"{' '.join([address.name, *row.at.values()])} {method} {role}: {fault}" for fault in faults]
    return found


def _looks(address: Address, method: str) -> bool:
    """Whether nothing may be written; going away is the one exception (S-27)."""
    return method == "HEAD" or (method == "GET" and address.name != "away")


def _cells(address: Address, row: Row, *, first: bool) -> Iterator[tuple[str, str]]:
    """What is taken is tried by all; what is not, once, by a member or, where it is open, by the signed-out."""
    for method in routes.METHODS:
        if row.answers(method):
            yield from ((method, role) for role in ROLES)
        elif first:
            yield method, "out" if address.open else "a"


def _changed(before: dict[str, str]) -> list[str]:
    after = world.digest()
    return [table for table in after if after[table] != before.get(table)]


def alike(here: World, address: Address, row: Row) -> list[str]:
    """Where what is another's is answered otherwise than what never was."""
    found = []
    for part in sorted(here.absent.keys() & address.holds):
        roles = ("out", "stranger", "former", "other", "a") if part == "space" else ("a",)
        for method in [method for method in ("GET", "POST") if row.answers(method)]:
            for role in roles:
                away = here.foreign if role in {"a", "out"} or part != "space" else here.ids
                if _may(here, address, part, role, method, row):
                    continue
                pair = [_answer(here, address, row, method, role, part, id_) for id_ in (away[part], here.absent[part])]
                found += [f"{address.name} {method} {role} {part}"] if pair[0] != pair[1] else []
    return found


def _may(here: World, address: Address, part: str, role: str, method: str, row: Row) -> bool:
    """Whether this role is let in: who has left may still take their copy."""
    return part == "space" and (row.answers(method) or {}).get(role) == 200 and role not in {"a", "b"}


def _answer(here: World, address: Address, row: Row, method: str, role: str, part: str, id_: str) -> tuple[Any, ...]:
    with world.undone():
        response = ask(here, address, row, method, role, {**here.ids, part: id_})
    return answers.plain(response, id_)


def test_every_address_has_a_row() -> None:
    assert routes.unlisted(list(routes.addresses()), routes.TABLE, routes.OPEN) == []
    assert routes.TELL.keys() >= telling.VERBS.keys()


def test_an_address_without_a_row_is_reported() -> None:
    found = routes.unlisted(list(routes.addresses(get_resolver("tests.house.planted"))), routes.TABLE, routes.OPEN)
    assert {"leaky has no row", "telling has no row", "writing has no row", "careless is open"} <= set(found)
    assert "today is no address" in routes.unlisted([], routes.TABLE, {})


def test_every_cell_is_answered_as_the_table_says(here: World) -> None:
    found = [fault for address in routes.addresses() for fault in walk(here, address, routes.rows(address.name))]
    assert found == []


def test_what_is_anothers_is_not_there(here: World) -> None:
    every = [(address, row) for address in routes.addresses() for row in routes.rows(address.name)]
    assert [fault for address, row in every for fault in alike(here, address, row)] == []


def _planted(name: str) -> Address:
    return next(address for address in routes.addresses(get_resolver("tests.house.planted")) if address.name == name)


@pytest.mark.tables
def test_planted_views_are_reported(planted: World) -> None:
    writing = walk(planted, _planted("writing"), [Row(routes.anyone(200))])
    assert {"writing GET a: writes to ['people_person']", "writing PUT a: is 200, not 405"} <= set(writing), writing
    careless = walk(planted, _planted("careless"), [Row(routes.everyone(200, 404))])
    for fault in ("the policy is 'default-src *'", "sends Access-Control-Allow-Origin", "sets the cookie last_visit"):
        assert f"careless GET out: {fault}" in careless
    assert "careless GET out: last_visit can be read by scripts" in careless
    assert "careless GET b: is 200, not 404" in careless
    assert "careless GET out: the type is 'text/html'" in careless


@pytest.mark.tables
def test_planted_differences_are_reported(planted: World) -> None:
    assert "telling GET other space" in alike(planted, _planted("telling"), Row(routes.members(404)))
    assert "leaky GET stranger space" in alike(planted, _planted("leaky"), Row(routes.members(404)))


@pytest.mark.tables
def test_a_form_from_elsewhere_changes_nothing(here: World) -> None:
    assert [
        fault for address in routes.addresses() for fault in without_token(here, address, routes.rows(address.name))
    ] == []


def without_token(here: World, address: Address, rows: list[Row]) -> list[str]:
    """Forms that are taken without the token only our pages have."""
    found = []
    for row in [row for row in rows if row.post]:
        for role in ("out", "a"):
            client = here.client(role, checks=True)
            with world.undone():
                response = client.post(routes.url(address, here.ids, row), row.data)
            found += [f"{address.name} {role}: {response.status_code}"] if response.status_code != 403 else []
            found += answers.header_faults(response, address.name)
    return found


@pytest.mark.tables
def test_a_planted_form_without_a_token_is_reported(planted: World) -> None:
    assert len(without_token(planted, _planted("careless"), [Row(None, routes.everyone(200, 200))])) >= 2


ELSEWHERE = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"}


@pytest.mark.tables
def test_other_sites_can_link_and_nothing_else(here: World) -> None:
    for address in routes.addresses():
        row = routes.rows(address.name)[0]
        url = routes.url(address, here.ids, row)
        with world.undone():
            pulled = [world.ask(here, "a", method, url, {}, **ELSEWHERE) for method in ("GET", "POST")]
            posted = world.ask(here, "a", "POST", url, {}, **{**ELSEWHERE, "Sec-Fetch-Mode": "navigate"})
            linked = world.ask(here, "a", "GET", url, {}, **{**ELSEWHERE, "Sec-Fetch-Mode": "navigate"})
        assert {response.status_code for response in (*pulled, posted)} == {403}, address.name
        assert linked.status_code == routes.expected(row, "GET", "a", is_open=address.open), address.name


def odd(here: World) -> Iterator[tuple[str, HttpResponse, int]]:
    """The answers no view gives: what is nowhere, another host's name, a fault of ours."""
    for role in ("out", "a"):
        client = here.client(role)
        yield f"nowhere, {role}", client.get("/nowhere/at/all"), 404
        yield f"no static file, {role}", client.get("/static/nothing.css"), 404
        yield f"no slash, {role}", client.get(f"/s/{here.ids['space']}"), 301
        yield f"another host, {role}", client.get("/", headers={"host": "elsewhere.example"}), 421
        yield f"a broken form, {role}", client.post("/j", b"x", content_type="multipart/form-data"), 400
        yield f"a fault of ours, {role}", client.get("/x/failing"), 500


@pytest.mark.tables
def test_odd_answers_keep_the_headers(planted: World) -> None:
    for what, response, status in odd(planted):
        assert (what, response.status_code) == (what, status)
        assert (what, answers.header_faults(response)) == (what, [])


def test_static_files_are_for_our_own_pages(settings: Any) -> None:
    settings.WHITENOISE_AUTOREFRESH = settings.WHITENOISE_USE_FINDERS = True
    response = Client().get("/static/css/base.css")
    assert response.status_code == 200
    for name in (
        "X-Content-Type-Options",
        "Cross-Origin-Resource-Policy",
        "Cross-Origin-Opener-Policy",
        "Referrer-Policy",
    ):
        assert response.get(name) == answers.EXACT[name]
    assert [name for name in answers.NEVER[:4] if response.has_header(name)] == []


SECURE = """
import django, json; django.setup()
from django.conf import settings
from django.test import Client
response = Client().get("/in", secure=True, headers={"host": "localhost"})
names = [getattr(settings, name) for name in dir(settings) if name.endswith("COOKIE_NAME")]
cookies = {cookie.key: dict(cookie) for cookie in response.cookies.values()}
print(json.dumps({"headers": dict(response.headers), "cookies": cookies, "names": names}))
"""


def test_with_tls_every_cookie_is_bound_to_it(tmp_path: Path) -> None:
    env = {**os.environ, "HTTPS": "on", "REKNIT_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "tests.settings"}
    ran = subprocess.run([sys.executable, "-c", SECURE], cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    said = json.loads(ran.stdout)
    assert said["headers"]["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
    [(name, flags)] = said["cookies"].items()
    assert (name, flags["secure"], flags["httponly"], flags["path"], flags["domain"]) == (
        "__Host-csrf",
        True,
        True,
        "/",
        "",
    )
    # Django names the cookie of a chosen language; we let nobody choose one, so it is never set.
    ours = {name for name in said["names"] if name != "django_language"}
    assert len(ours) >= 5
    assert {name for name in ours if not name.startswith("__Host-")} == set()


def test_the_walk_is_a_walk() -> None:
    assert len(list(routes.addresses())) > 35
