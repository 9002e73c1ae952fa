"""A link by mail: nobody learns who has an account or an address, and it opens nothing that was sealed."""

import re
import smtplib
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from reknit.people import acts, by_mail, factors, letters, resets
from reknit.people.models import FormerRing, Person, Reset
from reknit.site.database import elsewhere
from tests.databases import Own
from tests.people.conftest import GOOD, Browser
from tests.people.rows import every_row

pytestmark = [pytest.mark.tables, pytest.mark.django_db]
NEW = "another sentence, longer"
ADDRESS = "anna@example.org"


@pytest.fixture
def sent(monkeypatch) -> list:
    """Letters are written at once, in this thread and on its connection: a test's rows are seen by no other."""
    monkeypatch.setattr(letters, "later", lambda write: write())
    return mail.outbox


@pytest.fixture
def reachable(anna: Browser) -> Browser:
    Person.objects.update(email=ADDRESS)
    return anna


def ask(browser: Browser, name: str = "Anna"):
    return browser.post("/in/mail", {"name": name})


def token(letter) -> str:
    return re.search(r"http://localhost:8000/in/new#([A-Z0-9]{26})\n", letter.body)[1]


def test_the_link_sets_a_new_password_once(reachable: Browser, another, sent) -> None:
    ask(another(), "aNNA")
    [letter] = sent
    assert letter.to == [ADDRESS]
    found = token(letter)
    assert found.encode() not in every_row()
    assert another().post("/in/new", {"token": found, "new": NEW})["Location"] == "/in"
    assert "does not open" in another().post("/in/new", {"token": found, "new": GOOD}).content.decode()
    assert another().sign_in(password=NEW).status_code == 302


def test_the_letter_is_always_the_same_and_names_nobody(reachable: Browser, another, sent, settings) -> None:
    """Statement 7 and section 6.5: a fixed subject, plain text, no name, no word of what this is."""
    settings.OPERATOR = "Somebody Else"
    acts.create_person("Toby", password=GOOD, email="t@example.org", today=timezone.now().date())
    for name in ("Anna", "Toby"):
        ask(another(), name)
    texts = {re.sub(r"#[A-Z0-9]{26}", "", f"{letter.subject}\n{letter.body}") for letter in sent}
    assert texts == {
        "The link you asked for\nSomebody asked for a link to set a new password for an account with this address.\n\n"
        "http://localhost:8000/in/new\n\nIt works once, for half an hour. If it was not you, do nothing: then nothing "
        "changes."
    }
    assert not sent[0].alternatives
    assert not sent[0].attachments


def test_the_link_is_to_this_server_whatever_the_request_says(reachable: Browser, another, sent, settings) -> None:
    settings.HTTPS, settings.ALLOWED_HOSTS = True, ["reknit.example.org", "localhost"]
    another().post("/in/mail", {"name": "Anna"}, headers={"host": "localhost", "x-forwarded-host": "evil.example"})
    assert "https://reknit.example.org/in/new#" in sent[0].body


@pytest.mark.parametrize("typed", ["a@b.c\nBcc: x@evil.example", "a@b.c\r\nSubject: x", "a@b.c,x@evil.example"])
def test_no_header_gets_in_through_an_address(reachable: Browser, typed: str) -> None:
    """Statement 7."""
    assert reachable.post("/me/mail", {"email": typed}).status_code == 200
    assert Person.objects.get().email == ADDRESS


def test_everyone_is_answered_alike(reachable: Browser, another, sent, monkeypatch) -> None:
    """Statement 39: with an address, without, unknown, closed, of a story; the same bytes, headers and cookies."""
    today = timezone.now().date()
    acts.create_person("Bare", password=GOOD, today=today)
    acts.create_story_person("Told", today=today)
    acts.create_person("Gone", password=GOOD, email="g@example.org", today=today)
    Person.objects.filter(name="Gone").update(is_active=False)
    answers = set()
    for name in ("Anna", "Bare", "Nobo", "Told", "Gone"):
        answer = ask(another(), name)
        page = re.sub(rb"[A-Za-z0-9]{64}", b"", answer.content)
        answers.add((answer.status_code, page, str(dict(answer.headers)), str(sorted(answer.cookies))))
    assert len(answers) == 1
    assert len(sent) == 1


def test_nothing_is_looked_up_before_the_answer(reachable: Browser, another, monkeypatch) -> None:
    """Statement 39, for time: what differs by name happens after the answer, in another thread."""
    waiting = []
    monkeypatch.setattr(letters, "later", waiting.append)
    named = []
    monkeypatch.setattr(type(Person.objects), "named", lambda self, name: named.append(name))
    ask(another())
    ask(another(), "Nobo")
    assert (len(waiting), named, len(mail.outbox)) == (2, [], 0)


def test_a_stranger_costs_the_same_work(reachable: Browser, monkeypatch) -> None:
    """Statement 39: until the answer is sent, the same is asked of the database, in the same order, for any name."""
    monkeypatch.setattr(letters, "later", lambda write: None)  # as for the page: it waits for no letter
    monkeypatch.setattr(by_mail.throttle, "may_try", lambda *args, **kwargs: True)  # Anna has tried here before
    asked: dict[str, list[str]] = {}
    for name in ("Anna", "Nobo"):
        with CaptureQueriesContext(connection) as queries:
            ask(reachable, name)
        asked[name] = [re.sub(r"'[^']*'|\b[0-9]+\b", "?", query["sql"]) for query in queries]
    assert asked["Anna"] == asked["Nobo"] != []


def test_it_opens_nothing_and_leaves_the_second_step(reachable: Browser, another, sent) -> None:
    """Statement 42."""
    person = Person.objects.get()
    factors.add_key(person, credential={})
    before = acts.public_half(person)
    ask(another())
    another().post("/in/new", {"token": token(sent[0]), "new": NEW})
    assert acts.public_half(person) != before
    assert FormerRing.objects.count() == 1
    assert another().sign_in(password=NEW)["Location"] == "/in/second"


def test_half_an_hour_and_only_one_at_a_time(reachable: Browser, another, sent, time_machine) -> None:
    """Statement 40; and whoever asks again and again fills no mailbox and ends no link."""
    for _ in range(3):
        ask(another())
    assert len(sent) == 1
    time_machine.move_to(timezone.now() + timedelta(minutes=31))
    assert "does not open" in another().post("/in/new", {"token": token(sent[0]), "new": NEW}).content.decode()
    ask(another())
    assert len(sent) == 2
    assert Reset.objects.get().digest == resets._digest(token(sent[1]))


def test_a_link_from_whoever_runs_it_is_not_ended(reachable: Browser, another, sent) -> None:
    given = resets.offer(Person.objects.get(), now=timezone.now())
    ask(another())
    assert sent == []
    assert resets.whose(given, now=timezone.now()) is not None


def test_tries_are_counted_and_never_lock_the_owner_out(reachable: Browser, another, sent) -> None:
    """Statements 15 and 31."""
    thief = another()
    assert [ask(thief).status_code for _ in range(7)] == [200] * 5 + [429] * 2
    reachable.post("/out")
    assert ask(reachable).status_code == 200


def test_without_mail_it_is_not_there_and_no_address_is_asked_for(browser: Browser, another, settings) -> None:
    settings.MAIL = False
    assert browser.get("/in/mail").status_code == 404
    assert 'name="email"' not in browser.get("/up").content.decode()
    assert "/in/mail" not in browser.get("/in/code").content.decode()
    browser.sign_up(email="anna@example.org")
    assert Person.objects.get().email == ""
    assert browser.get("/me/mail").status_code == 404


class TestOnesOwnAddress:
    def test_it_is_changed_and_taken_away(self, reachable: Browser) -> None:
        assert ADDRESS in reachable.get("/me").content.decode()
        for new in ("other@example.org", ""):
            assert reachable.post("/me/mail", {"email": new})["Location"] == "/me"
            assert Person.objects.get().email == new

    def test_a_link_on_its_way_to_the_former_one_ends(self, reachable: Browser, another, sent) -> None:
        ask(another())
        reachable.post("/me/mail", {"email": ""})
        assert "does not open" in another().post("/in/new", {"token": token(sent[0]), "new": NEW}).content.decode()

    def test_the_password_is_asked_first(self, reachable: Browser, time_machine) -> None:
        """Statement 50."""
        time_machine.move_to(timezone.now() + timedelta(minutes=6))
        assert reachable.post("/me/mail", {"email": "x@example.org"})["Location"].startswith("/me/again")
        assert Person.objects.get().email == ADDRESS

    def test_where_mail_was_turned_off_it_can_still_be_taken_away(self, reachable: Browser, settings) -> None:
        settings.MAIL = False
        assert reachable.post("/me/mail", {"email": ""})["Location"] == "/me"


@pytest.mark.django_db(transaction=False)
def test_letters_are_written_beside_the_pages_and_a_fault_stops_none(own: Own, monkeypatch, caplog) -> None:
    """The real line, on a database of its own: a mail server that refuses, then one that takes it."""
    answers = iter([smtplib.SMTPException("550 anna@example.org"), None])

    def sending(*args, **kwargs) -> None:
        if fault := next(answers):
            raise fault
        mail.outbox.append(args)

    monkeypatch.setattr(letters, "send_mail", sending)

    def writing(name: str) -> None:
        with elsewhere(connection := own.connect()):
            by_mail.write(name, now=timezone.now())
        connection.close()

    with elsewhere(connection := own.connect()):
        for name in ("Anna", "Toby"):
            acts.create_person(name, password=GOOD, email=f"{name}@example.org", today=timezone.now().date())
    connection.close()
    for name in ("Anna", "Toby"):
        letters.later(lambda name=name: writing(name))
    letters._line.submit(lambda: None).result(timeout=20)
    assert [args[3] for args in mail.outbox] == [["Toby@example.org"]]
    assert "A letter was not sent." in caplog.messages
