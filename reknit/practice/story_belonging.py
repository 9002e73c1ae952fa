"""The lines of a story about being in a space: how each is read, and how it is written."""

from collections.abc import Callable
from typing import Any

from reknit.practice.story_acts import Act, Agrees, Erases, Invites, Joins, Keeps, Leaves, Opens, Proposes
from reknit.practice.story_head import Head

READ: dict[str, Callable[[Head], Act]] = {
    "opens the space": lambda head: Opens(),
    "invites": lambda head: Invites(head.name()),
    "proposes": lambda head: Proposes(head.name()),
    "agrees to": lambda head: Agrees(head.name()),
    "joins": lambda head: Joins(),
    "leaves": lambda head: Leaves(),
    "asks to erase": lambda head: Erases(head.mark()),
    "keeps": lambda head: Keeps(head.mark()),
}

WRITE: dict[type, Callable[[Any], tuple[str, dict[str, str]]]] = {
    Opens: lambda act: ("opens the space", {}),
    Invites: lambda act: (f"invites {act.name}", {}),
    Proposes: lambda act: (f"proposes {act.name}", {}),
    Agrees: lambda act: (f"agrees to {act.name}", {}),
    Joins: lambda act: ("joins", {}),
    Leaves: lambda act: ("leaves", {}),
    Erases: lambda act: (f"asks to erase {{{act.mark}}}", {}),
    Keeps: lambda act: (f"keeps {{{act.mark}}}", {}),
}
