"""The pages that are made from the code: `python -m tests.docs.make` writes them, and a test compares."""

import sys
from pathlib import Path

from tests.docs import coach, events, numbers, works

DOCS = Path(__file__).parents[2] / "docs"
PAGES = {"coach.md": coach.page, "events.md": events.page, "numbers.md": numbers.page, "works.md": works.page}


def main() -> int:
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
