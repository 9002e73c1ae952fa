"""The style sheets: one order of layers, readable in both lights, asking nobody else for anything."""

import re
from pathlib import Path

import pytest

from reknit.web import bundles

WEB = Path(__file__).parents[2] / "reknit" / "web"
SHEETS = sorted((WEB / "static" / "css").glob("*.css"))
SCRIPTS = sorted((WEB / "static" / "js").glob("*.js"))
LINKED, LOADED = bundles.BUNDLES["css/reknit.css"], bundles.BUNDLES["js/reknit.js"]
TOKENS = (WEB / "static" / "css" / "tokens.css").read_text()
LIGHT, DARK = TOKENS.split("prefers-color-scheme: dark", 1)
PAIRS = [
    ("ink", "paper", 7),
    ("ink", "leaf", 7),
    ("ink", "linen", 7),
    ("ink-soft", "paper", 4.5),
    ("ink-soft", "linen", 4.5),
    ("ink-soft", "leaf", 4.5),
    ("ink-soft", "thread-wash", 4.5),
    ("thread", "paper", 4.5),
    ("thread", "thread-wash", 4.5),
    ("on-thread", "thread", 4.5),
    ("on-thread", "thread-deep", 4.5),
    ("thread", "linen", 3),
    ("mend", "linen", 3),
    ("mend", "paper", 3),
    ("edge", "paper", 3),
]


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_one_can_read_it(scheme: str, front: str, back: str, least: float) -> None:
    tokens = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", scheme))
    assert contrast(tokens[front], tokens[back]) >= least


def test_black_on_white_is_21_and_grey_on_grey_is_1() -> None:
    assert round(contrast("#000000", "#ffffff")) == 21
    assert contrast("#777777", "#777777") == 1


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_each_sheet_is_linked_and_in_a_declared_layer(sheet: Path) -> None:
    text = sheet.read_text()
    assert LINKED.count(f"css/{sheet.name}") == 1
    layers = re.search(r"@layer ([\w, ]+);", (sheet.parent / "order.css").read_text())
    assert layers
    if sheet.name != "order.css":
        assert set(re.findall(r"@layer (\w+) \{", text)) <= set(layers[1].split(", "))
        assert re.sub(r"/\*.*?\*/", "", text, flags=re.S).strip().startswith("@layer")
    assert text.count("\n") <= 150


def test_the_order_of_layers_comes_first() -> None:
    assert LINKED[0] == "css/order.css"


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_nothing_comes_from_elsewhere(sheet: Path) -> None:
    text = sheet.read_text()
    assert not re.search(r"https?:|data:|@import|@font-face", text)
    assert all((sheet.parent / path).is_file() for path in re.findall(r'url\("([^"]+)"\)', text))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_sides_are_logical(sheet: Path) -> None:
    found = re.findall(
        r"[\s;{](?:margin|padding|border)-(?:left|right|top|bottom)|[\s;{](?:left|right|top|bottom):", sheet.read_text()
    )
    assert found == []


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_each_behaviour_is_small_loaded_and_evaluates_nothing(script: Path) -> None:
    text = script.read_text()
    pages = {"security-key.js": "people/templates/people/new_key.html"}  # loaded where there is a key to touch, alone
    if script.name in pages:
        assert f"js/{script.name}' %}}\" defer" in (WEB.parent / pages[script.name]).read_text()
    else:
        assert LOADED.count(f"js/{script.name}") == 1
    assert text.count("\n") <= 80
    assert not re.search(
        r"\beval\b|new Function|innerHTML|insertAdjacentHTML|document\.write|setItem|https?:|fetch\(", text
    )


def test_pictures_hold_no_code() -> None:
    for picture in (WEB / "static" / "img").glob("*.svg"):
        assert not re.search(r"<script|href|\son\w+=|data:", picture.read_text())
