"""The last head someone saw of each history they share, kept on their private side.

Whoever runs the server can write every link of a chain anew; they cannot write into somebody's sealed index. So at each
unlock the histories are compared with what was remembered. What is found is told to that one person.
"""

from dataclasses import dataclass

from reknit.ledger import chain, store
from reknit.spaces.access import Here, Viewer
from reknit.vault import remembered
from reknit.vault.index import Head


@dataclass(frozen=True)
class Changed:
    """A shared history that is not as it was last seen."""

    here: Here
    how: str  # shorter, rewritten or broken


def look(viewer: Viewer) -> None:
    """Compare every history with its remembered head; remember the new ones, and what does not fit."""
    spaces, known = viewer.spaces(), remembered.heads(viewer)
    viewer.noted.extend(spaces)
    found = {here.space_id: _compare(here, known.get(here.space_id)) for here in spaces}
    remembered.keep(
        viewer,
        heads={space: head for space, (head, how) in found.items() if head and not how},
        changed={space: how for space, (_, how) in found.items() if how},
    )


def changed(viewer: Viewer) -> list[Changed]:
    """What was found and not read yet."""
    told = remembered.changed(viewer)
    return [Changed(here, told[here.space_id]) for here in viewer.spaces() if here.space_id in told] if told else []


def accept(viewer: Viewer) -> None:
    """They have read it: from here on the histories are taken as they stand now."""
    remembered.forget(viewer)
    look(viewer)


def _compare(here: Here, known: Head | None) -> tuple[Head | None, str]:
    """The newest head, and how the history differs from the one remembered; empty where it does not."""
    last: Head | None = None
    there = b""
    lines = []
    for line in store.links(here):
        lines.append(line)
        last = Head(line.seq, line.hash)
        if known and line.seq == known.seq:
            there = line.hash
    if known and (last is None or last.seq < known.seq):
        return last, "shorter"
    if known and there != known.hash:
        return last, "rewritten"
    return last, "broken" if next(chain.faults(lines), None) else ""
