"""What is in memory stays there: passwords and texts pass through this process while somebody is signed in."""

import ctypes
import resource
import sys

PR_SET_DUMPABLE = 4


def keep_memory_in() -> None:
    """No core file when the process dies; on Linux no other process of the same user may look into it either."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
