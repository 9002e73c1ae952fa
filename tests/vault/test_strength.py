"""Which passphrases will do: six words drawn by chance, or a sentence nobody would try early."""

import math

import pytest

from reknit.content import phrase
from reknit.people import keys
from reknit.practice.refused import Refused
from reknit.rooms.mine import keys as passphrase
from reknit.vault import strength
from tests.cast import Someone

GOOD = [
    "the heron waits for rain",
    "my aunt's blue bicycle, 1974",
    "Grünkohl schmeckt im Jänner",
    "نامه‌ای که هرگز نفرستادم",
    "quiet water under a small bridge",
]
WEAK = [
    "aaaaaaaaaaaaaaaaaaaa",
    "passwordpassword",
    "password password password",
    "123456789012345678",
    "qwertyuiopasdfghjkl",
    "abcdefghijklmnopqrstuvwxyz",
    "letmein letmein letmein",
    "p4ssw0rd p4ssw0rd 2026",
    "annaannaannaannaanna",
    "abcabcabcabcabcabcabc",
    "iloveyou iloveyou 123",
]


@pytest.mark.parametrize("text", GOOD)
def test_a_sentence_will_do(text: str) -> None:
    assert not strength.is_short(text)
    assert not strength.is_weak(text, ("Anna",))


@pytest.mark.parametrize("text", WEAK)
def test_what_is_tried_first_will_not(text: str) -> None:
    assert strength.is_weak(text, ("Anna",))


def test_the_six_words_are_about_77_bits() -> None:
    words = phrase.words()
    assert len(set(words)) == len(words)
    assert phrase.COUNT * math.log2(len(words)) > 77
    made = {keys.new_phrase(words, phrase.COUNT) for _ in range(200)}
    assert len(made) == 200
    assert all(phrase.is_offered(one) for one in made)
    assert not phrase.is_offered("one two three four five six")
    assert not phrase.is_offered(" ".join([words[0]] * 6))


@pytest.mark.django_db
def test_the_password_one_signs_in_with_is_refused(anna: Someone) -> None:
    anna.person.set_password("a short sentence to keep")
    for text, said in (
        ("a short sentence to keep", passphrase.SAME),
        ("short", passphrase.SHORT),
        ("Anna Anna Anna Anna", passphrase.WEAK),
    ):
        with pytest.raises(Refused) as refused:
            passphrase.judge(anna.viewer(), text)
        assert str(refused.value) == said
    passphrase.judge(anna.viewer(), GOOD[0])
