"""What people write keeps all that can be seen, and nothing that changes how other text is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reknit.practice.texts import plain, tidy
from reknit.practice.wording import quoted, shortened
from tests.practice.told import Told, often, refused


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (" a\r\nb\rc\td ", "a\nb\nc\td"),
        ("a\0\x07\x1b[31m\x7f\x85\x9fb", "a[31mb"),
        ("\u202aa\u202bb\u202cc\u202dd\u202ee", "abcde"),
        ("\u2066a\u2069b", "\u2066a\u2069b"),
        ("a\u2069b\u2067c", "abc"),
        ("\u2068\u2067a\u2069", "\u2067a\u2069"),
        ("\u2068a\nb\u2069", "a\nb"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("\ud800a", "a"),
        ("\u200b\u200d \ufeff\u2060", ""),
        ("\u2066\u2069", ""),
        ("\u3164\u2800\xad", ""),
        ("\ufe0f", ""),
        ("מה", "מה"),
    ],
)
def test_what_stays_of_a_text(given, found):
    assert plain(given) == found
    assert tidy({"what": given}) == ({"what": found} if found else {})


def test_nothing_to_see_is_nothing_promised():
    assert refused(Told().promise, words={"what": "\u200b\u202e\u2060"}) == "Write what you promise."


@often
@given(st.text(st.sampled_from("ab \n\u2066\u2067\u2068\u2069\u202e\u200d\x00”“")) | st.text())
def test_a_text_is_tidied_once_and_a_quotation_closes_where_it_ends(text):
    found = plain(text)
    assert plain(found) == found
    said = quoted(text)
    assert "\n" not in said
    assert said.startswith("“\u2068")
    depth = 0
    for place, letter in enumerate(said):
        depth += (letter in "\u2066\u2067\u2068") - (letter == "\u2069")
        assert depth > 0 or place in (0, len(said) - 2, len(said) - 1)
    assert depth == 0
    assert len(shortened(text)) <= 61
