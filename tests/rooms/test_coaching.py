"""*Look at my words*: the form comes back as it was, marked where words land badly; only its author sees it."""

from uuid import UUID

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from reknit.ledger import store
from reknit.practice import coach
from reknit.rooms import coaching
from tests.cast import Someone
from tests.rooms.test_once import LATER, Page, clock, last, said

pytestmark = pytest.mark.tables
__all__ = ["clock", "said"]

FAULTY = "I am sorry if you felt hurt, but I was tired. You never listen & <b>it</b>."


@pytest.mark.practice("D3", "F2")
def test_the_author_sees_the_words_the_reason_and_a_shape(
    toby: Someone, together: UUID, said: str, clock: object
) -> None:
    page = Page(toby.browser(), together, said)
    assert "Look at my words" in page.text
    assert 'class="coached"' not in page.text
    shown = page.send("explain", said=FAULTY, look="words")
    text = shown.content.decode()
    assert shown.status_code == 200
    assert "<mark>if you felt hurt</mark>" in text
    assert "<q>but I was tired</q>" in text
    assert "What comes after the “but” takes back what stood before it." in text
    assert "Only you see this." in text
    assert (
        "I am sorry if you felt hurt, but I was tired. You never listen &amp; &lt;b&gt;it&lt;/b&gt;.</textarea>" in text
    )


@pytest.mark.practice("D3")
def test_a_look_stores_nothing_and_the_same_form_can_then_be_saved(
    toby: Someone, together: UUID, said: str, clock: object
) -> None:
    page, before = Page(toby.browser(), together, said), last(toby, together)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        page.send("explain", said=FAULTY, look="words")
    assert [one["sql"] for one in asked if one["sql"].startswith(("INSERT", "UPDATE", "DELETE"))] == []
    assert last(toby, together) == before
    assert page.send("explain", said=FAULTY).status_code == 302
    assert last(toby, together) == before + 1


@pytest.mark.practice("D3")
def test_it_never_blocks_and_never_runs_unasked(
    toby: Someone, together: UUID, said: str, clock: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is written, it is saved as it stands, and nobody looked at it."""

    def looks(*_: object) -> tuple[coach.Mark, ...]:
        raise AssertionError("the coach ran without being asked")

    monkeypatch.setattr(coach, "marks", looks)
    page = Page(toby.browser(), together, said)
    assert page.send("explain", said="I am afraid of you. You'll regret this.").status_code == 302
    for url in [f"/s/{together}/", f"/s/{together}/promises/", f"/s/{together}/history/"]:
        assert page.browser.get(url).status_code == 200


def test_the_other_sees_no_mark(anna: Someone, toby: Someone, together: UUID, said: str, clock: object) -> None:
    page = Page(toby.browser(), together, said)
    page.send("explain", said=FAULTY, look="words")
    page.send("explain", said=FAULTY)
    theirs = Page(anna.browser(), together, said).text
    assert "but I was tired" in theirs
    assert "<mark>" not in theirs
    assert 'class="coached"' not in theirs


def test_what_is_missing_can_wait_and_nothing_typed_is_lost(
    anna: Someone, together: UUID, said: str, clock: object
) -> None:
    page = Page(anna.browser(), together, said)
    text = page.send("remark", said="You never listen.", felt="sad", look="words").content.decode()
    assert "Please choose one of these." not in text
    assert "Begin with what happened" in text
    assert "sad</textarea>" in text


def test_too_long_is_said_and_not_looked_at(toby: Someone, together: UUID, said: str, clock: object) -> None:
    page = Page(toby.browser(), together, said)
    answer = page.send("explain", said="You never listen. " * 1200, look="words")
    assert answer.status_code == 422
    assert "This is longer than 20000 characters" in answer.content.decode()
    assert 'class="coached"' not in answer.content.decode()


def test_words_without_a_mark_are_not_praised(toby: Someone, together: UUID, said: str, clock: object) -> None:
    text = Page(toby.browser(), together, said).send("explain", said="I forgot.", look="words").content.decode()
    assert "Nothing in these words is marked. How they land, only the other can say." in text
    assert "<mark>" not in text


def test_a_verb_without_a_coach_is_saved_whatever_is_pressed(
    anna: Someone, together: UUID, said: str, clock: time_machine.Traveller
) -> None:
    before = len(store.thread(anna.here(together, LATER), said))
    assert Page(anna.browser(), together, said).send("ask", said="Is all well?", look="words").status_code == 302
    assert len(store.thread(anna.here(together, LATER), said)) == before + 1


def test_pieces_put_together_are_the_text() -> None:
    known = coaching._known("en")
    assert known
    for text in [FAULTY, "You're a liar and you never listen. " * 3, "قلت: you never listen 👩‍👧", "Nothing."]:
        looked = coaching.looked(text, known)
        assert "".join(piece.text for piece in looked.pieces) == text
        assert any(piece.marked for piece in looked.pieces) == bool(looked.reasons)


def test_in_a_language_it_does_not_know_it_is_not_offered() -> None:
    with translation.override("fi"):
        assert not coaching.Coached().offers_look
    with translation.override("en-gb"):
        assert coaching.Coached().offers_look
