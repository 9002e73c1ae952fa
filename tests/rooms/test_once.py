"""A form sent twice does its work once; what came first is read first; nothing that was typed is lost."""

import html
import re
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
import time_machine
from django.db import DatabaseError
from django.test import Client
from django.urls import reverse

from reknit.cli.tidying import tidy
from reknit.ledger import store
from reknit.ledger.models import Sent
from reknit.practice.facts import When
from reknit.practice.refused import Refused
from reknit.rooms.belonging import acts as belonging
from reknit.rooms.promises import acts
from reknit.shelves.writing import AlreadySaved, CameFirst, Once
from tests import cast
from tests.cast import Someone

pytestmark = pytest.mark.tables
DUE = "2026-03-03"
LATER = cast.NOON.replace(day=3, hour=20)
DAILY = When(day=DUE, rule="FREQ=DAILY")
TEXTS = [
    "Only this.",
    "\u0645\u0631\u062d\u0628\u0627\u060c \u0623\u0646\u0627 \u0622\u0633\u0641",
    "👩🏽‍🤝‍👨🏿 🧵 zoë",
    "a\n\nb",
    "<b>&amp;",
]


def form(body: str = "text", *, seen: str = "", token: int = 1) -> Once:
    return Once(client_id=UUID(int=token), body=body.encode(), url=lambda root: f"/to/{root}", seen=seen)


def last(someone: Someone, space: UUID) -> int:
    return store.last_seq(someone.here(space, LATER))


def newest(someone: Someone, space: UUID) -> dict[str, str] | None:
    return next(store.newest_first(someone.here(space, LATER))).words


def test_the_same_form_twice_is_one_promise(toby: Someone, together: UUID) -> None:
    root = cast.promise(toby.here(together), once=form())
    before = last(toby, together)
    for _ in range(3):
        with pytest.raises(AlreadySaved) as saved:
            cast.promise(toby.here(together), once=form())
        assert (saved.value.url, saved.value.same) == (f"/to/{root}", True)
    assert last(toby, together) == before


def test_the_same_form_with_other_text_is_told_so(toby: Someone, together: UUID) -> None:
    root = cast.promise(toby.here(together), once=form("one"))
    with pytest.raises(AlreadySaved) as saved:
        cast.promise(toby.here(together), what="Another.", once=form("two"))
    assert (saved.value.url, saved.value.same) == (f"/to/{root}", False)
    assert newest(toby, together) == {"what": "Home by seven."}


def test_every_act_is_done_once(anna: Someone, toby: Someone, together: UUID) -> None:
    root = cast.promise(toby.here(together), when=DAILY)
    about: dict[str, Any] = {"promise": root, "due": DUE}
    tries = [
        (toby, acts.say, {**about, "outcome": "late", "words": {"said": "Said."}}),
        (anna, acts.answer, {**about, "answer": "yes"}),
        (anna, acts.remark, {**about, "remark": "hurt"}),
        (toby, acts.remark, {**about, "remark": "reply", "words": {"said": "I know."}}),
        (toby, acts.explain, {**about, "words": {"said": "The tram."}}),
        (toby, acts.move, {"promise": root, "due": "2026-03-04", "how": "late"}),
        (anna, acts.release, {"promise": root, "due": "2026-03-05"}),
        (anna, acts.take_word, {"promise": root}),
        (anna, acts.take_back, {"promise": root}),
        (toby, belonging.ask_erasure, {"event": root}),
        (toby, belonging.keep_words, {"event": root}),
        (toby, acts.end, {"promise": root}),
    ]
    for token, (someone, act, said) in enumerate(tries, 10):
        before = last(someone, together)
        act(someone.here(together, LATER), **said, once=form(token=token))
        with pytest.raises(AlreadySaved) as saved:
            act(someone.here(together, LATER), **said, once=form(token=token))
        assert (saved.value.url, saved.value.same) == (f"/to/{root}", True), act
        assert last(someone, together) == before + 1, act


def test_several_answers_are_one_form(anna: Someone, toby: Someone, together: UUID) -> None:
    """All or none, and once: one that may not be said leaves the others unsaid too."""
    roots = [cast.promise(toby.here(together)) for _ in range(3)]
    for root in roots:
        acts.say(toby.here(together, LATER), promise=root, due=DUE, outcome="kept")
    these, before = [(root, DUE) for root in roots], last(anna, together)
    with pytest.raises(Refused):
        acts.answer_several(anna.here(together, LATER), these=[*these, these[0]], once=form())
    assert last(anna, together) == before
    assert acts.answer_several(anna.here(together, LATER), these=these, once=form()) == 3
    with pytest.raises(AlreadySaved):
        acts.answer_several(anna.here(together, LATER), these=these, once=form())
    assert last(anna, together) == before + 3


def test_a_form_is_its_senders_own(anna: Someone, toby: Someone, together: UUID) -> None:
    """The same token from another person is another form, and a refused one may be sent again."""
    with pytest.raises(Refused):
        cast.promise(toby.here(together), what=" ", once=form())
    cast.promise(toby.here(together), once=form())
    cast.promise(anna.here(together), once=form())
    assert Sent.objects.count() == 2


def test_what_is_kept_of_a_form_tells_nobody_what_it_said(anna: Someone, toby: Someone, together: UUID) -> None:
    """Nor does the other member's key: two who send the same text leave different prints."""
    cast.promise(toby.here(together), once=form("The same words."))
    cast.promise(anna.here(together), once=form("The same words."))
    prints = [bytes(sent.fingerprint) for sent in Sent.objects.all()]
    assert len(set(prints)) == 2


def test_a_space_is_begun_once(anna: Someone) -> None:
    opened = belonging.open_space(anna.viewer(), kind="couple", names=["Toby"], once=form())
    with pytest.raises(AlreadySaved) as saved:
        belonging.open_space(anna.viewer(), kind="couple", names=["Toby"], once=form())
    assert (saved.value.url, saved.value.same) == (f"/to/{opened.space_id}", True)
    assert len(anna.viewer().spaces()) == 1


def test_a_form_is_known_for_seven_days(toby: Someone, together: UUID) -> None:
    cast.promise(toby.here(together), once=form())
    tidy(cast.NOON + timedelta(days=7))
    assert Sent.objects.exists()
    tidy(cast.NOON + timedelta(days=7, seconds=1))
    assert not Sent.objects.exists()


@pytest.fixture
def said(anna: Someone, toby: Someone, together: UUID) -> str:
    """A daily promise with two days spoken about."""
    root = cast.promise(toby.here(together), when=DAILY)
    for day in (DUE, "2026-03-04"):
        acts.say(toby.here(together, LATER + timedelta(days=1)), promise=root, due=day, outcome="late")
    return root


@pytest.mark.practice("B8")
def test_what_the_other_wrote_meanwhile_is_read_first(anna: Someone, toby: Someone, together: UUID, said: str) -> None:
    now = LATER + timedelta(days=1)
    seen = store.thread(anna.here(together), said)[-1].id
    acts.answer(anna.here(together, now), promise=said, due=DUE, answer="differently", seen="missed")
    with pytest.raises(CameFirst) as came:
        acts.explain(toby.here(together, now), promise=said, due=DUE, words={"said": "T."}, once=form(seen=seen))
    [event] = came.value.events
    assert event.by == anna.here(together).me
    read = form(seen=event.id)
    acts.explain(toby.here(together, now), promise=said, due=DUE, words={"said": "T."}, once=read)


def test_what_was_said_about_another_day_is_in_nobodys_way(
    anna: Someone, toby: Someone, together: UUID, said: str
) -> None:
    now = LATER + timedelta(days=1)
    seen = store.thread(anna.here(together), said)[-1].id
    acts.answer(anna.here(together, now), promise=said, due="2026-03-04", answer="yes")
    acts.explain(toby.here(together, now), promise=said, due=DUE, words={"said": "T."}, once=form(seen=seen))


def test_ones_own_line_is_no_news(toby: Someone, together: UUID, said: str) -> None:
    now = LATER + timedelta(days=1)
    seen = store.thread(toby.here(together), said)[0].id
    acts.explain(toby.here(together, now), promise=said, due=DUE, words={"said": "T."}, once=form(seen=seen))


# Through the pages.


class Page:
    """One time a promise falls due, as someone's browser has it open."""

    def __init__(self, browser: Client, space: UUID, root: str, due: str = DUE) -> None:
        self.browser, self.place = browser, [space, root, due]
        self.text = browser.get(reverse("occurrence", args=self.place)).content.decode()
        self.hidden = dict(re.findall(r'name="(client_id|seen_line)" value="([^"]*)"', self.text))

    def send(self, verb: str, **fields: str) -> Any:
        url = reverse("occurrence_tell", args=[*self.place, verb])
        return self.browser.post(url, {**self.hidden, **fields})


@pytest.fixture
def clock(noon: time_machine.Traveller) -> time_machine.Traveller:
    noon.move_to(LATER + timedelta(days=1))
    return noon


@pytest.mark.parametrize("text", TEXTS)
def test_any_words_come_back_as_they_were_written(
    toby: Someone, together: UUID, said: str, clock: object, text: str
) -> None:
    page = Page(toby.browser(), together, said)
    assert page.send("explain", said=text).status_code == 302
    assert newest(toby, together) == {"said": text}
    assert html.escape(text) in Page(toby.browser(), together, said).text


def test_sent_twice_by_hand_it_is_one_line_and_one_answer(
    toby: Someone, together: UUID, said: str, clock: object
) -> None:
    page, before = Page(toby.browser(), together, said), last(toby, together)
    answers = [page.send("explain", said="The tram.") for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert answers[0].url == answers[1].url
    other = page.browser.post(
        reverse("occurrence_tell", args=[*page.place, "explain"]), {**page.hidden, "said": "No, the bus."}, follow=True
    )
    assert "This was already saved; here is what we have." in other.content.decode()
    assert last(toby, together) == before + 1
    assert newest(toby, together) == {"said": "The tram."}


def test_what_came_first_is_shown_above_ones_own_words(
    anna: Someone, toby: Someone, together: UUID, said: str, clock: object
) -> None:
    page = Page(toby.browser(), together, said)
    acts.answer(
        anna.here(together, LATER + timedelta(days=1)),
        promise=said, due=DUE, answer="differently", seen="missed", words={"said": "I waited until nine."},
    )  # fmt: skip
    again = page.send("explain", said="It was only ten minutes.")
    shown = again.content.decode()
    assert again.status_code == 422
    assert "something was added here" in shown
    assert shown.index("I waited until nine.") < shown.index("It was only ten minutes.")
    page.hidden = dict(re.findall(r'name="(client_id|seen_line)" value="([^"]*)"', shown))
    assert page.send("explain", said="It was only ten minutes.").status_code == 302


def test_words_stay_where_the_page_no_longer_offers_the_form(
    anna: Someone, toby: Someone, together: UUID, said: str, clock: object
) -> None:
    """Toby would move it; Anna has just said how it was, so there is nothing to move. What he wrote is still there."""
    due = "2026-03-05"
    clock.move_to(LATER + timedelta(days=1, hours=6))  # type: ignore[attr-defined]
    page = Page(toby.browser(), together, said, due)
    acts.answer(anna.here(together, LATER + timedelta(days=2)), promise=said, due=due, answer="yes", seen="kept")
    again = page.send("move", how="cannot", said="I am stuck in Leeds.")
    assert again.status_code == 422
    assert "I am stuck in Leeds." in again.content.decode()


@pytest.mark.parametrize(("size", "saved"), [(20_000, True), (20_001, False)])
@pytest.mark.parametrize("letter", ["x", "\u0628", "🧵"])
def test_twenty_thousand_characters(
    toby: Someone, together: UUID, said: str, clock: object, size: int, saved: bool, letter: str
) -> None:
    page, before = Page(toby.browser(), together, said), last(toby, together)
    answer = page.send("explain", said=letter * size)
    assert answer.status_code == (302 if saved else 422)
    assert last(toby, together) == before + saved
    if not saved:
        assert letter * size in answer.content.decode()


def test_line_breaks_count_as_one(toby: Someone, together: UUID, said: str, clock: object) -> None:
    text = "x\r\n" * 9_999 + "xy"
    assert Page(toby.browser(), together, said).send("explain", said=text).status_code == 302
    assert newest(toby, together) == {"said": text.replace("\r\n", "\n")}


def test_a_letter_no_one_can_type(toby: Someone, together: UUID, said: str, clock: object) -> None:
    """NUL is refused with the words kept, or left out; it is never an error."""
    page, before = Page(toby.browser(), together, said), last(toby, together)
    answer = page.send("explain", said="The\0tram.")
    assert answer.status_code in (302, 422)
    if answer.status_code == 422:
        assert last(toby, together) == before
        assert "tram." in answer.content.decode()
    else:
        assert newest(toby, together) == {"said": "Thetram."}


def test_acts_tidy_what_they_are_given(toby: Someone, together: UUID) -> None:
    """Whoever calls, by whatever face: the same text, with no white space around it and no NUL in it."""
    cast.promise(toby.here(together), what="  Home\r\nby\0 seven. \n", once=form())
    assert newest(toby, together) == {"what": "Home\nby seven."}
    with pytest.raises(Refused):
        cast.promise(toby.here(together), what="x" * 20_001)
    cast.promise(toby.here(together), what=" " * 99 + "x" * 20_000)


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("promise_new", {"what": "Home by seven.", "day": "1999-01-01", "pattern": "once", "sure": "3"}),
        ("promise_quick", {"what": "Home by seven.", "day": "1999-01-01"}),
        ("suggest", {"name": "Maya, whom I know from work, " * 3}),
    ],
)
def test_a_refused_form_keeps_what_was_typed(
    anna: Someone, toby: Someone, clock: object, name: str, fields: dict[str, str]
) -> None:
    space = cast.space_of(anna, toby, kind="friends")
    before = last(toby, space)
    answer = toby.browser().post(reverse(name, args=[space]), {**fields, "client_id": str(uuid4())})
    assert answer.status_code == 422
    assert fields.get("what", fields.get("name", "")).strip() in answer.content.decode()
    assert last(toby, space) == before


def test_what_could_not_be_saved_is_said_and_kept(
    toby: Someone, together: UUID, said: str, clock: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk, a lock that does not come free: the words are on the page, and the same form goes through later."""
    page, before = Page(toby.browser(), together, said), last(toby, together)

    def fails(*_: object) -> None:
        raise DatabaseError

    with monkeypatch.context() as broken:
        broken.setattr(store, "record", fails)
        answer = page.send("explain", said="The tram.")
    assert answer.status_code == 422
    assert "could not save this" in answer.content.decode()
    assert "The tram." in answer.content.decode()
    assert page.send("explain", said="The tram.").status_code == 302
    assert last(toby, together) == before + 1
