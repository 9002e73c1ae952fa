"""The docs keep step with the code: what is made from it is compared, what is written by hand is looked up."""

import argparse
import ast
import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

import reknit
from reknit.cli.__main__ import _parser
from reknit.ledger import export
from reknit.people import keys
from tests.docs import make, works

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
READERS = ("text", "flag", "number", "one_of", "secret")
LONGEST = 200


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def rows(name: str) -> dict[str, list[str]]:
    """The rows of a page's tables by the name in their first cell."""
    found = re.findall(r"^\| `([^`]+)`[^|]*\|(.*)\|$", text(name), re.MULTILINE)
    return {first: [cell.strip() for cell in rest.split("|")] for first, rest in found}


@pytest.mark.parametrize("name", make.PAGES)
def test_what_is_made_from_the_code_is_made_anew(name: str) -> None:
    made = make.PAGES[name]()
    assert text(f"docs/{name}") == made, f"docs/{name} is not what the code says: run `make docs`"


def test_a_proof_names_a_row_of_the_practice() -> None:
    unknown = {proof for proof in works.proofs() if proof.row not in works.practice()}
    assert unknown == set()


def test_marks_are_read_from_functions_classes_and_modules() -> None:
    source = """
import pytest
pytestmark = [pytest.mark.tables, pytest.mark.practice("A1")]
@pytest.mark.practice("B2", "B3")
class TestHere:
    @pytest.mark.practice("C4")
    def test_it_holds(self): ...
def helper(): ...
"""
    found = list(works.in_source(source, "here"))
    assert [proof.row for proof in found] == ["A1", "B2", "B3", "C4"]
    assert {proof.sentence for proof in found} == {"it holds"}


@cache
def settings_read() -> dict[str, ast.Call]:
    """Every name the product reads from the environment, with the call that reads it."""
    calls = [
        call
        for path in (ROOT / "reknit").rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and re.fullmatch(f"env.({'|'.join(READERS)})", ast.unparse(call.func))
    ]
    return {str(ast.literal_eval(call.args[0])): call for call in calls}


def test_every_setting_is_documented() -> None:
    read = settings_read()
    assert {"REKNIT_DATA", "OPERATOR", "SECRET_KEY", "PROXIES", "SIGNUP", "HTTPS"} <= read.keys()
    listed = {name for name, cells in rows("docs/settings.md").items() if len(cells) == 2}
    assert listed == read.keys()


@pytest.mark.parametrize("name", settings_read())
def test_a_setting_is_documented_with_its_default(name: str) -> None:
    call = settings_read()[name]
    given = next((keyword.value for keyword in call.keywords if keyword.arg == "default"), None)
    default = given or (call.args[1] if len(call.args) > 1 else ast.Constant(""))
    if isinstance(default, ast.JoinedStr | ast.Call):  # a path within the data folder
        assert rows("docs/settings.md")[name][0].startswith(("`{DATA}/", "`sqlite:///{DATA}/"))
    elif name != "SECRET_KEY":
        value = ast.literal_eval(default)
        said = {True: "on", False: "off"}.get(value, value) if isinstance(value, bool) else value
        assert rows("docs/settings.md")[name][0] == (f"`{said}`" if said != "" else "empty")


def test_nothing_else_reads_the_environment() -> None:
    reads = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "reknit").rglob("*.py")
        if re.search(r"os\.(environ\.get|environ\[|getenv)", path.read_text(encoding="utf-8"))
    }
    assert reads == {"reknit/site/env.py"}


def dependencies() -> set[str]:
    project = tomllib.loads(text("pyproject.toml"))["project"]
    wanted = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    return {re.split(r"[\[<>=~! ]", one)[0] for one in wanted}


def test_every_dependency_says_what_it_saves_us() -> None:
    assert rows("docs/dependencies.md").keys() == dependencies()


def test_the_changelog_begins_with_the_version() -> None:
    assert re.findall(r"^## (.+)$", text("CHANGELOG.md"), re.MULTILINE)[0] == reknit.__version__


def targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):", text("Makefile"), re.MULTILINE))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_make_command_is_in_the_makefile(page: Path) -> None:
    named = set(re.findall(r"(?:`|^ {4}|&& )make ([a-z]+)", page.read_text(encoding="utf-8"), re.MULTILINE))
    assert named <= targets()


def test_every_target_is_documented() -> None:
    phony = re.findall(r"^\.PHONY: (.+)$", text("Makefile"), re.MULTILINE)[0].split()
    assert set(phony) == targets()
    assert {f"make {target}" for target in phony} <= rows("docs/commands.md").keys()


def commands() -> dict[str, argparse.ArgumentParser]:
    [group] = [action for action in _parser()._actions if isinstance(action, argparse._SubParsersAction)]
    return dict(group.choices)


def test_every_command_is_documented() -> None:
    documented = {name.split()[1] for name in rows("docs/commands.md") if name.startswith("reknit ")}
    assert documented == commands().keys()


@pytest.mark.parametrize("name", commands())
def test_a_command_is_documented_with_its_options(name: str) -> None:
    options = {flag for action in commands()[name]._actions for flag in action.option_strings} - {"-h", "--help"}
    [said] = [cells[0] for row, cells in rows("docs/commands.md").items() if row.split()[:2] == ["reknit", name]]
    assert all(f"`{flag}`" in said for flag in options)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_resolve(page: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8"))
    broken = [link for link in links if "://" not in link and not _resolves(page, link)]
    assert broken == []


def _resolves(page: Path, link: str) -> bool:
    path, _hash, part = link.partition("#")
    target = page.parent / path if path else page
    if not target.exists() or not part:
        return target.exists()
    heads = re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.MULTILINE)
    return part in {re.sub(r"[^a-z0-9 -]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_that_is_named_is_there(page: Path) -> None:
    named = set(re.findall(r"`((?:reknit|tests|docs|\.ci)/[\w./-]*[a-z/])`", page.read_text(encoding="utf-8")))
    assert {name for name in named if not (ROOT / name).exists()} == set()


def test_every_part_of_the_house_is_on_the_map() -> None:
    packages = {path.parent.name for path in (ROOT / "reknit").glob("*/__init__.py")}
    said = text("docs/architecture.md")
    assert {name for name in packages if f"`reknit/{name}/`" not in said} == set()


def test_the_inventory_of_keys_is_the_modules_own() -> None:
    table = [line for line in (keys.__doc__ or "").splitlines() if line.startswith("| ")]
    assert len(table) > 4
    assert [line for line in table if line not in text("docs/keys.md")] == []


def test_every_file_of_the_copy_is_described() -> None:
    packed = set(re.findall(r'"([\w]+\.\w+)"', Path(export.__file__).read_text(encoding="utf-8")))
    assert packed
    assert packed <= rows("docs/export.md").keys()


def test_pages_are_short() -> None:
    written = [page for page in PAGES if page.name not in {*make.PAGES, "stories.md"}]
    assert {page.name for page in written if len(page.read_text(encoding="utf-8").splitlines()) > LONGEST} == set()


def test_every_page_is_linked_from_the_first_one() -> None:
    linked, open_ = set(), [ROOT / "README.md"]
    while open_:
        page = open_.pop()
        if page in linked or page.suffix != ".md":
            continue
        linked.add(page)
        found = re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8"))
        open_ += [(page.parent / link).resolve() for link in found if "://" not in link]
    assert set(PAGES) - linked == set()
