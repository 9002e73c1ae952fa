"""What the numbers of a picture come to in sentences. Each is true of the reading it is made from, by construction.

No number of the engine is ever said: only which way, since when, because of what, and how much in plain words.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from reknit.engine.reading import BreachReading, Cause, FeltReading, Gap, Reading, Surprise, Why
from reknit.picture.band import Band
from reknit.practice.refused import Say
from reknit.practice.wording import calendar_day, joined

HARDLY, CLEARLY = 0.01, 0.05
MENDED_WELL, MENDED_SOME = 0.8, 0.05
MANY_REPORTS = 3

UP = {
    "kept": Say("a promise kept"),
    "apology": Say("an apology with what belongs in it"),
    "acknowledged": Say("what happened was owned"),
    "explained": Say("an explanation that helped"),
    "amends": Say("something made good"),
    "honoured": Say("a boundary kept"),
    "moment": Say("something good"),
    "late": Say("a promise kept late"),
    "report": Say("how you said you were"),
}
DOWN = {
    "missed": Say("a promise missed"),
    "late": Say("a promise kept late"),
    "crack": Say("a small crack"),
    "breach": Say("what was broken"),
    "crossed": Say("a boundary crossed"),
    "report": Say("how you said you were"),
}
NIGHTS = {
    ("erosion", False): Say("What is still open has worn it down."),
    ("pull", True): Say("With time it has gone back up, toward where it usually lies."),
    ("pull", False): Say("With time it has gone back down, toward where it usually lies."),
    ("fading", False): Say("What words had lifted has faded again."),
    ("fading", True): Say("A low mood has faded."),
}


@dataclass(frozen=True)
class Because:
    """One thing that moved the line: the sentence, and where it is read."""

    sentence: Say
    url: str


def felt(felt: FeltReading) -> list[Say]:
    """Which way it goes, and how sure that is."""
    if not felt.reports:
        return [Say("You have not said yet how it feels, so nothing is drawn of it.")]
    way = {
        "rising": Say("Over the last thirty days it has been rising."),
        "falling": Say("Over the last thirty days it has been falling."),
        "unclear": Say("Whether it is rising or falling is not clear yet."),
    }[felt.direction]
    if felt.reports < MANY_REPORTS:
        return [way, Say("It stands on few of your own reports so far, so the band is wide.")]
    return [way]


def because(why: Why, link: Callable[[Cause], str]) -> list[Because]:
    """What moved it, the largest first, each with the thing it was; what came with the nights after that."""
    named = [Because(_cause(cause), link(cause)) for cause in why.largest if abs(cause.by) >= HARDLY / 2]
    nights = [
        Because(NIGHTS[key], "")
        for kind, by in sorted(why.totals.items(), key=lambda one: -abs(one[1]))
        if abs(by) >= HARDLY and (key := (kind, by > 0)) in NIGHTS
    ]
    return named + nights


def _cause(cause: Cause) -> Say:
    up = cause.by > 0
    what = (UP if up else DOWN).get(cause.kind) or UP.get(cause.kind) or DOWN[cause.kind]
    size = abs(cause.by)
    if size < HARDLY:
        text = "%(day)s: %(what)s. It went up a little." if up else "%(day)s: %(what)s. It went down a little."
    elif size < CLEARLY:
        text = "%(day)s: %(what)s. It went up." if up else "%(day)s: %(what)s. It went down."
    else:
        text = "%(day)s: %(what)s. It went up clearly." if up else "%(day)s: %(what)s. It went down clearly."
    return Say(text, day=calendar_day(cause.day), what=what)


def still_open(breaches: Iterable[BreachReading], today: date) -> list[tuple[str, Say]]:
    """What is not closed, oldest first: its id, and how far it is mended."""
    return [(one.id, _open(one, today)) for one in breaches if not one.closed]


def _open(one: BreachReading, today: date) -> Say:
    day = calendar_day(one.day, today=today)
    if one.r >= MENDED_WELL:
        return Say("What happened on %(day)s is mostly mended. Whether it is closed is yours to say.", day=day)
    if one.r >= MENDED_SOME:
        return Say("What happened on %(day)s is mended in part.", day=day)
    return Say("What happened on %(day)s is open.", day=day)


def tear(one: BreachReading) -> Say:
    """A tear as it is read aloud: its day, and how far it is mended."""
    if one.closed == "set_down":
        return Say("%(day)s: torn; set down", day=calendar_day(one.day))
    if one.closed:
        return Say("%(day)s: torn, and mended", day=calendar_day(one.day))
    if one.r >= MENDED_WELL:
        return Say("%(day)s: torn, mostly mended", day=calendar_day(one.day))
    if one.r >= MENDED_SOME:
        return Say("%(day)s: torn, mended in part", day=calendar_day(one.day))
    return Say("%(day)s: torn, open", day=calendar_day(one.day))


def unusual(one: Surprise, name: str) -> Say:
    """A small lapse that is not like them: what it is, and a question beside it, never instead of the hurt (A10)."""
    return Say(
        "What came of it on %(day)s is unusual for %(name)s. You can say that it hurt, and ask whether everything is "
        "all right.",
        day=calendar_day(one.day),
        name=name,
    )


POSITION = (Say("not at all"), Say("a little"), Say("half and half"), Say("mostly"), Say("fully"))


def position(value: float) -> Say:
    """A place on the feeling line in the words of the check-in."""
    return POSITION[min(4, max(0, int(value * 5)))]


def band_in_words(band: Band) -> Say:
    """What a row of the band shows: where it began and ended, and the reports on it."""
    if not band.felt:
        return Say("how it felt: you said %(said)s", said=joined([position(told.value) for told in band.told]))
    first, last = position(band.felt[0].mean), position(band.felt[-1].mean)
    if first == last:
        text = Say("how it felt: trusting %(first)s", first=first)
    else:
        text = Say("how it felt: trusting %(first)s, then %(last)s", first=first, last=last)
    if not band.told:
        return text
    return Say("%(felt)s; you said %(said)s", felt=text, said=joined([position(told.value) for told in band.told]))


def gap(gap: Gap | None, *, deceived: bool) -> list[Say]:
    """Felt beside record, as a question. Neither is called wrong."""
    if gap is None:
        return [Say("There is too little yet to hold one beside the other.")]
    if gap.lies == "far_above":
        return [
            Say("What you feel lies well above what the promises alone would say."),
            Say("What am I relying on here?"),
        ]
    if gap.lies == "far_below":
        first = (
            Say("What you feel and what was promised say different things.")
            if deceived
            else Say("What you feel lies well below what the promises alone would say.")
        )
        return [first, Say("The record knows promises only; your sense may know more and needs no reasons.")]
    return [Say("What you feel and what was promised lie close together.")]


def strong(reading: Reading, name: str) -> list[Say]:
    """What has held, from what happened; nothing is counted up, and nothing is made of nothing."""
    found = [
        Say("You came back from what happened on %(day)s.", day=calendar_day(one.day))
        for one in reading.harm.breaches
        if one.closed == "closed"
    ]
    rhythm, last = reading.regularity, reading.record.last
    if rhythm and rhythm.weeks >= rhythm.of - 1 and rhythm.of >= 8:
        found.append(Say("Week after week something was kept."))
    if len(last) >= 5 and all(stitch.shape == "kept" for stitch in last[-5:]):
        found.append(Say("The latest things %(name)s promised you were all kept.", name=name))
    if reading.felt and reading.felt.reports and reading.felt.direction == "rising":
        found.append(Say("What you say it feels like has been rising."))
    return found or [Say("There is nothing here yet that has had time to hold.")]
