"""Whether the load feels fair: each one's own word, kept or shared, and never a count, a comparison or a demand."""

import re
from datetime import timedelta
from typing import get_args

import pytest
import time_machine

from reknit.content import daily as content
from reknit.content.examples import KINDS
from reknit.practice.facts_daily import Part
from reknit.rooms.belonging import acts as belonging
from tests import cast
from tests.cast import NOON
from tests.rooms.conftest import PHRASE
from tests.rooms.forms_on import send, text

pytestmark = [pytest.mark.tables, pytest.mark.django_db]
MINE = "I plan the week, and nobody sees it."


def says(client, space: str, **typed: object):
    """From the page of the load, as it stands."""
    load = f"/s/{space}/load/"
    return send(client, load, load, **typed)


def everywhere(client, space: str) -> list[str]:
    """What the other can look at."""
    pages = ("", "promises/", "how/", "load/", "picture/", "history/", "history/open/", "people")
    return [text(client, f"/s/{space}/{page}") for page in pages]


@pytest.mark.practice("A13")
def test_how_the_load_feels_is_kept_first_and_tells_nobody(two):
    anna, toby, space = two
    before = everywhere(toby, space)
    page = text(anna, f"/s/{space}/load/")
    assert re.search(r'value="me"[^>]*checked', page)
    assert says(anna, space, feels="not_fair", parts=["planning", "housework"], said=MINE).status_code == 302
    hers = text(anna, f"/s/{space}/load/")
    assert "You say that the load you share does not feel fair." in hers
    assert "Housework, Planning and remembering" in hers
    assert MINE in hers
    assert "only you" in hers
    assert everywhere(toby, space) == before


@pytest.mark.practice("A13")
def test_what_was_kept_is_shared_after_a_look_with_what_it_is_about(two):
    anna, toby, space = two
    says(anna, space, feels="partly", parts=["planning"], said=MINE)
    [note] = set(re.findall(r"/p/n/[0-9a-f-]{36}/", text(anna, f"/s/{space}/load/")))
    assert "Say it to them" in text(anna, note)
    say = note.replace("/p/n/", "/p/back/say/")
    look = text(anna, say)
    for line in ("Anna says that the load you share feels partly fair.", "About: Planning", MINE):
        assert line in look
    assert MINE not in text(toby, f"/s/{space}/history/")
    said = anna.post(say, {"do": "say", "said": "I plan the week."})
    theirs = text(toby, said["Location"])
    for line in ("Anna says that the load you share feels partly fair.", "Planning", "I plan the week."):
        assert line in theirs
    assert "kept" not in theirs
    assert said["Location"] in text(toby, f"/s/{space}/history/")
    assert text(anna, f"/s/{space}/load/").count("feels partly fair") == 1


@pytest.mark.practice("A13")
def test_the_other_reads_a_word_and_never_beside_their_own(two):
    """No count, no comparison, nothing asked, nothing moved: not on Today, not in the picture."""
    anna, toby, space = two
    pages = ("", "promises/", "picture/")
    before = [text(toby, f"/s/{space}/{page}") for page in pages]
    for feels in ("not_fair", "partly", "fair"):
        assert says(anna, space, feels=feels, shelf="us").status_code == 302
    assert [text(toby, f"/s/{space}/{page}") for page in pages] == before
    says(toby, space, feels="unsure", shelf="us")
    his, hers = (text(one, f"/s/{space}/load/") for one in (toby, anna))
    assert his.count("You can’t say yet whether") == 1
    assert "Anna says" not in his
    assert "Toby" not in hers.split("What you said before")[1]
    assert [hers.count(f"feels {word}fair.") for word in ("", "partly ")] == [1, 1], "each anew, none written over"
    [one] = set(re.findall(rf"/s/{space}/load/[0-9a-f-]{{36}}", his))
    theirs = text(anna, one)
    assert "This is Toby’s word about a feeling." in theirs
    assert "<form" not in theirs
    assert "You say" not in theirs


@pytest.mark.practice("A13")
def test_alone_it_is_simply_ones_own():
    with time_machine.travel(NOON):
        maya = cast.person("Maya")
        space = str(belonging.open_space(maya.viewer(), kind="couple", names=["Ben"]).space_id)
        client = maya.browser()
        client.post("/p/set", {"phrase": PHRASE, "idle": "0", "code": "none"})
        assert "Ben" not in text(client, f"/s/{space}/load/")
        assert says(client, space, feels="not_fair", shelf="us").status_code == 422
        assert says(client, space, feels="not_fair").status_code == 302
        assert "You say that the load you share does not feel fair." in text(client, f"/s/{space}/load/")
        assert "load" not in text(client, f"/s/{space}/history/")


@pytest.mark.practice("A13")
def test_nothing_is_said_without_a_word_and_nothing_of_another_kind_of_space(two):
    anna, _toby, space = two
    assert "Choose the word that is nearest." in says(anna, space, said=MINE).content.decode()
    assert MINE in says(anna, space, said=MINE).content.decode()
    assert says(anna, space, feels="fair", parts=["hours"]).status_code == 422
    with time_machine.travel(NOON + timedelta(days=1)):
        anna.post("/p/close")
        locked = text(anna, f"/s/{space}/load/")
        assert "can be read back here while it is open" in locked
        assert says(anna, space, feels="fair").status_code == 302  # dropped in while it is locked


def test_every_part_has_a_name_and_a_colleague_is_not_asked_about_the_dishes() -> None:
    assert set(content.parts()) == set(get_args(Part))
    assert all(len(content.parts(kind)) >= 3 for kind in KINDS)
    assert "housework" not in content.parts("team")
