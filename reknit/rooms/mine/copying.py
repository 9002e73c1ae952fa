"""One's own copy of the private side: made in memory, sealed or readable, under a name that tells nothing."""

import io
import json
import zipfile
from dataclasses import dataclass
from typing import Any

import msgspec
from django.template.loader import render_to_string

from reknit.people import keys
from reknit.rooms.mine.reads import lines
from reknit.spaces.access import Viewer
from reknit.vault import store
from reknit.vault.envelopes import Note


@dataclass(frozen=True, repr=False)
class File:
    """What is handed out: the bytes, what they are, and a name for them."""

    body: bytes
    type: str
    name: str


def readable(viewer: Viewer) -> File:
    """Pages to read and print, and the same as data."""
    return File(_packed(viewer), "application/zip", "copy.zip")


def sealed(viewer: Viewer, *, phrase: str) -> File:
    """The same in the age format: it opens with the passphrase, by any program that knows age."""
    return File(keys.age_file(phrase, _packed(viewer)), "application/octet-stream", "copy.zip.age")


def _packed(viewer: Viewer) -> bytes:
    notes = store.everything(viewer)
    page = render_to_string("mine/copy_read.html", {"lines": lines(viewer, notes), "zone": viewer.zone})
    files = {
        "copy/read.html": page.encode(),
        "copy/notes.json": json.dumps([_row(note) for note in notes], ensure_ascii=False, indent=1).encode(),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            archive.writestr(name, body)
    return packed.getvalue()


def _row(note: Note) -> dict[str, Any]:
    event = note.event
    return {
        "id": note.id,
        "space": str(note.space or ""),
        "by": event.by,
        "about": event.about,
        "at": event.at.isoformat(),
        "facts": msgspec.to_builtins(event.facts),
        "words": event.words,
        "said_as": note.said_as,
    }
