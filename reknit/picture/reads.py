"""The picture of each direction: what was promised and what came of it, what is open, and how it feels to its owner.

Two lines, never one score. How it feels is only its owner's, and only while just me is open.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from reknit.people import preferences
from reknit.picture import felt, rows, sentences, svg
from reknit.picture.felt import Known
from reknit.picture.rows import Beside, Torn
from reknit.picture.sentences import Because
from reknit.practice.counting import Reader, deed_sentences, rhythm
from reknit.practice.events import Event
from reknit.practice.record import Record
from reknit.practice.refused import Say
from reknit.practice.state import State
from reknit.shelves import private, shelf
from reknit.spaces.access import Here
from reknit.spaces.seated import Seat
from reknit.web.saying import translated

SPANS = {"weeks": rows.weeks, "year": rows.year, "all": rows.all_of_it}


@dataclass(frozen=True)
class Asked:
    """What a reader asked to see: over which span, as known on which day, and what they opened of it."""

    span: str
    day: date
    gap: bool = False
    strong: bool = False


@dataclass(frozen=True)
class Line:
    """One direction: who promised whom, the sentences, the cloth, and the table that says the same.

    `mine`: the reader is the one who was promised to, so what follows is theirs: how it feels and because of what, what
    is unusual, and, where they asked, the question between the two lines and what has held.
    """

    title: str
    sentences: list[Say]
    cloth: svg.Cloth | None
    table: list["TableRow"]
    mine: bool
    open: list[Because] = field(default_factory=list)
    unusual: list[Because] = field(default_factory=list)
    felt: list[Say] = field(default_factory=list)
    because: list[Because] = field(default_factory=list)
    gap: list[Say] = field(default_factory=list)
    strong: list[Say] = field(default_factory=list)


@dataclass(frozen=True)
class TableRow:
    """What the cloth shows, in words: when, and what came of it."""

    when: str
    what: str
    url: str


@dataclass(frozen=True)
class Sources:
    """What a page of the picture is made from: the state and the events as they were known, and what is kept aside."""

    here: Here
    asked: Asked
    state: State
    shared: list[Event]
    aside: list[Event]
    open: bool
    hurt: bool

    def known(self, me: str, other: str) -> Known:
        """How far `me` can rely on `other`; what is kept aside is in it only where `me` is the reader."""
        own = me == self.here.me
        aside = self.aside if own else []
        hurt = own and self.hurt
        return felt.known(self.here, other, me=me, day=self.asked.day, shared=self.shared, aside=aside, hurt=hurt)


def lines(here: Here, asked: Asked) -> list[Line]:
    """Both directions with everyone here or expected, and what there is with who has left; what I promised first."""
    sources = _sources(here, asked)
    others = [seat for seat in here.seats.values() if seat.id != here.me]
    return [
        _line(sources, maker, receiver)
        for seat in others
        for maker, receiver in _both(here, seat)
        if not seat.left or sources.state.record(maker, receiver).stitches
    ]


def private_is_open(here: Here) -> bool:
    """Whether the reader's own side can be read now, and with it how it feels."""
    return private.is_open(here)


def _sources(here: Here, asked: Asked) -> Sources:
    """Read the whole history only where something on the page needs it."""
    past, open_ = asked.day < here.today, private.is_open(here)
    until = felt.end_of(asked.day, here.viewer.zone)
    state = shelf.then(here, until) if past else shelf.state(here)
    needed = past or open_ or asked.strong or bool(state.repair.breaches)
    shared = shelf.told(here, until=until) if needed else []
    aside = [event for event in private.events(here) if event.at < until]
    hurt = preferences.read(here.viewer.person, pair=here.viewer.pair).start == "hurt"
    return Sources(here, asked, state, shared, aside, open_, hurt)


def _both(here: Here, other: Seat) -> tuple[tuple[str, str], tuple[str, str]]:
    return (here.me, other.id), (other.id, here.me)


def _line(sources: Sources, maker: str, receiver: str) -> Line:
    here, asked, mine = sources.here, sources.asked, receiver == sources.here.me
    record = sources.state.record(maker, receiver)
    known = sources.known(receiver, maker) if sources.shared or sources.aside else None
    torn = _torn(here, known) if known else []
    beside = Beside(torn, known if mine and sources.open else None)
    told = _told(sources, record, maker, receiver)
    drawn, per = SPANS[asked.span](here, record, beside, asked.day)
    title = _title(here, maker, receiver)
    something = record.stitches or any(row.tears or row.band for row in drawn)
    cloth = _cloth(title, told, drawn, per, maker, receiver, asked) if something else None
    return Line(title, told, cloth, list(_table(drawn)), mine, **_own(sources, known, maker, mine=mine))


def _told(sources: Sources, record: Record, maker: str, receiver: str) -> list[Say]:
    here, day = sources.here, sources.asked.day
    reader: Reader = "maker" if maker == here.me else "receiver"
    told = deed_sentences(record, here.name(maker), here.name(receiver), today=day, reader=reader)
    again = rhythm(record, day)
    return [*told, *([again] if again else [])]


def _cloth(
    title: str, told: list[Say], drawn: list[svg.Row], per: int, maker: str, receiver: str, asked: Asked
) -> svg.Cloth:
    return svg.Cloth(
        name=f"line-{maker[:8]}-{receiver[:8]}",
        title=title,
        about=" ".join(translated(sentence) for sentence in told),
        rows=drawn,
        per=per,
        heads=_heads(asked.span, per),
    )


def _heads(span: str, per: int) -> tuple[str, ...]:
    """What stands over the columns: months, or the days of the week where each has one column."""
    if span == "all":
        return tuple(date_format(date(2026, month, 1), "M")[:1] for month in range(1, 13))
    if span == "weeks" and per == rows.DAYS:
        return tuple(date_format(date(2026, 6, 1) + timedelta(days=day), "D") for day in range(7))
    return ()


def _own(sources: Sources, known: Known | None, maker: str, *, mine: bool) -> dict[str, list]:  # type: ignore[type-arg]
    """The sentences beside the cloth: what is open for both of them, the rest only for whose picture it is."""
    if known is None:
        return {}
    here, asked, reading = sources.here, sources.asked, known.reading
    open_ = [Because(say, reverse("breach", args=[here.space_id, id_])) for id_, say in _still(known, asked.day)]
    if not mine:
        return {"open": open_}
    found: dict[str, list] = {"open": open_, "unusual": list(_unusual(here, known, maker))}  # type: ignore[type-arg]
    if asked.strong:
        found["strong"] = sentences.strong(reading, here.name(maker))
    if sources.open and reading.felt and reading.why:
        found["felt"] = sentences.felt(reading.felt)
        why = reading.lately if reading.lately and reading.lately.largest else reading.why
        found["because"] = sentences.because(why, lambda cause: felt.link(here, known, cause))
        if asked.gap:
            found["gap"] = sentences.gap(reading.gap, deceived=reading.harm.deceived)
    return found


def _still(known: Known, day: date) -> list[tuple[str, Say]]:
    """What is open between the two: only what both can read."""
    breaches = [one for one in known.reading.harm.breaches if one.id not in known.aside]
    return sentences.still_open(breaches, day)


def _unusual(here: Here, known: Known, maker: str) -> Iterator[Because]:
    for one in known.reading.surprises:
        root, _space, due = one.id.partition(" ")
        url = reverse("occurrence", args=[here.space_id, root, due]) if root not in known.aside else ""
        yield Because(sentences.unusual(one, here.name(maker)), url)


def _torn(here: Here, known: Known) -> list[Torn]:
    """Each breach both can read, as a tear; what its owner keeps aside is on no cloth."""
    return [
        Torn(
            one.day,
            1.0 if one.closed == "closed" else one.r,
            translated(sentences.tear(one)),
            reverse("breach", args=[here.space_id, one.id]),
        )
        for one in known.reading.harm.breaches
        if one.id not in known.aside
    ]


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
