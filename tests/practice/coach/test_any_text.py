"""Whatever the text: nothing is raised, every span is exact, and the work grows no faster than the text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reknit.content import coach as languages
from reknit.practice import coach
from reknit.practice.coach_phrase import Unreadable
from reknit.practice.coach_text import quotations
from tests.practice.coach.labelled import everything
from tests.practice.coach.markers import english

PIECES = sorted({word for one in everything() for word in one.text.split()})[:400]
BITS = st.sampled_from(
    [
        "I'm sorry if you felt",
        "you never listen",
        "but I was tired",
        "سامحني",
        "👩‍👧",
        "é",
        "“",
        '"',
        "'",
        ".",
        "?",
        "\n",
        ",",
    ]
)
TEXTS = st.lists(st.one_of(BITS, st.sampled_from(PIECES), st.text(max_size=12)), max_size=30).map(" ".join)
AROUND = ("", "قلت لك: ", "👩‍👧 ", "é\u0301 — ", "\u202eabc\u202c ", "ß İ ", "«x» ")


@given(TEXTS)
def test_any_text_is_read_and_every_span_stands_on_whole_words(text: str) -> None:
    for mark in coach.marks(text, english()):
        assert 0 <= mark.start < mark.end <= len(text)
        assert text[mark.start].isalnum()
        assert mark.end == len(text) or not text[mark.end].isalnum()
        assert mark.end == len(text) or unicodedata.category(text[mark.end])[0] != "M"
        assert mark.start == 0 or not text[mark.start - 1].isalnum()


@given(st.text(st.characters(), max_size=200))
def test_any_characters_at_all_raise_nothing(text: str) -> None:
    assert coach.marks(text, english()) == coach.marks(text, english())


@pytest.mark.parametrize("before", AROUND)
@pytest.mark.parametrize("phrase", ["you never listen", "You’re overreacting", "it's your fault"])
def test_what_is_marked_is_exactly_that(before: str, phrase: str) -> None:
    text = f"{before}{phrase}، بعد 👩‍👧 {before}"
    found = {text[mark.start : mark.end] for mark in coach.marks(text, english())}
    assert found == {phrase}


def test_marks_belonging_to_a_letter_are_inside_and_break_no_word() -> None:
    text = "You never listen\u0301."
    assert [(m.start, m.end) for m in coach.marks(text, english()) if m.category == "always"] in ([], [(0, 17)])
    text = "yo\u0301u never listen"
    assert [(m.start, m.end) for m in coach.marks(text, english())] in ([], [(0, len(text))], [(5, len(text))])


ADVERSARIAL = {
    "words": "you are so very really just too such a ",
    "openers": "if you do not ",
    "sorry": "sorry if i ",
    "pauses": "you , i , but , ",
    "quotes": "'a \"b “c ‘d «e ",
    "closed": "'a' \"b\" “c” ‘d’ ",
    "marks": "a\u0301\u0301\u0301 ",
    "stops": "you! ",
    "threat": "if you leave so we if you tell i will ",
}


@pytest.mark.parametrize("name", ADVERSARIAL)
def test_the_work_grows_with_the_text_and_no_faster(name: str) -> None:
    bit = ADVERSARIAL[name]
    short, long = (bit * (size // len(bit)) for size in (2_000, 20_000))
    assert coach.work(long, english()) <= 11 * coach.work(short, english()) + 500


def test_quotations_are_found_once_each() -> None:
    assert quotations("He said \"no\" and «si» and “ja”, it's 'so'.") == [(8, 12), (17, 21), (26, 30), (37, 41)]
    assert quotations('"not closed\nbefore the paragraph" ends') == []
    assert quotations("the girls' room, rock 'n' roll") == [(22, 25)]


def test_no_order_of_the_rules_matters() -> None:
    data = dict(languages.data("en"))
    turned = coach.language({**data, "rule": list(reversed(data["rule"]))})
    for one in everything():
        ours, theirs = coach.marks(one.text, english()), coach.marks(one.text, turned)
        assert {(m.start, m.end, m.category) for m in ours} == {(m.start, m.end, m.category) for m in theirs}


@pytest.mark.parametrize(
    "phrases",
    ["[ you", "you ] are [", "*3 you", "@nothing here", "you *9 *9 *9 end", "^ $"],
)
def test_a_phrase_that_cannot_be_read_is_refused(phrases: str) -> None:
    data = dict(languages.data("en"))
    rule = {**data["rule"][0], "phrases": phrases}
    with pytest.raises(Unreadable):
        coach.language({**data, "rule": [rule]})


def test_a_category_nobody_knows_is_refused() -> None:
    data = dict(languages.data("en"))
    with pytest.raises(Unreadable):
        coach.language({**data, "rule": [{**data["rule"][0], "category": "tone"}]})


@pytest.mark.parametrize("code", languages.LANGUAGES)
def test_every_language_says_why_and_offers_a_shape(code: str) -> None:
    known = coach.language(languages.data(code))
    rules = {rule for pairs in known.by_word.values() for rule, _phrase in pairs}
    assert {rule.category for rule in rules} == set(coach.CATEGORIES)
    for rule in rules:
        assert rule.why.strip().endswith(".")
        assert rule.shape.strip()
        assert "!" not in rule.why + rule.shape
