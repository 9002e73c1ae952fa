"""S-1: nobody owns a space. Whoever opened it, came to it, or came third finds the same doors and the same buttons."""

import re
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from reknit.rooms.promises import acts
from tests import cast
from tests.cast import Someone
from tests.spaces.pages import TOKENS

pytestmark = pytest.mark.tables
PAGES = ("today", "promises", "promises_past", "history", "people", "picture", "part", "promise_new")
LATER = cast.NOON.replace(day=4, hour=9)
ACTION = re.compile(r'(?:action|href)="(/[^"]*)"')


def offered(browser: Client, url: str) -> tuple[int, set[str]]:
    """What a page answers, and every way out of it."""
    answer = browser.get(url)
    return answer.status_code, {TOKENS.sub("ID", each) for each in ACTION.findall(answer.content.decode())}


def both_ways(one: Someone, other: Someone, space: UUID) -> tuple[str, str]:
    """The same promise from each to the other."""
    there = cast.promise(one.here(space), what="Home by seven.", to=(other.here(space).me,))
    back = cast.promise(other.here(space), what="Home by seven.", to=(one.here(space).me,))
    return there, back


@pytest.mark.practice("N4")
def test_opener_and_invited_find_the_same(anna: Someone, toby: Someone, noon: object) -> None:
    space = cast.space_of(anna, toby)
    there, back = both_ways(anna, toby, space)
    mine, theirs = anna.browser(), toby.browser()
    for name in PAGES:
        url = reverse(name, args=[space])
        assert offered(mine, url) == offered(theirs, url), name
    for one, other in ((there, back), (back, there)):
        assert offered(mine, reverse("promise", args=[space, one])) == offered(
            theirs, reverse("promise", args=[space, other])
        )


def test_first_and_third_find_the_same(anna: Someone, toby: Someone, maya: Someone, noon: object) -> None:
    space = cast.space_of(anna, toby, maya, kind="friends")
    both_ways(anna, maya, space)
    for name in ("today", "people", "part", "promise_new", "promises"):
        url = reverse(name, args=[space])
        assert offered(anna.browser(), url) == offered(maya.browser(), url), name


def test_each_may_say_what_the_other_may(anna: Someone, toby: Someone) -> None:
    """Maker and receiver in turn: whatever goes through for one goes through for the other."""
    space = cast.space_of(anna, toby)
    there, back = both_ways(anna, toby, space)
    for maker, receiver, root in ((anna, toby, there), (toby, anna, back)):
        when = {"promise": root, "due": "2026-03-03"}
        acts.move(maker.here(space), **when, how="late")
        acts.say(maker.here(space, LATER), **when, outcome="missed")
        acts.explain(maker.here(space, LATER), **when, words={"said": "The tram."})
        acts.answer(receiver.here(space, LATER), **when, answer="differently", seen="late")
        acts.remark(receiver.here(space, LATER), **when, remark="hurt")
        acts.remark(maker.here(space, LATER), **when, remark="reply", words={"said": "I know."})
        acts.take_word(receiver.here(space, LATER), promise=root)
        acts.take_back(receiver.here(space, LATER), promise=root)
