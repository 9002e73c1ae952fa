"""What can be read from a path and is no step of it: time together for the person hurt, and kinds of help for each."""

import re
from dataclasses import replace
from uuid import UUID

import pytest

from reknit.content import beside as content
from reknit.content import examples
from reknit.ledger.models import Event as Row
from reknit.rooms.belonging import acts as belonging
from tests.cast import Someone
from tests.rooms.path import Walk

pytestmark = pytest.mark.tables
NEAR, OUTSIDE = "Time together, if and when you want it", "Help from outside"
FEAR = "Where there is fear, support is for one person alone, not together."
ANEW = re.compile(r'(?:client_id" value=|csrfmiddlewaretoken" value=|X-CSRFToken": |nonce=)"[^"]*"')


def ideas_of(walk: Walk, who: str) -> int:
    return walk.browser(who).get(walk.url(f"{walk.root}/ideas")).status_code


def plain(page: str) -> str:
    return ANEW.sub("", page)


@pytest.mark.practice("C7", "C17", "J3")
def test_time_together_is_read_by_the_person_hurt_alone_and_leaves_no_trace(walk: Walk, noon: object) -> None:
    walk.owned()
    walk.page("toby")  # says once what was saved
    his, lines = plain(walk.page("toby")), Row.opened.count()
    assert NEAR in walk.page("anna")
    page = walk.page("anna", "ideas").split("<main")[1].split("</main")[0]
    for line in ("A few minutes", "Half a day", "costs nothing", "Laughing", "What goes on inside", "Nobody learns"):
        assert line in page, line
    assert "<form" not in page
    assert NEAR not in his
    assert ideas_of(walk, "toby") == 404
    assert plain(walk.page("toby")) == his
    assert Row.opened.count() == lines


@pytest.mark.practice("C7", "J1", "J2")
def test_it_leads_to_what_there_is_already(walk: Walk, noon: object) -> None:
    walk.owned()
    anna, page = walk.browser("anna"), walk.page("anna", "ideas").split("<main")[1]
    links = dict(re.findall(r'<a class="button button--small" href="([^"]+)">([^<]+)</a>', page))
    good, thanks, promise = (anna.get(link).content.decode() for link in links)
    assert list(links.values()) == ["Note something good", "Say thank you", "Promise to make time"]
    assert not re.search(r'name="thanks"[^>]*checked', good)
    assert re.search(r'name="thanks"[^>]*checked', thanks)
    assert "On Sunday from four to five I am there for you" in promise


@pytest.mark.practice("C7", "C2", "J4")
def test_it_is_not_offered_before_it_is_owned_nor_while_something_told_is_not_heard(walk: Walk, noon: object) -> None:
    walk.name("anna", "You forgot the school again.", size="major")
    assert ideas_of(walk, "anna") == 404
    walk.say("toby", "acknowledge", said="I forgot, and let you wait.")
    for who in ("anna", "toby"):
        walk.ready(who)
    assert ideas_of(walk, "anna") == 200
    walk.say("anna", "tell", said="I stood there and did not know.")
    assert NEAR not in walk.page("anna")
    assert ideas_of(walk, "anna") == 404
    first = walk.root
    walk.name("anna", "You were late for my mother.")
    walk.say("toby", "acknowledge", said="I was late.")
    assert ideas_of(walk, "anna") == 404, "of another hurt by the same person"
    walk.root = first
    walk.say("toby", "say-back", said="You stood there and did not know.")
    walk.say("anna", "heard", answer="heard")
    assert NEAR in walk.page("anna")
    assert "ideas" not in walk.page("anna").split('id="accounts"')[0], "never the next small thing"


@pytest.mark.practice("C7", "L4", "L11")
def test_there_is_none_where_there_was_fear_or_nobody_to_go_with(
    walk: Walk, toby: Someone, together: UUID, noon: object
) -> None:
    walk.name("anna", "The door.", steps="no")
    assert ideas_of(walk, "anna") == 404
    walk.owned()
    belonging.part(toby.here(together))
    assert ideas_of(walk, "anna") == 404
    assert NEAR not in walk.page("anna")


@pytest.mark.practice("C8", "M2", "L4")
def test_each_role_reads_what_kinds_of_help_there_are_and_the_one_sentence(walk: Walk, noon: object) -> None:
    walk.owned()
    for who, own in (("anna", "You can go alone, and now"), ("toby", "You can go for your own part")):
        assert OUTSIDE in walk.page(who)
        page = walk.page(who, "outside")
        for line in (own, FEAR, "emotionally focused therapy", "The Gottman method", "Cognitive behavioural therapy"):
            assert line in page, line
        assert 'href="/help"' in page.split("<main")[1]
        assert page.index(FEAR) < page.index("emotionally focused")
        assert "<form" not in page.split("<main")[1].split("</main")[0]


@pytest.mark.practice("C8", "L4")
def test_where_there_was_fear_only_help_for_one_person_is_named(walk: Walk, noon: object) -> None:
    walk.name("anna", "The door.", steps="no")
    for who in ("anna", "toby"):
        assert OUTSIDE in walk.page(who)
        page = walk.page(who, "outside")
        assert FEAR in page
        assert "What there is for you alone" in page
        for line in ("Couple therapy", "mediator", "For you together", "each of you"):
            assert line not in page, line


@pytest.mark.practice("C7", "C8", "N1")
@pytest.mark.parametrize("kind", sorted(examples.KINDS))
def test_every_kind_of_space_has_its_own(kind: str) -> None:
    ideas, helps = content.ideas(kind), content.outside(kind)
    assert {one.effort for one in ideas} == set(content.EFFORTS)
    assert {one.brings for one in ideas} == set(content.BRINGS)
    assert {one.money for one in ideas} == set(content.MONEY)
    assert any(one.alone for one in helps)
    assert any(not one.alone for one in helps)
    assert all(one.alone for one in content.outside(kind, alone=True))
    assert ("Couple" in " ".join(one.title for one in helps)) is (kind == "couple")
    assert ("ombuds" in " ".join(one.title for one in helps)) is (kind in ("colleagues", "team"))
    asking = re.compile(r"\b(?:hug|kiss|touch|hold|bed|massage|bath|danc|sleep|hand in hand)", re.I)
    assert not [one.what for one in ideas if asking.search(one.what)]


def test_an_entry_that_lacks_something_is_refused() -> None:
    idea, help_ = content.ideas("team")[0], content.outside("team")[0]
    for wrong in (
        replace(idea, effort="a year"),
        replace(idea, kinds=frozenset({"lovers"})),
        replace(help_, sources=()),
        replace(help_, text="a " * 61),
    ):
        with pytest.raises(ValueError, match="words at most"):
            content.check(wrong)
