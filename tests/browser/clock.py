"""The server's clock: it stands where a file in its data folder puts it, and goes on from there."""

import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import time_machine
from django.conf import settings
from django.http import HttpRequest, HttpResponse

ZONE = ZoneInfo("Europe/Berlin")
_turn = threading.Lock()
_now: list[tuple[str, time_machine.Traveller]] = []


def put(folder: Path, moment: str) -> None:
    """Put the clock of the server with this data folder to a local time, such as `2026-03-02 12:00`."""
    fresh = folder / "clock.new"
    fresh.write_text(moment, encoding="utf-8")
    fresh.replace(folder / "clock")


def follow(folder: Path) -> None:
    """Let this process's clock stand where the file says."""
    with _turn:
        moment = (folder / "clock").read_text(encoding="utf-8")
        at = datetime.fromisoformat(moment).replace(tzinfo=ZONE)
        if not _now:
            _now.append((moment, time_machine.travel(at, tick=True).start()))
        elif _now[0][0] != moment:
            _now[0] = (moment, _now[0][1])
            _now[0][1].move_to(at)


class Moved:
    """Looks at the file before each request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        follow(settings.DATA)
        return self.get_response(request)
