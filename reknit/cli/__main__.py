"""The command line: `reknit COMMAND`. Each command is one function in a module of its own."""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from typing import Any

from reknit.content import coach as languages


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0 where all went well."""
    arguments = _parser().parse_args(argv)
    os.umask(0o077)  # what is written here is its owner's alone
    _local_defaults(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "reknit.site.settings")
    from reknit.cli.stopped import Stopped
    from reknit.site.env import Misconfigured

    try:
        import django

        django.setup()
        from reknit.cli import commands

        return commands.run(arguments)
    except (Misconfigured, Stopped) as fault:
        print(fault, file=sys.stderr)
        return 2


def _local_defaults(arguments: argparse.Namespace) -> None:
    """On one's own computer: open to sign up, the living example on, and a name for who runs it."""
    if getattr(arguments, "local", False):
        os.environ.setdefault("SIGNUP", "open")
        os.environ.setdefault("EXAMPLE", "on")
    if getattr(arguments, "local", False) or arguments.command in {"replay", "example", "coach"}:
        os.environ.setdefault("OPERATOR", "whoever started it on this computer")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="reknit", description="Rebuilding broken trust between people.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    serve = commands.add_parser("serve", help="prepare the database and serve the web application")
    serve.add_argument("--local", action="store_true", help="for this computer alone, with the living example")
    serve.add_argument("--open", action="store_true", help="open it in the browser")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=8000)
    serve.add_argument("--workers", type=int, default=1)
    example = commands.add_parser("example", help="make the living example anew")
    example.add_argument("story", nargs="?", help="a story file; Anna and Toby's where none is given")
    replay = commands.add_parser("replay", help="live a story through and print what follows from it")
    replay.add_argument("story", help="a story file, or - for standard input")
    replay.add_argument("--json", action="store_true", help="for programs; docs/stories.md has the form")
    replay.add_argument(
        "--on",
        type=date.fromisoformat,
        action="append",
        default=[],
        help="with --json: a day to read it on, or several",
    )
    coach = commands.add_parser(
        "coach", help="mark the words that tend to land badly, one text a line from standard input"
    )
    coach.add_argument("--json", action="store_true", help="for programs; docs/coach.md has the form")
    coach.add_argument("--language", default="en", choices=languages.LANGUAGES)
    _for_who_runs_it(commands)
    return parser


def _for_who_runs_it(commands: Any) -> None:
    commands.add_parser("check", help="name every misconfiguration")
    commands.add_parser("verify", help="check every space's chain; needs no keys")
    commands.add_parser("tidy", help="erase what has fallen due and forget what has run out")
    migrate = commands.add_parser("migrate", help="bring the database up to date")
    migrate.add_argument("--without-backup", action="store_true", help="where a backup has been taken already")
    migrate.add_argument("--relay", action="store_true", help="lay the triggers of the history anew")
    backup = commands.add_parser("backup", help="a checked copy of the database, while the server goes on")
    backup.add_argument("file", help="a new file")
    restore = commands.add_parser("restore", help="put a backup in the database's place; the server must be stopped")
    restore.add_argument("file", help="what `reknit backup` wrote")
    restore.add_argument("--replace", action="store_true", help="even where people have accounts; the old file is kept")
    move = commands.add_parser("move", help="copy everything to another, empty database; the server must be stopped")
    move.add_argument("--to", required=True, metavar="URL", help="as in DATABASE_URL")
    export = commands.add_parser("export", help="a member's own copy of a space; asks for their password")
    export.add_argument("name", help="the name they sign in with")
    export.add_argument("folder", help="where the copies go")
    person = commands.add_parser("person", help="an account: let its owner set a new password")
    person.add_argument("act", choices=["reset"])
    person.add_argument("name", help="the name they sign in with")


if __name__ == "__main__":
    sys.exit(main())
