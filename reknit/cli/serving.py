"""Serving: prepare the database and the static files, then hand over to the server."""

import argparse
import logging
import socket
import sys
import threading
import time
import webbrowser
from io import StringIO

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import DatabaseError, connection
from django.utils import timezone
from granian import Granian

from reknit.cli import alone, example, tidying, upgrade
from reknit.people import acts
from reknit.site import hygiene

AN_HOUR = 3600
log = logging.getLogger("reknit.serving")


def serve(arguments: argparse.Namespace) -> int:
    """Serve until stopped, with the process closed to the eyes of others."""
    hygiene.keep_memory_in()
    if _taken(arguments.host, arguments.port):
        print(
            f"Something else is already serving at port {arguments.port}. Stop it, or choose another --port.",
            file=sys.stderr,
        )
        return 1
    with alone.serving():
        return _serve(arguments)


def _serve(arguments: argparse.Namespace) -> int:
    prepare_database()
    try:
        call_command("check", databases=["default"], stdout=StringIO())
    except SystemCheckError as found:
        print(found, file=sys.stderr)
        return 1
    call_command("collectstatic", interactive=False, verbosity=0)
    if settings.EXAMPLE:
        example.refresh(timezone.now())
    _tidy()
    _say_where(arguments)
    connection.close()
    threading.Thread(target=_tidy_hourly, daemon=True).start()
    Granian(
        "reknit.site.wsgi:application",
        address=arguments.host,
        port=arguments.port,
        interface="wsgi",
        workers=arguments.workers,
        blocking_threads=4,
        respawn_failed_workers=True,
        respawn_interval=1,
        log_access=False,
        log_level="warning",
    ).serve()
    return 0


def _taken(host: str, port: int) -> bool:
    """Whether somebody answers there: two servers on one port would share it unnoticed."""
    with socket.socket() as knock:
        knock.settimeout(0.5)
        return knock.connect_ex((host, port)) == 0


def prepare_database(*, without_backup: bool = False) -> None:
    """Make or update the tables, in a folder only its owner can enter; say where the backup is that was made before."""
    settings.DATA.mkdir(mode=0o700, parents=True, exist_ok=True)
    if made := upgrade.upgrade(timezone.now(), without_backup=without_backup):
        print(f"The database as it was is in {made}; it goes after {upgrade.KEPT.days} days.", flush=True)


def _say_where(arguments: argparse.Namespace) -> None:
    url = f"https://{settings.ALLOWED_HOSTS[0]}" if settings.HTTPS else f"http://localhost:{arguments.port}"
    print(f"Reknit is at {url}", flush=True)
    token = acts.first_token() if settings.SIGNUP == "invited" else ""
    if token:
        print(f"The first account is made at {url}/up?first={token}", flush=True)
    if arguments.open:
        threading.Timer(1.0, webbrowser.open, [url]).start()


def _tidy_hourly() -> None:
    """Not at once: while workers are forked no connection may be open, or they inherit its locks and never write."""
    while True:
        time.sleep(AN_HOUR)
        _tidy()


def _tidy() -> None:
    """What fails now is tried again in an hour."""
    try:
        tidying.tidy(timezone.now())
    except DatabaseError:
        log.exception("Tidying failed.")
    finally:
        connection.close()
