"""Living a story through: the same acts as the web, on a database in memory, each at its own time."""

import argparse
import sys
from pathlib import Path

from django.core.management import call_command

from reknit.cli import printing
from reknit.cli.teller import StoryRefused, Teller
from reknit.practice.story import Story, StoryError, parse
from reknit.site.database import connect, elsewhere


def command(arguments: argparse.Namespace) -> int:
    """Print what follows from a story, or the line that cannot be and the sentence the web would show."""
    try:
        text = sys.stdin.read() if arguments.story == "-" else Path(arguments.story).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        print(f"{arguments.story} cannot be read as a story: it has to be a text file in UTF-8.", file=sys.stderr)
        return 1
    try:
        with elsewhere(connect(":memory:")):
            teller = replay(parse(text))
            print(printing.as_json(teller, arguments.on) if arguments.json else printing.as_text(teller))
    except (StoryError, StoryRefused) as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


def replay(story: Story) -> Teller:
    """Live the story on the database at hand, which has no tables yet."""
    call_command("migrate", interactive=False, verbosity=0)
    teller = Teller(story)
    teller.tell()
    return teller
