"""Settings from the environment: what each reader takes, what it says of the rest, and secrets from files."""

import stat
from pathlib import Path

import pytest

from reknit.site import env
from reknit.site.env import Misconfigured


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("THING", "THING_FILE"):
        monkeypatch.delenv(name, raising=False)


def test_a_file_comes_before_the_value(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "thing"
    file.write_text("from the file\n")
    monkeypatch.setenv("THING", "from the environment")
    assert env.text("THING") == "from the environment"
    monkeypatch.setenv("THING_FILE", str(file))
    assert env.text("THING") == "from the file"
    assert env.secret("THING", keep=tmp_path / "kept") == "from the file"
    assert not (tmp_path / "kept").exists()


def test_a_file_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THING_FILE", "/nowhere/at/all")
    with pytest.raises(Misconfigured, match="THING_FILE names /nowhere/at/all, which cannot be read"):
        env.text("THING")


def test_a_secret_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    kept = tmp_path / "data" / "secret"
    first = env.secret("THING", keep=kept)
    assert len(first) > 60
    assert env.secret("THING", keep=kept) == first
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    ("read", "value", "why"),
    [
        (lambda: env.flag("THING", default=False), "yes", "'yes'; it takes on or off"),
        (lambda: env.number("THING", 0), "-1", "'-1'; it takes a whole number"),
        (lambda: env.one_of("THING", "a", "a", "b"), "c", "'c'; it takes one of: a, b"),
    ],
)
def test_what_cannot_be_read_is_said(monkeypatch: pytest.MonkeyPatch, read, value: str, why: str) -> None:
    monkeypatch.setenv("THING", value)
    with pytest.raises(Misconfigured, match=f"THING is {why}"):
        read()


def test_a_database_is_named_by_its_address() -> None:
    found = env.database("postgresql://ada:p%40ss@db.example.org:5433/reknit?sslmode=require")
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"]) == ("ada", "p@ss", "db.example.org", "5433")
    assert (found["NAME"], found["OPTIONS"]) == ("reknit", {"sslmode": "require"})
    with pytest.raises(Misconfigured, match="it takes sqlite or postgresql"):
        env.database("mysql://localhost/reknit")
