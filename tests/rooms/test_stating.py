"""The statement builder: parts become one text, in the order and the words of whoever wrote them."""

import re
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reknit.practice import coach
from reknit.rooms import coaching
from reknit.rooms.stating import PARTS, statement
from tests.cast import Someone
from tests.rooms.test_once import Page, clock, last, newest, said

__all__ = ["clock", "said"]


@pytest.mark.practice("F2")
@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (("you came home at two", "frightened", "last winter", "a message"),
         "When you came home at two, I felt frightened. It reminded me of last winter. I would like a message."),
        (("you came home at two", "", "", ""), "When you came home at two …"),
        (("you came home at two.", "frightened.", "", ""), "When you came home at two, I felt frightened."),
        (("you came home", "", "my father", ""), "When you came home, it reminded me of my father."),
        (("you came home", "", "", "to be told?"), "When you came home, I would like to be told?"),
        (("When you came home", "I felt alone", "it reminded me of Leeds", "I would like us to talk"),
         "When you came home, I felt alone. It reminded me of Leeds. I would like us to talk."),
        (("you left. I waited.", "alone", "", ""), "When you left. I waited. I felt alone."),
        (("whenever it rains", "sad", "", ""), "When whenever it rains, I felt sad."),
        (("جئتَ متأخرًا", "حزينة", "", ""), "When جئتَ متأخرًا, I felt حزينة."),
    ],
)  # fmt: skip
def test_the_parts_as_one_would_say_them(parts: tuple[str, ...], text: str) -> None:
    assert statement(**dict(zip(PARTS, parts, strict=True))) == text


PART = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    st.sampled_from(["When", "when, ", "I felt", "...", ",", "It reminded me of", "a\nb", "I would like to rest."]),
)


@given(happened=PART.filter(str.strip), felt=PART, reminded_of=PART, would_like=PART)
def test_any_parts_make_one_text_that_holds_them(happened: str, felt: str, reminded_of: str, would_like: str) -> None:
    text = statement(happened=happened, felt=felt, reminded_of=reminded_of, would_like=would_like)
    place = 0
    for part in (happened, felt, reminded_of, would_like):
        for letter in re.sub(r"(?i)^(when|i felt|it reminded me of|i would like)\b", "", part.strip()).strip(" …,:;."):
            place = text.index(letter, place) + 1


@pytest.mark.practice("F2")
def test_what_the_builder_makes_is_not_marked_by_itself() -> None:
    known = coaching._known("en")
    assert known
    text = statement(happened="the door was slammed", felt="small", reminded_of="my father", would_like="a quiet word")
    assert coach.marks(text, known) == ()


@pytest.mark.tables
@pytest.mark.practice("F2")
def test_it_is_put_together_shown_and_saved(anna: Someone, together: UUID, said: str, clock: object) -> None:
    page, before = Page(anna.browser(), together, said), last(anna, together)
    assert "Build it: when … I felt …" in page.text
    parts = {"happened": "you came at eight", "felt": "forgotten", "would_like": "to be told"}
    built = "When you came at eight, I felt forgotten. I would like to be told."
    shown = page.send("remark", look="build", **parts).content.decode()
    assert f"{built}</textarea>" in shown
    assert "forgotten</textarea>" not in shown
    assert 'class="coached"' not in shown
    assert last(anna, together) == before
    assert page.send("remark", remark="hurt", said=built).status_code == 302
    assert newest(anna, together) == {"said": built}


@pytest.mark.tables
def test_saved_at_once_it_stands_after_what_was_written(
    anna: Someone, together: UUID, said: str, clock: object
) -> None:
    page = Page(anna.browser(), together, said)
    assert (
        page.send("remark", remark="hurt", said="One thing.", happened="you came late", felt="alone").status_code == 302
    )
    assert newest(anna, together) == {"said": "One thing.\n\nWhen you came late, I felt alone."}


@pytest.mark.tables
def test_a_part_without_the_first_is_asked_for_and_kept(
    anna: Someone, together: UUID, said: str, clock: object
) -> None:
    page = Page(anna.browser(), together, said)
    answer = page.send("remark", remark="hurt", felt="alone")
    assert answer.status_code == 422
    assert "Begin with what happened: when was it?" in answer.content.decode()
    assert "alone</textarea>" in answer.content.decode()


@pytest.mark.tables
def test_together_it_may_not_be_too_long(anna: Someone, together: UUID, said: str, clock: object) -> None:
    page = Page(anna.browser(), together, said)
    answer = page.send("remark", remark="hurt", said="x" * 19_990, happened="you came late", felt="alone")
    assert answer.status_code == 422
    assert "With the statement this is longer than 20000 characters." in answer.content.decode()
    assert "you came late</textarea>" in answer.content.decode()
