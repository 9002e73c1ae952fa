"""Two yeses open what two do together. Before that nobody can tell a no from a not now from nothing."""

import re
from uuid import UUID

import pytest

from reknit.spaces import consent
from reknit.spaces.consent import ANSWERS, Answer
from reknit.spaces.models import Readiness
from tests import cast
from tests.cast import Someone
from tests.house.answers import MADE_EACH_TIME

pytestmark = pytest.mark.tables
NOT_YES = [Answer(a, b) for a in ANSWERS for b in ANSWERS if (a, b) != ("yes", "yes")]


@pytest.fixture
def breach(anna: Someone, toby: Someone, together: UUID) -> str:
    here = anna.here(together)
    return cast.breach(here, doer=toby.here(together).me)


def shapes() -> list[tuple[int, int, int]]:
    """What the rows look like to whoever holds the disk: how many, how long."""
    return sorted((row.epoch, len(bytes(row.box)), len(bytes(row.token))) for row in Readiness.objects.all())


def seen(someone: Someone, space: UUID, breach: str) -> tuple[bytes, ...]:
    """Every page of the breach someone can look at, and their copy."""
    client, url = someone.browser(), f"/s/{space}/history/open/"
    client.post("/me/first", {"to": "/"})
    pages = [client.get(url), client.get(f"{url}{breach}/"), client.get(f"{url}{breach}/ready"), client.get("/home")]
    pages += [client.get(f"{url}{breach}/tell"), client.get(f"/s/{space}/")]
    return tuple(re.sub(rb"value=\"[0-9a-f-]{36}\"", b"", MADE_EACH_TIME.sub(b"", page.content)) for page in pages)


@pytest.mark.practice("C14")
@pytest.mark.parametrize("answered", ["nothing", "yes"])
def test_no_and_not_now_and_nothing_are_the_same_to_the_other(
    anna: Someone, toby: Someone, together: UUID, breach: str, noon: object, answered: str
) -> None:
    """Whether Toby has said yes or has not answered: what he sees does not tell which of the others it was."""
    if answered == "yes":
        consent.answer(toby.here(together), breach, Answer("yes", "yes"))
    before, rows = seen(toby, together, breach), shapes()
    assert len(set(rows)) == 1
    for given in NOT_YES:
        consent.answer(anna.here(together), breach, given)
        assert not consent.together(toby.here(together), breach, anna.here(together).me)
        assert consent.mine(anna.here(together), breach) == given
        assert shapes() == rows
    assert seen(toby, together, breach) == before


@pytest.mark.practice("C14", "A9")
def test_a_yes_is_known_by_a_yes_and_goes_quietly(
    anna: Someone, toby: Someone, together: UUID, breach: str, noon: object
) -> None:
    me, you = anna.here(together), toby.here(together)
    nothing = seen(toby, together, breach)
    consent.answer(me, breach, Answer("yes", "yes"))
    assert seen(toby, together, breach) == nothing
    assert not consent.together(me, breach, you.me)
    consent.answer(you, breach, Answer("yes", "yes"))
    both = seen(toby, together, breach)
    assert both != nothing
    assert consent.together(me, breach, you.me)
    assert consent.together(you, breach, me.me)
    consent.answer(me, breach, Answer("no", ""))
    alone = seen(toby, together, breach)
    consent.answer(me, breach, Answer())
    assert seen(toby, together, breach) == alone
    consent.answer(me, breach, Answer("yes", "yes"))
    assert seen(toby, together, breach) == both


@pytest.mark.practice("C14")
def test_a_third_person_has_no_part_in_it(anna: Someone, toby: Someone, maya: Someone) -> None:
    space = cast.space_of(anna, toby, maya, kind="friends")
    root = cast.breach(anna.here(space), doer=toby.here(space).me)
    for one in (anna, toby):
        consent.answer(one.here(space), root, Answer("yes", "yes"))
    assert not consent.together(maya.here(space), root, anna.here(space).me)
    assert consent.mine(maya.here(space), root) == Answer()
