"""The cloth says in shapes what came of each promise, in few bytes, and lets nobody's words out as markup."""

import random
import re
from collections import Counter
from itertools import permutations
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reknit.picture.band import Band, Felt, Told
from reknit.picture.svg import SMALL, WORDS, Cloth, Row, Stitch, draw, legend, points, shapes_in

MIXES = st.dictionaries(st.sampled_from(sorted(SMALL)), st.integers(0, 400))


def cloth(*stitches: Stitch, per: int = 12) -> Cloth:
    return Cloth("toby-anna", "Toby to you", "", [Row("2 March", stitches)], per)


def lines(drawn: str) -> list[ElementTree.Element]:
    return [ElementTree.fromstring(svg) for svg in re.findall(r'<svg class="cloth__line".*?</svg>', drawn, re.S)]


@given(MIXES)
def test_a_mix_keeps_its_proportions_and_forgets_nothing(mix: dict[str, int]) -> None:
    shown, total = Counter(points(mix)), sum(mix.values())
    assert sum(shown.values()) == min(9, total)
    for name, count in mix.items():
        assert bool(shown[name]) == bool(count), "what occurred keeps a stitch, what did not gets none"
    if total <= 9:
        assert shown == Counter({name: count for name, count in mix.items() if count})
    for one, other in permutations(mix, 2):
        assert mix[one] >= mix[other] or shown[one] <= shown[other], "more of it never shows as less"


def test_one_miss_among_many_stays_visible() -> None:
    assert Counter(points({"kept": 900, "missed": 1})) == {"kept": 8, "missed": 1}


def test_each_shape_is_drawn_differently() -> None:
    whole = {draw(cloth(Stitch("x", shape=shape))) for shape in WORDS if shape not in ("said", "differs")}
    assert len(whole) == 6
    assert len({legend([name]) for name in WORDS}) == len(WORDS)
    assert len({moves for _cls, moves in SMALL.values()} | {"said"}) == len(SMALL)


def test_what_only_one_has_said_and_what_is_seen_differently_show() -> None:
    plain, said, differs = (draw(cloth(Stitch("x", **marks))) for marks in ({}, {"said": True}, {"differs": True}))
    assert "st-said" in said
    assert "st-said" not in plain
    assert "st-differs" in differs
    assert "st-differs" not in plain
    assert "st-differs" in draw(cloth(Stitch("x", mix={"kept": 2}, differs=True)))


def test_an_empty_week_is_bare_cloth() -> None:
    drawn = draw(cloth(Stitch("nothing was due", mix={})))
    assert not re.search(r"st-(?!h)\w+", drawn)


def test_each_stitch_is_a_link_with_a_name() -> None:
    drawn = draw(cloth(Stitch("Tue 3 March: kept", href="/a"), Stitch("Wed 4 March: missed", shape="missed")))
    (line,) = lines(drawn)
    (link,) = line.findall("a")
    assert link.get("href") == "/a"
    assert link.findtext("title") == "Tue 3 March: kept"
    assert line.get("role") == "group"
    (unlinked,) = lines(draw(cloth(Stitch("x"))))
    assert unlinked.get("role") == "img"


def test_rows_wrap_and_stay_inside_the_cloth() -> None:
    (line,) = lines(draw(cloth(*[Stitch(str(i), href="#") for i in range(30)])))
    assert line.get("viewBox") == "0 0 288 96"
    places = [(int(use.get("x", 0)), int(use.get("y", 0))) for use in line.iter("use")]
    assert len(set(places)) == 30
    assert max(x for x, _y in places) == 264


@pytest.mark.parametrize(("count", "breadth"), [(3, 7), (8, 9), (10, 12), (20, 12)])
def test_the_cloth_is_no_broader_than_its_longest_row(count: int, breadth: int) -> None:
    assert f"cloth--{breadth}" in draw(cloth(*[Stitch("x")] * count))


def test_no_words_become_markup() -> None:
    evil = "<script>alert(1)</script>\"'&"
    drawn = draw(Cloth("c", evil, evil, [Row(evil, [Stitch(evil, href="javascript:\"'<")])], heads=(evil,)))
    assert "<script" not in drawn
    assert 'href="javascript:"' not in drawn
    lines(drawn)


def test_no_style_attribute_nor_colour() -> None:
    drawn = draw(cloth(Stitch("x"), Stitch("y", mix={name: 1 for name in SMALL}))) + legend(WORDS)
    assert not re.search(r"style=|fill=|stroke=|#[0-9a-f]{3}\b", drawn)


def test_ten_years_weigh_less_than_thirty_kilobytes() -> None:
    dice = random.Random(7)
    weights = {"kept": 86, "late": 5, "moved": 4, "missed": 3, "released": 2}
    rows = []
    for year in range(2016, 2026):
        months = []
        for month in range(1, 13):
            mix = Counter(dice.choices(list(weights), list(weights.values()), k=dice.randint(8, 30)))
            title = f"{month}/{year}: " + ", ".join(f"{count} {name}" for name, count in mix.items())
            months.append(Stitch(title, f"../history/?from={year}-{month:02}-01&to={year}-{month:02}-31", mix=mix))
        felt = [Felt(at / 12, dice.random(), dice.random(), dice.random()) for at in range(13)]
        rows.append(Row(str(year), months, (), Band("how it felt", felt, [Told(0.5, 0.5)] * 2)))
    drawn = draw(Cloth("l0-1", "Toby to you", "", rows, heads=tuple("JFMAMJJASOND")))
    assert len(lines(drawn)) == 10
    assert len(drawn.encode()) < 30_000


def test_the_legend_names_what_occurs_and_nothing_else() -> None:
    shown = legend(shapes_in(cloth(Stitch("x", shape="late"), Stitch("y", mix={"missed": 1, "kept": 0}))))
    assert shown.count("<li>") == 2
    assert "came late" in shown
    assert "missed" in shown


def test_two_cloths_on_a_page_share_no_id() -> None:
    one, other = (draw(Cloth(name, "", "", [Row("", [Stitch("x", mix={"kept": 3})])])) for name in ("a", "b"))
    assert not set(re.findall(r'id="([^"]+)"', one)) & set(re.findall(r'id="([^"]+)"', other))
