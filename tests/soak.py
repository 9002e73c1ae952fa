"""What `make soak` runs: the long proofs, which are the tests marked `soak`, on SQLite and then on PostgreSQL."""

import sys
import time

from tests import run
from tests.run import Part


def main() -> int:
    """0 only where all that ran passed, and nothing was missing."""
    began = time.monotonic()
    on_sqlite, on_postgres = Part("SQLite"), Part("PostgreSQL")
    run.run_pytest(on_sqlite, "soak", {}, cores=1)
    run.on_postgres(on_postgres, "soak and tables", cores=1)
    passed, said = run.verdict([on_sqlite, on_postgres], strict=True)
    run.say(f"{said}; {time.monotonic() - began:.0f} seconds.")
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
