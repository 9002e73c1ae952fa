"""The coach for words: ten thousand texts through the command line, and a long text beside a short one."""

import resource
import subprocess
import sys
from itertools import cycle, islice
from typing import Any

from tests.bench.ground import Ground, cost, figure
from tests.practice.coach.labelled import everything
from tests.practice.coach.markers import by_coach

TEXTS, SECONDS = 10_000, 5.0
SHORT, LONG, TIMES_SHORT = 2_000, 20_000, 12.0


def figures(ground: Ground) -> dict[str, Any]:
    words = " ".join(one.text for one in everything())
    short, long = (cost(lambda size=size: by_coach(words[:size])) for size in (SHORT, LONG))
    return {
        f"CPU seconds for {TEXTS} texts, start included": figure(_command(), SECONDS),
        f"{LONG} characters to the floor": figure(long / ground.python),
        f"{LONG} characters to {SHORT}": figure(long / short, TIMES_SHORT),
    }


def _command() -> float:
    """What `reknit coach --json` takes, from its start to its end."""
    texts = "".join(f"{text}\n" for text in islice(cycle(one.text for one in everything()), TEXTS))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "reknit.cli", "coach", "--json"]
    said = subprocess.run(command, input=texts.encode(), stdout=subprocess.PIPE, check=True).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert said.count(b"\n") == TEXTS
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
