"""An account is erased: read first, done at once, and then nothing of it is left, whoever looks where."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.db import connection, models, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from reknit.cli.tidying import tidy
from reknit.ledger import chain, export, store
from reknit.ledger.models import Erasure, Event, Sent
from reknit.people import acts as people
from reknit.people import codes, resets
from reknit.people.models import FormerRing, Known, OpenKey, Person, Slot
from reknit.practice.events import MissExplained
from reknit.rooms.belonging import acts as belonging
from reknit.rooms.moments import acts as moments
from reknit.site import erasing
from reknit.site.database import elsewhere
from reknit.spaces.models import Member, Space, SpaceKey
from reknit.vault import acts as vault
from reknit.vault import store as kept
from reknit.vault.models import Note, Side, Way
from tests import cast
from tests.cast import NOON, Someone
from tests.databases import Own
from tests.people.rows import every_row
from tests.people.test_killed import Killed, killed_at
from tests.vault.conftest import unlocked

pytestmark = [pytest.mark.tables, pytest.mark.django_db]
NAME, PASSWORD, ADDRESS = "Zephyrine Quill", "a short sentence to keep", "zq@elsewhere.example"
OTHER = "seven blue lamps over an empty pier"
SAID = MissExplained(due="2026-03-03")


@dataclass
class Life:
    """Somebody with all there is: a space with Toby, one alone, one they left, and a private side."""

    person: Person
    me: Someone
    toby: Someone
    shared: UUID
    alone: UUID
    left: UUID
    promise: str


def lived() -> Life:
    person, pair = people.create_person(NAME, password=PASSWORD, email=ADDRESS, zone=cast.ZONE, today=NOON.date())
    me, toby, maya = Someone(person, pair), cast.person("Toby"), cast.person("Maya")
    codes.make(person, pair=pair)
    shared, left = cast.space_of(toby, me), cast.space_of(maya, me)
    belonging.part(me.here(left))
    alone = belonging.open_space(me.viewer(), kind="couple", names=["Sam"]).space_id
    cast.promise(me.here(alone), what="Only Sam would read this.")
    root = cast.promise(me.here(shared), what="Home by seven.", day="2026-03-05")
    mine = unlocked(me)
    kept.add(mine, SAID, {"said": "put away"})
    vault.start_anew(mine, phrase=OTHER)
    kept.add(me.viewer(), SAID, {"said": "dropped"})
    Authenticator.objects.create(user=person, type="totp", data={"secret": "c2VjcmV0LW9mLXRoZS1hcHAtMTIz"})
    return Life(person, me, toby, shared, alone, left, root)


@pytest.fixture
def life(db: None) -> Life:
    return lived()


def signed_in() -> Client:
    client = Client()
    client.post("/in", {"login": NAME, "password": PASSWORD, "device": "alone"})
    return client


def go(client: Client, password: str = PASSWORD):
    return client.post("/me/erase", {"password": password})


def page_of(answer) -> str:
    return answer.content.decode().partition("<main")[2].partition("</main>")[0]


@pytest.fixture
def plain(life: Life) -> Life:
    """The same without the app, so that a browser can sign in with the password."""
    Authenticator.objects.all().delete()
    return life


def test_what_goes_and_what_stays_is_read_by_name(plain: Life) -> None:
    browser = signed_in()
    assert 'href="/me/erase"' in browser.get("/me").content.decode()
    page = page_of(browser.get("/me/erase"))
    assert "Your space with Sam, and everything in it: nobody else is there." in page
    assert "Your space with Toby: they keep the history" in page
    assert "The same where you left before, with Maya." in page
    for space in (plain.shared, plain.alone, plain.left):
        assert page.count(reverse("copy", args=[space])) == 1
    assert reverse("mine_copy") in page
    before = every_row()
    browser.get("/me/erase")
    assert every_row() == before


def test_it_reads_the_same_whatever_is_kept_in_private(plain: Life) -> None:
    browser = signed_in()
    full = page_of(browser.get("/me/erase"))
    Side.objects.all().delete()
    assert [line for line in page_of(browser.get("/me/erase")).split("\n") if "csrf" not in line] == [
        line for line in full.split("\n") if "csrf" not in line
    ]


@pytest.mark.practice("L5")
def test_at_once_with_the_password_and_no_other(plain: Life) -> None:
    browser, elsewhere_too = signed_in(), signed_in()
    assert go(browser, "not the password").status_code == 422
    assert Person.objects.filter(name=NAME).exists()
    done = go(browser)
    assert "Your account is erased" in page_of(done)
    assert done["Clear-Site-Data"] == '"cache", "storage"'
    for who in (browser, elsewhere_too):
        assert who.get("/me").status_code == 302
    assert go(browser).status_code in {302, 403}  # sent twice, it finds nobody
    assert (
        "do not belong together"
        in signed_in().post("/in", {"login": NAME, "password": PASSWORD, "device": "shared"}).content.decode()
    )
    assert "d" not in browser.cookies or browser.cookies["d"].value == ""
    again = Client().post("/up", {"username": NAME, "password1": "quite another sentence", "device": "shared"})
    assert again.status_code == 302  # the name is free


def test_five_wrong_tries_and_then_it_waits(plain: Life) -> None:
    browser = signed_in()
    answers = [go(browser, "not the password").content.decode() for _ in range(6)]
    assert ["many tries" in answer for answer in answers] == [False] * 5 + [True]
    assert Person.objects.filter(name=NAME).exists()


def test_the_others_keep_the_history_without_the_name(plain: Life) -> None:
    go(signed_in())
    page = plain.toby.browser().get(reverse("people", args=[plain.shared])).content.decode()
    assert "Former member" in page
    assert "no longer in this space" in page
    history = plain.toby.browser().get(reverse("history", args=[plain.shared])).content.decode()
    assert "Former member is no longer in this space." in history
    assert "Home by seven." in history
    promise = plain.toby.browser().get(reverse("promise", args=[plain.shared, plain.promise])).content.decode()
    today = plain.toby.browser().get(reverse("today", args=[plain.shared])).content.decode()
    for one in (page, history, promise, today):
        assert NAME not in one
    here = plain.toby.here(plain.shared, timezone.now())
    assert NAME.encode() not in export.pack(here)
    assert not list(chain.faults(store.links(here)))


def test_who_writes_next_begins_a_new_epoch(plain: Life) -> None:
    go(signed_in())
    before = plain.toby.here(plain.shared).epoch
    moments.note_moment(plain.toby.here(plain.shared), day="2026-03-02", words={"what": "Quiet."}, only_me=False)
    assert plain.toby.here(plain.shared).epoch == before + 1


def test_nothing_is_left_of_them_in_any_row(plain: Life) -> None:
    person = plain.person.pk
    go(signed_in())
    rows = every_row()
    for text in (NAME, NAME.casefold(), ADDRESS, str(person), person.hex):
        assert text.encode() not in rows, text
    assert not OpenKey.objects.exists()
    assert not Session.objects.exists()
    assert not Authenticator.objects.exists()
    assert not Known.objects.exists()
    assert not Note.objects.exists()
    assert not Side.objects.exists()
    assert not Sent.objects.exists()
    assert not SpaceKey.objects.exclude(person__name__in=["Toby", "Maya"]).exists()
    assert not Space.objects.filter(pk=plain.alone).exists()
    assert not Event.opened.filter(space_id=plain.alone).exists()
    assert Member.objects.filter(person=None, left=True).count() == 2


def test_words_that_were_to_go_still_go(plain: Life) -> None:
    now = timezone.now()
    here = plain.me.here(plain.shared, now)
    belonging.ask_erasure(here, event=plain.promise)
    go(signed_in())
    assert store.one(plain.toby.here(plain.shared, now), plain.promise).words
    tidy(now + timedelta(days=32))
    assert store.one(plain.toby.here(plain.shared, now), plain.promise).words is None


def test_all_their_words_can_be_asked_to_go_too(plain: Life) -> None:
    """As if they had asked for each: the others are told; after thirty days theirs are gone, and no others."""
    now = timezone.now()
    toby = plain.toby.here(plain.shared, now)
    moments.note_moment(toby, day="2026-03-02", words={"what": "Quiet."}, only_me=False)
    browser = signed_in()
    assert "Take my words back there, too" in page_of(browser.get("/me/erase"))
    wrong = browser.post("/me/erase", {"password": "not the password", "words": "on"})
    assert 'name="words" aria-describedby="words-is" checked' in page_of(wrong)
    assert not Erasure.objects.exists()
    assert browser.post("/me/erase", {"password": PASSWORD, "words": "on"}).status_code == 200
    assert [row.event for row in Erasure.objects.all()] == [UUID(plain.promise)]
    assert store.one(plain.toby.here(plain.shared, now), plain.promise).words == {"what": "Home by seven."}
    history = plain.toby.browser().get(reverse("history", args=[plain.shared])).content.decode()
    assert "Home by seven." in history
    tidy(now + timedelta(days=32))
    texts = [line.words for line in store.after(plain.toby.here(plain.shared, now), 0)]
    assert {"what": "Quiet."} in texts
    assert {"what": "Home by seven."} not in texts
    assert not list(chain.faults(store.links(plain.toby.here(plain.shared, now))))


def test_a_space_closed_since_a_reset_is_left_too(plain: Life) -> None:
    now = timezone.now()
    resets.use(resets.offer(plain.person, now=now), new="quite another sentence", zone="UTC", now=now)
    client = Client()
    client.post("/in", {"login": NAME, "password": "quite another sentence", "device": "alone"})
    page = page_of(client.get("/me/erase"))
    assert "The same in the space that is closed to you, with Toby." in page
    assert "The space that is closed to you goes, too: nobody else is there." in page
    assert FormerRing.objects.exists()
    assert "Your account is erased" in page_of(go(client, "quite another sentence"))
    assert not FormerRing.objects.exists()
    assert not Space.objects.filter(pk=plain.alone).exists()
    people_page = plain.toby.browser().get(reverse("people", args=[plain.shared])).content.decode()
    assert "Former member" in people_page
    assert "no longer in this space" in people_page
    assert NAME.encode() not in every_row()


def test_all_of_it_or_nothing(plain: Life) -> None:
    """Stopped before any of its statements, everything stands as it stood."""
    before, places, stopped = every_row(), 1, True
    while stopped:
        places += 5
        with transaction.atomic():
            try:
                with transaction.atomic(), killed_at(places):
                    again = Someone(Person.objects.get(name=NAME), plain.me.pair)
                    erasing.erase(again.viewer(timezone.now()))
                stopped = False
            except Killed:
                assert every_row() == before
            transaction.set_rollback(True)
    assert places > 30


def test_nobody_of_the_story_has_an_account_to_erase(anna: Someone) -> None:
    browser = anna.browser()
    assert browser.get("/me/erase").status_code == 404
    assert browser.post("/me/erase", {"password": ""}).status_code == 404
    assert "/me/erase" not in browser.get("/me").content.decode()


@pytest.fixture
def disk(own: Own) -> Iterator[Life]:
    """The same life in a file of its own."""
    if own.postgres:
        pytest.skip("PostgreSQL keeps old bytes until it vacuums; docs/what-the-server-knows.md says so")
    with elsewhere(own.connect()):
        yield lived()
        connection.close()


def test_nothing_is_left_of_them_on_the_disk(disk: Life) -> None:
    """Name, address, hashes, keys, notes, the space that went with them: no piece of any lies in the files."""
    wanted = _theirs(disk)
    assert len(wanted) > 20
    missed = [name for name, piece in wanted.items() if not _on_disk(piece)]
    assert missed == []
    erasing.erase(disk.me.viewer(timezone.now()))
    assert [name for name, piece in wanted.items() if _on_disk(piece)] == []


def _theirs(life: Life) -> dict[str, bytes]:
    """Every piece of theirs that the tables hold."""
    life.me.browser()
    person, mine = life.person, {"person": life.person}
    found = {"name": NAME.encode(), "key": NAME.casefold().encode(), "address": ADDRESS.encode()}
    found |= {"hash": person.password.encode(), "public": bytes(life.me.pair.public)}
    found |= {f"slot {row.kind}": bytes(row.wrapped) for row in Slot.objects.filter(ring=person.pk)}
    found |= {f"space key {row.pk}": bytes(row.wrapped) for row in SpaceKey.objects.filter(**mine)}
    found |= {f"open {row.pk}": bytes(row.blob) for row in OpenKey.objects.filter(**mine)}
    found |= {f"session {n}": row.session_data.encode() for n, row in enumerate(Session.objects.all())}
    for side in Side.objects.filter(**mine):
        found |= {f"side {side.pk}": bytes(side.public), f"index {side.pk}": bytes(side.index)}
        found |= {f"way {row.pk}": bytes(row.wrapped) for row in Way.objects.filter(side=side)}
        found |= {f"note {row.pk}": bytes(row.body) for row in Note.objects.filter(side=side)}
    for row in Event.opened.filter(space_id=life.alone):
        found |= {f"facts {row.seq}": bytes(row.facts), f"words {row.seq}": bytes(row.words or row.facts)}
    found["app"] = b"c2VjcmV0LW9mLXRoZS1hcHAtMTIz"
    return found


def _on_disk(piece: bytes) -> bool:
    """Whether it, or any part of a long one, still lies in the database's files."""
    path = Path(connection.settings_dict["NAME"])
    files = [file.read_bytes() for file in path.parent.iterdir() if file.name.startswith(path.name)]
    parts = [piece[at : at + 32] for at in range(32, len(piece) - 32, 64)] or [piece]
    return any(part in file for file in files for part in parts)


def test_whatever_hangs_on_a_person_goes_with_them() -> None:
    """Every table that names a person; a seat alone stays, and names nobody."""
    every = [one for one in Person._meta.get_fields(include_hidden=True) if one.auto_created and one.is_relation]
    hanging = {relation.related_model._meta.label: relation.on_delete for relation in every}
    assert len(hanging) >= 8
    assert {label for label, gone in hanging.items() if gone is not models.CASCADE} == {"spaces.Member"}
