"""What is noticed once and kindly: a miss nobody has explained yet, and a small miss that is not like its maker."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from reknit.practice.occurrence import LAPSES, Promise
from reknit.practice.record import Stitch, stitch
from reknit.practice.state import State


@dataclass(frozen=True, slots=True)
class Asked:
    """A miss named today whose maker has not said what happened."""

    root: str
    due: str
    told_at: datetime


def asks_what_happened(state: State, member: str, now: datetime, zone: str) -> list[Asked]:
    """Misses of this member named today (in `zone`), by them or by a receiver, with no word yet on what happened."""
    today = now.astimezone(ZoneInfo(zone)).date()
    found: dict[tuple[str, str], Asked] = {}
    for name, record in state.records.items():
        if name.startswith(f"{member}>"):
            for each in record.last60:
                told = each.told_at
                if told and not each.explained and told.astimezone(ZoneInfo(zone)).date() == today:
                    found[(each.root, each.due)] = Asked(each.root, each.due, told)
    return sorted(found.values(), key=lambda asked: asked.told_at)


def unusual(state: State, promise: Promise, due: str, receiver: str) -> bool:
    """Whether this lapse is small, stands alone on a strong record, and nothing else is open in that direction:
    of the twelve outcomes before it (eight at least) at most two were not kept, and none of the last ten was missed."""
    this = stitch(promise, due, receiver)
    if this is None or promise.weight > 1 or this.differs or not _lapse(this):
        return False
    others = [each for each in state.record(promise.by, receiver).last60 if (each.root, each.due) != (promise.id, due)]
    if any(_open(each) for each in others):
        return False
    before = [each.outcome for each in others if each.outcome and each.key < this.key][-12:]
    return len(before) >= 8 and before.count("kept") >= len(before) - 2 and "missed" not in before[-10:]


def _lapse(each: Stitch) -> bool:
    return each.outcome in LAPSES or (not each.outcome and each.shape == "said" and each.said in LAPSES)


def _open(each: Stitch) -> bool:
    """Seen differently, said but unanswered, or missed without a word on what happened."""
    if not _lapse(each) and each.said not in LAPSES:
        return False
    missed = "missed" in (each.outcome, each.said)
    return each.shape != "released" and (each.differs or each.shape == "said" or (missed and not each.explained))
