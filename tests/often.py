"""How often a proof is repeated: a little in `make test`, more in CI and `make proof`, very often in `make soak`."""

import os

DEPTH = "REKNIT_TEST_DEPTH"


def often(few: int, *, proof: int, soak: int) -> int:
    depth = os.environ.get(DEPTH) or ("proof" if os.environ.get("CI") == "true" else "")
    return {"proof": proof, "soak": soak}.get(depth, few)
