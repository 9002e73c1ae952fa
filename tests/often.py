"""How often a proof is repeated: a little in `make test`, more in `make proof`, very often in `make soak`."""

import os

DEPTH = "REKNIT_TEST_DEPTH"


def often(few: int, *, proof: int, soak: int) -> int:
    return {"proof": proof, "soak": soak}.get(os.environ.get(DEPTH, ""), few)
