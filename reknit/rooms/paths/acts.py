"""What someone writes on a path of their own. Nobody else learns of it."""

from reknit.practice.facts_private import NoteWritten
from reknit.shelves import private
from reknit.shelves.writing import Once
from reknit.spaces.access import Viewer


def write(viewer: Viewer, *, page: str, said: str, once: Once | None = None) -> str:
    """Something under a page of one's own path; the note's id."""
    return private.keep(viewer, NoteWritten(prompt=page), words={"said": said}, once=once)
