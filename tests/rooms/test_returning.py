"""Who lost their key comes back: let in by the others after comparing six words, or with what they had before."""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from django.http import Http404
from django.utils import timezone

from reknit.content import voice
from reknit.ledger import store
from reknit.people import acts as people
from reknit.people import codes, keys, resets
from reknit.people.models import KeyRing, Person
from reknit.practice.refused import Refused
from reknit.rooms.belonging import acts as belonging
from reknit.rooms.belonging import returning
from reknit.shelves import shelf
from reknit.spaces.access import Closed
from reknit.spaces.models import Member, SpaceKey
from tests import cast
from tests.cast import NOON, Someone

pytestmark = [pytest.mark.tables, pytest.mark.django_db]
OLD, NEW = "a short sentence to keep", "another sentence, longer"


def someone(name: str) -> Someone:
    return Someone(*people.create_person(name, password=OLD, zone="UTC", today=NOON.date()))


@pytest.fixture(autouse=True)
def _that_day(time_machine) -> None:
    time_machine.move_to(NOON, tick=False)


@pytest.fixture
def anna(db: None) -> Someone:
    return someone("Anna")


@pytest.fixture
def toby(db: None) -> Someone:
    return someone("Toby")


def reset(who: Someone) -> Someone:
    """The same person, after whoever runs the server let them set a new password."""
    token = resets.offer(who.person, now=NOON)
    resets.use(token, new=NEW, zone="UTC", now=NOON)
    person = Person.objects.get(pk=who.person.pk)
    pair = returning_pair(person)
    return Someone(person, pair)


def returning_pair(person: Person) -> keys.Pair:
    from reknit.people import slots

    pair = slots.try_password(person, password=NEW)
    assert pair is not None
    return pair


def said(who: Someone, space: UUID) -> list[str]:
    return [type(event.facts).__name__ for event in store.after(who.here(space), 0)]


def asks(who: Someone, space: UUID) -> None:
    returning.ask_back(who.viewer(), space=space)


def lets_in(one: Someone, space: UUID) -> None:
    [coming] = [each for each in returning.coming(one.here(space)) if each.who.half]
    returning.let_back_in(one.here(space), seat=coming.who.seat, half=coming.who.half)


class TestClosed:
    def test_it_is_said_calmly_wherever_one_goes(self, anna: Someone, toby: Someone) -> None:
        space = cast.space_of(anna, toby)
        again = reset(toby)
        browser = again.browser()
        browser.post("/me/away")
        assert again.viewer().spaces() == []
        assert again.viewer().closed() == [space]
        for url in (f"/s/{space}/", f"/s/{space}/promises/", f"/s/{space}/people/", "/home"):
            assert browser.get(url)["Location"] == f"/s/{space}/closed"
        assert browser.post(f"/s/{space}/go")["Location"] == f"/s/{space}/closed"
        page = browser.get(f"/s/{space}/closed").content.decode()
        assert "Your key to this space is lost" in page
        assert "with Anna" in page
        assert f'href="/s/{space}/closed">Anna' in browser.get("/me").content.decode()
        assert browser.get("/begin").status_code == 200
        assert browser.get("/past").status_code == 200

    def test_other_spaces_stay_open(self, anna: Someone, toby: Someone, maya: Someone) -> None:
        old = cast.space_of(anna, toby)
        again = reset(toby)
        new = cast.space_of(again, maya, kind="friends")
        browser = again.browser()
        assert browser.get(f"/s/{new}/").status_code == 200
        assert browser.get(f"/s/{old}/")["Location"] == f"/s/{old}/closed"

    def test_it_is_there_for_nobody_else(self, anna: Someone, toby: Someone, stranger: Someone) -> None:
        space = cast.space_of(anna, toby)
        reset(toby)
        for one in (anna, stranger):
            with pytest.raises(Http404):
                returning.closed(one.viewer(), space)

    def test_no_key_is_wrapped_for_the_new_half_unasked(self, anna: Someone, toby: Someone, maya: Someone) -> None:
        space = cast.space_of(anna, toby, maya, kind="friends")
        again = reset(toby)
        belonging.part(maya.here(space))
        cast.promise(anna.here(space))
        assert anna.here(space).epoch > 1
        with pytest.raises(Closed):
            again.here(space)
        for row in SpaceKey.objects.filter(person=again.person):
            with pytest.raises(keys.CannotOpen):
                keys.unwrap(again.pair, bytes(row.wrapped), "space", str(space), row.epoch)

    def test_a_space_of_one_is_said_to_be_lost(self, anna: Someone) -> None:
        here = belonging.open_space(anna.viewer(), kind="couple", names=["Toby"])
        again = reset(anna)
        page = again.browser().get(f"/s/{here.space_id}/closed").content.decode()
        assert "nobody can let you back in" in page
        resets.sweep(now=timezone.now() + timedelta(days=31))
        page = again.browser().get(f"/s/{here.space_id}/closed").content.decode()
        assert "is lost. We are sorry." in page
        assert "<form" not in page.partition("<main")[2].partition("</main>")[0]


class TestTold:
    def test_everyone_reads_of_the_reset_and_the_next_line_keeps_it(self, anna: Someone, toby: Someone) -> None:
        space = cast.space_of(anna, toby)
        reset(toby)
        browser = anna.browser()
        for url in (f"/s/{space}/", f"/s/{space}/people/"):
            assert "Whoever runs this server reset Toby’s password on 2 March" in browser.get(url).content.decode()
        cast.promise(anna.here(space))
        cast.promise(anna.here(space), day="2026-03-04")
        assert said(anna, space)[-3:] == ["MemberReset", "PromiseMade", "PromiseMade"]
        page = browser.get(f"/s/{space}/history/").content.decode()
        assert "made a new password possible for" in page

    def test_a_reset_before_one_joined_is_nobody_s_business(self, anna: Someone, toby: Someone) -> None:
        space = cast.space_of(anna, reset(toby))
        cast.promise(anna.here(space))
        assert "MemberReset" not in said(anna, space)
        assert returning.coming(anna.here(space)) == []


class TestLetIn:
    def test_of_two_one_lets_the_other_in(self, anna: Someone, toby: Someone) -> None:
        space = cast.space_of(anna, toby)
        root = cast.promise(toby.here(space), what="Soup on Friday.")
        again = reset(toby)
        asks(again, space)
        lets_in(anna, space)
        assert store.thread(again.here(space), root)[0].words == {"what": "Soup on Friday."}
        assert shelf.state(again.here(space)) == shelf.state(anna.here(space))
        assert said(again, space)[-4:] == ["MemberReset", "ReturnAsked", "ReturnAgreed", "MemberReturned"]
        assert returning.coming(anna.here(space)) == []
        cast.promise(again.here(space))

    def test_both_see_the_same_six_words(self, anna: Someone, toby: Someone) -> None:
        space = cast.space_of(anna, toby)
        again = reset(toby)
        assert again.browser().post(f"/s/{space}/closed")["Location"] == f"/s/{space}/closed"
        theirs = again.browser().get(f"/s/{space}/closed").content.decode()
        mine = anna.browser().get(f"/s/{space}/people/").content.decode()
        words = re.search(r'class="code code--link">([a-z ]+)<', mine)[1]
        assert len(words.split()) == 6
        assert words in theirs
        assert "Toby asks to be let back in" in mine

    def test_another_half_has_other_words(self, anna: Someone, toby: Someone) -> None:
        """A server that slips in a key of its own is heard."""
        space = cast.space_of(anna, toby)
        again = reset(toby)
        asks(again, space)
        [before] = returning.coming(anna.here(space))
        slipped = keys.new_pair().public
        KeyRing.objects.filter(person=again.person).update(public=slipped)
        from reknit.spaces.models import Return

        Return.objects.update(half=slipped)
        [after] = returning.coming(anna.here(space))
        assert before.words != after.words
        with pytest.raises(Refused, match="Compare the six words again"):
            returning.let_back_in(anna.here(space), seat=before.who.seat, half=before.who.half)

    def test_the_button_does_it(self, anna: Someone, toby: Someone) -> None:
        space = cast.space_of(anna, toby)
        again = reset(toby)
        asks(again, space)
        [coming] = returning.coming(anna.here(space))
        form = {"seat": coming.who.seat, "half": coming.who.half}
        assert anna.browser().post(f"/s/{space}/people/back", form)["Location"] == f"/s/{space}/people/"
        assert again.browser().get(f"/s/{space}/").status_code == 200

    def test_nobody_is_let_in_who_did_not_ask(self, anna: Someone, toby: Someone) -> None:
        space = cast.space_of(anna, toby)
        again = reset(toby)
        seat = str(Member.objects.get(space=space, person=again.person).pk)
        with pytest.raises(Refused):
            returning.let_back_in(anna.here(space), seat=seat, half=again.pair.public.hex())

    def test_of_three_two_must_agree(self, anna: Someone, toby: Someone, maya: Someone) -> None:
        space = cast.space_of(anna, toby, maya, kind="friends")
        root = cast.promise(anna.here(space))
        again = reset(maya)
        asks(again, space)
        lets_in(anna, space)
        with pytest.raises(Closed):
            again.here(space)
        [coming] = returning.coming(anna.here(space))
        assert (coming.yeses, coming.needed, coming.mine) == (("Anna",), 2, False)
        lets_in(anna, space)
        with pytest.raises(Closed):
            again.here(space)
        lets_in(toby, space)
        assert store.thread(again.here(space), root)
        assert again.here(space).from_seq == Member.objects.get(person=maya.person).from_seq > 0

    def test_it_opens_what_they_could_read_and_no_more(self, anna: Someone, toby: Someone, maya: Someone) -> None:
        space = cast.space_of(anna, toby, maya, kind="friends")
        before = set(maya.here(space).wrapped)
        again = reset(maya)
        asks(again, space)
        for one in (anna, toby):
            lets_in(one, space)
        assert set(again.here(space).wrapped) == before < set(anna.here(space).wrapped)

    def test_whoever_has_been_here_longest_gives_the_keys(self, anna: Someone, toby: Someone, maya: Someone) -> None:
        space = cast.space_of(anna, toby, maya, kind="friends")
        again = reset(anna)
        asks(again, space)
        lets_in(toby, space)
        lets_in(maya, space)
        with pytest.raises(Closed):
            again.here(space)
        [coming] = returning.coming(toby.here(space))
        assert coming.mine
        lets_in(toby, space)
        assert said(again, space)[0] == "SpaceOpened"

    def test_where_nobody_holds_more_they_read_from_where_the_others_do(
        self, anna: Someone, toby: Someone, maya: Someone
    ) -> None:
        space = cast.space_of(anna, toby, maya, kind="friends")
        again, lost = reset(anna), reset(toby)
        asks(again, space)
        lets_in(maya, space)
        assert said(again, space) == said(maya, space)
        asks(lost, space)
        lets_in(maya, space)
        lets_in(again, space)
        assert said(lost, space) == said(maya, space)


class TestRemembered:
    def both(self, toby: Someone, space: UUID, typed: str) -> Someone:
        again = reset(toby)
        answer = again.browser().post("/me/old", {"old": typed})
        assert answer.status_code == 302
        return again

    def test_the_old_password_opens_it_again(self, anna: Someone, toby: Someone) -> None:
        space = cast.space_of(anna, toby)
        root = cast.promise(toby.here(space))
        again = self.both(toby, space, OLD)
        assert store.thread(again.here(space), root)
        assert said(again, space)[-2:] == ["MemberReset", "MemberReturned"]
        assert returning.coming(anna.here(space)) == []
        with pytest.raises(Closed):
            toby.here(space)

    def test_so_does_the_recovery_code_of_that_time(self, anna: Someone, toby: Someone) -> None:
        space = cast.space_of(anna, toby)
        code = codes.make(toby.person, pair=toby.pair)
        again = self.both(toby, space, keys.in_groups(code).lower())
        assert again.here(space).may_write

    def test_what_was_written_meanwhile_opens_too(self, anna: Someone, toby: Someone, maya: Someone) -> None:
        space = cast.space_of(anna, toby, maya, kind="friends")
        again = reset(toby)
        belonging.part(maya.here(space))
        root = cast.promise(anna.here(space))
        again.browser().post("/me/old", {"old": OLD})
        assert store.thread(again.here(space), root)

    def test_so_does_the_copy_of_a_space_one_left(self, anna: Someone, toby: Someone) -> None:
        space = cast.space_of(anna, toby, kind="friends")
        belonging.part(toby.here(space))
        again = reset(toby)
        assert again.viewer().formers() == []
        again.browser().post("/me/old", {"old": OLD})
        assert [here.space_id for here in again.viewer().formers()] == [space]

    def test_another_password_changes_nothing(self, anna: Someone, toby: Someone) -> None:
        space = cast.space_of(anna, toby)
        again = reset(toby)
        browser = again.browser()
        answers = [browser.post("/me/old", {"old": "not the old sentence"}).status_code for _ in range(6)]
        assert answers == [422] * 5 + [429]
        with pytest.raises(Closed):
            again.here(space)


def test_the_words_are_plain_short_and_all_different() -> None:
    words = voice.FILE.read_text(encoding="utf-8").split()
    assert len(words) == len(set(words)) == 256
    assert all(re.fullmatch("[a-z]{3,8}", word) for word in words)
    assert len({word[:4] for word in words}) > 230
    assert voice.spoken(bytes(6)).split() == [words[0]] * 6
