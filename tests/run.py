"""What `make test` runs: every test on SQLite, in a browser too, and beside it what touches tables on PostgreSQL.

What cannot be run here is named with its reason, and the last line says what was. Where CI is "true", what cannot be
run has failed. Loaded into pytest as a plug-in, this file counts what became of each test for that last line.
"""

import getpass
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ROOT = Path(__file__).parent.parent
COUNT = "REKNIT_TEST_COUNT"
# The first is the same engine without a window, at two thirds of the work.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
SOCKET = "/var/run/postgresql"
# One name a checkout: two of them may run at once, and what a broken run left behind is found again.
DATABASE = f"reknit_{sha256(str(ROOT).encode()).hexdigest()[:8]}"


@dataclass
class Part:
    """One run of pytest, or one that could not be: `missing` says why."""

    name: str
    failed: bool = False
    missing: str = ""
    count: dict[str, Any] = field(default_factory=dict)
    said: str = ""

    def __str__(self) -> str:
        if self.missing:
            return f"{self.name} NOT RUN"
        if not self.count:
            return f"{self.name} BROKE OFF"
        skipped = f", {n} skipped" if (n := self.count["skipped"]) else ""
        return f"{self.count['passed']} passed, {self.count['failed']} failed{skipped} on {self.name}"


def main() -> int:
    """Run all there is; 0 only where nothing failed and, in CI, nothing was missing."""
    began = time.monotonic()
    browser, why = _browser()
    parts = [Part("SQLite"), Part("PostgreSQL")]
    with ThreadPoolExecutor() as beside:
        on_tables = beside.submit(on_postgres, parts[1], "tables and not soak and not browser", aside=True)
        _on_sqlite(parts[0], browser)
        on_tables.result()
    say(parts[1].said)
    if not browser:
        parts.append(Part("browser tests", missing=why))
    for part in parts:
        if part.missing:
            say(f"NOT RUN: {part.name}. {part.missing}")
    passed, said = verdict(parts, strict=os.environ.get("CI") == "true")
    say(f"{said}; {time.monotonic() - began:.0f} seconds.")
    return 0 if passed else 1


def verdict(parts: Sequence[Part], *, strict: bool) -> tuple[bool, str]:
    """Whether it passed, and the closing line. Where `strict`, what is missing has failed."""
    missing = any(part.missing for part in parts)
    passed = not any(part.failed for part in parts) and not (strict and missing)
    word = "FAILED" if not passed else "Passed what could be run" if missing else "All passed"
    return passed, f"{word}: {'; '.join(map(str, parts))}"


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Leave the counts, and each reason for a skip, where `run_pytest` finds them."""
    if COUNT not in os.environ:
        return
    stats = terminalreporter.stats
    passed, skipped = stats.get("passed", []), stats.get("skipped", [])
    count = {
        "passed": len(passed),
        "failed": len(stats.get("failed", [])) + len(stats.get("error", [])),
        "skipped": len(skipped),
        "browser": sum("browser" in report.keywords for report in passed),
        "reasons": Counter(f"{report.nodeid.split('::')[0]}: {report.longrepr[2]}" for report in skipped),
    }
    Path(os.environ[COUNT]).write_text(json.dumps(count), encoding="utf-8")


def _on_sqlite(part: Part, browser: str) -> None:
    run_pytest(part, "not soak" if browser else "not soak and not browser", {"CHROMIUM": browser})
    if browser and part.count:
        part.name += f" ({part.count['browser']} in {_version(browser)})"


def on_postgres(part: Part, marks: str, *, cores: int = 2, aside: bool = False) -> Part:
    """Run what is so marked on PostgreSQL, where one answers."""
    url, said = _postgres()
    if url:
        part.name = f"PostgreSQL {said}"
        run_pytest(part, marks, {"DATABASE_URL": url}, cores=cores, aside=aside)
    else:
        part.missing = said
        part.failed = "REKNIT_TEST_POSTGRES" in os.environ
    return part


def run_pytest(part: Part, marks: str, environment: dict[str, str], *, cores: int = 2, aside: bool = False) -> None:
    """One run of pytest. Its output stays as pytest writes it; `aside`, it is kept for when nothing else is writing."""
    if not aside:
        say(f"== {part.name}")
    with tempfile.TemporaryDirectory(prefix="reknit-count-") as folder:
        count = Path(folder) / "count.json"
        kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "tests.run",
            "-n",
            str(cores),
            "--dist",
            "worksteal",
            "-m",
            marks,
        ]
        to, faults_to = (subprocess.PIPE, subprocess.STDOUT) if aside else (None, None)
        given = {**kept, **environment, COUNT: str(count)}
        done = subprocess.run(command, cwd=ROOT, env=given, check=False, stdout=to, stderr=faults_to, text=True)
        part.said = f"== {part.name}\n{done.stdout}" if aside else ""
        part.failed = done.returncode != 0 or not count.exists()
        if count.exists():
            part.count = json.loads(count.read_text(encoding="utf-8"))
    for reason, times in part.count.get("reasons", {}).items():
        say(f"skipped {times} in {reason}")


def _browser() -> tuple[str, str]:
    """A Chromium that can be driven, or nothing and why. As root on Debian, what is missing is installed."""
    path, missing, why = _look()
    if missing and shutil.which("apt-get") and os.geteuid() == 0:
        say(f"{why} Installing Debian's {missing}.")
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for step in (["update", "-qq"], ["install", "-qq", "-y", "--no-install-recommends", *missing.split()]):
            subprocess.run(["apt-get", *step], stdin=subprocess.DEVNULL, env=quiet, check=False)
        path, _missing, why = _look()
    return ("", why) if why else (path, "")


def _look() -> tuple[str, str, str]:
    """The browser as it is here; which packages would mend what is wrong with it; what is wrong with it."""
    asked = os.environ.get("CHROMIUM", "")
    path = next((found for name in ([asked] if asked else BROWSERS) if (found := shutil.which(name))), "")
    if not path and not asked:
        return (
            "",
            "chromium-headless-shell libatomic1",
            f"None of {', '.join(BROWSERS)} is here; CHROMIUM may name one.",
        )
    if not path or not _version(path):
        return "", "", f"{path or asked} does not start."
    driver = subprocess.run(
        [sys.executable, "-m", "playwright", "--version"], capture_output=True, text=True, check=False
    )
    if driver.returncode:
        return path, "libatomic1", f"Playwright's driver does not start: {driver.stderr.strip()[-120:]}."
    return path, "", ""


def _version(browser: str) -> str:
    """What the browser calls itself in a word and a number; empty where it does not start."""
    try:
        said = subprocess.run([browser, "--version"], capture_output=True, text=True, timeout=30, check=True).stdout
    except (OSError, subprocess.SubprocessError):
        return ""
    words = said.split()
    return next((f"{a} {b.split('.')[0]}" for a, b in pairwise(words) if b[:1].isdigit()), said)


def _postgres() -> tuple[str, str]:
    """The address of a server where we may make databases, and its version; or nothing, and why."""
    asked = os.environ.get("REKNIT_TEST_POSTGRES")
    people = dict.fromkeys([getpass.getuser(), "root", "postgres"])
    likely = [f"postgresql://{who}@/{DATABASE}?host={SOCKET}" for who in people]
    likely += [f"postgresql://{who}@127.0.0.1:5432/{DATABASE}" for who in people]
    why = ""
    for url in [asked] if asked else likely:
        version, fault = _ask(url)
        if version:
            return url, version
        why = why or fault
    where = asked or f"{SOCKET} or 127.0.0.1:5432"
    return "", f"No server to make databases on at {where} ({why}). REKNIT_TEST_POSTGRES may name one."


def _ask(url: str) -> tuple[str, str]:
    import psycopg

    query = (
        "SELECT current_setting('server_version'), rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
    )
    try:
        with psycopg.connect(urlsplit(url)._replace(path="/postgres").geturl(), connect_timeout=3) as connection:
            version, may_make = connection.execute(query).fetchone() or ("", False)
    except psycopg.Error as fault:
        return "", str(fault).strip().splitlines()[0]
    return (version.split()[0], "") if may_make else ("", "it lets us make none")


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
