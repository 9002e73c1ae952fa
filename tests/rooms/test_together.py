"""A talk from the path, what undoes it, and what was kept and is said: each to whom it belongs, and nobody else."""

import re
from uuid import UUID, uuid4

import pytest

from reknit.ledger.models import Event as Row
from reknit.practice import undoing
from reknit.rooms.belonging import acts as belonging
from tests.cast import Someone
from tests.rooms.path import Walk

pytestmark = pytest.mark.tables
PHRASE = "seven blue lamps over an empty pier"
ANEW = re.compile(r'(?:client_id" value=|csrfmiddlewaretoken" value=|X-CSRFToken": |nonce=)"[^"]*"')


@pytest.mark.practice("C3", "C14", "M1")
def test_a_talk_opens_for_both_who_said_yes_and_keeps_nothing(walk: Walk, noon: object) -> None:
    walk.name("anna", "You were not at work.", size="major")
    talk = walk.url(f"{walk.root}/together")
    walk.ready("anna")
    for who in ("anna", "toby"):
        assert "step by step" not in walk.page(who)
        assert walk.browser(who).get(talk).status_code == 404
    walk.ready("toby")
    lines = Row.opened.count()
    for who in ("anna", "toby"):
        assert "A talk, step by step" in walk.page(who)
        shown = walk.page(who, "together")
        assert "Anna speaks first, and Toby listens." in shown
        assert "A word to pause" in shown
        assert "<form" not in shown.split("<main")[1].split("</main")[0]
    assert Row.opened.count() == lines
    walk.ready("anna", willing="not_now")
    assert walk.browser("toby").get(talk).status_code == 404


@pytest.mark.practice("C3", "L11")
def test_there_is_no_talk_with_someone_who_has_left(walk: Walk, anna: Someone, together: UUID, noon: object) -> None:
    walk.name("anna", "You were not at work.", size="major")
    for who in ("anna", "toby"):
        walk.ready(who)
    talk = walk.url(f"{walk.root}/together")
    assert walk.browser("toby").get(talk).status_code == 200
    belonging.part(anna.here(together))
    assert walk.browser("toby").get(talk).status_code == 404
    assert "is no longer in this space" in walk.page("toby")


@pytest.mark.practice("C12")
def test_what_undoes_it_is_on_the_doers_own_side_and_nowhere_else(
    walk: Walk, noon: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk.name("anna", "You were not at work.", size="major")
    walk.say("toby", "acknowledge", said="I lied.")
    walk.say("anna", "full", answer="not_yet")
    walk.say("toby", "acknowledge", said="I lied, as I said.")
    assert "After a “not yet”" in walk.page("toby")
    walk.page("anna")  # says once what she saved
    hers = _plain(walk.page("anna"))
    assert "After a “not yet”" not in hers
    monkeypatch.setattr(undoing, "seen", lambda *_args, **_more: None)
    assert _plain(walk.page("anna")) == hers
    assert "After a “not yet”" not in walk.page("toby")


def _plain(page: str) -> str:
    """The page without what is made anew for each answer."""
    return ANEW.sub("", page)


@pytest.mark.practice("B2", "B9", "L4")
def test_what_was_kept_is_looked_at_and_said_with_all_that_was_chosen(walk: Walk, noon: object) -> None:
    anna, toby = walk.browser("anna"), walk.browser("toby")
    anna.post("/p/set", {"phrase": PHRASE, "idle": "0", "code": "none"})
    seat = next(seat.id for seat in walk.people["anna"].here(walk.space).others)
    chosen = {
        "other": seat, "since": "span", "day": "2026-01-05", "until": "2026-02-01", "size": "major",
        "facets": ["transparency", "respect"], "learned": "found_out", "with_": ["deceit"], "steps": "no",
    }  # fmt: skip
    what = "You told me the money was there."
    kept = anna.post(walk.url("new"), {"what": what, **chosen, "choice": "keep", "client_id": str(uuid4())})
    assert kept.status_code == 302
    listed = re.search(r"/p/n/[0-9a-f-]{36}/", anna.get(walk.url()).content.decode())
    assert listed
    note = anna.get(listed[0]).content.decode().split("<main")[1]
    found = re.search(r"/p/aloud/[0-9a-f-]{36}", note)
    assert found
    assert note.count(what.rstrip(".")) == 1
    shown = anna.get(found[0]).content.decode().split("<main")[1]
    for line in (
        "5 January",
        "1 February",
        "It shook a lot",
        "Found out, not told",
        "Something was hidden",
        "Told, without steps",
    ):
        assert line in shown, line
    fields = re.findall(r'<textarea name="([^"]+)" hidden>\n([^<]*)</textarea>', shown)
    data: dict[str, list[str]] = {}
    for name, value in fields:
        data.setdefault(name, []).append(value)
    said = anna.post(walk.url("new"), {**data, "choice": "share"})
    assert said.status_code == 302, said.content.decode()[-2000:]
    theirs = toby.get(said["Location"]).content.decode()
    for line in (what, "5 January", "It shook a lot", "Told, without steps"):
        assert line in theirs, line
    assert anna.get(found[0]).status_code == 404
    assert toby.get(found[0]).status_code in (302, 404)
