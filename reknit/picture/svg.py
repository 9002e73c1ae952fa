"""The deed line as cloth: what was promised and what came of it, one stitch each, drawn on the server.

A stitch is one occurrence, or the mix of a week or a month. Its shape says what came of it; colours come from the style
sheet. Rows are wrapped here, so the cloth reads the same at every width and without script. What a row holds beside its
stitches, on the same axis of time, is drawn in `band.py`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from reknit.picture.band import Band, Tear, felt, torn

WIDE, HIGH = 24, 32
ACROSS, DOWN = 3, 3
PITCH = 7, 8
VARIANTS = 3
# A small stitch from the foot of its place, by kind: the class that draws it, and how the needle moves.
SMALL: Mapping[str, tuple[str, str]] = {
    "kept": ("st-point", "l4-5"),
    "mended": ("st-mend", "l4-5m0 5l-4-5"),
    "moved": ("st-thin", "m0-2a2 2 0 1 0 4 0a2 2 0 1 0-4 0"),
    "released": ("st-thin", "l2-3"),
    "said": ("st-dashed", "l4-5"),
    "late": ("st-thin", "m0-4c0 6 4 6 4 0"),
    "missed": ("st-gap", "h0m4-5h0"),
}
WORDS: dict[str, Promise] = {
    "kept": _("kept"),
    "moved": _("changed in time"),
    "late": _("came late"),
    "released": _("let off"),
    "mended": _("mended"),
    "missed": _("missed"),
    "said": _("said by one of you so far"),
    "differs": _("seen differently"),
}
BESIDE: dict[str, Promise] = {
    "torn": _("torn, and as far as it is mended"),
    "felt": _("how it felt to you, and how sure that is"),
    "told": _("what you said yourself"),
}


@dataclass(frozen=True, slots=True)
class Stitch:
    """One occurrence (`shape`, `said` while only one has spoken, `differs`), or with `mix` the counts of a longer time.

    `title` is read aloud and shown as a tip: say what, when and what came of it. An empty mix is bare cloth.
    """

    title: str
    href: str = ""
    shape: str = "kept"
    said: bool = False
    differs: bool = False
    mix: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """Stitches under one label in the margin, oldest first, and what was felt and torn in the same time.

    `columns` says in which column each stitch stands (several in one are set under each other); without it they follow
    each other.
    """

    label: str
    stitches: Sequence[Stitch]
    columns: Sequence[int] = ()
    band: Band | None = None
    tears: Sequence[Tear] = ()


@dataclass(frozen=True, slots=True)
class Cloth:
    """One direction between two people. `name` is unique on its page; `heads` stand over the columns."""

    name: str
    title: str
    about: str
    rows: Sequence[Row]
    per: int = 12
    heads: Sequence[str] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class _Look:
    """What a stitch looks like, so that equal ones are drawn once: a shape in its hand, or the paths of a mix."""

    shape: str = ""
    variant: int = 0
    said: bool = False
    differs: bool = False
    paths: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Placed:
    stitch: Stitch
    look: str
    x: int
    y: int


def draw(cloth: Cloth) -> SafeString:
    """The cloth as a figure: its caption, and for every row an SVG whose stitches are links."""
    looks: dict[_Look, str] = {}
    per = _breadth(cloth)
    rows = [_row(row, per=per, looks=looks, cloth=cloth.name) for row in cloth.rows]
    context = {"cloth": cloth, "looks": looks, "rows": rows, "per": per, "width": per * WIDE}
    return render_to_string("picture/_stitches.html", context)


def legend(shapes: Iterable[str]) -> SafeString:
    """The shapes that occur (as `shapes_in` names them), each with its word."""
    wanted = set(shapes)
    entries = [
        {
            "word": word,
            "shape": name if name in wanted else "",
            "small": _one(name) if f"small-{name}" in wanted else (),
        }
        for name, word in (WORDS | BESIDE).items()
        if wanted & {name, f"small-{name}"}
    ]
    return render_to_string("picture/_stitches_legend.html", {"entries": entries})


def shapes_in(*cloths: Cloth) -> list[str]:
    """Which entries a legend for these cloths needs; what occurs in a mix is named `small-…`."""
    stitches = [stitch for cloth in cloths for row in cloth.rows for stitch in row.stitches]
    beside = {name for cloth in cloths for row in cloth.rows for name in _beside(row)}
    return sorted({name for stitch in stitches for name in _shapes(stitch)} | beside)


def _beside(row: Row) -> set[str]:
    """What a legend says of what stands beside the stitches of a row."""
    found = {"torn"} if row.tears else set()
    if row.band and row.band.felt:
        found.add("felt")
    return found | ({"told"} if row.band and row.band.told else set())


def points(mix: Mapping[str, int], most: int = ACROSS * DOWN) -> list[str]:
    """At most `most` small stitches in the proportions of the mix; whatever occurred at all keeps one."""
    counts = {name: mix[name] for name in SMALL if mix.get(name, 0) > 0}
    most = max(most, len(counts))
    total = sum(counts.values())
    if total <= most:
        return [name for name, count in counts.items() for _i in range(count)]
    due = {name: count * most / total for name, count in counts.items()}
    share = {name: max(1, int(part)) for name, part in due.items()}
    while (left := most - sum(share.values())) != 0:
        step = 1 if left > 0 else -1
        able = [name for name in share if step > 0 or share[name] > 1]
        share[max(able, key=lambda name: step * (due[name] - share[name]))] += step
    return [name for name, count in share.items() for _i in range(count)]


def _breadth(cloth: Cloth) -> int:
    """Stitches to a line: no broader than asked for, no broader than the longest row needs."""
    if any(row.columns for row in cloth.rows):
        return cloth.per
    longest = max((len(row.stitches) for row in cloth.rows), default=0)
    return next((breadth for breadth in (7, 9) if longest <= breadth < cloth.per), cloth.per)


def _shapes(stitch: Stitch) -> set[str]:
    if stitch.mix is None:
        named = {"said" if stitch.said else stitch.shape}
    else:
        named = {f"small-{name}" for name, count in stitch.mix.items() if count}
    return named | ({"differs"} if stitch.differs else set())


def _stitched(placed: Iterable[_Placed], cloth: str) -> SafeString:
    """Every stitch of a row in its place: what it says, and the look it uses. Written here and not in a template, since
    there may be hundreds."""
    return format_html_join("", "{}", ((_one_stitch(each, cloth),) for each in placed))


def _one_stitch(each: _Placed, cloth: str) -> SafeString:
    at = format_html(' y="{}"', each.y) if each.y else ""
    inside = each.stitch.title, cloth, each.look, each.x, at
    if not each.stitch.href:
        return format_html('<g><title>{}</title><use href="#{}{}" x="{}"{}/></g>', *inside)
    linked = '<a href="{}"><title>{}</title><use href="#{}{}" x="{}"{}/></a>'
    return format_html(linked, each.stitch.href, *inside)


def _row(row: Row, *, per: int, looks: dict[_Look, str], cloth: str) -> dict[str, object]:
    placed = []
    for place, (stitch, (column, line)) in enumerate(zip(row.stitches, _places(row, per), strict=True)):
        look = _look(stitch, place)
        name = looks.setdefault(look, f"-{len(looks)}")
        placed.append(_Placed(stitch, name, column * WIDE, line * HIGH))
    height = HIGH + max((each.y for each in placed), default=0)
    return {
        "label": row.label,
        "stitches": _stitched(placed, cloth),
        "height": height,
        "links": any(s.href for s in row.stitches) or bool(row.tears),
        "tears": torn(row.tears, width=per * WIDE, height=height),
        "felt": felt(row.band, width=per * WIDE) if row.band else None,
    }


def _places(row: Row, per: int) -> Iterator[tuple[int, int]]:
    """The column and the line of each stitch: one after the other, or under what stands in its column already."""
    if not row.columns:
        yield from ((place % per, place // per) for place in range(len(row.stitches)))
        return
    taken: Counter[int] = Counter()
    for column in row.columns:
        yield column, taken[column]
        taken[column] += 1


def _look(stitch: Stitch, place: int) -> _Look:
    if stitch.mix is None:
        variant = place % VARIANTS if stitch.shape == "kept" else 0
        return _Look(stitch.shape, variant, stitch.said, stitch.differs)
    return _Look(differs=stitch.differs, paths=_petit_point(points(stitch.mix)))


def _one(name: str) -> tuple[tuple[str, str], ...]:
    return _petit_point([name]) if name in SMALL else ()


def _petit_point(names: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Small stitches in lines of three, each line centred, as one path for every class: (class, path)."""
    lines = [names[at : at + ACROSS] for at in range(0, len(names), ACROSS)]
    paths: dict[str, str] = {}
    for row, line in enumerate(lines):
        y = HIGH / 2 + (row - (len(lines) - 1) / 2) * PITCH[1] + 2
        for column, name in enumerate(line):
            x = WIDE / 2 + (column - (len(line) - 1) / 2) * PITCH[0] - 2
            cls, moves = SMALL[name]
            paths[cls] = paths.get(cls, "") + f"M{x:g} {y:g}{moves}"
    return tuple(paths.items())
