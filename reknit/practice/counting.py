"""The record of one direction in plain counts. Only what was kept is counted in words; nothing here adds up faults."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

from reknit.practice.record import Record, Stitch
from reknit.practice.refused import Say
from reknit.practice.wording import calendar_day, number

Reader = Literal["", "maker", "receiver"]
WINDOW = 20
FEW = 4
_MOST_IN_A_ROW = 5
_LAST_ONE = {
    "kept": Say("the last one on time"),
    "late": Say("the last one late"),
    "missed": Say("the last one missed"),
}
_ONLY_ONE = {
    "kept": Say("One so far, kept"),
    "late": Say("One so far, late"),
    "missed": Say("One so far, missed"),
}

_CHANGED = {  # one alone, changed again and again, beside others
    (True, False, False): Say("One was changed in time."),
    (True, False, True): Say("One more was changed in time."),
    (True, True, False): Say("One was changed in time, %(times)s."),
    (True, True, True): Say("One more was changed in time, %(times)s."),
    (False, False, False): Say("%(count)s were changed in time."),
    (False, False, True): Say("%(count)s more were changed in time."),
    (False, True, False): Say("%(count)s were changed in time, the most often %(times)s."),
    (False, True, True): Say("%(count)s more were changed in time, the most often %(times)s."),
}


def deed_sentences(
    record: Record, maker_name: str, receiver_name: str, *, today: date | None = None, reader: Reader = ""
) -> list[Say]:
    """What can be said of the last twenty outcomes and of what lies between them, in the receiver's picture, up to
    `today` where it is given. `reader` is called you."""
    line = [stitch for stitch in record.last60 if today is None or stitch.day <= today]
    outcomes = [stitch for stitch in line if stitch.outcome][-WINDOW:]
    since = outcomes[0].key if outcomes and len(outcomes) == WINDOW else ("", "", "")
    apart = [stitch for stitch in line if not stitch.outcome and stitch.key >= since]
    if not outcomes and not apart:
        return [Say("Nothing to show yet.")]
    more = bool(outcomes)
    maker = "" if reader == "maker" else maker_name
    receiver = "" if reader == "receiver" else receiver_name
    found = [
        _kept(outcomes, maker) if outcomes else None,
        _moved(outcomes),
        _changed(apart, more),
        _released(apart, maker, receiver),
        _only_said(apart, more, maker),
        _last_seen(line, today) if today else None,
    ]
    return [sentence for sentence in found if sentence]


def rhythm(record: Record, today: date) -> Say | None:
    """In how many of the last twelve weeks there was anything, once the record reaches back that far."""
    monday = today - timedelta(days=today.weekday())
    weeks = [(monday - timedelta(weeks=back)).isoformat() for back in range(1, 13)]
    if not any(week <= weeks[-1] for week in record.weeks):
        return None
    found = sum(week in record.weeks for week in weeks)
    if found == 12:
        return Say("There was something every week for the last twelve weeks.")
    if found == 0:
        return Say("There was nothing in the last twelve weeks.")
    return Say("There was something in %(count)s of the last twelve weeks.", count=number(found))


def _kept(outcomes: Sequence[Stitch], maker: str) -> Say:
    main, last, other = _main(outcomes), _last(outcomes), _differs(outcomes, maker)
    if last and other:
        return Say("%(main)s, %(last)s; %(other)s.", main=main, last=last, other=other)
    if last:
        return Say("%(main)s, %(last)s.", main=main, last=last)
    if other:
        return Say("%(main)s; %(other)s.", main=main, other=other)
    return Say("%(main)s.", main=main)


def _main(outcomes: Sequence[Stitch]) -> Say:
    count = len(outcomes)
    kept = sum(stitch.outcome == "kept" for stitch in outcomes)
    if count == 1:
        return _ONLY_ONE[outcomes[0].outcome]
    if count <= FEW:
        return _few(count, kept)
    if kept == count:
        return Say("All of the last %(count)s were kept", count=number(count))
    if kept == 0:
        return Say("None of the last %(count)s on time", count=number(count))
    if kept == 1:
        return Say("One of the last %(count)s was kept", count=number(count))
    return Say("%(kept)s of the last %(count)s were kept", kept=number(kept, first=True), count=number(count))


def _few(count: int, kept: int) -> Say:
    two = count == 2
    if kept == count:
        found = Say("%(count)s so far, both kept") if two else Say("%(count)s so far, all kept")
    elif kept == 0:
        found = Say("%(count)s so far, neither on time") if two else Say("%(count)s so far, none on time")
    else:
        found = Say("%(count)s so far, %(kept)s kept")
    return Say(found.text, count=number(count, first=True), kept=number(kept))


def _last(outcomes: Sequence[Stitch]) -> Say | None:
    """How the latest ones went, where that adds something: at most five are named together."""
    names = [stitch.outcome for stitch in outcomes]
    if len(names) <= FEW or names.count("kept") in (0, len(names)):
        return None
    row = next((back for back, name in enumerate(reversed(names)) if name != "kept"), 0)
    if row < 2:
        return _LAST_ONE[names[-1]]
    return Say("the last %(count)s on time", count=number(min(row, _MOST_IN_A_ROW)))


def _differs(outcomes: Sequence[Stitch], maker: str) -> Say | None:
    count = sum(stitch.differs for stitch in outcomes)
    if not count:
        return None
    if len(outcomes) == 1:
        return Say("%(maker)s sees it differently", maker=maker) if maker else Say("you see it differently")
    if count == len(outcomes):
        all_of_them = Say("%(maker)s sees all of these differently", maker=maker)
        return all_of_them if maker else Say("you see all of these differently")
    if not maker:
        return Say("%(count)s of these you see differently", count=number(count))
    return Say("%(count)s of these %(maker)s sees differently", count=number(count), maker=maker)


def _moved(outcomes: Sequence[Stitch]) -> Say | None:
    moved = [stitch.moved for stitch in outcomes if stitch.moved]
    if not moved:
        return None
    often = max(moved)
    if len(outcomes) == 1:
        return Say("It had been moved %(times)s.", times=_times(often))
    if len(moved) == 1:
        return Say("One of these had been moved %(times)s.", times=_times(often))
    count = number(len(moved), first=True)
    if often == 1:
        return Say("%(count)s of these had been moved.", count=count)
    return Say("%(count)s of these had been moved, the most often %(times)s.", count=count, times=_times(often))


def _times(count: int) -> Say:
    if count <= 2:
        return Say("once") if count == 1 else Say("twice")
    return Say("%(count)s times", count=number(count))


def _changed(apart: Sequence[Stitch], more: bool) -> Say | None:
    """Changed before they were due; how often the same one was changed is said too."""
    found = [stitch.moved for stitch in apart if stitch.shape == "changed"]
    if not found:
        return None
    text = _CHANGED[len(found) == 1, max(found) > 1, more].text
    return Say(text, count=number(len(found), first=True), times=_times(max(found)))


def _released(apart: Sequence[Stitch], maker: str, receiver: str) -> Say | None:
    count = sum(stitch.shape == "released" for stitch in apart)
    if not count:
        return None
    if not receiver:
        return Say("You let %(maker)s off %(times)s.", maker=maker, times=_times(count))
    if not maker:
        return Say("%(receiver)s let you off %(times)s.", receiver=receiver, times=_times(count))
    return Say("%(receiver)s let %(maker)s off %(times)s.", receiver=receiver, maker=maker, times=_times(count))


def _only_said(apart: Sequence[Stitch], more: bool, maker: str) -> Say | None:
    count = sum(stitch.shape == "said" for stitch in apart)
    if not count:
        return None
    if not maker:
        yours = (
            Say("For %(count)s more there is only your word.")
            if more
            else Say("For %(count)s there is only your word.")
        )
        return Say(yours.text, count=number(count))
    if more:
        return Say("For %(count)s more there is only %(maker)s's word.", count=number(count), maker=maker)
    return Say("For %(count)s there is only %(maker)s's word.", count=number(count), maker=maker)


def _last_seen(line: Sequence[Stitch], today: date) -> Say | None:
    """When the latest one was, once that is a while ago."""
    latest = line[-1].day
    weeks = (today - latest).days // 7
    if weeks < 2:
        return None
    if weeks <= 12:
        return Say("The latest was %(count)s weeks ago.", count=number(weeks))
    return Say("The latest was on %(day)s.", day=calendar_day(latest, today))
