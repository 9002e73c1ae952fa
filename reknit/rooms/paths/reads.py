"""What one wrote on a path of one's own."""

from reknit.practice.facts_private import NoteWritten
from reknit.shelves import private
from reknit.spaces.access import Viewer


def earlier(viewer: Viewer, page: str) -> list[str]:
    """What one wrote under this page before, the latest first; nothing while it is locked."""
    notes = private.notes(viewer, kinds=[NoteWritten])
    return [
        (note.event.words or {}).get("said", "")
        for note in reversed(notes)
        if isinstance(note.event.facts, NoteWritten) and note.event.facts.prompt == page
    ]
