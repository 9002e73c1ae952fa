"""The product calls nobody: not when it starts, not for any page, not for any form."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from tests.cli.commanding import environment
from tests.house.tree import ROOT


def test_nobody_outside_is_called() -> None:
    """In a network of its own, where the kernel counts every attempt; one that is planted is counted."""
    if os.geteuid() or not shutil.which("unshare") or not shutil.which("ip"):
        pytest.skip("a network of its own takes root, unshare and ip")
    if subprocess.run(["unshare", "-n", "true"], capture_output=True, check=False).returncode:
        pytest.skip("no network of its own can be made here")
    command = ["unshare", "-n", sys.executable, "-m", "tests.served.apart"]
    done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["planted"] >= 2
    assert found["calls"] == 0
    assert found["pages"] >= 20
    assert found["forms"] > 30
