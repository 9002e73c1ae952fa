"""The history's one reader and one writer. Every call is for someone who stands in the space."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

from django.db.models import QuerySet
from django.http import Http404

from reknit.ledger import chain, codec
from reknit.ledger.models import Event as Row
from reknit.practice.events import AnyFacts, Event
from reknit.practice.facts import Words
from reknit.practice.refused import Refused
from reknit.spaces.access import Here

LONGEST = 20_000
LINE = ("id", "space_id", "seq", "by_id", "about", "at", "epoch", "facts_commit", "words_commit", "prev", "hash")


@dataclass(frozen=True)
class Draft:
    """Something about to be written: facts, words, and the thread it belongs to (None where it begins one)."""

    facts: AnyFacts
    words: Words = field(default_factory=dict)
    about: str | None = None


def record(here: Here, drafts: Iterable[Draft]) -> list[Event]:
    """Write the drafts at the end of the space's history, for someone who holds it, under its newest key."""
    if not here.may_write:
        raise Http404
    last = Row.opened.filter(space_id=here.space_id).order_by("-seq").values_list("seq", "hash").first()
    seq, prev = last or (0, chain.genesis(str(here.space_id)))
    written: list[Event] = []
    for draft in drafts:
        seq += 1
        row = _row(here, draft, seq, bytes(prev))
        row.save(force_insert=True)
        prev = row.hash
        written.append(Event(str(row.id), seq, here.me, str(row.about), row.at, draft.facts, draft.words))
    return written


def after(here: Here, seq: int) -> Iterator[Event]:
    """What was written since `seq`, as far as this member reads, in order."""
    return _opened(here, _visible(here).filter(seq__gt=seq).order_by("seq"))


def thread(here: Here, about: str, *, before: int | None = None) -> list[Event]:
    """One thread from its beginning; empty where there is none or it is not theirs to read."""
    rows = _visible(here).filter(about=_uuid(about)).order_by("seq")
    return list(_opened(here, rows if before is None else rows.filter(seq__lt=before)))


def since(here: Here, about: str, line: str) -> list[Event]:
    """What a thread got after one of its lines; nothing where that is no line of it."""
    seq = _seq(here, about, line)
    rows = _visible(here).filter(about=_uuid(about), seq__gt=seq).order_by("seq") if seq else Row.opened.none()
    return list(_opened(here, rows))


def latest(here: Here, about: str, *, most: int, before: str = "") -> list[Event]:
    """The last lines of a thread in order, or the last ones before that line of it."""
    rows = _visible(here).filter(about=_uuid(about)).order_by("-seq")
    if before:
        rows = rows.filter(seq__lt=_seq(here, about, before))
    return list(_opened(here, rows[:most]))[::-1]


def last_line(here: Here, about: str) -> str:
    """The id of a thread's last line."""
    return str(_visible(here).filter(about=_uuid(about)).order_by("-seq").values_list("pk", flat=True).first() or "")


def newest_first(here: Here, *, before: int | None = None) -> Iterator[Event]:
    """The history backwards, opened line by line as it is read."""
    rows = _visible(here).order_by("-seq")
    return _opened(here, rows if before is None else rows.filter(seq__lt=before))


def one(here: Here, event: str) -> Event:
    """One event by its id, or not found."""
    row = _visible(here).filter(pk=_uuid(event)).first()
    if row is None:
        raise Http404
    return _event(here, row)


def some(here: Here, events: Iterable[str]) -> dict[str, Event]:
    """Several events by their ids; what is not there or not theirs to read is left out."""
    rows = _visible(here).filter(pk__in=[_uuid(event) for event in events])
    return {event.id: event for event in _opened(here, rows)}


def between(here: Here, start: datetime, end: datetime) -> Iterator[Event]:
    """What was written from `start` up to `end`, the newest first."""
    return _opened(here, _visible(here).filter(at__gte=start, at__lt=end).order_by("-seq"))


def last_seq(here: Here) -> int:
    newest = _visible(here).order_by("-seq").values_list("seq", flat=True).first()
    return newest or here.from_seq


def end(space: UUID) -> int:
    """The place of a space's last event; says nothing of what it is."""
    return Row.opened.filter(space_id=space).order_by("-seq").values_list("seq", flat=True).first() or 0


def lines(here: Here) -> Iterator[tuple[chain.Line, codec.Opened, codec.Opened | None]]:
    """The whole history this member reads, as lines of the chain beside what their envelopes hold: for export."""
    for row in _visible(here).order_by("seq").iterator(500):
        yield line(row), _open(here, row, "facts"), _open(here, row, "words") if row.words else None


def links(here: Here) -> Iterator[chain.Line]:
    """The whole chain of a space up to where this member reads, without a word or a fact."""
    rows = Row.opened.only(*LINE).filter(space_id=here.space_id).order_by("seq")
    rows = rows if here.until_seq is None else rows.filter(seq__lte=here.until_seq)
    return map(line, rows.iterator(1000))


def every_line() -> Iterator[chain.Line]:
    """Every space's lines in order, without a word or a fact: for `reknit verify`, on tables of any version."""
    for row in Row.opened.only(*LINE).order_by("space_id", "seq").iterator(1000):
        yield line(row)


def line(row: Row) -> chain.Line:
    return chain.Line(
        id=str(row.id),
        space=str(row.space_id),
        seq=row.seq,
        by=str(row.by_id),
        about=str(row.about),
        at=row.at,
        epoch=row.epoch,
        facts_commit=bytes(row.facts_commit),
        words_commit=bytes(row.words_commit),
        prev=bytes(row.prev),
        hash=bytes(row.hash),
    )


def _row(here: Here, draft: Draft, seq: int, prev: bytes) -> Row:
    id_ = uuid4()
    facts = codec.close(here.key(here.epoch), codec.facts_text(draft.facts), *_place(here, id_, "facts"))
    words = codec.Envelope(b"", b"")
    if draft.words:
        _short_enough(draft.words)
        words = codec.close(here.key(here.epoch), codec.words_text(draft.words), *_place(here, id_, "words"))
    row = Row(
        id=id_,
        space_id=here.space_id,
        seq=seq,
        by_id=UUID(here.me),
        about=UUID(draft.about) if draft.about else id_,
        at=here.now,
        epoch=here.epoch,
        facts=facts.sealed,
        words=words.sealed or None,
        facts_commit=facts.commit,
        words_commit=words.commit,
        prev=prev,
    )
    row.hash = chain.link(line(row))
    return row


def _seq(here: Here, about: str, line: str) -> int:
    """The place of a line of that thread; 0 where it is none."""
    mine = _visible(here).filter(about=_uuid(about), pk=_uuid(line))
    return mine.values_list("seq", flat=True).first() or 0


def _visible(here: Here) -> QuerySet[Row]:
    """What a member may read: what came after they joined and, if they left, before they did."""
    rows = Row.opened.filter(space_id=here.space_id, seq__gt=here.from_seq)
    return rows if here.until_seq is None else rows.filter(seq__lte=here.until_seq)


def _opened(here: Here, rows: QuerySet[Row]) -> Iterator[Event]:
    return (_event(here, row) for row in rows.iterator(200))


def _event(here: Here, row: Row) -> Event:
    facts = codec.read_facts(_open(here, row, "facts").text)
    words = codec.read_words(_open(here, row, "words").text) if row.words else (None if row.words_commit else {})
    return Event(str(row.id), row.seq, str(row.by_id), str(row.about), row.at, facts, words)


def _open(here: Here, row: Row, part: str) -> codec.Opened:
    sealed, commit = bytes(getattr(row, part)), bytes(getattr(row, f"{part}_commit"))
    return codec.open_(here.key(row.epoch), sealed, commit, *_place(here, row.id, part))


def _place(here: Here, event: UUID, part: str) -> tuple[str, str, str, str]:
    return "ledger", str(here.space_id), str(event), part


def _short_enough(words: Words) -> None:
    if any(len(text) > LONGEST for text in words.values()):
        raise Refused("One text can hold 20,000 characters; this one is longer. Nothing was saved yet.")


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as fault:
        raise Http404 from fault
