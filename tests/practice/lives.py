"""Random lives: long permitted histories, and the record worked out the slow way to compare with."""

import random
from collections import defaultdict
from datetime import timedelta

from reknit.practice.events import Event, MemberLeft, PromiseMade
from reknit.practice.facts import When
from reknit.practice.record import LAST, Counts, Record, direction, stitch
from reknit.practice.refused import Refused
from reknit.practice.schedule import latest, local_day
from reknit.practice.threads import replay
from tests.practice.told import BERLIN, Told

PEOPLE = ("anna", "toby", "ben")
RULES = (
    "",
    "",
    "FREQ=DAILY",
    "FREQ=WEEKLY",
    "FREQ=WEEKLY;BYDAY=MO,TH",
    "FREQ=DAILY;COUNT=9",
    "FREQ=MONTHLY;BYMONTHDAY=5",
)
OUTCOMES = ("kept", "kept", "kept", "late", "missed")
ACTS = ("say",) * 6 + ("answer",) * 6 + ("move", "release", "take_word", "take_back", "explain", "remark", "end")


def life(seed: int, acts: int, *, hours: int = 30) -> Told:
    """Somebody does something permitted, time passes, and so on."""
    dice = random.Random(seed)
    told = Told()
    roots: list[str] = []
    while len(told.events) < acts:
        told.now += timedelta(hours=dice.randrange(hours), minutes=dice.randrange(60))
        try:
            if not roots or dice.random() < 0.04:
                roots.append(_make(dice, told))
            elif dice.random() < 0.002:
                told.record(dice.choice(PEOPLE), MemberLeft())
            else:
                _act(dice, told, dice.choice(roots[-12:] if dice.random() < 0.9 else roots))
        except Refused as no:
            told.refusals.add(str(no.say))
    return told


def _make(dice: random.Random, told: Told) -> str:
    by = dice.choice(PEOPLE)
    others = [seat for seat in PEOPLE if seat != by]
    to = tuple(others if dice.random() < 0.3 else [dice.choice(others)])
    first = local_day(told.now, BERLIN) + timedelta(days=dice.randrange(9))
    at = dice.choice(("", "08:00", "19:30"))
    when = When(day=first.isoformat(), at=at, rule=dice.choice(RULES))
    return told.promise(by, to, when, weight=dice.choice((0.5, 1, 2)))


def _act(dice: random.Random, told: Told, root: str) -> None:
    promise = told.whole(root)
    near = latest(promise.when, until=local_day(told.now, BERLIN) + timedelta(days=2), most=4)
    long_ago = local_day(told.now - timedelta(days=dice.randrange(300)), BERLIN)
    old = latest(promise.when, until=long_ago, most=2)
    due = dice.choice([*near * 3, *list(promise.occurrences)[-9:], *old, promise.when.day])
    act = dice.choice(ACTS)
    receiver = dice.choice(promise.to)
    later = (local_day(told.now, BERLIN) + timedelta(days=dice.randrange(9))).isoformat()
    by_maker = act in ("say", "move", "explain") or (act == "end" and dice.random() < 0.5)
    more = {
        "say": {"due": due, "outcome": dice.choice(OUTCOMES)},
        "answer": {
            "due": due,
            "answer": dice.choice(("yes", "yes", "yes", "differently", "not_sure", "rather_not")),
            "seen": dice.choice(OUTCOMES),
        },
        "move": {"due": due, "how": dice.choice(("late", "cannot")), "to": dice.choice(("", later, f"{later}T21:15"))},
        "release": {"due": due},
        "explain": {"due": due, "words": {"said": "The tram stood still."}},
        "remark": {"due": due, "remark": dice.choice(("cost", "hurt", "all_right"))},
    }
    if act == "end" and dice.random() < 0.7:
        return
    told.does(act, promise.by if by_maker else receiver, root, **more.get(act, {}))


def slow_records(events: list[Event]) -> dict[str, Record]:
    """Every direction's record from the whole of every thread, with nothing ever dropped on the way."""
    threads = defaultdict(list)
    for event in events:
        threads[event.about].append(event)
    found = defaultdict(list)
    for root, thread in threads.items():
        if isinstance(thread[0].facts, PromiseMade):
            promise = replay(root, thread)
            for due in promise.occurrences:
                for receiver in promise.to:
                    if each := stitch(promise, due, receiver):
                        found[direction(promise.by, receiver)].append(each)
    return {name: slow_record(stitches) for name, stitches in found.items()}


def slow_record(stitches) -> Record:
    weeks, months = defaultdict(Counts), defaultdict(Counts)
    for each in stitches:
        months[each.on[:7]].count(each, 1)
        weeks[(each.day - timedelta(days=each.day.weekday())).isoformat()].count(each, 1)
    return Record(sorted(stitches, key=lambda each: each.key)[-LAST:], dict(weeks), dict(months))
