"""What stands beside a cloth in sentences: what is open, what is unusual, and, for its owner, how it feels and why."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import reverse

from reknit.engine.numbers import HARM
from reknit.picture import facets, felt, sentences
from reknit.picture.felt import Known
from reknit.picture.rows import Torn
from reknit.picture.sentences import Because
from reknit.picture.sources import Sources
from reknit.spaces.access import Here
from reknit.web.saying import translated

LATELY = 30


def own(sources: Sources, known: Known, maker: str, *, mine: bool) -> dict[str, Any]:
    """What is open for both of them, the rest only for whose picture it is."""
    here, asked = sources.here, sources.asked
    still = sentences.still_open(facets.breaches(known, asked.facet), asked.day)
    found: dict[str, Any] = {"open": [Because(say, reverse("breach", args=[here.space_id, id_])) for id_, say in still]}
    if not mine or asked.facet:
        return found
    found["unusual"] = list(_unusual(here, known, maker, asked.day))
    if asked.strong:
        found["strong"] = sentences.strong(known.reading, here.name(maker))
    return found | (_felt(sources, known) if sources.open else {})


def _felt(sources: Sources, known: Known) -> dict[str, Any]:
    """How it feels and because of what; where nobody said how it feels, that alone."""
    reading = known.reading
    if not reading.felt or not reading.why:
        return {}
    if not reading.felt.reports:
        return {"felt": sentences.felt(reading.felt)}
    why = reading.lately if reading.lately and reading.lately.largest else reading.why
    return {
        "felt": sentences.felt(reading.felt),
        "reported": True,
        "because": sentences.because(why, lambda cause: felt.link(sources.here, known, cause)),
        "gap": sentences.gap(reading.gap, deceived=reading.harm.deceived) if sources.asked.gap else [],
    }


def _unusual(here: Here, known: Known, maker: str, today: date) -> Iterator[Because]:
    """What was unlike them lately: whether everything is all right is not asked years later, nor beside a hurt that has
    come to light since."""
    harm = known.reading.harm
    if harm.deceived or harm.harm >= HARM.open:
        return
    for one in (one for one in known.reading.surprises if (today - one.day).days <= LATELY):
        root, _space, due = one.id.partition(" ")
        url = reverse("occurrence", args=[here.space_id, root, due]) if root not in known.notes else ""
        yield Because(sentences.unusual(one, here.name(maker)), url)


def torn(here: Here, known: Known, facet: str) -> list[Torn]:
    """Each breach both can read, as a tear; what its owner keeps aside is on no cloth."""
    return [
        Torn(
            one.day,
            1.0 if one.closed == "closed" else one.r,
            translated(sentences.tear(one)),
            reverse("breach", args=[here.space_id, one.id]),
        )
        for one in facets.breaches(known, facet)
    ]
