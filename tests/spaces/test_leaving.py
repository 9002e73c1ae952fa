"""Anyone goes alone, at once and quietly; what they leave behind tells nobody when, or what they did before."""

import io
import zipfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import transaction
from django.http import Http404
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.resolvers import RoutePattern

from reknit.ledger import codec, export, store
from reknit.ledger.models import Event as Row
from reknit.people import acts as people
from reknit.people import keys, preferences
from reknit.practice.events import MemberLeft
from reknit.rooms.belonging import acts as belonging
from reknit.rooms.promises import acts
from reknit.spaces.access import Viewer
from tests import cast
from tests.cast import Someone
from tests.spaces.pages import plain

pytestmark = pytest.mark.tables
PASSWORD = "a short sentence to keep"
GONE = cast.NOON + timedelta(hours=1, minutes=47, seconds=23)
HOURS = ("13:47", "14:47", "1:47 p.m.", "2:47 p.m.")
PAGES = ("today", "promises", "promises_past", "history", "people", "picture", "part")


@pytest.fixture
def anna(db: None) -> Someone:
    """Anna, with a password of her own."""
    person, pair = people.create_person("Anna", password=PASSWORD, zone=cast.ZONE, today=cast.NOON.date())
    return Someone(person, pair)


def patterns() -> Iterator[tuple[str, set[str]]]:
    """The name of every address within a space, and what it takes."""
    found: list[URLPattern | URLResolver] = list(get_resolver().url_patterns)
    while found:
        one = found.pop()
        if isinstance(one, URLResolver):
            outer = str(one.pattern)
            found += [URLPattern(_joined(outer, inner), inner.callback, name=inner.name) for inner in one.url_patterns]
        else:
            yield str(one.name), set(one.pattern.converters)


def _joined(outer: str, inner: URLPattern) -> RoutePattern:
    return RoutePattern(outer + str(inner.pattern), is_endpoint=True)


def addresses(space: UUID, root: str) -> dict[str, str]:
    known = {"space": space, "promise": root, "event": root, "due": "2026-03-03", "verb": "say"}
    return {
        name: reverse(name, kwargs={kind: known.get(kind, uuid4()) for kind in takes})
        for name, takes in patterns()
        if "space" in takes
    }


@pytest.mark.practice("L5")
def test_one_button_and_one_password(anna: Someone, toby: Someone, noon: object) -> None:
    """No reason, no waiting, nobody's leave; a wrong password changes nothing."""
    space = cast.space_of(anna, toby)
    browser = anna.browser()
    wrong = browser.post(reverse("part", args=[space]), {"password": "not this"})
    assert (wrong.status_code, anna.here(space).may_write) == (422, True)
    gone = browser.post(reverse("part", args=[space]), {"password": PASSWORD})
    assert gone.status_code == 302
    with pytest.raises(Http404):
        anna.here(space)
    assert browser.get(gone.url).status_code == 200


def test_afterwards_nothing_is_found_but_the_copy(anna: Someone, toby: Someone, noon: object) -> None:
    space = cast.space_of(anna, toby)
    root = cast.promise(toby.here(space), what="Home by seven.")
    browser = anna.browser()
    belonging.part(anna.here(space))
    found = addresses(space, root)
    assert len(found) > 20
    for name, url in found.items():
        answers = {browser.get(url).status_code, browser.post(url, {"password": PASSWORD}).status_code}
        assert answers <= {404, 405} if name != "copy" else answers == {200}, name
    packed = browser.post(found["copy"]).content
    with zipfile.ZipFile(io.BytesIO(packed)) as files:
        assert b"Home by seven." in files.read("copy/read.html")
    assert browser.get(reverse("spaces_past")).status_code == 200


def test_many_copies_wait_for_who_takes_them_alone(anna: Someone, toby: Someone, noon: object) -> None:
    """And it keeps nobody from going: twenty at once, so that every space there can be is taken along."""
    space = cast.space_of(anna, toby)
    url = reverse("copy", args=[space])
    browser, other = anna.browser(), toby.browser()
    before = plain(other.get(reverse("people", args=[space])))
    assert [browser.post(url).status_code for _ in range(21)] == [200] * 20 + [422]
    assert "Wait three minutes, then take another. Nothing is locked." in plain(browser.post(url))
    assert plain(other.get(reverse("people", args=[space]))) == before
    assert other.post(url).status_code == 200
    assert browser.post(reverse("part", args=[space]), {"password": PASSWORD}).status_code == 302


@pytest.mark.practice("H4", "L11")
def test_the_others_read_that_and_nothing_else(anna: Someone, toby: Someone, noon: object) -> None:
    """One line on the page about the people, one in the history, and neither tells the hour."""
    space = cast.space_of(anna, toby)
    cast.promise(toby.here(space), what="Home by seven.", day="2026-03-05")
    browser = toby.browser()
    url = reverse("people", args=[space])
    before = plain(browser.get(url)).splitlines()
    belonging.part(anna.here(space, GONE))
    after = plain(browser.get(url)).splitlines()
    changed = [line.strip() for line in after if line not in before and "Just you" not in line]
    assert changed == ['<span class="soft">no longer in this space</span>']
    history = browser.get(reverse("history", args=[space])).content.decode()
    assert "Anna is no longer in this space." in history
    for name in PAGES:
        page = browser.get(reverse(name, args=[space])).content.decode()
        assert [hour for hour in HOURS if hour in page] == [], name


def test_no_hour_is_kept_anywhere(anna: Someone, toby: Someone) -> None:
    space = cast.space_of(anna, toby)
    belonging.part(anna.here(space, GONE))
    [left] = [event for event in store.after(toby.here(space), 0) if isinstance(event.facts, MemberLeft)]
    assert (left.at.date(), left.at.hour, left.at.minute, left.at.second) == (cast.NOON.date(), 10, 0, 0)
    with zipfile.ZipFile(io.BytesIO(export.pack(toby.here(space, GONE)))) as files:
        read, rows = (files.read(f"copy/{name}").decode() for name in ("read.html", "events.jsonl"))
    assert ">2 March 2026</time>Anna is no longer in this space." in read
    assert [hour for hour in (*HOURS, "11:00") if hour in read or hour in rows] == []


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "Pacific/Honolulu", "Europe/London"])
def test_the_day_is_the_one_who_left_lived(anna: Someone, toby: Someone, zone: str) -> None:
    space = cast.space_of(anna, toby)
    late = cast.NOON.replace(hour=23)
    belonging.part(Viewer(anna.person, anna.pair, late, zone).space(space))
    [left] = [event for event in store.after(toby.here(space), 0) if isinstance(event.facts, MemberLeft)]
    assert left.at.astimezone(ZoneInfo(zone)).date() == late.astimezone(ZoneInfo(zone)).date()


def nothing(_anna: Someone, _space: UUID, _root: str) -> None:
    """She did nothing in private."""


def a_lot(anna: Someone, space: UUID, root: str) -> None:
    """She read everything many times, put things off, took copies, signed in anew, changed her mind."""
    for _ in range(2):
        browser = anna.browser()
        for name in PAGES:
            assert browser.get(reverse(name, args=[space])).status_code == 200
        assert browser.post(reverse("copy", args=[space])).status_code == 200
        browser.post(reverse("occurrence_later", args=[space, root, "2026-03-03"]))
        browser.post(reverse("promise_new", args=[space]), {"what": "Never sent", "day": "1999-01-01"})
    known = preferences.read(anna.person, pair=anna.pair)
    known.start, known.fewer = "hurt", True
    preferences.write(anna.person, pair=anna.pair, preferences=known)


@pytest.mark.practice("H4")
def test_what_was_done_in_private_shows_nowhere(anna: Someone, toby: Someone, noon: object) -> None:
    worlds = [_world(anna, toby, private) for private in (nothing, a_lot)]
    assert worlds[0] == worlds[1]


def _world(anna: Someone, toby: Someone, private: Callable[[Someone, UUID, str], None]) -> dict[str, str]:
    """Every page of Toby's after Anna has gone, and his copy's texts; undone again."""
    with transaction.atomic():
        space = cast.space_of(anna, toby)
        root = cast.promise(toby.here(space), what="Home by seven.")
        private(anna, space, root)
        belonging.part(anna.here(space, GONE))
        found = _seen(toby.browser(), space, root)
        transaction.set_rollback(True)
    return found


def _seen(browser: Client, space: UUID, root: str) -> dict[str, str]:
    found = {name: plain(browser.get(reverse(name, args=[space]))) for name in PAGES}
    return found | {"promise": plain(browser.get(reverse("promise", args=[space, root])))}


def test_the_next_to_write_begins_a_new_epoch(anna: Someone, toby: Someone, maya: Someone) -> None:
    """Nothing is written by anybody for the going itself; the first line after it is under a key the leaver lacks."""
    space = cast.space_of(anna, toby, maya, kind="friends")
    belonging.part(anna.here(space))
    assert toby.here(space).epoch == 2
    root = cast.promise(toby.here(space), what="After.")
    here, gone = toby.here(space), anna.viewer().former(space)
    assert here.epoch == maya.here(space).epoch == 3
    assert sorted(gone.wrapped) == [1, 2]
    with pytest.raises(keys.CannotOpen):
        gone.key(3)
    row = Row.opened.get(pk=root)
    place = ("ledger", str(space), root, "words")
    assert codec.open_(here.key(3), bytes(row.words), bytes(row.words_commit), *place)
    for epoch in gone.wrapped:
        with pytest.raises(keys.CannotOpen):
            codec.open_(gone.key(epoch), bytes(row.words), bytes(row.words_commit), *place)
    assert store.thread(maya.here(space), root)[0].words == {"what": "After."}
    assert cast.promise(maya.here(space))
    assert toby.here(space).epoch == 3


def test_who_has_gone_writes_nothing_more(anna: Someone, toby: Someone) -> None:
    """Not with a page that was open, nor with the standing they still have for their copy."""
    space = cast.space_of(anna, toby)
    before = anna.here(space)
    root = cast.promise(toby.here(space))
    belonging.part(anna.here(space))
    for here in (before, anna.viewer().former(space)):
        with pytest.raises(Http404):
            acts.end(here, promise=root)
        with pytest.raises(Http404):
            belonging.part(here)
    assert [type(event.facts).__name__ for event in store.after(toby.here(space), 3)] == ["MemberLeft"]


def test_nobody_is_left_waiting_for_who_has_gone(anna: Someone, toby: Someone, noon: time_machine.Traveller) -> None:
    """What was promised to or by them is no longer due, and nobody is told that it was not kept."""
    space = cast.space_of(anna, toby)
    cast.promise(anna.here(space), what="From Anna.", day="2026-03-04")
    cast.promise(toby.here(space), what="To Anna.", day="2026-03-04")
    belonging.part(anna.here(space))
    noon.move_to(cast.NOON + timedelta(days=5))
    page = toby.browser().get(reverse("today", args=[space])).content.decode()
    assert "From Anna." not in page
    assert "To Anna." not in page
