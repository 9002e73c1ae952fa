"""Run within a network namespace of its own (`unshare -n`): serve, do everything there is to do, and count who called.

The kernel counts every attempt to reach an address that no route leads to, be it a name server's. What is printed: how
many there were where some were planted, and how many for all the rest.
"""

import json
import os
import re
import socket
import subprocess
import sys
import tempfile
from contextlib import suppress
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

MOST = 300
ELSEWHERE = [(socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")]


def main() -> int:
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    before = calls()
    _plant()
    planted = calls() - before
    before = calls()
    pages, forms = _everything()
    found = {"planted": planted, "calls": calls() - before, "pages": pages, "forms": forms}
    sys.stdout.write(json.dumps(found) + "\n")
    return 0


def calls() -> int:
    """Attempts to reach an address outside so far, as the kernel of this namespace counts them."""
    lines = [line.split() for line in Path("/proc/net/snmp").read_text().splitlines() if line.startswith("Ip:")]
    four = dict(zip(*lines, strict=True))["OutNoRoutes"]
    six = dict(line.split() for line in Path("/proc/net/snmp6").read_text().splitlines())["Ip6OutNoRoutes"]
    return int(four) + int(six)


def _plant() -> None:
    for family, address in ELSEWHERE:
        for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
            with socket.socket(family, kind) as planted, suppress(OSError):
                planted.connect((address, 53))


def _everything() -> tuple[int, int]:
    """The tour through every form, then the same database served, and every page of it looked at from outside."""
    folder = Path(tempfile.mkdtemp(prefix="reknit-apart-"))
    os.umask(0o077)
    os.environ |= {"DJANGO_SETTINGS_MODULE": "tests.settings", "REKNIT_DATA": str(folder)}
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.test.utils import setup_test_environment

    from tests import cast
    from tests.house import tour
    from tests.served.server import Server
    from tests.served.visitor import Visitor

    (folder / "static").mkdir(exist_ok=True)
    call_command("migrate", interactive=False, verbosity=0)
    setup_test_environment()
    typed = len(tour.take().typed)
    nora, owen = cast.person("Nora"), cast.person("Owen")
    cast.promise(nora.here(cast.space_of(nora, owen)), day="2026-03-03", rule="FREQ=DAILY")
    key = {"SECRET_KEY": settings.SECRET_KEY, "EXAMPLE": "on"}
    server = Server(folder, **key)
    server.start()
    seen = _walk(Visitor.like(owen.browser(), server.port)) | _walk(Visitor(server.port))
    server.stop()
    return len(seen), typed


def _walk(visitor: Any) -> set[str]:
    """Every page that can be come to from the beginning by links."""
    seen, waiting = set(), ["/", "/home"]
    while waiting and len(seen) < MOST:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        answer = visitor.get(path)
        found = [unescape(href) for href in re.findall(r'(?:href|src)="(/[^"#]*|\?[^"#]+)"', answer.page)]
        waiting += [urljoin(path, href) for href in [*found, answer.location] if href.startswith(("/", "?"))]
    return seen


if __name__ == "__main__":
    sys.exit(main())
