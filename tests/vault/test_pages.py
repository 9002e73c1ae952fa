"""Just me, page by page: begun with the text that needed it, locked, opened, changed, forgotten, taken along."""

import io
import json
import re
import time
import zipfile
from contextlib import suppress
from datetime import timedelta

import pyrage
import pytest
import time_machine
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from reknit.vault import unlocked
from reknit.vault.models import Note, Opening, Side
from tests.cast import Someone
from tests.vault.conftest import PHRASE

pytestmark = pytest.mark.tables
OTHER = "seven blue lamps over an empty pier"
COOKIE = settings.PRIVATE_COOKIE_NAME


@pytest.fixture
def anna_in(anna: Someone) -> Client:
    return anna.browser()


def said(response: HttpResponse) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def begin(client: Client, **more: str) -> HttpResponse:
    return client.post("/p/set", {"phrase": PHRASE, "idle": "10", "code": "none", **more})


def write(client: Client, text: str = "Only mine.") -> HttpResponse:
    return client.post("/p/new", {"said": text, "about": ""})


def carried(page: str) -> dict[str, str]:
    """The hidden fields a page brings along, as a browser would send them."""
    areas = re.findall(r'<textarea name="([^"]+)" hidden>\n?(.*?)</textarea>', page, re.S)
    return dict(areas) | dict(re.findall(r'<input type="hidden" name="(to|offered)" value="([^"]*)"', page))


def test_the_first_text_is_sealed_by_the_post_that_sets_the_passphrase(anna_in: Client) -> None:
    asked = write(anna_in, "On the stairs.")
    assert asked.status_code == 422
    assert "Six words for you" in said(asked)
    assert Note.objects.count() == Side.objects.count() == 0
    bad = begin(anna_in, phrase="too short", **carried(asked.content.decode()))
    assert "fifteen characters" in said(bad)
    done = begin(anna_in, **carried(bad.content.decode()))
    assert (done.status_code, done["Location"]) == (302, "/p/")
    assert Note.objects.get().rev == 1
    assert "On the stairs." in said(anna_in.get("/p/"))


def test_the_six_words_will_do_and_come_back_with_the_form(anna_in: Client) -> None:
    page = anna_in.get("/p/set").content.decode()
    words = carried(page)["offered"]
    assert len(words.split()) == 6
    again = begin(anna_in, phrase="x", offered=words)
    assert f">{words}</p>" in again.content.decode()
    assert begin(anna_in, phrase=words, offered=words).status_code == 302
    anna_in.post("/p/close")
    assert anna_in.post("/p/open", {"phrase": f"  {words.replace(' ', '  ')} "}).status_code == 302


def test_with_a_code_it_opens_too_and_the_code_is_shown_once(anna_in: Client) -> None:
    asked = write(anna_in)
    done = begin(anna_in, code="make", **carried(asked.content.decode()))
    code = re.search(r'class="code"[^>]*>([^<]+)<', done.content.decode())
    assert done.status_code == 200
    assert code
    assert code.group(1) not in said(anna_in.get("/p/more"))
    anna_in.post("/p/close")
    assert anna_in.post("/p/open", {"phrase": code.group(1).lower()}).status_code == 302
    assert "Only mine." in said(anna_in.get("/p/"))
    anna_in.post("/p/more/code", {"do": "remove"})
    anna_in.post("/p/close")
    assert anna_in.post("/p/open", {"phrase": code.group(1)}).status_code == 422


def test_locked_it_shows_nothing_and_takes_a_note(anna_in: Client) -> None:
    begin(anna_in)
    write(anna_in)
    closed = anna_in.post("/p/close")
    assert closed["Clear-Site-Data"] == '"cache", "storage"'
    assert anna_in.cookies[COOKIE].value == ""
    page = said(anna_in.get("/p/"))
    assert "This is locked." in page
    assert "Only mine." not in page
    assert write(anna_in, "Dropped.").status_code == 302
    note = Note.objects.get(rev=0)
    assert anna_in.get(f"/p/n/{note.pk}/")["Location"] == f"/p/open?to=%2Fp%2Fn%2F{note.pk}%2F"
    opened = anna_in.post("/p/open", {"phrase": PHRASE, "to": f"/p/n/{note.pk}/"})
    assert opened["Location"] == f"/p/n/{note.pk}/"
    assert "Dropped." in said(anna_in.get(opened["Location"]))


def test_a_change_sent_while_locked_is_done_with_the_passphrase(anna_in: Client) -> None:
    begin(anna_in)
    write(anna_in)
    note = Note.objects.get()
    anna_in.post("/p/close")
    asked = anna_in.post(f"/p/n/{note.pk}/words", {"said": "Other words."})
    wrong = anna_in.post("/p/open", {"phrase": "not it at all", **carried(asked.content.decode())})
    assert wrong.status_code == 422
    done = anna_in.post("/p/open", {"phrase": PHRASE, **carried(wrong.content.decode())})
    assert done["Location"] == f"/p/n/{note.pk}/"
    assert "Other words." in said(anna_in.get("/p/"))


@pytest.mark.parametrize("to", ["https://example.org/", "//example.org/p/", "/p/open", "/nowhere", "javascript:x"])
def test_it_leads_nowhere_else(anna_in: Client, to: str) -> None:
    begin(anna_in)
    anna_in.post("/p/close")
    assert anna_in.post("/p/open", {"phrase": PHRASE, "to": to})["Location"] == "/p/"


@pytest.mark.parametrize(("idle", "minutes", "open_"), [("10", 9, True), ("10", 11, False), ("2", 3, False)])
def test_it_locks_by_itself(anna_in: Client, idle: str, minutes: int, open_: bool) -> None:
    begin(anna_in, idle=idle)
    write(anna_in)
    with time_machine.travel(timezone.now() + timedelta(minutes=minutes), tick=False):
        assert ("Only mine." in said(anna_in.get("/p/"))) is open_


def test_it_locks_after_an_hour_of_use_unless_it_stays_open(anna_in: Client) -> None:
    for idle, open_ in (("10", False), ("0", True)):
        begin(anna_in)
        anna_in.post("/p/open", {"phrase": PHRASE})
        anna_in.post("/p/more/idle", {"idle": idle})
        start = timezone.now()
        for minute in range(0, 65, 8):
            with time_machine.travel(start + timedelta(minutes=minute), tick=False):
                page = said(anna_in.get("/p/"))
        assert ("Lock it now" in page) is open_


def test_a_look_slides_the_timer_at_most_once_a_minute(anna: Someone, anna_in: Client) -> None:
    begin(anna_in)
    row = Opening.objects.get()
    for seconds, slid in ((59, False), (61, True)):
        with time_machine.travel(row.begun_at + timedelta(seconds=seconds), tick=False):
            anna_in.get("/p/")
        assert (Opening.objects.get().seen_at > row.seen_at) is slid


def test_each_unlock_has_a_key_of_its_own(anna_in: Client) -> None:
    begin(anna_in)
    found = set()
    for _ in range(3):
        anna_in.post("/p/open", {"phrase": PHRASE})
        found.add((anna_in.cookies[COOKIE].value, Opening.objects.get().pk))
    assert len({cookie for cookie, _ in found}) == len({row for _, row in found}) == 3


def test_it_goes_with_the_sign_in(anna: Someone, anna_in: Client) -> None:
    begin(anna_in)
    anna_in.post("/out")
    assert not Opening.objects.exists()
    again = anna.browser()
    again.post("/p/open", {"phrase": PHRASE})
    unlocked.lock_everywhere(anna.person)
    assert "This is locked." in said(again.get("/p/"))


def test_one_browser_opens_nothing_in_another(anna: Someone, toby: Someone, anna_in: Client) -> None:
    begin(anna_in)
    second, other = anna.browser(), toby.browser()
    for client in (second, other):
        client.cookies[COOKIE] = anna_in.cookies[COOKIE].value
        assert "Lock it now" not in said(client.get("/p/"))


def test_a_new_passphrase_locks_elsewhere_and_the_old_opens_nothing(anna: Someone, anna_in: Client) -> None:
    for why, old, new in (("other", PHRASE, OTHER), ("known", OTHER, PHRASE)):
        begin(anna_in)
        elsewhere = anna.browser()
        elsewhere.post("/p/open", {"phrase": old})
        write(elsewhere, f"before {why}")
        done = anna_in.post("/p/more/change", {"old": old, "phrase": new, "why": why})
        assert done.status_code == 302
        assert "Lock it now" not in said(elsewhere.get("/p/"))
        assert elsewhere.post("/p/open", {"phrase": old}).status_code == 422
        assert f"before {why}" in said(anna_in.get("/p/"))


def test_a_forgotten_one_begins_anew_and_the_old_comes_back(anna_in: Client) -> None:
    begin(anna_in)
    write(anna_in, "From before.")
    anna_in.post("/p/close")
    assert anna_in.post("/p/more/anew", {"phrase": OTHER}).status_code == 302
    write(anna_in, "From after.")
    assert "From before." not in said(anna_in.get("/p/"))
    assert anna_in.post("/p/more/back", {"phrase": "not it at all"}).status_code == 422
    assert anna_in.post("/p/more/back", {"phrase": PHRASE}).status_code == 302
    page = said(anna_in.get("/p/"))
    assert "From before." in page
    assert "From after." in page
    assert Side.objects.count() == 1


def test_what_was_put_away_can_be_erased_at_once(anna_in: Client) -> None:
    begin(anna_in)
    write(anna_in)
    anna_in.post("/p/more/anew", {"phrase": OTHER})
    anna_in.post("/p/more/gone")
    assert Note.objects.count() == 0
    assert Side.objects.count() == 1


def test_search_opens_what_it_needs_in_memory(anna_in: Client) -> None:
    begin(anna_in)
    for text in ("The yellow key.", "A green DOOR."):
        write(anna_in, text)
    found = said(anna_in.post("/p/find", {"q": "door green"}))
    assert "A green DOOR." in found
    assert "The yellow key." not in found
    assert "Nothing here has these words." in said(anna_in.post("/p/find", {"q": "window"}))


def test_a_note_is_reworded_and_deleted(anna_in: Client) -> None:
    begin(anna_in)
    write(anna_in)
    note = Note.objects.get()
    assert anna_in.post(f"/p/n/{note.pk}/words", {"said": "Other."}).status_code == 302
    assert anna_in.post(f"/p/n/{note.pk}/words", {"said": " "}).status_code == 422
    assert "Other." in said(anna_in.get(f"/p/n/{note.pk}/gone"))
    assert anna_in.post(f"/p/n/{note.pk}/gone").status_code == 302
    assert anna_in.get(f"/p/n/{note.pk}/").status_code == 404


def unsealed(body: bytes) -> bytes:
    """What age makes of it. It measures how much work it dares, so on a machine that is busy it may refuse at first."""
    for _ in range(30):
        with suppress(pyrage.DecryptError):
            return bytes(pyrage.passphrase.decrypt(body, PHRASE))
        time.sleep(1)
    raise AssertionError("age does not open it")


def test_a_copy_is_sealed_or_readable_and_asks_for_the_passphrase(anna_in: Client) -> None:
    begin(anna_in)
    write(anna_in, "Ünd <so>.")
    assert anna_in.post("/p/more/copy", {"old": "not it at all", "how": "sealed"}).status_code == 422
    assert "guessed too soon" in said(anna_in.post("/p/more/copy", {"old": PHRASE, "how": "sealed", "phrase": "x"}))
    sealed = anna_in.post("/p/more/copy", {"old": PHRASE, "how": "sealed"})
    plain = anna_in.post("/p/more/copy", {"old": PHRASE, "how": "readable"})
    assert sealed["Content-Disposition"] == 'attachment; filename="copy.zip.age"'
    for file in (sealed, plain):
        assert file["Content-Security-Policy"] == "sandbox"
        assert file["X-Content-Type-Options"] == "nosniff"
        assert "no-store" in file["Cache-Control"]
    for body in (unsealed(sealed.content), plain.content):
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            assert "Ünd &lt;so&gt;." in archive.read("copy/read.html").decode()
            [row] = json.loads(archive.read("copy/notes.json"))
            assert row["words"] == {"said": "Ünd <so>."}


def test_five_wrong_tries_then_one_a_minute_and_never_locked_out(anna_in: Client) -> None:
    begin(anna_in)
    anna_in.post("/p/close")
    with time_machine.travel(timezone.now(), tick=False) as clock:
        tries = [said(anna_in.post("/p/open", {"phrase": "not it at all"})) for _ in range(6)]
        assert ["many tries" in page for page in tries] == [False] * 5 + [True]
        assert "many tries" in said(anna_in.post("/p/open", {"phrase": PHRASE}))
        clock.shift(timedelta(minutes=1, seconds=1))
        assert anna_in.post("/p/open", {"phrase": PHRASE}).status_code == 302


def test_many_looks_wait_a_moment_and_keep_the_words(anna_in: Client) -> None:
    begin(anna_in)
    write(anna_in, "The yellow key.")
    with time_machine.travel(timezone.now(), tick=False) as clock:
        found = [anna_in.post("/p/find", {"q": "yellow"}) for _ in range(61)]
        assert [answer.status_code for answer in found] == [200] * 60 + [422]
        page = said(found[-1])
        assert "Wait a moment, then look again." in page
        assert 'value="yellow"' in page
        assert "yellow key" not in page
        assert anna_in.get("/p/").status_code == anna_in.get("/me/stop").status_code == 200
        clock.shift(timedelta(seconds=1))
        assert "The yellow key." in said(anna_in.post("/p/find", {"q": "yellow"}))


def test_many_copies_wait_and_wrong_tries_use_up_none(anna_in: Client) -> None:
    begin(anna_in)
    right, wrong = ({"old": old, "how": "readable"} for old in (PHRASE, "not it at all"))
    with time_machine.travel(timezone.now(), tick=False) as clock:
        for _ in range(25):
            anna_in.post("/p/more/copy", wrong)
        clock.shift(timedelta(minutes=6))
        taken = [anna_in.post("/p/more/copy", right) for _ in range(21)]
        assert [answer.status_code for answer in taken] == [200] * 20 + [422]
        assert "Wait three minutes, then take another. Nothing is locked." in said(taken[-1])
        assert re.search(r'value="readable"[^>]* checked', said(taken[-1]))
        clock.shift(timedelta(minutes=3))
        assert anna_in.post("/p/more/copy", right).status_code == 200
