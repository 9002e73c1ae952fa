"""The rows of cloth for one direction: weeks by the day, a year by the week, all of it by the month.

Every row covers a stretch of days, and whatever stands in it (stitches, tears, the band) stands at its own day.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from posixpath import relpath
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from reknit.picture import svg
from reknit.picture.band import Tear
from reknit.picture.felt import Known, band
from reknit.practice.describing import describe_key
from reknit.practice.record import Counts, Record, Stitch
from reknit.spaces.access import Here
from reknit.web.saying import translated

WEEKS, QUARTER = 10, 13
ANY, DUE = str(UUID(int=0)), "due"
DAYS = 7
CAME = {
    "kept": lazy("kept"),
    "late": lazy("late"),
    "missed": lazy("missed"),
    "changed": lazy("changed in time"),
    "released": lazy("let go"),
}
SHAPES = ("kept", "late", "missed", "changed", "released", "said")


@dataclass(frozen=True)
class Torn:
    """One breach on the cloth: its day, how much of it is mended, what it says and where it is read."""

    day: date
    mended: float
    title: str
    href: str


@dataclass(frozen=True)
class Beside:
    """What stands on the cloth beside the promises: what was torn, and how it felt where that is the reader's own."""

    torn: Sequence[Torn] = ()
    known: Known | None = None

    def row(
        self, label: str, stitches: list[svg.Stitch], start: date, end: date, columns: Sequence[int] = ()
    ) -> svg.Row:
        """One row from the morning of `start` to the evening of `end`."""
        days = (end - start).days + 1
        tears = [
            Tear(((one.day - start).days + 0.5) / days, one.mended, one.title, one.href)
            for one in self.torn
            if start <= one.day <= end
        ]
        felt = band(self.known, start, end, _("how it felt")) if self.known else None
        return svg.Row(label, stitches, columns, felt, tears)


def weeks(here: Here, record: Record, beside: Beside, day: date) -> tuple[list[svg.Row], int]:
    """The last weeks, one row each, one stitch an occurrence under its day; and how many columns they have."""
    monday = day - timedelta(days=day.weekday())
    starts = [monday - timedelta(weeks=back) for back in range(WEEKS - 1, -1, -1)]
    dated = [(at, one) for one in record.last60 if starts[0] <= (at := one.day) <= day]
    own = {start: [pair for pair in dated if pair[0] - timedelta(days=pair[0].weekday()) == start] for start in starts}
    wide = 2 if any(count > 2 for count in Counter(at for at, _ in dated).values()) else 1
    found = []
    for start, week in own.items():
        places = _places([at for at, _ in week])
        columns = [at.weekday() * wide + place % wide for (at, _), place in zip(week, places, strict=True)]
        stitches = [_stitch(here, one) for _, one in week]
        found.append(beside.row(date_format(start, "j M"), stitches, start, start + timedelta(days=6), columns))
    first = next((place for place, row in enumerate(found) if row.stitches or row.tears or row.band), len(found))
    return found[first:], DAYS * wide


def _places(week: Sequence[date]) -> list[int]:
    """Which one of its day each is."""
    return [week[:at].count(day) for at, day in enumerate(week)]


def year(here: Here, record: Record, beside: Beside, day: date) -> tuple[list[svg.Row], int]:
    """A year of weeks in four rows, one stitch a week."""
    monday = day - timedelta(days=day.weekday())
    starts = [monday - timedelta(weeks=back) for back in range(4 * QUARTER - 1, -1, -1)]
    found = []
    for row in range(4):
        own = starts[row * QUARTER : (row + 1) * QUARTER]
        stitches = [_week(here, start, record.weeks) for start in own]
        found.append(beside.row(date_format(own[0], "M Y"), stitches, own[0], own[-1] + timedelta(days=6)))
    return found, QUARTER


def all_of_it(here: Here, record: Record, beside: Beside, day: date) -> tuple[list[svg.Row], int]:
    """Every month since the beginning, one row a year."""
    years = {int(month[:4]) for month in record.months} | {one.day.year for one in beside.torn}
    if beside.known and beside.known.first:
        years |= {beside.known.first.year, day.year}
    span = range(min(years), max(day.year, *years) + 1) if years else range(0)
    return [
        beside.row(
            str(year),
            [_month(here, year, month, record.months) for month in range(1, 13)],
            date(year, 1, 1),
            date(year, 12, 31),
        )
        for year in span
    ], 12


def table_row(stitch: svg.Stitch) -> tuple[str, str, str]:
    """A stitch in words: when, what came of it, and where it is read."""
    when, _bar, what = stitch.title.partition(": ")
    return when, what, stitch.href


def _stitch(here: Here, stitch: Stitch) -> svg.Stitch:
    shape = {"changed": "moved", "said": stitch.said or "kept"}.get(stitch.shape, stitch.shape)
    when = translated(describe_key(stitch.on, today=here.today))
    return svg.Stitch(
        title=f"{when}: {came(stitch)}",
        href=_occurrence(here).replace(ANY, stitch.root).replace(DUE, stitch.due),
        shape=shape,
        said=stitch.said_only,
        differs=stitch.differs,
    )


def came(stitch: Stitch) -> str:
    if stitch.shape == "said":
        return _("%(said)s, said by its maker") % {"said": _said(stitch.said)}
    word = str(CAME[stitch.shape])
    if stitch.differs:
        return _("%(came)s; its maker says %(said)s") % {"came": word, "said": _said(stitch.said)}
    return word


def _said(said: str) -> str:
    return str(CAME.get(said, said))


def _week(here: Here, start: date, weeks: Mapping[str, Counts]) -> svg.Stitch:
    when = _("Week of %(day)s") % {"day": date_format(start, "j F Y")}
    return _mix(here, when, weeks.get(start.isoformat()), start, start + timedelta(days=6))


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
    href = f"{_history(here)}?from={start}&to={end}"
    return svg.Stitch(title=f"{when}: {said}", href=href, mix=mix, differs=counts.differs > 0)


def _history(here: Here) -> str:
    """Where what happened is read."""
    return _from_here(here, "history")


def _occurrence(here: Here) -> str:
    """Where one time of a promise is read, with ANY for the promise and DUE for the time."""
    return _from_here(here, "occurrence", ANY, DUE)


def _from_here(here: Here, name: str, *parts: str) -> str:
    """An address as seen from the picture's own page: short, for it stands in more than a hundred links."""
    key = f"to {name}"
    if key not in here.kept:
        there = reverse(name, args=[here.space_id, *parts])
        here.kept[key] = f"{relpath(there, reverse('picture', args=[here.space_id]))}/"
    found: str = here.kept[key]
    return found


def _named(shape: str) -> str:
    return {
        "kept": _("kept"),
        "late": _("late"),
        "missed": _("missed"),
        "changed": _("changed in time"),
        "released": _("let go"),
        "said": _("said by the maker alone"),
    }[shape]
