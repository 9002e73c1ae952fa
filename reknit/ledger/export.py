"""A member's own copy of a space: to read, as data, and with the means to check it. Made in memory, never on disk."""

import io
import json
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string

from reknit.ledger import chain, codec, store, verify_copy
from reknit.practice import telling, threads
from reknit.practice.events import MemberLeft, PromiseMade
from reknit.practice.occurrence import Promise
from reknit.spaces.access import Here

FOLDER = "copy"
NOTICE = (
    "This is what each person wrote, when the server received it. It does not show what happened, who was right, or "
    "what was said elsewhere."
)
README = f"""{NOTICE}

read.html      the history, to read or print
events.jsonl   the same as data: one line an event, in order, with the hashes that chain them
space.json     the kind of space, and who sits where
verify.py      checks the chain and every text; needs only Python: python3 verify.py
sha256.txt     the digests of these files
"""


def pack(here: Here) -> bytes:
    """The copy as a zip file: everything this member may read, in both people's words, and nothing else."""
    lines = list(store.lines(here))
    files = {
        "README.txt": README.encode(),
        "read.html": _page(here).encode(),
        "events.jsonl": "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in _rows(lines)).encode(),
        "space.json": json.dumps(_space(here), ensure_ascii=False, indent=2).encode(),
        "verify.py": Path(verify_copy.__file__).read_bytes(),
    }
    files["sha256.txt"] = "".join(f"{sha256(body).hexdigest()}  {name}\n" for name, body in files.items()).encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            archive.writestr(f"{FOLDER}/{name}", body)
    return packed.getvalue()


def _rows(lines: list[tuple[chain.Line, codec.Opened, codec.Opened | None]]) -> Iterator[dict[str, Any]]:
    for line, facts, words in lines:
        yield {"line": chain.in_the_clear(line), "hash": line.hash.hex(), "facts": _text(facts), "words": _text(words)}


def _text(opened: codec.Opened | None) -> dict[str, str] | None:
    return opened and {"salt": opened.salt.hex(), "text": opened.text.decode()}


def _space(here: Here) -> dict[str, Any]:
    names = {seat.id: seat.name or "a former member" for seat in here.seats.values()}
    return {"space": str(here.space_id), "kind": here.kind, "members": names, "taken_by": here.me}


def _page(here: Here) -> str:
    promises: dict[str, Promise] = {}
    rows = []
    for event in store.after(here, here.from_seq):
        if isinstance(event.facts, PromiseMade):
            promises[event.id] = threads.begin(event)
        sentence = telling.sentence(event, here.name, promises.get(event.about))
        hour = not isinstance(event.facts, MemberLeft)  # when in the day someone went is theirs
        rows.append((event, str(sentence), hour))
    return render_to_string("ledger/copy.html", {"rows": rows, "notice": NOTICE, "here": here})
