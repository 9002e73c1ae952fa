"""What `make audit` does: the list of what a build is made of, and whether something in it is known to be faulty.

The list (CycloneDX, `build/sbom.json`) is made from the lock alone. Known faults are asked for where the service that
knows them answers; what could not be asked about is named, and is not called clean.
"""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
LOCK = ROOT / "requirements.lock"
LIST = ROOT / "build" / "sbom.json"


def main() -> int:
    """1 where the list lacks something of the lock, or something is known to be faulty."""
    locked = names(LOCK.read_text(encoding="utf-8"))
    missing = locked - listed(made())
    _say(f"{LIST.relative_to(ROOT)}: {len(locked)} packages." if not missing else f"Not in the list: {sorted(missing)}")
    faulty, unasked = verdict(_asked(), locked)
    for fault in faulty:
        _say(f"FAULTY: {fault}")
    if unasked:
        _say(f"NOT ASKED about {len(unasked)} of {len(locked)} packages: nobody who knows their faults did answer.")
    elif not faulty:
        _say("No package has a known fault.")
    return 1 if missing or faulty else 0


def names(lock: str) -> set[str]:
    return {name.lower() for name in re.findall(r"^([\w.-]+)(?:\[[^\]]*\])?==", lock, re.MULTILINE)}


def listed(made: dict[str, Any]) -> set[str]:
    """The names in the list that come with a version and the hashes of what is installed."""
    parts = [part for part in made["components"] if part.get("version")]
    return {str(part["name"]).lower() for part in parts if any(at.get("hashes") for at in part["externalReferences"])}


def made() -> dict[str, Any]:
    """Make the list."""
    LIST.parent.mkdir(exist_ok=True)
    command = [sys.executable, "-W", "ignore", "-m", "cyclonedx_py", "requirements", str(LOCK)]
    more = ["--pyproject", str(ROOT / "pyproject.toml"), "--output-reproducible", "-o", str(LIST)]
    subprocess.run([*command, *more], check=True, cwd=ROOT)
    found: dict[str, Any] = json.loads(LIST.read_text(encoding="utf-8"))
    return found


def verdict(answer: str, locked: set[str]) -> tuple[list[str], set[str]]:
    """Each known fault, and the packages that nobody answered about: a look-up that failed says nothing."""
    try:
        rows = json.loads(answer)["dependencies"]
    except (ValueError, KeyError):
        return [], set(locked)
    asked = {row["name"].lower(): row for row in rows if "vulns" in row}
    faulty = [f"{name} {row['version']}: {fault['id']}" for name, row in asked.items() for fault in row["vulns"]]
    return faulty, locked - asked.keys()


def _asked() -> str:
    command = [sys.executable, "-m", "pip_audit", "-r", str(LOCK), "--require-hashes", "--disable-pip"]
    more = ["--format", "json", "--timeout", "10", "--progress-spinner", "off"]
    return subprocess.run([*command, *more], capture_output=True, text=True, cwd=ROOT, check=False).stdout


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    sys.exit(main())
