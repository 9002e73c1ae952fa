"""What each command does."""

import argparse
import getpass
import sys
from collections.abc import Callable
from itertools import groupby
from pathlib import Path

from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import Error, connection
from django.utils import timezone

from reknit.cli import backup, coaching, example, move, replaying, restore, serving, tidying
from reknit.cli.stopped import Stopped
from reknit.ledger import chain, export, store, triggers
from reknit.people import preferences, resets, slots
from reknit.people.models import Person
from reknit.spaces.access import Viewer


def run(arguments: argparse.Namespace) -> int:
    commands: dict[str, Callable[[argparse.Namespace], int]] = {
        "serve": serving.serve,
        "example": example.command,
        "replay": replaying.command,
        "coach": coaching.command,
        "check": check,
        "verify": verify,
        "tidy": tidy,
        "migrate": migrate,
        "export": copy,
        "person": person,
        "backup": backup.command,
        "restore": restore.command,
        "move": move.command,
    }
    return commands[arguments.command](arguments)


def check(arguments: argparse.Namespace) -> int:
    """Every misconfiguration, each with its code."""
    try:
        call_command("check", databases=["default"])
    except SystemCheckError as found:
        print(found, file=sys.stderr)
        return 1
    except Error as fault:
        raise Stopped(f"The database cannot be read: {fault}.", code="reknit.E202") from fault
    return 0


def verify(arguments: argparse.Namespace) -> int:
    """Every space's chain, link by link, without a key."""
    found, spaces, lines = 0, 0, 0
    for _space, own in groupby(store.every_line(), key=lambda line: line.space):
        seen = list(own)
        spaces, lines = spaces + 1, lines + len(seen)
        for fault in chain.faults(seen):
            found += 1
            print(f"space {fault.space}, event {fault.seq}: {fault.what}", file=sys.stderr)
    print(f"{lines} events in {spaces} spaces: " + ("every link holds." if not found else f"{found} faults."))
    return 1 if found else 0


def tidy(arguments: argparse.Namespace) -> int:
    """Erase what has fallen due, forget what has run out."""
    print(tidying.tidy(timezone.now()))
    return 0


def migrate(arguments: argparse.Namespace) -> int:
    """Bring the tables up to date; with `--relay`, lay the history's triggers anew."""
    serving.prepare_database(without_backup=arguments.without_backup)
    if arguments.relay:
        with connection.schema_editor() as editor:
            triggers.lay(editor)
    print(f"The database is up to date ({connection.vendor}).")
    return 0


def person(arguments: argparse.Namespace) -> int:
    """A link with which someone can set a new password. Nobody else can set or see it."""
    found = Person.objects.named(arguments.name)
    if found is None or not found.is_active or not found.has_usable_password():
        print("Nobody signs in here with this name and a password.", file=sys.stderr)
        return 1
    token = resets.offer(found, now=timezone.now())
    print(resets.address(token))
    print("Give it to them and to nobody else. It works once, for thirty minutes.")
    print("It opens nothing they wrote. They, and everyone in their spaces, will read that their password was reset.")
    return 0


def copy(arguments: argparse.Namespace) -> int:
    """A member's own copies, opened with their password."""
    password = getpass.getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    person = Person.objects.named(arguments.name)
    pair = slots.try_password(person, password=password)
    if person is None or pair is None:
        print("This name and password do not open an account here.", file=sys.stderr)
        return 1
    viewer = Viewer(person, pair, timezone.now(), preferences.read(person, pair=pair).zone)
    folder = Path(arguments.folder)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for here in [*viewer.spaces(), *viewer.formers()]:
        file = folder / f"{here.space_id}.zip"
        file.write_bytes(export.pack(here))
        print(file)
    return 0
