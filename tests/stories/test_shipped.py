"""Every story we ship can be lived through, reads back as it is written, and sounds like people."""

import pytest

from reknit.practice.story import parse, print_story
from tests.practice.test_story_shipped import JARGON
from tests.stories.conftest import SHIPPED, Read, Told

NAMES = sorted(path.stem for path in SHIPPED.glob("*.story"))
LONG = "ten"


def test_all_are_there() -> None:
    assert NAMES == [
        "anna-and-toby", "books", "change", "consultant", "fridays", "gone", "gym", "heron", "kiosk", "ladder", "maya",
        "mondays", "place", "plant", "plate", "pump", "rice", "slow", "small", "snow", "stairs", "ten", "weather",
        "words",
    ]  # fmt: skip


@pytest.mark.practice("N3")
@pytest.mark.parametrize("name", [name for name in NAMES if name != LONG])
def test_each_can_be_lived_through(told: Told, name: str) -> None:
    report = told(name)
    assert report["promises"]
    assert any(direction["readings"] for direction in report["directions"])


@pytest.mark.parametrize("name", NAMES)
def test_each_goes_to_text_and_back(name: str) -> None:
    text = print_story(parse((SHIPPED / f"{name}.story").read_bytes()))
    assert print_story(parse(text)) == text


@pytest.mark.parametrize("name", NAMES)
def test_nobody_speaks_like_a_clinic(name: str) -> None:
    text = (SHIPPED / f"{name}.story").read_text(encoding="utf-8")
    said = [line.partition(": ")[2] for line in text.splitlines() if not line.startswith(("  facet:", "  about:"))]
    for words in said:
        assert len(words) <= 220, words
        assert [one for one in JARGON if one in words.lower()] == []


PAIRS = [
    ("heron", "rice"), ("plant", "gym"), ("fridays", "mondays"), ("snow", "stairs"), ("pump", "ladder"),
    ("kiosk", "weather"),
]  # fmt: skip
WHO = dict(
    zip(
        PAIRS,
        [("Benoît", "Noor"), ("Wes", "Grace"), ("Elias", "Karin"), ("Piotr", "Ola"), ("Curtis", "Renée"),
         ("Kostas", "Eleni")],
        strict=True,
    )
)  # fmt: skip


@pytest.mark.practice("N3")
@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_told_both_ways_from_one_beginning(pair: tuple[str, str]) -> None:
    """Where the essay tells no outcome: the same first weeks, then one comes back to better and the other does not."""
    one, other = ((SHIPPED / f"{name}.story").read_text(encoding="utf-8").splitlines() for name in pair)
    assert one[0] != other[0]
    shared = next(at for at, (left, right) in enumerate(zip(one[1:], other[1:], strict=False)) if left != right)
    assert shared >= 18


@pytest.mark.practice("N3", "A3")
@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_one_way_is_relied_on_again_and_the_other_is_not(read: Read, pair: tuple[str, str]) -> None:
    maker, receiver = WHO[pair]
    better, worse = (read(name, maker, receiver)[-1] for name in pair)
    assert better["felt"]["low"] > worse["felt"]["mean"]
    assert better["open_harm"] < worse["open_harm"]
