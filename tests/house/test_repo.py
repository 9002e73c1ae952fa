"""What the repository holds: our own work, locked dependencies, and nothing of the place it was made in."""

import re
import string
import subprocess
from collections.abc import Iterable
from pathlib import Path

import reknit
from tests.house.tree import ROOT, committed

OURS = {
    ".py",
    ".html",
    ".css",
    ".js",
    ".svg",
    ".md",
    ".toml",
    ".story",
    ".lock",
    ".txt",
    ".yml",
    ".yaml",
    ".sql",
    ".po",
    ".json",
    ".jsonl",
    ".csv",
    ".service",
}
BARE = {
    "Makefile",
    "Dockerfile",
    "Containerfile",
    "Caddyfile",
    "LICENSE",
    ".gitignore",
    ".dockerignore",
    ".gitattributes",
    "py.typed",
    "run",
}
LARGEST = 256 * 1024
# Pictures we made of the product itself, each with where it is shown.
PICTURES = {"docs/reknit.png": "README.md"}
PNG = b"\x89PNG\r\n\x1a\n"
THIRD = r"\(c\) ?\d{4}|copyright \d{4}|@license|licensed under|sourcemappingurl|@font-face|SPDX-License"
# Taken apart, so that this file may stand in the tree it looks at.
UNDONE = "|".join(rf"\b{a}{b}\b" for a, b in (("TO", "DO"), ("FIX", "ME"), ("XX", "X"), ("HA", "CK")))
HOSTS = "|".join(
    a + re.escape(b)
    for a, b in (
        *(("pypi", ".org"), ("python", "hosted.org"), ("registry", ".npmjs"), ("npmjs", ".com"), ("arti", "factory")),
        *(("nexus", "."), ("proxy.go", "lang"), ("jsdelivr", ".net"), ("unpkg", ".com"), ("docker", ".io")),
    )
)
PLACES = "|".join(rf"(?<![\w.]){a}{b}/" for a, b in (("/wo", "rk"), ("/ho", "me"), ("/ro", "ot"), ("/Us", "ers")))
MAKERS = "|".join(
    rf"\b{a}{b}"
    for a, b in (
        *(("cla", "ude"), ("anth", "ropic"), ("chat", "gpt"), ("open", r"ai\b"), ("co", "pilot")),
        *(("language m", "odel"), (r"A", r"I[- ]generated")),
    )
)
TEXTS = {
    "left undone": (UNDONE, 0),
    "a registry": (HOSTS, re.I),
    "a place on a machine": (PLACES + r"|\b[A-Z]:\\\\", 0),
    "who helped": (MAKERS, re.I),
    "a conflict": (r"^(?:<{7}|>{7}|={7})(?: |$)", re.M),
}


def strangers(paths: Iterable[Path]) -> list[str]:
    """Files of a kind we do not write, binaries, fonts, large files, and text under someone else's name."""
    return [f"{path.name}: {why}" for path in paths if (why := _strange(path))]


def _strange(path: Path) -> str:
    body = path.read_bytes()
    if str(path).removeprefix(f"{ROOT}/") in PICTURES:
        return "" if body.startswith(PNG) and len(body) < LARGEST and not _told_within(body) else "not such a picture"
    if path.suffix not in OURS and path.name not in BARE:
        return "a kind of file we do not write"
    if b"\0" in body or not _reads(body):
        return "not text"
    if ".min." in path.name or {"vendor", "node_modules", "third_party"} & set(path.parts):
        return "made elsewhere"
    if len(body) > LARGEST:
        return "large"
    if path.suffix in {".css", ".js", ".svg"} and re.search(THIRD, body.decode(), re.I):
        return "under someone else's name"
    return ""


def _told_within(png: bytes) -> bool:
    """Whether a picture says more than it shows: words, a place, a camera."""
    return any(chunk in png for chunk in (b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"))


def _reads(body: bytes) -> bool:
    try:
        return all(c in string.whitespace or ord(c) >= 32 for c in body.decode())
    except UnicodeDecodeError:
        return False


def drawn_elsewhere(name: str, text: str) -> list[str]:
    """What a drawing program leaves in an SVG, and what an SVG can fetch or run."""
    ways = r"inkscape|sodipodi|sketch|illustrator|figma|<script|<image|<foreignObject|href=\"(?!#)|data:|<!ENTITY"
    return [f"{name}: {hit}" for hit in re.findall(ways, text, re.I)]


def told(name: str, text: str) -> list[str]:
    """Words in a committed file that have no business there."""
    return [
        f"{name} {what}: {hit.group()!r}"
        for what, (ways, flags) in TEXTS.items()
        for hit in re.finditer(ways, text, flags)
    ]


def unlocked(text: str) -> list[str]:
    """Lines of a lock that name no exact version, bring no hash, or say where to fetch it."""
    blocks = re.split(r"\n(?=\S)", re.sub(r"^#.*\n", "", text, flags=re.M).strip())
    loose = [
        block.split("\n")[0]
        for block in blocks
        if not re.match(r"[\w.\[\],-]+==[\w.!+]+( ;.*)? \\\n\s+--hash=sha256:", block)
    ]
    return loose + re.findall(r"\S*(?:://|--(?:extra-)?index-url|--find-links|git\+)\S*", text)


def in_step(changelog: str, version: str) -> bool:
    """Whether the first heading below the title is the version that stands in the code."""
    heading = re.search(r"^## \[?v?([^\s\]]+)", changelog, re.M)
    return heading is not None and heading.group(1) == version


def test_everything_is_ours() -> None:
    assert len(committed()) > 150
    assert strangers(committed()) == []
    assert [name for name, where in PICTURES.items() if name not in (ROOT / where).read_text()] == []
    svgs = [path for path in committed() if path.suffix == ".svg"]
    assert [fault for path in svgs for fault in drawn_elsewhere(path.name, path.read_text())] == []


def test_no_file_says_what_it_should_not() -> None:
    found = [
        fault
        for p in committed()
        for fault in told(str(p.relative_to(ROOT)), p.read_text(encoding="utf-8", errors="replace"))
    ]
    assert found == []


def test_the_history_of_the_tree_says_nothing_either() -> None:
    log = subprocess.run(["git", "log", "--format=%B"], cwd=ROOT, capture_output=True, check=False, text=True)
    assert told("log", log.stdout) == []


def test_what_is_installed_is_locked() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text()
        assert text.count("--hash=sha256:") > 20
        assert unlocked(text) == [], name


def test_the_changelog_begins_with_this_version() -> None:
    assert in_step((ROOT / "CHANGELOG.md").read_text(), reknit.__version__)


def test_planted_files_are_reported(tmp_path: Path) -> None:
    made = {
        "a.woff2": b"x",
        "b.py": b"\0",
        "c.py": b"\xff\xfe",
        "d.min.js": b"x",
        "e.md": b"x" * (LARGEST + 1),
        "f.css": b"/*! @license MIT */",
    }
    for name, body in made.items():
        (tmp_path / name).write_bytes(body)
    assert len(strangers(tmp_path.iterdir())) == len(made)
    assert drawn_elsewhere("x.svg", '<svg><image href="https://x"/></svg>')


def test_planted_words_are_reported() -> None:
    for text in (
        "# TO" + "DO later",
        "see /wo" + "rk/shared",
        "files.python" + "hosted.org",
        "by Cla" + "ude",
        "<<<<<<< HEAD",
    ):
        assert told("planted", text), text


def test_planted_locks_are_reported() -> None:
    good = "a==1 \\\n    --hash=sha256:00\n    # via b\n"
    assert unlocked(good) == []
    for bad in (
        "a>=1 \\\n    --hash=sha256:00\n",
        "a==1\n",
        good + "b==2\n    # via c\n",
        good + "# from https://x\n",
        "--index-url x\n" + good,
    ):
        assert unlocked(bad), bad
    assert not in_step("# Changelog\n\n## 0.0.9\n\n## 0.1.0\n", "0.1.0")
