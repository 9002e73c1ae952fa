"""Measure every subject, or those named, and print one JSON object. Each subject is a module in `figures/`."""

import argparse
import importlib
import json
import os
import pkgutil
import platform
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench import figures


def main() -> int:
    """0 also where an aim is missed: the figures say by how much, and machines differ."""
    subjects = sorted(module.name for module in pkgutil.iter_modules(figures.__path__))
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("subject", nargs="*", help=f"of: {', '.join(subjects)}; all where none is named")
    wanted = parser.parse_args().subject or subjects
    if unknown := set(wanted) - set(subjects):
        parser.error(f"there is no {', '.join(sorted(unknown))}")
    os.umask(0o077)
    with tempfile.TemporaryDirectory(prefix="reknit-bench-") as folder:
        found = _measured(wanted, Path(folder))
    sys.stdout.write(json.dumps(found, indent=2) + "\n")
    return 0


def _measured(subjects: list[str], folder: Path) -> dict[str, Any]:
    os.environ |= {"DJANGO_SETTINGS_MODULE": "tests.bench.settings", "REKNIT_DATA": str(folder / "data")}
    import django

    django.setup()
    from tests.bench.ground import Ground

    ground = Ground(folder / "data")
    try:
        found = {name: importlib.import_module(f"tests.bench.figures.{name}").figures(ground) for name in subjects}
        return {
            "machine": {"cores": os.cpu_count(), "python": platform.python_version(), "load": os.getloadavg()[0]},
            "floor": ground.floors(),
            "figures": found,
            "missed": list(missed(found)),
        }
    finally:
        ground.leave()


def missed(found: dict[str, Any], path: str = "") -> Iterator[str]:
    """Every figure that is above its aim, by its place in the JSON."""
    for name, value in found.items():
        here = f"{path}.{name}".lstrip(".")
        if isinstance(value, dict):
            if "aim" in value and value["is"] > value["aim"]:
                yield f"{here}: {value['is']} instead of {value['aim']}"
            yield from missed(value, here)


if __name__ == "__main__":
    sys.exit(main())
