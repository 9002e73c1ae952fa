"""The coach on the labelled sentences: it marks what should be marked, and leaves the innocent alone."""

from collections import Counter

import pytest

from reknit.practice import coach
from tests.practice.coach.figures import by_category, left_alone, overall
from tests.practice.coach.labelled import Span, everything, parse
from tests.practice.coach.markers import by_coach

ALL = everything()
HELD_OUT = [one for one in ALL if one.held_out]


def test_the_set_is_what_it_is_said_to_be() -> None:
    innocent = [one for one in ALL if one.innocent]
    assert len(ALL) >= 800
    assert len(innocent) >= len(ALL) - len(innocent) >= 400
    assert not any(one.spans for one in innocent)
    assert all(one.spans for one in ALL if not one.innocent)
    assert len({one.text for one in ALL}) == len(ALL)
    assert {span.category for one in ALL for span in one.spans} == set(coach.CATEGORIES)
    assert min(Counter(span.category for one in ALL for span in one.spans).values()) >= 30
    assert len({one.voice for one in ALL}) >= 15
    assert 0.45 < len(HELD_OUT) / len(ALL) < 0.55


def test_a_label_is_read_with_its_place() -> None:
    text, spans = parse("{always|You never say {contempt|oh please}}, do you?")
    assert text == "You never say oh please, do you?"
    assert spans == (Span(0, 23, "always"), Span(14, 23, "contempt"))
    with pytest.raises(ValueError, match="open"):
        parse("{always|open")


@pytest.mark.practice("D3", "F2")
@pytest.mark.parametrize("part", ["all", "held out"])
def test_most_marks_are_right_and_most_that_should_be_are_made(part: str) -> None:
    sentences = ALL if part == "all" else HELD_OUT
    whole = overall(by_coach, sentences, coach.CATEGORIES)
    assert whole.precision >= 0.92
    assert whole.recall >= 0.85
    for category, figure in by_category(by_coach, sentences, coach.CATEGORIES).items():
        assert figure.precision >= 0.80, category
        assert figure.recall >= 0.70, category


def test_the_innocent_are_left_alone() -> None:
    alone, innocent = left_alone(by_coach, ALL)
    assert alone / innocent >= 0.98


@pytest.mark.practice("D3", "F2")
@pytest.mark.parametrize(
    "text",
    [
        "I hurt you, but I want to hear it.",
        "If you want to talk, I am here.",
        "I never want you to feel alone with it.",
        "To be safe I will leave the room when there is shouting.",
        "To be safe I will tell my sister where I am.",
        'You said "you always walk away" and it stayed with me.',
        "She said, “If you leave me I'll tell everyone.”",
        "He called me ‘pathetic’ and I said nothing.",
        "It was not just a joke.",
        "You are not selfish.",
        "Did I always walk away?",
        "Mistakes were made, and I made them.",
        "Your letters were opened by me.",
        "When you came home at two, I felt frightened. It reminded me of last winter. I would like a message.",
        "",
    ],
)
def test_these_carry_no_mark(text: str) -> None:
    assert by_coach(text) == []


@pytest.mark.practice("D3", "F2")
def test_one_sentence_may_carry_several_marks() -> None:
    text = "I'm sorry if you felt hurt, but I was tired, and you always make it a drama."
    assert {(mark.category, text[mark.start : mark.end].split()[0]) for mark in by_coach(text)} >= {
        ("conditional", "if"),
        ("excusing", "but"),
        ("always", "you"),
    }
