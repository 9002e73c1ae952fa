"""Each misconfiguration is named by its code, alone; and a server set up as the page on hosting says has none."""

import os
import re
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as live
from django.core.checks import run_checks
from django.db import connection

from reknit.site import checks, standing
from reknit.site.database import elsewhere
from tests.cli.commanding import environment, process
from tests.databases import Own
from tests.house.tree import ROOT

HOSTED = {"HTTPS": "on", "PROXIES": "1", "ALLOWED_HOSTS": "reknit.example.org", "OPERATOR": "Ada Lovelace"}


@pytest.fixture
def hosted(settings: Any, tmp_path: Path) -> Any:
    """Settings as a server for others has them."""
    settings.DATA = tmp_path / "data"
    settings.DATA.mkdir(mode=0o700)
    settings.ALLOWED_HOSTS = ["reknit.example.org"]
    settings.OPERATOR, settings.ADMINS, settings.DEBUG = "Ada Lovelace", [], False
    settings.KEY_COST = (3, 64 * 1024 * 1024)
    settings.HTTPS = settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    settings.SECURE_PROXY_SSL_HEADER, settings.ALLAUTH_TRUSTED_PROXY_COUNT = ("HTTP_X_FORWARDED_PROTO", "https"), 1
    for name in checks.COOKIES:
        setattr(settings, name, f"__Host-{name}")
    return settings


def codes() -> set[str]:
    return {found.id for found in run_checks() if found.id and found.id.startswith("reknit.")}


WRONG: list[tuple[str, dict[str, Any]]] = [
    ("reknit.E001", {"OPERATOR": ""}),
    ("reknit.E002", {"KEY_COST": (2, 64 * 1024 * 1024)}),
    ("reknit.E002", {"KEY_COST": (3, 8192)}),
    ("reknit.E003", {"ADMINS": [("Ada", "ada@example.org")]}),
    ("reknit.E003", {"DEBUG": True}),
    ("reknit.E010", {"MAIL": True, "EMAIL_USE_TLS": True, "DEFAULT_FROM_EMAIL": ""}),
    (
        "reknit.E010",
        {"MAIL": True, "EMAIL_USE_TLS": False, "EMAIL_HOST": "m.example", "DEFAULT_FROM_EMAIL": "a@b.c"},
    ),
    ("reknit.E004", {"ALLOWED_HOSTS": ["*"]}),
    ("reknit.E004", {"ALLOWED_HOSTS": [".example.org"]}),
    ("reknit.E004", {"ALLOWED_HOSTS": []}),
    ("reknit.E006", {"ALLAUTH_TRUSTED_PROXY_COUNT": 0}),
    ("reknit.E007", {"SESSION_COOKIE_NAME": "s"}),
    ("reknit.E007", {"KEY_COOKIE_NAME": "__Host-SESSION_COOKIE_NAME"}),
    ("reknit.E007", {"SESSION_COOKIE_SECURE": False}),
    ("reknit.E007", {"CSRF_COOKIE_HTTPONLY": False}),
    ("reknit.E008", {"CONTENT_SECURITY_POLICY": {}}),
    ("reknit.E008", {"CONTENT_SECURITY_POLICY": {"DIRECTIVES": {"default-src": ["'none'"], "script-src": ["*"]}}}),
    ("reknit.E009", {"AWAY": ""}),
    ("reknit.E009", {"AWAY": "http://weather.example"}),
    ("reknit.E009", {"AWAY": "https://reknit.example.org/weather"}),
]


def test_a_server_for_others_has_none(hosted: Any) -> None:
    assert codes() == set()


@pytest.mark.parametrize(("code", "wrong"), WRONG, ids=lambda value: str(value)[:40])
def test_each_setting_that_is_wrong_is_named(hosted: Any, code: str, wrong: dict[str, Any]) -> None:
    for name, value in wrong.items():
        setattr(hosted, name, value)
    assert codes() == {code}


@pytest.mark.parametrize("host", ["reknit.example.org", "192.168.1.7", "localhost.example.org"])
def test_without_tls_only_this_computer(hosted: Any, host: str) -> None:
    hosted.HTTPS, hosted.SECURE_PROXY_SSL_HEADER = False, None
    hosted.ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", "story.localhost"]
    assert codes() == set()
    hosted.ALLOWED_HOSTS.append(host)
    assert codes() == {"reknit.E005"}


def test_what_others_can_open_is_named(hosted: Any) -> None:
    hosted.EXAMPLE_FILE = hosted.DATA / "example.sqlite3"
    (hosted.DATA / "backups").mkdir()
    for mode, wanted in ((0o600, set()), (0o640, {"reknit.E109"}), (0o604, {"reknit.E109"})):
        for name in ("secret", "example.sqlite3", "example.keys", "backups/before-1.sqlite3"):
            file = hosted.DATA / name
            file.touch()
            file.chmod(mode)
            assert codes() == wanted, name
            file.chmod(0o600)
    for mode in (0o750, 0o701):
        hosted.DATA.chmod(mode)
        assert codes() == {"reknit.E108"}


@pytest.mark.tables
def test_the_database_file_is_its_owners(hosted: Any, own: Own, monkeypatch: pytest.MonkeyPatch) -> None:
    if own.postgres:
        return
    monkeypatch.setitem(live.DATABASES, "default", own.database)
    own.path.chmod(0o600)
    assert codes() == set()
    own.path.chmod(0o644)
    assert codes() == {"reknit.E109"}


OFF = {
    "sqlite": {
        "synchronous": ("NORMAL", "reknit.E102"),
        "journal_mode": ("DELETE", "reknit.E103"),
        "secure_delete": ("OFF", "reknit.E104"),
        "foreign_keys": ("OFF", "reknit.E105"),
        "recursive_triggers": ("OFF", "reknit.E106"),
    },
    "postgresql": {
        "synchronous_commit": ("off", "reknit.E102"),
        "session_replication_role": ("replica", "reknit.E106"),
    },
}


@pytest.mark.tables
def test_each_looseness_of_the_database_is_named(own: Own) -> None:
    """Read on the product's own connection, made by the product's own settings."""
    vendor = "postgresql" if own.postgres else "sqlite"
    assert OFF[vendor].keys() <= standing.WANTED[vendor].keys()
    for name, (value, code) in OFF[vendor].items():
        fresh = own.connect()
        with elsewhere(fresh):
            assert standing.kept_safely(databases=["default"]) == []
            with connection.cursor() as cursor:
                cursor.execute(f"SET {name} = '{value}'" if own.postgres else f"PRAGMA {name} = {value}")
            assert [found.id for found in standing.kept_safely(databases=["default"])] == [code]
            fresh.close()


def test_every_code_is_documented_once() -> None:
    """In the code each stands for one thing; on the page each stands with what to do."""
    sources = [path.read_text() for path in (ROOT / "reknit").rglob("*.py")]
    used = {code for text in sources for code in re.findall(r"reknit\.E\d{3}", text)}
    listed = re.findall(r"^\| `(reknit\.E\d{3})` \|", (ROOT / "docs/settings.md").read_text(), re.MULTILINE)
    assert sorted(listed) == sorted(used)
    assert len(listed) > 15


def test_the_command_names_them_all(tmp_path: Path) -> None:
    done = process("check", REKNIT_DATA=str(tmp_path / "data"), ALLOWED_HOSTS="*", HTTPS="on")
    assert done.returncode == 1
    assert set(re.findall(r"reknit\.E\d{3}", done.stderr)) == {"reknit.E001", "reknit.E004", "reknit.E006"}


def test_a_database_that_does_not_answer_is_named(tmp_path: Path) -> None:
    away = {"DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none", "REKNIT_DATA": str(tmp_path / "data")}
    for command in ("check", "serve"):
        done = process(command, "--port=0", **away) if command == "serve" else process(command, **away)
        assert (done.returncode, done.stderr[:11]) == (2, "reknit.E202")
        assert "Traceback" not in done.stderr


def test_serving_says_so_and_does_not_begin(tmp_path: Path) -> None:
    done = process("serve", "--port", "0", REKNIT_DATA=str(tmp_path / "data"))
    assert done.returncode == 1
    assert "reknit.E001" in done.stderr
    assert "Traceback" not in done.stderr


def test_djangos_own_list_is_clean(tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert process("migrate", REKNIT_DATA=str(data), **HOSTED).returncode == 0
    for more, clean in (({}, True), ({"HTTPS": "off", "ALLOWED_HOSTS": "localhost"}, False)):
        done = deploy_check(data, {**HOSTED, **more})
        assert (done.returncode == 0) is clean, done.stderr
    assert stat.S_IMODE(os.stat(data / "reknit.sqlite3").st_mode) == 0o600


def deploy_check(data: Path, more: dict[str, str]) -> Any:
    env = environment(REKNIT_DATA=str(data), DJANGO_SETTINGS_MODULE="reknit.site.settings", **more)
    command = ["-m", "django", "check", "--deploy", "--fail-level", "WARNING", "--database", "default"]
    return subprocess.run([sys.executable, *command], cwd=ROOT, env=env, capture_output=True, text=True, check=False)
