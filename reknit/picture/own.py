"""The lines one keeps alone: what one promised oneself, and what one was promised, as one saw it. Seen when opened."""

from datetime import timedelta

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from reknit.picture import svg
from reknit.picture.reads import Line, TableRow
from reknit.picture.rows import WEEKS, came
from reknit.practice.counting import deed_sentences
from reknit.practice.describing import describe_key
from reknit.practice.record import Record, Stitch
from reknit.shelves import private
from reknit.spaces.access import Here, Viewer
from reknit.web.saying import translated

Where = Here | Viewer


def lines(where: Where) -> list[Line]:
    """One line a direction, over the last weeks; Locked where it is not open."""
    return [_line(where, name, record) for name, record in private.state(where).records.items() if record.stitches]


def _line(where: Where, name: str, record: Record) -> Line:
    maker, _to, receiver = name.partition(">")
    who = where.name(maker) if isinstance(where, Here) else ""
    title = _("What %(name)s promised you, as you saw it") % {"name": who} if who else _("What you promised yourself")
    sentences = deed_sentences(record, who, _("you"), today=where.today, reader="receiver")
    rows = _weeks(where, record)
    about = " ".join(translated(sentence) for sentence in sentences)
    cloth = svg.Cloth(name=f"own-{maker[:8]}-{receiver[:8]}", title=title, about=about, rows=rows, per=12)
    table = [_told(stitch) for row in rows for stitch in row.stitches]
    return Line(title, sentences, cloth, table, mine=False, sides=[])


def _told(stitch: svg.Stitch) -> TableRow:
    when, _bar, what = stitch.title.partition(": ")
    return TableRow(when, what, stitch.href)


def _weeks(where: Where, record: Record) -> list[svg.Row]:
    monday = where.today - timedelta(days=where.today.weekday())
    starts = [monday - timedelta(weeks=back) for back in range(WEEKS - 1, -1, -1)]
    found = [
        svg.Row(date_format(start, "j M"), [_stitch(where, one) for one in record.last60 if _in(one, start)])
        for start in starts
    ]
    first = next((place for place, row in enumerate(found) if row.stitches), len(found) - 1)
    return found[first:]


def _in(stitch: Stitch, start: object) -> bool:
    return stitch.day - timedelta(days=stitch.day.weekday()) == start


def _stitch(where: Where, stitch: Stitch) -> svg.Stitch:
    when = translated(describe_key(stitch.on, today=where.today))
    space = [where.space_id] if isinstance(where, Here) else []
    return svg.Stitch(
        title=f"{when}: {came(stitch)}",
        href=reverse("alone_promise_here" if space else "alone_promise", args=[*space, stitch.root]),
        shape={"changed": "moved", "said": stitch.said or "kept"}.get(stitch.shape, stitch.shape),
    )
