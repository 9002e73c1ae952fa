"""The deed lines a person may look at: what came of the promises between them and others, as cloth and as counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from reknit.picture import svg
from reknit.practice.counting import Reader, deed_sentences, rhythm
from reknit.practice.describing import describe_key
from reknit.practice.record import Counts, Record, Stitch
from reknit.practice.refused import Say
from reknit.practice.state import State
from reknit.shelves import shelf
from reknit.spaces.access import Here
from reknit.spaces.seated import Seat
from reknit.web.saying import translated

SPANS = ("weeks", "year", "all")
WEEKS, QUARTER = 10, 13
SHAPES = ("kept", "late", "missed", "changed", "released", "said")


@dataclass(frozen=True)
class Line:
    """One direction: who promised whom, the sentences, the cloth, and the table that says the same."""

    title: str
    sentences: list[Say]
    cloth: svg.Cloth | None
    table: list["TableRow"]


@dataclass(frozen=True)
class TableRow:
    """What the cloth shows, in words: when, and what came of it."""

    when: str
    what: str
    url: str


def lines(here: Here, span: str) -> list[Line]:
    """Both directions with everyone here or expected, and what there is with who has left; what I promised first."""
    known = shelf.state(here)
    others = [seat for seat in here.seats.values() if seat.id != here.me]
    return [
        _line(here, known, maker, receiver, span)
        for seat in others
        for maker, receiver in _both(here, seat)
        if not seat.left or known.record(maker, receiver).stitches
    ]


def _both(here: Here, other: Seat) -> tuple[tuple[str, str], tuple[str, str]]:
    return (here.me, other.id), (other.id, here.me)


def _line(here: Here, known: State, maker: str, receiver: str, span: str) -> Line:
    record = known.record(maker, receiver)
    reader: Reader = "maker" if maker == here.me else "receiver"
    sentences = deed_sentences(record, here.name(maker), here.name(receiver), today=here.today, reader=reader)
    again = rhythm(record, here.today)
    told = [*sentences, *([again] if again else [])]
    rows = {"weeks": _weeks, "year": _year, "all": _all}[span](here, record)
    title = _title(here, maker, receiver)
    cloth = svg.Cloth(
        name=f"line-{maker[:8]}-{receiver[:8]}",
        title=title,
        about=" ".join(translated(sentence) for sentence in told),
        rows=rows,
        per={"weeks": 12, "year": QUARTER, "all": 12}[span],
        heads=[date_format(date(2026, month, 1), "M")[:1] for month in range(1, 13)] if span == "all" else (),
    )
    table = [TableRow(*_told(stitch)) for row in rows for stitch in row.stitches if stitch.mix is None or stitch.mix]
    return Line(title, told, cloth if record.stitches else None, table)


def _title(here: Here, maker: str, receiver: str) -> str:
    if maker == here.me:
        return _("What you promised %(name)s") % {"name": here.name(receiver)}
    return _("What %(name)s promised you") % {"name": here.name(maker)}


def _told(stitch: svg.Stitch) -> tuple[str, str, str]:
    when, _bar, what = stitch.title.partition(": ")
    return when, what, stitch.href


def _weeks(here: Here, record: Record) -> list[svg.Row]:
    """The last weeks, one row each, one stitch an occurrence."""
    monday = here.today - timedelta(days=here.today.weekday())
    rows = []
    for back in range(WEEKS - 1, -1, -1):
        start = monday - timedelta(weeks=back)
        own = [stitch for stitch in record.last60 if start <= stitch.day <= min(here.today, start + timedelta(days=6))]
        rows.append(svg.Row(date_format(start, "j M"), [_stitch(here, stitch) for stitch in own]))
    first = next((place for place, row in enumerate(rows) if row.stitches), len(rows))
    return rows[first:]


def _stitch(here: Here, stitch: Stitch) -> svg.Stitch:
    shape = {"changed": "moved", "said": stitch.said or "kept"}.get(stitch.shape, stitch.shape)
    when = translated(describe_key(stitch.on, today=here.today))
    return svg.Stitch(
        title=f"{when}: {came(stitch)}",
        href=reverse("occurrence", args=[here.space_id, stitch.root, stitch.due]),
        shape=shape,
        said=stitch.said_only,
        differs=stitch.differs,
    )


def came(stitch: Stitch) -> str:
    words = {
        "kept": _("kept"),
        "late": _("late"),
        "missed": _("missed"),
        "changed": _("changed in time"),
        "released": _("let go"),
        "said": _("%(said)s, said by its maker") % {"said": _said(stitch.said)},
    }
    if stitch.differs:
        return _("%(came)s; its maker says %(said)s") % {"came": words[stitch.shape], "said": _said(stitch.said)}
    return words[stitch.shape]


def _said(said: str) -> str:
    return {"kept": _("kept"), "late": _("late"), "missed": _("missed")}.get(said, said)


def _year(here: Here, record: Record) -> list[svg.Row]:
    """A year of weeks in four rows, one stitch a week."""
    monday = here.today - timedelta(days=here.today.weekday())
    starts = [monday - timedelta(weeks=back) for back in range(4 * QUARTER - 1, -1, -1)]
    rows = []
    for row in range(4):
        own = starts[row * QUARTER : (row + 1) * QUARTER]
        rows.append(svg.Row(date_format(own[0], "M Y"), [_week(here, start, record.weeks) for start in own]))
    return rows


def _week(here: Here, start: date, weeks: Mapping[str, Counts]) -> svg.Stitch:
    when = _("Week of %(day)s") % {"day": date_format(start, "j F Y")}
    return _mix(here, when, weeks.get(start.isoformat()), start, start + timedelta(days=6))


def _all(here: Here, record: Record) -> list[svg.Row]:
    """Every month since the beginning, one row a year."""
    years = sorted({int(month[:4]) for month in record.months})
    span = range(years[0], max(here.today.year, years[-1]) + 1) if years else range(0)
    return [svg.Row(str(year), [_month(here, year, month, record.months) for month in range(1, 13)]) for year in span]


def _month(here: Here, year: int, month: int, months: Mapping[str, Counts]) -> svg.Stitch:
    start = date(year, month, 1)
    end = (start + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return _mix(here, date_format(start, "F Y"), months.get(f"{year}-{month:02}"), start, end)


def _mix(here: Here, when: str, counts: Counts | None, start: date, end: date) -> svg.Stitch:
    if counts is None:
        return svg.Stitch(title=f"{when}: {_('nothing')}", mix={})
    mix = {("moved" if shape == "changed" else shape): n for shape in SHAPES if (n := getattr(counts, shape))}
    said = ", ".join(f"{n} {_named(shape)}" for shape in SHAPES if (n := getattr(counts, shape)))
    if counts.differs:
        said += "; " + _("%(n)d seen differently") % {"n": counts.differs}
    href = f"{reverse('history', args=[here.space_id])}?from={start}&to={end}"
    return svg.Stitch(title=f"{when}: {said}", href=href, mix=mix, differs=counts.differs > 0)


def _named(shape: str) -> str:
    return {
        "kept": _("kept"),
        "late": _("late"),
        "missed": _("missed"),
        "changed": _("changed in time"),
        "released": _("let go"),
        "said": _("said by the maker alone"),
    }[shape]
