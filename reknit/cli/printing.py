"""What follows from a story, for people and for programs."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from reknit.cli import readings
from reknit.cli.teller import Teller
from reknit.ledger import store
from reknit.practice import threads
from reknit.practice.counting import deed_sentences
from reknit.practice.describing import describe
from reknit.practice.events import Event
from reknit.practice.occurrence import Occurrence, Promise
from reknit.practice.record import Record
from reknit.shelves import shelf
from reknit.spaces.access import Here

FORM = 1
GLYPHS = {"kept": "—", "late": "~", "missed": " ", "changed": "o", "released": "'", "said": "?"}
"""One character a stitch; after one that is seen differently stands `!`."""


def as_json(teller: Teller, days: Sequence[date] = ()) -> str:
    """The documented form: every promise's state, and each direction's record and readings on the days asked for."""
    return json.dumps(report(teller, days), ensure_ascii=False, indent=2)


def report(teller: Teller, days: Sequence[date] = ()) -> dict[str, Any]:
    """Without days, the readings are those of the last day of the story."""
    head = {"form": FORM, "story": teller.story.title, "kind": teller.story.kind}
    here = _reader(teller)
    if here is None:
        return {**head, "members": [], "promises": [], "directions": []}
    names = here.name
    return {
        **head,
        "members": [{"name": seat.name, "here": seat.here} for seat in here.seats.values()],
        "promises": [_promise(promise, label, names) for label, promise in _promises(teller, here)],
        "directions": [
            _direction(record, *pair, names) | {"readings": _readings(here, *pair, days or [here.today])}
            for pair, record in _records(here)
        ],
    }


def _readings(here: Here, maker: str, receiver: str, days: Sequence[date]) -> list[dict[str, Any]]:
    if "told" not in here.kept:
        here.kept["told"] = shelf.told(here)
    return [readings.reading(here, maker, receiver, shared=here.kept["told"], day=day) for day in days]


def as_text(teller: Teller) -> str:
    """The same to read: each promise with what came of it, then each direction with its line and its sentence."""
    here = _reader(teller)
    parts = [teller.story.title, ""]
    if here is None:
        return "\n".join([*parts, "Nobody is here any more, and the space is erased."])
    for label, promise in _promises(teller, here):
        parts += [
            _told(promise, label, here),
            *(f"    {_occurrence_told(promise, due, here)}" for due in sorted(promise.occurrences)),
        ]
    for (maker, receiver), record in _records(here):
        if not record.stitches:
            continue
        sentences = " ".join(str(say) for say in deed_sentences(record, here.name(maker), here.name(receiver)))
        parts += [
            "",
            f"What {here.name(maker)} promised {here.name(receiver)}",
            f"    |{line(record)}|",
            f"    {sentences}",
        ]
    return "\n".join(parts)


def line(record: Record) -> str:
    """The deed line in text, oldest first, at most the last sixty."""
    return "".join(GLYPHS[stitch.shape] + ("!" if stitch.differs else "") for stitch in record.last60)


def _reader(teller: Teller) -> Here | None:
    """Someone who can read it all: whoever opened the space, or who stayed. None where the last one left."""
    assert teller.now is not None
    opener = teller.story.opener.name
    names = [opener, *(person.name for person in teller.story.people if person.name != opener)]
    for name in names:
        viewer = teller.viewers[name]
        if any(here.space_id == teller.space for here in viewer.spaces()):
            return teller.here(name, teller.now)
    return None


def _promises(teller: Teller, here: Here) -> list[tuple[str, Promise]]:
    found: list[tuple[str, Promise]] = []
    for label, root in teller.labels.items():
        thread: list[Event] = store.thread(here, root)
        promise = threads.replay(root, thread)
        if promise is not None:
            found.append((label, promise))
    return found


def _records(here: Here) -> list[tuple[tuple[str, str], Record]]:
    """Every direction between two people of the space, by their names."""
    known, seats = shelf.state(here), sorted(here.seats, key=here.name)
    return [((maker, other), known.record(maker, other)) for maker in seats for other in seats if maker != other]


def _told(promise: Promise, label: str, here: Here) -> str:
    to = ", ".join(here.name(seat) for seat in promise.to)
    ended = f" (ended by {here.name(promise.ended_by)})" if promise.ended_at else ""
    what = (promise.words or {}).get("what", "(erased)")
    return f"[{label}] {here.name(promise.by)} to {to}: {what} — {describe(promise.when)}{ended}"


def _occurrence_told(promise: Promise, due: str, here: Here) -> str:
    one = promise.occurrences[due]
    answers = ", ".join(
        f"{here.name(seat)} {given.answer}{' ' + given.seen if given.seen else ''}"
        for seat, given in one.answers.items()
    )
    moved = f", moved to {one.moved.to or 'no other time'}" if one.moved else ""
    released = f", let go by {', '.join(here.name(seat) for seat in one.released_by)}" if one.released_by else ""
    return f"{due}: said {one.said or 'nothing'}{moved}{released}; answered {answers or 'nothing'}"


def _promise(promise: Promise, label: str, names: Any) -> dict[str, Any]:
    return {
        "label": label,
        "by": names(promise.by),
        "to": [names(seat) for seat in promise.to],
        "day": promise.when.day,
        "at": promise.when.at,
        "rule": promise.when.rule,
        "zone": promise.zone,
        "facet": promise.facet,
        "weight": promise.weight,
        "sure": promise.sure,
        "ended_by": names(promise.ended_by) if promise.ended_at else "",
        "word_taken_by": [names(seat) for seat in promise.taken],
        "occurrences": [_occurrence(promise, one, names) for _, one in sorted(promise.occurrences.items())],
    }


def _occurrence(promise: Promise, one: Occurrence, names: Any) -> dict[str, Any]:
    return {
        "due": one.due,
        "counts_on": one.final,
        "said": one.said,
        "moved": one.moved.times if one.moved else 0,
        "released_by": [names(seat) for seat in one.released_by],
        "answers": [
            {"by": names(seat), "answer": given.answer, "seen": given.seen, "taken": given.taken}
            for seat, given in one.answers.items()
        ],
        "explained": one.explained is not None,
    }


def _direction(record: Record, maker: str, receiver: str, names: Any) -> dict[str, Any]:
    return {
        "maker": names(maker),
        "receiver": names(receiver),
        "line": line(record),
        "sentences": [str(say) for say in deed_sentences(record, names(maker), names(receiver))],
        "stitches": [
            {
                "due": s.due,
                "counts_on": s.on,
                "shape": s.shape,
                "outcome": s.outcome,
                "said": s.said,
                "answer": s.answer,
                "differs": s.differs,
            }
            for s in record.last60
        ],
        "months": {month: _counts(counts) for month, counts in sorted(record.months.items())},
    }


def _counts(counts: Any) -> dict[str, int]:
    return {name: getattr(counts, name) for name in counts.__struct_fields__}
