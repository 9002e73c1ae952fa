"""Checks a copy of a space: that no line was changed, moved or left out. Needs only Python; run it beside events.jsonl.

    python3 verify.py [folder]

What it proves: these lines are the chain they say they are, and every text in them is the text that was committed to.
What it cannot prove: that nothing came before the first line or after the last, that words which are not here were
erased by who wrote them, or that what people wrote is what happened.
"""

import json
import sys
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any


def commit(salt: str, text: str) -> str:
    return sha256(b"reknit/commit/1" + bytes.fromhex(salt) + text.encode()).hexdigest()


def genesis(space: str) -> str:
    return sha256(b"reknit/genesis/1" + space.encode()).hexdigest()


def link(line: dict[str, Any]) -> str:
    canonical = json.dumps(line, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return sha256(b"reknit/event/1" + canonical.encode()).hexdigest()


def text_fault(entry: dict[str, Any], part: str) -> str:
    """What is wrong with one text of a line, or nothing. Words that were erased leave their commitment behind."""
    text, committed = entry[part], entry["line"][part]
    if text is None:
        return "the facts are missing" if part == "facts" else ""
    return "" if commit(text["salt"], text["text"]) == committed else f"the {part} are not what was committed to"


def faults(entries: list[dict[str, Any]]) -> list[str]:
    """Every fault of the copy, one sentence each."""
    found: list[str] = []
    prev = ""
    for entry in entries:
        line = entry["line"]
        seq = line["seq"]
        if not prev and seq == 1:
            prev = genesis(line["space"])
        if prev and line["prev"] != prev:
            found.append(f"line {seq} does not follow the line before it")
        if link(line) != entry["hash"]:
            found.append(f"line {seq} was changed after it was written")
        found += [f"line {seq}: {fault}" for part in ("facts", "words") if (fault := text_fault(entry, part))]
        prev = entry["hash"]
    return found + gaps([entry["line"]["seq"] for entry in entries])


def gaps(seqs: list[int]) -> list[str]:
    return [f"between line {a} and line {b} something is missing" for a, b in pairwise(seqs) if b != a + 1]


def main(folder: str = ".") -> int:
    text = (Path(folder) / "events.jsonl").read_text(encoding="utf-8")
    entries = [json.loads(row) for row in text.split("\n") if row]
    found = faults(entries)
    for fault in found:
        print(fault)  # noqa: T201
    if not found:
        print(summary(entries))  # noqa: T201
    return 1 if found else 0


def summary(entries: list[dict[str, Any]]) -> str:
    """What holds, from where to where."""
    if not entries:
        return "There are no lines here."
    first, last = entries[0]["line"]["seq"], entries[-1]["line"]["seq"]
    erased = sum(entry["words"] is None and entry["line"]["words"] != "" for entry in entries)
    gone = f" The words of {erased} of them were erased." if erased else ""
    held = f"{len(entries)} lines, each following the one before it, each text as it was committed to"
    return f"{held}: line {first} to line {last}.{gone}"


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
