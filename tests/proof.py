"""What `make proof` and `make soak` run: the tests marked `soak`, on both databases at once."""

import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from tests import run
from tests.often import DEPTH
from tests.run import Part


def main() -> int:
    """0 only where all that ran passed, and nothing was missing."""
    [depth] = sys.argv[1:] or ["proof"]
    began = time.monotonic()
    os.environ[DEPTH] = depth
    parts = [Part("SQLite"), Part("PostgreSQL")]
    with ThreadPoolExecutor() as both:
        on_sqlite = both.submit(run.run_pytest, parts[0], "soak and not browser", {}, cores=0)
        on_postgres = both.submit(run.on_postgres, parts[1], "soak and tables and not browser", cores=0)
    on_sqlite.result()
    on_postgres.result()
    passed, said = run.verdict(parts, strict=True)
    run.say(f"{said}; {time.monotonic() - began:.0f} seconds.")
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
