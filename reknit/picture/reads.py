"""The picture of each direction: what was promised and what came of it, what is open, and how it feels to its owner.

Two lines, never one score. How it feels is only its owner's, and only while just me is open.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from reknit.picture import beside, facets, rows, sentences, svg
from reknit.picture.rows import Beside
from reknit.picture.sentences import Because
from reknit.picture.sources import Asked, Sources, read
from reknit.practice.counting import Reader, deed_sentences, rhythm
from reknit.practice.record import Record
from reknit.practice.refused import Say
from reknit.shelves import private
from reknit.spaces.access import Here
from reknit.spaces.seated import Seat
from reknit.web.saying import translated

SPANS = {"weeks": rows.weeks, "year": rows.year, "all": rows.all_of_it}


@dataclass(frozen=True)
class Line:
    """One direction: who promised whom, the sentences, the cloth, and the table that says the same.

    `mine`: the reader is the one who was promised to, so what follows is theirs: how it feels and because of what, what
    is unusual, and, where they asked, the question between the two lines and what has held. `sides`: the facets of
    which there is enough to be shown alone.
    """

    title: str
    sentences: list[Say]
    cloth: svg.Cloth | None
    table: list["TableRow"]
    mine: bool
    sides: list[str]
    open: list[Because] = field(default_factory=list)
    unusual: list[Because] = field(default_factory=list)
    felt: list[Say] = field(default_factory=list)
    reported: bool = False
    because: list[Because] = field(default_factory=list)
    gap: list[Say] = field(default_factory=list)
    strong: list[Say] = field(default_factory=list)


@dataclass(frozen=True)
class TableRow:
    """What the cloth shows, in words: when, and what came of it."""

    when: str
    what: str
    url: str


def lines(here: Here, asked: Asked) -> list[Line]:
    """Both directions with everyone here or expected, and what there is with who has left; what I promised first."""
    sources = read(here, asked)
    others = [seat for seat in here.seats.values() if seat.id != here.me]
    found = [
        _line(sources, maker, receiver)
        for seat in others
        for maker, receiver in _both(here, seat)
        if not seat.left or sources.state.record(maker, receiver).stitches
    ]
    return [line for line in found if line.cloth] if asked.facet else found


def private_is_open(here: Here) -> bool:
    """Whether the reader's own side can be read now, and with it how it feels."""
    return private.is_open(here)


def _both(here: Here, other: Seat) -> tuple[tuple[str, str], tuple[str, str]]:
    return (here.me, other.id), (other.id, here.me)


def _line(sources: Sources, maker: str, receiver: str) -> Line:
    here, asked, mine = sources.here, sources.asked, receiver == sources.here.me
    record = sources.state.record(maker, receiver)
    known = sources.known(receiver, maker)
    around = Beside(beside.torn(here, known, asked.facet), known if mine and sources.open else None)
    told = _told(sources, record, maker, receiver)
    drawn, per = SPANS[asked.span](here, record, around, asked.day)
    title = _title(here, maker, receiver)
    something = record.stitches or any(row.tears or row.band for row in drawn)
    cloth = _cloth(sources, title, told, drawn, per, maker, receiver) if something else None
    sides = [asked.facet] if asked.facet else facets.enough(record, known)
    more = beside.own(sources, known, maker, mine=mine)
    return Line(title, told, cloth, list(_table(drawn)), mine, sides, **more)


def _told(sources: Sources, record: Record, maker: str, receiver: str) -> list[Say]:
    here, day = sources.here, sources.asked.day
    if not record.stitches:
        return [Say("No promise here has come due yet.")]
    reader: Reader = "maker" if maker == here.me else "receiver"
    told = deed_sentences(record, here.name(maker), here.name(receiver), today=day, reader=reader)
    again = rhythm(record, day)
    return [*told, *([again] if again else [])]


def _cloth(
    sources: Sources, title: str, told: list[Say], drawn: list[svg.Row], per: int, maker: str, receiver: str
) -> svg.Cloth:
    seats = list(sources.here.seats)
    return svg.Cloth(
        name=f"l{'-'.join(str(seats.index(seat)) for seat in (maker, receiver))}",
        title=title,
        about=" ".join(translated(sentence) for sentence in told),
        rows=drawn,
        per=per,
        heads=_heads(sources.asked.span, per),
    )


def _heads(span: str, per: int) -> tuple[str, ...]:
    """What stands over the columns: months, or the days of the week where each has one column."""
    if span == "all":
        return tuple(date_format(date(2026, month, 1), "M")[:1] for month in range(1, 13))
    if span == "weeks" and per == rows.DAYS:
        return tuple(date_format(date(2026, 6, 1) + timedelta(days=day), "D") for day in range(7))
    return ()


def _title(here: Here, maker: str, receiver: str) -> str:
    if maker == here.me:
        return _("What you promised %(name)s") % {"name": here.name(receiver)}
    return _("What %(name)s promised you") % {"name": here.name(maker)}


def _table(drawn: list[svg.Row]) -> Iterator[TableRow]:
    """Everything the cloth shows, in words, in the order of its rows."""
    for row in drawn:
        for stitch in row.stitches:
            if stitch.mix is None or stitch.mix:
                yield TableRow(*rows.table_row(stitch))
        for tear in row.tears:
            when, _bar, what = tear.title.partition(": ")
            yield TableRow(when, what, tear.href)
        if row.band:
            yield TableRow(row.label, translated(sentences.band_in_words(row.band)), "")
