"""A promise's thread is read a page at a time: nothing twice, nothing left out, and it costs no more after years."""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reknit.ledger import store
from reknit.rooms.promises import acts
from reknit.rooms.promises.reads import LINES
from tests import cast
from tests.cast import NOON, Someone

pytestmark = [pytest.mark.tables, pytest.mark.django_db]
LATER = NOON + timedelta(days=90)


@pytest.fixture
def promise(anna: Someone, toby: Someone, together: UUID, time_machine) -> str:
    """One that Toby has spoken about three score and ten times, to Anna."""
    time_machine.move_to(LATER, tick=False)
    made = cast.promise(toby.here(together), day="2026-03-03", rule="FREQ=DAILY")
    for day in range(70):
        due = f"{NOON + timedelta(days=1 + day):%Y-%m-%d}"
        words = {"said": f"The {day}th time."}
        acts.say(toby.here(together, LATER), promise=made, due=due, outcome="late", words=words)
    return made


def test_every_line_once(anna: Someone, together: UUID, promise: str) -> None:
    browser, address = anna.browser(LATER), f"/s/{together}/promises/{promise}/"
    seen, pages, older = [], 0, ""
    while pages < 9:
        page = browser.get(address + older).content.decode()
        seen += re.findall(r"The (\d+)th time\.", page.partition('id="thread"')[2])[::-1]
        pages += 1
        if not (found := re.search(r'href="(\?older=[\w-]+)#thread"', page)):
            break
        older = found.group(1)
    assert seen == [str(day) for day in reversed(range(70))]
    assert pages == -(-71 // LINES)


def test_a_page_reads_no_more_than_it_shows(anna: Someone, together: UUID, promise: str, monkeypatch) -> None:
    opened = []
    monkeypatch.setattr(store, "_event", lambda here, row, real=store._event: opened.append(row) or real(here, row))
    browser = anna.browser(LATER)
    for path in ("", "on/2026-05-10/"):
        with CaptureQueriesContext(connection) as asked:
            assert browser.get(f"/s/{together}/promises/{promise}/{path}").status_code == 200
        assert len(asked) < 25
    assert len(opened) <= 2 * LINES
    assert browser.get(f"/s/{together}/promises/{promise}/on/2026-03-03/").status_code == 200, (
        "long ago: the whole thread"
    )


def test_a_line_of_another_thread_leads_nowhere(anna: Someone, toby: Someone, together: UUID, promise: str) -> None:
    other = cast.promise(toby.here(together, LATER), what="Another one.", day="2026-07-01")
    page = anna.browser(LATER).get(f"/s/{together}/promises/{promise}/?older={other}")
    assert page.status_code == 200
    assert b"th time." not in page.content.partition(b'id="thread"')[2]
    assert anna.browser(LATER).get(f"/s/{together}/promises/{promise}/?older=nothing").status_code == 404
