"""Why it happened leads to something small that changes, and that becomes a promise on the path."""

import html
import re
from typing import get_args
from uuid import uuid4

import pytest

from reknit.content import causes
from reknit.practice.facts_repair import Cause
from reknit.rooms.repair.verbs import CAUSES
from tests.rooms.path import Walk

pytestmark = pytest.mark.tables


def drafted(walk: Walk, who: str = "toby") -> dict[str, str]:
    """The form of a promise as it opens from the first small change."""
    address = re.search(r'href="([^"]+promises/new\?on=[^"]+change=time-2)"', walk.page(who, "causes"))
    assert address
    shown = walk.browser(who).get(html.unescape(address[1])).content.decode()
    assert "It will stand on the path of:" in shown
    hidden = re.search(r'name="breach" value="([^"]+)"', shown)
    what = re.search(r'<textarea name="what"[^>]*>\s*([^<]+)</textarea>', shown)
    assert hidden
    assert what
    return {"breach": hidden[1], "what": html.unescape(what[1])}


@pytest.mark.practice("B6", "C5")
def test_a_cause_leads_to_a_small_change_that_becomes_a_promise_on_the_path(walk: Walk, noon: object) -> None:
    walk.owned()
    assert "What lay behind it, and what can change" in walk.page("toby")
    form = drafted(walk)
    assert form["what"] == "On Sunday evening I go through the week and tell you what I can’t manage."
    mine = "On Saturday I sit down with the calendar and tell you what I can’t manage."
    rest = {"day": "2026-03-07", "pattern": "weekly", "sure": "4", "choice": "as_it_is", "client_id": str(uuid4())}
    for _twice in range(2):
        sent = walk.browser("toby").post(f"/s/{walk.space}/promises/new", {**form, **rest, "what": mine})
        assert sent["Location"].endswith(f"{walk.root}/#change")
    for who in ("toby", "anna"):
        assert walk.page(who).count(mine) == 1


@pytest.mark.practice("B6")
def test_the_person_hurt_reads_it_only_on_a_page_they_open_and_is_asked_nothing(walk: Walk) -> None:
    walk.owned()
    assert "overload" not in walk.page("anna")
    shown = walk.page("anna", "causes")
    assert "An explanation is no excuse" in shown
    assert "promises/new?" not in shown.split("<main")[1]
    assert "I understand, and I don’t rely on you for this" in shown
    walk.say("anna", "unrely", said="The school run.")
    assert "The school run." in walk.page("toby")


@pytest.mark.practice("B6", "L4")
def test_there_is_no_why_for_deceit_nor_where_there_was_fear(walk: Walk) -> None:
    walk.owned(with_=["deceit"])
    assert causes_of(walk) == 404
    walk.name("anna", "The door.", steps="no")
    assert causes_of(walk) == 404
    walk.name("anna", "You were late.")
    assert causes_of(walk) == 404, "nothing is owned yet"


def causes_of(walk: Walk) -> int:
    assert "causes" not in walk.page("toby")
    return walk.browser("toby").get(walk.url(f"{walk.root}/causes")).status_code


@pytest.mark.practice("B6", "C1")
def test_nobody_links_a_promise_to_a_path_that_is_not_theirs_to_change(walk: Walk, noon: object) -> None:
    walk.owned()
    rest = {"what": "Soup.", "day": "2026-03-07", "pattern": "once", "sure": "4", "client_id": str(uuid4())}
    for breach in (walk.root, str(uuid4()), "x"):
        shown = walk.browser("anna").post(f"/s/{walk.space}/promises/new", {**rest, "breach": breach})
        assert shown.status_code == 422
        assert "Soup." in shown.content.decode()
    assert "Soup." not in walk.page("toby")


def test_every_cause_that_can_be_named_has_its_changes() -> None:
    assert causes.NAMES == get_args(Cause) == tuple(name for name, _label in CAUSES)
    assert causes.change("nothing-1", "couple") is None
    for kind in ("couple", "team"):
        assert all(one.changes and one.sources for one in causes.causes(kind))
    with pytest.raises(ValueError, match="in this order"):
        causes.check({})
    planted = {name: {"ask": "a", "wonder": "b", "sources": ["S0"], "change": []} for name in causes.NAMES}
    with pytest.raises(ValueError, match="something to change"):
        causes.check(planted)
