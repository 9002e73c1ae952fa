"""Someone who is expected: named anew, or expected no longer. And words that may not be sent are not lost."""

import re

import pytest
import time_machine

from reknit.practice.refused import Refused
from reknit.rooms.belonging import acts
from reknit.rooms.promises import acts as promises
from tests import cast
from tests.cast import NOON, Someone

pytestmark = pytest.mark.tables
CODE = re.compile(r'id="the-code">([^<]+)<')


def test_an_empty_seat_is_renamed(anna: Someone) -> None:
    here = acts.open_space(anna.viewer(), kind="couple", names=["Tobby"])
    acts.rename_seat(here, seat=here.others[0].id, name="Toby")
    assert [seat.name for seat in anna.here(here.space_id).others] == ["Toby"]


def test_an_empty_seat_is_taken_away_and_promises_no_longer_go_there(anna: Someone) -> None:
    here = acts.open_space(anna.viewer(), kind="friends", names=["Bo", "Cy"])
    seat = next(seat.id for seat in here.others if seat.name == "Bo")
    acts.drop_seat(here, seat=seat)
    assert [seat.name for seat in anna.here(here.space_id).others] == ["Cy"]


def test_a_couple_stays_two_and_who_is_here_keeps_their_name(anna: Someone, toby: Someone, together) -> None:
    here = anna.here(together)
    with pytest.raises(Refused):
        acts.rename_seat(here, seat=here.others[0].id, name="T.")
    alone = acts.open_space(toby.viewer(), kind="couple", names=["Ann"])
    with pytest.raises(Refused):
        acts.drop_seat(alone, seat=alone.others[0].id)


def test_words_that_came_too_late_are_still_on_the_page(anna: Someone, toby: Someone, together) -> None:
    root = cast.promise(toby.here(together), day="2026-03-03")
    later = NOON.replace(day=4)
    promises.say(toby.here(together, later), promise=root, due="2026-03-03", outcome="kept")
    with time_machine.travel(later, tick=False):
        browser = anna.browser(later)
        url = f"/s/{together}/promises/{root}/on/2026-03-03/release"
        answer = browser.post(url, {"said": "I waited an hour in the cold."})
    assert answer.status_code == 422
    assert b"I waited an hour in the cold." in answer.content
    assert b"already been said" in answer.content


def test_a_zone_nobody_knows_does_no_harm(anna: Someone) -> None:
    browser = anna.browser()
    answer = browser.post("/begin", {"kind": "couple", "names": "Toby", "zone": "Etc/Unknown"})
    assert browser.get(answer["Location"]).status_code == 200


def test_of_two_codes_only_the_first_used_opens_and_both_pages_say_so(anna: Someone, toby: Someone, maya) -> None:
    """From then on everyone who is here says yes; until then, whoever hands them over knows it."""
    here = acts.open_space(anna.viewer(), kind="friends", names=["Toby", "Maya"])
    browser = anna.browser()
    pages = [browser.post(f"/s/{here.space_id}/people/invite", {"seat": seat.id}) for seat in here.others]
    for page in pages:
        assert "Any other code you have made stops working" in page.content.decode()
    first, second = (CODE.findall(page.content.decode())[0].replace(" ", "") for page in pages)
    acts.accept(toby.viewer(), code=first)
    with pytest.raises(Refused, match="does not open anything"):
        acts.accept(maya.viewer(), code=second)
