"""A copy proves itself with nothing but Python, holds what its owner could read, and nothing else."""

import io
import json
import random
import subprocess
import sys
import zipfile
from collections.abc import Callable
from copy import deepcopy
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reknit.ledger import erase, export, store, verify_copy
from reknit.people import preferences
from reknit.rooms.belonging import acts as belonging
from reknit.rooms.promises import acts
from reknit.shelves.writing import Once
from reknit.spaces.access import Here
from tests import cast
from tests.cast import Someone
from tests.ledger.living import lived, some
from tests.often import often

pytestmark = pytest.mark.tables
LATER = cast.NOON.replace(day=3, hour=20)
NASTY = "</blockquote><script>alert(document.cookie)</script>&amp;'\" \u0645\u0631\u062d\u0628\u0627"
Entries = list[dict[str, Any]]


def files_of(here: Here) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(export.pack(here))) as packed:
        assert packed.testzip() is None
        return {Path(name).name: packed.read(name) for name in packed.namelist()}


def entries_of(files: dict[str, bytes]) -> Entries:
    return [json.loads(line) for line in files["events.jsonl"].decode().split("\n") if line]


def run(files: dict[str, bytes], folder: Path) -> subprocess.CompletedProcess[str]:
    """The copy's own program, with a Python that has nothing installed."""
    folder.mkdir(exist_ok=True)
    for name, body in files.items():
        (folder / name).write_bytes(body)
    return subprocess.run(
        [sys.executable, "-I", "-S", "verify.py"], cwd=folder, capture_output=True, text=True, check=False
    )


def with_entries(files: dict[str, bytes], entries: Entries) -> dict[str, bytes]:
    return {**files, "events.jsonl": "".join(json.dumps(entry) + "\n" for entry in entries).encode()}


@pytest.fixture
def told(anna: Someone, toby: Someone, together: UUID) -> UUID:
    """A promise, said, answered and remarked on, in two voices."""
    root = cast.promise(toby.here(together), what="Home by seven.")
    when = {"promise": root, "due": "2026-03-03"}
    acts.say(toby.here(together, LATER), **when, outcome="late", words={"said": "The tram."})
    acts.answer(anna.here(together, LATER), **when, answer="yes", words={"said": NASTY})
    acts.remark(anna.here(together, LATER), **when, remark="hurt", words={"said": "Again."})
    return together


def test_a_copy_checks_itself(told: UUID, anna: Someone, tmp_path: Path) -> None:
    ran = run(files_of(anna.here(told)), tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    held = "6 lines, each following the one before it, each text as it was committed to: line 1 to line 6.\n"
    assert ran.stdout == held


def test_the_digests_are_right(told: UUID, anna: Someone) -> None:
    files = files_of(anna.here(told))
    listed = dict(line.split("  ")[::-1] for line in files.pop("sha256.txt").decode().splitlines())
    assert listed == {name: sha256(body).hexdigest() for name, body in files.items()}
    assert set(files) == {"README.txt", "read.html", "events.jsonl", "space.json", "verify.py"}


@some(often(6, proof=20, soak=20))
@given(seed=st.integers(0, 2**32), dice=st.randoms(use_true_random=False))
def test_any_history_verifies_and_any_tampering_shows(
    anna: Someone, toby: Someone, maya: Someone, tmp_path: Path, seed: int, dice: Any
) -> None:
    life = lived(seed, 30, anna, toby, maya)
    for someone in life.present:
        files = files_of(life.here(someone))
        entries = entries_of(files)
        assert verify_copy.faults(entries) == []
        for change in TAMPERINGS.values():
            tampered = deepcopy(entries)
            if change(tampered, dice):
                assert verify_copy.faults(tampered)
    ran = run(files, tmp_path / "copy")
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize("change", ["text", "hash", "order", "gap", "author", "facts", "time"])
def test_a_tampered_copy_is_caught(told: UUID, anna: Someone, tmp_path: Path, change: str) -> None:
    files = files_of(anna.here(told))
    entries = entries_of(files)
    assert TAMPERINGS[change](entries, random.Random(7))
    ran = run(with_entries(files, entries), tmp_path)
    assert (ran.returncode, ran.stderr) == (1, "")
    assert "line " in ran.stdout


def _text(entries: Entries, dice: Any) -> bool:
    texts = [entry[part] for entry in entries for part in ("facts", "words") if entry[part]]
    chosen = dice.choice(texts)
    at = dice.randrange(len(chosen["text"]))
    chosen["text"] = chosen["text"][:at] + "\u00b7" + chosen["text"][at + 1 :]
    return True


def _salt(entries: Entries, dice: Any) -> bool:
    chosen = dice.choice(entries)["facts"]
    chosen["salt"] = _other_digit(chosen["salt"], dice)
    return True


def _hash(entries: Entries, dice: Any) -> bool:
    chosen = dice.choice(entries)
    chosen["hash"] = _other_digit(chosen["hash"], dice)
    return True


def _order(entries: Entries, dice: Any) -> bool:
    if len(entries) < 2:
        return False
    at = dice.randrange(len(entries) - 1)
    entries[at], entries[at + 1] = entries[at + 1], entries[at]
    return True


def _gap(entries: Entries, dice: Any) -> bool:
    if len(entries) < 3:
        return False
    del entries[dice.randrange(1, len(entries) - 1)]
    return True


def _author(entries: Entries, dice: Any) -> bool:
    line = dice.choice(entries)["line"]
    line["by"] = line["about"]
    return True


def _time(entries: Entries, dice: Any) -> bool:
    line = dice.choice(entries)["line"]
    line["at"] = "2025" + line["at"][4:]
    return True


def _facts(entries: Entries, dice: Any) -> bool:
    dice.choice(entries)["facts"] = None
    return True


def _forged_link(entries: Entries, dice: Any) -> bool:
    """A text with its own commitment and its line's own hash made anew: the next line tells."""
    if len(entries) < 2:
        return False
    entry = entries[dice.randrange(len(entries) - 1)]
    entry["facts"]["text"] += " "
    entry["line"]["facts"] = verify_copy.commit(**entry["facts"])
    entry["hash"] = verify_copy.link(entry["line"])
    return True


def _other_digit(digits: str, dice: Any) -> str:
    at = dice.randrange(len(digits))
    return digits[:at] + ("0" if digits[at] != "0" else "1") + digits[at + 1 :]


TAMPERINGS: dict[str, Callable[[Entries, Any], bool]] = {
    "text": _text, "salt": _salt, "hash": _hash, "order": _order, "gap": _gap, "author": _author, "time": _time,
    "facts": _facts, "forged": _forged_link,
}  # fmt: skip


def test_what_no_copy_can_tell_it_does_not_claim(told: UUID, anna: Someone, tmp_path: Path) -> None:
    """The newest lines dropped, or the oldest: the program says from where to where, and no more."""
    files = files_of(anna.here(told))
    ran = run(with_entries(files, entries_of(files)[2:5]), tmp_path)
    assert ran.returncode == 0
    assert ran.stdout.endswith("committed to: line 3 to line 5.\n")
    assert run(with_entries(files, []), tmp_path).stdout == "There are no lines here.\n"


def test_a_third_member_takes_their_part(anna: Someone, toby: Someone, maya: Someone, tmp_path: Path) -> None:
    space = cast.space_of(anna, toby, kind="friends")
    cast.promise(toby.here(space), what="What was before Maya.")
    proposal = belonging.propose(anna.here(space), name="Maya")
    belonging.agree(toby.here(space), proposal=proposal)
    belonging.accept(maya.viewer(), code=belonging.invite_agreed(anna.here(space), proposal=proposal))
    cast.promise(toby.here(space), what="What came after.")
    files = files_of(maya.here(space))
    ran = run(files, tmp_path)
    assert (ran.returncode, ran.stdout.split(": ")[1]) == (0, "line 6 to line 7.\n")
    assert b"What was before Maya." not in b"".join(files.values())
    assert b"What came after." in files["read.html"]


@pytest.mark.practice("L11")
def test_who_has_left_takes_what_they_could_read(
    anna: Someone, toby: Someone, maya: Someone, sam: Someone, tmp_path: Path
) -> None:
    """And learns nothing of what came after: neither what was written nor who joined."""
    space = cast.space_of(anna, toby, maya, kind="friends")
    cast.promise(maya.here(space), what="Before he went.")
    belonging.part(toby.here(space))
    last = store.last_seq(anna.here(space))
    then = files_of(toby.viewer().former(space))
    cast.promise(maya.here(space, LATER), what="After he went.")
    proposal = belonging.propose(anna.here(space, LATER), name="Samuel")
    belonging.agree(maya.here(space, LATER), proposal=proposal)
    belonging.accept(sam.viewer(LATER), code=belonging.invite_agreed(anna.here(space, LATER), proposal=proposal))
    files = files_of(toby.viewer(LATER).former(space))
    ran = run(files, tmp_path)
    assert (ran.returncode, ran.stdout.split(": ")[1]) == (0, f"line 1 to line {last}.\n")
    assert files == then
    assert b"Before he went." in files["read.html"]


def test_erased_words_are_shown_as_erased(told: UUID, anna: Someone, toby: Someone, tmp_path: Path) -> None:
    said = store.thread(toby.here(told), first_root(toby, told))[1]
    belonging.ask_erasure(toby.here(told), event=said.id)
    erase.fall_due(cast.NOON.date().replace(month=4, day=1))
    files = files_of(anna.here(told))
    everything = b"".join(files.values())
    assert b"The tram." not in everything
    assert b"(words erased)" in files["read.html"]
    assert b"was late" in files["read.html"]
    ran = run(files, tmp_path)
    assert (ran.returncode, ran.stdout.rstrip().split(". ")[1]) == (0, "The words of 1 of them were erased.")


@pytest.mark.practice("B8")
def test_the_page_to_read(told: UUID, anna: Someone) -> None:
    """Both voices, the notice first, and what people wrote as text and never as a page's own."""
    page = files_of(anna.here(told))["read.html"].decode()
    read = Reader(page)
    assert read.tags.isdisjoint({"script", "img", "link", "iframe", "a", "form"})
    assert page.index("It does not show what happened, who was right") < page.index("<ol>")
    for text in ("Home by seven.", "The tram.", NASTY, "Again."):
        assert text in read.said
    assert {"Anna", "Toby"} <= set(read.words)
    assert "It does not show what happened" in files_of(anna.here(told))["README.txt"].decode()


class Reader(HTMLParser):
    """A page's tags, and its text as a browser would show it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.said: list[str] = []
        self.feed(page)

    @property
    def words(self) -> list[str]:
        return " ".join(self.said).split()

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def test_nothing_else_is_in_it(anna: Someone, toby: Someone, maya: Someone) -> None:
    """Not what anybody set for themselves, not another space, not how or when something was sent."""
    space, other = cast.space_of(anna, toby), cast.space_of(anna, maya)
    cast.promise(anna.here(other), what="For Maya alone.")
    for someone in (anna, toby):
        known = preferences.read(someone.person, pair=someone.pair)
        known.start, known.put_off, known.last_space = "hurt", {"marker-of-a-preference": "2026-03-03"}, str(other)
        preferences.write(someone.person, pair=someone.pair, preferences=known)
        someone.person.email = f"{someone.name}@example.org"
        someone.person.save()
    once = Once(client_id=UUID(int=0x5E47_0000_AAAA), body=b"a fingerprint", url=lambda _id: "/an/address")
    cast.promise(anna.here(space), what="For Toby.", once=once)
    everything = b"".join(files_of(anna.here(space)).values())
    assert b"For Toby." in everything
    private = ["For Maya alone.", "Maya", str(other), "marker-of-a-preference", "hurt", "example.org", "/an/address"]
    private += [str(once.client_id), str(toby.person.pk), str(anna.person.pk), once.client_id.hex]
    assert [each for each in private if each.encode() in everything] == []


def first_root(someone: Someone, space: UUID) -> str:
    """The first promise of a space."""
    return next(event.id for event in store.after(someone.here(space), 2))
