"""When something goes wrong on our side: a word to ask with, nothing of the request in the log, what was typed kept."""

import json
import logging
import re

import pytest
from django.db import DatabaseError, OperationalError
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils.html import escape

from reknit.site import errors
from reknit.site.logs import Lines

WORDS = "He said <nothing> at all, & left."
POSTED = {"said": WORDS, "client_id": "7", "password": "a secret one", "csrfmiddlewaretoken": "t"}


def failing(fault: Exception, *, posted: bool = True) -> HttpResponse:
    """The page somebody gets whose request ended in this fault."""
    ask = RequestFactory().post("/s/1/say", POSTED) if posted else RequestFactory().get("/s/1/")
    try:
        raise fault
    except Exception:
        return errors.failed(ask)


def test_a_fault_of_ours_gives_a_word_that_stands_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.handler.setFormatter(Lines())
    answer = failing(ValueError(WORDS))
    [word] = re.findall(r"give them this word: (\w{6})<", answer.content.decode())
    [record] = caplog.records
    line = json.loads(Lines().format(record))
    assert (answer.status_code, line.pop("word"), line.pop("error")) == (500, word, "ValueError")
    assert set(line) == {"at", "level", "part", "said"}
    assert WORDS not in answer.content.decode() + caplog.text
    assert failing(ValueError()).content != answer.content, "another word each time"


@pytest.mark.parametrize("fault", [OperationalError("database or disk is full"), DatabaseError("gone")])
def test_what_could_not_be_saved_is_on_the_page(fault: Exception) -> None:
    answer = failing(fault)
    page = answer.content.decode()
    assert answer.status_code == 503
    assert "We could not save this" in page
    assert page.count(escape(WORDS)) == 2, "to read, and in the form that sends it again"
    assert re.search(r'<form method="post"[^>]* action="/s/1/say"', page)
    assert '<textarea name="client_id" hidden>\n7<' in page
    assert "a secret one" not in page
    assert "full" not in page


def test_what_cannot_be_read_says_so() -> None:
    page = failing(OperationalError(), posted=False)
    assert page.status_code == 503
    assert "We cannot open this right now" in page.content.decode()
    assert "<form" not in page.content.decode()


def test_a_line_of_the_log_holds_what_is_listed_and_no_more() -> None:
    more = {"status_code": 500, "request": WORDS, "user": WORDS, "path": WORDS}
    record = logging.makeLogRecord({"name": "django.request", "levelname": "ERROR", "msg": WORDS, "args": (), **more})
    assert set(json.loads(Lines().format(record))) == {"at", "level", "part", "status"}
